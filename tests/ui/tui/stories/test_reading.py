"""What is read over the table: clauses, lines of the record, the text against earlier ones, map, charts, sources."""

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList, TextArea

from tabletop.ui.tui.app import Window
from tabletop.ui.tui.screens.compose.composer import Composer, MoveMenu
from tabletop.ui.tui.screens.pages.clause import ClausePage
from tabletop.ui.tui.screens.pages.document import Document
from tabletop.ui.tui.screens.pages.entry import EntryPage
from tabletop.ui.tui.screens.pages.map import MapPage
from tabletop.ui.tui.screens.pages.notes import Notes
from tabletop.ui.tui.screens.pages.source import Sources
from tabletop.ui.tui.screens.pages.war import WarPage
from tabletop.ui.tui.screens.replay.replay import Replay
from tabletop.ui.tui.screens.rooms.table import TableRoom
from tabletop.ui.tui.widgets.tabs import Tab
from tests.ui.tui.hands import point, point_at_hint, point_at_line, typed
from tests.ui.tui.stories.reach import BY_KEYS, BY_MOUSE, window_at
from tests.ui.tui.walk import WIDE, press, screen_text, settle


async def sit_down(pilot: Pilot[None], app: Window) -> TableRoom:
    await settle(pilot)
    assert isinstance(app.screen, TableRoom), screen_text(app)
    return app.screen


@pytest.mark.parametrize("size", BY_KEYS)
@pytest.mark.slow
async def test_what_is_read_at_the_table_by_keys(tmp_path: Path, size: tuple[int, int]) -> None:
    app = window_at("caucus", tmp_path)
    async with app.run_test(size=size) as pilot:
        room = await sit_down(pilot, app)
        await press(pilot, "1", "down", "enter")
        assert isinstance(app.screen, ClausePage)
        assert app.screen.page_title == "How long"
        await press(pilot, "escape", "3", "home", "enter")
        assert isinstance(app.screen, EntryPage), screen_text(app)
        assert "By this rule" in app.screen.content.plain
        await press(pilot, "escape", "t", "4")
        assert isinstance(app.screen, Document)
        assert "Articles changed" in app.screen.content.plain
        await press(pilot, "escape", "f")
        assert isinstance(app.screen, MapPage)
        first = screen_text(app)
        await press(pilot, "right")
        assert screen_text(app) != first
        await press(pilot, "enter")
        assert isinstance(app.screen, Sources), screen_text(app)
        await press(pilot, "escape", "escape", "y", "2")
        assert isinstance(app.screen, WarPage)
        assert app.screen.shown == 1
        await press(pilot, "left")
        assert app.screen.shown == 0
        await press(pilot, "escape", "comma", "comma", "home")
        assert isinstance(app.screen, Replay)
        assert app.screen.step == 0
        await press(pilot, "escape", "f3", *typed("a note"), "escape", "f3")
        assert isinstance(app.screen, Notes)
        assert app.screen.query_one(TextArea).text == "a note"
        await press(pilot, "escape")
        assert app.screen is room


@pytest.mark.parametrize("size", BY_MOUSE)
async def test_what_is_read_at_the_table_by_mouse(tmp_path: Path, size: tuple[int, int]) -> None:
    app = window_at("caucus", tmp_path)
    async with app.run_test(size=size) as pilot:
        room = await sit_down(pilot, app)
        await point_at_line(pilot, room.query_one("#clauses", OptionList), 1)
        assert isinstance(app.screen, ClausePage)
        assert app.screen.page_title == "How long"
        await point_at_hint(pilot, "Esc")
        if size != WIDE:
            await point(pilot, list(room.query(Tab))[2])
        await point_at_line(pilot, room.query_one("#lines", OptionList), 0)
        assert isinstance(app.screen, EntryPage), screen_text(app)
        await point_at_hint(pilot, "Esc")
        await point_at_hint(pilot, "m")
        assert isinstance(app.screen, MoveMenu)
        at = next(at for at, box in enumerate(app.screen.boxes) if box.move == "pass")
        await point_at_line(pilot, app.screen.query_one(OptionList), at)
        assert isinstance(app.screen, Composer), screen_text(app)
        await point_at_hint(pilot, "Esc")
        await point_at_hint(pilot, "Esc")
        now: object = app.screen
        assert now is room
