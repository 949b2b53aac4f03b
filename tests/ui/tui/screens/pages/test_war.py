"""Charts: axes and letters where the values are, turned by keys, the same after a break, nobody else's numbers."""

from itertools import pairwise
from pathlib import Path

import pytest

from tabletop.command import open_match
from tabletop.ui.shared.view_history import views_over_time
from tabletop.ui.tui.screens.pages.source import Sources
from tabletop.ui.tui.screens.pages.war import WarPage
from tabletop.ui.tui.screens.rooms.table import TableRoom
from tabletop.ui.tui.widgets.chart import axis, bounds, draw
from tabletop.ui.tui.widgets.sourced_lines import SourcedList
from tabletop.words.figures.charts import Chart, ChartSeries, charts
from tabletop.words.language.voice import Voice
from tests.ui.tui.walk import (
    NARROW,
    SIZES,
    WIDE,
    open_at_table,
    open_window,
    press,
    screen_text,
    settle,
    setup,
    take_a_step,
    to_the_table,
)

UP = Chart(
    "up",
    "Going up",
    "MW",
    (
        ChartSeries("Supply", "war.grid", ((0, 0), (1, 50), (2, 100))),
        ChartSeries("Need", "", ((0, 80), (2, 80))),
    ),
    ((0, "round 1"), (1, "round 2"), (2, "round 3, now")),
    zero=True,
)


def test_letters_stand_where_the_values_are() -> None:
    lines = draw(UP, 60, 16).plain.splitlines()
    spots = [
        (row, column) for row, line in enumerate(lines[1:12]) for column, it in enumerate(line) if it == "A"
    ]
    assert len(spots) == 3
    rows, columns = [row for row, _ in spots], [column for _, column in spots]
    assert rows == sorted(rows)
    assert columns == sorted(columns, reverse=True)
    level = [row for row, line in enumerate(lines[1:12]) if "B" in line]
    assert len(level) == 1
    assert rows[0] < level[0] < rows[-1]
    assert lines[0] == "Going up · MW"
    assert lines[-2:] == ["A Supply: 100", "B Need: 80"]
    assert "round 1" in lines[-3]
    assert lines[-3].rstrip().endswith("round 3, now")


@pytest.mark.parametrize(("columns", "rows"), [(30, 8), (72, 13), (118, 33)])
def test_a_chart_keeps_to_its_room(columns: int, rows: int) -> None:
    lines = draw(UP, columns, rows).plain.splitlines()
    assert max(map(len, lines)) <= columns
    assert len(lines) <= max(rows, 9)


def dots(chart: Chart) -> int:
    """How many cells of a chart hold dots."""
    return sum(0x2800 < ord(letter) < 0x2900 for letter in draw(chart, 60, 14).plain)


def test_series_that_are_not_joined_have_their_points_alone() -> None:
    points = ((0.0, 0.0), (9.0, 100.0))
    joined, apart = (
        Chart("one", "One", "km2", (ChartSeries("A counter", "", points, joined=each),), ())
        for each in (True, False)
    )
    assert draw(apart, 60, 14).plain.count("A") == draw(joined, 60, 14).plain.count("A")
    assert dots(joined) > dots(apart) + 10


def test_plain_letters_hold_no_braille_and_no_boxes() -> None:
    shown = draw(UP, 60, 14, plain=True).plain
    assert all(ord(letter) < 0x2500 for letter in shown)


@pytest.mark.parametrize(
    ("low", "top", "most"), [(0, 16_000, 4), (116_440, 116_716, 4), (-4.2, 0, 3), (17.1, 25.4, 5), (0, 1, 3)]
)
def test_the_axis_is_round_and_inside(low: float, top: float, most: int) -> None:
    marks = axis(low, top, most)
    assert 2 <= len(marks) <= most + 1
    assert all(low - 1e-6 <= mark <= top + 1e-6 for mark in marks)
    steps = {round(after - before, 6) for before, after in pairwise(marks)}
    assert len(steps) == 1


def test_the_zero_line_is_inside_where_it_is_wanted() -> None:
    low, top = bounds(Chart("gain", "", "", (ChartSeries("", "", ((0, -3.0), (1, -2.0))),), (), zero=True))
    assert low < -3
    assert top >= 0
    low, top = bounds(Chart("flat", "", "", (ChartSeries("", "", ((0, 5.0),)),), ()))
    assert low < 5 < top


@pytest.mark.parametrize("size", SIZES)
async def test_the_war_is_shown_in_charts_that_keys_turn(tmp_path: Path, size: tuple[int, int]) -> None:
    app = await open_at_table(tmp_path, setup("ukraine"))
    async with app.run_test(size=size) as pilot:
        await to_the_table(pilot)
        await press(pilot, "y")
        page = app.screen
        assert isinstance(page, WarPage)
        shown = screen_text(app)
        assert "Losses of Ukraine, estimated by the game" in shown
        assert max(len(row) for row in shown.splitlines()) <= size[0]
        assert len(shown.splitlines()) <= size[1]
        assert ("Ground under control" in shown) == (size == WIDE)
        seen = set()
        for _ in page.charts:
            seen.add(screen_text(app).splitlines()[1].split(" · ")[0].strip())
            await press(pilot, "right")
        assert len(seen) == len(page.charts) >= 8
        await press(pilot, "2")
        assert "2/" in screen_text(app).splitlines()[0]
        texts = [told.text for told in page.query_one(SourcedList).sourced]
        assert any(
            text.startswith("Share controlled by Russia, estimate by Al Jazeera: 2022-03") for text in texts
        )
        await press(pilot, "escape")
        assert isinstance(app.screen, TableRoom)


async def test_a_click_on_a_point_shows_where_the_series_comes_from(tmp_path: Path) -> None:
    app = await open_at_table(tmp_path, setup("ukraine"))
    async with app.run_test(size=NARROW) as pilot:
        await to_the_table(pilot)
        await press(pilot, "y")
        rows = screen_text(app).splitlines()
        row = next(at for at, line in enumerate(rows) if "│ A" in line)
        await pilot.click(offset=(rows[row].index("│ A") + 2, row))
        await settle(pilot)
        assert isinstance(app.screen, Sources)
        assert app.screen.figure == "war.lost.ukraine"


@pytest.mark.slow
async def test_a_match_taken_up_again_has_the_same_charts(tmp_path: Path) -> None:
    app = open_window(tmp_path, setup("ukraine", format_id="pop-up", seed=3))
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        for _ in range(60):
            if app.director is not None and app.director.seat.port.view.sight.talks.round >= 3:
                break
            await take_a_step(pilot)
        assert app.director is not None
        port, path = app.director.seat.port, app.director.match.where
        before = charts(Voice(port.board, port.lexicon, "ukraine"), views_over_time(port.past, port.view))
    again = open_match.resume(path, tmp_path).ports[0]
    assert (
        charts(Voice(again.board, again.lexicon, "ukraine"), views_over_time(again.past, again.view))
        == before
    )
    losses = next(chart for chart in before if chart.slug == "losses")
    assert len(losses.series[0].points) >= 4
