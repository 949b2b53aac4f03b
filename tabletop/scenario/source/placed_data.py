"""One file as plain data, with the place of every part, so that any finding can point at it."""

from collections.abc import Mapping
from dataclasses import dataclass

from tabletop.errors import Finding

Plain = bool | int | float | str | list["Plain"] | dict[str, "Plain"]
"""What comes out of a text."""

Path = tuple[str | int, ...]
"""A place in the data: keys and list places from the root."""


MOST_SHOWN = 60
"""Characters of an author's text that a finding repeats."""


def shown(value: Plain) -> str:
    """A value in a finding: short, and plainly a string, number, list or mapping."""
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            text = repr(value)
            return text if len(text) <= MOST_SHOWN else text[: MOST_SHOWN - 2] + "…'"
        case dict():
            return "a mapping"
        case list():
            return "a list"
        case _:
            return str(value)


def dotted(path: Path) -> str:
    """A path as findings show it, short at its end."""
    text = ".".join(map(str, path))
    return text if len(text) <= 2 * MOST_SHOWN else "…" + text[1 - 2 * MOST_SHOWN :]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a part of the data stands: of its key and of its value, line and column from 1."""

    line: int
    column: int
    value_line: int
    value_column: int


@dataclass(frozen=True, slots=True)
class Tree:
    """One file: its name, its data and the place of every part."""

    name: str
    data: Plain
    places: Mapping[Path, Place]

    def place(self, path: Path) -> Place:
        """The place of `path`, or of the nearest part above it."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, Place(1, 1, 1, 1))

    def finding(
        self, path: Path, found: str, expected: str, nearest: str = "", *, value: bool = False
    ) -> Finding:
        """A finding at `path`: at its key, or at its value where the value is at fault."""
        place = self.place(path)
        line, column = (place.value_line, place.value_column) if value else (place.line, place.column)
        return Finding(self.name, line, column, dotted(path), found, expected, nearest)
