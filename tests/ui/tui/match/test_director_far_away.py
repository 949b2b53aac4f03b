"""The window over a table on another machine: what breaks is said where it looks, and what comes back is shown."""

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tabletop.classroom.room import Room
from tabletop.game.records.moves import LastLook
from tabletop.remote.link import Link
from tabletop.scenario.scenario import Scenario
from tabletop.ui.shared.setup import PERSON, OpenedMatch, Setup
from tabletop.ui.tui.app import Window
from tabletop.ui.tui.widgets.notice import Notice
from tests.remote.hosting import dealt, hosted, linked, port_of, wired
from tests.ui.tui.hands import come_to_a_room
from tests.ui.tui.walk import NARROW, open_window, screen_text

SEAT = "ukraine"


@pytest.fixture
def room(tmp_path: Path, scenario: Scenario) -> Iterator[Room]:
    made = dealt(tmp_path, scenario, {"us": "patient", "europe": "patient"})
    yield made
    made.close()


def window_over(link: Link, folder: Path) -> Window:
    setup = Setup("abu-dhabi-2026", "pop-up", {SEAT: PERSON}, counsel="off")
    app = open_window(folder)
    app._first = lambda: OpenedMatch((port_of(link),), "", setup)
    return app


async def until(app: Window, holds: Callable[[str], object]) -> None:
    """Wait for a notice on the screen that is open."""
    for _ in range(400):
        if any(holds(notice.sentence) for notice in app.screen.query(Notice)):
            return
        await asyncio.sleep(0.02)
    raise AssertionError(screen_text(app))


def lost(notice: str) -> bool:
    return notice == "Connection lost, trying again; nothing you sealed is lost"


async def test_a_break_is_told_in_the_room_and_on_the_page_above_it(room: Room, tmp_path: Path) -> None:
    """And a move that is made meanwhile is there when the host is."""
    with hosted(room) as address, wired(address) as wire, linked(wire.address, room.issue(1, SEAT)) as link:
        app = window_over(link, tmp_path)
        async with app.run_test(size=NARROW) as pilot:
            await come_to_a_room(pilot)
            wire.down.set()
            wire.cut()
            await until(app, lost)
            await pilot.press("t")
            wire.down.clear()
            await until(app, lambda notice: notice == "The table goes on")
            wire.down.set()
            wire.cut()
            await until(app, lost)
            await pilot.press("escape")
            await until(app, lost)
            assert app.director is not None
            app.director.make(LastLook("on"))
            await asyncio.sleep(0.5)
            await until(app, lost)
            wire.down.clear()
            await until(app, lambda notice: "last look" in notice.lower())
    assert [entry.move for entry in room.table(1).match.store.since(0) if entry.seat == SEAT] == [
        LastLook("on")
    ]


async def test_a_seat_that_is_given_out_anew_is_told_and_the_window_stays(room: Room, tmp_path: Path) -> None:
    with hosted(room) as address, linked(address, room.issue(1, SEAT)) as link:
        app = window_over(link, tmp_path)
        async with app.run_test(size=NARROW) as pilot:
            await come_to_a_room(pilot)
            room.issue(1, SEAT)
            assert app.director is not None
            app.director.make(LastLook("on"))
            await until(app, lambda notice: "does not lead to a seat any more" in notice)
            await pilot.press("t", "escape")
            await until(app, lambda notice: "does not lead to a seat any more" in notice)
            assert app.fault is None
