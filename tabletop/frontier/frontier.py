"""The Pareto frontier of a moment: every gain for the seats that no final text betters for one at no cost to others."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations_with_replacement

import numpy as np

from tabletop.errors import InvariantBroken
from tabletop.frontier.bargaining_problem import BargainingProblem
from tabletop.frontier.curve_arrays import Ints
from tabletop.frontier.descent import descend
from tabletop.frontier.efficient import Staircase, efficient
from tabletop.frontier.tree import Nodes, Tree, trees

WEIGHINGS = 3
"""Shares that a dive's weights are dealt in: with four seats 20 ways to weigh them."""

DIVERS = 4_096
"""How many dives are made at once, at most."""


@dataclass(frozen=True, slots=True)
class Point:
    """A text and what it is worth to every seat, hundredths of a point over no deal."""

    text: tuple[int, ...]
    gains: tuple[int, ...]


class _Search:
    """What is known of the frontier while the trees are searched."""

    def __init__(self, seats: int) -> None:
        self.texts: list[Ints] = []
        self.known = Staircase(np.zeros((0, seats), dtype=np.int64))
        self._rows: Ints = np.zeros((0, 0), dtype=np.int64)

    @property
    def rows(self) -> Ints:
        """The texts of the known rows."""
        return self._rows

    def add(self, texts: Ints, gains: Ints) -> None:
        """Take texts in, and drop what they beat."""
        if not len(self._rows):
            self._rows = texts[:0]
        rows, values = np.concatenate((self._rows, texts)), np.concatenate((self.known.rows, gains))
        kept = efficient(values)
        self._rows, self.known = rows[kept], Staircase(values[kept])

    def judge(self, tree: Tree, nodes: Nodes) -> Ints:
        """Keep what no known text beats; whole texts are valued and taken in."""
        most = tree.most(nodes)
        if nodes.level < tree.depth:
            return np.flatnonzero(~self.known.beats(most))
        alive = np.flatnonzero(~self.known.clearly_beats(most))
        texts = tree.texts(nodes.some(alive))
        gains = tree.columns.gains(texts)
        new = ~self.known.beats(gains.T)
        if new.any():
            self.add(texts[new], gains[new])
        return alive


def frontier(problem: BargainingProblem) -> tuple[Point, ...]:
    """Every vector of gains on the frontier of all seats, each with one text that has it; exact.

    In the order of the gains, seat by seat, the largest first. Empty when no final text can be written.

    Raises:
        InvariantBroken: A text is worth something else to the game than to the search.
    """
    search = _Search(problem.seats)
    for tree in trees(problem):
        texts = dived(tree)
        search.add(texts, tree.columns.gains(texts))
        descend(tree, search.judge)
    points = [
        Point(tuple(int(option) for option in text), tuple(int(gain) for gain in gains))
        for text, gains in zip(search.rows, search.known.rows, strict=True)
    ]
    for point in points:
        if problem.gains(point.text) != point.gains:
            raise InvariantBroken(f"the text {point.text} is not worth {point.gains} to the game")
    return tuple(sorted(points, key=lambda point: (point.gains, point.text), reverse=True))


def dived(tree: Tree) -> Ints:
    """Good texts to begin with: for many weighings of the seats, down to the child that promises most.

    They only save time: the frontier is the same from any beginning.
    """
    weights = np.array(list(_weighings(tree.problem.seats)), dtype=np.float64)
    roots = tree.roots()
    few = min(len(roots), max(1, DIVERS // len(weights)))
    starts = np.unique(np.linspace(0, len(roots) - 1, few).astype(np.int64))
    weighed = np.tile(weights, (len(starts), 1)).T
    nodes = roots.some(np.repeat(starts, len(weights)))
    for level in range(tree.depth):
        ways, count = tree.ways(level), len(nodes)
        nodes = tree.children(nodes)
        promise = (tree.most(nodes).reshape(len(weighed), count, ways) * weighed[:, :, None]).sum(axis=0)
        nodes = nodes.some(np.arange(count) * ways + promise.argmax(axis=1))
    return np.unique(tree.texts(nodes), axis=0)


def _weighings(seats: int) -> Iterator[tuple[int, ...]]:
    for dealt in combinations_with_replacement(range(seats), WEIGHINGS):
        yield tuple(dealt.count(seat) for seat in range(seats))
