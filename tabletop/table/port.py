"""All that a window or a player may know of a match: protocols.

A window holds one `TablePort` and nothing else; a player is asked through `Player`. Local and remote ports
look alike, so no screen knows which it has. What a seat was shown before is its `Past`.
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Protocol

from tabletop.errors import Refusal
from tabletop.game.records.events import Happening
from tabletop.game.records.moves import Move
from tabletop.game.records.sentence import Sentence
from tabletop.game.views import Preview, SeatView
from tabletop.scenario.board.board import Board
from tabletop.scenario.board.lexicon import Lexicon
from tabletop.table.advice import Advice, Remark
from tabletop.vocabulary import Phase


@dataclass(frozen=True, slots=True)
class Chosen:
    """A player's choice: a move and its reason, if it gives one (never shown to others in play)."""

    move: Move
    reason: Sentence | None = None


def why(slug: str, **facts: str) -> Sentence:
    """A reason by its slug in `words/english/reasons.json`, without `reason.`, and the facts it names."""
    return Sentence(slug, facts)


@dataclass(frozen=True, slots=True)
class SeatEntry:
    """An entry of the journal as one seat could tell it: something it heard of, or a move of its own.

    Attributes:
        seq: The entry's number in the journal once the match is over; 0 before, when counting entries would
            tell of sealed ones.
        round: The round it fell in.
        sitting: The sitting, 0 outside a session.
        phase: Where the talks stood after it.
        move: The move that made it, when the seat made it itself.
        events: What the seat heard, in order; bookkeeping left out.
    """

    seq: int
    round: int
    sitting: int
    phase: Phase
    move: Move | None
    events: tuple[Happening, ...]


class OneSeat(Protocol):
    """A seat with what it knows of the scenario."""

    @property
    def seat(self) -> str:
        """The seat, or `observer`."""
        ...

    @property
    def board(self) -> Board:
        """The board as this seat may know it."""
        ...

    @property
    def lexicon(self) -> Lexicon:
        """The words of the scenario."""
        ...


class Past(OneSeat, Protocol):
    """What one seat was shown, step by step; it grows with the match."""

    @property
    def entries(self) -> tuple[SeatEntry, ...]:
        """Every step so far, the first one first."""
        ...

    def view(self, index: int) -> SeatView:
        """The view after one of the entries; nothing is open in it.

        Raises:
            LookupError: There is no such entry.
        """
        ...

    def until(self, index: int) -> "Past":
        """The same past up to one of the entries and no further."""
        ...


class SeatNotes(Protocol):
    """Small texts kept beside the journal and never in it: notes of one's own, copies of the draft."""

    def read(self, name: str) -> str:
        """A text by its name; empty when there is none."""
        ...

    def write(self, name: str, text: str) -> str:
        """Keep a text, made harmless; returns where it is, for people.

        Raises:
            JournalError: It could not be written.
        """
        ...


class TablePort(OneSeat, Protocol):
    """One seat's way to the table."""

    @property
    def view(self) -> SeatView:
        """The newest view."""
        ...

    @property
    def notice(self) -> str:
        """What stands between this seat and its table now, as a sentence; empty when nothing does."""
        ...

    def views(self) -> AsyncIterator[SeatView]:
        """Every new view, newest first asked, until the match is over; the same again when the notice has changed.

        Raises:
            TabletopError: The table lets this seat in no more.
        """
        ...

    async def submit(self, move: Move, turn: int) -> None:
        """Make a move on the view of turn `turn`; returns when it is on disk.

        Raises:
            IllegalMove: The move is refused, with its rule.
            StaleView: The table has moved on.
            MoveKept: It is on disk; what comes after it could not be written.
        """
        ...

    def preview(self, move: Move) -> Preview | Refusal:
        """What a move would do, or why it is refused."""
        ...

    async def advice(self) -> Advice | None:
        """Counsel on the newest view, thought out beside the caller; None for an onlooker or without an adviser."""
        ...

    async def remark(self) -> Remark | None:
        """A coach's word on the move made last through this port; None when there is nothing to say."""
        ...

    @property
    def past(self) -> Past:
        """What this seat was shown so far."""
        ...

    @property
    def notes(self) -> SeatNotes:
        """This seat's own texts beside the journal."""
        ...


class Player(Protocol):
    """Somebody who plays by itself: it gets the board for its seat and its view, nothing else."""

    def choose(self, board: Board, view: SeatView, key: str) -> Chosen:
        """A legal move; `key` names the player's own stream of chance for this decision."""
        ...
