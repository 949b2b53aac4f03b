"""The whole of the flagship: 82 million texts by the tree, and one by one."""

import subprocess
import sys
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from tabletop.frontier.bargaining_problem import BargainingProblem, at_start
from tabletop.frontier.best import best_for_both
from tabletop.frontier.frontier import frontier
from tabletop.frontier.points import named
from tabletop.frontier.share import share
from tests.frontier.domains import board, drawn, everything, unbeaten
from tests.frontier.plain import Plain, enumerated


@cache
def plain(lower: int) -> tuple[BargainingProblem, Plain]:
    """The flagship with all alternatives lower by so much, enumerated."""
    problem = at_start(board())
    problem = replace(problem, alternatives=tuple(each - lower for each in problem.alternatives))
    return problem, enumerated(problem)


@pytest.mark.slow
@pytest.mark.timeout(1_800)
@pytest.mark.parametrize("lower", [0, 1_000])
def test_two_methods_agree_on_the_whole_flagship(lower: int) -> None:
    problem, found = plain(lower)
    assert found.texts == problem.outcomes
    points = frontier(problem)
    assert {point.gains for point in points} == {tuple(row) for row in found.front.tolist()}
    assert share(problem).outcomes == found.above_all
    assert share(problem, problem.board.parties).outcomes == found.above_parties
    best = best_for_both(problem)
    assert best is not None
    assert best[1] == found.best
    nash = named(points, range(problem.seats)).nash
    zone = found.front[(found.front > 0).all(axis=1)]
    assert nash is not None
    assert np.prod(nash.gains) == zone.prod(axis=1).max()


@pytest.mark.parametrize("seed", range(6))
def test_the_second_method_is_right_on_small_domains(seed: int) -> None:
    problem = drawn(seed, 5)
    problem = replace(problem, barred=(), context=replace(problem.context, payments=()))
    gains = dict(everything(problem))
    found = enumerated(problem)
    assert found.texts == len(gains)
    assert {tuple(row) for row in found.front.tolist()} == unbeaten(set(gains.values()))


ALONE = """
from pathlib import Path
from tabletop.frontier.frontier import frontier
from tabletop.frontier.bargaining_problem import at_start
from tabletop.frontier.share import share
from tests.frontier.domains import board
moment = at_start(board())
frontier(moment)
share(moment)
print(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0])
"""
"""Prints the most memory the process held, kB. The kernel's count for a child (`ru_maxrss`) begins with its
parent's, so it is not asked."""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="reads Linux's own figures of a process")
@pytest.mark.slow
def test_the_flagship_fits_in_memory() -> None:
    told = subprocess.run([sys.executable, "-c", ALONE], capture_output=True, text=True, check=True).stdout
    assert int(told) < 150_000
