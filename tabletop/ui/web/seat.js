// A seat's page, better with a script: it renews itself without losing what somebody types, and keeps moves until the
// disk has them. Without it the page is whole; every word that is shown here comes with the page.
import { fields, moveForms, one, settled, takeIn, typed } from "./morph.js";

const wire = document.getElementById("wire");
const line = document.getElementById("line");
const outbox = document.getElementById("outbox");
const heard = document.getElementById("heard");
const say = wire.dataset;
const fill = (sentence, facts) => sentence.replace(/\{(\w+)\}/g, (_, name) => facts[name]);
const time = () => new Date().toTimeString().slice(0, 8);
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

// What the browser keeps

const read = (store, name, none) => {
  try { return JSON.parse(window[store].getItem(name)) ?? none; } catch { return none; }
};
const keep = (store, name, value) => {
  try { window[store].setItem(name, JSON.stringify(value)); return true; } catch { return false; }
};
const OUTBOX = `outbox.${say.mine}`, DRAFTS = `drafts.${say.mine}`;
let unkept = null; // moves on their way, where the browser keeps nothing
const waiting = () => unkept ?? read("localStorage", OUTBOX, []);
const setWaiting = (moves) => { unkept = keep("localStorage", OUTBOX, moves) ? null : moves; };
const drafts = () => read("sessionStorage", DRAFTS, {});
const windowName = read("sessionStorage", "window", "") || Math.random().toString(36).slice(2);
keep("sessionStorage", "window", windowName);

function saveDraft(form) {
  const all = drafts();
  all[settled(form)] = fields(form);
  keep("sessionStorage", DRAFTS, all);
}

function forgetDraft(sent) {
  const all = drafts();
  for (const [name, draft] of Object.entries(all)) if (draft === sent) delete all[name];
  keep("sessionStorage", DRAFTS, all);
}

function restoreDrafts() {
  const all = drafts(), card = new URLSearchParams(location.search).has("card");
  for (const form of moveForms()) {
    if (card && form.elements.kind.value === "orders") { // it came filled in
      for (const each of form.elements) typed.add(each);
      continue;
    }
    const draft = all[settled(form)];
    if (!draft || draft === fields(form)) continue;
    const left = new Map();
    for (const [name, value] of new URLSearchParams(draft)) left.set(name, [...(left.get(name) ?? []), value]);
    for (const field of form.elements) {
      const values = left.get(field.name);
      if (!values || field.type === "hidden" || field.tagName === "BUTTON") continue;
      if (field.type === "radio") { if (values.includes(field.value)) field.checked = true; } else
      if (field.tagName === "SELECT") {
        const found = [...field.options].find((each) => each.value && values.includes(each.value));
        if (found) field.value = found.value;
      } else field.value = values[0];
      typed.add(field);
    }
    form.closest("details").open = true;
  }
}

// Asking the host

const news = () =>
  [...document.querySelectorAll("[data-refused], .standing, .news, .bar > p")]
    .map((each) => each.textContent.replace(/\s+/g, " ").trim())
    .filter((each, at, all) => each && all.indexOf(each) === at).join(" ");

function show(page) {
  if (!one("main[data-turn]", page)) { location.reload(); return; }
  const before = news();
  page.querySelectorAll("[data-receipt]").forEach((each) => each.replaceChildren());
  takeIn(page, say.gone);
  disablePending();
  const now = news();
  if (now !== before) heard.textContent = now;
}

const parse = (text) => new DOMParser().parseFromString(text, "text/html");
const ask = (path, how = {}) => fetch(path, { cache: "no-store", signal: AbortSignal.timeout(10_000), ...how });
const post = (body) => ask("/seat", {
  method: "POST", body, headers: { "Content-Type": "application/x-www-form-urlencoded" },
});

let asking = false, asked = false;

async function refresh() {
  asked = true;
  if (asking) return;
  asking = true;
  try {
    while (asked) {
      asked = false;
      const here = new URL(location.href);
      for (const name of ["done", "card"]) here.searchParams.delete(name);
      const answer = await ask(here);
      if (answer.status === 403) { location.reload(); return; }
      if (!answer.ok) throw new Error(answer.status);
      show(await lookAgain(parse(await answer.text())));
      answered();
    }
  } catch { gone(); } finally { asking = false; }
}

async function lookAgain(page) { // a move that is looked at is looked at anew, on the page as it is now
  const confirm = document.getElementById("confirm"), main = one("main[data-turn]", page);
  if (!confirm || !main) return page;
  const body = new URLSearchParams(new FormData(confirm));
  body.set("turn", main.dataset.turn);
  body.set("do", "preview");
  const found = parse(await (await post(body.toString())).text());
  return one("main[data-turn]", found) ? found : page;
}

// The outbox: on its way, written, refused

function tell(cid, state, sentence, lasting) {
  let item = document.getElementById(`out-${cid}`);
  if (!item) {
    item = document.createElement("li");
    item.id = `out-${cid}`;
    outbox.append(item);
  }
  item.className = `say ${state}`;
  item.dataset.state = state;
  const told = document.createElement("p");
  told.textContent = sentence;
  item.replaceChildren(told);
  if (state === "waiting") return;
  for (const other of [...outbox.children])
    if (other !== item && other.dataset.state !== "waiting") other.remove();
  const hide = document.createElement("button");
  hide.type = "button";
  hide.className = "plain";
  hide.textContent = say.hide;
  hide.addEventListener("click", () => { item.remove(); });
  item.append(hide);
  if (!lasting) setTimeout(() => item.remove(), 20_000);
}

function disablePending() {
  const known = new Set(waiting().map((each) => each.fields));
  for (const form of document.querySelectorAll("main form[data-seat-move]")) {
    const pending = known.has(fields(form));
    for (const button of form.querySelectorAll("button[value=make]")) button.disabled = pending;
  }
  const outer = one(".bar button[form=confirm]"), inner = one("#confirm button[value=make]");
  if (outer && inner) outer.disabled = inner.disabled;
}

let delivering = false;

async function deliver() {
  if (delivering) return;
  delivering = true;
  try {
    for (let wait = 1_000; waiting().length; ) {
      const move = waiting()[0];
      tell(move.cid, "waiting", fill(say.waiting, move));
      const told = await delivered(move).catch(() => null);
      if (!told || told.state === "unknown") {
        gone();
        await pause(wait);
        wait = Math.min(2 * wait, 8_000);
        continue;
      }
      wait = 1_000;
      setWaiting(waiting().filter((each) => each.cid !== move.cid));
      settle(move, told);
    }
  } finally { delivering = false; }
}

async function delivered(move) {
  let told = { state: "unknown" }, page = null;
  if (move.tried) told = await receipt(move.cid);
  if (told.state === "unknown") {
    setWaiting(waiting().map((each) => (each.cid === move.cid ? { ...each, tried: true } : each)));
    const answer = await post(move.body);
    page = parse(await answer.text());
    told = await receipt(move.cid);
    if (answer.status === 413) return { state: "refused", say: page.body.textContent };
    const refused = one("[data-refused]", page);
    if (told.state === "unknown" && refused)
      told = { state: "refused", say: refused.textContent.trim(), rule: refused.dataset.rule };
  }
  answered();
  return { ...told, page };
}

async function receipt(cid) {
  const answer = await ask(`/receipt/${encodeURIComponent(cid)}`);
  if (answer.status === 403) { location.reload(); return pause(60_000); }
  return answer.ok ? answer.json() : { state: "unknown" };
}

async function settle(move, told) {
  const focused = document.activeElement;
  if (told.state === "written") {
    for (const form of moveForms().filter((each) => fields(each) === move.fields)) {
      for (const each of form.elements) typed.delete(each);
      form.reset();
      form.closest("details").open = false;
    }
    one(".shown")?.remove();
    forgetDraft(move.fields);
    tell(move.cid, "written", fill(say.written, { ...move, at: told.at, n: told.own ?? told.seq }));
  } else {
    const rule = told.rule && !told.say.includes(told.rule) ? ` [${told.rule}]` : "";
    tell(move.cid, "refused", fill(say.refusedWords, { ...move, why: told.say + rule }), true);
  }
  await refresh();
  if (focused !== document.body && focused.isConnected && focused.checkVisibility()) return;
  // else whoever goes by keyboard goes on where the move was made
  const kind = new URLSearchParams(move.fields).get("kind");
  (one(`.move[data-move="${kind}"] > summary`) ?? one("main")).focus({ preventScroll: true });
}

document.addEventListener("submit", async (event) => {
  const form = event.target, button = event.submitter;
  if (!form.hasAttribute("data-seat-move")) return;
  event.preventDefault();
  const body = new URLSearchParams(new FormData(form));
  const wish = button?.value ?? "preview";
  body.set("do", wish);
  if (wish === "preview") { await look(body); return; }
  const cid = body.get("cid");
  if (waiting().some((each) => each.cid === cid || each.fields === fields(form))) return;
  const what = (one(".sentence, summary", form.closest(".shown, .move"))?.firstChild?.textContent ?? "").trim();
  setWaiting([...waiting(), { cid, body: body.toString(), fields: fields(form), what: what.replace(/\.$/, "") }]);
  tell(cid, "waiting", fill(say.waiting, { what }));
  disablePending();
  deliver();
});

async function look(body) {
  try {
    show(parse(await (await post(body.toString())).text()));
    answered();
    const found = one("#shown-title") ?? one("main [data-refused]");
    if (!found) return;
    found.tabIndex = -1;
    found.focus({ preventScroll: true });
    (found.closest(".shown") ?? found).scrollIntoView({ block: "start" });
  } catch { gone(); }
}

document.addEventListener("click", (event) => {
  const back = event.target.closest?.(".shown a.button");
  if (!back) return;
  event.preventDefault();
  const kind = one(".shown").dataset.preview;
  one(".shown").remove();
  (one(`.move[data-move="${kind}"] > summary`) ?? one("main")).focus();
  refresh();
});

document.addEventListener("input", (event) => {
  const form = event.target.closest("form[data-seat-move]");
  if (!form) return;
  for (const each of form.elements)
    if (each === event.target || (each.type === "radio" && each.name === event.target.name)) typed.add(each);
  saveDraft(form);
  disablePending();
});

// News

let stream = null, closed = false, missed = false, since = "";

function gone() {
  since ||= time();
  missed = true;
  if (!closed) { line.textContent = fill(say.away, { at: since }); line.hidden = false; }
}

function answered() {
  since = "";
  if (!closed) line.hidden = true;
}

function listen() {
  stream?.close();
  if (closed) return;
  const mine = new EventSource(`/news?window=${windowName}${document.hidden ? "&hidden" : ""}`);
  stream = mine;
  mine.addEventListener("news", (event) => {
    answered();
    deliver();
    if (!missed && event.data === one("main").dataset.turn) return;
    if (document.hidden) { missed = true; document.title = `● ${document.title.replace(/^● /, "")}`; return; }
    missed = false;
    refresh();
  });
  mine.addEventListener("clock", () => { if (document.hidden) missed = true; else refresh(); });
  mine.addEventListener("elsewhere", () => {
    mine.close();
    closed = true;
    line.textContent = say.elsewhere;
    line.hidden = false;
  });
  mine.addEventListener("gone", () => location.reload());
  mine.addEventListener("error", async () => {
    if (mine !== stream || closed) return;
    if (mine.readyState !== EventSource.CLOSED) { gone(); return; }
    await refresh();
    setTimeout(() => { if (mine === stream) listen(); }, 4_000);
  });
}

// The clock: an instant is told when it changes, and the page counts on alone, by the host's own time

let ahead = 0; // milliseconds by which the host's clock is before this device's

function tick() {
  const clock = one(".head [data-deadline]"), shown = clock && one("time", clock);
  if (!shown || !clock.dataset.deadline) return;
  if (clock.dataset.heard !== clock.dataset.now) {
    clock.dataset.heard = clock.dataset.now;
    ahead = Number(clock.dataset.now) - Date.now();
  }
  const left = Math.max(0, Math.floor((Number(clock.dataset.deadline) - Date.now() - ahead) / 1000));
  shown.textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
}
setInterval(tick, 1_000);

document.addEventListener("visibilitychange", () => {
  if (!document.hidden && missed) { missed = false; refresh(); }
  listen();
});
addEventListener("pagehide", () => stream?.close());
addEventListener("online", () => { listen(); deliver(); });

restoreDrafts();
disablePending();
listen();
deliver();
