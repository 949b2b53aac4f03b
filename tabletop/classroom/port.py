"""One seat's way to a table of a room: the same port that a window or plain mode holds.

It may be shared by several threads and by several windows of one seat.
"""

import asyncio
from collections.abc import AsyncIterator

from tabletop.classroom.receipts import Receipt
from tabletop.classroom.store import RoomStore
from tabletop.classroom.table import SharedHistory, Table
from tabletop.errors import JournalError, Refusal
from tabletop.game.records.moves import Move
from tabletop.game.views import Preview, SeatView
from tabletop.table.advice import Advice, Remark
from tabletop.table.notes import harmless
from tabletop.table.port import SeatEntry
from tabletop.table.replaying import SeatPast
from tabletop.words.sentences.classroom import said


class SharedPast(SeatPast):
    """What one seat was shown, told under the table's lock."""

    def __init__(self, history: SharedHistory, seat: str) -> None:
        super().__init__(history, seat)
        self._lock = history.lock

    @property
    def entries(self) -> tuple[SeatEntry, ...]:
        """Every entry that this seat could tell of."""
        with self._lock:
            return super().entries


class RoomNotes:
    """The texts of one seat, kept in the room's file and never in the journal."""

    def __init__(self, room: RoomStore, table: int, seat: str) -> None:
        self._room, self._table, self._seat = room, table, seat

    def read(self, name: str) -> str:
        """A text by its name; empty when there is none."""
        return self._room.note(self._table, self._seat, name)

    def write(self, name: str, text: str) -> str:
        """Keep a text, made harmless; returns where it is, for people.

        Raises:
            JournalError: It could not be written, or the name is no plain word.
        """
        if not name.isascii() or not name.replace("-", "").isalnum():
            raise JournalError(said("room.note-name", name=repr(name)))
        self._room.keep_note(self._table, self._seat, name, harmless(text))
        return said("room.where", room=self._room.path, number=self._table)


class SeatPort:
    """One seat's way to a table; see `TablePort`.

    Attributes:
        table: The table.
        seat: The seat, or `observer`.
        board: The board as this seat may know it.
        lexicon: The words of the scenario.
        past: What this seat was shown so far.
        notes: This seat's own texts.
    """

    def __init__(self, room: RoomStore, table: Table, seat: str) -> None:
        """Take a seat's place.

        Raises:
            SeatError: There is no such seat.
        """
        self.table, self.seat = table, seat
        self.board, self.lexicon = table.match.board_of(seat), table.match.lexicon
        self.past = SharedPast(table.history, seat)
        self.notes = RoomNotes(room, table.number, seat)

    @property
    def view(self) -> SeatView:
        """The newest view."""
        return self.table.view(self.seat)

    @property
    def notice(self) -> str:
        """Nothing: the table is in this program."""
        return ""

    async def views(self) -> AsyncIterator[SeatView]:
        """The view now, then the newest whenever something this seat sees has changed."""
        shown: SeatView | None = None
        async for _ in self.table.changes():
            view = await asyncio.to_thread(self.table.view, self.seat)
            if view != shown:
                shown = view
                yield view

    async def submit(self, move: Move, turn: int) -> None:
        """Make a move; returns when it is on the disk. Bots answer afterwards.

        Raises:
            IllegalMove: The move is refused, with its rule.
            StaleView: The table has moved on.
            JournalError: It could not be written; nothing has changed.
        """
        await asyncio.to_thread(self.table.enter, self.seat, move, turn)

    def send(self, move: Move, turn: int, cid: str) -> Receipt:
        """Make a move under a client's id, and say what became of it; see `Room.submit`."""
        return self.table.submit(self.seat, move, turn, cid)

    def preview(self, move: Move) -> Preview | Refusal:
        """What a move would do, or why it is refused."""
        return self.table.preview(self.seat, move)

    async def advice(self) -> Advice | None:
        """Nobody counsels in a class."""
        return None

    async def remark(self) -> Remark | None:
        """Nobody counsels in a class."""
        return None
