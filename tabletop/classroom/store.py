"""Where a room is kept: one SQLite file with its roster and, for every table, the lines of its journal.

Each table is a `Store` like a journal's file is: when `append` returns, the entry is on the disk. Tables that write at
the same moment share a commit. One program has a room open; everybody may read it meanwhile.
"""

import os
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from tabletop.classroom.room_reader import (
    SCHEMA,
    SeatRow,
    facts_of,
    header_in,
    journal_of,
    reading,
    roster_of,
    seating_of,
)
from tabletop.classroom.room_writer import Writer, unwritten
from tabletop.errors import JournalHeld, JournalTooNew, NameTaken, RoomHeld
from tabletop.journal.entry import Entry, Header, encode_entry, encode_header
from tabletop.journal.lock import NEW, Held
from tabletop.journal.reader import Journal, parse
from tabletop.journal.store import Store, settle_folder
from tabletop.table.seats import Seating
from tabletop.words.sentences.classroom import said

ENDING = ".room.sqlite"
"""How the name of a room ends."""


class TableStore(Store):
    """The entries of one table of a room."""

    lasting = True

    def __init__(self, writer: Writer, number: int, name: str, journal: Journal) -> None:
        """Go on with a table's journal as it was read."""
        super().__init__(journal.header, journal.entries)
        self.name, self._writer, self._number = name, writer, number
        self._head = journal.head

    def append(self, entry: Entry) -> None:
        """Write an entry and wait for the disk; see `Store`.

        Raises:
            JournalGone: The room is not any more where it was.
        """
        self._check(entry)
        line, head = encode_entry(entry, self._head)
        row = (self._number, entry.seq, entry.seat, entry.cid, head, line)

        def work(connection: sqlite3.Connection) -> None:
            connection.execute("INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?)", row)

        self._writer.run(work)
        self._head = head
        self._keep(entry)


class RoomStore:
    """A room's file, open to go on with it; nobody else does while it is.

    Attributes:
        path: Where it is.
        header: What every table was opened with.
        tables: How many tables there are; their numbers begin with 1.
        notice: What whoever keeps the room should know; may be empty.
    """

    def __init__(self, path: Path, held: Held, *, begun: bool = True) -> None:
        """Open a room that is held; see `opened`."""
        self.path, self._held = path, held
        try:
            self._writer = Writer(path)
        except BaseException:
            held.close()
            raise
        try:
            if begun:
                self._read()
        except BaseException:
            self.close()
            raise

    def _read(self) -> None:
        with reading(self.path) as connection:
            self._facts = facts_of(connection)
        self.header = header_in(self.path, self._facts)
        self.tables = int(self._facts["tables"])
        self.notice = "; ".join(filter(None, (synced(self.path), self._slow())))

    def _slow(self) -> str:
        """What to know of a disk that cannot share memory."""
        return "" if self._writer.mode == "wal" else said("room.no-wal")

    @classmethod
    def created(
        cls, path: Path, header: Header, tables: int, closed: Iterable[str], facts: Mapping[str, str]
    ) -> "RoomStore":
        """A new room; its name is nobody else's, and it is on the disk when this returns.

        Args:
            path: Its file.
            header: What every table is opened with.
            tables: How many there are.
            closed: Seats that nobody may choose.
            facts: What is kept of the room besides, by name.

        Raises:
            NameTaken: There is such a file.
            JournalError: The folder cannot be written.
        """
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            os.close(os.open(path, NEW, 0o600))
            settle_folder(path.parent)
        except FileExistsError as error:
            raise NameTaken(said("room.exists", path=path)) from error
        except OSError as error:
            raise unwritten(path, error) from error
        line, _ = encode_header(header)
        kept = {"header": line, "tables": str(tables), **facts}
        shut = set(closed)
        seats = [(table + 1, seat, seat in shut) for table in range(tables) for seat in header.seating]

        def work(connection: sqlite3.Connection) -> None:
            for statement in SCHEMA.split(";"):
                connection.execute(statement)
            connection.executemany("INSERT INTO facts VALUES (?, ?)", kept.items())
            connection.executemany("INSERT INTO seats (number, seat, closed) VALUES (?, ?, ?)", seats)

        try:
            room = cls(path, hold(path), begun=False)
            try:
                room._writer.run(work)
                room._read()
            except BaseException:
                room.close()
                raise
        except BaseException:
            forget(path)
            raise
        return room

    @classmethod
    def opened(cls, path: Path) -> "RoomStore":
        """A room that goes on as it was left, however the program ended.

        Raises:
            RoomHeld: Another program has it open, or this one already.
            JournalTooNew: A later version of the program wrote it.
            JournalError: It cannot be read or written.
        """
        with reading(path):
            pass
        return cls(path, hold(path))

    def table(self, number: int) -> TableStore:
        """The journal of a table.

        Raises:
            JournalBroken: It is damaged.
            JournalError: There is no such table, or it cannot be read.
        """
        where = said("room.where", room=self.path, number=number)
        return TableStore(self._writer, number, where, parse(Path(where), journal_of(self.path, number)))

    def digest(self, number: int, seq: int) -> str:
        """The digest of an entry of a table.

        Raises:
            LookupError: There is no such entry.
        """
        with reading(self.path) as connection:
            found = connection.execute(
                "SELECT digest FROM entries WHERE number = ? AND seq = ?", (number, seq)
            ).fetchone()
        if found is None:
            raise LookupError(f"table {number} has no entry {seq}")
        return str(found[0])

    def seating(self, number: int) -> Seating:
        """Who keeps which seat of a table by now, without playing it."""
        with reading(self.path) as connection:
            return seating_of(self.path, connection, number, self.header.seating)

    def roster(self) -> tuple[SeatRow, ...]:
        """Every seat as it is kept."""
        with reading(self.path) as connection:
            return roster_of(connection)

    def seat(self, row: SeatRow) -> None:
        """Keep a seat of the roster in the place of what was known of it."""
        kept = (row.taken, row.nickname, row.token, row.table, row.seat)

        def work(connection: sqlite3.Connection) -> None:
            connection.execute(
                "UPDATE seats SET taken = ?, nickname = ?, token = ? WHERE number = ? AND seat = ?", kept
            )

        self._writer.run(work)

    def fact(self, name: str) -> str:
        """Something that is kept of the room itself; empty when it is not."""
        return self._facts.get(name, "")

    def keep(self, name: str, value: str) -> None:
        """Keep something of the room itself."""

        def work(connection: sqlite3.Connection) -> None:
            connection.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (name, value))

        self._writer.run(work)
        self._facts[name] = value

    def note(self, number: int, seat: str, name: str) -> str:
        """A text of a seat's own; empty when there is none."""
        with reading(self.path) as connection:
            found = connection.execute(
                "SELECT text FROM notes WHERE number = ? AND seat = ? AND name = ?", (number, seat, name)
            ).fetchone()
        return str(found[0]) if found else ""

    def keep_note(self, number: int, seat: str, name: str, text: str) -> None:
        """Keep a text of a seat's own, beside the journal."""

        def work(connection: sqlite3.Connection) -> None:
            connection.execute("INSERT OR REPLACE INTO notes VALUES (?, ?, ?, ?)", (number, seat, name, text))

        self._writer.run(work)

    def close(self) -> None:
        """Let the room go."""
        self._writer.close()
        self._held.close()


def hold(path: Path) -> Held:
    """The room's lock; it goes with the program. It lies beside the room, where SQLite's own do not see it.

    Raises:
        RoomHeld: Another program has it, or this one already.
        JournalError: The folder cannot be written.
    """
    lock = _lock(path)
    try:
        with suppress(FileExistsError):
            os.close(os.open(lock, NEW, 0o600))
        return Held(lock, lock.open("r+b", buffering=0))
    except JournalHeld as error:
        raise RoomHeld(said("room.held", path=path, who=_named(error.who))) from error
    except OSError as error:
        raise unwritten(path, error) from error


def _named(who: str) -> str:
    return said("room.held.who", who=who) if who else ""


def _lock(path: Path) -> Path:
    return path.with_name(f".{path.name}.lock")


def purge(path: Path) -> None:
    """Remove a room, with everybody's nicknames, tokens and notes and everything that was played.

    Raises:
        RoomHeld: A program has it open.
        JournalBroken: It is no room; nothing is removed.
        JournalError: It cannot be removed.
    """
    with suppress(JournalTooNew), reading(path):
        pass
    held = hold(path)
    try:
        forget(path)
    finally:
        held.close()
        with suppress(OSError):
            _lock(path).unlink(missing_ok=True)


def forget(path: Path) -> None:
    """Remove a room's files.

    Raises:
        JournalError: They cannot be removed.
    """
    try:
        for ending in ("-wal", "-shm", ""):
            path.with_name(f"{path.name}{ending}").unlink(missing_ok=True)
    except OSError as error:
        raise unwritten(path, error) from error


SYNCED = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "mobile documents": "iCloud",
    "nextcloud": "Nextcloud",
    "syncthing": "Syncthing",
}
"""Folders that another program copies while they are written, by what their names begin with."""


def synced(path: Path) -> str:
    """A warning where a room lies in a folder that is copied elsewhere; else empty."""
    for part in path.absolute().parts[:-1]:
        for name, service in SYNCED.items():
            if part.lower().startswith(name):
                return said("room.synced", service=service)
    return ""
