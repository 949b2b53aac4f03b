"""Sections of sentences and tables, for a terminal or as Markdown."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

Row = Sequence[str]
"""A row's cells."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, what is said under it, and a table.

    Attributes:
        title: The heading; empty for none.
        said: Sentences before the table.
        head: Column headings; empty for no table.
        rows: The table's rows, as many cells each as there are headings.
        after: Sentences after the table.
    """

    title: str = ""
    said: tuple[str, ...] = ()
    head: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    after: tuple[str, ...] = ()


def as_text(sections: Sequence[Section]) -> Iterator[str]:
    """Lines for a terminal: columns aligned, words to the left and the rest to the right."""
    for at, section in enumerate(sections):
        if at:
            yield ""
        if section.title:
            yield section.title
        yield from section.said
        if section.head:
            table = (section.head, *section.rows)
            widths = [max(len(row[column]) for row in table) for column in range(len(section.head))]
            left = [_is_words(section.rows, column) for column in range(len(section.head))]
            for row in table:
                cells = (
                    cell.ljust(width) if words else cell.rjust(width)
                    for cell, width, words in zip(row, widths, left, strict=True)
                )
                yield "  " + "  ".join(cells).rstrip()
        yield from section.after


def as_markdown(sections: Sequence[Section]) -> Iterator[str]:
    """The same in Markdown, a heading of the second level for the first section and of the third for the others."""
    for at, section in enumerate(sections):
        if at:
            yield ""
        if section.title:
            yield f"{'###' if at else '##'} {section.title}"
        for sentence in section.said:
            yield from ("", sentence)
        if section.head:
            yield ""
            marks = [
                "---" if _is_words(section.rows, column) else "--:" for column in range(len(section.head))
            ]
            for row in (section.head, marks, *section.rows):
                yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |"
        for sentence in section.after:
            yield from ("", sentence)


def _is_words(rows: Sequence[Row], column: int) -> bool:
    """Whether a column holds words; digits, signs and a dash for nothing are figures."""
    return any(any(letter.isalpha() for letter in row[column]) for row in rows)
