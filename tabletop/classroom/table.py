"""One table of a room: a match with its bots, for any number of threads.

Whatever reads or changes the match holds the table's lock, and nothing else does. A move returns when it is on the
disk; bots answer afterwards, in the room's own threads, and think without the lock.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from concurrent.futures import Executor
from contextlib import suppress
from threading import Lock, RLock

from tabletop.classroom.faults import Faults
from tabletop.classroom.receipts import UNKNOWN, Receipt, Refused
from tabletop.classroom.store import RoomStore
from tabletop.errors import IllegalMove, JournalError, MoveKept, Refusal, StaleView
from tabletop.game.records.moves import Move
from tabletop.game.views import Preview, SeatView
from tabletop.journal.entry import Entry
from tabletop.journal.history import BookedEntry
from tabletop.players.roster import player
from tabletop.table.bots import bot_turns, make_bot_move
from tabletop.table.match import taken_up
from tabletop.table.port import Player
from tabletop.table.replaying import GrowingHistory
from tabletop.table.seats import PERSON, Seating
from tabletop.vocabulary import FACILITATOR, Phase

Waking = Callable[[], object]


class SharedHistory(GrowingHistory):
    """The entries of a table, folded under its lock."""

    def __init__(self, table: "Table") -> None:
        match = table.match
        super().__init__(match.board, match.lexicon, match.store.since)
        self.lock = table.lock

    @property
    def booked(self) -> tuple[BookedEntry, ...]:
        """Every entry so far, with the states before and after it."""
        with self.lock:
            return super().booked


class Table:
    """A match of a room.

    Attributes:
        number: The table's number, from 1.
        match: The match; read and change it with `lock` held.
        lock: Held by whoever reads or changes the match.
        history: Every entry so far, for ports.
        trouble: Why the table or a bot could not go on, such as a full disk; None when all is well. It is tried
            again with every request.
    """

    def __init__(self, room: RoomStore, number: int, hands: Executor, faults: Faults) -> None:
        """Take up a table where it was left, or deal it.

        Args:
            room: Where it is kept.
            number: Its number.
            hands: Threads in which bots think.
            faults: Is told of faults of ours.

        Raises:
            Diverged: A step comes out otherwise than the store says.
            JournalError: It cannot be read or written.
        """
        self.number, self.lock = number, RLock()
        self._room, self._hands, self._faults = room, hands, faults
        self.match = taken_up(room.table(number))
        self.history = SharedHistory(self)
        self.trouble: Exception | None = None
        self._refused = Refused()
        self._players: dict[tuple[str, str], Player] = {}
        self._answering = False
        self._listening, self._wakings = Lock(), set[Waking]()
        self.match.listen(self._tell)
        self.go_on()

    @property
    def seating(self) -> Seating:
        """Who keeps which seat: `person`, or a bot's temper."""
        return self.match.seating

    def view(self, seat: str) -> SeatView:
        """What a seat sees now."""
        with self.lock:
            return self.match.view(seat)

    def turn(self, seat: str) -> int:
        """The turn of a seat's view, which counts what that seat saw change."""
        with self.lock:
            return self.match.turn(seat)

    def preview(self, seat: str, move: Move) -> Preview | Refusal:
        """What a move would do as far as its seat can know, or why it is refused."""
        with self.lock:
            return self.match.preview(seat, move)

    def enter(self, seat: str, move: Move, turn: int, cid: str = "") -> Entry:
        """Make a move of a person or of the facilitator; when this returns it is on the disk.

        Raises:
            IllegalMove: It is refused; `stand-in` when a bot plays the seat.
            StaleView: The table has moved on.
            JournalError: It could not be written; nothing has changed. Where only what the table did after it could
                not be, the move is made and `trouble` says so.
        """
        with self.lock:
            known = self.match.store.find(seat, cid) if cid else None
            if known is None and self.seating.get(seat, PERSON) != PERSON:
                raise IllegalMove(Refusal("stand-in", "T10.6", (("seat", seat),)))
            if seat != FACILITATOR:  # who can stop a table that stands still, whatever keeps it
                self._settle()
            before = self.match.seq
            try:
                entry = self.match.submit(seat, move, turn, cid)
            except MoveKept as error:
                self.trouble = error
                entry = self.match.store.since(before)[0]
        self.go_on()
        return entry

    def submit(self, seat: str, move: Move, turn: int, cid: str) -> Receipt:
        """Make a person's move and say what became of it."""
        try:
            entry = self.enter(seat, move, turn, cid)
        except StaleView:
            return self._refuse(seat, cid, Refusal("stale", "T1.2"))
        except IllegalMove as error:
            return self._refuse(seat, cid, error.refusal)
        except JournalError as error:
            return Receipt("unknown", why=str(error))
        self._refused.forget(seat, cid)
        return self._written(entry)

    def _refuse(self, seat: str, cid: str, refusal: Refusal) -> Receipt:
        """A refusal; a move that was written under the same id stays written."""
        if self.match.store.find(seat, cid) is not None:
            return Receipt("refused", refusal=refusal)
        with self.lock:
            return self._refused.keep(seat, cid, refusal)

    def receipt(self, seat: str, cid: str) -> Receipt:
        """What became of the move that a seat sent under an id."""
        entry = self.match.store.find(seat, cid) if cid else None
        if entry is not None:
            return self._written(entry)
        with self.lock:
            return self._refused.find(seat, cid) or UNKNOWN

    def _written(self, entry: Entry) -> Receipt:
        return Receipt("written", entry.seq, self._room.digest(self.number, entry.seq))

    def go_on(self) -> None:
        """Let the table and its bots move, in the room's threads, where somebody of them is awaited."""
        with self.lock:
            if self._answering or not self._may_go_on():
                return
            self._answering = True
        try:
            self._hands.submit(self._answer)
        except RuntimeError:  # the room is being closed; whoever opens it next goes on
            self._answering = False

    def _may_go_on(self) -> bool:
        """Whether the table or a bot has something to do."""
        match = self.match
        if match.at_rest or not match.store.header.same_rules:
            return False
        return not match.awaited or any(match.seating[seat] != PERSON for seat in match.awaited)

    def _settle(self) -> None:
        """Let the table move itself where it could not when it should have."""
        if not self.match.awaited and not self.match.at_rest:
            self.match.settle()
        self.trouble = None

    def _answer(self) -> None:
        """Let the bots move until a person is awaited; `trouble` is what goes wrong, told where it is our fault."""
        try:
            while self._answered():
                pass
        except Exception as error:  # noqa: BLE001 - the bots of this table stand still, the room goes on
            self.trouble = error
            if not isinstance(error, JournalError):
                self._faults.tell(self.number, error)
        finally:
            with self.lock:
                self._answering = False

    def _answered(self) -> bool:
        """Let one bot move; whether there was one to ask."""
        with self.lock:
            self._settle()
            turn = next(bot_turns(self.match, self._bots()), None)
            if turn is None:
                self._answering = False  # under the lock, so that no move falls between
                return False
        chosen = turn.player.choose(turn.board, turn.view, turn.key)
        with self.lock:
            match = self.match
            waits = turn.seat in match.awaited and not match.at_rest and match.seating[turn.seat] != PERSON
            if waits and turn.view.turn == match.turn(turn.seat):
                make_bot_move(match, turn, chosen)
        return True

    def _bots(self) -> Mapping[str, Player]:
        """By seat, who plays it, as the seats are kept now."""
        board, key = self.match.board, str(self.match.store.header.seed)
        kept = {seat: keeper for seat, keeper in self.match.seating.items() if keeper != PERSON}
        for seat, keeper in kept.items():
            if (seat, keeper) not in self._players:
                self._players[seat, keeper] = player(keeper, board.seats[board.seat_index[seat]], key)
        return {seat: self._players[seat, keeper] for seat, keeper in kept.items()}

    def act(self, move: Move, cid: str = "") -> Entry:
        """Make a move of the facilitator (T10), on record; when this returns it is on the disk.

        Raises:
            IllegalMove: It is not open.
            JournalError: It could not be written; nothing has changed.
        """
        return self.enter(FACILITATOR, move, 0, cid)

    def listen(self, waking: Waking) -> Callable[[], None]:
        """Call `waking` after each entry, in the thread that made it and with the lock held: it only wakes others.

        Returns:
            What ends it.
        """
        with self._listening:
            self._wakings.add(waking)

        def ends() -> None:
            with self._listening:
                self._wakings.discard(waking)

        return ends

    def wake(self) -> None:
        """Let those who listen look again, though nothing was entered: something beside the match has changed."""
        self._tell(())

    def _tell(self, _entered: tuple[Phase, ...]) -> None:
        with self._listening:
            wakings = tuple(self._wakings)
        for waking in wakings:
            waking()

    async def changes(self) -> AsyncIterator[int]:
        """The number of the last entry, now and whenever it has grown, until the match is over.

        Entries that come close together are one change.
        """
        loop, news = asyncio.get_running_loop(), asyncio.Event()

        def wake() -> None:
            with suppress(RuntimeError):  # the loop has ended, and with it who waited
                loop.call_soon_threadsafe(news.set)

        ends = self.listen(wake)
        try:
            while True:
                news.clear()
                yield self.match.seq
                if self.match.over:
                    return
                await news.wait()
        finally:
            ends()
