"""A match step by step, as one seat was shown it: for red lines between versions, and for looking at old matches.

A journal is folded once and shared by the seats; each seat gets the steps it could tell of and the views it
was shown, made by the one function that makes views. A match that is not over may be seen by onlookers and
from the seats that people keep, as when it is taken up again; a match that is over from every seat.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from tabletop.errors import SeatError
from tabletop.game.core.sight import may_see, see
from tabletop.game.records.menu import Legal
from tabletop.game.records.moves import Advance, Move
from tabletop.game.views import SeatView, view
from tabletop.journal.entry import Entry
from tabletop.journal.history import History, Step, board_of, scenario_of
from tabletop.journal.reader import read
from tabletop.scenario.board.board import Board, board_for
from tabletop.scenario.board.lexicon import Lexicon
from tabletop.scenario.compiler.lexicon import lexicon
from tabletop.table.port import Moment
from tabletop.table.seats import PERSON, Seating, place, reseated, seated
from tabletop.vocabulary import ENDS, ONLOOKER
from tabletop.words.language.voice import Voice
from tabletop.words.sentences.record_lines import event_line

OBSERVER = "observer"

NOTHING = Legal((), ())
"""What is open to somebody who looks back."""


class Reel:
    """The entries of a match, folded as far as there are any; more are folded as they come."""

    def __init__(self, board: Board, words: Lexicon, since: Callable[[int], tuple[Entry, ...]]) -> None:
        """Take entries from `since`: every entry after a number."""
        self.board, self.words = board, words
        self._since = since
        self._history = History(board)

    @property
    def steps(self) -> tuple[Step, ...]:
        """Every step so far."""
        for entry in self._since(len(self._history.steps)):
            self._history.follow(entry)
        return tuple(self._history.steps)

    @property
    def over(self) -> bool:
        """Whether the match has come to its end."""
        steps = self.steps
        return bool(steps) and steps[-1].after.talks.phase in ENDS


class SeatPast:
    """What one seat was shown of a reel; see `Past`."""

    def __init__(self, reel: Reel, seat: str) -> None:
        """Look from a seat.

        Raises:
            SeatError: There is no such seat.
        """
        self._reel, self._seat = reel, seat
        self._at = place(reel.board, seat)
        self._board = board_for(reel.board, self._at)
        self._voice = Voice(self._board, reel.words, seat)
        self._known = 0
        """Entries looked at so far."""
        self._moments: list[tuple[Moment, Step]] = []

    @property
    def seat(self) -> str:
        """The seat, or `observer`."""
        return self._seat

    @property
    def board(self) -> Board:
        """The board as this seat may know it."""
        return self._board

    @property
    def lexicon(self) -> Lexicon:
        """The words of the scenario."""
        return self._reel.words

    @property
    def moments(self) -> tuple[Moment, ...]:
        """Every step that this seat could tell of."""
        steps = self._reel.steps
        for step in steps[self._known :]:
            moment = self._moment(step)
            if moment is not None:
                self._moments.append((moment, step))
        self._known = len(steps)
        if not self._reel.over:
            return tuple(moment for moment, _ in self._moments)
        return tuple(replace(moment, seq=step.entry.seq) for moment, step in self._moments)

    def view(self, at: int) -> SeatView:
        """The view after a moment; nothing is open in it.

        Raises:
            LookupError: There is no such moment.
        """
        found = self.moments
        if not 0 <= at < len(found):
            raise LookupError(f"there is no step {at + 1}; this seat was shown {len(found)}")
        _, step = self._moments[at]
        seen = see(step.after, self._at, self._reel.board.mediator)
        return replace(view(self._board, seen, at), legal=NOTHING)

    def _moment(self, step: Step) -> Moment | None:
        """The step as this seat could tell it; None when it was told nothing and did nothing."""
        entry, talks = step.entry, step.after.talks
        told = tuple(
            event
            for event in entry.events
            if may_see(event.seen, self._at) and event_line(self._voice, event)
        )
        own: Move | None = entry.move if self._own(entry) else None
        if not told and own is None:
            return None
        return Moment(0, talks.round, talks.sitting, talks.phase, own, told)

    def _own(self, entry: Entry) -> bool:
        return self._at > ONLOOKER and entry.seat == self._seat and not isinstance(entry.move, Advance)


class Recording:
    """A match that is looked at; see `Replayed`."""

    def __init__(self, reel: Reel, where: str, seating: Mapping[str, str]) -> None:
        """Look at a reel; `seating` says who keeps each seat at its end."""
        self._reel, self._where, self._seating = reel, where, seating

    @property
    def where(self) -> str:
        """The journal's path."""
        return self._where

    @property
    def over(self) -> bool:
        """Whether it has come to its end."""
        return self._reel.over

    @property
    def seats(self) -> tuple[str, ...]:
        """Who it may be seen as."""
        everybody = tuple(seat.id for seat in self._reel.board.seats)
        people = tuple(seat for seat in everybody if self._seating[seat] == PERSON)
        return (OBSERVER, *(everybody if self.over else people))

    def past(self, seat: str) -> SeatPast:
        """What a seat was shown.

        Raises:
            SeatError: The match may not be seen from there.
        """
        if seat not in self.seats:
            raise SeatError(
                f"a match that is not over may be seen from {', '.join(self.seats)}, not from {seat!r}"
                if not self.over
                else f"there is no seat {seat!r}; the match may be seen from {', '.join(self.seats)}"
            )
        return SeatPast(self._reel, seat)


def open_replay(path: Path, *, neutral: bool = False) -> Recording:
    """A journal to be looked at; nothing is written to it.

    Args:
        path: The journal.
        neutral: Whether invented names stand for the real ones; a match played so stays so.

    Raises:
        JournalError: The file cannot be used; see `journal.reader.read`.
        ScenarioError: The scenario in the journal is not valid for this version of the game.
    """
    journal = read(path)
    scenario = scenario_of(journal.header)
    board = board_of(journal.header, scenario)
    words = lexicon(scenario, neutral=neutral or journal.header.neutral)
    seating: Seating = seated(board, journal.header.seating)
    for entry in journal.entries:
        seating = reseated(seating, entry.events)
    return Recording(Reel(board, words, lambda seq: journal.entries[seq:]), str(path), seating)
