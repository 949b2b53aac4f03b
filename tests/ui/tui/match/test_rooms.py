"""From the home screen to the next phase and on, with the keyboard alone."""

from pathlib import Path

import pytest
from textual.widgets import Input

from tabletop.ui.tui.screens.curtain import Curtain
from tabletop.ui.tui.screens.rooms.briefing import Briefing
from tabletop.ui.tui.screens.rooms.end import End
from tabletop.ui.tui.screens.rooms.orders import OrdersRoom
from tabletop.ui.tui.screens.rooms.room import Room
from tabletop.ui.tui.screens.rooms.table import TableRoom
from tabletop.vocabulary import Phase
from tests.ui.tui.walk import SIZES, open_window, press, screen_text, settle, setup, take_a_step, to_the_table


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.slow
async def test_from_home_to_the_first_pass(tmp_path: Path, size: tuple[int, int]) -> None:
    app = open_window(tmp_path)
    async with app.run_test(size=size) as pilot:
        assert "New match" in screen_text(app)
        await press(pilot, "n")
        assert "A new match" in screen_text(app)
        assert "class" in screen_text(app).lower()
        app.screen.query_one(Input).value = "7"
        await press(pilot, "enter")
        assert isinstance(app.screen, Briefing), screen_text(app)
        assert "For everybody" in screen_text(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, OrdersRoom), screen_text(app)
        await press(pilot, "right", "enter")
        assert app.director is not None
        await to_the_table(pilot)
        assert isinstance(app.screen, TableRoom), screen_text(app)
        before = app.director.seat.port.view
        assert before.sight.talks.phase is Phase.PLENARY
        own = before.sight.text.positions[before.sight.seat]
        await press(pilot, "p", "right", "enter")
        after = app.director.seat.port.view
        assert after.sight.text.positions[after.sight.seat] != own, screen_text(app)
        assert isinstance(app.screen, Room)
        round_ = after.sight.talks.round
        for _ in range(20):
            talks = app.director.seat.port.view.sight.talks
            if talks.phase is not Phase.PLENARY or talks.round != round_:
                break
            await take_a_step(pilot)
        talks = app.director.seat.port.view.sight.talks
        assert (talks.phase, talks.round) != (Phase.PLENARY, round_), screen_text(app)


async def test_a_match_is_continued_where_it_was_left(tmp_path: Path) -> None:
    app = open_window(tmp_path, setup("ukraine"))
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "enter")
        assert app.director is not None
        left = app.director.seat.port.view
        await press(pilot, "f10")
        assert "Abu Dhabi 2026 · class · Ukraine" in screen_text(app)
        await press(pilot, "c")
        assert app.director is not None
        assert app.director.seat.port.view == left


@pytest.mark.slow
async def test_a_short_match_comes_to_its_end_by_keys(tmp_path: Path) -> None:
    app = open_window(tmp_path, setup("ukraine", format_id="pop-up"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for _ in range(150):
            if isinstance(app.screen, End):
                break
            await take_a_step(pilot)
        assert isinstance(app.screen, End), screen_text(app)
        assert "journal of this match" in screen_text(app)
        await press(pilot, "enter")
        assert "New match" in screen_text(app)


async def test_the_curtain_hides_one_seat_from_the_other(tmp_path: Path) -> None:
    app = open_window(tmp_path, setup("ukraine", "russia"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, Curtain)
        assert "Ukraine" in screen_text(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, Briefing)
        await press(pilot, "enter", "enter")
        assert isinstance(app.screen, Curtain), screen_text(app)
        shown = screen_text(app)
        assert "Russia" in shown
        assert "Ukraine" not in shown
        assert not any(isinstance(screen, Room) for screen in app.screen_stack)
        await press(pilot, "enter")
        assert app.director is not None
        assert app.director.seat.port.seat == "russia"
