"""Two programs at once: one keeps a journal, one owns a name, and nothing that was acknowledged is lost."""

import os
import threading
from collections.abc import Callable
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest

from tabletop.command import open_match
from tabletop.errors import JournalError, JournalGone, JournalHeld, TabletopError
from tabletop.game.records.moves import Orders
from tabletop.journal.reader import read
from tabletop.journal.verify import verify
from tabletop.table.match import Match, resume
from tabletop.table.notes import FileNotes
from tabletop.ui.shared.setup import PERSON, Setup
from tests.table.test_match import default_orders

FORK = get_context("fork") if os.name == "posix" else None

pytestmark = pytest.mark.skipif(FORK is None, reason="programs are forked here")

PEOPLE = ("ukraine", "russia")


def at_once(*works: Callable[[Callable[[], object]], object]) -> list[object]:
    """What each work gave: every one in a process of its own, let go at its barrier together with the others."""
    assert FORK is not None
    barrier, answers = FORK.Barrier(len(works)), FORK.Queue()

    def run(place: int, work: Callable[[Callable[[], object]], object]) -> None:
        try:
            found: object = work(lambda: barrier.wait(20))
        except TabletopError as error:
            found = (type(error).__name__, str(error))
        except BaseException as error:  # noqa: BLE001 - it goes back to the test
            found = ("failed", repr(error))
        answers.put((place, found))

    processes = [FORK.Process(target=run, args=each) for each in enumerate(works)]
    for process in processes:
        process.start()
    found: dict[int, Any] = dict(answers.get(timeout=60) for _ in works)
    for process in processes:
        process.join()
    return [found[place] for place in range(len(works))]


def seal(path: Path, seat: str, *, opened_first: bool) -> Callable[[Callable[[], object]], object]:
    """Open the match and seal a seat's orders; the barrier stands before the one or the other."""

    def work(barrier: Callable[[], object]) -> object:
        if not opened_first:
            barrier()
        try:
            match = resume(path)
        finally:
            if opened_first:
                barrier()
        match.submit(seat, default_orders(match, seat), match.turn(seat))
        return "acknowledged"

    return work


def race(path: Path, deal: Callable[..., Match], trial: int) -> int:
    """Two processes at one journal; how many were acknowledged."""
    deal(trial, path, *PEOPLE).store.close()
    works = [seal(path, seat, opened_first=bool(trial % 2)) for seat in PEOPLE]
    answers = at_once(*works)
    sealed = {entry.seat for entry in read(path).entries if isinstance(entry.move, Orders)}
    acknowledged = {seat for seat, answer in zip(PEOPLE, answers, strict=True) if answer == "acknowledged"}
    assert acknowledged == sealed, answers
    for answer in answers:
        assert answer == "acknowledged" or (isinstance(answer, tuple) and answer[0] == "JournalHeld"), answers
    assert verify(path).entries == len(read(path).entries)
    path.unlink()
    return len(acknowledged)


def test_of_two_at_one_journal_nothing_acknowledged_is_lost(
    deal: Callable[..., Match], tmp_path: Path
) -> None:
    assert all(race(tmp_path / f"{trial}.journal.jsonl", deal, trial) for trial in range(4))


@pytest.mark.slow
def test_of_two_at_one_journal_nothing_acknowledged_is_lost_in_many_trials(
    deal: Callable[..., Match], tmp_path: Path
) -> None:
    assert all(race(tmp_path / f"{trial}.journal.jsonl", deal, trial) for trial in range(200))


def test_starts_in_one_second_have_a_journal_each(tmp_path: Path) -> None:
    setup = Setup("abu-dhabi-2026", "pop-up", dict.fromkeys(("ukraine", "russia", "us", "europe"), PERSON), 7)

    def begin(barrier: Callable[[], object]) -> object:
        barrier()
        return [str(open_match.deal(setup, tmp_path).journal) for _ in range(2)]

    answers = at_once(begin, begin, begin)
    names = [name for answer in answers if isinstance(answer, list) for name in answer]
    assert len(set(names)) == 6, answers
    assert all(verify(Path(name)).entries for name in names)


def test_the_second_is_told_who_has_it_and_reading_needs_no_lock(
    deal: Callable[..., Match], tmp_path: Path
) -> None:
    path = tmp_path / "match.journal.jsonl"
    match = deal(1, path, *PEOPLE)

    def second(barrier: Callable[[], object]) -> object:
        barrier()
        assert verify(path).entries == match.seq
        return resume(path).seq

    (answer,) = at_once(second)
    assert isinstance(answer, tuple)
    assert answer[0] == "JournalHeld"
    assert f"process {os.getpid()} on " in answer[1]
    match.store.close()
    assert at_once(second) == [match.seq]
    assert [each.name for each in tmp_path.iterdir()] == [path.name], "nothing is left beside it"


def test_a_lock_goes_with_its_program_however_it_ends(deal: Callable[..., Match], tmp_path: Path) -> None:
    path = tmp_path / "match.journal.jsonl"
    deal(1, path, *PEOPLE).store.close()
    assert FORK is not None
    opened = FORK.Event()

    def keep() -> None:
        kept = resume(path)
        opened.set()
        threading.Event().wait(60)
        kept.store.close()

    process = FORK.Process(target=keep)
    process.start()
    assert opened.wait(30)
    with pytest.raises(JournalHeld, match=f"process {process.pid} on "):
        resume(path)
    process.kill()
    process.join()
    assert resume(path).seq


def test_within_one_program_the_last_who_opens_goes_on(deal: Callable[..., Match], tmp_path: Path) -> None:
    path = tmp_path / "match.journal.jsonl"
    match = deal(1, path, *PEOPLE)
    again = resume(path)
    with pytest.raises(JournalError, match="opened again"):
        match.submit("ukraine", default_orders(match, "ukraine"), match.turn("ukraine"))
    again.submit("ukraine", default_orders(again, "ukraine"), again.turn("ukraine"))
    assert read(path).entries == again.store.since(0)


def removed(path: Path, _before: bytes) -> None:
    path.unlink()


def moved_away(path: Path, _before: bytes) -> None:
    path.rename(path.with_name("elsewhere"))


def laid_over(path: Path, before: bytes) -> None:
    fresh = path.with_name("fresh")
    fresh.write_bytes(before)
    fresh.replace(path)


def written_over(path: Path, before: bytes) -> None:
    path.write_bytes(before)


def same_laid_over(path: Path, _before: bytes) -> None:
    laid_over(path, path.read_bytes())


def folder_moved(path: Path, _before: bytes) -> None:
    path.parent.rename(path.parent.with_name("moved"))


@pytest.mark.parametrize(
    "change", [removed, moved_away, laid_over, written_over, same_laid_over, folder_moved]
)
def test_a_journal_that_is_gone_or_replaced_is_told_at_the_next_move_and_kept_elsewhere(
    change: Callable[[Path, bytes], None],
    deal: Callable[..., Match],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    spare = tmp_path / "spare"
    spare.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(spare))
    path = tmp_path / "my saves" / "match.journal.jsonl"
    match = deal(1, path, *PEOPLE)
    before = path.read_bytes()
    match.submit("ukraine", default_orders(match, "ukraine"), match.turn("ukraine"))
    change(path, before)
    there = path.read_bytes() if path.exists() else None
    for _ in range(2):
        with pytest.raises(JournalGone, match="tabletop resume") as told:
            match.submit("russia", default_orders(match, "russia"), match.turn("russia"))
    (kept,) = (*tmp_path.glob("my saves/*-kept.journal.jsonl"), *spare.glob("*-kept.journal.jsonl"))
    assert str(kept) in str(told.value)
    assert read(kept).entries == match.store.since(0)
    assert resume(kept).seq == match.seq
    assert (path.read_bytes() if path.exists() else None) == there, "what lies there now is somebody else's"


@pytest.mark.skipif(os.name != "posix", reason="rights as POSIX has them")
def test_what_is_written_is_for_its_owner_alone(deal: Callable[..., Match], tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        match = deal(1, tmp_path / "match.journal.jsonl", *PEOPLE)
        match.submit("ukraine", default_orders(match, "ukraine"), match.turn("ukraine"))
        FileNotes(tmp_path / "match.journal.jsonl", "ukraine").write("notes", "mine")
    finally:
        os.umask(old)
    modes = {each.name: oct(each.stat().st_mode & 0o777) for each in tmp_path.iterdir()}
    assert len(modes) == 3
    assert set(modes.values()) == {"0o600"}
