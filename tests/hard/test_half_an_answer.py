"""A disk that is full between a person's move and what comes after it: what is on the disk is told as done."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tabletop.command import open_match
from tabletop.command.plain_session import sit_down
from tabletop.errors import JournalError, MoveKept
from tabletop.game.records.moves import Orders
from tabletop.journal.reader import read
from tabletop.journal.store import FileStore
from tabletop.journal.verify import verify
from tabletop.table.match import Match, resume
from tabletop.ui.shared.setup import PERSON, Setup
from tests.command.script import scripted
from tests.table.test_match import default_orders

resource = pytest.importorskip("resource")
POSIX = pytest.mark.skipif(os.name != "posix", reason="limits as POSIX has them")


def in_a_process(work: Callable[[], str]) -> str:
    """What work says, in a process whose limits are its own."""
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        try:
            said = work()
        except BaseException as error:  # noqa: BLE001 - it goes back to the test
            said = f"failed: {error!r}"
        os.write(writer, said.encode())
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as found:
        said = found.read().decode()
    os.waitpid(child, 0)
    return said


def no_room_after(path: Path, more: int) -> None:
    """Let no file grow past this one and some bytes more."""
    size = path.stat().st_size + more
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


@POSIX
@pytest.mark.parametrize("place", range(0, 60_000, 12_000))
def test_what_is_on_the_disk_is_told_as_done(place: int, deal: Callable[..., Match], tmp_path: Path) -> None:
    """All seats but one have sealed; the last one's orders and the table's steps come to some 25,000 bytes."""
    path = tmp_path / "match.journal.jsonl"
    match = deal(1, path, "ukraine", "russia", "us", "europe")
    for seat in match.awaited[1:]:
        match.submit(seat, default_orders(match, seat), match.turn(seat))
    (last,) = match.awaited
    before = match.seq
    match.store.close()

    def work() -> str:
        mine = resume(path)
        no_room_after(path, place)
        try:
            mine.submit(last, default_orders(mine, last), mine.turn(last))
        except MoveKept as error:
            return "kept" if f"tabletop resume {path}" in str(error) else str(error)
        except JournalError:
            return "nothing"
        return "whole"

    said = in_a_process(work)
    journal = read(path)
    made = any(entry.seat == last and isinstance(entry.move, Orders) for entry in journal.entries[before:])
    assert made is (said in {"kept", "whole"}), said
    again = resume(path)
    assert (last in again.awaited) is not made or again.state.talks.phase != "scheduled"
    assert verify(path).entries == again.seq


@POSIX
def test_plain_mode_says_that_the_move_is_made_and_ends_with_four(tmp_path: Path) -> None:
    seats = {"ukraine": PERSON, "russia": "hard", "us": "hard", "europe": "hard"}
    setup = Setup("abu-dhabi-2026", "pop-up", seats, 7)
    match = open_match.deal(setup, tmp_path)
    match.play_bots()
    path, before = Path(str(match.journal)), match.table.seq
    match.table.store.close()

    def work() -> str:
        append = FileStore.append
        made: list[object] = []

        def full_after_one(store: FileStore, entry: object) -> None:
            if made:
                no_room_after(path, 10)
            made.append(entry)
            append(store, entry)  # type: ignore[arg-type]

        FileStore.append = full_after_one  # type: ignore[method-assign,assignment]
        console, _ = scripted(["1", *[""] * 40])
        try:
            sit_down(lambda: open_match.resume(str(path), tmp_path), console)
        except MoveKept as error:
            return str(error)
        return "nothing failed"

    said = in_a_process(work)
    assert said.startswith("the move is made and saved, what comes after it is not"), said
    assert [entry.seat for entry in read(path).entries[before:]] == ["ukraine"]
    assert open_match.resume(str(path), tmp_path).where == str(path)
