"""Lines that know which figure they tell: a page to read, and to ask of every line where it comes from."""

from collections.abc import Iterable
from dataclasses import dataclass

from tabletop.words.language.section import Section


@dataclass(frozen=True, slots=True)
class Told:
    """A line of a page.

    Attributes:
        text: One sentence.
        figure: The figure it tells, as `provenance.card` knows it; empty for a line that tells none.
    """

    text: str
    figure: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A heading and the lines below it, in the order they should be read."""

    title: str
    lines: tuple[Told, ...]


def sections(groups: Iterable[Group]) -> tuple[Section, ...]:
    """The same as titled groups of sentences."""
    return tuple(Section(group.title, tuple(line.text for line in group.lines)) for group in groups)


def plain(texts: Iterable[str]) -> tuple[Told, ...]:
    """Sentences that tell no figure."""
    return tuple(Told(text) for text in texts)
