"""A page as lines that a person can read: headings, words, links, and each form with what it asks and posts."""

from collections.abc import Iterator

from tests.ui.web.markup import Element

WHOLE = frozenset({"p", "li", "dt", "dd", "caption", "th", "td", "summary", "legend", "label", "figcaption"})
"""Elements whose words are one line."""


def outline(page: Element) -> str:
    """The body of a page, one line for whatever is read as one."""
    (body,) = page.all("body")
    return "\n".join(_lines(body)) + "\n"


def _lines(at: Element) -> Iterator[str]:
    for each in at.children:
        match each.tag:
            case "h1" | "h2" | "h3":
                yield ""
                yield f"{'#' * int(each.tag[1])} {each.text}"
            case "form":
                hidden = ", ".join(f"{field.attrs['name']}={field.attrs['value']}" for field in _hidden(each))
                yield f"  form: {hidden}"
                yield from (f"  {line}" for line in _lines(each))
            case "button":
                yield f"  [{each.text}] {each.attrs.get('name', '')}={each.attrs.get('value', '')}"
            case "a":
                yield f"{each.text} -> {each.attrs['href']}"
            case "select":
                yield from (
                    f"    {_sign(one)} {one.text}  ({_posts(each, one)})" for one in each.all("option")
                )
            case "input" if each.attrs.get("type") == "radio":
                yield f"    {_sign(each)} ({_posts(each, each)})"
            case "input" if each.attrs.get("type") != "hidden":
                yield f"    [{each.attrs['value']}] ({each.attrs['name']})"
            case "textarea":
                yield f"    [{each.text}] ({each.attrs['name']})"
            case tag if tag in WHOLE and not each.all("a") and not each.all("button"):
                if each.text:
                    yield f"  {each.text}"
            case _:
                yield from _lines(each)


def _hidden(form: Element) -> list[Element]:
    return form.all("input", type="hidden")


def _sign(option: Element) -> str:
    return "(*)" if {"checked", "selected"} & option.attrs.keys() else "( )"


def _posts(field: Element, option: Element) -> str:
    return f"{field.attrs['name']}={option.attrs['value']}"
