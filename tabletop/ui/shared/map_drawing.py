"""The theatre as a drawing: outlines, rivers, the line of contact, sectors by mark, cities by letter, strikes.

It is drawn from the view and the scenario's drawing alone. No mark stands for whose a place is.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, radians
from string import ascii_lowercase

from tabletop.game.views import SeatView
from tabletop.scenario.board.background import MapFrame, Point, TheatreMap
from tabletop.ui.shared.dot_canvas import HIGH, SOLID, WIDE, Canvas, Pen
from tabletop.words.figures.map import inside, sector_mark
from tabletop.words.language.voice import Voice
from tabletop.words.pages.theatre import mark_slug, strikes_by_place

OUTLINE = Pen("dim", 0, (1, 0, 0, 0))
RIVER = Pen("$primary", 1, (1, 1, 1, 0, 0))
LINE = Pen("bold $error", 2, SOLID)

TONES = {"held": "bold $success", "contested": "bold $warning", "claimed": "bold $warning"}
"""Colours of sectors by state; the mark says the same."""

AROUND = ((0, 0), (1, 0), (-1, 0), (0, 1), (0, -1), (2, 0), (-2, 0), (1, 1), (-1, 1), (1, -1), (-1, -1))
"""Where a word may stand, as cells from its place, the nearest first."""

LETTERS = ascii_lowercase
"""One for each city that is drawn."""

STRIKE = "*"
"""A strike reported in this match; a number follows it when there were more."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A map that has been drawn.

    Attributes:
        canvas: The drawing.
        cities: Letter and city of those that had room.
        hidden: Cities in the frame that had none.
    """

    canvas: Canvas
    cities: tuple[tuple[str, str], ...]
    hidden: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Projection:
    """Degrees to dots: one scale both ways, the frame in the middle of the canvas."""

    west: float
    north: float
    across: float
    down: float
    left: float
    top: float

    @classmethod
    def of(cls, frame: MapFrame, canvas: Canvas) -> "Projection":
        """The projection that shows the whole frame as large as it can be."""
        wide, high = canvas.size
        narrowed = cos(radians((frame.south + frame.north) / 2))
        scale = min(
            (wide - 1) / ((frame.east - frame.west) * narrowed), (high - 1) / (frame.north - frame.south)
        )
        across = scale * narrowed
        left = (wide - 1 - across * (frame.east - frame.west)) / 2
        top = (high - 1 - scale * (frame.north - frame.south)) / 2
        return cls(frame.west, frame.north, across, scale, left, top)

    def spot(self, point: Point) -> tuple[float, float]:
        """A point in dots."""
        return (
            self.left + (point[0] - self.west) * self.across,
            self.top + (self.north - point[1]) * self.down,
        )

    def cell(self, point: Point) -> tuple[int, int]:
        """The cell of a point."""
        x, y = self.spot(point)
        return round(x) // WIDE, round(y) // HIGH


def draw(
    voice: Voice,
    view: SeatView,
    theatre_map: TheatreMap,
    frame: MapFrame,
    *,
    columns: int,
    rows: int,
    plain: bool = False,
) -> Drawn:
    """The theatre in so many columns and rows.

    Args:
        voice: The seat that looks.
        view: What it sees.
        theatre_map: The scenario's drawing.
        frame: What of it is shown.
        columns: Columns there are.
        rows: Rows there are.
        plain: Whether to draw with letters instead of braille.
    """
    canvas = Canvas(columns, rows, plain)
    place = Projection.of(frame, canvas)
    for outline in theatre_map.outlines.values():
        canvas.path([place.spot(point) for point in outline], OUTLINE)
    for river in theatre_map.rivers.values():
        canvas.path([place.spot(point) for point in river], RIVER)
    canvas.path([place.spot(point) for point in theatre_map.contact_line], LINE)
    _sectors(canvas, place, voice, view, theatre_map, frame)
    _strikes(canvas, place, view, theatre_map, frame)
    cities, hidden = _cities(canvas, place, theatre_map, frame)
    return Drawn(canvas, cities, hidden)


def sample(pen: Pen, *, plain: bool) -> str:
    """Three cells of a pen, for the legend."""
    canvas = Canvas(3, 1, plain)
    canvas.path(((0, 1), (5, 1)), pen)
    return canvas.text()[0].ljust(3)


def _sectors(
    canvas: Canvas, place: Projection, voice: Voice, view: SeatView, theatre_map: TheatreMap, frame: MapFrame
) -> None:
    now = view.sight.theatre.sectors
    for index, (board, sector) in enumerate(zip(voice.board.theatre.sectors, now, strict=True)):
        spot = theatre_map.sectors.get(board.id)
        if spot is not None and inside(frame, spot):
            word = sector_mark(voice, index, sector)
            action = f"app.source('sector.{board.id}')"
            _put(canvas, place.cell(spot), word, TONES[mark_slug(sector)], action)


def _strikes(
    canvas: Canvas, place: Projection, view: SeatView, theatre_map: TheatreMap, frame: MapFrame
) -> None:
    for where, count in strikes_by_place(view).items():
        spot = theatre_map.places.get(where)
        if spot is not None and inside(frame, spot):
            _put(canvas, place.cell(spot), STRIKE if count == 1 else f"{STRIKE}{count}", "bold $error")


def _cities(
    canvas: Canvas, place: Projection, theatre_map: TheatreMap, frame: MapFrame
) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...]]:
    """Letters in the order of the drawing, and the cities there was no room for."""
    letters: Iterable[str] = iter(LETTERS)
    drawn: list[tuple[str, str]] = []
    hidden: list[str] = []
    for city, spot in theatre_map.cities.items():
        if not inside(frame, spot):
            continue
        column, row = place.cell(spot)
        free = next(((x, y) for x, y in AROUND[:3] if canvas.free(column + x, row + y, 1)), None)
        letter = next(iter(letters), "") if free is not None else ""
        if free is None or not letter:
            hidden.append(city)
            continue
        canvas.write(column + free[0], row + free[1], letter, "bold")
        drawn.append((letter, city))
    return tuple(drawn), tuple(hidden)


def _put(canvas: Canvas, cell: tuple[int, int], word: str, style: str, action: str = "") -> None:
    """Write a word as near to its cell as there is room."""
    for across, down in AROUND:
        column, row = cell[0] + across, cell[1] + down
        if canvas.free(column, row, len(word)):
            canvas.write(column, row, word, style, action)
            return
