"""Reading the flagship scenario: checking its folder, and compiling a board of it."""

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tabletop.scenario.check import check
from tabletop.scenario.compiler.board import compile_board
from tabletop.scenario.library import find, open_scenario
from tests.bench.played import SCENARIO
from tests.bench.timing import repeat, tell

pytestmark = pytest.mark.benchmark(group="scenario")


def test_load_and_check(benchmark: BenchmarkFixture) -> None:
    folder = find(SCENARIO)
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    tell(benchmark, kb=size / 1_000)
    assert repeat(benchmark, lambda: check(folder), rounds=7, warmup=1) == ()


def test_compile(benchmark: BenchmarkFixture) -> None:
    scenario = open_scenario(SCENARIO)
    assert repeat(benchmark, lambda: compile_board(scenario), rounds=7, warmup=1).scenario == SCENARIO
