"""One move to the disk and back to four views as JSON: chain, digest of the state where the table moves, fsync."""

import os
from pathlib import Path
from statistics import median
from time import perf_counter_ns

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tabletop.journal.digest import canonical
from tabletop.table.bots import BotTurn, make_bot_move
from tabletop.table.match import Match
from tabletop.table.port import Chosen
from tests.bench.played import bots, next_choice, opened
from tests.bench.timing import repeat, tell

pytestmark = pytest.mark.benchmark(group="durable move")

MOVES = 80


def made(match: Match, ask: BotTurn, chosen: Chosen) -> int:
    """Make a move and write four views; how many characters they have."""
    make_bot_move(match, ask, chosen)
    return sum(len(canonical(match.view(seat.id))) for seat in match.board.seats)


def test_durable_move(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    matches = iter(opened(seed, tmp_path / f"{seed}.journal.jsonl") for seed in range(1, 100))
    at_play = next(matches)
    sizes: list[int] = []

    def next_move() -> tuple[tuple[Match, BotTurn, Chosen], dict[str, object]]:
        nonlocal at_play
        while (choice := next_choice(at_play, bots(at_play))) is None:
            at_play = next(matches)
        return (at_play, *choice), {}

    def run(match: Match, ask: BotTurn, chosen: Chosen) -> None:
        sizes.append(made(match, ask, chosen))

    repeat(benchmark, run, setup=next_move, rounds=MOVES)
    tell(benchmark, views_kb=median(sizes) / 1_000, disk_us=disk(tmp_path / "probe"))


def disk(path: Path) -> float:
    """What writing a kilobyte and waiting for the disk costs here by itself, microseconds, median of 40."""
    times: list[int] = []
    with path.open("wb", buffering=0) as file:
        for _ in range(40):
            began = perf_counter_ns()
            file.write(b"x" * 1_000)
            os.fsync(file.fileno())
            times.append(perf_counter_ns() - began)
    return median(times) / 1_000
