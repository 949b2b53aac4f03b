"""Many texts valued in one call: unary and pair tables of one seat, in NumPy.

The tables hold the same integers as `game.value` and round at the same places, so a gain read here is the
gain the game would show, to the last hundredth of a point. Trust, pressure and mood are offsets that do not
change the tables, so they serve a seat for as long as its mandate and the credibility stand.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tabletop.game import curves
from tabletop.game.value import WHOLE, Context, circumstance
from tabletop.scenario.board import Board
from tabletop.scenario.home import BodyBoard

Ints = NDArray[np.int64]
"""An array of integers; texts are rows of options by clause."""

_EXP, _DECAY_WHOLE, _DECAY_PART, _LOGISTIC = (np.array(table, dtype=np.int64) for table in curves.TABLES[:4])
TERMS, SAFETY, DANGER, PRECISE, LEFT, HOMES = range(6)
"""Columns of the tables; from `HOMES` on, one for each body that counts."""


def half_even(numerator: Ints, denominator: int) -> Ints:
    """`curves.half_even` on an array."""
    whole, rest = np.divmod(numerator, denominator)
    twice = 2 * rest
    rounded: Ints = whole + ((twice > denominator) | ((twice == denominator) & (whole & 1 == 1)))
    return rounded


BEST = 16
"""How many single changes are tried in pairs."""


@dataclass(frozen=True, slots=True)
class Mind:
    """What a seat weighs texts by: its mandate, or what another seat takes it to be.

    Attributes:
        worths: By clause, then option: weight times value, hundredths of a point times a hundred.
        ground: What a collapse leaves, by option of the territory clause, hundredths of a point.
        pledge: What a guarantee keeps of it, by option, before credibility.
    """

    worths: tuple[tuple[int, ...], ...]
    ground: tuple[int, ...]
    pledge: tuple[int, ...]


def own_mind(board: Board, seat: int, weights: Sequence[int]) -> Mind:
    """A seat's own mind, from its mandate."""
    mandate = board.mandates[seat]
    ground, pledge = mandate.collapse if mandate else ((0,), (0,))
    return Mind(
        worths=tuple(
            tuple(weight * option.values[seat] for option in clause.options)
            for weight, clause in zip(weights, board.clauses, strict=True)
        ),
        ground=ground,
        pledge=pledge,
    )


class Tables:
    """Unary and pair tables of one mind at one credibility.

    Attributes:
        board: The board, as its keeper may know it.
        sizes: Options by clause.
    """

    __slots__ = (
        "_bodies",
        "_cells",
        "_pairs",
        "_places",
        "_unary",
        "_worths",
        "board",
        "credibility",
        "sizes",
    )

    def __init__(self, board: Board, mind: Mind, credibility: int) -> None:
        self.board = board
        self.credibility = credibility
        self.sizes = tuple(len(clause.options) for clause in board.clauses)
        self._bodies = tuple(body for body in board.bodies if body.counts)
        self._places = np.arange(len(self.sizes))
        self._unary = self._columns(mind)
        self._worths = self._unary[:, :, TERMS].copy()
        cells = [(at, option) for at, size in enumerate(self.sizes) for option in range(size)]
        self._cells = tuple(np.array(cells, dtype=np.int64).T)
        self._pairs = self._crossed()

    def _columns(self, mind: Mind) -> Ints:
        board, hazard = self.board, self.board.hazard
        width = HOMES + len(self._bodies)
        table = np.zeros((len(self.sizes), max(self.sizes), width), dtype=np.int64)
        for at, clause in enumerate(board.clauses):
            for place, option in enumerate(clause.options):
                cell = table[at, place]
                cell[TERMS] = mind.worths[at][place]
                cell[SAFETY], cell[DANGER] = option.safety, option.danger
                cell[PRECISE] = hazard.precise[at] >> place & 1
                if at == board.roles.territory:
                    cell[LEFT] += mind.ground[min(place, len(mind.ground) - 1)]
                if at == board.roles.guarantee:
                    cell[SAFETY] = curves.half_even(option.safety * self.credibility, WHOLE)
                    pledge = mind.pledge[min(place, len(mind.pledge) - 1)]
                    cell[LEFT] += curves.half_even(pledge * self.credibility, WHOLE)
                for column, body in enumerate(self._bodies, HOMES):
                    cell[column] = self._home(body, at, place)
        return table

    def _home(self, body: BodyBoard, at: int, place: int) -> int:
        points = sum(size for clause, mask, size in body.adjust if clause == at and mask >> place & 1)
        if body.base != "support":
            return points
        support = self.board.clauses[at].options[place].support[body.seat]
        if body.credible and at == self.board.roles.guarantee:
            support = curves.half_even(support * min(self.credibility, WHOLE), WHOLE)
        return points + support

    def _crossed(self) -> tuple[tuple[int, int, Ints], ...]:
        board, roles = self.board, self.board.roles
        found: dict[tuple[int, int], Ints] = {}

        def cell(one: int, other: int) -> Ints:
            shape = (self.sizes[one], self.sizes[other], self._unary.shape[2])
            return found.setdefault((one, other), np.zeros(shape, dtype=np.int64))

        for pair in board.pairs:
            table = cell(pair.clause, pair.other)
            for place in (at for at in range(self.sizes[pair.clause]) if pair.options >> at & 1):
                lost = curves.half_even(
                    board.clauses[pair.clause].options[place].safety * (WHOLE - pair.keep), WHOLE
                )
                for bad in (at for at in range(self.sizes[pair.other]) if pair.others >> at & 1):
                    table[place, bad, SAFETY] -= lost
                    table[place, bad, DANGER] += pair.danger
                    for column, body in enumerate(self._bodies, HOMES):
                        table[place, bad, column] += pair.support[body.seat] if body.base == "support" else 0
        for clause, mask, share in board.hazard.covered:
            table = cell(clause, roles.guarantee)
            for place in (at for at in range(self.sizes[clause]) if mask >> at & 1):
                loose = board.clauses[clause].options[place].danger
                for pledge, covers in enumerate(board.hazard.guarantee):
                    covered = min(WHOLE, curves.half_even(covers * self.credibility, 1_000))
                    table[place, pledge, DANGER] -= curves.half_even(loose * share * covered, WHOLE * WHOLE)
        for column, body in enumerate(self._bodies, HOMES):
            if body.when == "route-end" and body.base == "support":
                for way, route in enumerate(board.routes):
                    cell(roles.route, roles.territory)[way, :, column] += np.array(route.support)
        return tuple((one, other, table) for (one, other), table in found.items())

    def gains(self, texts: Ints, seat: int, alternative: int, context: Context) -> Ints:
        """Gain of every text over `alternative`, hundredths of a point, as `value.appraise_for` would say."""
        survives, carried, sums = self.prospects(texts, context)
        terms = half_even(sums[:, TERMS], 100) + self._paid(texts, seat, context)
        inner = survives * (terms - alternative) + (WHOLE - survives) * sums[:, LEFT]
        refused = self.board.numbers["no-deal.price"] * (WHOLE - carried)
        return half_even(carried * inner - refused * WHOLE, WHOLE * WHOLE)

    def prospects(self, texts: Ints, context: Context) -> tuple[Ints, Ints, Ints]:
        """Survival and ratification of every text, per ten thousand, and the summed columns."""
        hazard = self.board.hazard
        sums: Ints = self._unary[self._places, texts].sum(axis=1)
        for one, other, table in self._pairs:
            sums += table[texts[:, one], texts[:, other]]
        safety = sums[:, SAFETY]
        tests = sum(mask != 0 for mask in hazard.precise)
        if tests:
            safety = safety + half_even(hazard.specificity * sums[:, PRECISE], tests)
        exponents = sums[:, DANGER] - half_even(hazard.faith * safety, 1_000)
        return (
            self._survival(exponents + circumstance(self.board, context)),
            self._carried(texts, sums, context),
            sums,
        )

    def _survival(self, exponents: Ints) -> Ints:
        hazard = self.board.hazard
        cut = np.clip(exponents, -curves.EXPONENT_MOST, curves.EXPONENT_MOST) + curves.EXPONENT_MOST
        risks = half_even(hazard.base * sum(hazard.season) * _EXP[cut], 10**9)
        whole, part = np.divmod(np.minimum(risks, 100 * len(_DECAY_WHOLE) - 1), 100)
        return np.where(
            risks // 100 >= len(_DECAY_WHOLE), 0, half_even(_DECAY_WHOLE[whole] * _DECAY_PART[part], 10**14)
        )

    def _carried(self, texts: Ints, sums: Ints, context: Context) -> Ints:
        share = np.full(len(texts), WHOLE, dtype=np.int64)
        for column, body in enumerate(self._bodies, HOMES):
            base = {"attention": context.attention, "cohesion": context.cohesion}.get(
                body.base, context.audience[body.seat]
            )
            score = half_even((sums[:, column] + (base + body.constant - body.middle)) * 1_000, body.slope)
            chance = _LOGISTIC[np.minimum(np.abs(score), len(_LOGISTIC) - 1)]
            chance = np.where(score < 0, WHOLE - chance, chance)
            if body.asked_if:
                asked = np.zeros(len(texts), dtype=bool)
                for clause, mask in body.asked_if:
                    asked |= (mask >> texts[:, clause] & 1).astype(bool)
                chance = np.where(asked, chance, WHOLE)
            share = half_even(share * chance, WHOLE)
        return share

    def _paid(self, texts: Ints, seat: int, context: Context) -> Ints:
        paid = np.zeros(len(texts), dtype=np.int64)
        for to, clause, option, size in context.payments:
            if to == seat:
                paid += np.where(texts[:, clause] == option, size, 0)
        numbers = self.board.numbers
        return np.minimum(paid, numbers["sweeten.points"] * numbers["sweeten.most"])

    def terms(self, texts: Ints) -> Ints:
        """What the terms of every text are worth to the mind, hundredths of a point, without side payments."""
        worths: Ints = self._worths[self._places, texts].sum(axis=1)
        return half_even(worths, 100)

    def singles(self, text: Sequence[int], fixed: frozenset[int] = frozenset()) -> Ints:
        """Every text that differs from this one in one clause that is not fixed."""
        clauses, options = self._cells
        free = options != np.array(text, dtype=np.int64)[clauses]
        for at in fixed:
            free &= clauses != at
        clauses, options = clauses[free], options[free]
        rows = np.tile(np.array(text, dtype=np.int64), (len(clauses), 1))
        rows[np.arange(len(clauses)), clauses] = options
        return rows

    def doubles(self, text: Sequence[int], singles: Ints, scores: Ints) -> Ints:
        """Every text that makes two of the best single changes, on different clauses, at once."""
        base = np.array(text, dtype=np.int64)
        best = singles[np.argsort(scores, kind="stable")[::-1][:BEST]]
        one, other = np.triu_indices(len(best), 1)
        changed = (best[one] != base) & (best[other] != base)
        apart = ~changed.any(axis=1)
        merged = np.where(best[one] != base, best[one], best[other])
        rows: Ints = merged[apart]
        return rows
