"""The table room at rest and under keys, against a plain text update, in turns, each in a terminal of its own."""

import sys
from pathlib import Path
from statistics import median, quantiles

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tabletop.api.matches import new_match
from tabletop.table.seats import PERSON
from tabletop.vocabulary import Phase
from tests.bench.played import SCENARIO, quiet
from tests.bench.terminal import Terminal
from tests.bench.timing import repeat, tell

pytestmark = [
    pytest.mark.benchmark(group="table room"),
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc"),
]

UPDATE = Path(__file__).with_name("plain_update.py")
KEYS = (b"\x1b[B", b"\x1b[A")
"""Down and up: the cursor goes through the text."""

PRESSES = 150
IDLE_S = 8.0


def in_plenary(path: Path) -> Path:
    """The journal of a match in which a person is about to speak in the first session."""
    seats = {"ukraine": PERSON, **dict.fromkeys(("russia", "us", "europe"), "patient")}
    dealt = new_match(SCENARIO, seats=seats, seed=5, journal=path)
    match = dealt.table
    while match.state.talks.phase is not Phase.PLENARY or match.awaited != ("ukraine",):
        dealt.play_bots()
        if match.state.talks.phase is Phase.PLENARY and "ukraine" in match.awaited:
            break
        match.submit("ukraine", quiet(match, "ukraine"), match.turn("ukraine"))
    match.store.close()
    return path


def test_key_to_frame_memory_and_idle(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    journal = in_plenary(tmp_path / "match.journal.jsonl")
    settings = {"TABLETOP_SAVES": str(tmp_path), "HOME": str(tmp_path)}
    command = [sys.executable, "-m", "tabletop", "resume", str(journal)]
    with Terminal(command, settings) as ours, Terminal([sys.executable, str(UPDATE)], settings) as plain:
        ours.wait_for(b"plenary")
        plain.wait_for(b"nothing in it")
        for terminal in (ours, plain):
            terminal.settle(1.5)
        frames: dict[Terminal, list[float]] = {ours: [], plain: []}
        for number in range(PRESSES):
            for terminal, spent in frames.items():
                spent.append(1_000 * terminal.frame_s(KEYS[number % len(KEYS)]))
        for terminal in (ours, plain):
            terminal.settle()
        cut = {terminal: quantiles(spent, n=100)[98] for terminal, spent in frames.items()}
        tell(
            benchmark,
            key_ms_p50=median(frames[ours]),
            key_ms_p99=cut[ours],
            plain_ms_p50=median(frames[plain]),
            ratio_p50=median(frames[ours]) / median(frames[plain]),
            aim_ratio=2.0,
            aim_ms_p99=50.0,
            memory_mb=ours.memory_mb(),
            memory_ratio=ours.memory_mb() / plain.memory_mb(),
            aim_memory_ratio=2.0,
            idle_cpu=100 * ours.idle_cpu(IDLE_S),
            aim_idle_cpu=1.0,
        )
        repeat(benchmark, lambda: ours.frame_s(KEYS[0]), rounds=1)
