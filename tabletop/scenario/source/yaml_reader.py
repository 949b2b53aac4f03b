"""Reading YAML: an author's text becomes plain data and the place of every part of it.

PyYAML's own composer builds Python objects from whatever a text asks for, recurses as deep as the text goes
and follows aliases. This reader walks the parser's events once, lazily, and composes nothing but mappings,
lists, strings, numbers and own `true` and `false`. It refuses before it builds: more than 1 MB, more than 64
levels, any anchor, alias or tag, more than one document. Duplicate keys are collected, so that an author
hears of all of them at once.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

import yaml

from tabletop.errors import Finding, ScenarioError
from tabletop.scenario.source.placed_data import Path, Place, Plain, Tree, dotted, shown

MOST_BYTES = 1_000_000
MOST_DEPTH = 64
MOST_DIGITS = 15
MOST_PARTS = 100_000

NUMBER = re.compile(r"[+-]?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
UNSAFE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029]")
"""Control characters and marks that turn the direction of writing: none of them reaches a screen."""

UNREADABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no YAML text may hold; its reader says so without a place."""

FAR = 3
"""So many lines after its beginning, what is wrong is told at the beginning."""


@dataclass(slots=True)
class _Open:
    """A mapping or list that is being filled."""

    path: Path
    items: dict[str, Plain] | list[Plain]
    key: str | None = None
    key_mark: tuple[int, int] = (1, 1)


class _Builder:
    """Builds a tree from parser events with a stack of its own."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.root: Plain = ""
        self.places: dict[Path, Place] = {}
        self.stack: list[_Open] = []
        self.findings: list[Finding] = []

    def refuse(self, mark: tuple[int, int], found: str, expected: str) -> ScenarioError:
        """An error with all findings so far and one more, which stops the reading."""
        key = dotted(self.stack[-1].path) if self.stack else ""
        return ScenarioError((*self.findings, Finding(self.name, *mark, key, found, expected)))

    def feed(self, event: yaml.Event) -> None:
        """Take one event."""
        mark = _mark(event)
        if isinstance(event, yaml.AliasEvent):
            raise self.refuse(
                mark, f"an alias {shown(f'*{event.anchor}')}", "the text itself: aliases are not read"
            )
        if isinstance(event, yaml.NodeEvent) and event.anchor is not None:
            raise self.refuse(
                mark, f"an anchor {shown(f'&{event.anchor}')}", "the text itself: anchors are not read"
            )
        if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag is not None:
            raise self.refuse(mark, f"a tag {shown(event.tag)}", "plain data without tags")
        match event:
            case yaml.ScalarEvent():
                self.scalar(event, mark)
            case yaml.MappingStartEvent():
                self.open(mark, {})
            case yaml.SequenceStartEvent():
                self.open(mark, [])
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self.stack.pop()
            case _:
                pass

    def scalar(self, event: yaml.ScalarEvent, mark: tuple[int, int]) -> None:
        """A key of the mapping on top, or a value."""
        if UNSAFE.search(event.value):
            self.findings.append(control_character(self.name, *mark))
        top = self.stack[-1] if self.stack else None
        if top is not None and isinstance(top.items, dict) and top.key is None:
            if event.value in top.items:
                first = self.places[(*top.path, event.value)]
                where = dotted((*top.path, event.value))
                self.findings.append(
                    Finding(
                        self.name,
                        *mark,
                        where,
                        f"the key {shown(event.value)} again",
                        f"it once (line {first.line})",
                    )
                )
            top.key, top.key_mark = event.value, mark
            return
        self.put(scalar(event.value) if event.implicit[0] else event.value, mark)

    def open(self, mark: tuple[int, int], items: dict[str, Plain] | list[Plain]) -> None:
        """Begin a mapping or list."""
        top = self.stack[-1] if self.stack else None
        if top is not None and isinstance(top.items, dict) and top.key is None:
            raise self.refuse(mark, "a list or mapping as a key", "a plain word as a key")
        if len(self.stack) >= MOST_DEPTH:
            raise self.refuse(mark, f"more than {MOST_DEPTH} levels", f"at most {MOST_DEPTH} levels")
        self.stack.append(_Open(self.put(items, mark), items))

    def put(self, value: Plain, mark: tuple[int, int]) -> Path:
        """Put a value into what is open and note its place."""
        if len(self.places) >= MOST_PARTS:
            raise self.refuse(mark, f"more than {MOST_PARTS} parts", f"at most {MOST_PARTS} keys and values")
        if not self.stack:
            self.root = value
            self.places[()] = Place(*mark, *mark)
            return ()
        top = self.stack[-1]
        if isinstance(top.items, list):
            path: Path = (*top.path, len(top.items))
            top.items.append(value)
            self.places[path] = Place(*mark, *mark)
            return path
        key = cast("str", top.key)
        path = (*top.path, key)
        top.items[key] = value
        self.places[path] = Place(*top.key_mark, *mark)
        top.key = None
        return path


def control_character(name: str, line: int, column: int) -> Finding:
    """The finding about a character that no screen should see."""
    return Finding(name, line, column, "", "a control character", "text without control characters")


def scalar(text: str) -> Plain:
    """A plain scalar: own `true` and `false`, plain decimal numbers, otherwise the string itself.

    No `yes` and `no`, no dates, no octal, no infinities.
    """
    if text in {"true", "false"}:
        return text == "true"
    if len(text) <= MOST_DIGITS and NUMBER.fullmatch(text):
        return float(text) if "." in text else int(text)
    return text


def _mark(event: yaml.Event) -> tuple[int, int]:
    """Line and column, from 1, where an event begins."""
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _events(name: str, text: str) -> Iterator[yaml.Event]:
    """The parser's events, one at a time; its complaints become findings."""
    last: yaml.Event | None = None
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            last = event
            yield event
    except yaml.MarkedYAMLError as error:
        mark = _fault(error, last)
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        problem = str(error.problem).removeprefix("found ")
        raise ScenarioError((Finding(name, line, column, "", problem, "readable YAML"),)) from error
    except yaml.YAMLError as error:
        bad = UNREADABLE.search(text)
        if bad:
            line, column = place_of(text, bad.start())
            raise ScenarioError((control_character(name, line, column),)) from error
        found = str(error).splitlines()[0]
        raise ScenarioError((Finding(name, 1, 1, "", found, "readable YAML"),)) from error


def _fault(error: yaml.MarkedYAMLError, last: yaml.Event | None) -> yaml.Mark | None:
    """Where a fault stands: what is never closed is noticed far behind it, at the end of the file or the next quote."""
    noticed: yaml.Mark | None = error.problem_mark
    begun: yaml.Mark | None = error.context_mark
    if noticed and isinstance(last, yaml.ScalarEvent) and last.style in {"'", '"'}:
        start, end = cast("yaml.Mark", last.start_mark), cast("yaml.Mark", last.end_mark)
        if end.line - start.line >= FAR and noticed.line - end.line < FAR:
            return start
    if begun and noticed and noticed.line - begun.line >= FAR and "block" not in str(error.context):
        return begun
    return noticed or begun


def place_of(text: str, at: int) -> tuple[int, int]:
    """Line and column, from 1, of a character of a text."""
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def decode(name: str, raw: bytes) -> str:
    """The text of a file.

    Raises:
        ScenarioError: The file is over 1 MB, is not UTF-8 or holds control characters.
    """
    if len(raw) > MOST_BYTES:
        raise ScenarioError((Finding(name, 0, 0, "", f"{len(raw)} bytes", f"at most {MOST_BYTES}"),))
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - (raw.rfind(b"\n", 0, error.start) + 1) + 1
        found = f"the byte {raw[error.start]:#04x}"
        raise ScenarioError((Finding(name, line, column, "", found, "UTF-8 text"),)) from error


def read_tree(name: str, text: str) -> Tree:
    """The data of one YAML text and the place of every part.

    Raises:
        ScenarioError: The text is too large or too deep, uses anchors, aliases, tags or a second document,
            repeats keys or is not YAML.
    """
    if len(text) > MOST_BYTES:
        raise ScenarioError((Finding(name, 0, 0, "", f"{len(text)} characters", f"at most {MOST_BYTES}"),))
    builder = _Builder(name)
    documents = 0
    for event in _events(name, text):
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise builder.refuse(_mark(event), "a second document", "one document a file")
        builder.feed(event)
    if builder.findings:
        raise ScenarioError(tuple(builder.findings))
    return Tree(name, builder.root, builder.places)
