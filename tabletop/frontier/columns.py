"""What a text is worth to all seats at once, as sums over clauses and pairs of clauses: exact for many texts.

Terms and what a collapse leaves are each seat's own columns beside the tables that all seats share.
"""

import numpy as np

from tabletop.frontier.bargaining_problem import BargainingProblem, mandates_of
from tabletop.frontier.curve_arrays import Floats, Ints, gains, half_even
from tabletop.frontier.shared_tables import DANGER, HOMES, SAFETY, TERMS, shared_tables
from tabletop.game.worth import curves
from tabletop.game.worth.value import WHOLE
from tabletop.scenario.board.board import Board


class Columns:
    """The columns of a moment.

    They stand in this order: those of the shared tables, then terms by seat, then what a collapse leaves by seat.

    Attributes:
        space: The cells of texts, and curves.
        shift: What the circumstances of the moment add.
        terms: Where the terms by seat begin.
        left: Where what a collapse leaves by seat begins.
        width: How many columns there are.
        unary: By clause: columns by option.
        pairs: By two clauses: columns by option of the one and of the other.
        overpaid: Seats to whom more side payments stand than count (V1.2); their payments are in no column.
    """

    def __init__(self, problem: BargainingProblem) -> None:
        self.problem = problem
        board, seats = problem.board, problem.seats
        shared = shared_tables(board, problem.context.credibility)
        self.space = shared.space
        self.shift = self.space.shift(problem.context)
        self.terms = len(shared.unary) + TERMS
        self.left = self.terms + seats
        self.width = self.left + seats
        paid = [payment[0] for payment in problem.context.payments]
        self.overpaid = frozenset(seat for seat in paid if paid.count(seat) > board.numbers["sweeten.most"])
        self.unary = tuple(
            np.concatenate((part, *self._own(clause)))
            for clause, part in enumerate(np.split(shared.unary[:TERMS], self.space.first[1:], axis=1))
        )
        own = np.zeros((2 * seats, 1, 1), dtype=np.int64)
        self.pairs = {
            clauses: np.concatenate(
                (table.transpose(2, 0, 1)[:TERMS], np.broadcast_to(own, (2 * seats, *table.shape[:2])))
            )
            for clauses, table in shared.pairs.items()
        }

    @property
    def board(self) -> Board:
        """The board."""
        return self.problem.board

    def gains(self, texts: Ints) -> Ints:
        """By text and seat: the gain, hundredths of a point, as `game.worth.value` says it (V1.1)."""
        return self.gains_of(self.sums(texts), self.bundles(texts))

    def gains_of(self, sums: Ints, paid: Ints | int = 0) -> Ints:
        """The same by the sums of texts; `paid` are payments that stand in no column."""
        seats, price = self.problem.seats, self.board.numbers["no-deal.price"]
        survives, ratified = self.space.chance(self.space.raw(sums), self.shift)
        left = sums[self.left :].T
        terms = half_even(sums[self.terms : self.terms + seats].T, 100) + paid
        over = terms - np.array(self.problem.alternatives, dtype=np.int64) - left
        return gains(survives[:, None], ratified[:, None], over, (left + price) * WHOLE, price)

    def sums(self, texts: Ints) -> Ints:
        """By column and text."""
        total: Ints = np.zeros((self.width, len(texts)), dtype=np.int64)
        for clause, table in enumerate(self.unary):
            total += table[:, texts[:, clause]]
        for (one, other), table in self.pairs.items():
            total += table[:, texts[:, one], texts[:, other]]
        return total

    def exponents(self, clause: int) -> Floats:
        """By option of a clause: what it alone adds to the exponent before any rounding, thousandths; for bounds."""
        space, hazard = self.space, self.board.hazard
        cells = slice(space.first[clause], space.first[clause] + self.unary[clause].shape[1])
        safety = self.unary[clause][SAFETY] - space.packing[cells]
        tested = hazard.specificity * space.precise[cells] / max(space.tests, 1)
        added: Floats = self.unary[clause][DANGER] - hazard.faith * (safety + tested) / 1_000
        return added

    def exponents_of_pair(self, one: int, other: int) -> Floats:
        """By option of the one clause and of the other: what the pair adds to the exponent before any rounding."""
        table = self.pairs[one, other]
        added: Floats = table[DANGER] - self.board.hazard.faith * table[SAFETY] / 1_000
        return added

    def asked(self, body: int) -> int:
        """The column that says whether a body, by its place among those that count, is asked."""
        bodies = self.space.bodies
        return HOMES + len(bodies) + sum(bool(each.asked_if) for each in bodies[:body])

    def bundles(self, texts: Ints) -> Ints:
        """By text and seat: payments to seats to whom more stand than count, hundredths of a point."""
        numbers = self.board.numbers
        paid: Ints = np.zeros((len(texts), self.problem.seats), dtype=np.int64)
        for seat, clause, option, size in self.problem.context.payments:
            if seat in self.overpaid:
                paid[:, seat] += np.where(texts[:, clause] == option, size, 0)
        return np.minimum(paid, numbers["sweeten.points"] * numbers["sweeten.most"])

    def _own(self, clause: int) -> tuple[Ints, Ints]:
        """By seat and option of a clause: terms, hundredths of a point times a hundred; what a collapse leaves."""
        board, problem = self.board, self.problem
        options = board.clauses[clause].options
        terms = np.zeros((problem.seats, len(options)), dtype=np.int64)
        left = np.zeros_like(terms)
        for seat, mandate in enumerate(mandates_of(board)):
            terms[seat] = [problem.weights[seat][clause] * option.values[seat] for option in options]
            territory, guarantee = mandate.collapse
            for place in range(len(options)):
                if clause == board.roles.territory:
                    left[seat, place] += territory[min(place, len(territory) - 1)]
                if clause == board.roles.guarantee:
                    pledge = guarantee[min(place, len(guarantee) - 1)]
                    left[seat, place] += curves.half_even(pledge * problem.context.credibility, WHOLE)
        for seat, paid_for, place, size in problem.context.payments:
            if paid_for == clause and seat not in self.overpaid:
                terms[seat, place] += 100 * size
        return terms, left
