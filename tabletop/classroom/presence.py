"""Who was heard of lately; nobody loses a seat by it."""

from collections.abc import Callable
from enum import StrEnum
from threading import Lock
from time import monotonic

HERE_SECONDS, QUIET_SECONDS = 25.0, 120.0
"""So long after the last request somebody is here, and then quiet; an open page asks every ten seconds."""


class Presence(StrEnum):
    """How lately somebody was heard of."""

    HERE = "here"
    QUIET = "quiet"
    AWAY = "away"


class Attendance:
    """The time of everybody's last request; it is forgotten with the program."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        """Take a clock in seconds that only goes forward."""
        self._clock, self._lock = clock, Lock()
        self._seen: dict[tuple[int, str], tuple[float, bool]] = {}

    def touch(self, table: int, seat: str, *, hidden: bool = False) -> None:
        """Somebody was heard of; whose page is hidden is quiet, not gone."""
        with self._lock:
            self._seen[table, seat] = self._clock(), hidden

    def forget(self, table: int, seat: str) -> None:
        """Nobody sits there any more."""
        with self._lock:
            self._seen.pop((table, seat), None)

    def of(self, table: int, seat: str) -> Presence:
        """How lately a seat was heard of."""
        with self._lock:
            at, hidden = self._seen.get((table, seat), (float("-inf"), False))
        gone = self._clock() - at
        if gone > QUIET_SECONDS:
            return Presence.AWAY
        return Presence.QUIET if hidden or gone > HERE_SECONDS else Presence.HERE
