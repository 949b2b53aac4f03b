"""What a text is worth, as sums over clauses and pairs of clauses: exact for many texts at once.

A column is a quantity that a text has as a sum over its clauses, and over pairs that interlock. From the sums the
curves make survival, ratification and gain, rounding where `game.value` rounds: the same integers.
"""

from collections.abc import Callable
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from tabletop.frontier.moment import Moment, mandates_of
from tabletop.game.worth import curves
from tabletop.game.worth.value import WHOLE, circumstance
from tabletop.scenario.board.board import Board
from tabletop.scenario.board.mandates import BodyBoard

Ints = NDArray[np.int64]
"""Whole numbers; texts are rows of options by clause, gains rows by seat."""

Cell = tuple[int, int]
"""Two clauses, by place, that a pair table is over."""


def half_even(numerator: Ints, denominator: int) -> Ints:
    """`curves.half_even` on an array."""
    whole, rest = np.divmod(numerator, denominator)
    twice = 2 * rest
    rounded: Ints = whole + ((twice > denominator) | ((twice == denominator) & (whole & 1 == 1)))
    return rounded


def tabled(curve: Callable[[int], int], least: int, most: int) -> Ints:
    """A curve at every whole number from `least` to `most`."""
    return np.array([curve(at) for at in range(least, most + 1)], dtype=np.int64)


LOGIT_MOST = 9_999
"""Beyond this many thousandths a chance is 0 or all, as far as ten-thousandths tell."""


@lru_cache(maxsize=1)
def chances() -> Ints:
    """The logistic curve from minus to plus `LOGIT_MOST` thousandths, per ten thousand."""
    return tabled(curves.logistic, -LOGIT_MOST, LOGIT_MOST)


@lru_cache(maxsize=8)
def survivals(hazard: int) -> Ints:
    """S by exponent, from minus to plus `curves.EXPONENT_MOST`: `hazard` is the base times the seasons (A2.2)."""
    most = curves.EXPONENT_MOST

    def survival(exponent: int) -> int:
        return curves.decay(curves.half_even(hazard * curves.exponential(exponent), 10**9))

    return tabled(survival, -most, most)


class Columns:
    """The columns of a moment.

    The columns stand in this order: terms by seat, what a collapse leaves by seat, safety, danger, tests of
    precision met; then support by body that counts, then by such a body in how many clauses it is asked for.

    Attributes:
        unary: By clause: columns by option.
        pairs: By two clauses: columns by option of the one and of the other.
        bodies: The bodies that count in the chance of ratification.
        overpaid: Seats to whom more side payments stand than count (V1.2); their payments are in no column.
    """

    def __init__(self, moment: Moment) -> None:
        self.moment = moment
        board, seats = moment.board, moment.seats
        self.bodies = tuple(body for body in board.bodies if body.counts)
        self.left = seats
        self.safety, self.danger, self.met = range(2 * seats, 2 * seats + 3)
        self.home = 2 * seats + 3
        self.asked = self.home + len(self.bodies)
        self.width = self.asked + len(self.bodies)
        self.tests = sum(mask != 0 for mask in board.hazard.precise)
        self.survivals = survivals(board.hazard.base * sum(board.hazard.season))
        self.circumstance = circumstance(board, moment.context)
        paid = [payment[0] for payment in moment.context.payments]
        self.overpaid = frozenset(seat for seat in paid if paid.count(seat) > board.numbers["sweeten.most"])
        self.unary = tuple(self._clause(at) for at in range(len(board.clauses)))
        self.pairs: dict[Cell, Ints] = {}
        self._interlocks()
        self._covers()
        self._routes()

    @property
    def board(self) -> Board:
        """The board."""
        return self.moment.board

    def gains(self, texts: Ints) -> Ints:
        """By text and seat: the gain, hundredths of a point, as `game.value` says it (V1.1)."""
        board, moment, seats = self.board, self.moment, self.moment.seats
        sums = self.sums(texts)
        survives = self.survival(sums)[:, None]
        carried = self.carried(sums)[:, None]
        terms = half_even(sums[:seats].T, 100) + self.bundles(texts)
        alternatives = np.array(moment.alternatives, dtype=np.int64)
        inner = survives * (terms - alternatives) + (WHOLE - survives) * sums[self.left : 2 * seats].T
        refused = board.numbers["no-deal.price"] * (WHOLE - carried)
        return half_even(carried * inner - refused * WHOLE, WHOLE * WHOLE)

    def sums(self, texts: Ints) -> Ints:
        """By column and text."""
        total: Ints = np.zeros((self.width, len(texts)), dtype=np.int64)
        for at, table in enumerate(self.unary):
            total += table[:, texts[:, at]]
        for (one, other), table in self.pairs.items():
            total += table[:, texts[:, one], texts[:, other]]
        return total

    def survival(self, sums: Ints) -> Ints:
        """S of every text, per ten thousand (A2.1, A2.2)."""
        hazard, safety = self.board.hazard, sums[self.safety]
        if self.tests:
            safety = safety + half_even(hazard.specificity * sums[self.met], self.tests)
        exponent = sums[self.danger] - half_even(hazard.faith * safety, 1_000) + self.circumstance
        most = curves.EXPONENT_MOST
        survives: Ints = self.survivals[np.clip(exponent, -most, most) + most]
        return survives

    def carried(self, sums: Ints) -> Ints:
        """Q of every text, per ten thousand (A4.1)."""
        share = np.full(sums.shape[1], WHOLE, dtype=np.int64)
        for at, body in enumerate(self.bodies):
            score = half_even((sums[self.home + at] + self.constant(body)) * 1_000, body.slope)
            chance = chances()[np.clip(score, -LOGIT_MOST, LOGIT_MOST) + LOGIT_MOST]
            if body.asked_if:
                chance = np.where(sums[self.asked + at] > 0, chance, WHOLE)
            share = half_even(share * chance, WHOLE)
        return share

    def constant(self, body: BodyBoard) -> int:
        """What a body's points are besides the text, less its middle; hundredths of a point."""
        context = self.moment.context
        if body.base == "attention":
            return context.attention + body.constant - body.middle
        if body.base == "cohesion":
            return context.cohesion + body.constant - body.middle
        return context.audience[body.seat] + sum(each.constant for each in self._at_home(body)) - body.middle

    def bundles(self, texts: Ints) -> Ints:
        """By text and seat: payments to seats to whom more stand than count, hundredths of a point."""
        numbers = self.board.numbers
        paid: Ints = np.zeros((len(texts), self.moment.seats), dtype=np.int64)
        for seat, clause, option, size in self.moment.context.payments:
            if seat in self.overpaid:
                paid[:, seat] += np.where(texts[:, clause] == option, size, 0)
        return np.minimum(paid, numbers["sweeten.points"] * numbers["sweeten.most"])

    def _at_home(self, body: BodyBoard) -> tuple[BodyBoard, ...]:
        return tuple(each for each in self.board.bodies if each.seat == body.seat and each.base == "support")

    def _clause(self, at: int) -> Ints:
        board, moment = self.board, self.moment
        hazard, roles, credibility = board.hazard, board.roles, moment.context.credibility
        clause = board.clauses[at]
        table = np.zeros((self.width, len(clause.options)), dtype=np.int64)
        for place, option in enumerate(clause.options):
            cell = table[:, place]
            for seat, mandate in enumerate(mandates_of(board)):
                cell[seat] = moment.weights[seat][at] * option.values[seat]
                ground, pledge = mandate.collapse
                if at == roles.territory:
                    cell[self.left + seat] += ground[min(place, len(ground) - 1)]
                if at == roles.guarantee:
                    kept = pledge[min(place, len(pledge) - 1)]
                    cell[self.left + seat] += curves.half_even(kept * credibility, WHOLE)
            cell[self.safety], cell[self.danger] = option.safety, option.danger
            if at == roles.guarantee:
                cell[self.safety] = curves.half_even(option.safety * credibility, WHOLE)
            cell[self.met] = hazard.precise[at] >> place & 1
            for body_at, body in enumerate(self.bodies):
                cell[self.home + body_at] = self._support(body, at, place)
                cell[self.asked + body_at] = any(
                    clause == at and mask >> place & 1 for clause, mask in body.asked_if
                )
        for seat, paid_for, place, size in moment.context.payments:
            if paid_for == at and seat not in self.overpaid:
                table[seat, place] += 100 * size
        return table

    def _support(self, body: BodyBoard, at: int, place: int) -> int:
        points = sum(size for clause, mask, size in body.adjust if clause == at and mask >> place & 1)
        if body.base != "support":
            return points
        support = self.board.clauses[at].options[place].support[body.seat]
        if at == self.board.roles.guarantee and any(each.credible for each in self._at_home(body)):
            support = curves.half_even(support * min(self.moment.context.credibility, WHOLE), WHOLE)
        return points + support

    def _cell(self, one: int, other: int) -> Ints:
        """The table of two clauses, empty at first."""
        sizes = [table.shape[1] for table in self.unary]
        shape = (self.width, sizes[one], sizes[other])
        return self.pairs.setdefault((one, other), np.zeros(shape, dtype=np.int64))

    def _interlocks(self) -> None:
        for pair in self.board.pairs:
            table = self._cell(pair.clause, pair.other)
            options = self.board.clauses[pair.clause].options
            for place in _bits(pair.options, len(options)):
                lost = curves.half_even(options[place].safety * (WHOLE - pair.keep), WHOLE)
                for bad in _bits(pair.others, table.shape[2]):
                    table[self.safety, place, bad] -= lost
                    table[self.danger, place, bad] += pair.danger
                    for at, body in enumerate(self.bodies):
                        if body.base == "support":
                            table[self.home + at, place, bad] += pair.support[body.seat]

    def _covers(self) -> None:
        hazard, guarantee = self.board.hazard, self.board.roles.guarantee
        for clause, mask, share in hazard.covered:
            table = self._cell(clause, guarantee)
            for place in _bits(mask, table.shape[1]):
                loose = self.board.clauses[clause].options[place].danger
                for pledge, covers in enumerate(hazard.guarantee):
                    covered = min(WHOLE, curves.half_even(covers * self.moment.context.credibility, 1_000))
                    lessened = curves.half_even(loose * share * covered, WHOLE * WHOLE)
                    table[self.danger, place, pledge] -= lessened

    def _routes(self) -> None:
        board, roles = self.board, self.board.roles
        for at, body in enumerate(self.bodies):
            last = any(each.when == "route-end" for each in self._at_home(body))
            if board.routes and body.base == "support" and last:
                table = self._cell(roles.route, roles.territory)
                for way, route in enumerate(board.routes):
                    table[self.home + at, way] += np.array(route.support, dtype=np.int64)


def _bits(mask: int, size: int) -> list[int]:
    return [at for at in range(size) if mask >> at & 1]
