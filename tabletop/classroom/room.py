"""A room: tables of one match, the people at them, and the file that keeps both; what a server holds.

A server makes or opens one `Room`, gives `take_seat` and `arrive` to whoever comes, calls `touch` with every request,
shows `port(table, seat)` and sends moves through `submit`. Every call may come from any thread and waits for the disk
where it writes, so an event loop makes those through `asyncio.to_thread`; `table(n).changes()` is awaited in the loop.
When a call that writes returns, it is on the disk: a program killed at any moment opens the room where it was.
"""

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from threading import Lock
from time import monotonic

from tabletop.classroom.faults import Faults
from tabletop.classroom.lobby import Lobby, Seat, stand_in
from tabletop.classroom.port import SeatPort
from tabletop.classroom.presence import Attendance
from tabletop.classroom.receipts import UNKNOWN, Receipt
from tabletop.classroom.room_reader import journal_of
from tabletop.classroom.store import ENDING, RoomStore
from tabletop.classroom.stored_rooms import SALT
from tabletop.classroom.table import Table
from tabletop.classroom.tokens import class_code, hashed, is_token, new_token, same_code
from tabletop.errors import JournalError, NameTaken, Refusal, WrongArgument
from tabletop.game.records.moves import Move
from tabletop.journal.commitment import new_salt
from tabletop.journal.entry import Header
from tabletop.journal.history import scenario_of
from tabletop.scenario.compiler.board import compile_board
from tabletop.scenario.library import open_scenario
from tabletop.scenario.scenario import Scenario
from tabletop.table import clock
from tabletop.table.dealing import header_for
from tabletop.table.seats import PERSON
from tabletop.vocabulary import OBSERVER
from tabletop.words.sentences.classroom import said

TABLES_MOST = 50
"""Tables of a room at most."""

STARTS_MOST = 1_000
"""More rooms nobody begins in one second."""

THINKING = 2
"""Threads in which the bots of all tables think."""


class Room:
    """Tables of one match; see the module.

    Attributes:
        faults: What went wrong by our own fault; whoever keeps the room hears it there.
    """

    def __init__(self, store: RoomStore, ticks: Callable[[], float] = monotonic) -> None:
        """Take a room that `create` or `open` gave; `ticks` are the seconds that presence goes by."""
        self._store = store
        self._hands = ThreadPoolExecutor(THINKING, "bots")
        self.faults = Faults()
        self._opening = {number: Lock() for number in self.numbers}
        self._tables: dict[int, Table] = {}
        self._ports: dict[tuple[int, str], SeatPort] = {}
        self._attendance = Attendance(ticks)
        self._lobby = Lobby(store, self.table, self._attendance)

    @classmethod
    def create(  # noqa: PLR0913 - one a question of whoever opens a class
        cls,
        folder: Path,
        scenario: str | Path | Scenario,
        *,
        seed: int,
        tables: int = 1,
        format_id: str = "class",
        door: str = "standard",
        bots: Mapping[str, str] | None = None,
        lang: str = "",
        neutral: bool = False,
    ) -> "Room":
        """A new room under a free name in a folder; every table is dealt alike.

        Args:
            folder: Where rooms are kept; it is made where there is none.
            scenario: Its name, its folder, or itself.
            seed: One for all tables, so that they can be compared.
            tables: How many.
            format_id: Lengths and budgets.
            door: Difficulty.
            bots: By seat, the temper of a bot that keeps it at every table; nobody can choose these seats.
            lang: The language of the class; empty for none in particular.
            neutral: Whether invented names stand for the real ones.

        Raises:
            WrongArgument: So many tables cannot be.
            ScenarioError: The scenario is not valid, or has no such format or door.
            SeatError: There is no such seat.
            JournalError: The folder cannot be written.
        """
        if not 1 <= tables <= TABLES_MOST:
            raise WrongArgument(said("room.tables", most=TABLES_MOST, tables=tables))
        opened = scenario if isinstance(scenario, Scenario) else open_scenario(scenario)
        board = compile_board(opened, format_id=format_id, door=door, open_sittings=True)
        kept_by_bots = dict(bots or {})
        seating = {**dict.fromkeys(board.seat_index, PERSON), **kept_by_bots}
        header = header_for(opened, board, seating=seating, seed=seed, door=door, neutral=neutral)
        facts = {"code": class_code(), "language": lang, "created": header.at, f"server.{SALT}": new_salt()}
        for path in room_paths(folder, opened.id):
            with suppress(NameTaken):
                return cls._dealt(RoomStore.created(path, header, tables, kept_by_bots, facts))
        raise JournalError(said("room.no-names-left", folder=folder))

    @classmethod
    def _dealt(cls, store: RoomStore) -> "Room":
        """A new room with its tables."""
        room = cls(store)
        try:
            for number in room.numbers:
                room.table(number)
        except BaseException:
            room.close()
            raise
        return room

    @classmethod
    def open(cls, path: Path) -> "Room":
        """A room as it was left, however that was; its tables are taken up when they are asked for.

        Raises:
            RoomHeld: Another program has it open, or this one already.
            OtherRules: It was played by other rules; its tables can be exported.
            JournalError: It cannot be read or written.
        """
        store = RoomStore.opened(path)
        try:
            store.header.need_same_rules(str(path))
            return cls(store)
        except BaseException:
            store.close()
            raise

    @property
    def path(self) -> Path:
        """The room's file."""
        return self._store.path

    @property
    def header(self) -> Header:
        """What every table was opened with: scenario, format, door, seed, neutral; never shown to a seat."""
        return self._store.header

    @property
    def scenario(self) -> Scenario:
        """What is played."""
        return scenario_of(self.header)

    @property
    def code(self) -> str:
        """The class code, to be said aloud."""
        return self._store.fact("code")

    @property
    def language(self) -> str:
        """The language of the class; empty for none in particular."""
        return self._store.fact("language")

    @property
    def created(self) -> str:
        """When it was made, UTC."""
        return self._store.fact("created")

    @property
    def notice(self) -> str:
        """What whoever keeps the room should know, such as that its folder is copied elsewhere; may be empty."""
        return self._store.notice

    @property
    def numbers(self) -> range:
        """The tables' numbers, from 1."""
        return range(1, self._store.tables + 1)

    def lets_in(self, typed: str) -> bool:
        """Whether somebody typed the class code, in whatever case and spacing."""
        return same_code(typed, self.code)

    def table(self, number: int) -> Table:
        """A table, taken up where it was left when it is first asked for (up to half a second).

        Raises:
            JournalError: There is no such table, or it cannot be gone on with; the others can.
        """
        lock = self._opening.get(number)
        if lock is None:
            raise JournalError(said("room.no-table", number=number, tables=self._store.tables))
        with lock:
            if number not in self._tables:
                self._tables[number] = Table(self._store, number, self._hands, self.faults)
            return self._tables[number]

    def warm(self) -> None:
        """Take up all tables, so that nobody waits for it later and their bots go on; a table's error stays its own."""
        for number in self.numbers:
            with suppress(JournalError):
                self.table(number)

    def port(self, number: int, seat: str = OBSERVER) -> SeatPort:
        """A seat's way to its table, the same one each time; without a seat, what is public.

        Raises:
            SeatError: There is no such seat.
            JournalError: There is no such table.
        """
        table = self.table(number)
        with self._opening[number]:
            if (number, seat) not in self._ports:
                self._ports[number, seat] = SeatPort(self._store, table, seat)
            return self._ports[number, seat]

    def seats(self) -> tuple[Seat, ...]:
        """Every seat of every table: who plays it, who sits there, who was heard of."""
        return self._lobby.seats(self._keeper)

    def _keeper(self, number: int, seat: str) -> str:
        taken_up = self._tables.get(number)
        return (taken_up.seating if taken_up else self._store.seating(number))[seat]

    def take_seat(self, number: int, seat: str, nickname: str) -> str:
        """Sit down, at the beginning or late: the token that this seat's device shows from now on.

        A stand-in bot gives the seat up; where that cannot be written now, with a later `touch`.

        Raises:
            LobbyRefused: `no-seat`, `seat-closed`, `seat-taken` or `no-nickname`.
            JournalError: It could not be written.
        """
        return self._lobby.take(number, seat, nickname)

    def issue(self, number: int, seat: str) -> str:
        """A new token for a seat, as for a printed link or a new device; the old token dies.

        Raises:
            LobbyRefused: `no-seat` or `seat-closed`.
            JournalError: It could not be written; the old token stands.
        """
        return self._lobby.issue(number, seat)

    def arrive(self, token: str, nickname: str = "") -> tuple[int, str]:
        """Somebody opens a seat's link, for the first time or again: table and seat.

        Who comes first takes the seat; who comes back finds it as it is, a stand-in that the teacher put there too.

        Raises:
            LobbyRefused: `token-unknown` or `no-nickname`.
            JournalError: It could not be written.
        """
        return self._lobby.arrive(token, nickname)

    def seat_of(self, token: str) -> tuple[int, str] | None:
        """Table and seat of a token; None when it leads nowhere, as one that was issued anew."""
        return self._lobby.owner(token)

    def touch(self, token: str, *, hidden: bool = False) -> tuple[int, str] | None:
        """Somebody's request came in, from a page that is hidden or not: table and seat, None for no valid token."""
        found = self._lobby.owner(token)
        if found is not None:
            self._attendance.touch(*found, hidden=hidden)
            table = self._tables.get(found[0])
            if table is not None and table.trouble is not None:
                self._hands.submit(table.go_on)
            if self._lobby.owes(*found):
                self._hands.submit(self._lobby.let_play, *found)
        return found

    def free_seat(self, number: int, seat: str) -> None:
        """Nobody sits there any more: token and nickname are forgotten, and the seat can be chosen again.

        Raises:
            LobbyRefused: `no-seat` or `seat-empty`.
            JournalError: It could not be written.
        """
        self._lobby.free(number, seat)

    def stand_in(self, number: int, seat: str, temper: str = "") -> None:
        """Let a bot play a seat, as for somebody absent, who keeps token and place; without a temper, the seat's own.

        Raises:
            LobbyRefused: `no-seat`.
            IllegalMove: There is no such temper.
            JournalError: It could not be written.
        """
        own = self.scenario.frame.seats.get(seat)
        self._lobby.give(number, seat, temper or stand_in(own.temper if own else ""))

    def hand_back(self, number: int, seat: str) -> None:
        """Let a person play a seat again.

        Raises:
            LobbyRefused: `no-seat`.
            JournalError: It could not be written.
        """
        self._lobby.give(number, seat, PERSON)

    def submit(self, token: str, move: Move, turn: int, cid: str) -> Receipt:
        """Make a move for the owner of a token, on the view of turn `turn`, under the device's own id of it.

        The same id with the same move does nothing and gets the same receipt, after a restart too. Bots answer
        afterwards.
        """
        found = self.touch(token)
        if found is None:
            return Receipt("refused", refusal=Refusal("token-unknown", "T1.2"))
        number, seat = found
        try:
            return self.table(number).submit(seat, move, turn, cid)
        except JournalError as error:
            return Receipt("unknown", why=str(error))

    def receipt(self, token: str, cid: str) -> Receipt:
        """What became of a move that was sent under an id; an unknown token knows nothing.

        Raises:
            JournalError: The table cannot be read.
        """
        found = self.seat_of(token)
        return UNKNOWN if found is None else self.table(found[0]).receipt(found[1], cid)

    def new_control(self) -> str:
        """The token of the teacher's page; the one before it dies."""
        token = new_token()
        self._store.keep("control", hashed(token).hex())
        return token

    def is_control(self, token: str) -> bool:
        """Whether a token opens the teacher's page."""
        return is_token(token, bytes.fromhex(self._store.fact("control")))

    def recall(self, name: str) -> str:
        """What the server kept under a name, such as when a clock ends; empty when it kept nothing."""
        return self._store.fact(f"server.{name}")

    def remember(self, name: str, value: str) -> None:
        """Keep something of the server's in the room.

        Raises:
            JournalError: It could not be written.
        """
        self._store.keep(f"server.{name}", value)

    def journal(self, number: int) -> bytes:
        """A table's journal as it stands, as `tabletop verify` reads it; nobody waits for it.

        Raises:
            JournalError: There is no such table.
        """
        return journal_of(self.path, number)

    def close(self) -> None:
        """Let the room go: bots finish their thought, and what was asked for is written."""
        self._hands.shutdown(cancel_futures=True)
        self._store.close()


def room_paths(folder: Path, scenario: str) -> Iterator[Path]:
    """Names for a new room, by scenario and time; the next one where somebody has taken one."""
    stamp = "".join(char for char in clock.now()[:19] if char.isalnum())
    yield folder / f"{scenario}-{stamp}{ENDING}"
    for number in range(2, STARTS_MOST):
        yield folder / f"{scenario}-{stamp}-{number}{ENDING}"
