"""Matches that bots of mixed tempers play to their end in the class format, in memory, one after another."""

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tabletop.batch import simulate
from tests.bench.played import SCENARIO
from tests.bench.timing import repeat, tell

pytestmark = pytest.mark.benchmark(group="bot matches")

MATCHES = 8


def test_bot_matches(benchmark: BenchmarkFixture) -> None:
    def batch() -> dict[str, object]:
        return simulate(SCENARIO, "class", MATCHES, "mixed", seed=1)

    counted = [repeat(benchmark, batch, rounds=3, warmup=1)]
    assert counted[0]["matches"] == MATCHES
    assert benchmark.stats is not None
    tell(benchmark, matches_a_second=MATCHES / float(benchmark.stats.stats.median))
