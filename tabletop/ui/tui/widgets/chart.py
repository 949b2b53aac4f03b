"""A chart of lines for the terminal: axes, series with a letter each, a legend that names every series.

Series differ by their letter and their pattern of dots; colour only repeats that.
"""

from collections.abc import Sequence
from math import ceil, floor, log10

from textual.content import Content

from tabletop.ui.shared.dot_canvas import HIGH, SOLID, WIDE, Canvas, Pen
from tabletop.ui.tui.widgets.figure import drawn, source_action
from tabletop.words.figures.charts import Chart, ChartSeries, value_words

LETTERS = "ABCDEFGH"
"""One for each series, drawn on its points and before its name."""

PATTERNS: tuple[tuple[int, ...], ...] = (SOLID, (1, 1, 1, 0, 0), (1, 0), (1, 1, 1, 1, 0, 1, 0), (1, 0, 0))

COLOURS = ("$accent", "$primary", "$success", "$error", "$secondary")

STEPS = (1, 2, 2.5, 5, 10)
"""Between two marks of the axis, times a power of ten."""

MARGIN = 0.08
"""Share of the range that is left free above and below."""


def draw(chart: Chart, columns: int, rows: int, *, plain: bool = False) -> Content:
    """A chart in so many columns and rows, its legend in them.

    Args:
        chart: What to draw; one without points is a sentence of the caller's.
        columns: Columns there are, 30 or more.
        rows: Rows there are, 8 or more.
        plain: Whether to draw with letters instead of braille.
    """
    legend = _legend(chart, columns)
    high = max(4, rows - 3 - len(legend))
    low, top = bounds(chart)
    marks = axis(low, top, max(2, high // 3))
    side = max(len(value_words(mark)) for mark in marks) + 1
    wide = columns - side - 1
    plot = Canvas(wide, high, plain)
    _fill(plot, chart, (low, top), marks)
    labels = {_row(mark, low, top, high): value_words(mark) for mark in reversed(marks)}
    upright, corner, level = ("|", "+", "-") if plain else ("│", "└", "─")
    lines = [Content.assemble((chart.title, "bold"), f" · {chart.unit}")]
    lines += [
        Content.assemble((f"{labels.get(row, ''):>{side}}", "dim"), (upright, "dim"), content)
        for row, content in enumerate(drawn(plot))
    ]
    lines.append(Content.styled(f"{'':>{side}}{corner}{level * wide}", "dim"))
    lines.append(Content.styled(" " * (side + 1) + _ticks(chart, wide), "dim"))
    return Content("\n").join([*lines, *legend])


def bounds(chart: Chart) -> tuple[float, float]:
    """The least and the greatest value that fit, with some room; zero among them where the chart wants it."""
    values = [value for line in chart.series for _, value in line.points] or [0.0]
    least, most = min(values), max(values)
    if chart.zero:
        least, most = min(least, 0.0), max(most, 0.0)
    room = (most - least) * MARGIN or max(1.0, abs(most) * MARGIN)
    return (least if chart.zero and least == 0 else least - room), most + room


def axis(low: float, top: float, most: int) -> tuple[float, ...]:
    """Round values between two bounds, two at least and hardly more than so many."""
    rough = (top - low) / max(1, most)
    power = 10.0 ** floor(log10(rough))
    step = next(power * factor for factor in STEPS if power * factor >= rough * 0.999)
    marks = tuple(round(step * mark, 6) for mark in range(ceil(low / step), floor(top / step) + 1))
    return marks if len(marks) > 1 else (low, top)


def _row(value: float, low: float, top: float, rows: int) -> int:
    """The row of a value, 0 at the top."""
    return min(rows - 1, max(0, round((top - value) / (top - low) * (rows * HIGH - 1)) // HIGH))


def _places(chart: Chart) -> tuple[float, float]:
    """The first and the last place of the axis."""
    found = [x for line in chart.series for x, _ in line.points] + [x for x, _ in chart.ticks]
    first, last = min(found, default=0.0), max(found, default=1.0)
    return (first, last) if last > first else (first - 0.5, last + 0.5)


def _fill(plot: Canvas, chart: Chart, span: tuple[float, float], marks: Sequence[float]) -> None:
    low, top = span
    first, last = _places(chart)
    across, down = plot.size

    def spot(point: tuple[float, float]) -> tuple[float, float]:
        x, value = point
        return (
            WIDE + (x - first) / (last - first) * (across - 1 - 2 * WIDE),
            (top - value) / (top - low) * (down - 1),
        )

    for mark in marks:
        y = spot((first, mark))[1]
        pattern = SOLID if mark == 0 else (1, 0, 0, 0, 0, 0)
        plot.path(((0, y), (across - 1, y)), Pen("dim", 0, pattern))
    for index, line in enumerate(chart.series):
        pen = pen_of(index)
        if line.joined:
            plot.path([spot(point) for point in line.points], pen)
        for point in line.points:
            x, y = spot(point)
            _letter(plot, (round(x) // WIDE, round(y) // HIGH), index, line)


def pen_of(index: int) -> Pen:
    """How the series at a place is drawn."""
    return Pen(COLOURS[index % len(COLOURS)], 1 + index, PATTERNS[index % len(PATTERNS)])


def _letter(plot: Canvas, cell: tuple[int, int], index: int, line: ChartSeries) -> None:
    """The letter of a series on its point, beside another's where that one is there already."""
    column, row = cell
    for across, down in ((0, 0), (1, 0), (-1, 0), (0, -1), (0, 1)):
        if plot.free(column + across, row + down, 1):
            action = source_action(line.figure) if line.figure else ""
            plot.write(
                column + across, row + down, LETTERS[index], f"bold {COLOURS[index % len(COLOURS)]}", action
            )
            return


def _ticks(chart: Chart, wide: int) -> str:
    """Words under the axis, as many as there is room for; the last one is always there."""
    first, last = _places(chart)
    line = [" "] * wide
    taken = wide + 1
    for x, word in sorted(chart.ticks, reverse=True):
        middle = 1 + round((x - first) / (last - first) * (wide - 3))
        start = max(0, min(wide - len(word), middle - len(word) // 2))
        if start + len(word) < taken and start >= 0:
            line[start : start + len(word)] = word
            taken = start
    return "".join(line).rstrip()


def _legend(chart: Chart, columns: int) -> list[Content]:
    """A line for each series: letter, name, last value."""
    lines: list[Content] = []
    for index, line in enumerate(chart.series):
        if not line.points:
            continue
        value = value_words(line.points[-1][1], chart.places)
        room = columns - len(value) - 4
        name = line.label if len(line.label) <= room else f"{line.label[: room - 1]}…"
        style = f"bold {COLOURS[index % len(COLOURS)]}"
        lines.append(Content.assemble((LETTERS[index], style), f" {name}: ", (value, "bold")))
    return lines
