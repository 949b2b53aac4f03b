"""What texts are to everybody: their hazard and what homes say of them, many texts in one call, in NumPy.

A cell is an option of a clause; cells are counted through, clause by clause. A ground holds the same integers as
`game.value` and rounds at the same places; what it says of a text depends on the board and on how far a guarantee
is believed, and comes in two shapes: for any texts, and for all that a single change makes of one text, which is
what searches ask. The circumstances of a moment (trust, pressure, moods) come in last. Curves are look-ups.
"""

from collections.abc import Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from tabletop.game import curves
from tabletop.game.value import WHOLE, Context, circumstance
from tabletop.scenario.board import Board
from tabletop.scenario.home import BodyBoard

Ints = NDArray[np.int64]
"""An array of integers; texts are rows of options by clause."""

Floats = NDArray[np.float64]
"""Integers held as floats, none beyond 2^52, so that every sum and product is exact."""

Bools = NDArray[np.bool_]
"""An array of yes and no."""

Options = tuple[int, ...]
"""A whole text: an option for each clause."""

SAFETY, DANGER, PRECISE, TERMS, LEFT, HOMES = range(6)
"""Columns; from `HOMES` on one for each body that counts, then one for each that is not always asked. `TERMS` and
`LEFT` are a mind's own: nought in a ground."""

KEPT = 8
"""So many boards, and so many credibilities of each, are kept: the newest."""


EXP, DECAY, DECAY_PART, LOGISTIC = (np.array(table, dtype=np.int64) for table in curves.TABLES[:4])
"""The tables of `curves` as arrays."""


Curve = TypeVar("Curve", Ints, Floats)

ALWAYS: Floats = np.array([float(WHOLE)])
"""A chance that is none."""


def looked_up(curve: Curve, places: Ints) -> Curve:
    """A curve at some places; before its begin as there, beyond its end as there."""
    return curve.take(places, mode="clip")


def half_even(numerator: Ints | Floats, denominator: int) -> Floats:
    """`curves.half_even` on an array: exact, because no numerator reaches 2^52."""
    rounded: Floats = np.rint(numerator / denominator)
    return rounded


class Plan:
    """What no credibility changes: where the cells are, curves by points, and what each cell and pair adds.

    Attributes:
        clauses, options: By cell: its clause and its option.
        first: By clause: its first cell.
        spots: By cell: where its clause stands in a table of texts that has a row for each cell.
    """

    def __init__(self, board: Board) -> None:
        self.board = board
        self.bodies = tuple(body for body in board.bodies if body.counts)
        self.limited = tuple(body for body in self.bodies if body.asked_if)
        sizes = [len(clause.options) for clause in board.clauses]
        cells = [(at, option) for at, size in enumerate(sizes) for option in range(size)]
        self.clauses: Ints = np.array([at for at, _ in cells], dtype=np.int64)
        self.options: Ints = np.array([option for _, option in cells], dtype=np.int64)
        self.first: Ints = np.cumsum([0, *sizes[:-1]], dtype=np.int64)
        self.spots: Ints = np.arange(len(cells)) * len(sizes) + self.clauses
        self.survivals, self.chances = survivals(board), tuple(chances(body) for body in self.bodies)
        tests = sum(mask != 0 for mask in board.hazard.precise)
        self.precise: Ints = np.array(
            [curves.half_even(board.hazard.specificity * met, max(tests, 1)) for met in range(tests + 1)],
            dtype=np.int64,
        )
        self.least = self._least()
        self.faith = whole(board.hazard.faith * np.arange(self.least, -self.least + 1), 1_000)
        self.unary: Ints = np.array([self._cell(at, option) for at, option in cells], dtype=np.int64)
        self.pairs = self._crossed()
        self._link(sizes)
        self._grounds: dict[int, Ground] = {}
        self._cells: dict[tuple[frozenset[int], int, int], Bools] = {}

    def _least(self) -> int:
        """Less than the safety of any text; its negative is more."""
        most = [max(abs(option.safety) for option in clause.options) for clause in self.board.clauses]
        return -2 * (sum(most) * (1 + len(self.board.pairs)) + abs(self.board.hazard.specificity) + 1)

    def shift(self, context: Context) -> Ints:
        """What the circumstances of a moment add to each column, and what makes a sum a place in a table of curves."""
        columns = np.zeros((self.unary.shape[1], 1), dtype=np.int64)
        columns[SAFETY] = -self.least
        columns[DANGER] = circumstance(self.board, context) + curves.EXPONENT_MOST
        for at, body in enumerate(self.bodies, HOMES):
            mood = {"attention": context.attention, "cohesion": context.cohesion}.get(
                body.base, context.audience[body.seat]
            )
            columns[at] = mood + body.constant - body.middle + reach(body)
        return columns

    def chance(self, columns: Ints) -> tuple[Floats, Floats]:
        """Of texts by their shifted columns: that they hold through the season, that every body that counts says yes.

        Per ten thousand, whole numbers.
        """
        rows: list[Ints] = list(columns)
        safety: Ints = rows[SAFETY] + self.precise[rows[PRECISE]]
        exponents: Ints = rows[DANGER] - looked_up(self.faith, safety)
        asked = iter(rows[HOMES + len(self.bodies) :])
        carried: Floats = ALWAYS
        for at, body in enumerate(self.bodies):
            says = looked_up(self.chances[at], rows[HOMES + at])
            if body.asked_if:
                says = np.where(next(asked) > 0, says, WHOLE)
            carried = says if carried is ALWAYS else half_even(carried * says, WHOLE)
        if carried is ALWAYS:
            carried = np.full(len(safety), float(WHOLE))
        return looked_up(self.survivals, exponents), carried

    def put(self, text: Options, cell: int) -> Options:
        """The text with a cell put into it."""
        at = int(self.clauses[cell])
        return (*text[:at], int(self.options[cell]), *text[at + 1 :])

    def cells(self, fixed: frozenset[int], scope: int, finals: int) -> Bools:
        """The cells that can be chosen: on clauses that are not fixed, and of the scope those of a mask."""
        asked = fixed, scope, finals
        if asked not in self._cells:
            if len(self._cells) >= KEPT:
                self._cells.clear()
            self._cells[asked] = np.array(
                [
                    at not in fixed and (at != scope or bool(finals >> option & 1))
                    for at, option in zip(self.clauses.tolist(), self.options.tolist(), strict=True)
                ]
            )
        return self._cells[asked]

    def ground(self, credibility: int) -> "Ground":
        """The ground at a credibility."""
        if credibility not in self._grounds:
            if len(self._grounds) >= KEPT:
                del self._grounds[next(iter(self._grounds))]
            self._grounds[credibility] = Ground(self, credibility)
        return self._grounds[credibility]

    def _cell(self, at: int, option: int) -> list[int]:
        """What an option adds to each column; the guarantee's as if it were wholly believed."""
        row = self.board.clauses[at].options[option]
        adds = [row.safety, row.danger, self.board.hazard.precise[at] >> option & 1, 0, 0]
        for body in self.bodies:
            points = sum(size for clause, mask, size in body.adjust if clause == at and mask >> option & 1)
            adds.append(points + (row.support[body.seat] if body.base == "support" else 0))
        return adds + [
            sum(clause == at and mask >> option & 1 for clause, mask in body.asked_if)
            for body in self.limited
        ]

    def _crossed(self) -> dict[tuple[int, int], Ints]:
        """What two clauses add together, by their options."""
        board, roles, found = self.board, self.board.roles, dict[tuple[int, int], Ints]()

        def table(one: int, other: int) -> Ints:
            shape = (len(board.clauses[one].options), len(board.clauses[other].options), self.unary.shape[1])
            return found.setdefault((one, other), np.zeros(shape, dtype=np.int64))

        for pair in board.pairs:
            cross = table(pair.clause, pair.other)
            for place in bits(pair.options):
                safety = board.clauses[pair.clause].options[place].safety
                for bad in bits(pair.others):
                    cross[place, bad, SAFETY] -= curves.half_even(safety * (WHOLE - pair.keep), WHOLE)
                    cross[place, bad, DANGER] += pair.danger
                    for column, body in enumerate(self.bodies, HOMES):
                        cross[place, bad, column] += pair.support[body.seat] if body.base == "support" else 0
        for clause, _, _ in board.hazard.covered:
            table(clause, roles.guarantee)
        for column, body in enumerate(self.bodies, HOMES):
            if body.when == "route-end" and body.base == "support":
                for way, route in enumerate(board.routes):
                    table(roles.route, roles.territory)[way, :, column] += np.array(route.support)
        return found

    def _link(self, sizes: Sequence[int]) -> None:
        """Where in the stacked tables of pairs a cell finds what it adds with the options of other clauses."""
        ones, others, starts, steps = list[int](), list[int](), list[int](), list[int]()
        first: list[int] = self.first.tolist()
        links: list[list[tuple[int, int, int]]] = [[] for _ in range(len(self.clauses))]
        begins = 1
        for one, other in self.pairs:
            ones, others = [*ones, one], [*others, other]
            starts, steps = [*starts, begins], [*steps, sizes[other]]
            for place in range(sizes[one]):
                links[first[one] + place].append((begins + place * sizes[other], 1, other))
            for place in range(sizes[other]):
                links[first[other] + place].append((begins + place, sizes[other], one))
            begins += sizes[one] * sizes[other]
        most = max(1, *(len(link) for link in links))
        padded = [[*link, *[(0, 0, 0)] * (most - len(link))] for link in links]
        link: Ints = np.array(padded, dtype=np.int64).transpose(2, 1, 0).copy()
        self.begins: Ints = link[0]
        self.strides: Ints = link[1]
        self.partners: Ints = link[2]
        self.ones: Ints = np.array(ones, dtype=np.int64)
        self.others: Ints = np.array(others, dtype=np.int64)
        self.starts: Ints = np.array(starts, dtype=np.int64)
        self.steps: Ints = np.array(steps, dtype=np.int64)


class Ground:
    """What texts are to everybody at one credibility.

    Attributes:
        plan: What no credibility changes.
        credibility: How far a guarantee is believed, per ten thousand.
        unary: By cell, then column: what its option adds alone.
    """

    def __init__(self, plan: Plan, credibility: int) -> None:
        self.plan, self.credibility = plan, credibility
        board, guarantee = plan.board, plan.board.roles.guarantee
        self.unary = plan.unary.copy()
        for option, row in enumerate(board.clauses[guarantee].options):
            cell = self.unary[plan.first[guarantee] + option]
            cell[SAFETY] = curves.half_even(row.safety * credibility, WHOLE)
            for column, body in enumerate(plan.bodies, HOMES):
                if body.credible and body.base == "support":
                    points = row.support[body.seat]
                    cell[column] += curves.half_even(points * min(credibility, WHOLE), WHOLE) - points
        pairs = plan.pairs | {
            (clause, guarantee): plan.pairs[clause, guarantee].copy() for clause, _, _ in board.hazard.covered
        }
        for clause, mask, share in board.hazard.covered:
            for place in bits(mask):
                loose = board.clauses[clause].options[place].danger
                for pledge, covers in enumerate(board.hazard.guarantee):
                    covered = min(WHOLE, curves.half_even(covers * credibility, 1_000))
                    less = curves.half_even(loose * share * covered, WHOLE * WHOLE)
                    pairs[clause, guarantee][place, pledge, DANGER] -= less
        width = self.unary.shape[1]
        nothing = np.zeros((1, width), dtype=np.int64)
        self._pairs: Ints = np.concatenate([nothing, *(pairs[key].reshape(-1, width) for key in plan.pairs)])

    def near(self, text: Options, unary: Ints) -> Ints:
        """By column, then cell: what a text sums up to with the cell put into it alone.

        `unary` is the ground's own, or the same with a mind's columns filled in.
        """
        plan, now = self.plan, np.array(text, dtype=np.int64)
        crossed = self._pairs.take(now.take(plan.partners) * plan.strides + plan.begins, axis=0)
        adds = np.add.reduce(crossed.reshape(len(crossed), -1)).reshape(unary.shape)
        adds += unary
        cells = plan.first + now
        standing = adds.take(cells, axis=0)
        sums = np.add.reduce(standing + unary.take(cells, axis=0)) // 2
        adds += (sums - standing).take(plan.clauses, axis=0)
        columns: Ints = adds.T.copy()
        return columns

    def of(self, texts: Ints, unary: Ints) -> Ints:
        """By column, then text: what it sums up to."""
        plan = self.plan
        places = plan.starts + plan.steps * texts[:, plan.ones] + texts[:, plan.others]
        alone = unary.take((plan.first + texts).T, axis=0)
        sums = np.add.reduce(alone) + np.add.reduce(self._pairs.take(places.T, axis=0))
        columns: Ints = sums.T.copy()
        return columns


_plans: list[Plan] = []


def ground_of(board: Board, credibility: int) -> Ground:
    """The ground of a board at a credibility: a pure cache, nothing a choice depends on."""
    plan = next((plan for plan in _plans if plan.board is board), None)
    if plan is None:
        plan = Plan(board)
        _plans[:] = [*_plans[1 - KEPT :], plan]
    return plan.ground(credibility)


def bits(mask: int) -> list[int]:
    """The places of a mask."""
    return [at for at in range(mask.bit_length()) if mask >> at & 1]


def whole(numerator: Ints, denominator: int) -> Ints:
    """`curves.half_even` on an array of any integers."""
    parts, rest = np.divmod(numerator, denominator)
    rounded: Ints = parts + ((2 * rest > denominator) | ((2 * rest == denominator) & (parts & 1 == 1)))
    return rounded


def survivals(board: Board) -> Floats:
    """Survival through the season by exponent, from the least to the most that counts (A2.2)."""
    risks = whole(board.hazard.base * sum(board.hazard.season) * EXP, 10**9)
    parts, rest = np.divmod(np.minimum(risks, 100 * len(DECAY) - 1), 100)
    return np.where(risks < 100 * len(DECAY), whole(DECAY[parts] * DECAY_PART[rest], 10**14), 0).astype(
        np.float64
    )


def reach(body: BodyBoard) -> int:
    """Points over or under its middle beyond which a body's chance changes no more."""
    return 10 * body.slope + 1


def chances(body: BodyBoard) -> Floats:
    """Chance of a body's yes by points against its middle, from `-reach` to `reach` (A4.1)."""
    scores = whole(np.arange(-reach(body), reach(body) + 1) * 1_000, body.slope)
    yes = LOGISTIC[np.minimum(np.abs(scores), len(LOGISTIC) - 1)]
    return np.where(scores < 0, WHOLE - yes, yes).astype(np.float64)
