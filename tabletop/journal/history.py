"""Folding a journal: from entries to states, with a stack for what was taken back.

`evolve` knows nothing of undo: a step that was taken back leads to the state before it, which stands on the
stack. The live match keeps the same history, so a match that is resumed is the match that was left.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from tabletop.errors import JournalBroken, unknown
from tabletop.game.core.evolve import evolve, start
from tabletop.game.records.events import Happening, TalksSet, Undone
from tabletop.game.records.state import State
from tabletop.journal.entry import Entry, Header
from tabletop.scenario.board.board import Board
from tabletop.scenario.compiler.board import compile_board
from tabletop.scenario.loader import from_files
from tabletop.scenario.scenario import Scenario
from tabletop.vocabulary import Phase

UNDOS = 3
"""How often a seat may take back a step in one phase (T9.1)."""

UNFIT = (ArithmeticError, AttributeError, LookupError, RecursionError, StopIteration, TypeError, ValueError)
"""What comes of records that are well formed and name things or numbers that this board and this state do not have."""

UNREVEALING = frozenset({"awaiting"})
"""Fields of the procedure that tell others only that a seat has answered, never how."""


@dataclass(frozen=True, slots=True)
class BookedEntry:
    """An entry that counts, with the states before and after it."""

    entry: Entry
    before: State
    after: State


def reveals(event: Happening, own: int) -> bool:
    """Whether others than the seats of the mask `own` learn something from an event."""
    if isinstance(event, TalksSet) and event.field in UNREVEALING:
        return False
    return bool(event.seen & ~own)


def seen_by(step: BookedEntry, own: int) -> bool:
    """Whether the seats of the mask `own` learn anything from an entry."""
    return any(event.seen & own for event in step.entry.events)


def same_kind(first: object, value: object) -> bool:
    """Whether a value is of the kind of another: the type, and of a tuple with something for each seat the length."""
    if type(first) is not type(value):
        return False
    if not isinstance(first, tuple) or not first:
        return True
    ours, theirs = cast("tuple[object, ...]", first), cast("tuple[object, ...]", value)
    return len(ours) == len(theirs) and all(map(same_kind, ours, theirs))


class History:
    """Every entry so far and the state it led to."""

    def __init__(self, board: Board) -> None:
        self.board = board
        self.booked: list[BookedEntry] = []
        self._standing: list[BookedEntry] = []
        """The entries that stand: what was taken back is not among them."""
        self.state: State = start(board)
        """The state as it stands."""

    def copied(self) -> "History":
        """The same history, to be gone on with apart."""
        other = History(self.board)
        other.booked, other._standing, other.state = self.booked.copy(), self._standing.copy(), self.state
        return other

    def trail(self, events: Iterable[Happening]) -> tuple[State, ...]:
        """The state as it stands, then the state after each event; nothing is booked."""
        states = [self.state]
        for event in events:
            if isinstance(event, Undone):
                states.append(self._without(event)[1])
            else:
                states.append(evolve(self.board, states[-1], event))
        return tuple(states)

    def follow(self, entry: Entry) -> None:
        """Book an entry that stands in a journal, by its events alone.

        Raises:
            JournalBroken: Its events cannot have happened on this board.
        """
        try:
            self._check(entry)
            after = self.trail(entry.events)[-1]
        except UNFIT as error:
            raise JournalBroken(
                f"the journal diverges at line {entry.seq + 1}: entry {entry.seq} cannot have happened on this board: "
                f"{error!r}"
            ) from error
        self.push(entry, after)

    def _check(self, entry: Entry) -> None:
        """Check that fields of the procedure get values of their kind: an event names any field and carries any value.

        Raises:
            ValueError: One does not.
        """
        first = start(self.board).talks
        for event in entry.events:
            if isinstance(event, TalksSet) and not same_kind(getattr(first, event.field), event.to):
                raise ValueError(f"{event.field} is set to {event.to!r}")

    def push(self, entry: Entry, after: State) -> None:
        """Book an entry with the last state of its trail."""
        booked = BookedEntry(entry, self.state, after)
        self.booked.append(booked)
        self.state = after
        back = next((event for event in entry.events if isinstance(event, Undone)), None)
        if back:
            self._standing = self._without(back)[0]
        else:
            self._standing.append(booked)

    def undoable(self, seat: str) -> int:
        """The number of the seat's last step if it may take it back (T9.1), otherwise 0.

        It may as long as nobody else could know of it, no die was asked, and the seat has seen nothing of anybody else
        since. What others did out of its sight neither opens nor closes this, or it would tell of it.
        """
        if seat not in self.board.seat_index or self.state.talks.paused:
            return 0
        own = 1 << self.board.seat_index[seat]
        for step in reversed(self._standing):
            if step.entry.seat == seat:
                if step.entry.draws or any(reveals(event, own) for event in step.entry.events):
                    return 0
                spent = self._undone_in(seat, self.state.talks.phase) >= UNDOS
                return 0 if spent else step.entry.seq
            if seen_by(step, own):
                return 0
        return 0

    def take_back(self, seat: str) -> tuple[Happening, ...]:
        """The one event of a step taken back, which only its own seat knows; none when it may not (T9.1)."""
        back = self.undoable(seat)
        return (
            (Undone(seat=seat, to=back, seen=1 << self.board.seat_index[seat], rule="T9.1"),) if back else ()
        )

    def _undone_in(self, seat: str, phase: Phase) -> int:
        """How often a seat took back a step since the talks came to the phase they are in."""
        count = 0
        for step in reversed(self.booked):
            if step.before.talks.phase != phase or step.before.talks.round != self.state.talks.round:
                break
            count += any(isinstance(event, Undone) and event.seat == seat for event in step.entry.events)
        return count

    def _without(self, undone: Undone) -> tuple[list[BookedEntry], State]:
        """The entries that stand once a step is taken back, and the state that they lead to.

        What others did since and the seat has not seen stands, on the state as it is without the step. All else goes
        back with it: a journal of older rules may hold answers that were taken back so.

        Raises:
            LookupError: There is no such entry, or no such seat.
        """
        if not 1 <= undone.to <= len(self.booked):
            raise LookupError(f"there is no entry {undone.to}")
        own = 1 << self.board.seat_index[undone.seat]
        standing = [step for step in self._standing if step.entry.seq < undone.to]
        state = self.booked[undone.to - 1].before
        for step in self._standing[len(standing) :]:
            if step.entry.seq == undone.to:
                state = step.before
            elif step.entry.seat != undone.seat and not seen_by(step, own):
                before = state
                for event in step.entry.events:
                    state = evolve(self.board, state, event)
                standing.append(BookedEntry(step.entry, before, state))
        return standing, state


def scenario_of(header: Header) -> Scenario:
    """The scenario that a journal carries; the same texts are read once.

    Raises:
        ScenarioError: It is not valid for this version of the game.
    """
    return _scenario(tuple(header.files.items()))


def board_of(header: Header) -> Board:
    """The board a match is played on; matches on equal boards share one.

    Raises:
        ScenarioError: The scenario in the journal is not valid for this version of the game.
        JournalBroken: It names a format, a door or a seat that the scenario does not have.
    """
    files = tuple(header.files.items())
    frame = scenario_of(header).frame
    for what, name, names in (("format", header.format, frame.formats), ("door", header.door, frame.doors)):
        if name not in names:
            raise JournalBroken(f"line 1: {what}: {unknown(what, name, names)}")
    board = _board(
        files, header.format, header.door, open_sittings=header.open_sittings, without=header.without
    )
    strangers = sorted(set(header.seating) - {seat.id for seat in board.seats})
    if strangers:
        raise JournalBroken(f"line 1: seating: there is no seat {strangers[0]!r} in this scenario")
    return board


def fold(board: Board, entries: Iterable[Entry]) -> History:
    """The history that entries tell; events are booked, nothing is decided again."""
    history = History(board)
    for entry in entries:
        history.follow(entry)
    return history


@lru_cache(maxsize=4)
def _scenario(files: tuple[tuple[str, str], ...]) -> Scenario:
    return from_files(dict(files), root="the journal's scenario", kept=True)


@lru_cache(maxsize=8)
def _board(
    files: tuple[tuple[str, str], ...],
    format_id: str,
    door: str,
    *,
    open_sittings: bool,
    without: tuple[str, ...],
) -> Board:
    return compile_board(
        _scenario(files), format_id=format_id, door=door, open_sittings=open_sittings, without=without
    )
