"""The theatre as shapes to draw: outlines, rivers, the line, marks of sectors, cities and strikes with their words.

Made from the view and the scenario's drawing alone. No mark stands for whose a place is.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import cos, radians

from tabletop.game.views import SeatView
from tabletop.scenario.board.background import MapFrame, Path, Point, TheatreMap
from tabletop.words.figures.map import inside, map_caption, map_legend, sector_mark
from tabletop.words.language.section import Section, text_sections
from tabletop.words.language.voice import Voice
from tabletop.words.pages.theatre import mark_slug, strikes_by_place

WIDE = 720
"""Units of the drawing across."""

LETTER, LINE = 8.2, 16
"""Units of a letter across, and of a line of words down."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word on the map.

    Attributes:
        x: Where it begins, ends or has its middle, by `anchor`.
        anchor: `start`, `end` or `middle`.
        kind: What it names: `city`, `held`, `contested`, `claimed` or `strike`.
    """

    x: float
    y: float
    text: str
    anchor: str
    kind: str


@dataclass(frozen=True, slots=True)
class MapDrawing:
    """A map, drawn and in words.

    Attributes:
        id: Its name.
        title: What it shows.
        high: Units down.
        outlines: As SVG points.
        rivers: As SVG points.
        line: The line of contact.
        cities: Dots.
        words: Marks and names that had room.
        legend: The same in words.
        caption: What must be said under it.
    """

    id: str
    title: str
    high: int
    outlines: tuple[str, ...]
    rivers: tuple[str, ...]
    line: str
    cities: tuple[tuple[float, float], ...]
    words: tuple[Word, ...]
    legend: Section
    caption: str


class Sheet:
    """A frame on its way to the drawing: where points fall, and which places are taken by words."""

    def __init__(self, frame: MapFrame) -> None:
        narrowed = cos(radians((frame.south + frame.north) / 2))
        self._frame, self._across = frame, WIDE / (frame.east - frame.west)
        self._down = self._across / narrowed
        self.high = round((frame.north - frame.south) * self._down)
        self._taken: list[tuple[float, float, float, float]] = []

    def spot(self, point: Point) -> tuple[float, float]:
        """A point in units."""
        x, y = (point[0] - self._frame.west) * self._across, (self._frame.north - point[1]) * self._down
        return round(x, 1), round(y, 1)

    def path(self, points: Path) -> str:
        """A line as SVG points."""
        return " ".join(f"{x},{y}" for x, y in map(self.spot, points))

    def keep(self, x: float, y: float, reach: float = 4) -> None:
        """Leave a place free of words."""
        self._taken.append((x - reach, y - reach, x + reach, y + reach))

    def word(self, point: Point, text: str, kind: str, *, beside: bool = True) -> Word | None:
        """A word near a point, where there is room for it."""
        x, y = self.spot(point)
        wide = len(text) * LETTER
        on = [(x, y + 5, "middle")]
        around = [(x + 8, y + 5, "start"), (x - 8, y + 5, "end"), (x, y - 8, "middle"), (x, y + 20, "middle")]
        far = [(x, y - 24, "middle"), (x, y + 36, "middle"), (x + 8, y + 21, "start"), (x - 8, y - 11, "end")]
        for at, base, anchor in (*(() if beside else on), *around, *far):
            left = at - {"start": 0, "end": wide, "middle": wide / 2}[anchor]
            box = (left - 2, base - LINE + 3, left + wide + 2, base + 4)
            fits = box[0] >= 0 and box[2] <= WIDE and box[1] >= 0 and box[3] <= self.high
            if fits and not any(_meet(box, other) for other in self._taken):
                self._taken.append(box)
                return Word(round(at, 1), round(base, 1), text, anchor, kind)
        return None


def _meet(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def map_drawings(voice: Voice, view: SeatView) -> Iterator[MapDrawing]:
    """Each frame of the scenario's map; none where it has no map."""
    theatre_map = voice.lexicon.background.map
    if theatre_map is None:
        return
    for frame in theatre_map.frames:
        yield _drawing(voice, view, theatre_map, frame)


def _drawing(voice: Voice, view: SeatView, theatre_map: TheatreMap, frame: MapFrame) -> MapDrawing:
    sheet = Sheet(frame)
    cities = {city: sheet.spot(at) for city, at in theatre_map.cities.items() if inside(frame, at)}
    words = list(_marks(sheet, voice, view, theatre_map, frame))
    for spot in cities.values():
        sheet.keep(*spot)
    hidden: list[str] = []
    for city in cities:
        found = sheet.word(theatre_map.cities[city], voice.lexicon.label(f"map.city.{city}"), "city")
        if found is None:
            hidden.append(city)
        else:
            words.append(found)
    (legend,) = text_sections((map_legend(voice, view, frame, (), hidden),))
    return MapDrawing(
        frame.id,
        voice.lexicon.label(f"map.frame.{frame.id}"),
        sheet.high,
        _paths(sheet, theatre_map.outlines.values()),
        _paths(sheet, theatre_map.rivers.values()),
        sheet.path(theatre_map.contact_line),
        tuple(spot for city, spot in cities.items() if city not in hidden),
        tuple(words),
        legend,
        map_caption(voice, view, theatre_map),
    )


def _paths(sheet: Sheet, paths: Iterable[Path]) -> tuple[str, ...]:
    return tuple(sheet.path(path) for path in paths)


def _marks(
    sheet: Sheet, voice: Voice, view: SeatView, theatre_map: TheatreMap, frame: MapFrame
) -> Iterator[Word]:
    """Sectors by their mark, then places that strikes were reported from."""
    for index, (board, sector) in enumerate(
        zip(voice.board.theatre.sectors, view.sight.theatre.sectors, strict=True)
    ):
        spot = theatre_map.sectors.get(board.id)
        if spot is not None and inside(frame, spot):
            mark = sheet.word(spot, sector_mark(voice, index, sector), mark_slug(sector), beside=False)
            yield from (mark,) if mark else ()
    for place, count in strikes_by_place(view).items():
        spot = theatre_map.places.get(place)
        if spot is not None and inside(frame, spot):
            mark = sheet.word(spot, "✶" if count == 1 else f"✶ {count}", "strike", beside=False)
            yield from (mark,) if mark else ()
