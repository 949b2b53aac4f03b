"""Every room of a match: what opens over it, what its footer offers by key and by mouse, and its own move."""

from pathlib import Path

import pytest
from textual.screen import Screen
from textual.widgets import OptionList

from tabletop.ui.tui.app import Window
from tabletop.ui.tui.screens.compose.composer import Composer, MoveMenu
from tabletop.ui.tui.screens.compose.confirm import Confirm
from tabletop.ui.tui.screens.home.home import Home
from tabletop.ui.tui.screens.pages.counsel import CounselPage
from tabletop.ui.tui.screens.pages.document import Document
from tabletop.ui.tui.screens.pages.map import MapPage
from tabletop.ui.tui.screens.pages.notes import Notes
from tabletop.ui.tui.screens.pages.page import Page
from tabletop.ui.tui.screens.pages.war import WarPage
from tabletop.ui.tui.screens.replay.replay import Replay
from tabletop.ui.tui.screens.rooms.briefing import Briefing
from tabletop.ui.tui.screens.rooms.caucus import Caucus
from tabletop.ui.tui.screens.rooms.end import End
from tabletop.ui.tui.screens.rooms.orders import OrdersRoom
from tabletop.ui.tui.screens.rooms.progress import Progress
from tabletop.ui.tui.screens.rooms.room import Room
from tabletop.ui.tui.screens.rooms.signing import Signing
from tabletop.ui.tui.screens.rooms.strike import Strike
from tabletop.ui.tui.screens.rooms.table import TableRoom
from tabletop.ui.tui.shell.keys import Hint
from tabletop.ui.tui.widgets.choice import LABEL, ChoiceRow
from tabletop.ui.tui.widgets.hints import HintKey
from tests.ui.tui.hands import point, point_at_hint, point_at_line, typed
from tests.ui.tui.stories.reach import BY_KEYS, BY_MOUSE, MOMENTS, SLOW, window_at
from tests.ui.tui.walk import NARROW, SIZES, press, screen_text, settle

ROOMS: dict[str, type[Room]] = {
    "briefing": Briefing,
    "table": TableRoom,
    "amend": TableRoom,
    "caucus": TableRoom,
    "strike": Strike,
    "signing": Signing,
    "home decides": Progress,
    "in force": Progress,
    "end": End,
}

OVER: dict[str, type[Screen[None]]] = {
    "t": Document,
    "r": Page,
    "n": Page,
    "f": MapPage,
    "y": WarPage,
    "g": Page,
    "m": MoveMenu,
    "f3": Notes,
    "f4": CounselPage,
    "comma": Replay,
    "question_mark": Page,
    "f1": Page,
}
"""What a key opens over any room, and Esc closes."""

KEYS = {"Enter": "enter", "Esc": "escape", "F1": "f1", "F3": "f3", "F4": "f4", "F10": "f10", "?": "question_mark",
        "Space": "space"}  # fmt: skip


def fits(app: Window, size: tuple[int, int]) -> str:
    """The screen, whose footer shows every hint whole."""
    shown = screen_text(app)
    assert max(len(line) for line in shown.splitlines()) <= size[0]
    hints = list(app.screen.query(HintKey))
    assert hints
    for each in hints:
        assert each.region.right <= size[0], f"{each.hint.label!r} does not fit:\n{shown}"
    return shown


def own_moves(app: Window) -> list[str]:
    """The kinds of the moves this seat has made."""
    assert app.director is not None
    return [each.move.kind for each in app.director.seat.port.past.entries if each.move is not None]


QUICK = {"briefing", "table"}
"""Rooms whose pages are opened with every change; the others with the slow tests."""


def test_every_moment_has_its_room() -> None:
    assert set(ROOMS) == set(MOMENTS)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", [pytest.param(name, marks=() if name in QUICK else SLOW) for name in ROOMS])
async def test_every_page_opens_over_every_room_and_esc_closes_it(
    tmp_path: Path, name: str, size: tuple[int, int]
) -> None:
    app = window_at(name, tmp_path)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, ROOMS[name]), screen_text(app)
        room = app.screen
        for key, page in OVER.items():
            if name != "table" and key not in {"t", "m", "f1"}:
                continue
            fits(app, size)
            await press(pilot, key)
            assert isinstance(app.screen, page), (key, screen_text(app))
            fits(app, size)
            await press(pilot, "escape")
            assert app.screen is room, key


def stays(hint: Hint) -> bool:
    """Whether a hint opens something over the room, or says why not, and Esc takes back."""
    return hint.action.startswith(("screen.read", "screen.moves", "screen.move(", "screen.notes", "app."))


@pytest.mark.parametrize("name", ["table", *(pytest.param(name, marks=SLOW) for name in ("strike", "end"))])
@pytest.mark.slow
async def test_a_click_on_a_hint_does_what_its_key_does(tmp_path: Path, name: str) -> None:
    app = window_at(name, tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        room = app.screen
        assert isinstance(room, ROOMS[name])
        hints = [each.hint for each in room.query(HintKey) if stays(each.hint)]
        assert hints
        for hint in hints:
            seen: list[tuple[type[object], str]] = []
            for by_mouse in (False, True):
                if by_mouse:
                    await point_at_hint(pilot, hint.key)
                else:
                    await press(pilot, KEYS.get(hint.key, hint.key))
                await settle(pilot)
                assert app.screen is not room, hint
                seen.append((type(app.screen), screen_text(app)))
                await press(pilot, "escape")
                assert app.screen is room, hint
            assert seen[0] == seen[1], hint


FIRST: dict[str, tuple[tuple[str, ...], str, type[Screen[None]]]] = {
    "briefing": (("space", "enter", "right", "enter"), "orders", TableRoom),
    "table": (("p", "right", "enter"), "position", TableRoom),
    "strike": (("1", "enter"), "answer-strike", TableRoom),
    "signing": (("1", "enter"), "initial", TableRoom),
    "home decides": (("1", "enter"), "confirm", OrdersRoom),
    "in force": (("2", "enter"), "let-go", Progress),
}
"""By moment: keys, the kind of move they make, the room that comes next."""


@pytest.mark.parametrize("size", BY_KEYS)
@pytest.mark.parametrize("name", FIRST)
async def test_the_move_of_a_room_by_keys(tmp_path: Path, name: str, size: tuple[int, int]) -> None:
    keys, kind, following = FIRST[name]
    app = window_at(name, tmp_path)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        before = own_moves(app)
        await press(pilot, *keys)
        made = own_moves(app)
        assert made[len(before) :] == [kind], screen_text(app)
        assert isinstance(app.screen, Room), screen_text(app)
        assert app.screen is app.director.room if app.director else False
        assert isinstance(app.screen, following | End | Progress | Strike), screen_text(app)


@pytest.mark.parametrize("size", BY_MOUSE)
@pytest.mark.parametrize("name", FIRST)
async def test_the_move_of_a_room_by_mouse(tmp_path: Path, name: str, size: tuple[int, int]) -> None:
    _, kind, _ = FIRST[name]
    app = window_at(name, tmp_path)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        before = own_moves(app)
        if name == "briefing":
            await point_at_hint(pilot, "Space")
            await point_at_hint(pilot, "Enter")
            assert isinstance(app.screen, OrdersRoom)
            row = app.screen.query(ChoiceRow).first()
            was = row.index
            await point(pilot, row, LABEL + 6)
            assert row.index != was
        elif name == "table":
            await point_at_hint(pilot, "p")
            assert isinstance(app.screen, Composer)
            await point(pilot, app.screen.query(ChoiceRow).first(), LABEL + 6)
        else:
            await point_at_line(
                pilot, app.screen.query_one("#answers", OptionList), 1 if name == "in force" else 0
            )
            assert isinstance(app.screen, Composer | Confirm), screen_text(app)
        while own_moves(app) == before:
            assert isinstance(app.screen, Composer | Confirm | OrdersRoom), screen_text(app)
            await point_at_hint(pilot, "Enter")
        assert own_moves(app)[len(before) :] == [kind]


@pytest.mark.parametrize("size", BY_KEYS)
async def test_a_last_look_at_the_orders(tmp_path: Path, size: tuple[int, int]) -> None:
    app = window_at("amend", tmp_path)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert "q last look" in fits(app, size)
        await press(pilot, "q")
        assert isinstance(app.screen, MoveMenu), screen_text(app)
        lines = [str(each.prompt) for each in app.screen.query_one(OptionList).options]
        assert len(lines) == len(app.screen.boxes) >= 2
        kept = next(at for at, box in enumerate(app.screen.boxes, 1) if box.move == "keep-orders")
        await press(pilot, str(kept), "enter")
        assert own_moves(app)[-1] == "keep-orders"


@pytest.mark.parametrize("by_mouse", [False, True], ids=["keys", "mouse"])
@pytest.mark.parametrize("size", BY_KEYS)
async def test_a_caucus_is_entered_spoken_in_and_left(
    tmp_path: Path, size: tuple[int, int], *, by_mouse: bool
) -> None:
    app = window_at("caucus", tmp_path)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await (point_at_hint(pilot, "c") if by_mouse else press(pilot, "c"))
        await settle(pilot)
        assert isinstance(app.screen, Caucus), screen_text(app)
        fits(app, size)
        if app.screen.boxes("s"):
            await (point_at_hint(pilot, "s") if by_mouse else press(pilot, "s"))
            await press(pilot, *typed("between us"), "enter")
            assert own_moves(app)[-1] == "say"
            assert "between us" in screen_text(app)
        await (point_at_hint(pilot, "Esc") if by_mouse else press(pilot, "escape"))
        await settle(pilot)
        assert isinstance(app.screen, TableRoom), screen_text(app)


@pytest.mark.parametrize("by_mouse", [False, True], ids=["keys", "mouse"])
@pytest.mark.parametrize("size", BY_KEYS)
async def test_the_end_is_read_and_left(tmp_path: Path, size: tuple[int, int], *, by_mouse: bool) -> None:
    app = window_at("end", tmp_path)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, End)
        await app.workers.wait_for_complete([each for each in app.workers if each.group == "debrief"])
        await settle(pilot)
        page = app.screen.summary()
        for told in ("Value claimed", "Durability", "Process"):
            assert told in page.plain
        await (point_at_hint(pilot, "v") if by_mouse else press(pilot, "v"))
        await settle(pilot)
        assert isinstance(app.screen, Replay), screen_text(app)
        await (point_at_hint(pilot, "Esc") if by_mouse else press(pilot, "escape"))
        await (point_at_hint(pilot, "Enter") if by_mouse else press(pilot, "enter"))
        await settle(pilot)
        assert isinstance(app.screen, Home), screen_text(app)
