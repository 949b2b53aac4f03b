"""The director of a match in the window: which seat is looked through, which room is shown, how a move is made.

A room is chosen from the view alone. With several seats at one screen a curtain takes every room away before
the next seat's view is read.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial

from textual.worker import Worker

from tabletop.errors import IllegalMove, MoveKept, StaleView, TabletopError
from tabletop.game.records.moves import Move
from tabletop.game.views import SeatView
from tabletop.ui.shared.seat_session import SeatSession, seat_sessions
from tabletop.ui.shared.setup import OpenedMatch
from tabletop.ui.shared.window_words import of_other_rules
from tabletop.ui.tui.match.rooms import room_for
from tabletop.ui.tui.screens.curtain import Curtain
from tabletop.ui.tui.screens.home.home import Home
from tabletop.ui.tui.screens.rooms.room import Room
from tabletop.ui.tui.shell.background_work import start
from tabletop.ui.tui.shell.shell import Shell
from tabletop.vocabulary import ENDS
from tabletop.words.language.i18n import _
from tabletop.words.language.voice import capitalised
from tabletop.words.sentences.refusals import refusal_sentence

PATIENCE_S = 0.4
"""Seconds a move may take before the window says that the others are thinking."""


class Director:
    """Stacks rooms and curtains on the home screen and follows the views of one seat after another.

    Attributes:
        match: The match.
        seat: The seat that is looked through, or whose curtain is drawn.
        room: The room that is open; None behind a curtain.
    """

    def __init__(self, shell: Shell, match: OpenedMatch, on_leave: Callable[[], None]) -> None:
        self.match = match
        self._shell, self._on_leave = shell, on_leave
        self._seats = seat_sessions(match, shell.prefs)
        self.seat = self._seats[0]
        self.room: Room | None = None
        self._curtained = False
        self._in_caucus = False
        """Whether the seat looks at its caucus rather than at the table."""
        self._following: Worker[None] | None = None
        self._noticed = ""
        """What was said last of the way to the table."""
        self.changing_room = asyncio.Lock()
        """Held while one view is taken away and another is shown."""

    @classmethod
    async def open(
        cls, shell: Shell, opened: Callable[[], OpenedMatch], on_leave: Callable[[], None]
    ) -> Director | None:
        """Open a match beside the screen; None, and a sentence on the screen that asked, when that fails.

        Args:
            shell: The window.
            opened: Opens the match.
            on_leave: Is called once the match has been left.
        """
        tell: Callable[[str], None] = getattr(shell.screen, "tell", lambda _sentence: None)
        try:
            match = await asyncio.to_thread(opened)
        except TabletopError as error:
            tell(of_other_rules(error) or _("This match cannot be opened: {why}").format(why=error))
            return None
        tell("")
        return cls(shell, match, on_leave)

    async def begin(self) -> None:
        """Sit down at the first seat."""
        if len(self._seats) > 1:
            await self._draw_curtain(self.seat)
        else:
            self._sit(self.seat)

    def leave(self) -> None:
        """Back to the home screen; the match is saved after every move."""
        start(self._shell, self.close)

    async def close(self) -> None:
        """Take every screen of the match away."""
        self._stop_following()
        await self._clear()
        self._on_leave()

    def make(self, move: Move) -> None:
        """Make a move; what comes of it arrives as a view, what is refused is a sentence on the screen."""
        view = self.room.view if self.room is not None else self.seat.view
        start(self._shell, partial(self._make, self.seat, move, view.turn), "move")

    def visit_caucus(self, *, inside: bool) -> None:
        """Go into the seat's caucus, or back to the table."""
        self._in_caucus = inside
        self.choose_room()

    def choose_room(self) -> None:
        """Choose the room again: what the seat wants to look at has changed, its view has not."""
        start(self._shell, partial(self.show, self.seat.view))

    def _sit(self, seat: SeatSession) -> None:
        """Follow a seat's views from now on."""
        self.seat, self._curtained, self._in_caucus = seat, False, False
        self._stop_following()
        self._following = start(self._shell, partial(self._follow, seat), "views")

    def _stop_following(self) -> None:
        if self._following is not None:
            self._following.cancel()
            self._following = None

    async def _follow(self, seat: SeatSession) -> None:
        try:
            async for view in seat.port.views():
                if self._curtained or seat is not self.seat:
                    return
                await self.show(view)
                self._notice(seat)
        except TabletopError as error:
            self._tell_room(capitalised(str(error)))
            self._shell.say(capitalised(str(error)))

    def _notice(self, seat: SeatSession) -> None:
        """Say it on whatever is open when the way to the table is not as it was; the room has it with its news."""
        before, self._noticed = self._noticed, seat.port.notice
        if self._noticed != before and self._shell.screen is not self.room:
            self._shell.say(self._noticed or _("The table goes on"))

    async def show(self, view: SeatView) -> None:
        """Show a view: in the room that is open, in another room, or behind the next seat's curtain."""
        async with self.changing_room:
            if self._curtained:
                return
            next_seat = self._next_seat(view)
            if next_seat is not None:
                await self._draw_curtain(next_seat)
                return
            wanted = room_for(self.seat.voice, view, briefed=self.seat.briefed, in_caucus=self._in_caucus)
            if isinstance(self.room, wanted) and self.room in self._shell.screen_stack:
                self.room.view = view
                self.room.tell(self.seat.news)
            else:
                await self._clear()
                self.room = wanted(self.seat, self, view)
                await self._shell.push_screen(self.room)

    def _next_seat(self, view: SeatView) -> SeatSession | None:
        """The seat at this screen that is awaited while the one looked through is not; None when there is none."""
        talks, board = view.sight.talks, self.seat.port.board

        def awaited(seat: SeatSession) -> bool:
            index = board.seat_index.get(seat.port.seat, -1)
            return index >= 0 and bool(talks.awaiting >> index & 1)

        if talks.phase in ENDS or awaited(self.seat):
            return None
        return next((seat for seat in self._seats if seat is not self.seat and awaited(seat)), None)

    async def _draw_curtain(self, seat: SeatSession) -> None:
        """Hide everything until the person of the next seat says that they sit there."""
        self._curtained = True
        await self._clear()
        name = seat.voice.name(seat.port.seat)
        await self._shell.push_screen(Curtain(name, lambda: self._sit(seat), self.leave))

    async def _clear(self) -> None:
        """Take every screen above the home screen away, and what it showed."""
        self.room = None
        while len(self._shell.screen_stack) > 1 and not isinstance(self._shell.screen, Home):
            await self._shell.pop_screen()

    async def _make(self, seat: SeatSession, move: Move, turn: int) -> None:
        clock = asyncio.get_running_loop()
        waiting = clock.call_later(
            PATIENCE_S, lambda: self._tell_room(seat.port.notice or _("The others are thinking…"))
        )
        try:
            await seat.port.submit(move, turn)
        except IllegalMove as error:
            self._shell.say(refusal_sentence(seat.voice, error.refusal))
        except StaleView:
            self._shell.say(_("The table has moved on since you looked. Look again, then move."))
        except MoveKept as error:
            await self._back_to_room()
            self._shell.say(str(error))
        except TabletopError as error:
            self._shell.say(_("Nothing has changed: {why}").format(why=error))
        else:
            waiting.cancel()
            if waiting.when() <= clock.time():
                self._tell_room(
                    self.seat.news
                )  # nobody is waited for any more; the news may have come before
            await self._back_to_room()
            await seat.ask_coach()
            if self.room is not None and self.room.is_mounted:
                self.room.show_counsel()
        finally:
            waiting.cancel()

    def _tell_room(self, sentence: str) -> None:
        """Say something in the room; a page or the home screen that is open now has no part in it."""
        if self.room is not None and self.room.is_mounted:
            self.room.tell(sentence)

    async def _back_to_room(self) -> None:
        while self.room in self._shell.screen_stack and self._shell.screen is not self.room:
            await self._shell.pop_screen()
