"""Partial texts and what their whole texts may be worth: bounds that never err.

The clauses that interlock are settled first (`cover`); given those, every column of a text only adds up. A node is a
partial text: those clauses and some of the rest. For the clauses still open each column lies between the sums of
its least and its most, each seat's terms help it, and survival and ratification have bounds of their own. Nothing is
taken to rise or fall with them: a text may be worth more to a seat because it will not hold.

Between the roots and the leaves sums are floats that hold whole numbers exactly, but for the exponent, which carries
a slack for two roundings. A bound is a whole number of hundredths, rounded outward.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import prod

import numpy as np

from tabletop.frontier.bargaining_problem import BargainingProblem
from tabletop.frontier.clauses_to_settle import smallest_cover
from tabletop.frontier.columns import Columns
from tabletop.frontier.curve_arrays import Bools, Floats, Ints
from tabletop.frontier.shared_tables import HOMES
from tabletop.game.worth.value import WHOLE

CELLS = 200_000
"""How many roots times options of open clauses stand in memory at once; some 20 MB."""

HAIR = 1e-6
"""Room for the last bits of a float; sums stay below 10 to the 12th."""


@dataclass(frozen=True, slots=True)
class Nodes:
    """Partial texts with the same clauses settled.

    Attributes:
        level: How many clauses beyond those of the cover are settled.
        root: By node: which combination of the cover.
        sums: By column and node.
        code: By node: its options beyond the cover, as one number.
    """

    level: int
    root: Ints
    sums: Floats
    code: Ints

    def __len__(self) -> int:
        return len(self.root)

    def some(self, at: Ints) -> "Nodes":
        """Some of them, in the order asked for."""
        return Nodes(self.level, self.root[at], self.sums[:, at], self.code[at])


class Tree:
    """The final texts of a moment under some combinations of the cover.

    Columns here: terms by seat, exponent, then points by body, whether a body is asked that is not always, and
    columns of the caller's own.

    Attributes:
        depth: Clauses beyond the cover; a node of this level is a whole text.
        below: By level: texts under a node.
        extra: Where the caller's own columns begin.
    """

    def __init__(
        self, columns: Columns, cover: tuple[int, ...], combinations: Ints, extra: Sequence[Sequence[Floats]]
    ) -> None:
        self.columns, self.problem = columns, columns.problem
        self._cover, self._combinations = cover, combinations
        self._options = tuple(np.array(options, dtype=np.int64) for options in self.problem.options)
        seats, space = self.problem.seats, columns.space
        self._homes = seats + 1
        self.extra = self._homes + columns.terms - HOMES
        self._slack = 0.5 + columns.board.hazard.faith / 2_000 + HAIR
        self._survivals = space.survivals / WHOLE
        self._chances = [curve / WHOLE for curve in space.chances]
        self._price = float(columns.board.numbers["no-deal.price"])
        unary = [
            np.concatenate((self._narrow(table, columns.exponents(at)), *(own[at][None] for own in extra)))[
                :, self._options[at]
            ]
            for at, table in enumerate(columns.unary)
        ]
        pairs = {
            (one, other): np.concatenate(
                (
                    self._narrow(table, columns.exponents_of_pair(one, other)),
                    np.zeros((len(extra), *table.shape[1:])),
                )
            )[:, self._options[one]][:, :, self._options[other]]
            for (one, other), table in columns.pairs.items()
        }
        self._roots = self._settled(unary, pairs)
        tables = {at: self._open(at, unary[at], pairs) for at in range(len(unary)) if at not in cover}
        self._order = tuple(sorted(tables, key=lambda at: (-self._spread(tables[at]), at)))
        self._tables = tuple(tables[at] for at in self._order)
        self.depth = len(self._order)
        self.below = tuple(
            prod(table.shape[2] for table in self._tables[level:]) for level in range(self.depth + 1)
        )
        self._least = self._rest([table.min(axis=2) for table in self._tables])
        self._most = self._rest([table.max(axis=2) for table in self._tables])
        self._left = self._collapse()

    def roots(self) -> Nodes:
        """The combinations of the cover."""
        root: Ints = np.arange(self._roots.shape[1], dtype=np.int64)
        return Nodes(0, root, self._roots, np.zeros_like(root))

    def children(self, nodes: Nodes) -> Nodes:
        """Every node with its next clause settled in every way."""
        table = self._tables[nodes.level]
        ways = table.shape[2]
        sums = (nodes.sums[:, :, None] + table[:, nodes.root]).reshape(len(table), -1)
        option: Ints = np.arange(ways, dtype=np.int64)
        code: Ints = (nodes.code[:, None] * ways + option).ravel()
        return Nodes(nodes.level + 1, np.repeat(nodes.root, ways), sums, code)

    def ways(self, level: int) -> int:
        """Options of the clause that is settled at a level."""
        return int(self._tables[level].shape[2])

    def column(self, nodes: Nodes, own: int) -> tuple[Floats, Floats]:
        """The least and the most of one of the caller's own columns under each node."""
        at, here = self.extra + own, (nodes.level, self.extra + own, nodes.root)
        return nodes.sums[at] + self._least[here], nodes.sums[at] + self._most[here]

    def most(self, nodes: Nodes, seats: Sequence[int] | None = None) -> Ints:
        """By seat, all or these, and node: a gain no text under it exceeds, hundredths of a point."""
        whole: Ints = np.floor(self._gains(nodes, seats, 1) + 0.5 + HAIR).astype(np.int64)
        return whole

    def least(self, nodes: Nodes, seats: Sequence[int] | None = None) -> Ints:
        """By seat, all or these, and node: a gain every text under it has at least, hundredths of a point."""
        whole: Ints = np.ceil(self._gains(nodes, seats, 0) - 0.5 - HAIR).astype(np.int64)
        return whole

    def still_open(self, level: int) -> tuple[int, ...]:
        """The clauses a node of a level has not settled."""
        return self._order[level:]

    def texts(self, nodes: Nodes) -> Ints:
        """The whole texts that nodes of the last level are."""
        rows = np.zeros((len(nodes), len(self._options)), dtype=np.int64)
        for place, at in enumerate(self._cover):
            rows[:, at] = self._options[at][self._combinations[place, nodes.root]]
        code = nodes.code
        for at in reversed(self._order):
            code, option = np.divmod(code, len(self._options[at]))
            rows[:, at] = self._options[at][option]
        return rows

    def _gains(self, nodes: Nodes, seats: Sequence[int] | None, end: int) -> Floats:
        """By seat and node: gains with everything at the end that lowers (0) or raises them (1).

        More terms help every seat; survival only one whose terms beat a collapse, ratification only one whose
        prospect beats a refusal.
        """
        survives, ratified = self._survival(nodes), self._ratified(nodes)
        ends = self._most if end else self._least
        found: list[Floats] = []
        for seat in range(self.problem.seats) if seats is None else seats:
            left = self._left[seat, nodes.root]
            terms = np.rint((nodes.sums[seat] + ends[nodes.level, seat, nodes.root]) / 100)
            over = terms - self.problem.alternatives[seat] - left
            inner = np.where(over > 0, survives[end], survives[1 - end]) * over + left + self._price
            found.append(np.where(inner > 0, ratified[end], ratified[1 - end]) * inner - self._price)
        return np.stack(found)

    def _between(self, nodes: Nodes, at: int) -> tuple[Floats, Floats]:
        least, most = self._least[nodes.level, at], self._most[nodes.level, at]
        return nodes.sums[at] + least[nodes.root], nodes.sums[at] + most[nodes.root]

    def _survival(self, nodes: Nodes) -> tuple[Floats, Floats]:
        """S, least and most: it falls with the exponent."""
        least, most = self._between(nodes, self.problem.seats)
        low = np.ceil(least - self._slack).astype(np.int64)
        high = np.floor(most + self._slack).astype(np.int64)
        return self._survivals.take(high, mode="clip"), self._survivals.take(low, mode="clip")

    def _ratified(self, nodes: Nodes) -> tuple[Floats, Floats]:
        """q, least and most, with room for one rounding a body."""
        bodies = self.columns.space.bodies
        low, high = np.ones(len(nodes)), np.ones(len(nodes))
        for at, (body, curve) in enumerate(zip(bodies, self._chances, strict=True)):
            least, most = (
                curve.take(points.astype(np.int64), mode="clip")
                for points in self._between(nodes, self._homes + at)
            )
            if body.asked_if:
                few, many = self._between(nodes, self._homes + self.columns.asked(at) - HOMES)
                least, most = np.where(many > 0, least, 1), np.where(few > 0, most, 1)
            low, high = low * least, high * most
        room = len(bodies) * 0.5 / WHOLE
        return np.maximum(low - room, 0), np.minimum(high + room, 1)

    def _narrow(self, table: Ints, exponents: Floats) -> Floats:
        """The columns of the tree from the exact ones: safety, danger and precision become one exponent."""
        terms = slice(self.columns.terms, self.columns.terms + self.problem.seats)
        homes = slice(HOMES, self.columns.terms)
        return np.concatenate((table[terms], exponents[None], table[homes])).astype(np.float64)

    def _settled(self, unary: Sequence[Floats], pairs: dict[tuple[int, int], Floats]) -> Floats:
        """The sums of the roots: the clauses of the cover, and what does not hang on the text."""
        place = {at: self._combinations[row] for row, at in enumerate(self._cover)}
        sums = np.zeros((len(unary[0]), self._combinations.shape[1]))
        for at, options in place.items():
            sums += unary[at][:, options]
        for (one, other), table in pairs.items():
            if one in place and other in place:
                sums += table[:, place[one], place[other]]
        columns, seats = self.columns, self.problem.seats
        sums[seats] += columns.shift.exponent
        for at, mood in enumerate(columns.shift.moods, self._homes):
            sums[at] += mood
        if columns.overpaid:
            sums[:seats] += 100 * columns.bundles(self._cover_rows()).T
        return sums

    def _open(self, at: int, unary: Floats, pairs: dict[tuple[int, int], Floats]) -> Floats:
        """Columns by root and option of a clause beyond the cover."""
        place = {clause: self._combinations[row] for row, clause in enumerate(self._cover)}
        table = np.repeat(unary[:, None, :], self._combinations.shape[1], axis=1)
        for (one, other), crossed in pairs.items():
            if one == at:
                table += crossed[:, :, place[other]].transpose(0, 2, 1)
            elif other == at:
                table += crossed[:, place[one], :]
        return table

    def _spread(self, table: Floats) -> float:
        """How far a clause moves survival and ratification, logits on the mean: the widest are settled first."""
        seats, bodies = self.problem.seats, self.columns.space.bodies
        scales = np.array([1_000, *(body.slope for body in bodies)])
        moved = table[seats : seats + 1 + len(bodies)]
        width = (moved.max(axis=2) - moved.min(axis=2)).mean(axis=1)
        return float((width / scales).sum())

    def _rest(self, ends: list[Floats]) -> Floats:
        """By level, column and root: the sum of one end of all clauses still open."""
        sums = np.zeros((self.depth + 1, *self._roots.shape))
        for level in reversed(range(self.depth)):
            sums[level] = sums[level + 1] + ends[level]
        return sums

    def _collapse(self) -> Floats:
        columns, roles = self.columns, self.columns.board.roles
        rows = self._cover_rows()
        sums = sum(
            columns.unary[at][columns.left : columns.left + self.problem.seats, rows[:, at]]
            for at in {roles.territory, roles.guarantee}
        )
        return np.asarray(sums, dtype=np.float64)

    def _cover_rows(self) -> Ints:
        """Texts with the clauses of the cover as the roots have them, and 0 elsewhere."""
        rows = np.zeros((self._combinations.shape[1], len(self._options)), dtype=np.int64)
        for place, at in enumerate(self._cover):
            rows[:, at] = self._options[at][self._combinations[place]]
        return rows


def trees(problem: BargainingProblem, *extra: Sequence[Floats]) -> Iterator[Tree]:
    """Trees that hold every final text of a moment once.

    Args:
        problem: What texts are measured by.
        extra: Columns of the caller's own: by clause, then option.
    """
    columns = Columns(problem)
    roles, sizes = problem.board.roles, [len(options) for options in problem.options]
    wanted = {roles.territory, roles.guarantee}
    if problem.barred:
        wanted.add(roles.status)
    wanted |= {clause for seat, clause, _, _ in problem.context.payments if seat in columns.overpaid}
    cover = smallest_cover(sizes, columns.pairs, wanted)
    shape = [sizes[at] for at in cover]
    rest = 1 + sum(size for at, size in enumerate(sizes) if at not in cover)
    step = max(1, CELLS // rest)
    for first in range(0, prod(sizes) and prod(shape), step):
        chosen = np.array(np.unravel_index(np.arange(first, min(first + step, prod(shape))), shape))
        allowed = chosen[:, _allowed(problem, cover, chosen)]
        if allowed.shape[1]:
            yield Tree(columns, cover, allowed, extra)


def _allowed(problem: BargainingProblem, cover: tuple[int, ...], chosen: Ints) -> Bools:
    """A4.6: which combinations home has not refused."""
    roles = problem.board.roles
    fine = np.ones(chosen.shape[1], dtype=np.bool_)
    for combination in problem.barred:
        same = np.ones(chosen.shape[1], dtype=np.bool_)
        for at, option in zip((roles.territory, roles.guarantee, roles.status), combination, strict=True):
            same &= np.array(problem.options[at], dtype=np.int64)[chosen[cover.index(at)]] == option
        fine &= ~same
    return fine
