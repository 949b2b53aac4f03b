"""Charts as lines to draw and tables to read: numbers alone, the template draws them."""

from collections.abc import Sequence
from dataclasses import dataclass

from tabletop.words.figures.charts import Chart, value_words

WIDE, HIGH = 640, 240
"""Units of the drawing across and down."""

LEFT, RIGHT, TOP, BOTTOM = 88, 16, 16, 36
"""Margins, for the words of the axes."""

KINDS = 6
"""Ways of drawing a series apart; more begin again."""

MOST_WORDS = 6
"""Words along the axis at most."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A word at a place."""

    x: float
    y: float
    text: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """A series: what is counted, its way of drawing, its line as SVG points, and its dots."""

    label: str
    kind: int
    line: str
    dots: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart, drawn and in a table.

    Attributes:
        slug: Its name.
        title: What it shows, with its unit.
        note: What must be said with it.
        series: What is drawn.
        across: Words along the axis.
        up: Words of values.
        zero: Height of the zero line, where there is one inside.
        labels: Heads of the table.
        rows: Its rows: when, and a value a series, empty where there is none.
    """

    slug: str
    title: str
    note: str
    series: tuple[Drawn, ...]
    across: tuple[Mark, ...]
    up: tuple[Mark, ...]
    zero: float
    labels: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]


def drawing_of(chart: Chart) -> Drawing:
    """A chart as the template draws it."""
    places = sorted({at for line in chart.series for at, _ in line.points})
    values = [value for line in chart.series for _, value in line.points]
    low, high = min(values), max(values)
    low = min(0.0, low) if chart.zero else low
    if high == low:
        low, high = low - 1, high + 1

    def x(at: float) -> float:
        span = (places[-1] - places[0]) or 1.0
        share = (at - places[0]) / span if len(places) > 1 else 0.5
        return round(LEFT + share * (WIDE - LEFT - RIGHT), 1)

    def y(value: float) -> float:
        return round(TOP + (high - value) / (high - low) * (HIGH - TOP - BOTTOM), 1)

    drawn = [
        Drawn(
            line.label,
            at % KINDS,
            " ".join(f"{x(when)},{y(value)}" for when, value in line.points) if line.joined else "",
            tuple((x(when), y(value)) for when, value in line.points),
        )
        for at, line in enumerate(chart.series)
        if line.points
    ]
    labels = tuple(line.label for line in chart.series if line.points)
    return Drawing(
        chart.slug,
        f"{chart.title} ({chart.unit})",
        chart.note,
        tuple(drawn),
        tuple(Mark(x(at), HIGH - 10, word) for at, word in _thinned(chart.ticks, places)),
        tuple(Mark(LEFT - 8, y(value) + 4, value_words(value, chart.places)) for value in _steps(low, high)),
        y(0.0) if low <= 0 <= high else 0.0,
        labels,
        _rows(chart, places),
    )


def _rows(chart: Chart, places: Sequence[float]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    names = dict(chart.ticks)
    told = [dict(line.points) for line in chart.series if line.points]
    return tuple(
        (
            names.get(at) or f"{2022 + int(at) // 12}-{int(at) % 12 + 1:02d}",
            tuple(value_words(points[at], chart.places) if at in points else "" for points in told),
        )
        for at in places
    )


def _thinned(ticks: Sequence[tuple[float, str]], places: Sequence[float]) -> list[tuple[float, str]]:
    """As many words along the axis as have room, the last among them."""
    inside = [(at, word) for at, word in ticks if places[0] <= at <= places[-1]]
    every = -(-len(inside) // MOST_WORDS) or 1
    return [each for place, each in enumerate(reversed(inside)) if place % every == 0][::-1]


def _steps(low: float, high: float) -> tuple[float, ...]:
    """Values that the axis names: its ends and the middle."""
    return (low, (low + high) / 2, high)
