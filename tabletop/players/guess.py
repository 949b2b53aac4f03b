"""What the mediator takes the parties to want, from what is public alone.

A party is taken to want what it opened with, and least what the other opened with; the more a clause moves
its home, the more it is taken to matter; answers to questions correct that. The text that does best for the
one it does worst for is a middle text worth trying.
"""

from collections.abc import Callable, Sequence

import numpy as np

from tabletop.game.events import Answered
from tabletop.game.value import WHOLE, context_of, credibility
from tabletop.game.views import SeatView
from tabletop.players.opinion import as_text
from tabletop.players.public import Options, finals, offered, package, packages, settled
from tabletop.players.stream import Stream
from tabletop.players.tables import Ints, Mind, Tables
from tabletop.scenario.board import Board

ALTERNATIVE = 30_00
"""What a party is taken to have without a deal, hundredths of a point."""

LEFT = -8_00
"""What a collapse is taken to leave a party, against having no deal."""

BASE = 300
"""What every clause is taken to matter, beside what it moves at home."""

BIAS = 250
"""How far one try may lean to the one party or the other, since what they have without a deal is unknown."""

COMPLAINT, COMPLAINTS = 250, 750
"""How far a package more than the other put on the table leans a text to a party, and the most it leans."""

STRAIN = 600
"""What it counts to ask a seat that is no party for a step beyond the next from where it stood."""

INSISTED = 150
"""What a clause that a party put in its last package is taken to matter, per cent."""

HELD, MOVED = 125, 85
"""What a clause on which a party has not moved, or has, is taken to matter, per cent."""

ASKED = {"high": 160, "middle": 100, "low": 50}
"""What an answer says of a clause's weight, per cent."""

CLIMBS = 30
"""The most steps a search takes."""


class Guess:
    """The mediator's guess at one moment.

    Attributes:
        board: The mediator's board.
        fixed: Clauses no bridge can move.
    """

    def __init__(self, board: Board, view: SeatView, stream: Stream) -> None:
        figures = view.sight.figures
        self.board, self.view = board, view
        self.context = context_of(board, view.sight)
        believed = credibility(board, figures.attention, figures.cohesion, figures.force_step)
        self.fixed = settled(board, view)
        self.finals = finals(board, self.fixed)
        one, other = (len(packages(board, view, party, unasked=True)) for party in board.parties)
        asked = min(max((other - one) * COMPLAINT, -COMPLAINTS), COMPLAINTS)
        self.bias = asked + stream.below(2 * BIAS + 1) - BIAS
        self.tables = tuple(
            Tables(board, _mind(board, view, party, stream), believed) for party in board.parties
        )
        self.public = self.tables[0]

    def worst(self, texts: Ints) -> Ints:
        """What texts are taken to be worth to the party they do worse for, with a little of the sum."""
        survives, carried, _ = self.public.prospects(texts, self.context)
        left = (WHOLE - survives) * LEFT
        sides = [
            carried * (survives * (tables.terms(texts) - ALTERNATIVE) + left) // WHOLE**2 + bias
            for tables, bias in zip(self.tables, (self.bias, -self.bias), strict=True)
        ]
        least: Ints = np.minimum.reduce(sides)
        total: Ints = np.add.reduce(sides)
        return 8 * least + total - self.strain(texts)

    def strain(self, texts: Ints) -> Ints:
        """What texts ask of seats that are no party, where they need their consent, beyond where they stood."""
        asked = np.zeros(len(texts), dtype=np.int64)
        for seat in range(len(self.board.seats)):
            if seat in self.board.parties:
                continue
            for at, clause in enumerate(self.board.clauses):
                stood = self.view.sight.text.opening[seat][at]
                costs = [
                    STRAIN * max(abs(option - stood) - 1, 0) if stood >= 0 and mask >> seat & 1 else 0
                    for option, mask in enumerate(clause.consent)
                ]
                if any(costs):
                    asked += np.array(costs, dtype=np.int64)[texts[:, at]]
        return asked

    def sound(self, texts: Ints) -> Ints:
        """Chance that texts are ratified and hold, per hundred million; both are public knowledge."""
        survives, carried, _ = self.public.prospects(texts, self.context)
        return survives * carried

    def middle(self, start: Options) -> Options:
        """The text that is taken to do best for the party it does worse for.

        From `start` it first seeks a text that homes would carry and that would hold, then a fair one.
        """
        scope = self.board.roles.scope
        if scope not in self.fixed:
            start = (*start[:scope], len(self.board.clauses[scope].options) - 1, *start[scope + 1 :])
        return self._climb(self._climb(start, self.sound), self.worst)

    def beside(self, text: Options) -> Options:
        """The best text that changes two clauses of one that home refused; the same text when there is none."""
        singles = self.public.singles(text, self.fixed)
        found = self._final(self.public.doubles(text, singles, self.worst(singles)))
        return as_text(found[int(np.argmax(self.worst(found)))]) if len(found) else text

    def _final(self, texts: Ints) -> Ints:
        """Those of the texts that could be final and that home has not refused already."""
        roles = self.board.roles
        good = (self.finals >> texts[:, roles.scope] & 1) == 1
        for refused in self.view.sight.text.barred:
            good &= (texts[:, [roles.territory, roles.guarantee, roles.status]] != refused).any(axis=1)
        kept: Ints = texts[good]
        return kept

    def _climb(self, text: Options, score: Callable[[Ints], Ints]) -> Options:
        """The best text in reach of single changes, and where those fail of double ones."""
        tables = self.public
        first = self._final(np.array([text], dtype=np.int64))
        best = int(score(first)[0]) if len(first) else -(10**18)
        for _ in range(CLIMBS):
            found = self._final(tables.singles(text, self.fixed))
            scores = score(found)
            if not len(found) or int(scores.max()) <= best:
                found = self._final(tables.doubles(text, found, scores))
                scores = score(found)
                if not len(found) or int(scores.max()) <= best:
                    break
            at = int(np.argmax(scores))
            text, best = as_text(found[at]), int(scores[at])
        return text


def _mind(board: Board, view: SeatView, party: int, stream: Stream) -> Mind:
    """A party's mind as the mediator takes it to be, a little different each time it looks."""
    other = next((seat for seat in board.parties if seat != party), party)
    opening, now = view.sight.text.opening, offered(board, view, party)
    asked = {board.clause_at[clause]: option for clause, option in package(board, view, party)}
    told = _told(view, board.seats[party].id)
    weights: list[int] = []
    for at, clause in enumerate(board.clauses):
        support = [option.support[party] for option in clause.options]
        weight = BASE + (max(support) - min(support)) // 3
        weight = weight * (INSISTED if at in asked else 100) // 100
        weight = weight * (HELD if now[at] == opening[party][at] else MOVED) // 100
        weights.append(weight * told.get(clause.id, 100) // 100 * (80 + stream.below(41)) // 100)
    whole = max(sum(weights), 1)
    worths = tuple(
        tuple(WHOLE * weight // whole * value for value in wishes)
        for weight, wishes in zip(
            weights,
            (
                _wishes(len(clause.options), asked.get(at, opening[party][at]), opening[other][at])
                for at, clause in enumerate(board.clauses)
            ),
            strict=True,
        )
    )
    return Mind(worths, (LEFT,), (0,))


def _told(view: SeatView, seat: str) -> dict[str, int]:
    """What a party has said of its clauses, per cent of the usual weight; the newest answer counts."""
    return {
        line.event.clause: ASKED[line.event.answer]
        for line in view.sight.record
        if isinstance(line.event, Answered) and line.event.seat == seat and line.event.answer in ASKED
    }


def _wishes(options: int, own: int, other: int) -> Sequence[int]:
    """What options are taken to be worth, 0 to 100: all where one opened, none where the other did."""
    if own < 0:
        return (50,) * options
    span = abs(own - other) if 0 <= other != own else 2
    return tuple(max(0, 100 - 100 * abs(option - own) // span) for option in range(options))
