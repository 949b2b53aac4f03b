"""A page read as a browser would: its elements, its forms, its words; one that is not well formed fails."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"meta", "link", "input", "br", "hr", "img", "circle", "line", "polyline"})


@dataclass
class Element:
    tag: str
    attrs: dict[str, str]
    parent: "Element | None" = None
    children: list["Element"] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    def all(self, tag: str = "", **attrs: str) -> list["Element"]:
        wanted = {name.replace("_", "-").strip("-"): value for name, value in attrs.items()}
        found: list[Element] = []
        for child in self.children:
            if (not tag or child.tag == tag) and all(child.attrs.get(a) == v for a, v in wanted.items()):
                found.append(child)
            found += child.all(tag, **attrs)
        return found

    @property
    def text(self) -> str:
        return " ".join(" ".join([*self.words, *(child.text for child in self.children)]).split())

    def above(self, attr: str) -> str:
        at: Element | None = self
        while at is not None and attr not in at.attrs:
            at = at.parent
        return at.attrs[attr] if at is not None else ""


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = self.at = Element("document", {})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(set(names)) == len(names), f"<{tag}> has an attribute twice: {names}"
        made = Element(tag, {name: value or "" for name, value in attrs}, self.at)
        self.at.children.append(made)
        if tag not in VOID:
            self.at = made

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.at.children.append(Element(tag, {name: value or "" for name, value in attrs}, self.at))

    def handle_endtag(self, tag: str) -> None:
        assert self.at.tag == tag, f"</{tag}> closes <{self.at.tag}>"
        assert self.at.parent is not None
        self.at = self.at.parent

    def handle_data(self, data: str) -> None:
        self.at.words.append(data)


def read(page: str) -> Element:
    """The document of a page."""
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert reader.at is reader.root, f"<{reader.at.tag}> is not closed"
    return reader.root


@dataclass(frozen=True)
class Form:
    """A form: its kind of move, its hidden fields, and by field name the values that may be posted."""

    kind: str
    hidden: dict[str, list[str]]
    rows: list[tuple[str, str, list[str]]]
    """Control, name, values."""


def forms(page: Element) -> list[Form]:
    """The forms that make moves."""
    found: list[Form] = []
    for form in page.all("form"):
        assert form.attrs["method"] == "post"
        hidden: dict[str, list[str]] = {}
        radios: dict[str, list[str]] = {}
        rows: list[tuple[str, str, list[str]]] = []
        for each in form.all():
            kind, name = each.attrs.get("type", ""), each.attrs.get("name", "")
            if each.tag == "input" and kind == "hidden":
                hidden.setdefault(name, []).append(each.attrs["value"])
            elif each.tag == "input" and kind == "radio":
                radios.setdefault(name, []).append(each.attrs["value"])
            elif each.tag == "input":
                rows.append((kind, name, [each.attrs["min"], each.attrs["max"]]))
            elif each.tag == "select":
                rows.append(("select", name, [option.attrs["value"] for option in each.all("option")]))
            elif each.tag == "textarea":
                rows.append(("textarea", name, []))
        # one of all buttons of a name is chosen in a form, wherever they stand
        rows += [("radio", name, values) for name, values in radios.items()]
        found.append(Form(form.above("data-move"), hidden, rows))
    return found
