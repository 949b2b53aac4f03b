"""The host is killed as by a power cut, thirty times, each once it serves again: nothing acknowledged is lost."""

import time
from collections.abc import Collection
from pathlib import Path
from statistics import median
from threading import Event, Thread

import httpx2
import pytest

from tabletop.classroom.stored_rooms import export
from tabletop.journal.entry import Entry
from tabletop.journal.reader import read
from tabletop.journal.verify import verify
from tests.classroom.hosted import Hosted, Student, chance

TABLES = 3

PATIENCE = 60.0
"""Seconds in which every seat has made a move again after the last start."""


def play(student: Student, stop: Event) -> None:
    """Play on, whatever becomes of the host, until the match is over or the lesson is."""
    while not stop.is_set() and not student.over:
        try:
            if not student.step():
                time.sleep(0.1)
        except httpx2.TransportError:
            student.away += 1
            time.sleep(0.1)


def await_moves(students: Collection[Student], more: int) -> None:
    """Wait until so many more moves are acknowledged, or nobody has one to make."""
    came = sum(len(each.written) for each in students) + more
    until = time.monotonic() + PATIENCE
    while sum(len(each.written) for each in students) < came and not all(each.over for each in students):
        assert time.monotonic() < until, [each.phase for each in students]
        time.sleep(0.01)


def killed(folder: Path, times: int) -> list[float]:
    """Kill a host so often in mid-play, look whether all is there; the seconds of each new start."""
    dice, stop, starts = chance(30), Event(), list[float]()
    with Hosted(folder, "--tables", str(TABLES), "--seed", "4", "--bots", "us,europe") as host:
        students = {
            place: Student(link, chance(number))
            for number, (place, link) in enumerate(sorted(host.links.items()))
        }
        for student in students.values():
            student.arrive()
        threads = [Thread(target=play, args=(each, stop), daemon=True) for each in students.values()]
        for thread in threads:
            thread.start()
        for _ in range(times):
            await_moves(students.values(), dice.randint(1, 8))
            time.sleep(dice.uniform(0.0, 0.2))
            host.kill()
            starts.append(host.again())
        before = {place: len(each.written) for place, each in students.items()}
        came_back = time.monotonic() + PATIENCE
        while any(len(each.written) == before[place] and not each.over for place, each in students.items()):
            assert time.monotonic() < came_back, {place: each.phase for place, each in students.items()}
            time.sleep(0.05)
        stop.set()
        for thread in threads:
            thread.join(60)
            assert not thread.is_alive()
        for student in students.values():
            for cid in student.written:
                assert student.receipt(cid)["state"] == "written"
    exported = export(host.room, folder / "out")
    entries: dict[tuple[int, str, str], Entry] = {}
    for number, journal in enumerate(sorted(Path(each) for each in exported), start=1):
        verify(journal)
        for entry in read(journal).entries:
            if entry.cid:
                assert (number, entry.seat, entry.cid) not in entries, "made twice"
                entries[number, entry.seat, entry.cid] = entry
    for (number, seat), student in students.items():
        assert student.written, (number, seat)
        for cid in student.written:
            assert (number, seat, cid) in entries
    print(  # noqa: T201 - told with -s
        f"{times} kills, {sum(len(each.written) for each in students.values())} moves acknowledged, "
        f"{len(entries)} in the journals, {sum(each.away for each in students.values())} times away; "
        f"start to first page: median {median(starts):.2f} s, most {max(starts):.2f} s"
    )
    return starts


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_a_host_that_is_killed_thirty_times_loses_nothing(tmp_path: Path) -> None:
    killed(tmp_path, 30)
