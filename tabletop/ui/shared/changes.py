"""Earlier versions of what a seat sees: the view after its last turn, at the last recess, at the opening.

An earlier version is a view that the seat was shown; nothing is remembered by the window itself.
"""

from dataclasses import dataclass
from enum import StrEnum

from tabletop.game.records.events import Happening
from tabletop.game.views import SeatView
from tabletop.scenario.board.board import Board
from tabletop.scenario.board.lexicon import Lexicon
from tabletop.table.port import Past, SeatEntry
from tabletop.words.language.voice import Voice
from tabletop.words.pages.draft_rows import draft_rows


class Mark(StrEnum):
    """What a version is compared with."""

    NONE = "none"
    TURN = "turn"
    RECESS = "recess"
    OPENING = "opening"


def place_of(past: Past, mark: Mark) -> int:
    """The moment a mark stands for, -1 when it has not come yet."""
    moments = past.entries
    if mark is Mark.OPENING:
        return 0 if moments else -1
    for at in range(len(moments) - 1, -1, -1):
        moment = moments[at]
        if mark is Mark.TURN and moment.move is not None:
            return at
        if mark is Mark.RECESS and any(event.kind == "session-ended" for event in moment.events):
            return at
    return -1


def earlier(past: Past, mark: Mark) -> SeatView | None:
    """The view a mark stands for; the opening's when it has not come yet, None for no comparison."""
    if mark is Mark.NONE or not past.entries:
        return None
    return past.view(max(0, place_of(past, mark)))


def first_new_line(before: SeatView | None, after: SeatView) -> int:
    """The place in the record of the first line the seat has not been told."""
    old = before.sight.record if before is not None else ()
    new = after.sight.record
    for dropped in range(len(old)):
        kept = old[dropped:]
        if new[: len(kept)] == kept:
            return len(kept)
    same = 0
    while same < min(len(old), len(new)) and old[same] == new[same]:
        same += 1
    return same


@dataclass(frozen=True, slots=True)
class News:
    """What is new since the seat's last turn.

    Attributes:
        clauses: Clauses on which a position or the text is otherwise than it was.
        line: Place in the record of the first line that is new.
    """

    clauses: frozenset[str]
    line: int

    @classmethod
    def between(cls, voice: Voice, before: SeatView, view: SeatView) -> "News":
        """What is new in a view against an earlier one of the same seat."""
        pairs = zip(draft_rows(voice, before), draft_rows(voice, view), strict=True)
        moved = (new.clause for old, new in pairs if (old.stands, old.state) != (new.stands, new.state))
        return cls(frozenset(moved), first_new_line(before, view))


def news(voice: Voice, past: Past, view: SeatView) -> News:
    """What is new to a seat since its last turn; before its first, nothing is marked."""
    at = place_of(past, Mark.TURN)
    return News.between(voice, past.view(at) if at >= 0 else view, view)


def events_since_turn(past: Past) -> tuple[Happening, ...]:
    """What a seat was told with its last move and since, in order.

    Before its first move, and for an onlooker, the newest step alone; nothing at the opening.
    """
    moments, at = past.entries, place_of(past, Mark.TURN)
    newest = moments[at:] if at >= 0 else moments[1:][-1:]
    return tuple(event for moment in newest for event in moment.events)


class Until:
    """A seat's past up to a moment and no further; see `Past`."""

    def __init__(self, past: Past, last: int) -> None:
        self._past, self._last = past, last

    @property
    def seat(self) -> str:
        """The seat, or `observer`."""
        return self._past.seat

    @property
    def board(self) -> Board:
        """The board as this seat may know it."""
        return self._past.board

    @property
    def lexicon(self) -> Lexicon:
        """The words of the scenario."""
        return self._past.lexicon

    @property
    def entries(self) -> tuple[SeatEntry, ...]:
        """Every step up to the last one."""
        return self._past.entries[: self._last + 1]

    def view(self, at: int) -> SeatView:
        """The view after a moment.

        Raises:
            LookupError: There is no such moment, or it comes later.
        """
        if at > self._last:
            raise LookupError(f"step {at + 1} comes after step {self._last + 1}")
        return self._past.view(at)
