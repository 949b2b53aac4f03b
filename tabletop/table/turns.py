"""Turns: each seat's own count of how often the table changed before its eyes.

A move is made on the view of a turn; when the turn has moved on, the move is stale. A turn counts only what
the seat sees of the phase, the floor, the text and the papers, so two seats that seal their orders in the
same second do not refuse each other, and the number tells nothing of what was said in a caucus.
"""

from tabletop.game.papers import Paper
from tabletop.game.sight import may_see
from tabletop.game.state import State, Text
from tabletop.terms import CONTROL

Perceived = tuple[tuple[str, int, int, int, int, bool, bool], Text, tuple[Paper, ...]]
"""What moves a turn: procedure, text and the papers the seat may see."""


def perceived(state: State, seat: int) -> Perceived:
    """What a seat, by place, sees of the table that a move is made on."""
    talks = state.talks
    owed = seat >= 0 and bool(talks.awaiting >> seat & 1)
    procedure = (talks.phase.value, talks.round, talks.sitting, talks.step, talks.floor, owed, talks.paused)
    return procedure, state.text, tuple(paper for paper in state.papers if may_see(paper.seen, seat))


class Turns:
    """The turn of every seat, of the onlookers and of the facilitator."""

    def __init__(self, state: State, seats: int) -> None:
        self._seen = {seat: perceived(state, seat) for seat in range(CONTROL, seats)}
        self._turn = dict.fromkeys(self._seen, 1)

    def copied(self) -> "Turns":
        """The same counts, to be gone on with apart."""
        other = Turns.__new__(Turns)
        other._seen, other._turn = self._seen.copy(), self._turn.copy()
        return other

    def __getitem__(self, seat: int) -> int:
        """The turn of a seat, by its place."""
        return self._turn[seat]

    def advance(self, state: State) -> None:
        """Count what changed, after each entry."""
        for seat, before in self._seen.items():
            now = perceived(state, seat)
            if now != before:
                self._seen[seat] = now
                self._turn[seat] += 1
