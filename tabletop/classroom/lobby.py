"""Who sits where: seats taken, links given out, stand-in bots; everything on the disk before it counts."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from threading import RLock

from tabletop.classroom.presence import Attendance, Presence
from tabletop.classroom.room_reader import SeatRow
from tabletop.classroom.store import RoomStore
from tabletop.classroom.table import Table
from tabletop.classroom.tokens import hashed, is_token, new_token
from tabletop.errors import JournalError, LobbyRefused
from tabletop.game.records.moves import Reseat
from tabletop.game.session.facilitator import KEEPERS
from tabletop.table.seats import PERSON
from tabletop.words.language.sanitize import clean
from tabletop.words.sentences.classroom import said

NICKNAME_MOST = 24
"""Characters of a nickname at most."""

PATIENT = "patient"
"""The stand-in where the scenario gives a seat no temper that the facilitator may name."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A seat of the room as the lobby and the teacher's list show it.

    Attributes:
        table: The table's number, from 1.
        seat: The seat's id.
        keeper: Who plays it now: `person`, or a bot's temper.
        closed: Whether it was given to a bot when the room was made, so that nobody can choose it.
        taken: Whether somebody sits there, be a stand-in playing for them or not.
        nickname: What they want to be called; may be empty.
        presence: How lately they were heard of.
    """

    table: int
    seat: str
    keeper: str
    closed: bool
    taken: bool
    nickname: str
    presence: Presence


def refused(code: str, **facts: str) -> LobbyRefused:
    """The refusal of a code, with its sentence."""
    return LobbyRefused(code, said(f"lobby.{code}", **facts), **facts)


def nickname(typed: str) -> str:
    """A nickname as it was typed, made harmless, of at most `NICKNAME_MOST` characters.

    Raises:
        LobbyRefused: Nothing that can be shown is left of it.
    """
    cleaned = clean(typed, NICKNAME_MOST)
    if not any(char.isalnum() for char in cleaned):
        raise refused("no-nickname")
    return cleaned


class Lobby:
    """The roster of a room; any thread may ask."""

    def __init__(self, store: RoomStore, table: Callable[[int], Table], attendance: Attendance) -> None:
        """Take the roster of a room as it was left.

        Args:
            store: Where it is kept.
            table: Gives a table by its number.
            attendance: Who was heard of lately.
        """
        self._store, self._table, self._attendance = store, table, attendance
        self._lock = RLock()
        self._rows = {(row.table, row.seat): row for row in store.roster()}
        self._owed: set[tuple[int, str]] = set()
        self._by_token = {row.token: (row.table, row.seat) for row in self._rows.values() if row.token}

    def seats(self, keeper: Callable[[int, str], str]) -> tuple[Seat, ...]:
        """Every seat of the room; `keeper` says who plays one."""
        with self._lock:
            rows = tuple(self._rows.values())
        return tuple(
            Seat(
                row.table,
                row.seat,
                keeper(row.table, row.seat),
                row.closed,
                row.taken,
                row.nickname,
                self._attendance.of(row.table, row.seat),
            )
            for row in rows
        )

    def take(self, table: int, seat: str, typed: str) -> str:
        """Sit down at a seat that nobody has; a stand-in gives it up. Returns the token.

        Raises:
            LobbyRefused: `no-seat`, `seat-closed`, `seat-taken` or `no-nickname`.
            JournalError: It could not be written; the seat is free as before.
        """
        name = nickname(typed)
        with self._lock:
            row = self._row(table, seat)
            if row.closed:
                raise refused("seat-closed")
            if row.taken:
                raise refused("seat-taken")
            token = self._given(row, taken=True, name=name)
            self._attendance.touch(table, seat)
            self._owed.add((table, seat))
        self.let_play(table, seat)
        return token

    def issue(self, table: int, seat: str) -> str:
        """A new token for a seat: a link for whoever is to sit there, or for their new device; the old one dies.

        Raises:
            LobbyRefused: `no-seat` or `seat-closed`.
            JournalError: It could not be written; the old token stands.
        """
        with self._lock:
            row = self._row(table, seat)
            if row.closed:
                raise refused("seat-closed")
            return self._given(row, taken=row.taken, name=row.nickname)

    def arrive(self, token: str, typed: str = "") -> tuple[int, str]:
        """Somebody comes with a token, for the first time or again; returns table and seat.

        Args:
            token: The token.
            typed: A nickname, where they were asked for one; empty leaves the one there is.

        Raises:
            LobbyRefused: `token-unknown` or `no-nickname`.
            JournalError: It could not be written.
        """
        with self._lock:
            found = self.owner(token)
            if found is None:
                raise refused("token-unknown")
            row = self._rows[found]
            name = nickname(typed) if typed else row.nickname
            first = not row.taken
            if first or name != row.nickname:
                self._put(replace(row, taken=True, nickname=name))
            self._attendance.touch(*found)
            if first:
                self._owed.add(found)
        self.let_play(*found)
        return found

    def owes(self, table: int, seat: str) -> bool:
        """Whether somebody sat down for whom a stand-in has not stopped playing yet."""
        return (table, seat) in self._owed

    def let_play(self, table: int, seat: str) -> None:
        """Let who sat down play, where a stand-in still does; what cannot be written now is tried again later."""
        if self.owes(table, seat):
            with suppress(JournalError):
                self.give(table, seat, PERSON)
                self._owed.discard((table, seat))

    def owner(self, token: str) -> tuple[int, str] | None:
        """Table and seat of a token; None when it leads nowhere."""
        with self._lock:
            found = self._by_token.get(hashed(token))
            return found if found is not None and is_token(token, self._rows[found].token) else None

    def free(self, table: int, seat: str) -> None:
        """Nobody sits there any more: token and nickname are forgotten. Who plays on is said with `give`.

        Raises:
            LobbyRefused: `no-seat` or `seat-empty`.
            JournalError: It could not be written.
        """
        with self._lock:
            row = self._row(table, seat)
            if not (row.taken or row.token):
                raise refused("seat-empty")
            self._put(replace(row, taken=False, nickname="", token=b""))
            self._attendance.forget(table, seat)

    def give(self, table: int, seat: str, keeper: str) -> None:
        """Let a person or a bot play a seat from now on: a move of the facilitator, where that changes anything.

        Raises:
            LobbyRefused: `no-seat`.
            IllegalMove: There is no such keeper.
            JournalError: It could not be written.
        """
        self._row(table, seat)
        played = self._table(table)
        if keeper != PERSON:
            self._owed.discard((table, seat))
        with played.lock:
            if played.seating[seat] != keeper and not played.match.over:
                played.act(Reseat(seat, keeper))

    def _row(self, table: int, seat: str) -> SeatRow:
        row = self._rows.get((table, seat))
        if row is None:
            raise refused("no-seat", seat=repr(clean(seat, NICKNAME_MOST)))
        return row

    def _given(self, row: SeatRow, *, taken: bool, name: str) -> str:
        """Keep a seat under a new token, and return that."""
        token = new_token()
        self._put(replace(row, taken=taken, nickname=name, token=hashed(token)))
        return token

    def _put(self, row: SeatRow) -> None:
        """Write a seat down, then let it count."""
        self._store.seat(row)
        before = self._rows[row.table, row.seat]
        self._by_token.pop(before.token, None)
        self._rows[row.table, row.seat] = row
        if row.token:
            self._by_token[row.token] = row.table, row.seat


def stand_in(temper: str) -> str:
    """The bot that plays for somebody who is away: the seat's own temper, where the facilitator may name it."""
    return temper if temper in KEEPERS and temper != PERSON else PATIENT
