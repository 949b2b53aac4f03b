"""How many final texts leave seats better off than no deal: counted, not sampled."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod

import numpy as np

from tabletop.frontier.bargaining_problem import BargainingProblem
from tabletop.frontier.curve_arrays import Floats, Ints
from tabletop.frontier.descent import descend
from tabletop.frontier.tree import Nodes, Tree, trees


@dataclass(frozen=True, slots=True)
class Share:
    """The final texts that gain something for every one of some seats.

    Attributes:
        outcomes: Texts that differ in effect.
        texts: Texts as written: a clause left out differs from one that states its default.
        of: All final texts, counted as outcomes.
    """

    outcomes: int
    texts: int
    of: int

    @property
    def share(self) -> float:
        """Of all outcomes, 0 to 1; 0 when no final text can be written."""
        return self.outcomes / self.of if self.of else 0.0


class _Count:
    """Counts whole branches where every text gains, or none does; splits the rest."""

    def __init__(self, problem: BargainingProblem, seats: Sequence[int]) -> None:
        self._seats = tuple(seats)
        self._ways = [sum(problem.ways(at).values()) for at in range(len(problem.options))]
        self.outcomes = 0
        self.texts = 0

    def judge(self, tree: Tree, nodes: Nodes) -> Ints:
        hopeful = np.flatnonzero((tree.most(nodes, self._seats) > 0).all(axis=0))
        nodes = nodes.some(hopeful)
        sure = (tree.least(nodes, self._seats) > 0).all(axis=0)
        self._count(tree, nodes.some(np.flatnonzero(sure)))
        doubtful = np.flatnonzero(~sure)
        if nodes.level == tree.depth and len(doubtful):
            nodes = nodes.some(doubtful)
            gains = tree.columns.gains(tree.texts(nodes))[:, self._seats]
            self._count(tree, nodes.some(np.flatnonzero((gains > 0).all(axis=1))))
        return hopeful[doubtful]

    def _count(self, tree: Tree, nodes: Nodes) -> None:
        self.outcomes += len(nodes) * tree.below[nodes.level]
        written = int(np.exp2(nodes.sums[tree.extra]).sum())
        self.texts += written * prod(self._ways[at] for at in tree.still_open(nodes.level))


def share(problem: BargainingProblem, seats: Sequence[int] | None = None) -> Share:
    """The final texts whose gain is above 0 for every one of these seats, or for all; exact."""
    count = _Count(problem, range(problem.seats) if seats is None else seats)
    twice = [_doubled(problem, at) for at in range(len(problem.options))]
    for tree in trees(problem, twice):
        descend(tree, count.judge)
    return Share(count.outcomes, count.texts, problem.outcomes)


def _doubled(problem: BargainingProblem, at: int) -> Floats:
    """By option: 1 where a text can say it in two ways."""
    ways = problem.ways(at)
    size = len(problem.board.clauses[at].options)
    return np.array([ways.get(option, 1) - 1 for option in range(size)], dtype=np.float64)
