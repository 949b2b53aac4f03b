"""Many texts valued in one call: what one seat weighs them by, on the ground that is the same for all, in NumPy.

A gain read here is the gain the game would show, to the last hundredth of a point. Trust, pressure and mood
change no table, so tables serve a seat for as long as its mandate and the credibility stand.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import numpy as np

from tabletop.game.worth import curves
from tabletop.game.worth.value import WHOLE, Context, gain
from tabletop.players.valuation.ground import (
    LEFT,
    LOGISTIC,
    TERMS,
    Floats,
    Ints,
    Options,
    Shift,
    Told,
    ground_of,
    half_even,
)
from tabletop.scenario.board.board import Board

__all__ = ["LOGISTIC", "Ints", "Mind", "Tables", "own_mind"]

BEST = 16
"""How many single changes are tried in pairs."""

MOMENTS = 4
"""For so many circumstances gains are remembered, the newest."""


@dataclass(frozen=True, slots=True)
class Mind:
    """What a seat weighs texts by: its mandate, or what another seat takes it to be.

    Attributes:
        worths: By cell: weight times value, hundredths of a point times a hundred.
        ground: What a collapse leaves, by option of the territory clause, hundredths of a point.
        pledge: What a guarantee keeps of it, by option, before credibility.
    """

    worths: tuple[int, ...]
    ground: tuple[int, ...]
    pledge: tuple[int, ...]


def own_mind(board: Board, seat: int, weights: Sequence[int]) -> Mind:
    """A seat's own mind, from its mandate."""
    mandate = board.mandates[seat]
    ground, pledge = mandate.collapse if mandate else ((0,), (0,))
    return Mind(
        worths=tuple(
            weight * option.values[seat]
            for weight, clause in zip(weights, board.clauses, strict=True)
            for option in clause.options
        ),
        ground=ground,
        pledge=pledge,
    )


class Near(NamedTuple):
    """What becomes of a text by each cell put into it alone, before any circumstance.

    Attributes:
        told: What they are to everybody.
        over: What the terms are worth over what a collapse leaves, hundredths of a point.
        left: What a collapse leaves for certain and a refusal at home does not cost, times `WHOLE`.
    """

    told: Told
    over: Floats
    left: Floats


@dataclass(frozen=True, slots=True)
class Moment:
    """One seat's circumstances: what they shift, and the gains that were asked for in them.

    Attributes:
        now: Seat, alternative, context.
        shift: What is added to what texts are.
        known: By text: the gains of what becomes of it by each cell.
        single: By text: its own gain.
    """

    now: tuple[int, int, Context]
    shift: Shift
    known: dict[Options, Ints]
    single: dict[Options, int]


class Tables:
    """Texts as one mind sees them at one credibility.

    Attributes:
        board: The board, as its keeper may know it.
        credibility: How far a guarantee is believed, per ten thousand.
        ground: What texts are to everybody.
    """

    __slots__ = ("_last", "_moments", "_near", "_own", "_refused", "_unary", "board", "credibility", "ground")

    def __init__(self, board: Board, mind: Mind, credibility: int) -> None:
        self.board, self.credibility = board, credibility
        self.ground = ground_of(board, credibility)
        first, roles = self.ground.plan.first, board.roles
        self._unary = self.ground.unary.copy()
        self._unary[TERMS] = mind.worths
        for place in range(len(board.clauses[roles.territory].options)):
            left = mind.ground[min(place, len(mind.ground) - 1)]
            self._unary[LEFT, first[roles.territory] + place] += left
        for place in range(len(board.clauses[roles.guarantee].options)):
            pledge = mind.pledge[min(place, len(mind.pledge) - 1)]
            kept = curves.half_even(pledge * credibility, WHOLE)
            self._unary[LEFT, first[roles.guarantee] + place] += kept
        self._own: list[list[int]] = self._unary[[TERMS, LEFT]].tolist()
        self._refused = board.numbers["no-deal.price"] * WHOLE
        self._near: dict[Options, Near] = {}
        self._moments: dict[tuple[int, int, Context], Moment] = {}
        self._last: Moment | None = None

    @property
    def sizes(self) -> tuple[int, ...]:
        """Options by clause."""
        return tuple(len(clause.options) for clause in self.board.clauses)

    def gains(self, texts: Ints, seat: int, alternative: int, context: Context) -> Ints:
        """Gain of every text over `alternative`, hundredths of a point, as `value.appraise_for` would say."""
        found = self._weighed(self.ground.of(texts, self._unary))
        paid = self._paid(texts, seat, context) if context.payments else 0
        return self._gained(found, self._moment(seat, alternative, context).shift, paid - alternative)

    def prospects(self, texts: Ints, context: Context) -> tuple[Ints, Ints]:
        """Survival and ratification of every text, per ten thousand."""
        plan = self.ground.plan
        survives, carried = plan.chance(plan.told(self.ground.of(texts, self._unary)), plan.shift(context))
        return survives.astype(np.int64), carried.astype(np.int64)

    def prospects_near(self, text: Options, context: Context) -> tuple[Ints, Ints]:
        """Survival and ratification of what becomes of a text by each cell put into it alone."""
        plan = self.ground.plan
        survives, carried = plan.chance(self._around(text).told, plan.shift(context))
        return survives.astype(np.int64), carried.astype(np.int64)

    def terms(self, texts: Ints) -> Ints:
        """What the terms of every text are worth to the mind, hundredths of a point, without side payments."""
        worths = self._unary[TERMS].take(self.ground.plan.first + texts)
        return half_even(worths.sum(axis=1), 100).astype(np.int64)

    def near(self, text: Options, seat: int, alternative: int, context: Context) -> Ints:
        """Gain of what becomes of a text by each cell put into it alone; the text's own cells say its own gain."""
        moment = self._moment(seat, alternative, context)
        found = moment.known.get(text)
        if found is None:
            paid = self._paid(self.rows(text), seat, context) if context.payments else 0
            found = self._gained(self._around(text), moment.shift, paid - alternative)
            moment.known[text] = found
        return found

    def gain(self, text: Options, seat: int, alternative: int, context: Context) -> int:
        """Gain of one text, hundredths of a point."""
        moment = self._moment(seat, alternative, context)
        found = moment.single.get(text)
        if found is None:
            plan, cells = self.ground.plan, self.ground.plan.cells_of(text)
            survives, carried = plan.chance_of(self.ground.sums(text), moment.shift)
            terms, left = (sum(map(column.__getitem__, cells)) for column in self._own)
            paid = int(self._paid(np.array([text]), seat, context)[0]) if context.payments else 0
            worth = curves.half_even(terms, 100) + paid
            found = moment.single[text] = gain(self.board, worth, alternative, survives, carried, left)
        return found

    def _around(self, text: Options) -> Near:
        """What becomes of a text by each cell; worked out once."""
        found = self._near.get(text)
        if found is None:
            found = self._near[text] = self._weighed(self.ground.near(text, self._unary))
        return found

    def _weighed(self, columns: Ints) -> Near:
        """Texts before any circumstance, by their columns."""
        left = columns[LEFT]
        return Near(
            self.ground.plan.told(columns),
            half_even(columns[TERMS], 100) - left,
            (left * WHOLE + self._refused).astype(np.float64),
        )

    def _moment(self, seat: int, alternative: int, context: Context) -> Moment:
        """A seat's circumstances, mostly those that were asked about last."""
        last = self._last
        if last is not None and last.now[2] is context and last.now[:2] == (seat, alternative):
            return last
        now = (seat, alternative, context)
        moment = self._moments.get(now)
        if moment is None:
            if len(self._moments) >= MOMENTS:
                del self._moments[next(iter(self._moments))]
            moment = self._moments[now] = Moment(now, self.ground.plan.shift(context), {}, {})
        self._last = moment
        return moment

    def _gained(self, near: Near, shift: Shift, more: Ints | int) -> Ints:
        """`value.gain` on arrays; `more` are payments, less the alternative."""
        survives, gain = self.ground.plan.chance(near.told, shift)
        survives *= near.over + more
        survives += near.left
        gain *= survives
        gain -= self._refused * WHOLE
        return half_even(gain, WHOLE * WHOLE).astype(np.int64)

    def _paid(self, texts: Ints, seat: int, context: Context) -> Ints:
        paid = np.zeros(len(texts), dtype=np.int64)
        for to, clause, option, size in context.payments:
            if to == seat:
                paid += np.where(texts[:, clause] == option, size, 0)
        numbers = self.board.numbers
        return np.minimum(paid, numbers["sweeten.points"] * numbers["sweeten.most"])

    def rows(self, text: Sequence[int]) -> Ints:
        """What becomes of a text by each cell put into it alone, as texts."""
        plan = self.ground.plan
        rows = np.empty((len(plan.clauses), len(text)), dtype=np.int64)
        rows[:] = text
        rows.reshape(-1)[plan.spots] = plan.options
        return rows

    def singles(self, text: Sequence[int], fixed: frozenset[int] = frozenset()) -> Ints:
        """Every text that differs from this one in one clause that is not fixed."""
        plan = self.ground.plan
        free = plan.options != np.array(text, dtype=np.int64)[plan.clauses]
        for at in fixed:
            free &= plan.clauses != at
        changed: Ints = self.rows(text)[free]
        return changed

    @staticmethod
    def doubles(text: Sequence[int], singles: Ints, scores: Ints) -> Ints:
        """Every text that makes two of the best single changes, on different clauses, at once."""
        base = np.array(text, dtype=np.int64)
        best = singles[np.argsort(scores, kind="stable")[::-1][:BEST]]
        one, other = pairs_of(len(best))
        first, second = best.take(one, axis=0), best.take(other, axis=0)
        moved = first != base
        apart = ~(moved & (second != base)).any(axis=1)
        rows: Ints = np.where(moved, first, second)[apart]
        return rows


@cache
def pairs_of(count: int) -> tuple[Ints, Ints]:
    """Every pair of places among so many, each once; at most `BEST` are asked for."""
    one, other = np.triu_indices(count, 1)
    return one, other
