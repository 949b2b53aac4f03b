"""Reading a room's file, by whoever may: a connection that only reads never waits for the writer, nor he for it."""

import sqlite3
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from tabletop.classroom.room_writer import unread
from tabletop.errors import JournalBroken, JournalError, JournalTooNew
from tabletop.game.records.events import Reseated
from tabletop.journal.entry import VERSION as FORM
from tabletop.journal.entry import Header
from tabletop.journal.lock import regular
from tabletop.journal.reader import entry_of, header_of, parsed
from tabletop.table.seats import Seating, reseated
from tabletop.vocabulary import FACILITATOR
from tabletop.words.sentences.classroom import said

VERSION = 1
"""The version of the file's form that this program writes."""

KIND = 0x52354654
"""What SQLite's header says the file is for: ours."""

SCHEMA = f"""
PRAGMA application_id = {KIND};
PRAGMA user_version = {VERSION};
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE seats (
    number INTEGER NOT NULL, seat TEXT NOT NULL, closed INTEGER NOT NULL, taken INTEGER NOT NULL DEFAULT 0,
    nickname TEXT NOT NULL DEFAULT '', token BLOB NOT NULL DEFAULT x'', PRIMARY KEY (number, seat)
) WITHOUT ROWID;
CREATE TABLE entries (
    number INTEGER NOT NULL, seq INTEGER NOT NULL, seat TEXT NOT NULL, cid TEXT NOT NULL, digest TEXT NOT NULL,
    line TEXT NOT NULL, PRIMARY KEY (number, seq)
);
CREATE UNIQUE INDEX once ON entries (number, seat, cid) WHERE cid <> '';
CREATE TABLE notes (
    number INTEGER NOT NULL, seat TEXT NOT NULL, name TEXT NOT NULL, text TEXT NOT NULL,
    PRIMARY KEY (number, seat, name)
) WITHOUT ROWID;
"""
"""`facts` are the room's own, the journals' one header among them; a line of `entries` is one of a journal, and a
client's id belongs to its seat here, too. Of a token its hash is kept."""


@dataclass(frozen=True, slots=True)
class SeatRow:
    """A seat of the roster as it is kept.

    Attributes:
        table: The table's number, from 1.
        seat: The seat's id.
        closed: Whether it was given to a bot when the room was made, so that nobody can choose it.
        taken: Whether somebody sits there.
        nickname: What they want to be called; may be empty.
        token: What is kept of their token; empty when there is none.
    """

    table: int
    seat: str
    closed: bool
    taken: bool
    nickname: str
    token: bytes


@contextmanager
def reading(path: Path) -> Generator[sqlite3.Connection]:
    """A room's file, open to read one state of it.

    Raises:
        JournalTooNew: A later version of the program wrote it.
        JournalBroken: It is no room.
        JournalError: It cannot be read.
    """
    regular(path)
    at_rest = not path.with_name(f"{path.name}-wal").exists()
    where = f"file:{quote(str(path.absolute()))}?mode=ro"
    try:
        try:
            connection = _opened(where)
        except sqlite3.OperationalError:
            if not at_rest:
                raise
            connection = _opened(f"{where}&immutable=1")  # a disk where nothing can be written at all
        try:
            _check(path, connection)
            connection.execute("BEGIN")
            yield connection
        finally:
            connection.close()
    except sqlite3.Error as error:
        raise unread(path, error) from error


def _opened(where: str) -> sqlite3.Connection:
    """A connection that has read something."""
    connection = sqlite3.connect(where, uri=True, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA busy_timeout = 5000")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def _check(path: Path, connection: sqlite3.Connection) -> None:
    """Check that the file is a room in a form that this program reads."""
    if connection.execute("PRAGMA application_id").fetchone()[0] != KIND:
        raise JournalBroken(said("room.none", path=path))
    found = connection.execute("PRAGMA user_version").fetchone()[0]
    if found > VERSION:
        raise JournalTooNew(said("room.too-new", path=path, found=found, known=VERSION))


def facts_of(connection: sqlite3.Connection) -> dict[str, str]:
    """What is kept of the room itself, by name."""
    return dict(connection.execute("SELECT name, value FROM facts"))


def header_in(path: Path, facts: Mapping[str, str]) -> Header:
    """What every table of the room was opened with.

    Raises:
        JournalBroken: It was changed.
        JournalError: Its journals are in another form than this program writes.
    """
    header, _, written = header_of(path, facts["header"].encode())
    if written != FORM:
        raise JournalError(said("room.old-journals", path=path, found=written, known=FORM))
    return header


def roster_of(connection: sqlite3.Connection) -> tuple[SeatRow, ...]:
    """Every seat of every table, in order."""
    found = connection.execute("SELECT number, seat, closed, taken, nickname, token FROM seats")
    rows = [SeatRow(row[0], row[1], bool(row[2]), bool(row[3]), row[4], row[5]) for row in found]
    return tuple(sorted(rows, key=lambda row: row.table))


def seating_of(path: Path, connection: sqlite3.Connection, number: int, first: Seating) -> Seating:
    """Who keeps which seat of a table by now, without playing it: `first`, and what the facilitator changed since."""
    rows = connection.execute(
        "SELECT seq, line FROM entries WHERE number = ? AND seat = ? ORDER BY seq", (number, FACILITATOR)
    )
    seating = first
    for seq, line in rows:
        raw = parsed(line.encode())
        entry, _ = entry_of(path, seq + 1, raw, str(raw and raw.get("prev")), FORM)
        seating = reseated(seating, [event for event in entry.events if isinstance(event, Reseated)])
    return seating


def journal_of(path: Path, number: int) -> bytes:
    """A table's journal as it stands at this moment, as a file would hold it; live, too.

    Raises:
        JournalError: The room cannot be read, or has no such table.
    """
    with reading(path) as connection:
        facts = facts_of(connection)
        tables = int(facts["tables"])
        if not 1 <= number <= tables:
            raise JournalError(said("room.no-table", number=number, tables=tables))
        rows = connection.execute("SELECT line FROM entries WHERE number = ? ORDER BY seq", (number,))
        return "".join(f"{line}\n" for line in (facts["header"], *(row[0] for row in rows))).encode()
