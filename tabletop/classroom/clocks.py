"""How much of a sitting is left at each table, and when a pause ends: instants that are kept in the room.

A clock moves nothing at its table: what is over when its time is up the teacher says. Nobody is sent a tick; an instant
is told when it changes, and whoever is told counts on alone. While this machine sleeps or the host is off for over a
minute the clocks stand: on waking, tables whose clock ran are paused until the teacher lets them go on.
"""

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from threading import Event, RLock, Thread
from time import monotonic

from tabletop.classroom.room import Room
from tabletop.errors import IllegalMove, JournalError
from tabletop.game.records.moves import Pause
from tabletop.game.records.state import Talks
from tabletop.table import clock
from tabletop.ui.web.request import Clock as Shown
from tabletop.vocabulary import Phase

BEAT_S = 15.0
"""So often the host looks whether the machine slept, and notes that it is awake."""

AGAIN_S = 0.2
"""What is due and could not be written is tried again after so long."""

JUMP_S = 60.0
"""So long a gap is no hiccup: the machine slept, or its clock was set."""

MORE_S = 120.0
"""What the teacher adds at a time."""

SITTINGS = frozenset({Phase.PLENARY, Phase.SUSPENDED, Phase.DRAFTING})
"""Phases in which the time of a sitting passes."""

MINUTES, AWAKE = "minutes", "awake"
"""What the length of a sitting and the last instant at which the host ran are kept under in the room."""


@dataclass(frozen=True, slots=True)
class Clock:
    """The clock of a table; instants are seconds since 1970.

    Attributes:
        sitting: The sitting that it counts, by round and number; empty when none is open, or none is timed.
        deadline: When its time is up; 0 while the clock stands.
        left: Seconds left while it stands.
        until: When the pause ends by itself; 0 for a pause without an end, and without a pause.
    """

    sitting: str = ""
    deadline: float = 0.0
    left: float = 0.0
    until: float = 0.0


def followed(was: Clock, talks: Talks, now: float, full: float) -> Clock:
    """A clock after what has happened at its table: a sitting that opens gets `full` seconds, a pause stops it."""
    timed = full > 0 and talks.sitting > 0 and talks.phase in SITTINGS
    sitting = f"{talks.round}.{talks.sitting}" if timed else ""
    found = was if sitting == was.sitting else Clock(sitting, 0.0, full if sitting else 0.0, was.until)
    if talks.paused:
        return stopped(found, now)
    if sitting and not found.deadline:
        found = replace(found, deadline=now + found.left, left=0.0)
    return replace(found, until=0.0)


def stopped(was: Clock, at: float) -> Clock:
    """A clock that stands from an instant on."""
    return replace(was, deadline=0.0, left=max(0.0, was.deadline - at)) if was.deadline else was


class Clocks:
    """The clocks of a room; any thread may ask."""

    def __init__(
        self, room: Room, wall: Callable[[], float] = clock.seconds, ticks: Callable[[], float] = monotonic
    ) -> None:
        """Take up the clocks of a room as they were left.

        Args:
            room: The room.
            wall: The time of day, in seconds since 1970.
            ticks: Seconds that only go forward.
        """
        self._room, self._wall, self._ticks = room, wall, ticks
        self._lock = RLock()
        self._known = {number: _kept(room.recall(_name(number))) for number in room.numbers}
        self._last, self._last_tick = float(room.recall(AWAKE) or wall()), ticks()
        self._stirred, self._closing = Event(), False
        self._thread: Thread | None = None

    @property
    def full(self) -> float:
        """Seconds of a sitting; 0 without a clock."""
        return float(self._room.recall(MINUTES) or 0) * 60

    def of(self, number: int) -> tuple[Clock, float]:
        """The clock of a table as it stands, and the instant at which it does.

        Raises:
            JournalError: There is no such table, or it cannot be read.
        """
        talks = self._room.table(number).match.state.talks
        with self._lock:
            now = self._wall()
            self._put(number, followed(self._known[number], talks, now, self.full))
            return self._known[number], now

    def pause(self, number: int, minutes: float = 0.0) -> None:
        """Pause a table, or go on pausing it: for so many minutes from now, or until somebody says so.

        Raises:
            IllegalMove: It is over.
            JournalError: It could not be written.
        """
        table = self._room.table(number)
        if not table.match.state.talks.paused:
            table.act(Pause("on"))
        with self._lock:
            found, now = self.of(number)
            self._put(number, replace(found, until=now + minutes * 60 if minutes else 0.0))
        self._stirred.set()

    def resume(self, number: int) -> None:
        """Let a table go on.

        Raises:
            IllegalMove: It is over.
            JournalError: It could not be written.
        """
        table = self._room.table(number)
        if table.match.state.talks.paused:
            table.act(Pause("off"))
        self.of(number)

    def more(self, number: int, seconds: float = MORE_S) -> None:
        """Give the sitting that is open more time: beyond its deadline, or from now where that has passed."""
        with self._lock:
            found, now = self.of(number)
            if found.deadline:
                self._put(number, replace(found, deadline=max(found.deadline, now) + seconds))
            elif found.sitting:
                self._put(number, replace(found, left=found.left + seconds))

    def _put(self, number: int, found: Clock) -> None:
        """Keep a clock, and let those who look at the table look again."""
        if found == self._known[number]:
            return
        self._known[number] = found
        with suppress(
            JournalError
        ):  # the clock is right as long as the host runs; the table says what is wrong
            self._room.remember(_name(number), json.dumps(asdict(found)))
        self._room.table(number).wake()

    def beat(self) -> None:
        """Look whether the machine slept, follow every table, and end the pauses whose time is up."""
        now, tick = self._wall(), self._ticks()
        before, passed = self._last, tick - self._last_tick
        if abs(now - before - passed) > JUMP_S or passed > BEAT_S + JUMP_S:
            self._woken(before, now)
        self._last, self._last_tick = now, tick
        running = False
        for number in (
            self._room.numbers if self.full else [at for at, each in self._known.items() if each.until]
        ):
            with suppress(JournalError, IllegalMove):  # tried again with the next beat
                found, _ = self.of(number)
                if found.until and found.until <= now:
                    self.resume(number)
                running = running or bool(found.deadline or found.until)
        if running:
            with suppress(JournalError):
                self._room.remember(AWAKE, str(now))

    def _woken(self, before: float, now: float) -> None:
        """Give back the time nobody could use: clocks stand as they stood before, and pauses last as much longer."""
        for number, found in tuple(self._known.items()):
            if found.until:
                self._put(number, replace(found, until=found.until + now - before))
            if found.deadline:
                self._put(number, stopped(found, before))
                with suppress(JournalError, IllegalMove):
                    self.pause(number)

    def start(self) -> None:
        """Keep the clocks in a thread of their own, until `close`."""
        self._thread = Thread(target=self._keep, name="clocks", daemon=True)
        self._thread.start()

    def _keep(self) -> None:
        for number in self._room.numbers if self.full else ():
            with suppress(JournalError):
                self._room.table(number).listen(self._stirred.set)
        while not self._closing:
            self._stirred.clear()
            try:
                self.beat()
            except Exception as error:  # noqa: BLE001 - the clocks go on, and whoever keeps the host is told
                self._room.faults.tell(0, error)
            ends = [found.until - self._last for found in self._known.values() if found.until]
            self._stirred.wait(max(AGAIN_S, min((BEAT_S, *ends))))

    def close(self) -> None:
        """Let the clocks go, and note when that was: time in which there is no host is given back."""
        self._closing = True
        self._stirred.set()
        if self._thread is not None:
            self._thread.join()
        self.beat()


def set_minutes(room: Room, minutes: float) -> None:
    """Give each sitting of a room that opens from now on so many minutes; 0 gives it no clock.

    Raises:
        JournalError: It could not be written.
    """
    room.remember(MINUTES, str(minutes))


def shown(clocks: Clocks, number: int) -> Shown | None:
    """The clock of a table as pages show it; None where no sitting is timed.

    Raises:
        JournalError: There is no such table, or it cannot be read.
    """
    found, now = clocks.of(number)
    if not found.sitting:
        return None
    return Shown(round(now * 1000), round(found.deadline * 1000), round(found.left * 1000))


def _name(number: int) -> str:
    return f"clock.{number}"


def _kept(text: str) -> Clock:
    return Clock(**json.loads(text)) if text else Clock()
