"""Before a match and around it: every door of the home screen, there and back, by keys and by mouse; the curtain."""

import json
from pathlib import Path

import pytest
from textual.screen import Screen
from textual.widgets import Input, OptionList

from tabletop.ui.shared.prefs import read_prefs
from tabletop.ui.tui.screens.curtain import Curtain
from tabletop.ui.tui.screens.home.first_run import FirstRun
from tabletop.ui.tui.screens.home.home import LINES, Home
from tabletop.ui.tui.screens.home.match_setup import MatchSetup
from tabletop.ui.tui.screens.home.scenarios import Scenarios
from tabletop.ui.tui.screens.home.settings import Settings
from tabletop.ui.tui.screens.home.settings_keys import Keymap
from tabletop.ui.tui.screens.home.tutorial import Learning
from tabletop.ui.tui.screens.pages.page import Page
from tabletop.ui.tui.screens.pages.reader import Learn
from tabletop.ui.tui.screens.replay.journal_choice import JournalChoice
from tabletop.ui.tui.screens.replay.replay import Replay
from tabletop.ui.tui.screens.rooms.briefing import Briefing
from tabletop.ui.tui.widgets.choice import LABEL, ChoiceRow
from tests.ui.tui.hands import point, point_at_hint, point_at_line
from tests.ui.tui.stories.reach import BY_KEYS, BY_MOUSE, journal_at
from tests.ui.tui.walk import open_window, press, screen_text, settle, setup

DOORS: dict[str, type[Screen[None]]] = {
    "new": MatchSetup,
    "learn": Learning,
    "scenarios": Scenarios,
    "replay": JournalChoice,
    "settings": Settings,
}


@pytest.mark.parametrize("size", BY_KEYS)
@pytest.mark.slow
async def test_every_door_of_the_home_screen_by_keys(tmp_path: Path, size: tuple[int, int]) -> None:
    journal_at("end", tmp_path)
    app = open_window(tmp_path)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        for name, screen in DOORS.items():
            await press(pilot, LINES[name])
            assert isinstance(app.screen, screen), screen_text(app)
            await press(pilot, "f1")
            assert isinstance(app.screen, Page), name
            await press(pilot, "escape", "question_mark")
            assert isinstance(app.screen, Page), name
            await press(pilot, "escape", "escape")
            assert isinstance(app.screen, Home), name
        await press(pilot, "s", "k")
        assert isinstance(app.screen, Keymap)
        await press(pilot, "escape", "escape", "l", "2")
        assert isinstance(app.screen, Learn), screen_text(app)
        await press(pilot, "escape", "escape", "b", "enter")
        assert isinstance(app.screen, MatchSetup)
        await press(pilot, "escape", "r", "1")
        assert isinstance(app.screen, Replay)
        await press(pilot, "escape", "escape")
        assert isinstance(app.screen, Home)
        await press(pilot, "q")
        assert app._exit


@pytest.mark.parametrize("size", BY_MOUSE)
async def test_every_door_of_the_home_screen_by_mouse(tmp_path: Path, size: tuple[int, int]) -> None:
    journal_at("end", tmp_path)
    app = open_window(tmp_path)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        for at, name in enumerate(LINES, 1):
            if name not in DOORS:
                continue
            await point_at_line(pilot, app.screen.query_one("#menu", OptionList), at)
            assert isinstance(app.screen, DOORS[name]), screen_text(app)
            await point_at_hint(pilot, "F1")
            assert isinstance(app.screen, Page), name
            await point_at_hint(pilot, "Esc")
            await point_at_hint(pilot, "Esc")
            assert isinstance(app.screen, Home), name
        await point_at_line(pilot, app.screen.query_one("#menu", OptionList), 4)
        await point_at_line(pilot, app.screen.query_one("#menu", OptionList), 0)
        assert isinstance(app.screen, Replay), screen_text(app)


@pytest.mark.parametrize("size", BY_KEYS)
async def test_a_match_is_set_up_row_by_row(tmp_path: Path, size: tuple[int, int]) -> None:
    app = open_window(tmp_path)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "n")
        assert isinstance(app.screen, MatchSetup)
        for name, wanted in (("rules", "2"), ("format", "1"), ("door", "1"), ("names", "2")):
            for _ in range(20):
                row = app.focused
                if isinstance(row, ChoiceRow) and row.field.name == name:
                    break
                await press(pilot, "down")
            await press(pilot, wanted)
        while not isinstance(app.focused, Input):
            await press(pilot, "down")
        await press(pilot, "1", "2", "enter")
        assert isinstance(app.screen, Briefing), screen_text(app)
        assert app.director is not None
        found = app.director.match.setup
        assert (found.format, found.door, found.neutral, found.seed, found.without) == (
            "pop-up", "open", True, 12, (),
        )  # fmt: skip
        assert "Ukraine" not in screen_text(app).splitlines()[0]


@pytest.mark.parametrize("size", BY_MOUSE)
async def test_settings_by_mouse_hold_and_are_kept(tmp_path: Path, size: tuple[int, int]) -> None:
    kept = tmp_path / "settings.json"
    app = open_window(tmp_path)
    app.settings_file = kept
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, FirstRun)
        await point_at_hint(pilot, "Esc")
        assert isinstance(app.screen, Home)
        await point_at_hint(pilot, "s")
        row = next(each for each in app.screen.query(ChoiceRow) if each.field.name == "detail")
        await point(pilot, row, LABEL + 6)
        assert read_prefs(kept).detail == "reduced"
        assert json.loads(kept.read_text())["detail"] == "reduced"
        await point_at_hint(pilot, "Esc")
        assert isinstance(app.screen, Home)


@pytest.mark.parametrize("by_mouse", [False, True], ids=["keys", "mouse"])
@pytest.mark.parametrize("size", BY_KEYS)
async def test_a_curtain_hides_and_opens(tmp_path: Path, size: tuple[int, int], *, by_mouse: bool) -> None:
    app = open_window(tmp_path, setup("ukraine", "russia"))
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, Curtain)
        for key in ("t", "r", "m", "z", "f4", "n"):
            await press(pilot, key)
            assert isinstance(app.screen, Curtain), f"{key} looks behind the curtain"
        await (point_at_hint(pilot, "Enter") if by_mouse else press(pilot, "enter"))
        await settle(pilot)
        assert isinstance(app.screen, Briefing), screen_text(app)
        await (point_at_hint(pilot, "F10") if by_mouse else press(pilot, "f10"))
        await settle(pilot)
        assert isinstance(app.screen, Home)
