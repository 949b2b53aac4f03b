"""Driving the window in tests: a real host, real matches, keys only, and the screen read as text."""

import asyncio
import shutil
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import mkdtemp
from typing import cast

import pytest
from textual import events
from textual.keys import _character_to_key
from textual.message_pump import MessagePump
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input

from tabletop.command import open_match
from tabletop.command.open_whatif import open_whatif
from tabletop.table.replaying import open_replay
from tabletop.ui.shared.setup import PERSON, Host, OpenedMatch, Setup
from tabletop.ui.tui.app import Window
from tabletop.ui.tui.screens.compose.composer import MoveMenu
from tabletop.ui.tui.screens.compose.confirm import Confirm
from tabletop.ui.tui.screens.curtain import Curtain
from tabletop.ui.tui.screens.rooms.answering import AnsweringRoom
from tabletop.ui.tui.screens.rooms.briefing import Briefing
from tabletop.ui.tui.screens.rooms.orders import OrdersRoom
from tabletop.ui.tui.screens.rooms.table import TableRoom
from tabletop.ui.tui.widgets.choice import ChoiceRow
from tabletop.ui.tui.widgets.move_form import MoveForm

NARROW = (80, 24)
WIDE = (120, 36)
SIZES = (NARROW, pytest.param(WIDE, marks=pytest.mark.slow))
"""Sizes that a test is run at; the wide one, with panels side by side, with the slow tests."""

WORKS = frozenset({"begin", "move", "replay", "whatif"})
"""Groups of workers that somebody at the window waits for."""

MOST_LOOKS = 6_000
"""How often the window is looked at before it counts as never at rest."""

PATIENCE = 90.0
"""Seconds that work beside the window may take on a busy machine."""


def setup(*people: str, format_id: str = "class", seed: int = 7, neutral: bool = False) -> Setup:
    """A match of the flagship with these seats kept by people."""
    seats = {seat: PERSON if seat in people else "trading" for seat in ("ukraine", "russia", "us", "europe")}
    return Setup("abu-dhabi-2026", format_id, seats, seed, "standard", neutral)


VALLEY = Path(__file__).parents[2] / "scenario" / "minimal"


def valley(format_id: str = "class") -> Setup:
    """The small invented scenario, every seat kept by a person: nothing depends on bots."""
    seats = dict.fromkeys(("northland", "southland", "harbour"), PERSON)
    return Setup(str(VALLEY), format_id, seats, 7, "standard")


def open_window(folder: Path, first: Setup | None = None) -> Window:
    """The window with the program's own host behind it."""

    def start(wanted: Setup) -> OpenedMatch:
        return open_match.start(wanted, folder)

    def resume(path: str) -> OpenedMatch:
        return open_match.resume(path, folder)

    host = Host(
        start,
        resume,
        folder,
        open_journal=lambda path: open_replay(Path(path)),
        fork=lambda path, seq: open_whatif(Path(path), seq),
    )
    return Window(host, None if first is None else lambda: start(first))


def files(folder: Path, pattern: str) -> list[Path]:
    """The files of a folder that fit a pattern."""
    return sorted(folder.glob(pattern))


def screen_text(app: Window) -> str:
    """The screen as the terminal would show it, without colours."""
    lines = (strip.text.rstrip() for strip in app.screen._compositor.render_strips())
    return "\n".join(lines).rstrip()


async def settle(pilot: Pilot[None]) -> None:
    """Wait until the screen has all its parts, is drawn, its queues are empty and no worker makes a move.

    No time is waited for its own sake, so a test takes as long as its work.
    """
    app = cast("Window", pilot.app)
    before: tuple[int, int] | None = None
    for _ in range(MOST_LOOKS):
        parts = [*app.screen.walk_children(with_self=True)]
        busy = undrawn(app.screen) or at_work(app)
        if busy or not all(each._mounted_event.is_set() for each in parts) or at_talk((app, *parts)):
            before = None
            await asyncio.sleep(0.002 if busy else 0)
            continue
        now = (id(app.screen), len(parts))
        if now == before:
            return
        before = now
        await pilot._wait_for_screen()
    raise AssertionError(f"the window does not come to rest:\n{screen_text(app)}")


def at_talk(pumps: Iterable[MessagePump]) -> bool:
    """Whether a part of the window has a message, or a call for later, that it has not come to yet."""
    return any(each._message_queue.qsize() + len(each._next_callbacks) for each in pumps)


def at_work(app: Window) -> bool:
    """Whether a worker makes a move, opens a match or turns to another room."""
    turning = app.director is not None and app.director.changing_room.locked()
    return turning or any(each.group in WORKS and not each.is_finished for each in app.workers)


def undrawn(screen: Screen[object]) -> bool:
    """Whether something of a screen is still to be laid out or drawn: that waits for the next frame."""
    return bool(
        screen._layout_required
        or screen._scroll_required
        or screen._repaint_required
        or screen._recompose_required
        or screen._dirty_widgets
    )


async def until(pilot: Pilot[None], done: Callable[[], bool]) -> None:
    """Wait for something that is worked out beside the window: a band, a summary, counsel."""
    end = time.monotonic() + PATIENCE
    while not done():
        assert time.monotonic() < end, screen_text(cast("Window", pilot.app))
        await asyncio.sleep(0.005)
    await settle(pilot)


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys as a terminal sends them, each once all that the one before it set going is done."""
    driver = pilot.app._driver
    assert driver is not None
    for each in keys:
        key = each if len(each) > 1 or each.isalnum() else _character_to_key(each)
        event = events.Key(key, " " if key == "space" else each if len(each) == 1 else None)
        event.set_sender(pilot.app)
        driver.send_message(event)
        await settle(pilot)


async def fill_in(pilot: Pilot[None]) -> None:
    """Fill in the sheet that is open: the first value of every row that must be chosen, words where wanted."""
    for row in pilot.app.screen.query(ChoiceRow):
        if row.value is None and not row.field.optional:
            row.focus()
            await press(pilot, "right")
    for field in pilot.app.screen.query(Input):
        field.focus()
        await press(pilot, *"no")
    sheet = next(iter(pilot.app.screen.query(MoveForm)), None)
    if sheet is not None and sheet.move() is None:
        for row in sheet.query(ChoiceRow):
            if row.field.optional and row.value is None:
                row.focus()
                await press(pilot, "right")
                if sheet.move() is not None:
                    break
    await press(pilot, "enter")
    if isinstance(pilot.app.screen, Confirm):
        await press(pilot, "enter")


def sealed(screen: OrdersRoom) -> bool:
    """Whether the seat's orders are under seal already."""
    mine = screen.view.sight.mine
    return mine is not None and bool(mine.orders)


async def take_a_step(pilot: Pilot[None]) -> None:
    """Do the plainest thing the open screen offers."""
    screen = pilot.app.screen
    if isinstance(screen, OrdersRoom) and sealed(screen) and screen.boxes("k"):
        await press(pilot, "k")
        await fill_in(pilot)
    elif isinstance(screen, Curtain | Briefing | OrdersRoom):
        await press(pilot, "enter")
    elif isinstance(screen, AnsweringRoom):
        await press(pilot, "1")
        await fill_in(pilot)
    elif isinstance(screen, TableRoom):
        await press(pilot, "x" if screen.boxes("x") else "e" if screen.boxes("e") else "m")
        if isinstance(pilot.app.screen, MoveMenu):
            await press(pilot, "1")
        await fill_in(pilot)
    else:
        await press(pilot, "escape")


async def to_the_table(pilot: Pilot[None]) -> None:
    """Seal the orders of every seat at this screen and open the session."""
    await settle(pilot)
    for _ in range(20):
        if isinstance(pilot.app.screen, TableRoom):
            return
        await take_a_step(pilot)


_AT_TABLE: dict[str, Path] = {}
"""By set-up: a journal in which the orders are sealed and the session is open."""


async def open_at_table(folder: Path, first: Setup) -> Window:
    """The window, about to take up a match whose way to the table was walked once, by the keys of `to_the_table`."""
    way = repr(first)
    if way not in _AT_TABLE:
        walked = Path(mkdtemp(prefix="table-"))
        app = open_window(walked, first)
        async with app.run_test(size=WIDE) as pilot:
            await to_the_table(pilot)
        (_AT_TABLE[way],) = files(walked, "*.jsonl")
    return taken_up(folder, _AT_TABLE[way])


def taken_up(folder: Path, journal: Path) -> Window:
    """The window, about to take up a copy of a journal in a folder of its own."""
    kept = folder / "story.journal.jsonl"
    shutil.copy(journal, kept)
    host = open_window(folder).host
    return Window(host, lambda: host.resume(str(kept)))
