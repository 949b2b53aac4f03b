"""Chapter V in arrays: what texts are to every seat alike, their hazard and what homes say, many texts in one call.

A cell is an option of a clause; cells are counted through, clause by clause. A column is a quantity that a text has
as a sum over its cells, and over pairs of cells that interlock. From the sums curves make survival and ratification,
rounding where `game.worth.value` rounds: the same integers. The circumstances of a moment (trust, pressure, moods)
come in last, so tables serve for as long as the board and the credibility of a guarantee stand.
"""

from collections.abc import Sequence
from operator import add
from typing import NamedTuple

import numpy as np

from tabletop.frontier.curve_arrays import (
    Bools,
    Floats,
    Ints,
    bits,
    chances_of,
    half_even,
    half_even_of_any,
    reach,
    survivals,
)
from tabletop.game.worth import curves
from tabletop.game.worth.value import WHOLE, Context, circumstance
from tabletop.scenario.board.board import Board
from tabletop.scenario.board.mandates import BodyBoard

Options = tuple[int, ...]
"""A whole text: an option for each clause."""

SAFETY, DANGER, HOMES = range(3)
"""Columns; from `HOMES` on the points of each body that counts, then whether each body is asked that is not always.
`SAFETY` is packed: a text's sum is a place in the curve of faith, which tells its safety and how many tests of
precision it passes."""

TERMS, LEFT = -2, -1
"""The last columns, nought here: what a seat fills in, the worth of the terms and what a collapse leaves."""

KEPT = 8
"""So many boards, and so many credibilities of each, are kept: the newest."""


class Shift(NamedTuple):
    """What the circumstances of a moment add, and what makes a sum a place in a curve: exponent, points by body."""

    exponent: int
    moods: tuple[int, ...]


class RawTexts(NamedTuple):
    """Texts before any circumstance.

    Attributes:
        exponents: Their hazard's exponents, thousandths.
        points: By body that counts: what they are worth to it, hundredths of a point.
        asked: By body: whether it is asked about them; None where it always is.
    """

    exponents: Ints
    points: tuple[Ints, ...]
    asked: tuple[Bools | None, ...]


class TextSpace:
    """The texts of a board: where the cells are, curves by points, and what no credibility changes of each cell.

    Attributes:
        bodies: The bodies that count in the chance of ratification.
        places: By cell: its clause and its option.
        clauses, options: The same as arrays.
        first: By clause: its first cell.
        spots: By cell: where its clause stands in a table of texts that has a row for each cell.
        precise: By cell: 1 where it passes a test of precision.
        packing: By cell: what `SAFETY` holds beside safety.
        survivals: S by exponent, from the least to the most that counts, per ten thousand.
        chances: By body that counts: its chance of a yes by points, per ten thousand; see `chances_of`.
    """

    def __init__(self, board: Board) -> None:
        self.board = board
        self.bodies = tuple(body for body in board.bodies if body.counts)
        self.limited = tuple(body for body in self.bodies if body.asked_if)
        sizes = [len(clause.options) for clause in board.clauses]
        self.places = [(clause, option) for clause, size in enumerate(sizes) for option in range(size)]
        self.clauses: Ints = np.array([clause for clause, _ in self.places], dtype=np.int64)
        self.options: Ints = np.array([option for _, option in self.places], dtype=np.int64)
        self.first: Ints = np.cumsum([0, *sizes[:-1]], dtype=np.int64)
        self._first: list[int] = self.first.tolist()
        self.spots: Ints = np.arange(len(self.places)) * len(sizes) + self.clauses
        self.survivals, self.chances = survivals(board), tuple(chances_of(body) for body in self.bodies)
        self._survivals = [int(share) for share in self.survivals]
        self._chances = [[int(share) for share in curve] for curve in self.chances]
        self.tests = sum(mask != 0 for mask in board.hazard.precise)
        self.precise: Ints = np.array([board.hazard.precise[at] >> option & 1 for at, option in self.places])
        most = self._most_safety()
        self.packing: Ints = self.precise * (2 * most + 1) + np.where(self.clauses == 0, most, 0)
        self._faith = self._faith_curve(most)
        self.unary: Ints = np.array([self._cell(*place) for place in self.places], dtype=np.int64).T.copy()
        self.unary[SAFETY] += self.packing
        self.pairs = self._pairs()
        starts = np.cumsum([0, *(sizes[one] * sizes[other] for one, other in self.pairs)], dtype=np.int64)
        self.starts: Ints = starts[:-1]
        self.ones: Ints = np.array([one for one, _ in self.pairs], dtype=np.int64)
        self.others: Ints = np.array([other for _, other in self.pairs], dtype=np.int64)
        self.steps: Ints = np.array([sizes[other] for _, other in self.pairs], dtype=np.int64)
        self._tables: dict[int, SharedTables] = {}
        self._choosable: dict[tuple[frozenset[int], int, int], Bools] = {}

    def shift(self, context: Context) -> Shift:
        """What the circumstances of a moment add to the exponent and to the points of each body."""
        return Shift(
            circumstance(self.board, context) + curves.EXPONENT_MOST,
            tuple(self.constant(body, context) + reach(body) for body in self.bodies),
        )

    def constant(self, body: BodyBoard, context: Context) -> int:
        """What a body's points are besides the text, less its middle; hundredths of a point (A4.1)."""
        if body.base == "attention":
            return context.attention + body.constant - body.middle
        if body.base == "cohesion":
            return context.cohesion + body.constant - body.middle
        home = sum(each.constant for each in self.at_home(body))
        return context.audience[body.seat] + home - body.middle

    def at_home(self, body: BodyBoard) -> tuple[BodyBoard, ...]:
        """The bodies that go by the support at the home of a body."""
        return tuple(each for each in self.board.bodies if each.seat == body.seat and each.base == "support")

    def raw(self, columns: Ints) -> RawTexts:
        """Texts by their columns, before any circumstance."""
        rows = iter(columns[HOMES:])
        points = tuple(next(rows) for _ in self.bodies)
        return RawTexts(
            columns[DANGER] - self._faith.take(columns[SAFETY]),
            points,
            tuple(next(rows) > 0 if body.asked_if else None for body in self.bodies),
        )

    def chance(self, raw: RawTexts, shift: Shift) -> tuple[Floats, Floats]:
        """Of texts in some circumstances: that they hold through the season, that every body that counts says yes.

        Per ten thousand, whole numbers.
        """
        survives = self.survivals.take(raw.exponents + shift.exponent, mode="clip")
        ratified: Floats | None = None
        for curve, points, asked, mood in zip(self.chances, raw.points, raw.asked, shift.moods, strict=True):
            says: Floats = curve.take(points + mood, mode="clip")
            if asked is not None:
                says = np.where(asked, says, WHOLE)
            ratified = says if ratified is None else half_even(ratified * says, WHOLE)
        return survives, np.full(len(survives), float(WHOLE)) if ratified is None else ratified

    def chance_of(self, sums: Sequence[int], shift: Shift) -> tuple[int, int]:
        """The same of one text, by its sums."""
        exponent = sums[DANGER] - int(self._faith[sums[SAFETY]]) + shift.exponent
        asked = iter(sums[HOMES + len(self.bodies) :])
        ratified = WHOLE
        for body, curve, points, mood in zip(
            self.bodies, self._chances, sums[HOMES:], shift.moods, strict=False
        ):
            if not body.asked_if or next(asked) > 0:
                says = curve[min(max(points + mood, 0), len(curve) - 1)]
                ratified = curves.half_even(ratified * says, WHOLE)
        return self._survivals[min(max(exponent, 0), len(self._survivals) - 1)], ratified

    def put(self, text: Options, cell: int) -> Options:
        """The text with a cell put into it."""
        clause, option = self.places[cell]
        return (*text[:clause], option, *text[clause + 1 :])

    def cells_of(self, text: Options) -> list[int]:
        """The cells of a text."""
        return [*map(add, self._first, text)]

    def choosable(self, fixed: frozenset[int], scope: int, finals: int) -> Bools:
        """The cells that can be chosen: on clauses that are not fixed, and of the scope those of a mask."""
        asked = fixed, scope, finals
        if asked not in self._choosable:
            if len(self._choosable) >= KEPT:
                self._choosable.clear()
            self._choosable[asked] = np.array(
                [
                    clause not in fixed and (clause != scope or bool(finals >> option & 1))
                    for clause, option in self.places
                ]
            )
        return self._choosable[asked]

    def tables(self, credibility: int) -> "SharedTables":
        """The tables at a credibility."""
        if credibility not in self._tables:
            if len(self._tables) >= KEPT:
                del self._tables[next(iter(self._tables))]
            self._tables[credibility] = SharedTables(self, credibility)
        return self._tables[credibility]

    def _most_safety(self) -> int:
        """More than the safety of any text on either side of nought."""
        most = [max(abs(option.safety) for option in clause.options) for clause in self.board.clauses]
        return 2 * (sum(most) + sum(most[pair.clause] for pair in self.board.pairs)) + 1

    def _faith_curve(self, most: int) -> Ints:
        """What safety takes from the exponent, by tests of precision passed, then safety from `-most` on (A2.1)."""
        hazard = self.board.hazard
        precise = [
            curves.half_even(hazard.specificity * met, max(self.tests, 1)) for met in range(self.tests + 1)
        ]
        span = np.arange(-most, most + 1)
        return np.concatenate([half_even_of_any(hazard.faith * (span + met), 1_000) for met in precise])

    def _cell(self, clause: int, option: int) -> list[int]:
        """What an option adds to each column; a guarantee's as if it were wholly believed."""
        row = self.board.clauses[clause].options[option]
        adds = [row.safety, row.danger]
        for body in self.bodies:
            points = sum(size for at, mask, size in body.adjust if at == clause and mask >> option & 1)
            adds.append(points + (row.support[body.seat] if body.base == "support" else 0))
        asked = [
            sum(at == clause and mask >> option & 1 for at, mask in body.asked_if) for body in self.limited
        ]
        return [*adds, *asked, 0, 0]

    def _pairs(self) -> dict[tuple[int, int], Ints]:
        """What two clauses add together: by their options, then column."""
        board, roles, found = self.board, self.board.roles, dict[tuple[int, int], Ints]()

        def table(one: int, other: int) -> Ints:
            shape = (len(board.clauses[one].options), len(board.clauses[other].options), len(self.unary))
            return found.setdefault((one, other), np.zeros(shape, dtype=np.int64))

        for pair in board.pairs:
            cross = table(pair.clause, pair.other)
            for option in bits(pair.options, cross.shape[0]):
                safety = board.clauses[pair.clause].options[option].safety
                for bad in bits(pair.others, cross.shape[1]):
                    cross[option, bad, SAFETY] -= curves.half_even(safety * (WHOLE - pair.keep), WHOLE)
                    cross[option, bad, DANGER] += pair.danger
                    for column, body in enumerate(self.bodies, HOMES):
                        cross[option, bad, column] += pair.support[body.seat] if body.base == "support" else 0
        for clause, _, _ in board.hazard.covered:
            table(clause, roles.guarantee)
        for column, body in enumerate(self.bodies, HOMES):
            if body.base == "support" and any(each.when == "route-end" for each in self.at_home(body)):
                for way, route in enumerate(board.routes):
                    table(roles.route, roles.territory)[way, :, column] += np.array(route.support)
        return found


class SharedTables:
    """What texts are to every seat alike at one credibility.

    Attributes:
        space: What no credibility changes.
        unary: By column, then cell: what its option adds alone.
        pairs: By two clauses that interlock: by their options, then column, what they add together.
    """

    def __init__(self, space: TextSpace, credibility: int) -> None:
        self.space = space
        board, guarantee = space.board, space.board.roles.guarantee
        self.unary = space.unary.copy()
        for option, row in enumerate(board.clauses[guarantee].options):
            cell = self.unary[:, space.first[guarantee] + option]
            cell[SAFETY] += curves.half_even(row.safety * credibility, WHOLE) - row.safety
            for column, body in enumerate(space.bodies, HOMES):
                if body.base == "support" and any(each.credible for each in space.at_home(body)):
                    points = row.support[body.seat]
                    cell[column] += curves.half_even(points * min(credibility, WHOLE), WHOLE) - points
        self.pairs = space.pairs | {
            (clause, guarantee): space.pairs[clause, guarantee].copy()
            for clause, _, _ in board.hazard.covered
        }
        for clause, mask, share in board.hazard.covered:
            for option in bits(mask, len(board.clauses[clause].options)):
                loose = board.clauses[clause].options[option].danger
                for pledge, covers in enumerate(board.hazard.guarantee):
                    covered = min(WHOLE, curves.half_even(covers * credibility, 1_000))
                    less = curves.half_even(loose * share * covered, WHOLE * WHOLE)
                    self.pairs[clause, guarantee][option, pledge, DANGER] -= less
        width, count = self.unary.shape
        nothing = np.zeros((0, width), dtype=np.int64)
        self._pairs: Ints = np.concatenate(
            [nothing, *(self.pairs[key].reshape(-1, width) for key in space.pairs)]
        )
        self._alone: list[list[int]] = self.unary[:TERMS].tolist()
        self._crossed = [
            (
                one,
                other,
                {
                    (here, there): cross[here, there].tolist()
                    for here, there in zip(*np.nonzero(cross.any(axis=2)), strict=True)
                },
            )
            for (one, other), cross in self.pairs.items()
        ]
        self._beside: Ints = np.zeros((count, width, count), dtype=np.int64)
        for (one, other), cross in self.pairs.items():
            ones = slice(space.first[one], space.first[one] + cross.shape[0])
            others = slice(space.first[other], space.first[other] + cross.shape[1])
            self._beside[ones, :, others] += cross.transpose(0, 2, 1)
            self._beside[others, :, ones] += cross.transpose(1, 2, 0)

    def sums(self, text: Options) -> list[int]:
        """By column: what one text sums up to."""
        cells = self.space.cells_of(text)
        found = [sum(map(column.__getitem__, cells)) for column in self._alone]
        for one, other, crossed in self._crossed:
            adds = crossed.get((text[one], text[other]))
            if adds is not None:
                found = [*map(add, found, adds)]
        return found

    def near(self, text: Options, unary: Ints) -> Ints:
        """By column, then cell: what a text sums up to with the cell put into it alone.

        `unary` is the tables' own, or the same with a seat's columns filled in.
        """
        space = self.space
        cells = space.first + text
        columns: Ints = np.add.reduce(self._beside.take(cells, axis=0))
        columns += unary
        standing = columns.take(cells, axis=1)
        sums = np.add.reduce(standing + unary.take(cells, axis=1), axis=1) // 2
        columns -= columns.take(cells.take(space.clauses), axis=1)
        columns += sums[:, None]
        return columns

    def of(self, texts: Ints, unary: Ints) -> Ints:
        """By column, then text: what it sums up to; `unary` as for `near`."""
        space = self.space
        places = space.starts + space.steps * texts[:, space.ones] + texts[:, space.others]
        alone = unary.take(space.first + texts, axis=1).sum(axis=2)
        sums = np.add.reduce(self._pairs.take(places.T, axis=0))
        columns: Ints = alone + sums.T
        return columns


_spaces: list[tuple[Board, TextSpace]] = []


def shared_tables(board: Board, credibility: int) -> SharedTables:
    """The tables of a board at a credibility: a pure cache, nothing a choice depends on.

    Boards that differ only in what a seat may know share theirs.
    """
    space = next((space for known, space in _spaces if known is board), None)
    if space is None:
        space = next((space for known, space in _spaces if public(known) == public(board)), None)
        space = space or TextSpace(board)
        _spaces[:] = [*_spaces[1 - KEPT :], (board, space)]
    return space.tables(credibility)


def public(board: Board) -> tuple[object, ...]:
    """All that tables are made of."""
    rows = tuple(
        tuple((option.safety, option.danger, option.support) for option in clause.options)
        for clause in board.clauses
    )
    return board.roles, board.hazard, board.pairs, board.routes, board.bodies, rows
