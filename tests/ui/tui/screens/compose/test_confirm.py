"""Two steps where the rules ask for two, undo until something is revealed, the other chair, no colour."""

from pathlib import Path

import pytest

from tabletop.game.records.moves import Vow
from tabletop.ui.tui.screens.compose.confirm import Confirm
from tabletop.ui.tui.screens.rooms.end import other_chair
from tabletop.ui.tui.screens.rooms.orders import OrdersRoom
from tests.ui.tui.walk import (
    NARROW,
    fill_in,
    open_at_table,
    open_window,
    press,
    screen_text,
    settle,
    setup,
    to_the_table,
    valley,
)


async def test_a_vow_takes_two_steps_and_esc_takes_none(tmp_path: Path) -> None:
    app = await open_at_table(tmp_path, valley())
    async with app.run_test(size=NARROW) as pilot:
        await to_the_table(pilot)
        assert app.director is not None
        await press(pilot, "v", "1", "1", "enter")
        assert isinstance(app.screen, Confirm), screen_text(app)
        assert isinstance(app.screen.made, Vow)
        assert "Vow in public" in screen_text(app)
        assert app.director.seat.port.view.sight.text.vows == ()
        await press(pilot, "escape")
        assert app.director.seat.port.view.sight.text.vows == ()
        await press(pilot, "enter", "enter")
        assert len(app.director.seat.port.view.sight.text.vows) == 1


async def test_sealed_orders_can_be_taken_back(tmp_path: Path) -> None:
    app = open_window(tmp_path, setup("us"))
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "right", "enter")
        assert isinstance(app.screen, OrdersRoom)
        assert "Sealed:" in screen_text(app)
        await press(pilot, "u")
        assert "Sealed:" not in screen_text(app)
        await press(pilot, "u")
        assert "Undo:" in screen_text(app)


async def test_an_incomplete_sheet_says_what_is_missing_and_makes_no_move(tmp_path: Path) -> None:
    app = await open_at_table(tmp_path, valley())
    async with app.run_test(size=NARROW) as pilot:
        await to_the_table(pilot)
        assert app.director is not None
        view = app.director.seat.port.view
        await press(pilot, "p", "enter")
        assert "Not complete yet" in screen_text(app)
        assert app.director.seat.port.view == view
        await fill_in(pilot)
        assert app.director.seat.port.view != view


def test_the_other_chair_keeps_seed_and_format() -> None:
    played = setup("ukraine", seed=11)
    again = other_chair(played, ("ukraine", "russia"))
    assert again.seats == {**played.seats, "ukraine": "trading", "russia": "person"}
    assert (again.seed, again.format, again.scenario) == (11, played.format, played.scenario)


async def test_without_colour_the_same_words_stand_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = []
    for colour in (True, False):
        if not colour:
            monkeypatch.setenv("NO_COLOR", "1")
        app = await open_at_table(tmp_path, valley())
        async with app.run_test(size=NARROW) as pilot:
            await to_the_table(pilot)
            shown.append(screen_text(app))
            colours = {
                segment.style.color.triplet
                for strip in app.screen._compositor.render_strips()
                for segment in strip
                if segment.style is not None and segment.style.color is not None
            }
            assert colour or app.no_color
            assert not colour or len(colours) > 1
    assert shown[0] == shown[1]
    assert "▸ your move" in shown[1]
