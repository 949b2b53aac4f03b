"""The line of what changed: told from the seat's last move on, however many views came in between."""

from pathlib import Path

from tabletop.ui.tui.app import Window
from tabletop.ui.tui.screens.rooms.room import Room
from tabletop.ui.tui.screens.rooms.table import TableRoom
from tabletop.ui.tui.widgets.notice import Notice
from tests.ui.tui.walk import (
    NARROW,
    open_at_table,
    open_window,
    press,
    screen_text,
    settle,
    setup,
    to_the_table,
)


def notice(app: Window) -> str:
    """The line of the room that is open."""
    assert isinstance(app.screen, Room), screen_text(app)
    return app.screen.query_one(Notice).sentence


async def test_the_news_is_the_same_after_many_views_and_after_one(tmp_path: Path) -> None:
    app = await open_at_table(tmp_path, setup("ukraine"))
    async with app.run_test(size=NARROW) as pilot:
        await to_the_table(pilot)
        await press(pilot, "p", "2", "enter")
        assert isinstance(app.screen, TableRoom), screen_text(app)
        assert app.director is not None
        followed = notice(app)
        assert " more: r)" in followed, "the bots answered with several lines"
        for _ in range(3):
            await app.director.show(app.director.seat.view)
            assert notice(app) == followed
        await press(pilot, "f10", "c")
        assert isinstance(app.screen, TableRoom), screen_text(app)
        assert notice(app) == followed, "taken up again: one view for the whole match"


async def test_nothing_is_news_at_the_opening_and_the_own_move_is_told(tmp_path: Path) -> None:
    app = open_window(tmp_path, setup("us"))
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        assert notice(app) == ""
        await press(pilot, "right", "enter")
        assert notice(app).startswith("You sealed orders:")
