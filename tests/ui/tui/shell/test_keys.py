"""Every hint does what it says, keys that are not open say why, and everything has help and a place in the palette."""

from pathlib import Path

import pytest
from textual.events import Key

from tabletop.ui.tui.app import Window
from tabletop.ui.tui.screens.compose.composer import Composer, MoveMenu
from tabletop.ui.tui.screens.pages.page import Page
from tabletop.ui.tui.screens.rooms.table import TableRoom
from tabletop.ui.tui.shell.keys import LAYOUT, MOVE_KEYS, MOVE_NAMES, described, listed
from tabletop.ui.tui.widgets.hints import MOST, HintKey, Hints
from tabletop.words.language.i18n import languages
from tests.ui.tui.walk import (
    NARROW,
    open_at_table,
    open_window,
    press,
    screen_text,
    settle,
    setup,
    to_the_table,
    valley,
)

NAMES = {
    "F1": "f1",
    "F3": "f3",
    "F10": "f10",
    "?": "question_mark",
    "Enter": "enter",
    "Esc": "escape",
    "Space": "space",
}


def hints(app: Window) -> tuple[str, ...]:
    return tuple(NAMES.get(key.hint.key, key.hint.key) for key in app.screen.query(HintKey))


async def test_every_hint_of_the_table_opens_something(tmp_path: Path) -> None:
    app = await open_at_table(tmp_path, valley())
    async with app.run_test(size=NARROW) as pilot:
        await to_the_table(pilot)
        assert isinstance(app.screen, TableRoom)
        keys = hints(app)
        assert 4 <= len(keys) <= MOST
        for key in keys:
            await press(pilot, key)
            assert isinstance(app.screen, MoveMenu | Composer | Page), (key, screen_text(app))
            await press(pilot, "escape")
            assert isinstance(app.screen, TableRoom)


@pytest.mark.slow
async def test_hints_are_bound_on_every_room_of_a_round(tmp_path: Path) -> None:
    app = open_window(tmp_path, valley())
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        for _ in range(12):
            assert len(app.screen.query(Hints)) == 1
            assert len(app.screen.query(HintKey)) <= MOST
            for each in app.screen.query(HintKey):
                bound = app.screen.active_bindings[NAMES.get(each.hint.key, each.hint.key)].binding.action
                assert bound.split(".")[-1] in {each.hint.action.split(".")[-1], "done"}, each.hint
            if isinstance(app.screen, TableRoom):
                break
            await press(pilot, "k" if "k" in hints(app) else "enter")
        assert len(app.screen_stack) > 1


async def test_a_key_whose_move_is_not_open_says_why_and_changes_nothing(tmp_path: Path) -> None:
    app = await open_at_table(tmp_path, valley())
    async with app.run_test(size=NARROW) as pilot:
        await to_the_table(pilot)
        assert app.director is not None
        view = app.director.seat.port.view
        closed = [key for key in MOVE_KEYS if isinstance(app.screen, TableRoom) and not app.screen.boxes(key)]
        assert "b" in closed
        for key in closed:
            await press(pilot, key)
            assert isinstance(app.screen, TableRoom)
            assert MOVE_NAMES[key].capitalize() in screen_text(app)
            assert "rule" in screen_text(app), key
        assert app.director.seat.port.view == view


@pytest.mark.parametrize("latin", ["p", *(pytest.param(key, marks=pytest.mark.slow) for key in "mt")])
async def test_a_cyrillic_layout_works_by_the_place_of_the_key(tmp_path: Path, latin: str) -> None:
    cyrillic = next(letter for letter, key in LAYOUT.items() if key == latin)
    shown = []
    for key in (latin, cyrillic):
        app = open_window(tmp_path / key, setup("ukraine"))
        (tmp_path / key).mkdir()
        async with app.run_test(size=NARROW) as pilot:
            await settle(pilot)
            await press(pilot, "enter", "enter")
            app.post_message(Key(key, key))
            await settle(pilot)
            shown.append(type(app.screen).__name__ + screen_text(app))
    assert shown[0] == shown[1]
    assert "TableRoom" not in shown[0][:9]


async def test_help_keys_and_palette(tmp_path: Path) -> None:
    app = await open_at_table(tmp_path, valley())
    async with app.run_test(size=NARROW) as pilot:
        await to_the_table(pilot)
        await press(pilot, "f1")
        assert "Arrows go from row to row" in screen_text(app)
        await press(pilot, "escape", "question_mark")
        assert "the record" in screen_text(app)
        assert "Scroll" not in screen_text(app)
        await press(pilot, "escape")
        commands = {command.title for command in app.get_system_commands(app.screen)}
        commands = {title for title in commands if not any(name in title for name in languages().values())}
        descriptions = {
            described(active.binding) for active in app.screen.active_bindings.values() if listed(active)
        }
        assert len(descriptions) > 20
        assert {each.capitalize() for each in descriptions} == commands
