"""Work spread over processes or over the machines of a Dask cluster, in order, and kept when it is stopped.

The work is a function of its task alone, so wherever it is done the results are the same and come in the order
of the tasks. A cluster is an existing Dask scheduler named by its address; the game's package has to be installed
on its workers (`pip install "remaining-fifth[cluster]"`).
"""

import gc
import logging
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager, redirect_stderr
from importlib import import_module
from itertools import chain, islice
from multiprocessing import active_children, get_context, parent_process, resource_tracker
from multiprocessing.context import BaseContext
from threading import Thread
from typing import Any, TypeVar

from tabletop.errors import TabletopError

Task = TypeVar("Task")
Result = TypeVar("Result")


class Stopped(Exception):
    """Raised by whoever is told of a task, to stop and keep what has been done."""


AHEAD = 2
"""Tasks at most that wait for each process: they are made as they are taken, however many there are."""

LOG = logging.getLogger("tabletop")
"""Says on standard error what work went on with, where that is not what was asked for."""

SWEEP = (50_000, 20, 20)
"""Thresholds of the search for cycles while matches are played: they make thousands of records and hardly a cycle."""

WAIT_S = "10s"
"""How long a scheduler may take to answer."""


def spread(
    work: Callable[[Task], Result],
    tasks: Iterable[Task],
    jobs: int = 1,
    scheduler: str = "",
    tell: Callable[[], object] = lambda: None,
    *,
    fresh: bool = False,
) -> tuple[list[Result], bool]:
    """Do the same work for each task; stopped with Ctrl+C or by `Stopped`, give what has been done.

    Args:
        work: A function that can be sent to another process by its name.
        tasks: What to do, in order; they are taken as there is somebody to do them.
        jobs: Processes that work beside each other on this machine; at most one a core and a task is started.
        scheduler: Address of a Dask scheduler, such as `tcp://10.0.0.1:8786`; then `jobs` does not count.
        tell: Is called after each task.
        fresh: Whether processes are started afresh: one with threads of its own, such as a window's, is not forked.

    Returns:
        The results in the order of the tasks, and whether they are all there.

    Raises:
        TabletopError: The scheduler does not answer, or its engine is not installed.
    """
    found: list[Result] = []
    first = list(islice(waiting := iter(tasks), cores()))
    hands = min(jobs, len(first))
    if jobs > max(hands, 1) and not scheduler:
        LOG.warning("%d processes were asked for, there are %d cores and tasks for %d", jobs, cores(), hands)
    with _swept_seldom(), _engine(hands, scheduler, fresh=fresh) as engine:
        try:
            for result in engine(work, chain(first, waiting)):
                found.append(result)
                tell()
        except (KeyboardInterrupt, Stopped):
            return found, False
    return found, True


def cores() -> int:
    """How many processes this machine lets work at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


Engine = Callable[[Callable[[Any], Any], Iterable[Any]], Iterable[Any]]
"""Maps work over tasks, in their order."""


@contextmanager
def _engine(jobs: int, scheduler: str, *, fresh: bool) -> Generator[Engine]:
    """Whatever does the work, let go of at the end."""
    if scheduler:
        with _cluster(scheduler) as engine:
            yield engine
        return
    if fresh and jobs > 1:
        _track()
    pool, hands = _pool(jobs, get_context("spawn" if fresh else None))
    if pool is None:
        yield map
        return
    try:
        yield lambda work, tasks: _in_order(lambda task: pool.submit(work, task), tasks, AHEAD * hands)
    finally:
        pool.shutdown(wait=not fresh, cancel_futures=True)


def _pool(jobs: int, start: BaseContext) -> tuple[ProcessPoolExecutor | None, int]:
    """As many processes as this machine starts, up to `jobs`; None where it starts no two."""
    hands = jobs
    while hands > 1:
        before = set(active_children())
        pool = ProcessPoolExecutor(hands, mp_context=start, initializer=_settle_in)
        try:
            pool.submit(os.getpid).result()
        except (OSError, RuntimeError):
            pool.shutdown(wait=False, cancel_futures=True)
            for child in set(active_children()) - before:
                child.kill()
                child.join()
            hands //= 2
            LOG.warning("this machine starts no %d processes: %d work", jobs, max(hands, 1))
        else:
            return pool, hands
    return None, 1


def _in_order(submit: Callable[[Any], Any], tasks: Iterable[Any], ahead: int) -> Iterator[Any]:
    """Results in the order of their tasks, so many of which are taken before their turn."""
    waiting: deque[Any] = deque()
    for task in tasks:
        waiting.append(submit(task))
        if len(waiting) >= ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


@contextmanager
def _cluster(scheduler: str) -> Generator[Engine]:
    """The workers of a Dask scheduler."""
    try:
        dask: Any = import_module("distributed")
    except ImportError as error:
        raise TabletopError(
            "a scheduler needs Dask, which is not installed: pip install 'remaining-fifth[cluster]'"
        ) from error
    try:
        client = dask.Client(scheduler, timeout=WAIT_S)
    except (OSError, ValueError) as error:
        raise TabletopError(f"the scheduler {scheduler} does not answer: {error}") from error
    try:

        def gather(work: Callable[[Any], Any], tasks: Iterable[Any]) -> Iterator[Any]:
            hands = max(sum(client.nthreads().values()), 1)
            return _in_order(lambda task: client.submit(work, task, pure=False), tasks, AHEAD * hands)

        yield gather
    finally:
        client.close()


def _track() -> None:
    """Start what watches over fresh processes; it wants a real standard error, and a window puts its own there."""
    if os.name == "posix":
        with redirect_stderr(sys.__stderr__):
            resource_tracker.ensure_running()


@contextmanager
def _swept_seldom() -> Generator[None]:
    """Search for cycles seldom, and never among what is there already; processes that are forked take that along."""
    usual = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(*SWEEP)
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        gc.unfreeze()


def _settle_in() -> None:
    """Leave Ctrl+C to the process that gathers the results, end with it, and search for cycles seldom."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(*SWEEP)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Wait for the end of the process that started this one, however it came, and end, too."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
