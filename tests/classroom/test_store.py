"""A room's file: what was acknowledged stands, whoever writes, reads, kills or fills the disk."""

import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from threading import Barrier, Thread
from time import sleep

import pytest

from tabletop.classroom.room_reader import journal_of, reading
from tabletop.classroom.store import RoomStore, purge, synced
from tabletop.errors import (
    JournalBroken,
    JournalError,
    JournalGone,
    JournalTooNew,
    NameTaken,
    RoomHeld,
)
from tabletop.game.core.chance import keyed
from tabletop.game.records.moves import Advance, Reseat
from tabletop.journal.entry import Entry, Header
from tabletop.journal.reader import parse
from tabletop.journal.store import Store
from tabletop.table.match import Match
from tabletop.vocabulary import FACILITATOR, TABLE
from tabletop.words.language import i18n

Make = Callable[..., RoomStore]


@pytest.fixture(scope="session")
def header(scenario: object) -> Header:
    """A small header: of the scenario only what a journal needs to be read."""
    del scenario
    return Header(
        package="0", ruleset="2", scenario="none", board="", files={"scenario.yaml": "x"}, format="class",
        door="standard", open_sittings=True, seed=1, seating={"one": "person", "two": "patient"},
    )  # fmt: skip


@pytest.fixture
def make(tmp_path: Path, header: Header) -> Iterator[Make]:
    made: list[RoomStore] = []

    def new(tables: int = 1, name: str = "a.room.sqlite") -> RoomStore:
        made.append(RoomStore.created(tmp_path / name, header, tables, ("two",), {"code": "ABC"}))
        return made[-1]

    yield new
    for room in made:
        room.close()


def entry(seq: int, seat: str = TABLE, cid: str = "") -> Entry:
    return Entry(seq, seat, Advance(), (), (), cid=cid, at="2026-01-01T00:00:00.000Z")


def test_a_table_keeps_entries_as_a_journal_does(make: Make, tmp_path: Path) -> None:
    room = make(2)
    table: Store = room.table(1)
    assert table.lasting
    for seq in range(1, 4):
        table.append(entry(seq, "one", f"c{seq}"))
    assert [kept.seq for kept in table.since(1)] == [2, 3]
    assert table.find("one", "c2") == entry(2, "one", "c2")
    assert table.find("two", "c2") is None
    with pytest.raises(JournalError, match="holds 3 entries"):
        table.append(entry(5))
    with pytest.raises(JournalError, match="c2 of one already"):
        table.append(entry(4, "one", "c2"))
    table.append(entry(4, "two", "c2"))
    room.close()
    again = RoomStore.opened(room.path)
    assert again.table(1).since(0) == table.since(0)
    assert again.table(2).since(0) == ()
    assert again.digest(1, 3) == parse(tmp_path / "x", journal_of(room.path, 1)[:-1].rsplit(b"\n", 1)[0]).head
    with pytest.raises(LookupError):
        again.digest(1, 5)
    with pytest.raises(JournalError, match="there is no table 3: this room has 2"):
        again.table(3)
    again.close()


def test_a_clients_id_belongs_to_its_seat_in_the_file_too(make: Make) -> None:
    room = make()
    table, other = room.table(1), room.table(1)
    table.append(entry(1, "one", "c"))
    with pytest.raises(JournalError, match="UNIQUE"):
        other.append(entry(1, "two", "c"))
    other._entries = list(table.since(0))
    other._by_client.clear()
    with pytest.raises(JournalError, match=r"entries\.cid"):
        other.append(entry(2, "one", "c"))
    table.append(entry(2, "two", "c"))
    assert len(room.table(1).since(0)) == 2


def test_only_its_owner_can_read_it_and_its_companions(make: Make) -> None:
    room = make()
    room.table(1).append(entry(1))
    files = [path for path in room.path.parent.iterdir() if path.is_file()]
    assert len(files) >= 4
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}


def test_what_several_tables_write_at_once_shares_commits(make: Make) -> None:
    room = make(8)
    tables = [room.table(number + 1) for number in range(8)]
    together, commits = Barrier(8), 0
    connection = room._writer._connection

    def count(statement: str) -> None:
        nonlocal commits
        commits += statement == "COMMIT"

    connection.set_trace_callback(count)

    def fill(table: Store) -> None:
        together.wait()
        for seq in range(1, 21):
            table.append(entry(seq))

    threads = [Thread(target=fill, args=(table,)) for table in tables]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [len(room.table(number + 1).since(0)) for number in range(8)] == [20] * 8
    assert 20 <= commits < 120


def killed(path: Path, after: int, pause: float) -> list[tuple[int, int, str]]:
    """Run the program, kill it `pause` seconds after so many lines; what it acknowledged."""
    program = Path(__file__).with_name("appending.py")
    with subprocess.Popen(
        [sys.executable, str(program), str(path)], stdout=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout is not None
        try:
            lines = [running.stdout.readline() for _ in range(after)]
            sleep(pause)
        finally:
            running.kill()
        lines += running.stdout.readlines()
    said = [line.split() for line in lines if line.endswith("\n")]
    return [(int(number), int(seq), digest) for number, seq, digest in said]


def survives(room: RoomStore, kills: int) -> None:
    path, dice = room.path, keyed(5)
    room.close()
    for kill in range(kills):
        acknowledged = killed(path, 1 + dice(f"after/{kill}", 30), dice(f"pause/{kill}", 20) / 1_000)
        assert acknowledged
        again = RoomStore.opened(path)
        for number, seq, digest in acknowledged:
            assert again.digest(number, seq) == digest
        for number in range(1, again.tables + 1):
            kept = again.table(number).since(0)
            assert [each.seq for each in kept] == list(range(1, len(kept) + 1))
        again.close()


@pytest.mark.slow
def test_no_acknowledged_entry_is_lost_when_killed(make: Make) -> None:
    survives(make(3), 2)


@pytest.mark.slow
def test_no_acknowledged_entry_is_lost_when_killed_twenty_times(make: Make) -> None:
    survives(make(3), 20)


def test_a_reader_takes_a_journal_out_while_it_is_written(make: Make, tmp_path: Path) -> None:
    room = make()
    table = room.table(1)
    with reading(room.path) as before:
        before.execute("SELECT count(*) FROM entries").fetchone()
        table.append(entry(1))
        assert before.execute("SELECT count(*) FROM entries").fetchone()[0] == 0
    assert len(parse(tmp_path / "x", journal_of(room.path, 1)).entries) == 1


def test_after_a_kill_the_room_can_be_read_before_anybody_opens_it(make: Make) -> None:
    room = make()
    path = room.path
    room.close()
    acknowledged = killed(path, 5, 0.0)
    assert path.with_name(f"{path.name}-wal").exists()
    assert len(parse(path, journal_of(path, 1)).entries) >= len(acknowledged)


def test_one_program_has_a_room_open_and_the_next_is_told_which(make: Make) -> None:
    room = make()
    with pytest.raises(RoomHeld, match=rf"open in another program \(process {os.getpid()} on .*export"):
        RoomStore.opened(room.path)
    with pytest.raises(RoomHeld):
        purge(room.path)
    program = Path(__file__).with_name("appending.py")
    other = subprocess.run([sys.executable, program, room.path], capture_output=True, text=True, check=False)
    assert f"process {os.getpid()} on" in other.stderr
    room.table(1).append(entry(1))
    room.close()
    RoomStore.opened(room.path).close()


def test_a_name_is_given_once(make: Make) -> None:
    make().close()
    with pytest.raises(NameTaken, match="exists already"):
        make()


def test_a_full_disk_is_a_sentence_and_nothing_is_lost(make: Make) -> None:
    room = make()
    table = room.table(1)
    table.append(entry(1))

    def limit(pages: int) -> None:
        room._writer.run(lambda file: file.execute(f"PRAGMA max_page_count = {pages}").close())

    def fill() -> None:
        for seq in range(len(table.since(0)) + 1, 400):
            table.append(replace(entry(seq), at="2026-01-01T00:00:00.000Z" * 40))

    limit(1)
    with pytest.raises(JournalError, match="the disk is full"):
        fill()
    limit(1_000_000)
    length = len(table.since(0))
    table.append(entry(length + 1))
    assert room.table(1).since(0) == table.since(0)
    i18n.speak("uk")
    limit(1)
    with pytest.raises(JournalError, match="диск заповнено"):
        fill()


def test_a_room_that_cannot_be_written_says_so(make: Make, tmp_path: Path) -> None:
    room = make()
    path = room.path
    room._writer.run(lambda file: file.execute("PRAGMA query_only = ON").close())
    with pytest.raises(JournalError, match="read-only"):
        room.table(1).append(entry(1))
    room.close()
    if os.geteuid():
        path.chmod(0o400)
        with pytest.raises(JournalError, match="read-only"):
            RoomStore.opened(path)
        path.chmod(0o600)
        for each in tmp_path.glob(".*"):
            each.unlink()
        tmp_path.chmod(0o500)
        try:
            assert parse(path, journal_of(path, 1)).entries == ()
            with pytest.raises(JournalError, match="could not be written"):
                RoomStore.opened(path)
            with pytest.raises(JournalError, match="could not be written"):
                make(1, "b.room.sqlite")
        finally:
            tmp_path.chmod(0o700)


@pytest.mark.parametrize("moved", [True, False])
def test_a_room_that_was_moved_away_acknowledges_nothing_more(make: Make, *, moved: bool) -> None:
    room = make()
    table = room.table(1)
    table.append(entry(1))
    aside = room.path.with_name("aside")
    room.path.rename(aside) if moved else room.path.unlink()
    with pytest.raises(JournalGone, match="not any more where it was"):
        table.append(entry(2))
    if moved:
        aside.rename(room.path)
    with pytest.raises(JournalGone):
        table.append(entry(2))
    assert len(table.since(0)) == 1


def test_what_is_no_room_or_of_a_later_form_is_left_alone(make: Make, tmp_path: Path) -> None:
    other = tmp_path / "other.room.sqlite"
    other.write_bytes(b"x" * 5000)
    empty = tmp_path / "empty.room.sqlite"
    sqlite3.connect(empty).close()
    for path in (other, empty):
        for use in (RoomStore.opened, purge):
            with pytest.raises(JournalBroken, match="is no room of this game"):
                use(path)
        assert path.exists()
    with pytest.raises(JournalError, match="could not be read"):
        RoomStore.opened(tmp_path / "nowhere")
    room = make()
    room._writer.run(lambda file: file.execute("PRAGMA user_version = 2").close())
    room.close()
    with pytest.raises(JournalTooNew, match=r"later version \(form 2, this program reads up to 1\)"):
        RoomStore.opened(room.path)


def test_a_changed_line_is_found(make: Make) -> None:
    room = make()
    room.table(1).append(entry(1))
    room._writer.run(
        lambda file: file.execute("UPDATE entries SET line = replace(line, 'table', 'tible')").close()
    )
    with pytest.raises(JournalBroken, match="changed after it was written"):
        room.table(1)


def test_what_fails_alone_does_not_take_others_with_it(make: Make) -> None:
    room = make()

    def fault(_file: sqlite3.Connection) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        room._writer.run(fault)
    room.keep("k", "v")
    assert room.fact("k") == "v"
    room.close()
    with pytest.raises(JournalError, match="was closed"):
        room.keep("k", "w")
    room.close()


def test_who_keeps_which_seat_is_read_off_the_journal(make: Make, deal: Callable[..., Match]) -> None:
    match = deal(1, None, "ukraine")
    header, seat = match.store.header, "ukraine"
    room = RoomStore.created(make().path.with_name("b.room.sqlite"), header, 1, (), {})
    table = room.table(1)
    for each in match.store.since(0):
        table.append(each)
    played = Match(match.board, match.lexicon, table)
    assert room.seating(1)[seat] == "person"
    played.submit(FACILITATOR, Reseat(seat, "hard"), 0)
    assert room.seating(1) == played.seating
    assert room.seating(1)[seat] == "hard"
    room.close()


def test_a_purged_room_leaves_nothing(make: Make, tmp_path: Path) -> None:
    room = make()
    room.keep_note(1, "one", "mine", "secret")
    assert room.note(1, "one", "mine") == "secret"
    room.close()
    purge(room.path)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_copied_elsewhere_is_warned_of() -> None:
    assert "Dropbox" in synced(Path("Dropbox/class/a.room.sqlite"))
    assert "OneDrive" in synced(Path("OneDrive - School/a.room.sqlite"))
    assert synced(Path("saves/a.room.sqlite")) == ""
