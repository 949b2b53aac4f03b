"""Titled groups of lines: what a page of the window and a page of plain mode are both made of."""

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


@dataclass(frozen=True, slots=True)
class SourcedLine:
    """A line that can be asked where its figure comes from.

    Attributes:
        text: One sentence.
        figure: The figure it gives, as `provenance.source_card` knows it; empty for a line without one.
    """

    text: str
    figure: str = ""


@dataclass(frozen=True, slots=True)
class SourcedSection:
    """A heading and the lines below it, in the order they should be read."""

    title: str
    lines: tuple[SourcedLine, ...]


def text_sections(sections: Iterable[SourcedSection]) -> tuple[Section, ...]:
    """The same without the figures."""
    return tuple(Section(each.title, tuple(line.text for line in each.lines)) for each in sections)


def unsourced(texts: Iterable[str]) -> tuple[SourcedLine, ...]:
    """Sentences without a figure."""
    return tuple(SourcedLine(text) for text in texts)


def plain_lines(sections: Iterable[Section]) -> Iterator[str]:
    """Sections line by line: each title with a colon, each line a sentence, set in by two blanks."""
    for section in sections:
        yield f"{section.title}:"
        yield from (f"  {full_stop(said)}" for said in section.lines)
