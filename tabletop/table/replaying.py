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
from tabletop.journal.history import BookedEntry, History, board_of, scenario_of
from tabletop.journal.reader import read
from tabletop.scenario.board.board import Board, board_for
from tabletop.scenario.board.lexicon import Lexicon
from tabletop.scenario.compiler.lexicon import lexicon
from tabletop.table.port import SeatEntry
from tabletop.table.seats import PERSON, Seating, reseated, seated, viewpoint
from tabletop.vocabulary import ENDS, OBSERVER, ONLOOKER
from tabletop.words.language.voice import Voice
from tabletop.words.sentences.record_lines import event_line

NOTHING = Legal((), ())
"""What is open to somebody who looks back, and in a match of other rules."""


class GrowingHistory:
    """The entries of a match, folded as far as there are any; more are folded as they come."""

    def __init__(self, board: Board, words: Lexicon, since: Callable[[int], tuple[Entry, ...]]) -> None:
        """Take entries from `since`: every entry after a number."""
        self.board, self.words = board, words
        self._since = since
        self._history = History(board)

    @property
    def booked(self) -> tuple[BookedEntry, ...]:
        """Every entry so far, with the states before and after it."""
        for entry in self._since(len(self._history.booked)):
            self._history.follow(entry)
        return tuple(self._history.booked)

    @property
    def over(self) -> bool:
        """Whether the match has come to its end."""
        booked = self.booked
        return bool(booked) and booked[-1].after.talks.phase in ENDS


class SeatPast:
    """What one seat was shown of a match; see `Past`.

    Attributes:
        seat: The seat, or `observer`.
        board: The board as this seat may know it.
        lexicon: The words of the scenario.
    """

    def __init__(self, history: GrowingHistory, seat: str, last: int | None = None) -> None:
        """Look from a seat, at its entries up to the index `last` where one is given.

        Raises:
            SeatError: There is no such seat.
        """
        self._whole, self._last = history, last
        self._viewpoint = viewpoint(history.board, seat)
        self.seat, self.lexicon = seat, history.words
        self.board = board_for(history.board, self._viewpoint)
        self._voice = Voice(self.board, self.lexicon, seat)
        self._known = 0
        """Entries looked at so far."""
        self._entries: list[tuple[SeatEntry, BookedEntry]] = []

    @property
    def entries(self) -> tuple[SeatEntry, ...]:
        """Every entry that this seat could tell of."""
        booked = self._whole.booked
        for one in booked[self._known :]:
            entry = self._as_shown(one)
            if entry is not None:
                self._entries.append((entry, one))
        self._known = len(booked)
        shown = self._entries[: None if self._last is None else self._last + 1]
        if not self._whole.over:
            return tuple(entry for entry, _ in shown)
        return tuple(replace(entry, seq=one.entry.seq) for entry, one in shown)

    def view(self, index: int) -> SeatView:
        """The view after one of the entries; nothing is open in it.

        Raises:
            LookupError: There is no such entry.
        """
        found = self.entries
        if not 0 <= index < len(found):
            raise LookupError(f"there is no step {index + 1}; this seat is shown {len(found)}")
        _, booked = self._entries[index]
        seen = see(booked.after, self._viewpoint, self._whole.board.mediator)
        return replace(view(self.board, seen, index), legal=NOTHING)

    def until(self, index: int) -> "SeatPast":
        """The same past up to one of the entries and no further."""
        return SeatPast(self._whole, self.seat, index)

    def _as_shown(self, booked: BookedEntry) -> SeatEntry | None:
        """An entry as this seat could tell it; None when it heard nothing and did nothing."""
        entry, talks = booked.entry, booked.after.talks
        heard = tuple(
            event
            for event in entry.events
            if may_see(event.seen, self._viewpoint) and event_line(self._voice, event)
        )
        own: Move | None = entry.move if self._own(entry) else None
        if not heard and own is None:
            return None
        return SeatEntry(0, talks.round, talks.sitting, talks.phase, own, heard)

    def _own(self, entry: Entry) -> bool:
        return self._viewpoint > ONLOOKER and entry.seat == self.seat and not isinstance(entry.move, Advance)


class Recording:
    """A match that is looked at, not played.

    Attributes:
        where: The journal's path, for people.
    """

    def __init__(self, history: GrowingHistory, where: str, seating: Mapping[str, str]) -> None:
        """Look at a match; `seating` says who keeps each seat at its end."""
        self._whole, self.where, self._seating = history, where, seating

    @property
    def over(self) -> bool:
        """Whether it has come to its end: only then it may be seen from every seat."""
        return self._whole.over

    @property
    def every_seat(self) -> tuple[str, ...]:
        """Onlookers and every seat of the match, whoever may be looked through now."""
        return (OBSERVER, *(seat.id for seat in self._whole.board.seats))

    @property
    def seats(self) -> tuple[str, ...]:
        """Who it may be seen as: every seat of a match that is over, else onlookers and the people's seats."""
        everybody = tuple(seat.id for seat in self._whole.board.seats)
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
        return SeatPast(self._whole, seat)


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
    board = board_of(journal.header)
    words = lexicon(scenario, neutral=neutral or journal.header.neutral)
    seating: Seating = seated(board, journal.header.seating)
    for entry in journal.entries:
        seating = reseated(seating, entry.events)
    return Recording(GrowingHistory(board, words, lambda seq: journal.entries[seq:]), str(path), seating)
