"""What has changed for a seat: since its last turn, since the last recess, since the opening.

An earlier version is a view that the seat was shown; a skin remembers nothing itself.
"""

from dataclasses import dataclass
from enum import StrEnum

from tabletop.game.records.events import Happening
from tabletop.game.views import SeatView
from tabletop.table.port import Past
from tabletop.words.language.voice import Voice
from tabletop.words.pages.draft_rows import draft_rows


class Baseline(StrEnum):
    """The earlier version that a text is compared with."""

    NONE = "none"
    TURN = "turn"
    RECESS = "recess"
    OPENING = "opening"


def baseline_index(past: Past, baseline: Baseline) -> int:
    """The moment of an earlier version, -1 when it has not come yet."""
    moments = past.entries
    if baseline is Baseline.OPENING:
        return 0 if moments else -1
    for index in range(len(moments) - 1, -1, -1):
        moment = moments[index]
        if baseline is Baseline.TURN and moment.move is not None:
            return index
        if baseline is Baseline.RECESS and any(event.kind == "session-ended" for event in moment.events):
            return index
    return -1


def baseline_view(past: Past, baseline: Baseline) -> SeatView | None:
    """The view of an earlier version; the opening's when it has not come yet, None for no comparison."""
    if baseline is Baseline.NONE or not past.entries:
        return None
    return past.view(max(0, baseline_index(past, baseline)))


def first_new_line(before: SeatView | None, after: SeatView) -> int:
    """The index in the record of the first line that is new to the seat."""
    old = before.sight.record if before is not None else ()
    new = after.sight.record
    for dropped in range(len(old)):
        rest = old[dropped:]
        if new[: len(rest)] == rest:
            return len(rest)
    same = 0
    while same < min(len(old), len(new)) and old[same] == new[same]:
        same += 1
    return same


@dataclass(frozen=True, slots=True)
class News:
    """What is new since the seat's last turn.

    Attributes:
        clauses: Clauses on which a position or the text has changed.
        line: Index in the record of the first line that is new.
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
    index = baseline_index(past, Baseline.TURN)
    return News.between(voice, past.view(index) if index >= 0 else view, view)


def events_since_turn(past: Past) -> tuple[Happening, ...]:
    """The events a seat heard of with its last move and since, in order.

    Before its first move, and for an onlooker, the newest step alone; nothing at the opening.
    """
    moments, index = past.entries, baseline_index(past, Baseline.TURN)
    newest = moments[index:] if index >= 0 else moments[1:][-1:]
    return tuple(event for moment in newest for event in moment.events)
