"""What texts are to everybody: their hazard and what homes say of them, many texts in one call, in NumPy.

A cell is an option of a clause; cells are counted through, clause by clause. A ground holds the same integers as
`game.value` and rounds at the same places; what it says of a text depends on the board and on how far a guarantee
is believed, and comes in two shapes: for any texts, and for all that a single change makes of one text, which is
what searches ask. The circumstances of a moment (trust, pressure, moods) come in last. Curves are look-ups.
"""

from collections.abc import Sequence
from operator import add
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tabletop.game.worth import curves
from tabletop.game.worth.value import WHOLE, Context, circumstance
from tabletop.scenario.board.board import Board
from tabletop.scenario.board.mandates import BodyBoard

Ints = NDArray[np.int64]
"""An array of integers; texts are rows of options by clause."""

Floats = NDArray[np.float64]
"""Integers held as floats, none beyond 2^52, so that every sum and product is exact."""

Bools = NDArray[np.bool_]
"""An array of yes and no."""

Options = tuple[int, ...]
"""A whole text: an option for each clause."""

SAFETY, DANGER, TERMS, LEFT, HOMES = range(5)
"""Columns; from `HOMES` on one for each body that counts, then one for each that is not always asked. `SAFETY` holds
where a text stands in the curve of faith: its safety, and how many tests of precision it passes. `TERMS` and `LEFT`
are a mind's own: nought in a ground."""

KEPT = 8
"""So many boards, and so many credibilities of each, are kept: the newest."""


EXP, DECAY, DECAY_PART, LOGISTIC = (np.array(table, dtype=np.int64) for table in curves.TABLES[:4])
"""The tables of `curves` as arrays."""


class Shift(NamedTuple):
    """What the circumstances of a moment add, and what makes a sum a place in a curve: exponent, points by body."""

    exponent: int
    moods: tuple[int, ...]


class Told(NamedTuple):
    """What texts are before any circumstance.

    Attributes:
        exponents: Their hazard's exponents, thousandths.
        points: By body that counts: what they are worth to it, hundredths of a point.
        asked: By body: whether it is asked about them; None where it always is.
    """

    exponents: Ints
    points: tuple[Ints, ...]
    asked: tuple[Bools | None, ...]


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
        self.places = cells
        self.clauses: Ints = np.array([at for at, _ in cells], dtype=np.int64)
        self.options: Ints = np.array([option for _, option in cells], dtype=np.int64)
        self.first: Ints = np.cumsum([0, *sizes[:-1]], dtype=np.int64)
        self._first: list[int] = self.first.tolist()
        self.spots: Ints = np.arange(len(cells)) * len(sizes) + self.clauses
        self.survivals, self.chances = survivals(board), tuple(chances(body) for body in self.bodies)
        self._survival = [int(share) for share in self.survivals]
        self._says = [[int(share) for share in curve] for curve in self.chances]
        self.most = self._most()
        self.faith = self._faith()
        self.unary: Ints = np.array([self._cell(at, option) for at, option in cells], dtype=np.int64).T.copy()
        self.pairs = self._crossed()
        starts = np.cumsum([0, *(sizes[one] * sizes[other] for one, other in self.pairs)], dtype=np.int64)
        self.starts: Ints = starts[:-1]
        self.ones: Ints = np.array([one for one, _ in self.pairs], dtype=np.int64)
        self.others: Ints = np.array([other for _, other in self.pairs], dtype=np.int64)
        self.steps: Ints = np.array([sizes[other] for _, other in self.pairs], dtype=np.int64)
        self._grounds: dict[int, Ground] = {}
        self._cells: dict[tuple[frozenset[int], int, int], Bools] = {}

    def _most(self) -> int:
        """More than the safety of any text on either side of nought."""
        most = [max(abs(option.safety) for option in clause.options) for clause in self.board.clauses]
        return 2 * (sum(most) + sum(most[pair.clause] for pair in self.board.pairs)) + 1

    def _faith(self) -> Ints:
        """What safety takes from the exponent, by tests of precision passed, then safety from `-most` on (A2.1)."""
        hazard = self.board.hazard
        tests = sum(mask != 0 for mask in hazard.precise)
        precise = [curves.half_even(hazard.specificity * met, max(tests, 1)) for met in range(tests + 1)]
        span = np.arange(-self.most, self.most + 1)
        return np.concatenate([whole(hazard.faith * (span + met), 1_000) for met in precise])

    def shift(self, context: Context) -> Shift:
        """What the circumstances of a moment add to the exponent and to the points of each body."""
        moods = {"attention": context.attention, "cohesion": context.cohesion}
        return Shift(
            circumstance(self.board, context) + curves.EXPONENT_MOST,
            tuple(
                moods.get(body.base, context.audience[body.seat]) + body.constant - body.middle + reach(body)
                for body in self.bodies
            ),
        )

    def told(self, columns: Ints) -> Told:
        """What texts are by their columns."""
        rows = iter(columns[HOMES:])
        points = tuple(next(rows) for _ in self.bodies)
        return Told(
            columns[DANGER] - self.faith.take(columns[SAFETY]),
            points,
            tuple(next(rows) > 0 if body.asked_if else None for body in self.bodies),
        )

    def chance(self, told: Told, shift: Shift) -> tuple[Floats, Floats]:
        """Of texts in some circumstances: that they hold through the season, that every body that counts says yes.

        Per ten thousand, whole numbers.
        """
        survives = self.survivals.take(told.exponents + shift.exponent, mode="clip")
        carried: Floats | None = None
        for curve, points, asked, mood in zip(
            self.chances, told.points, told.asked, shift.moods, strict=True
        ):
            says: Floats = curve.take(points + mood, mode="clip")
            if asked is not None:
                says = np.where(asked, says, WHOLE)
            carried = says if carried is None else half_even(carried * says, WHOLE)
        return survives, np.full(len(survives), float(WHOLE)) if carried is None else carried

    def chance_of(self, sums: Sequence[int], shift: Shift) -> tuple[int, int]:
        """The same of one text, by its sums."""
        exponent = sums[DANGER] - int(self.faith[sums[SAFETY]]) + shift.exponent
        asked = iter(sums[HOMES + len(self.bodies) :])
        carried = WHOLE
        for body, curve, points, mood in zip(
            self.bodies, self._says, sums[HOMES:], shift.moods, strict=False
        ):
            if not body.asked_if or next(asked) > 0:
                carried = curves.half_even(carried * curve[min(max(points + mood, 0), len(curve) - 1)], WHOLE)
        return self._survival[min(max(exponent, 0), len(self._survival) - 1)], carried

    def put(self, text: Options, cell: int) -> Options:
        """The text with a cell put into it."""
        at, option = self.places[cell]
        return (*text[:at], option, *text[at + 1 :])

    def cells_of(self, text: Options) -> list[int]:
        """The cells of a text."""
        return [*map(add, self._first, text)]

    def cells(self, fixed: frozenset[int], scope: int, finals: int) -> Bools:
        """The cells that can be chosen: on clauses that are not fixed, and of the scope those of a mask."""
        asked = fixed, scope, finals
        if asked not in self._cells:
            if len(self._cells) >= KEPT:
                self._cells.clear()
            self._cells[asked] = np.array(
                [
                    at not in fixed and (at != scope or bool(finals >> option & 1))
                    for at, option in self.places
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
        tested = self.board.hazard.precise[at] >> option & 1
        adds = [row.safety + tested * (2 * self.most + 1) + (0 if at else self.most), row.danger, 0, 0]
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
            shape = (len(board.clauses[one].options), len(board.clauses[other].options), len(self.unary))
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


class Ground:
    """What texts are to everybody at one credibility.

    Attributes:
        plan: What no credibility changes.
        credibility: How far a guarantee is believed, per ten thousand.
        unary: By column, then cell: what its option adds alone.
    """

    def __init__(self, plan: Plan, credibility: int) -> None:
        self.plan, self.credibility = plan, credibility
        board, guarantee = plan.board, plan.board.roles.guarantee
        self.unary = plan.unary.copy()
        for option, row in enumerate(board.clauses[guarantee].options):
            cell = self.unary[:, plan.first[guarantee] + option]
            cell[SAFETY] += curves.half_even(row.safety * credibility, WHOLE) - row.safety
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
        width, count = self.unary.shape
        nothing = np.zeros((0, width), dtype=np.int64)
        self._pairs: Ints = np.concatenate([nothing, *(pairs[key].reshape(-1, width) for key in plan.pairs)])
        self._alone: list[list[int]] = self.unary.tolist()
        self._crossed = [
            (
                one,
                other,
                {
                    (here, there): cross[here, there].tolist()
                    for here, there in zip(*np.nonzero(cross.any(axis=2)), strict=True)
                },
            )
            for (one, other), cross in pairs.items()
        ]
        self._beside: Ints = np.zeros((count, width, count), dtype=np.int64)
        for (one, other), cross in pairs.items():
            ones = slice(plan.first[one], plan.first[one] + cross.shape[0])
            others = slice(plan.first[other], plan.first[other] + cross.shape[1])
            self._beside[ones, :, others] += cross.transpose(0, 2, 1)
            self._beside[others, :, ones] += cross.transpose(1, 2, 0)

    def sums(self, text: Options) -> list[int]:
        """By column: what one text sums up to; nought where the columns are a mind's."""
        cells = self.plan.cells_of(text)
        found = [sum(map(column.__getitem__, cells)) for column in self._alone]
        for one, other, crossed in self._crossed:
            adds = crossed.get((text[one], text[other]))
            if adds is not None:
                found = [*map(add, found, adds)]
        return found

    def near(self, text: Options, unary: Ints) -> Ints:
        """By column, then cell: what a text sums up to with the cell put into it alone.

        `unary` is the ground's own, or the same with a mind's columns filled in.
        """
        plan = self.plan
        cells = plan.first + text
        columns: Ints = np.add.reduce(self._beside.take(cells, axis=0))
        columns += unary
        standing = columns.take(cells, axis=1)
        sums = np.add.reduce(standing + unary.take(cells, axis=1), axis=1) // 2
        columns -= columns.take(cells.take(plan.clauses), axis=1)
        columns += sums[:, None]
        return columns

    def of(self, texts: Ints, unary: Ints) -> Ints:
        """By column, then text: what it sums up to."""
        plan = self.plan
        places = plan.starts + plan.steps * texts[:, plan.ones] + texts[:, plan.others]
        alone = unary.take(plan.first + texts, axis=1).sum(axis=2)
        sums = np.add.reduce(self._pairs.take(places.T, axis=0))
        columns: Ints = alone + sums.T
        return columns


_plans: list[tuple[Board, Plan]] = []


def ground_of(board: Board, credibility: int) -> Ground:
    """The ground of a board at a credibility: a pure cache, nothing a choice depends on.

    Boards that differ only in what a seat may know share theirs.
    """
    plan = next((plan for known, plan in _plans if known is board), None)
    if plan is None:
        plan = next((plan for known, plan in _plans if public(known) == public(board)), None) or Plan(board)
        _plans[:] = [*_plans[1 - KEPT :], (board, plan)]
    return plan.ground(credibility)


def public(board: Board) -> tuple[object, ...]:
    """All that a plan is made of."""
    rows = tuple(
        tuple((option.safety, option.danger, option.support) for option in clause.options)
        for clause in board.clauses
    )
    return board.roles, board.hazard, board.pairs, board.routes, board.bodies, rows


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
