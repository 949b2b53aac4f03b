"""The consent sheet on the screen: sealed before the orders, seen by its addressee at the table."""

from pathlib import Path

import pytest

from tabletop.game.records.papers import ConsentSheet
from tabletop.ui.tui.screens.rooms.briefing import Briefing
from tabletop.ui.tui.screens.rooms.orders import OrdersRoom
from tabletop.ui.tui.screens.rooms.table import TableRoom
from tests.ui.tui.walk import NARROW, fill_in, open_window, press, screen_text, settle, setup, take_a_step


@pytest.mark.slow
async def test_a_seat_outside_seals_a_sheet_and_then_its_orders(tmp_path: Path) -> None:
    app = open_window(tmp_path, setup("europe", seed=1))
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        while isinstance(app.screen, Briefing):
            await press(pilot, "enter")
        assert isinstance(app.screen, OrdersRoom)
        assert "c seals what you would carry" in " ".join(screen_text(app).split())
        await press(pilot, "c")
        await fill_in(pilot)
        assert isinstance(app.screen, OrdersRoom), screen_text(app)
        assert "sealed until the session" in screen_text(app)
        assert app.director is not None
        view = app.director.seat.port.view
        assert any(isinstance(paper, ConsentSheet) and paper.sealed for paper in view.sight.papers)
        await press(pilot, "enter")
        assert app.director.seat.port.view.sight.talks.round == 2, screen_text(app)


async def test_the_addressee_sees_the_sheet_beside_the_world(tmp_path: Path) -> None:
    app = open_window(tmp_path, setup("ukraine"))
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        for _ in range(20):
            if isinstance(app.screen, TableRoom):
                break
            await take_a_step(pilot)
        assert isinstance(app.screen, TableRoom)
        sheets = [paper for paper in app.screen.view.sight.papers if isinstance(paper, ConsentSheet)]
        assert [sheet.to for sheet in sheets] == [("ukraine",)]
        await press(pilot, "4", "end")
        assert "would carry (open until the recess" in " ".join(screen_text(app).split())
