"""Work spread over processes or over the machines of a Dask cluster, in order, and kept when it is stopped.

The work is a function of its task alone, so wherever it is done the results are the same and come in the order
of the tasks. A cluster is an existing Dask scheduler named by its address; the game's package has to be installed
on its workers (`pip install "remaining-fifth[cluster]"`).
"""

import gc
import os
import signal
import sys
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager, redirect_stderr
from importlib import import_module
from multiprocessing import get_context, resource_tracker
from typing import Any, TypeVar

from tabletop.errors import TabletopError

Task = TypeVar("Task")
Result = TypeVar("Result")


class Stopped(Exception):
    """Raised by whoever is told of a task, to stop and keep what has been done."""


CHUNK = 2
"""Tasks handed to a process at a time: small, so that little is lost when it is stopped."""

SWEEP = (50_000, 20, 20)
"""Thresholds of the search for cycles while matches are played: they make thousands of records and hardly a cycle."""

WAIT_S = "10s"
"""How long a scheduler may take to answer."""


def spread(
    work: Callable[[Task], Result],
    tasks: Sequence[Task],
    jobs: int = 1,
    scheduler: str = "",
    tell: Callable[[], object] = lambda: None,
    *,
    fresh: bool = False,
) -> tuple[list[Result], bool]:
    """Do the same work for each task; stopped with Ctrl+C or by `Stopped`, give what has been done.

    Args:
        work: A function that can be sent to another process by its name.
        tasks: What to do, in order.
        jobs: Processes that work beside each other on this machine.
        scheduler: Address of a Dask scheduler, such as `tcp://10.0.0.1:8786`; then `jobs` does not count.
        tell: Is called after each task.
        fresh: Whether processes are started afresh: one with threads of its own, such as a window's, is not forked.

    Returns:
        The results in the order of the tasks, and whether they are all there.

    Raises:
        TabletopError: The scheduler does not answer, or its engine is not installed.
    """
    found: list[Result] = []
    with _swept_seldom(), _engine(jobs, scheduler, fresh=fresh) as engine:
        try:
            for result in engine(work, tasks):
                found.append(result)
                tell()
        except (KeyboardInterrupt, Stopped):
            return found, False
    return found, True


Engine = Callable[[Callable[[Any], Any], Sequence[Any]], Iterable[Any]]
"""Maps work over tasks, in their order."""


@contextmanager
def _engine(jobs: int, scheduler: str, *, fresh: bool) -> Generator[Engine]:
    """Whatever does the work, let go of at the end."""
    if scheduler:
        with _cluster(scheduler) as engine:
            yield engine
    elif jobs > 1:
        if fresh:
            _track()
        start = get_context("spawn" if fresh else None)
        pool = ProcessPoolExecutor(jobs, mp_context=start, initializer=_settle_in)
        try:
            yield lambda work, tasks: pool.map(work, tasks, chunksize=1 if fresh else CHUNK)
        finally:
            pool.shutdown(wait=not fresh, cancel_futures=True)
    else:
        yield map


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

        def gather(work: Callable[[Any], Any], tasks: Sequence[Any]) -> Iterator[Any]:
            for future in client.map(work, tasks, pure=False):
                yield future.result()

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
    """Leave Ctrl+C to the process that gathers the results, and search for cycles seldom."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(*SWEEP)
