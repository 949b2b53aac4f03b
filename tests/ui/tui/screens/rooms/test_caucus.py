"""What is said in a caucus reaches the two who sit there, and nobody else at the same screen."""

from pathlib import Path
from typing import cast

import pytest
from textual.pilot import Pilot

from tabletop.ui.tui.app import Window
from tabletop.ui.tui.screens.curtain import Curtain
from tabletop.ui.tui.screens.rooms.caucus import Caucus
from tabletop.ui.tui.screens.rooms.room import Room
from tabletop.ui.tui.screens.rooms.table import TableRoom
from tests.ui.tui.walk import (
    WIDE,
    open_at_table,
    press,
    screen_text,
    take_a_step,
    to_the_table,
    valley,
)

WORDS = "between the two of us"


async def until(pilot: Pilot[None], chair: str) -> None:
    """End turns until a chair is looked at."""
    app = cast("Window", pilot.app)
    for _ in range(12):
        if isinstance(pilot.app.screen, TableRoom | Caucus):
            if f"{chair} ● you" in screen_text(app):
                return
            await press(pilot, "e", "enter")
        else:
            await press(pilot, "enter")


@pytest.mark.slow
async def test_words_in_a_caucus_stay_between_the_two(tmp_path: Path) -> None:
    app = await open_at_table(tmp_path, valley())
    async with app.run_test(size=WIDE) as pilot:
        await to_the_table(pilot)
        await press(pilot, "c", "1", "enter")
        assert isinstance(app.screen, Curtain)
        await press(pilot, "enter", "x", "1", "enter")
        await until(pilot, "Northland")
        await press(pilot, "c")
        assert isinstance(app.screen, Caucus), screen_text(app)
        await press(pilot, "s", *("space" if letter == " " else letter for letter in WORDS))
        assert "only the two of you" in screen_text(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, Caucus)
        assert WORDS in screen_text(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, TableRoom)
        knows: dict[str, bool] = {}
        for _ in range(20):
            if isinstance(app.screen, Room):
                await press(pilot, "r")
                knows[app.director.seat.port.seat if app.director else ""] = WORDS in screen_text(app)
                await press(pilot, "escape")
            if len(knows) == 3:
                break
            await take_a_step(pilot)
        assert knows == {"northland": True, "southland": True, "harbour": False}
