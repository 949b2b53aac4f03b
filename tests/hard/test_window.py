"""Whatever comes at whatever moment: under the cover, two keys at once at any screen, any size in any order."""

import itertools
import os
import random
from pathlib import Path

import pytest
from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot

from tabletop.journal.reader import read
from tabletop.ui.tui.app import Window
from tabletop.ui.tui.screens.home.home import Home
from tabletop.ui.tui.shell.keys import LAYOUT, meant
from tabletop.ui.tui.shell.least_size import COLUMNS, NAME, ROWS
from tests.ui.tui.stories.reach import MOMENTS, window_at
from tests.ui.tui.walk import (
    NARROW,
    files,
    open_at_table,
    open_window,
    press,
    screen_text,
    settle,
    to_the_table,
    valley,
)

SMALL = ((COLUMNS - 1, ROWS), (COLUMNS, ROWS - 1), (34, 20), (2, 5), (1, 1))
LETTERS = "abcdefghijklmnopqrstuvwxyz,."
OTHERS = (
    "enter",
    "escape",
    "up",
    "down",
    "left",
    "right",
    "tab",
    "f1",
    "f2",
    "f3",
    "f4",
    "f5",
    "f10",
    "ctrl+p",
    "?",
)
KEYS = (*LETTERS, "1", "2", *OTHERS)
SCREENS = (
    "",
    "m",
    "p",
    "o",
    "t",
    "r",
    "n",
    "g",
    "f",
    "y",
    "z",
    ",",
    "f1",
    "?",
    "f3",
    "f4",
    "ctrl+p",
    "enter",
)
"""Keys of the table that open a screen, and none for the table itself."""


def send(pilot: Pilot[None], *keys: str) -> None:
    """Keys in one read: nothing is waited for between them."""
    driver = pilot.app._driver
    assert driver is not None
    for each in keys:
        character = each if len(each) == 1 else {"enter": "\r", "escape": "\x1b", "tab": "\t"}.get(each)
        name = each if len(each) > 1 or each.isalnum() else _character_to_key(each)
        event = events.Key(name, character)
        event.set_sender(pilot.app)
        driver.send_message(event)


def point(pilot: Pilot[None], x: int, y: int) -> None:
    """A click in one read."""
    driver = pilot.app._driver
    assert driver is not None
    for kind in (events.MouseDown, events.MouseUp):
        event = kind(None, x, y, 0, 0, 1, False, False, False, x, y)
        event.set_sender(pilot.app)
        driver.send_message(event)


async def back(pilot: Pilot[None], app: Window) -> None:
    """Close whatever was opened, so far as Esc does."""
    for _ in range(6):
        if len(app.screen_stack) <= 3:
            return
        await press(pilot, "escape")


@pytest.mark.slow
async def test_under_the_cover_nothing_is_heard_but_leaving(tmp_path: Path) -> None:
    app = await open_at_table(tmp_path, valley())
    (journal,) = files(tmp_path, "*.jsonl")
    async with app.run_test(size=NARROW) as pilot:
        await to_the_table(pilot)
        before, focused, screens = screen_text(app), app.focused, list(app.screen_stack)
        entries = len(read(journal).entries)
        for size in SMALL:
            await pilot.resize_terminal(*size)
            await settle(pilot)
            send(pilot, *KEYS, "m", "1", "enter", "enter")
            driver = app._driver
            assert driver is not None
            driver.send_message(events.Paste("e\ne\n"))
            for x, y in itertools.product((0, 5, 40), (0, 3, 14)):
                point(pilot, x, y)
            await settle(pilot)
            assert app.screen_stack == screens
            assert len(app.screen.query(f"#{NAME}")) == 1
            assert len(read(journal).entries) == entries
        await pilot.resize_terminal(*NARROW)
        await settle(pilot)
        assert screen_text(app) == before
        assert app.focused is focused
        await pilot.resize_terminal(1, 1)
        send(pilot, "ctrl+q")
        await settle(pilot)
        assert app._exit
    assert app.fault is None


async def test_a_screen_that_comes_under_the_cover_is_covered_and_whole_after(tmp_path: Path) -> None:
    app = await open_at_table(tmp_path, valley())
    async with app.run_test(size=(20, 5)) as pilot:
        await settle(pilot)
        assert app.screen.query(f"#{NAME}")
        assert "northland" not in screen_text(app).lower()
        await pilot.resize_terminal(*NARROW)
        await to_the_table(pilot)
        assert not app.screen.query(f"#{NAME}")
    assert app.fault is None


async def test_an_action_of_a_page_that_is_gone_does_nothing(tmp_path: Path) -> None:
    """A command of the palette, chosen for a page that was closed meanwhile."""
    app = await open_at_table(tmp_path, valley())
    async with app.run_test(size=NARROW) as pilot:
        await to_the_table(pilot)
        await press(pilot, "question_mark")
        page = app.screen
        assert await app.run_action("further", page)
        await press(pilot, "escape")
        assert not await app.run_action("further", page)
    assert app.fault is None


async def test_a_palette_that_is_closing_lets_no_other_open(tmp_path: Path) -> None:
    app = await open_at_table(tmp_path, valley())
    async with app.run_test(size=NARROW) as pilot:
        await to_the_table(pilot)
        app.action_command_palette()
        palette = app.screen
        await pilot.pause()
        app.pop_screen()
        app.action_command_palette()
        app.action_command_palette()
        await settle(pilot)
        app.action_command_palette()
        await settle(pilot)
        assert app.screen is not palette
        assert app.screen.id == palette.id
    assert app.fault is None


@pytest.mark.slow
async def test_two_keys_at_home_in_one_read(tmp_path: Path) -> None:
    """The first opens a screen, the second comes before that has its parts."""
    app = await open_at_table(tmp_path, valley())
    app._first = None
    async with app.run_test(size=NARROW) as pilot:
        for pair in ("cs", "sc", "ns", "nl", "lb", "rs"):
            await settle(pilot)
            send(pilot, *pair)
            await settle(pilot)
            assert app.fault is None, pair
            if app.director is not None:
                await app.director.close()
            for _ in range(4):
                if not isinstance(app.screen, Home):
                    await press(pilot, "escape")


@pytest.mark.slow
async def test_every_pair_of_keys_at_home_in_one_read(tmp_path: Path) -> None:
    app = await open_at_table(tmp_path, valley())
    app._first = None
    keys = ("c", "n", "l", "b", "r", "s", "1", "?", "f1", "f2", "ctrl+p", "escape", "enter", "f10")
    async with app.run_test(size=NARROW) as pilot:
        for first, second in itertools.product(keys, keys):
            await settle(pilot)
            send(pilot, first, second)
            await settle(pilot)
            assert app.fault is None, (first, second)
            if app.director is not None:
                await app.director.close()
            for _ in range(40):
                if isinstance(app.screen, Home):
                    break
                await press(pilot, "escape")
            assert isinstance(app.screen, Home), (first, second, screen_text(app))


@pytest.mark.slow
async def test_keys_in_one_read_at_the_screens_of_a_match(tmp_path: Path) -> None:
    app = await open_at_table(tmp_path, valley())
    async with app.run_test(size=NARROW) as pilot:
        await to_the_table(pilot)
        for first in SCREENS[1:]:
            for second in ("escape", "enter", "m", ",", "f4"):
                send(pilot, first, second)
                await settle(pilot)
                assert app.fault is None, (first, second)
                await back(pilot, app)


@pytest.mark.slow
@pytest.mark.parametrize("moment", MOMENTS)
async def test_pairs_of_keys_at_a_room(tmp_path: Path, moment: str) -> None:
    """Pairs follow each other: a screen that one of them opened is where the next one comes."""
    app = window_at(moment, tmp_path)
    drawn = random.Random(moment)  # noqa: S311 - the same pairs for the same room
    pairs = drawn.sample([*itertools.product(KEYS, KEYS)], 150 * int(os.environ.get("EXAMPLES", "1")))
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        for pair in pairs:
            send(pilot, *pair)
            await settle(pilot)
            assert app.fault is None, pair
            await back(pilot, app)
            if isinstance(app.screen, Home):
                await press(pilot, "c")
    assert app.fault is None


@pytest.mark.slow
@pytest.mark.parametrize("keys", [("f",), SCREENS], ids=["few", "all"])
async def test_every_screen_at_any_size_in_any_order(tmp_path: Path, keys: tuple[str, ...]) -> None:
    app = await open_at_table(tmp_path, valley())
    dice = random.Random(5)  # noqa: S311 - the same sizes each time
    async with app.run_test(size=NARROW) as pilot:
        await to_the_table(pilot)
        for key in keys:
            if key:
                await press(pilot, key)
            few = [(dice.randrange(1, 301), dice.randrange(1, 101)) for _ in range(2)]
            sizes = [(1, 1), (34, 20), (300, 100), *few]
            dice.shuffle(sizes)
            for size in (*sizes, NARROW):
                await pilot.resize_terminal(*size)
                await settle(pilot)
                assert app.fault is None, (key, size)
                assert bool(app.screen.query(f"#{NAME}")) is (size[0] < COLUMNS or size[1] < ROWS)
                assert app.size.width >= COLUMNS
                assert app.size.height >= ROWS
            await back(pilot, app)


@pytest.mark.slow
@pytest.mark.parametrize("moment", MOMENTS)
async def test_every_room_at_every_width_and_every_height(tmp_path: Path, moment: str) -> None:
    app = window_at(moment, tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        for key in ("", "m", "t", "f", "y", "z", "f4"):
            if key:
                await press(pilot, key)
            for size in [(width, 24) for width in range(1, 301, 7)] + [
                (100, height) for height in range(1, 101, 3)
            ]:
                await pilot.resize_terminal(*size)
                await settle(pilot)
                assert app.fault is None, (key, size)
            await pilot.resize_terminal(*NARROW)
            await back(pilot, app)


async def test_letters_mean_the_same_with_caps_lock(tmp_path: Path) -> None:
    app = open_window(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        for key in ("N", "Т", "т"):
            send(pilot, key)
            await settle(pilot)
            assert "A new match" in screen_text(app), key
            await press(pilot, "escape")
            assert isinstance(app.screen, Home)
        send(pilot, "ctrl+Й")
        await settle(pilot)
        assert app._exit


def test_a_key_is_what_stands_on_it() -> None:
    def came(name: str, own: tuple[str, ...] = ()) -> str:
        return meant(events.Key(name, name if len(name) == 1 else None), own).key

    for cyrillic, latin in LAYOUT.items():
        assert came(cyrillic) == came(cyrillic.upper()) == latin
        assert came(f"ctrl+{cyrillic}") == f"ctrl+{latin}"
    for letter in LETTERS[:26]:
        assert came(letter) == came(letter.upper()) == letter
    assert came("P", ("P",)) == "P", "a key of one's own stays what it is"
    for name in ("enter", "f1", "question_mark", "1", "ctrl+q", "shift+tab", "ß", "é", "漢", "İ"):
        assert came(name) == name
