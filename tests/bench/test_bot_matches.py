"""Matches that bots of mixed tempers play to their end in the class format, in memory, one after another.

Beside matches a second of the wall stand matches a second of the processor, which other programs on the machine
disturb less, and where that time goes: in bots choosing, in the engine deciding and booking, in making views.
"""

from collections import defaultdict
from collections.abc import Generator
from contextlib import contextmanager
from time import process_time

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tabletop.lab.batch import Summary, simulate
from tabletop.players.roster import player
from tabletop.scenario.compiler.board import compile_board
from tabletop.scenario.library import open_scenario
from tabletop.table.bots import next_bot
from tabletop.table.match import new_match
from tests.bench.played import SCENARIO
from tests.bench.timing import repeat, tell

pytestmark = pytest.mark.benchmark(group="bot matches")

MATCHES = 8
TEMPER = "mixed"


def test_bot_matches(benchmark: BenchmarkFixture) -> None:
    def batch() -> Summary:
        return simulate(SCENARIO, "class", MATCHES, TEMPER, seed=1)

    counted = [repeat(benchmark, batch, rounds=3, warmup=1)]
    assert counted[0]["matches"] == MATCHES
    assert benchmark.stats is not None
    spent, moves = shares(range(1, 5))
    whole = sum(spent.values())
    tell(
        benchmark,
        matches_a_second=MATCHES / float(benchmark.stats.stats.median),
        matches_a_cpu_second=4 / whole,
        moves_a_match=moves / 4,
        **{f"share_{part}": seconds / whole for part, seconds in spent.items()},
    )


def shares(seeds: range) -> tuple[dict[str, float], int]:
    """Seconds by part of the house over some matches, and how many moves bots made in them."""
    spent, moves = defaultdict[str, float](float), 0

    @contextmanager
    def counted(part: str) -> Generator[None]:
        began = process_time()
        yield
        spent[part] += process_time() - began

    scenario = open_scenario(SCENARIO)
    board = compile_board(scenario)
    for seed in seeds:
        with counted("set_up"):
            seating = dict.fromkeys(scenario.frame.seats, TEMPER)
            match = new_match(scenario, seating=seating, seed=seed, board=board)
            players = {seat.id: player(TEMPER, seat, str(seed)) for seat in match.board.seats}
        while (seat := next_bot(match)) is not None:
            with counted("views"):
                seen, key = match.view(seat), match.key(seat)
            with counted("bots"):
                chosen = players[seat].choose(match.board_of(seat), seen, key)
            with counted("engine"):
                match.submit(seat, chosen.move, seen.turn, reason=chosen.reason)
            moves += 1
        assert match.over
    return spent, moves
