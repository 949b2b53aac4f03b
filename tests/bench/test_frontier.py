"""The frontier of the flagship, of a scenario hard to prune, and of a domain that only adds up."""

import random
import resource
from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tabletop.api.tools import find_frontier
from tabletop.frontier.additive import additive
from tabletop.frontier.bargaining_problem import BargainingProblem, at_start
from tabletop.frontier.best import open_door
from tabletop.frontier.curve_arrays import Ints
from tabletop.frontier.efficient import beaten, efficient
from tabletop.frontier.frontier import frontier
from tabletop.frontier.points import named
from tabletop.frontier.share import share
from tests.bench.played import SCENARIO
from tests.bench.timing import medians, repeat, tell
from tests.frontier.domains import board, hostile

pytestmark = pytest.mark.benchmark(group="frontier")


def whole(problem: BargainingProblem) -> tuple[int, int, float]:
    """The frontier with its points, and the share of texts above no deal for all."""
    points = frontier(problem)
    found = named(points, range(problem.seats))
    return len(points), len(found.zone), share(problem).share


@pytest.mark.parametrize("lower", [0, 1_000, 2_500])
def test_flagship(benchmark: BenchmarkFixture, lower: int) -> None:
    """The first day, and with every alternative 10 and 25 points lower: a wide zone takes longer to count."""
    problem = at_start(board())
    problem = replace(problem, alternatives=tuple(each - lower for each in problem.alternatives))
    points, _, inside = repeat(benchmark, lambda: whole(problem), rounds=5, warmup=1)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_000
    tell(benchmark, texts=problem.outcomes, points=points, zone_percent=100 * inside, peak_mb=memory)


def test_card(benchmark: BenchmarkFixture) -> None:
    """All that `tabletop frontier` reckons."""
    card = repeat(benchmark, lambda: find_frontier(SCENARIO), rounds=5, warmup=1)
    tell(benchmark, points=card["frontier"], terms=card["terms_frontier"])


def test_door(benchmark: BenchmarkFixture) -> None:
    """Whether a door stands open: what the debrief asks of every round."""
    problem = at_start(board())
    assert repeat(benchmark, lambda: open_door(problem), rounds=9, warmup=1) is not None


@pytest.mark.parametrize("seed", [1, 2, 3, 4, 5, 6])
def test_other_worlds(benchmark: BenchmarkFixture, seed: int) -> None:
    """The whole flagship with interlocks, dangers and homes drawn anew."""
    problem = other(seed)
    points, _, inside = repeat(benchmark, lambda: whole(problem), rounds=1)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_000
    tell(benchmark, points=points, pairs=len(problem.board.pairs), zone_percent=100 * inside, peak_mb=memory)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_additive(benchmark: BenchmarkFixture, seed: int) -> None:
    """Ten clauses of four options for four parties, against looking at every text in NumPy."""
    tables = drawn(seed)
    by_clause, by_text = medians(lambda: additive(tables), lambda: every(tables), rounds=2)
    found = repeat(benchmark, lambda: additive(tables), rounds=3)
    assert {tuple(row) for row in found.tolist()} == {tuple(row) for row in every(tables).tolist()}
    tell(benchmark, points=len(found), plain_ms=by_text / 1_000, times=by_text / by_clause)


@cache
def drawn(seed: int) -> tuple[Ints, ...]:
    """By clause: rows by option, then party; weights drawn evenly, options between 0 and 100."""
    roll = np.random.default_rng(seed)
    weights = roll.dirichlet(np.ones(10), 4)
    return tuple(
        np.rint(weights[:, clause] * roll.integers(0, 101, (4, 4)) * 100).astype(np.int64)
        for clause in range(10)
    )


def every(tables: tuple[Ints, ...]) -> Ints:
    """The plain reference: all 4^10 sums, 16,384 at a time, each chunk filtered against what is known."""
    front: Ints = np.zeros((0, 4), dtype=np.int64)
    ends = sums(tables[3:])
    for begun in sums(tables[:3]):
        rows = ends + begun
        rows = rows[~beaten(rows, front[:64])]
        joined = np.concatenate((front, rows))
        front = joined[efficient(joined)]
    return front


def sums(tables: tuple[Ints, ...]) -> Ints:
    """Every sum of one row from each table."""
    total: Ints = np.zeros((1, 4), dtype=np.int64)
    for table in tables:
        total = (total[:, None] + table[None]).reshape(-1, 4)
    return total


@cache
def other(seed: int) -> BargainingProblem:
    """The flagship's clauses in another world."""
    return replace(at_start(board()), board=hostile(board(), random.Random(seed)))  # noqa: S311 - a test's draws
