"""Turns: each seat's own count of how often the table changed before its eyes.

A move is made on the view of a turn; when the turn has moved on, the move is stale. A turn counts only what
the seat sees of the phase, the floor, the text and the papers, so two seats that seal their orders in the
same second do not refuse each other, and the number tells nothing of what was said in a caucus.
"""

from collections.abc import Mapping

from tabletop.game.core.sight import may_see
from tabletop.game.records.papers import Paper
from tabletop.game.records.state import State, Talks
from tabletop.vocabulary import CONTROL, EVERYONE


def procedure(talks: Talks) -> tuple[object, ...]:
    """What everybody sees of the procedure that moves are made on."""
    return talks.phase, talks.round, talks.sitting, talks.step, talks.floor, talks.paused


def audience(before: tuple[Paper, ...], after: tuple[Paper, ...]) -> int:
    """Mask of those who may see a paper that came, went, or reads otherwise; papers lie in the order they came."""
    mask, left = 0, {paper.id: paper for paper in before}
    for paper in after:
        was = left.pop(paper.id, None)
        if was is not paper and was != paper:
            mask |= paper.seen | (was.seen if was else 0)
    for paper in left.values():
        mask |= paper.seen
    return mask


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
        if procedure(before.talks) != procedure(state.talks) or (
            before.text is not state.text and before.text != state.text
        ):
            mask = EVERYONE
        else:
            mask = before.talks.awaiting ^ state.talks.awaiting
            if before.papers is not state.papers:
                mask |= audience(before.papers, state.papers)
        for seat in self._turn if mask else ():
            if may_see(mask, seat):
                self._turn[seat] += 1
