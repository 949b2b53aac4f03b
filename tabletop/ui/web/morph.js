// A fresh page takes the place of the one that is shown, element by element: what somebody typed, the focus, what is
// open and where the page stands stay as they are.

export const one = (wanted, at = document) => at.querySelector(wanted);
export const typed = new WeakSet(); // fields that somebody filled in since they were last sent

export const fields = (form) => {
  const said = [...new FormData(form)].filter(([name, value]) => value && !["turn", "cid", "do"].includes(name));
  return new URLSearchParams(said.sort(([a, x], [b, y]) => (a + x < b + y ? -1 : 1))).toString();
};
export const moveForms = () => [...document.querySelectorAll(".move form")];
// What a form is about, whatever its place on the page
export const settled = (form) =>
  [...form.querySelectorAll("input[type=hidden]")]
    .filter((each) => each.name !== "turn" && each.name !== "cid")
    .map((each) => `${each.name}=${each.value}`).join("&");

const keyOf = (node) => {
  if (node.nodeType !== Node.ELEMENT_NODE) return "";
  if (node.matches("details.move")) return `move ${settled(one("form", node))}`;
  return node.closest(".move") ? node.dataset.key ?? "" : node.id;
};
const keysIn = (parent) => {
  const seen = {};
  return [...parent.childNodes].map((node) => {
    const key = keyOf(node);
    if (!key) return "";
    seen[key] = (seen[key] ?? 0) + 1;
    return `${key} ${seen[key]}`;
  });
};
let shutWords = ""; // what is said of a form that is not open any more
const alike = (node, other) => node.nodeType === other.nodeType && node.nodeName === other.nodeName;
const stays = (node) =>
  node.nodeType === Node.ELEMENT_NODE &&
  (node.hasAttribute("data-own") ||
    (node.matches("details.move") && [...one("form", node).elements].some((each) => typed.has(each))));

function morph(node, fresh) {
  if (node.nodeType !== Node.ELEMENT_NODE) {
    if (node.data !== fresh.data) node.data = fresh.data;
    return;
  }
  if (node.hasAttribute("data-own")) return;
  for (const { name } of [...node.attributes])
    if (!fresh.hasAttribute(name) && name !== "open") node.removeAttribute(name);
  for (const { name, value } of fresh.attributes)
    if (name !== "open" && node.getAttribute(name) !== value) node.setAttribute(name, value);
  morphChildren(node, fresh);
}

function morphChildren(parent, fresh) {
  const old = [...parent.childNodes], keys = keysIn(parent), wanted = keysIn(fresh);
  const known = new Map(old.map((node, at) => [keys[at], node]).filter(([key]) => key));
  const keyed = new Map(old.map((node, at) => [node, keys[at]]));
  const left = new Set(old);
  let at = parent.firstChild;
  const free = () => { // the next that is shown and may be taken for a part without a key
    while (at && (!left.has(at) || (keyed.get(at) && !wanted.includes(keyed.get(at))))) at = at.nextSibling;
    return at;
  };
  [...fresh.childNodes].forEach((part, place) => {
    const here = free();
    const found = wanted[place] ? known.get(wanted[place])
      : here && !keyed.get(here) && alike(here, part) && !stays(here) ? here : null;
    if (!found) { parent.insertBefore(document.importNode(part, true), here); return; }
    left.delete(found);
    if (found === here) at = found.nextSibling; else parent.insertBefore(found, here);
    morph(found, part);
  });
  for (const node of left) if (stays(node)) shut(node); else node.remove();
}

function shut(node) {
  if (!node.matches(".move") || one(".gone", node)) return;
  for (const button of node.querySelectorAll("button")) button.disabled = true;
  const told = document.createElement("p");
  told.className = "gone say";
  told.textContent = shutWords;
  one("form", node).prepend(told);
}

export function takeIn(page, gone) {
  shutWords = gone;
  const held = document.activeElement;
  const anchor = held && held !== document.body ? held : one(".move[open]") ?? one("main");
  const top = anchor.getBoundingClientRect().top;
  const marks = held && "selectionStart" in held ? [held.selectionStart, held.selectionEnd] : [];
  const every = () => moveForms().flatMap((form) => [...form.elements]);
  const values = new Map(every().filter((each) => typed.has(each)).map((each) => [each, valueOf(each)]));
  morph(document.body, page.body);
  document.title = page.title;
  for (const field of every()) {
    if (typed.has(field)) put(field, values.get(field));
    else if (field.type !== "hidden" && field.tagName !== "BUTTON") asServed(field);
  }
  if (held !== document.activeElement && held.isConnected && held !== document.body) {
    held.focus({ preventScroll: true });
    if (marks[0] != null) held.setSelectionRange(...marks);
  }
  if (anchor.isConnected) scrollBy(0, anchor.getBoundingClientRect().top - top);
}

const valueOf = (field) => (field.type === "radio" ? field.checked : field.value);

function put(field, value) {
  if (field.type === "radio") field.checked = value;
  else if (field.tagName !== "SELECT" || [...field.options].some((each) => each.value === value)) field.value = value;
}

function asServed(field) {
  if (field.type === "radio") field.checked = field.defaultChecked;
  else if (field.tagName === "SELECT") field.selectedIndex = Math.max(0, [...field.options].findIndex((each) => each.defaultSelected));
  else field.value = field.defaultValue;
}
