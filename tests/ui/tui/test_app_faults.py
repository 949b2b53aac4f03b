"""A fault of the program closes the window and reaches whoever opened it; a bad match is only a sentence."""

from pathlib import Path
from typing import NoReturn

import pytest

from tabletop.errors import JournalBroken
from tabletop.ui.shared.setup import Host
from tabletop.ui.tui.app import Window
from tabletop.ui.tui.screens.home.home import Home
from tests.ui.tui.walk import NARROW, press, screen_text, settle


def window(folder: Path, error: Exception) -> Window:
    def fail(*_: object) -> NoReturn:
        raise error

    return Window(Host(fail, fail, folder, fail, fail), fail)


async def test_a_match_that_cannot_be_opened_is_a_sentence_on_the_home_screen(tmp_path: Path) -> None:
    app = window(tmp_path, JournalBroken("line 3 is damaged [bold]"))
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, Home)
        assert "cannot be opened: line 3 is damaged [bold]" in screen_text(app)
        await press(pilot, "c")
        assert "nothing to continue yet" in screen_text(app)
    assert app.fault is None


async def test_a_fault_of_the_program_is_kept_for_the_log(tmp_path: Path) -> None:
    fault = ZeroDivisionError("a slip of ours")
    app = window(tmp_path, fault)
    with pytest.raises(Exception, match="a slip of ours"):
        async with app.run_test(size=NARROW) as pilot:
            await settle(pilot)
    assert app.fault is fault
