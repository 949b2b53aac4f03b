"""Matches that bots of mixed tempers play to their end in the class format, in memory, one after another."""

from itertools import count
from statistics import mean
from time import perf_counter

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tabletop.players.roster import player
from tabletop.scenario.library import open_scenario
from tabletop.table.match import Match, new_match, play
from tests.bench.played import SCENARIO
from tests.bench.timing import repeat, tell

pytestmark = pytest.mark.benchmark(group="bot matches")

MATCHES = 8


def played(seed: int) -> Match:
    """A match to its end."""
    scenario = open_scenario(SCENARIO)
    match = new_match(scenario, seating=dict.fromkeys(scenario.frame.seats, "mixed"), seed=seed)
    play(match, {seat.id: player("mixed", seat, str(seed)) for seat in match.board.seats})
    return match


def test_bot_matches(benchmark: BenchmarkFixture) -> None:
    seeds = count(1)
    entries: list[int] = []
    times: list[float] = []

    def one() -> None:
        began = perf_counter()
        entries.append(played(next(seeds)).seq)
        times.append(perf_counter() - began)

    repeat(benchmark, one, rounds=MATCHES, warmup=1)
    tell(benchmark, matches_a_second=1 / mean(times[1:]), entries_a_match=mean(entries[1:]))
