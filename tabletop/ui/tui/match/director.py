"""A match in the window: which seat is looked at, which room is shown, and how a move is made.

A room is chosen from the view alone. With several seats at one screen a curtain takes every room away before
the next seat's view is read.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.worker import Worker

from tabletop.errors import IllegalMove, StaleView, TabletopError
from tabletop.game.records.moves import Move
from tabletop.game.views import SeatView
from tabletop.table.advice import Counsel, Remark
from tabletop.table.port import TablePort
from tabletop.ui.shared.changes import told_since_turn
from tabletop.ui.shared.counsel import mode_of
from tabletop.ui.shared.setup import Seating
from tabletop.ui.tui.match.room import Room
from tabletop.ui.tui.match.rooms import room_for
from tabletop.ui.tui.screens.home.home import Home
from tabletop.ui.tui.screens.rooms.curtain import Curtain
from tabletop.ui.tui.widgets.coach_line import CounselLine
from tabletop.vocabulary import ENDS
from tabletop.words.language.i18n import _
from tabletop.words.language.voice import Voice
from tabletop.words.sentences.record_lines import line
from tabletop.words.sentences.refusals import refusal

if TYPE_CHECKING:
    from tabletop.ui.tui.app import Window

PATIENCE = 0.4
"""Seconds a move may take before the window says that the others are thinking."""


class Sitting:
    """Somebody at the table, seen from the window."""

    def __init__(self, app: Window, seating: Seating) -> None:
        self.app, self.seating = app, seating
        self.port: TablePort = seating.ports[0]
        self.voice = Voice(self.port.board, self.port.lexicon, self.port.seat)
        self.room: Room | None = None
        self.read: set[str] = set()
        """Seats that have read their briefing."""
        self.drawn = False
        """Whether the curtain is drawn: no view is shown then."""
        self.aside = False
        """Whether the seat looks at its caucus rather than at the table."""
        self.looking: Worker[None] | None = None
        self.counsel = mode_of(seating.setup.counsel or app.prefs.counsel, tutorial=seating.setup.tutorial)
        """How much counsel the person at this screen wants."""
        self.remarks: dict[str, Remark] = {}
        """By seat: what the coach said of its last move."""
        self.turning = asyncio.Lock()
        """Held while one view is taken away and another is shown."""

    async def begin(self) -> None:
        """Sit down at the first seat."""
        if len(self.seating.ports) > 1:
            await self.curtain(self.port)
        else:
            self.sit(self.port)

    def sit(self, port: TablePort) -> None:
        """Follow a seat's views from now on."""
        self.port, self.drawn, self.aside = port, False, False
        self.voice = Voice(port.board, port.lexicon, port.seat)
        self._look_away()
        self.looking = self.app.run_worker(self._follow(port), group="views")

    def _look_away(self) -> None:
        """Follow no seat's views."""
        if self.looking is not None:
            self.looking.cancel()
            self.looking = None

    async def _follow(self, port: TablePort) -> None:
        async for view in port.views():
            if self.drawn or port is not self.port:
                return
            await self.arrive(view)

    async def arrive(self, view: SeatView) -> None:
        """Show a new view: in the room that is open, in another room, or behind the curtain."""
        async with self.turning:
            await self._turn_to(view)

    async def _turn_to(self, view: SeatView) -> None:
        if self.drawn:
            return
        following = self._next_seat(view)
        if following is not None:
            await self.curtain(following)
            return
        wanted = room_for(self.voice, view, briefed=self.port.seat in self.read, aside=self.aside)
        if isinstance(self.room, wanted) and self.room in self.app.screen_stack:
            self.room.view = view
            self.room.tell(self.news)
            return
        await self._enter(wanted, view)

    def step_aside(self, *, aside: bool) -> None:
        """Go into the caucus, or back to the table."""
        self.aside = aside
        self.app.run_worker(self.refresh())

    async def refresh(self) -> None:
        """Choose the room again, the view being what it is."""
        await self.arrive(self.port.view)

    async def _enter(self, wanted: type[Room], view: SeatView) -> None:
        await self._clear()
        self.room = wanted(self, view)
        await self.app.push_screen(self.room)

    async def _clear(self) -> None:
        """Take every screen above the home screen away, and what it showed."""
        self.room = None
        while len(self.app.screen_stack) > 1 and not isinstance(self.app.screen, Home):
            await self.app.pop_screen()

    async def curtain(self, port: TablePort) -> None:
        """Hide everything until the person of the next seat says that they sit there."""
        self.drawn = True
        await self._clear()
        name = Voice(port.board, port.lexicon).name(port.seat)
        await self.app.push_screen(Curtain(name, lambda: self._open_curtain(port)))

    def _open_curtain(self, port: TablePort) -> None:
        self.sit(port)

    def _next_seat(self, view: SeatView) -> TablePort | None:
        """The seat at this screen that is awaited while the one looked at is not; None when there is none."""
        talks, board = view.sight.talks, self.port.board
        seat = board.seat_index.get(self.port.seat, -1)
        if talks.phase in ENDS or (seat >= 0 and talks.awaiting >> seat & 1):
            return None
        others = (port for port in self.seating.ports if port is not self.port)
        return next((port for port in others if talks.awaiting >> board.seat_index[port.seat] & 1), None)

    @property
    def news(self) -> str:
        """The newest line since the seat's last move, that move's own among them, with its rule.

        It is read from what the seat was told and not from the views that came, however many they were. Before
        its first move, and for an onlooker, it is the newest line of the newest step; empty at the opening.
        """
        fresh = [
            f"{sentence} [{event.rule}]" if event.rule else sentence
            for event in reversed(told_since_turn(self.port.past))
            if (sentence := line(self.voice, event))
        ]
        more = _(" (+{n} more: r)").format(n=len(fresh) - 1) if len(fresh) > 1 else ""
        return f"{fresh[0]}{more}" if fresh else ""

    def make(self, move: Move) -> None:
        """Make a move; what comes of it arrives as a view, what is refused as a sentence."""
        view = self.room.view if self.room is not None else self.port.view
        self.app.run_worker(self._make(move, view.turn), group="move")

    def _ask_patience(self) -> None:
        """Say in the room that others are at it; a page or the home screen that is open now has no part in it."""
        self._tell_room(_("The others are thinking…"))

    def _tell_room(self, sentence: str) -> None:
        if self.room is not None and self.room.is_mounted:
            self.room.tell(sentence)

    async def _make(self, move: Move, turn: int) -> None:
        waiting = asyncio.get_running_loop().call_later(PATIENCE, self._ask_patience)
        port = self.port
        try:
            await port.submit(move, turn)
        except IllegalMove as error:
            self.say(refusal(self.voice, error.refusal))
        except StaleView:
            self.say(_("The table has moved on since you looked. Look again, then move."))
        except TabletopError as error:
            self.say(_("Nothing has changed: {why}").format(why=error))
        else:
            waiting.cancel()
            if waiting.when() <= asyncio.get_running_loop().time():
                self._tell_room(self.news)  # nobody is waited for any more; the news may have come before
            await self._back_to_room()
            await self._coach(port)
        finally:
            waiting.cancel()

    async def _coach(self, port: TablePort) -> None:
        """Have the coach look at the move that was just made, where one is wanted."""
        self.remarks.pop(port.seat, None)
        remark = await port.remark() if self.counsel is Counsel.COACH else None
        if remark is not None:
            self.remarks[port.seat] = remark
        self._tell_counsel()

    def _tell_counsel(self) -> None:
        if self.room is not None and self.room.is_mounted:
            self.room.query_one(CounselLine).put()

    def want(self, mode: Counsel) -> None:
        """Another mode of counsel from now on, kept with the person's settings; nobody else is told."""
        self.counsel = mode
        self.app.prefer(replace(self.app.prefs, counsel=mode.value))
        self._tell_counsel()

    async def _back_to_room(self) -> None:
        while self.room in self.app.screen_stack and self.app.screen is not self.room:
            await self.app.pop_screen()

    def say(self, sentence: str) -> None:
        """Show a sentence on whatever is open."""
        tell = getattr(self.app.screen, "tell", None)
        if callable(tell):
            tell(sentence)

    async def leave(self) -> None:
        """Back to the home screen; the match is saved after every move."""
        self._look_away()
        await self._clear()
        self.app.sitting = None


async def open_sitting(app: Window, opened: Callable[[], Seating]) -> None:
    """Open a match and sit down; a match that cannot be opened is a sentence on the screen that asked."""
    asked = app.screen
    tell: Callable[[str], None] = getattr(asked, "tell", print_nothing)
    tell(_("Opening the match…"))
    try:
        seating = await asyncio.to_thread(opened)
    except TabletopError as error:
        tell(_("This match cannot be opened: {why}").format(why=error))
        return
    tell("")
    if app.sitting is not None:
        await app.sitting.leave()
    app.sitting = Sitting(app, seating)
    await app.sitting.begin()


def print_nothing(_: str) -> None:
    """A screen without a line for sentences."""
