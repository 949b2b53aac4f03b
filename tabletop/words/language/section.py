"""A titled group of lines: what a page of the window and a page of plain mode are both made of."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tabletop.words.language.voice import full_stop


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the lines below it.

    Attributes:
        title: The heading, without a colon.
        lines: One sentence each, in the order they should be read.
    """

    title: str
    lines: tuple[str, ...]


def plain_lines(sections: Iterable[Section]) -> Iterator[str]:
    """Sections line by line: each title with a colon, each line a sentence, set in by two blanks."""
    for section in sections:
        yield f"{section.title}:"
        yield from (f"  {full_stop(said)}" for said in section.lines)
