"""A titled group of lines: what a page of the window and a page of plain mode are both made of."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the lines below it.

    Attributes:
        title: The heading, without a colon.
        lines: One sentence each, in the order they should be read.
    """

    title: str
    lines: tuple[str, ...]
