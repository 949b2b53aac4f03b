"""What people type is shown as it was typed: no markup, no control characters, no broken screen."""

from pathlib import Path

import pytest
from textual.widgets import Input

from tabletop.tui.screens.table import TableRoom
from tests.tui.walk import WIDE, open_window, press, screen_text, to_the_table, valley

HOSTILE = (
    "[bold red]loud[/bold red]",
    "[@click=app.quit]press me[/]",
    "[/] ] [ [[ \\[",
    "\x1b[31mred\x1b[0m \x07bell",
    "\u202egnp.exe \u2066x",
    "e" + "\u0301" * 60,
    "{to} {words} %s $error",
)


@pytest.mark.parametrize(
    "several", [HOSTILE[:3], HOSTILE[3:6], HOSTILE[6:]], ids=["markup", "control", "braces"]
)
async def test_words_stay_words(tmp_path: Path, several: tuple[str, ...]) -> None:
    app = open_window(tmp_path, valley())
    async with app.run_test(size=WIDE) as pilot:
        await to_the_table(pilot)
        for words in several:
            await press(pilot, "s")
            field = app.screen.query_one(Input)
            field.value = words
            field.focus()
            await press(pilot, "enter")
            assert isinstance(app.screen, TableRoom), screen_text(app)
        shown = screen_text(app)
    assert not any(ord(char) < 32 and char != "\n" for char in shown)
    assert not any(char in shown for char in "\u202e\u2066\x1b")
    assert "\u0301" * 4 not in shown
    for words in several:
        visible = "".join(char for char in words if char.isprintable() and char != "\u0301")
        assert visible.split()[0] in shown.replace("\u0301", ""), shown
