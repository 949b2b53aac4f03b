"""Turns: each seat's own count of how often the table changed before its eyes.

A move is made on the view of a turn; when the turn has moved on, the move is stale. A turn counts only what
the seat sees of the phase, the floor, the text and the papers, so two seats that seal their orders in the
same second do not refuse each other, and the number tells nothing of what was said in a caucus.
"""

from collections.abc import Mapping

from tabletop.game.papers import Paper
from tabletop.game.sight import may_see
from tabletop.game.state import State, Talks
from tabletop.terms import CONTROL


def procedure(talks: Talks) -> tuple[object, ...]:
    """What everybody sees of the procedure that moves are made on."""
    return talks.phase, talks.round, talks.sitting, talks.step, talks.floor, talks.paused


def seen_papers(state: State, seat: int) -> tuple[Paper, ...]:
    """The papers that a place may see."""
    return tuple(paper for paper in state.papers if may_see(paper.seen, seat))


class Turns:
    """The turn of every seat, of the onlookers and of the facilitator."""

    def __init__(self, state: State, seats: int, turns: Mapping[int, int] | None = None) -> None:
        self._state, self._seats = state, seats
        self._turn = dict(turns or dict.fromkeys(range(CONTROL, seats), 1))

    def copied(self) -> "Turns":
        """The same counts, to be gone on with apart."""
        return Turns(self._state, self._seats, self._turn)

    def __getitem__(self, seat: int) -> int:
        """The turn of a seat, by its place."""
        return self._turn[seat]

    def advance(self, state: State) -> None:
        """Count what changed, after each entry."""
        before, self._state = self._state, state
        all_see = procedure(before.talks) != procedure(state.talks) or (
            before.text is not state.text and before.text != state.text
        )
        owing = before.talks.awaiting ^ state.talks.awaiting
        papers = before.papers is not state.papers and before.papers != state.papers
        for seat in self._turn:
            owes = seat >= 0 and bool(owing >> seat & 1)
            if all_see or owes or (papers and seen_papers(before, seat) != seen_papers(state, seat)):
                self._turn[seat] += 1
