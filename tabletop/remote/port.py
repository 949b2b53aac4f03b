"""A seat's way to a table on another machine: the port that a window or plain mode holds.

The view is made here from what the seat sees, by the function that makes every view; so are previews.
"""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace

from tabletop.errors import IllegalMove, JournalError, Refusal, StaleView
from tabletop.game.records.menu import Legal
from tabletop.game.records.moves import Move
from tabletop.game.views import Preview, SeatView, preview, view
from tabletop.remote.link import Link
from tabletop.remote.messages import Seen, Shown, sight_of
from tabletop.scenario.board.board import Board
from tabletop.scenario.board.lexicon import Lexicon
from tabletop.table.advice import Advice, Remark
from tabletop.table.port import SeatEntry, SeatNotes
from tabletop.vocabulary import ENDS
from tabletop.words.language.voice import capitalised
from tabletop.words.sentences.classroom import said

NOTHING = Legal((), ())
"""What is open to somebody who looks back, or whose seat a bot plays."""


class RemotePast:
    """What one seat was shown; the steps are here, what was seen after them comes when it is wanted.

    Attributes:
        seat: The seat.
        board: The board as this seat may know it.
        lexicon: The words of the scenario.
    """

    def __init__(self, link: Link, last: int | None = None) -> None:
        """Look back over a line, up to the step `last` where one is given."""
        self._link, self._last = link, last
        self.seat: str = link.welcome.seat
        self.board: Board = link.welcome.board
        self.lexicon: Lexicon = link.welcome.lexicon

    @property
    def entries(self) -> tuple[SeatEntry, ...]:
        """Every step so far."""
        return self._link.entries[: None if self._last is None else self._last + 1]

    def view(self, index: int) -> SeatView:
        """The view after one of the steps; while the host is away, of the last before it that is known here.

        Raises:
            LookupError: There is no such step.
        """
        found = self.entries
        if not 0 <= index < len(found):
            raise LookupError(f"there is no step {index + 1}; this seat is shown {len(found)}")
        seen = self._link.look(index) or self._link.nearest(index)
        return replace(view(self.board, sight_of(seen), index), legal=NOTHING)

    def until(self, index: int) -> "RemotePast":
        """The same past up to one of the steps and no further."""
        return RemotePast(self._link, index)


class RemotePort:
    """One seat's way to a table; see `TablePort`.

    Attributes:
        seat: The seat.
        board: The board as this seat may know it.
        lexicon: The words of the scenario.
        past: What this seat was shown so far.
        notes: This seat's own texts, kept on this machine.
    """

    def __init__(self, link: Link, notes: SeatNotes) -> None:
        """Take a seat's place at an open line."""
        self._link, self.notes = link, notes
        self.past = RemotePast(link)
        self.seat, self.board, self.lexicon = self.past.seat, self.past.board, self.past.lexicon
        self._made: tuple[Shown, SeatView] | None = None

    @property
    def view(self) -> SeatView:
        """The newest view; nothing is open in it while a bot plays the seat."""
        shown, made = self._link.shown, self._made
        if made is None or made[0] is not shown:
            made = self._made = shown, self._view_of(shown.seen, stand_in=shown.stand_in)
        return made[1]

    def _view_of(self, seen: Seen, *, stand_in: bool) -> SeatView:
        found = view(self.board, sight_of(seen), seen.turn, undo=seen.undo)
        return replace(found, legal=NOTHING) if stand_in else found

    @property
    def notice(self) -> str:
        """What stands between this seat and its table now, as a sentence; empty when nothing does."""
        if self._link.error is not None:
            return capitalised(str(self._link.error))
        return capitalised(self._link.notice or self._halted)

    @property
    def _halted(self) -> str:
        """Why nothing is open to this seat though the host is there; empty when something may be."""
        shown = self._link.shown
        if shown.stand_in:
            return said("join.stand-in")
        return said("join.paused") if shown.seen.sight.talks.paused else ""

    async def views(self) -> AsyncIterator[SeatView]:
        """The view now, then the newest whenever it or the notice has changed.

        Raises:
            TabletopError: The host will not be asked again.
        """
        told: tuple[SeatView, str] | None = None
        async for _ in self._link.changes():
            now = self.view, self.notice
            if self._link.error is not None:
                raise self._link.error
            if told is None or now[0] is not told[0] or now[1] != told[1]:
                told = now
                yield now[0]
                if now[0].sight.talks.phase in ENDS:
                    return

    async def submit(self, move: Move, turn: int) -> None:
        """Make a move on the view of turn `turn`; returns when it is on the host's disk, however often the line breaks.

        Raises:
            IllegalMove: The move is refused, with its rule.
            StaleView: The table has moved on.
            JournalError: The host could not write it; nothing has changed.
            TabletopError: The host is not asked any more, or the move before is still under way.
        """
        answer = await asyncio.wrap_future(self._link.make(move, turn))
        if answer.refusal is not None:
            if answer.refusal.code == "stale":
                raise StaleView(self.view.turn, turn)
            raise IllegalMove(answer.refusal)
        if answer.state != "written":
            raise JournalError(answer.why or said("join.unwritten"))

    def preview(self, move: Move) -> Preview | Refusal:
        """What a move would do, or why it is refused."""
        seen = self._link.shown.seen
        return preview(self.board, self.view.sight, move, undo=seen.undo)

    async def advice(self) -> Advice | None:
        """Nobody counsels in a class."""
        return None

    async def remark(self) -> Remark | None:
        """Nobody counsels in a class."""
        return None
