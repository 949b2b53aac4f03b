"""What is said in a caucus reaches the two who sit there, and nobody else at the same screen."""

from pathlib import Path
from typing import cast

from textual.pilot import Pilot

from tabletop.tui.app import Window
from tabletop.tui.screens.caucus import Caucus
from tabletop.tui.screens.curtain import Curtain
from tabletop.tui.screens.table import TableRoom
from tests.tui.walk import WIDE, open_window, press, screen_text, to_the_table, valley

SECRET = "between the two of us"


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


async def test_words_in_a_caucus_stay_between_the_two(tmp_path: Path) -> None:
    app = open_window(tmp_path, valley())
    async with app.run_test(size=WIDE) as pilot:
        await to_the_table(pilot)
        await press(pilot, "c", "1", "enter")
        assert isinstance(app.screen, Curtain)
        await press(pilot, "enter", "x", "1", "enter")
        await until(pilot, "Northland")
        await press(pilot, "c")
        assert isinstance(app.screen, Caucus), screen_text(app)
        await press(pilot, "s", *("space" if letter == " " else letter for letter in SECRET))
        assert "only the two of you" in screen_text(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, Caucus)
        assert SECRET in screen_text(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, TableRoom)
        await press(pilot, "e", "enter")
        for _ in range(6):
            if "Harbour ● you" in screen_text(app):
                assert SECRET not in screen_text(app)
                await press(pilot, "r")
                assert SECRET not in screen_text(app)
                return
            if isinstance(app.screen, TableRoom):
                assert SECRET in screen_text(app)
                await press(pilot, "e", "enter")
            else:
                await press(pilot, "enter")
        raise AssertionError(screen_text(app))
