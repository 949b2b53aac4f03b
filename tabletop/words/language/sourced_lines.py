"""Lines that know which figure they tell: a page to read, and to ask of every line where it comes from."""

from collections.abc import Iterable
from dataclasses import dataclass

from tabletop.words.language.section import Section


@dataclass(frozen=True, slots=True)
class SourcedLine:
    """A line of a page.

    Attributes:
        text: One sentence.
        figure: The figure it tells, as `provenance.source_card` knows it; empty for a line that tells none.
    """

    text: str
    figure: str = ""


@dataclass(frozen=True, slots=True)
class SourcedSection:
    """A heading and the lines below it, in the order they should be read."""

    title: str
    lines: tuple[SourcedLine, ...]


def text_sections(groups: Iterable[SourcedSection]) -> tuple[Section, ...]:
    """The same without the figures."""
    return tuple(Section(group.title, tuple(line.text for line in group.lines)) for group in groups)


def unsourced(texts: Iterable[str]) -> tuple[SourcedLine, ...]:
    """Sentences that tell no figure."""
    return tuple(SourcedLine(text) for text in texts)
