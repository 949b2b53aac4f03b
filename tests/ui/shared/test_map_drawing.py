"""The map: drawn from the view, readable without colour and without braille, by keys and by mouse."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from tabletop.game.records.papers import StrikePaper
from tabletop.game.records.state import Sector
from tabletop.game.views import SeatView
from tabletop.scenario.board.background import MapFrame, TheatreMap
from tabletop.ui.shared.dot_canvas import Canvas, Pen, letter_of
from tabletop.ui.shared.map_drawing import Projection, draw
from tabletop.ui.tui.screens.pages.map import MapPage
from tabletop.ui.tui.screens.pages.source import Sources
from tabletop.ui.tui.screens.rooms.table import TableRoom
from tabletop.ui.tui.widgets.sourced_lines import SourcedList
from tests.ui.tui.walk import (
    NARROW,
    SIZES,
    open_at_table,
    press,
    screen_text,
    setup,
    to_the_table,
    valley,
)
from tests.words.pages.test_war_and_ledger import match, voice

LOW = 0.6
"""Dots that a cell is wide or high: how far a mark may stand from its place is counted in cells."""


def theatre_map() -> TheatreMap:
    found = match().lexicon.background.map
    assert found is not None
    return found


def drawn(
    view: SeatView, frame: MapFrame, *, plain: bool = False, columns: int = 74, rows: int = 30
) -> tuple[str, ...]:
    """The map of a view, line by line, without styles."""
    return draw(
        voice("us"), view, theatre_map(), frame, columns=columns, rows=rows, plain=plain
    ).canvas.text()


def with_sector(view: SeatView, name: str, sector: Sector) -> SeatView:
    """The view with another state of a sector."""
    at = [board.id for board in match().board.theatre.sectors].index(name)
    theatre = view.sight.theatre
    sectors = (*theatre.sectors[:at], sector, *theatre.sectors[at + 1 :])
    return replace(view, sight=replace(view.sight, theatre=replace(theatre, sectors=sectors)))


def test_dots_become_the_letters_they_make() -> None:
    canvas = Canvas(2, 1)
    canvas.path(((0, 0), (3, 3)), Pen())
    assert canvas.text() == ("⠑⢄",)
    canvas.dot(-1, 0, Pen())
    canvas.dot(4, 0, Pen())
    assert canvas.text() == ("⠑⢄",)


def test_plain_letters_follow_the_dots() -> None:
    assert [letter_of(bits) for bits in (0, 0x47, 0x12, 0xC0, 0x09, 0xFF)] == [" ", "|", "-", "_", '"', "#"]
    canvas = Canvas(4, 2, plain=True)
    canvas.path(((0, 0), (7, 7)), Pen())
    assert canvas.text() == ("-_", "  -_")
    steep = Canvas(1, 1, plain=True)
    steep.path(((0, 0), (1, 3)), Pen())
    assert steep.text() == ("\\",)


def test_a_pattern_leaves_dots_out_and_words_lie_above() -> None:
    canvas = Canvas(4, 1)
    canvas.path(((0, 0), (7, 0)), Pen(pattern=(1, 0)))
    assert canvas.text() == ("⠁⠁⠁⠉",)
    assert canvas.free(1, 0, 2)
    canvas.write(1, 0, "ab")
    assert canvas.text() == ("⠁ab⠉",)
    assert not canvas.free(0, 0, 2)
    assert not canvas.free(3, 0, 2)


@pytest.mark.parametrize("frame", theatre_map().frames, ids=lambda frame: frame.id)
def test_every_sector_of_a_frame_stands_within_two_cells_of_its_place(frame: MapFrame) -> None:
    lines = drawn(match().view("us"), frame)
    place = Projection.of(frame, Canvas(74, 30))
    found = 0
    for at, board in enumerate(match().board.theatre.sectors):
        spot = theatre_map().sectors[board.id]
        if not (frame.west <= spot[0] <= frame.east and frame.south <= spot[1] <= frame.north):
            continue
        found += 1
        column, row = place.cell(spot)
        starts = [
            (line.index(f"{at + 1}{mark}"), down)
            for down, line in enumerate(lines)
            for mark in "■▒"
            if f"{at + 1}{mark}" in line
        ]
        assert len(starts) == 1, board.id
        assert abs(starts[0][0] - column) <= 2
        assert abs(starts[0][1] - row) <= 1
    assert found >= 4


def test_marks_follow_the_match() -> None:
    view, frame = match().view("us"), theatre_map().frames[0]
    first, second = match().board.parties
    for sector, mark in (
        (Sector(second, -1, 0), "4■RU"),
        (Sector(-1, -1, 0), r"4▒(?!\?)"),
        (Sector(-1, first, 2), r"4▒\?UA"),
    ):
        assert re.search(mark, "\n".join(drawn(with_sector(view, "lyman", sector), frame)))


def test_strikes_stand_where_they_were_reported_and_are_counted() -> None:
    view, frame = match().view("us"), theatre_map().frames[0]
    one = next(paper for paper in view.sight.papers if isinstance(paper, StrikePaper))
    none = replace(view, sight=replace(view.sight, papers=()))
    assert "*" not in "".join(drawn(none, frame))
    twice = (replace(one, place="dnipro"), replace(one, id=99, place="dnipro"))
    there = replace(view, sight=replace(view.sight, papers=twice))
    lines = drawn(there, frame)
    column, row = Projection.of(frame, Canvas(74, 30)).cell(theatre_map().places["dnipro"])
    (found,) = [(line.index("*2"), down) for down, line in enumerate(lines) if "*2" in line]
    assert abs(found[0] - column) <= 2
    assert abs(found[1] - row) <= 1


def test_the_projection_keeps_north_up_and_one_scale() -> None:
    frame = theatre_map().frames[0]
    place = Projection.of(frame, Canvas(50, 19))
    north, south = place.spot((36.0, frame.north)), place.spot((36.0, frame.south))
    assert north[1] < south[1]
    assert place.spot((frame.west, 48.0))[0] < place.spot((frame.east, 48.0))[0]
    assert 0.6 < place.across / place.down < 0.72
    assert south[1] <= 19 * 4 - 1 + LOW


@pytest.mark.parametrize("size", SIZES)
async def test_the_map_fits_and_says_control_with_its_credits(tmp_path: Path, size: tuple[int, int]) -> None:
    app = await open_at_table(tmp_path, setup("ukraine"))
    async with app.run_test(size=size) as pilot:
        await to_the_table(pilot)
        await press(pilot, "f")
        assert isinstance(app.screen, MapPage)
        shown = screen_text(app)
        assert max(len(row) for row in shown.splitlines()) <= size[0]
        assert len(shown.splitlines()) <= size[1]
        assert "control, not sovereignty" in shown
        assert "2026-01-31" in shown
        assert any(0x2800 < ord(letter) < 0x2900 for letter in shown)
        listed = [told.text for told in app.screen.query_one(SourcedList).sourced]
        assert any("Natural Earth" in line for line in listed)
        assert sum("under the control of" in line for line in listed) >= 3
        assert "On the map: The theatre" in shown
        await press(pilot, "right")
        assert "The rest of" in screen_text(app)
        await press(pilot, "1")
        assert "On the map: The theatre" in screen_text(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, TableRoom)


async def test_a_click_on_a_sector_and_enter_on_its_line_show_where_it_comes_from(tmp_path: Path) -> None:
    app = await open_at_table(tmp_path, setup("ukraine"))
    async with app.run_test(size=NARROW) as pilot:
        await to_the_table(pilot)
        await press(pilot, "f")
        row = next(at for at, line in enumerate(screen_text(app).splitlines()) if "3■UA" in line[:50])
        column = screen_text(app).splitlines()[row].index("3■UA")
        await pilot.click(offset=(column + 1, row))
        await press(pilot)
        assert isinstance(app.screen, Sources)
        assert "Kramatorsk and Sloviansk" in screen_text(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, MapPage)
        await press(pilot, "down", "enter")
        assert isinstance(app.screen, Sources)
        assert app.screen.figure.startswith("sector.")


async def test_without_colour_it_is_drawn_with_letters(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = await open_at_table(tmp_path, setup("ukraine"))
    async with app.run_test(size=NARROW) as pilot:
        await to_the_table(pilot)
        for key in ("f", "y"):
            await press(pilot, key)
            shown = screen_text(app)
            assert not any(0x2800 <= ord(letter) < 0x2900 for letter in shown)
            assert any(mark in shown for mark in ("\\", "|", "_"))
            await press(pilot, "escape")


async def test_a_scenario_without_a_map_has_its_table(tmp_path: Path) -> None:
    app = await open_at_table(tmp_path, valley())
    async with app.run_test(size=NARROW) as pilot:
        await to_the_table(pilot)
        await press(pilot, "f")
        assert isinstance(app.screen, MapPage)
        shown = screen_text(app)
        assert "no drawing of its theatre" in shown or "no drawing of real places" in shown
        assert "Momentum (above 0: " in shown
        await press(pilot, "right", "1", "escape")
        assert isinstance(app.screen, TableRoom)


@pytest.mark.slow
async def test_neutral_names_draw_no_real_place(tmp_path: Path) -> None:
    app = await open_at_table(tmp_path, setup("ukraine", neutral=True))
    async with app.run_test(size=NARROW) as pilot:
        await to_the_table(pilot)
        await press(pilot, "f")
        shown = screen_text(app)
        assert "no drawing of real places" in shown.replace("\n", " ")
        assert "Donetsk" not in shown
        assert "Ukraine" not in shown
