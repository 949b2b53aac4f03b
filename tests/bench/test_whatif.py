"""A what-if from the middle of a match: both arms played on, by one process and by two.

Beside seconds of the wall stand seconds of the processor, which other programs on the machine disturb less: what one
process spends, and what two spend together, which is how much faster two are than one where both are free.
"""

import resource
from pathlib import Path
from time import perf_counter

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tabletop.journal.reader import read
from tabletop.lab.batch import simulate
from tabletop.lab.whatif.band import whatif
from tests.bench.played import SCENARIO
from tests.bench.timing import repeat, tell

pytestmark = pytest.mark.benchmark(group="what-if")

SEED = 3
CONTINUATIONS = 20
PROMISED = 200
"""The continuations that are to take less than five seconds on two processors."""


@pytest.fixture(scope="module")
def journal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("whatif")
    simulate(SCENARIO, "class", 1, "mixed", SEED, out=folder)
    return folder / f"{SCENARIO}-{SEED}.journal.jsonl"


def spent() -> tuple[float, float]:
    """Seconds of the processor that this process and the processes it waited for have spent."""
    own, others = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime, others.ru_utime + others.ru_stime


def timed(journal: Path, at: int, jobs: int) -> tuple[float, float, float]:
    """Seconds of the wall, of the processor here, and of the processor in other processes."""
    began, (own, others) = perf_counter(), spent()
    band = whatif(journal, at, "pass", CONTINUATIONS, {}, jobs)
    assert band["continuations"] == CONTINUATIONS
    after = spent()
    return perf_counter() - began, after[0] - own, after[1] - others


def test_whatif(benchmark: BenchmarkFixture, journal: Path) -> None:
    entries = read(journal).entries
    at = next(one.seq for one in entries[len(entries) // 2 :] if one.move.kind == "pass")
    timed(journal, at, 1)
    wall, alone, _ = timed(journal, at, 1)
    beside, own, others = repeat(benchmark, lambda: timed(journal, at, 2), rounds=2)
    each = PROMISED / CONTINUATIONS
    tell(
        benchmark,
        one_job_s=wall,
        two_jobs_s=beside,
        wall_ratio=wall / beside,
        one_job_cpu_s=alone,
        two_jobs_cpu_s=own + others,
        free_ratio=alone * each / (own + others / 2 * each),
        promised_two_free_cores_s=own + others / 2 * each,
    )
