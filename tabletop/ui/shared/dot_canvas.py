"""A small canvas of dots: two by four in each cell of the terminal, or one plain letter where braille is not wanted.

Dots have layers; where two fall into one cell the higher layer gives its colour. Words lie above all dots.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

WIDE, HIGH = 2, 4
"""Dots of a cell, across and down."""

BLANK = 0x2800
"""The braille pattern without a dot."""

BITS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""The bit of a dot in its cell, by row, then column."""

Run = tuple[str, str, str]
"""Letters beside each other, their style, and what a click on them does."""

SOLID = (1,)
"""A pattern: dots set and left out in turn."""


@dataclass(frozen=True, slots=True)
class Pen:
    """How something is drawn.

    Attributes:
        style: Style of its cells, as textual reads it.
        layer: The higher one gives the style of a cell.
        pattern: 1 for a dot that is set, 0 for one left out, again and again.
    """

    style: str = ""
    layer: int = 0
    pattern: tuple[int, ...] = SOLID


@dataclass(slots=True)
class Canvas:
    """Dots and words over a number of cells.

    Attributes:
        columns, rows: Cells.
        plain: Whether to draw with letters instead of braille.
    """

    columns: int
    rows: int
    plain: bool = False
    _bits: dict[tuple[int, int], int] = field(default_factory=dict[tuple[int, int], int])
    _pens: dict[tuple[int, int], Pen] = field(default_factory=dict[tuple[int, int], Pen])
    _words: dict[tuple[int, int], tuple[str, str, str]] = field(
        default_factory=dict[tuple[int, int], tuple[str, str, str]]
    )

    @property
    def size(self) -> tuple[int, int]:
        """Dots across and down."""
        return self.columns * WIDE, self.rows * HIGH

    def dot(self, x: int, y: int, pen: Pen) -> None:
        """Set a dot; one outside the canvas is left out."""
        across, down = self.size
        if not (0 <= x < across and 0 <= y < down):
            return
        cell = (x // WIDE, y // HIGH)
        self._bits[cell] = self._bits.get(cell, 0) | BITS[y % HIGH][x % WIDE]
        if cell not in self._pens or pen.layer >= self._pens[cell].layer:
            self._pens[cell] = pen

    def path(self, points: Sequence[tuple[float, float]], pen: Pen) -> None:
        """Join points, in dots, by straight lines; the pattern runs on from one to the next."""
        offset = 0
        for (x0, y0), (x1, y1) in pairwise(points):
            steps = max(1, round(max(abs(x1 - x0), abs(y1 - y0))))
            for step in range(steps):
                if pen.pattern[offset % len(pen.pattern)]:
                    share = step / steps
                    self.dot(round(x0 + (x1 - x0) * share), round(y0 + (y1 - y0) * share), pen)
                offset += 1
        if points:
            self.dot(round(points[-1][0]), round(points[-1][1]), pen)

    def free(self, column: int, row: int, width: int) -> bool:
        """Whether so many cells lie on the canvas and hold no word."""
        inside = 0 <= row < self.rows and column >= 0 and column + width <= self.columns
        return inside and all((column + offset, row) not in self._words for offset in range(width))

    def write(self, column: int, row: int, word: str, style: str = "", action: str = "") -> None:
        """Put a word over the dots; `action` is what a click on it does."""
        for offset, letter in enumerate(word):
            if 0 <= column + offset < self.columns and 0 <= row < self.rows:
                self._words[column + offset, row] = (letter, style, action)

    def lines(self) -> tuple[tuple[Run, ...], ...]:
        """The canvas row by row, cells of one style and action together."""
        return tuple(tuple(_runs(self._cells(row))) for row in range(self.rows))

    def text(self) -> tuple[str, ...]:
        """The canvas row by row, without styles."""
        return tuple("".join(letters for letters, _, _ in line).rstrip() for line in self.lines())

    def _cells(self, row: int) -> Iterable[Run]:
        for column in range(self.columns):
            cell = (column, row)
            if cell in self._words:
                yield self._words[cell]
            elif cell in self._bits:
                bits = self._bits[cell]
                yield letter_of(bits) if self.plain else chr(BLANK | bits), self._pens[cell].style, ""
            else:
                yield " ", "", ""


def letter_of(bits: int) -> str:
    """The plain letter that looks most like a cell of dots."""
    if not bits:
        return " "
    dots = [(x, y) for y, pair in enumerate(BITS) for x, bit in enumerate(pair) if bits & bit]
    across, down = {x for x, _ in dots}, [y for _, y in dots]
    tall = max(down) - min(down)
    if len(across) == 1:
        return "|" if tall >= 2 else "'" if max(down) <= 1 else "."
    if tall <= 1:
        return "-" if 1 <= max(down) <= 2 else "_" if min(down) >= 2 else '"'
    left = sum(y for x, y in dots if x == 0) / sum(1 for x, _ in dots if x == 0)
    right = sum(y for x, y in dots if x == 1) / sum(1 for x, _ in dots if x == 1)
    return "#" if len(dots) > 6 else "|" if left == right else "\\" if left < right else "/"


def _runs(cells: Iterable[Run]) -> Iterable[Run]:
    letters, style, action = "", "", ""
    for letter, next_style, next_action in cells:
        if (next_style, next_action) != (style, action):
            if letters:
                yield letters, style, action
            letters, style, action = "", next_style, next_action
        letters += letter
    if letters:
        yield letters, style, action
