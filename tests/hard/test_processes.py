"""Many processes: no more than there is work and cores, none left behind, and fewer where the machine gives no more."""

import importlib
import logging
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from tabletop.lab import parallel
from tabletop.lab.parallel import AHEAD, Stopped, cores, spread
from tests.hard.test_two_at_once import FORK

POSIX = pytest.mark.skipif(FORK is None, reason="processes as POSIX has them")
NOBODY = 54_321
"""A user who has no processes."""


def who(_task: int) -> int:
    """The process that works."""
    time.sleep(0.02)
    return os.getpid()


def test_there_are_no_more_processes_than_work_and_cores(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parallel, "cores", lambda: 3)
    found, complete = spread(who, range(40), 60)
    assert complete
    assert len(found) == 40
    assert 1 <= len(set(found) - {os.getpid()}) <= 3
    assert "60 processes were asked for, there are 3 cores and tasks for 3" in caplog.text
    caplog.clear()
    found, _ = spread(who, range(2), 3)
    assert len(set(found)) <= 2
    assert "tasks for 2" in caplog.text
    caplog.clear()
    assert spread(who, range(1), 1)[0] == [os.getpid()]
    assert not caplog.text


@pytest.mark.parametrize("jobs", [1, 2])
def test_tasks_are_made_as_they_are_taken(jobs: int) -> None:
    made: list[int] = []

    def endless() -> Iterator[int]:
        for each in count():
            made.append(each)
            yield each

    done: list[None] = []

    def tell() -> None:
        done.append(None)
        if len(done) == 5:
            raise Stopped

    found, complete = spread(who, endless(), jobs, tell=tell)
    assert (len(found), complete) == (5, False)
    assert len(made) <= 5 + cores() + AHEAD * jobs


@POSIX
def test_workers_end_with_the_process_that_started_them() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "tests.hard.slow_work"], stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout is not None
        workers = [int(parent.stdout.readline()) for _ in range(min(2, cores()))]
        parent.kill()
        parent.wait()
        until = time.monotonic() + 10
        while any(map(alive, workers)) and time.monotonic() < until:
            time.sleep(0.05)
    assert not any(map(alive, workers))


def alive(process: int) -> bool:
    """Whether a process is there and does something."""
    try:
        state = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0]
    except FileNotFoundError:
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return False
        return not Path("/proc/self").exists()
    return state not in "ZX"


@POSIX
@pytest.mark.parametrize("allowed", [1, 4])
def test_a_machine_that_starts_no_more_processes_is_told_and_fewer_work(allowed: int) -> None:
    """The limit counts every process and thread of a user, so it is set for a user who has none, or at one."""
    if allowed > 1 and os.getuid():
        pytest.skip("only root becomes a user without processes")
    resource = pytest.importorskip("resource")
    assert FORK is not None
    answers, answer = FORK.Pipe(duplex=False)

    for name in ("synchronize", "queues", "connection", "popen_fork"):
        importlib.import_module(f"multiprocessing.{name}")  # the other user may not be able to read them

    def limited() -> None:
        parallel.cores = lambda: 8
        said: list[str] = []
        parallel.LOG.addHandler(handler := logging.Handler())
        handler.emit = lambda record: said.append(record.getMessage())  # type: ignore[method-assign]
        if not os.getuid():
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        resource.setrlimit(resource.RLIMIT_NPROC, (allowed, allowed))
        answer.send((*spread(who, range(20), 8), said))

    process = FORK.Process(target=limited)
    process.start()
    assert answers.poll(60)
    found, complete, said = answers.recv()
    process.join(30)
    assert complete
    assert len(found) == 20
    assert any("starts no 8 processes" in each for each in said)
