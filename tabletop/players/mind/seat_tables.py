"""Many texts valued in one call: what one seat weighs them by, beside the tables that all seats share.

A gain read here is the gain the game would show, to the last hundredth of a point. Trust, pressure and mood
change no table, so tables serve a seat for as long as its mandate and the credibility stand.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import numpy as np

from tabletop.frontier.curve_arrays import Floats, Ints, gains, half_even
from tabletop.frontier.shared_tables import LEFT, TERMS, Options, RawTexts, Shift, shared_tables
from tabletop.game.worth import curves
from tabletop.game.worth.value import WHOLE, Context, gain
from tabletop.scenario.board.board import Board

BEST = 16
"""How many single changes are tried in pairs."""

KEPT = 4
"""For so many circumstances gains are remembered, the newest."""


@dataclass(frozen=True, slots=True)
class Mind:
    """What a seat weighs texts by: its mandate, or what another seat takes it to be.

    Attributes:
        worths: By cell: weight times value, hundredths of a point times a hundred.
        territory: What a collapse leaves, by option of the territory clause, hundredths of a point.
        guarantee: What a guarantee keeps of it, by option of its clause, before credibility.
    """

    worths: tuple[int, ...]
    territory: tuple[int, ...]
    guarantee: tuple[int, ...]


def own_mind(board: Board, seat: int, weights: Sequence[int]) -> Mind:
    """A seat's own mind, from its mandate."""
    mandate = board.mandates[seat]
    territory, guarantee = mandate.collapse if mandate else ((0,), (0,))
    return Mind(
        worths=tuple(
            weight * option.values[seat]
            for weight, clause in zip(weights, board.clauses, strict=True)
            for option in clause.options
        ),
        territory=territory,
        guarantee=guarantee,
    )


class Neighbours(NamedTuple):
    """What becomes of a text by each cell put into it alone, before any circumstance.

    Attributes:
        raw: What they are to every seat alike.
        over: What the terms are worth over what a collapse leaves, hundredths of a point.
        left: What a collapse leaves for certain and a refusal at home does not cost, times `WHOLE`.
    """

    raw: RawTexts
    over: Floats
    left: Floats


@dataclass(frozen=True, slots=True)
class Circumstances:
    """One seat's circumstances: what they shift, and the gains that were asked for in them.

    Attributes:
        key: Seat, alternative, context.
        shift: What is added to what texts are.
        known: By text: the gains of what becomes of it by each cell.
        single: By text: its own gain.
    """

    key: tuple[int, int, Context]
    shift: Shift
    known: dict[Options, Ints]
    single: dict[Options, int]


class SeatTables:
    """Texts as one mind sees them at one credibility.

    Attributes:
        board: The board, as its keeper may know it.
        credibility: How far a guarantee is believed, per ten thousand.
        shared: What texts are to every seat alike.
        space: Where the cells of texts are.
    """

    __slots__ = (
        "_circumstances", "_last", "_neighbours", "_own", "_price", "_unary", "board", "credibility", "shared", "space",
    )  # fmt: skip

    def __init__(self, board: Board, mind: Mind, credibility: int) -> None:
        self.board, self.credibility = board, credibility
        self.shared = shared_tables(board, credibility)
        self.space = self.shared.space
        first, roles = self.space.first, board.roles
        self._unary = self.shared.unary.copy()
        self._unary[TERMS] = mind.worths
        for place in range(len(board.clauses[roles.territory].options)):
            left = mind.territory[min(place, len(mind.territory) - 1)]
            self._unary[LEFT, first[roles.territory] + place] += left
        for place in range(len(board.clauses[roles.guarantee].options)):
            pledge = mind.guarantee[min(place, len(mind.guarantee) - 1)]
            self._unary[LEFT, first[roles.guarantee] + place] += curves.half_even(pledge * credibility, WHOLE)
        self._own: list[list[int]] = self._unary[[TERMS, LEFT]].tolist()
        self._price = board.numbers["no-deal.price"]
        self._neighbours: dict[Options, Neighbours] = {}
        self._circumstances: dict[tuple[int, int, Context], Circumstances] = {}
        self._last: Circumstances | None = None

    @property
    def sizes(self) -> tuple[int, ...]:
        """Options by clause."""
        return tuple(len(clause.options) for clause in self.board.clauses)

    def gains(self, texts: Ints, seat: int, alternative: int, context: Context) -> Ints:
        """Gain of every text over `alternative`, hundredths of a point, as `value.appraise_for` would say."""
        found = self._weighed(self.shared.of(texts, self._unary))
        paid = self._paid(texts, seat, context) if context.payments else 0
        return self._gained(found, self._now(seat, alternative, context).shift, paid - alternative)

    def prospects(self, texts: Ints, context: Context) -> tuple[Ints, Ints]:
        """Survival and ratification of every text, per ten thousand."""
        raw = self.space.raw(self.shared.of(texts, self._unary))
        survives, ratified = self.space.chance(raw, self.space.shift(context))
        return survives.astype(np.int64), ratified.astype(np.int64)

    def prospects_near(self, text: Options, context: Context) -> tuple[Ints, Ints]:
        """Survival and ratification of what becomes of a text by each cell put into it alone."""
        survives, ratified = self.space.chance(self._around(text).raw, self.space.shift(context))
        return survives.astype(np.int64), ratified.astype(np.int64)

    def terms(self, texts: Ints) -> Ints:
        """What the terms of every text are worth to the mind, hundredths of a point, without side payments."""
        worths = self._unary[TERMS].take(self.space.first + texts)
        return half_even(worths.sum(axis=1), 100).astype(np.int64)

    def near(self, text: Options, seat: int, alternative: int, context: Context) -> Ints:
        """Gain of what becomes of a text by each cell put into it alone; the text's own cells say its own gain."""
        now = self._now(seat, alternative, context)
        found = now.known.get(text)
        if found is None:
            paid = self._paid(self.rows(text), seat, context) if context.payments else 0
            found = self._gained(self._around(text), now.shift, paid - alternative)
            now.known[text] = found
        return found

    def gain(self, text: Options, seat: int, alternative: int, context: Context) -> int:
        """Gain of one text, hundredths of a point."""
        now = self._now(seat, alternative, context)
        found = now.single.get(text)
        if found is None:
            cells = self.space.cells_of(text)
            survives, ratified = self.space.chance_of(self.shared.sums(text), now.shift)
            terms, left = (sum(map(column.__getitem__, cells)) for column in self._own)
            paid = int(self._paid(np.array([text]), seat, context)[0]) if context.payments else 0
            worth = curves.half_even(terms, 100) + paid
            found = now.single[text] = gain(self.board, worth, alternative, survives, ratified, left)
        return found

    def _around(self, text: Options) -> Neighbours:
        """What becomes of a text by each cell; worked out once."""
        found = self._neighbours.get(text)
        if found is None:
            found = self._neighbours[text] = self._weighed(self.shared.near(text, self._unary))
        return found

    def _weighed(self, columns: Ints) -> Neighbours:
        """Texts before any circumstance, by their columns."""
        left = columns[LEFT]
        return Neighbours(
            self.space.raw(columns),
            half_even(columns[TERMS], 100) - left,
            ((left + self._price) * WHOLE).astype(np.float64),
        )

    def _now(self, seat: int, alternative: int, context: Context) -> Circumstances:
        """A seat's circumstances, mostly those that were asked about last."""
        last = self._last
        if last is not None and last.key[2] is context and last.key[:2] == (seat, alternative):
            return last
        key = (seat, alternative, context)
        found = self._circumstances.get(key)
        if found is None:
            if len(self._circumstances) >= KEPT:
                del self._circumstances[next(iter(self._circumstances))]
            found = self._circumstances[key] = Circumstances(key, self.space.shift(context), {}, {})
        self._last = found
        return found

    def _gained(self, near: Neighbours, shift: Shift, more: Ints | int) -> Ints:
        """Gains of texts; `more` are payments, less the alternative."""
        survives, ratified = self.space.chance(near.raw, shift)
        return gains(survives, ratified, near.over + more, near.left, self._price)

    def _paid(self, texts: Ints, seat: int, context: Context) -> Ints:
        paid = np.zeros(len(texts), dtype=np.int64)
        for to, clause, option, size in context.payments:
            if to == seat:
                paid += np.where(texts[:, clause] == option, size, 0)
        numbers = self.board.numbers
        return np.minimum(paid, numbers["sweeten.points"] * numbers["sweeten.most"])

    def rows(self, text: Sequence[int]) -> Ints:
        """What becomes of a text by each cell put into it alone, as texts."""
        space = self.space
        rows = np.empty((len(space.clauses), len(text)), dtype=np.int64)
        rows[:] = text
        rows.reshape(-1)[space.spots] = space.options
        return rows

    def singles(self, text: Sequence[int], fixed: frozenset[int] = frozenset()) -> Ints:
        """Every text that differs from this one in one clause that is not fixed."""
        space = self.space
        free = space.options != np.array(text, dtype=np.int64)[space.clauses]
        for clause in fixed:
            free &= space.clauses != clause
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
