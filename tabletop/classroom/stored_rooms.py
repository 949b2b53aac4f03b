"""Rooms on this machine, to look at, to take out and to remove; looking disturbs nobody who plays."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tabletop.classroom.room_reader import facts_of, header_in, journal_of, reading, roster_of, seating_of
from tabletop.classroom.room_writer import unwritten
from tabletop.classroom.store import ENDING
from tabletop.errors import JournalError
from tabletop.game.records.events import PhaseChanged
from tabletop.journal.commitment import commitment
from tabletop.journal.history import board_of, fold
from tabletop.journal.reader import Journal, parse
from tabletop.journal.store import ENDING as JOURNAL_ENDING
from tabletop.journal.store import claim
from tabletop.table import clock
from tabletop.vocabulary import ENDS
from tabletop.words.language.sanitize import clean
from tabletop.words.sentences.classroom import said

SALT = "salt"
"""What the salt of the dice is kept under in the room."""


@dataclass(frozen=True, slots=True)
class RoomCard:
    """A room in the list.

    Attributes:
        room: Its name, as commands take it.
        path: Its file.
        scenario: What is played.
        format: Lengths and budgets.
        door: Difficulty.
        tables: How many tables there are.
        taken: How many seats somebody took.
        created: When it was made, UTC.
        code: The class code.
        neutral: Whether invented names stand for the real ones.
        language: The language of the class; may be empty.
        seed: What every draw is keyed by, at all tables.
    """

    room: str
    path: str
    scenario: str
    format: str
    door: str
    tables: int
    taken: int
    created: str
    code: str
    neutral: bool
    language: str
    seed: int


@dataclass(frozen=True, slots=True)
class SeatCard:
    """A seat of a table: who plays it, and what whoever sits there wants to be called."""

    seat: str
    keeper: str
    taken: bool
    nickname: str


@dataclass(frozen=True, slots=True)
class TableCard:
    """A table of a room.

    Attributes:
        table: Its number.
        phase: Where the talks stand.
        round: The round they are in.
        over: Whether the match has come to an end.
        entries: How many entries its journal has.
        last: When the last one was made, UTC; empty for none.
        seats: Its seats, in the order of the board.
    """

    table: int
    phase: str
    round: int
    over: bool
    entries: int
    last: str
    seats: tuple[SeatCard, ...]


def room_name(path: Path) -> str:
    """What a room is called by."""
    return path.name.removesuffix(ENDING)


def rooms_in(folder: Path) -> Iterator[RoomCard | JournalError]:
    """The rooms of a folder, the newest first; an error for each file that cannot be read.

    Raises:
        JournalError: The folder cannot be read.
    """
    try:
        paths = sorted(folder.glob(f"*{ENDING}"), key=lambda path: path.name, reverse=True)
    except OSError as error:
        raise JournalError(said("room.unread", path=folder, why=error.strerror or error)) from error
    for path in paths:
        try:
            yield card(path)
        except JournalError as error:
            yield error


def find_room(named: str, folder: Path) -> Path:
    """The file of a room by its path or its name.

    Raises:
        JournalError: There is none.
    """
    for path in (Path(named), folder / f"{named}{ENDING}", folder / named):
        try:
            if path.is_file():
                return path
        except (OSError, ValueError):
            continue
    raise JournalError(said("room.unknown", name=repr(clean(named, 80)), folder=folder))


def card(path: Path) -> RoomCard:
    """A room as the list shows it.

    Raises:
        JournalError: It cannot be read.
    """
    with reading(path) as connection:
        facts, roster = facts_of(connection), roster_of(connection)
    header = header_in(path, facts)
    return RoomCard(
        room=room_name(path),
        path=str(path),
        scenario=header.scenario,
        format=header.format,
        door=header.door,
        tables=int(facts["tables"]),
        taken=sum(row.taken for row in roster),
        created=facts["created"],
        code=facts["code"],
        neutral=header.neutral,
        language=facts["language"],
        seed=header.seed,
    )


def tables_of(path: Path) -> tuple[TableCard, ...]:
    """Every table of a room as it stands.

    Raises:
        JournalError: The room cannot be read.
    """
    return tuple(_table(path, number + 1) for number in range(card(path).tables))


def _table(path: Path, number: int) -> TableCard:
    journal = parse(path, journal_of(path, number))
    talks = fold(board_of(journal.header), journal.entries).state.talks
    with reading(path) as connection:
        rows = {row.seat: row for row in roster_of(connection) if row.table == number}
        seating = seating_of(path, connection, number, journal.header.seating)
    return TableCard(
        table=number,
        phase=talks.phase,
        round=talks.round,
        over=talks.phase in ENDS,
        entries=len(journal.entries),
        last=journal.entries[-1].at if journal.entries else "",
        seats=tuple(
            SeatCard(seat, keeper, rows[seat].taken, rows[seat].nickname) for seat, keeper in seating.items()
        ),
    )


def export(path: Path, folder: Path | None = None) -> tuple[Path, ...]:
    """Write one journal a table into a folder, by default a new one beside the room; while it is played, too.

    Nicknames and tokens are not in them.

    Raises:
        NameTaken: The folder has such a file already.
        JournalError: The room cannot be read, or the folder not be written.
    """
    name, stamp = room_name(path), "".join(char for char in clock.now()[:19] if char.isalnum())
    into = folder or path.parent / f"{name}-exported-{stamp}"
    journals = [journal_of(path, number + 1) for number in range(card(path).tables)]
    try:
        into.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritten(into, error) from error
    return tuple(
        claim(into / f"{name}-table-{number}{JOURNAL_ENDING}", data)
        for number, data in enumerate(journals, start=1)
    )


def export_dice(path: Path, folder: Path) -> Path | None:
    """Write what opens the commitment to the seed beside the exported journals; None while a table is played.

    Raises:
        NameTaken: The folder has such a file already.
        JournalError: The room cannot be read, or the folder not be written.
    """
    with reading(path) as connection:
        facts = facts_of(connection)
    salt, journals = facts.get(f"server.{SALT}", ""), range(1, int(facts["tables"]) + 1)
    if not salt or not all(_ended(parse(path, journal_of(path, number))) for number in journals):
        return None
    seed = header_in(path, facts).seed
    opened = {"commitment": commitment(seed, salt), "seed": seed, "salt": salt}
    return claim(folder / f"{room_name(path)}-dice.json", f"{json.dumps(opened)}\n".encode())


def _ended(journal: Journal) -> bool:
    return any(
        isinstance(event, PhaseChanged) and event.to in ENDS
        for entry in journal.entries[-1:]
        for event in entry.events
    )
