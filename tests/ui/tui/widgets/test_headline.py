"""The headline tells where the view stands that the room shows, after moves and at every size."""

from pathlib import Path

import pytest

from tabletop.ui.tui.app import Window
from tabletop.ui.tui.screens.rooms.room import Room
from tabletop.ui.tui.widgets.headline import headline
from tests.ui.tui.walk import (
    NARROW,
    WIDE,
    open_at_table,
    press,
    screen_text,
    settle,
    setup,
    to_the_table,
)


def first_line(app: Window) -> str:
    """The first line of the screen."""
    return screen_text(app).splitlines()[0].strip()


def wanted(app: Window) -> str:
    """The headline of the view that the room holds."""
    assert isinstance(app.screen, Room), screen_text(app)
    return headline(app.screen.voice, app.screen.view, app.size.width).plain


@pytest.mark.slow
async def test_the_headline_is_that_of_the_view_after_moves_and_at_every_size(tmp_path: Path) -> None:
    app = await open_at_table(tmp_path, setup("ukraine"))
    async with app.run_test(size=NARROW) as pilot:
        await to_the_table(pilot)
        assert "▸ your move" in first_line(app)
        assert first_line(app) == wanted(app)
        await press(pilot, "p", "2", "enter")
        assert first_line(app) == wanted(app)
        for size in (WIDE, (60, 16)):
            await pilot.resize_terminal(*size)
            await settle(pilot)
            assert first_line(app) == wanted(app)
        assert first_line(app).endswith("…")
