"""Timing two things against each other in one run, so that a ratio says more than the machine does."""

from collections.abc import Callable
from statistics import median
from time import perf_counter_ns
from typing import TypeVar, cast

from pytest_benchmark.fixture import BenchmarkFixture

T = TypeVar("T")

Run = Callable[[], object]
"""Something to time."""


def medians(*runs: Run, rounds: int) -> tuple[float, ...]:
    """The median time of each run in microseconds; the runs take turns, after one round that does not count."""
    times: list[list[int]] = [[] for _ in runs]
    for number in range(rounds + 1):
        for run, spent in zip(runs, times, strict=True):
            began = perf_counter_ns()
            run()
            if number:
                spent.append(perf_counter_ns() - began)
    return tuple(median(spent) / 1_000 for spent in times)


def tell(benchmark: BenchmarkFixture, **figures: float | str) -> None:
    """Put figures beside a benchmark: in its JSON, and on standard output for `-s`."""
    shown: list[str] = []
    for name, figure in figures.items():
        benchmark.extra_info[name] = figure
        shown.append(f"{name} {figure:.2f}" if isinstance(figure, float) else f"{name} {figure}")
    print(f"\n{benchmark.name}: {', '.join(shown)}")  # noqa: T201 - what `make bench` is for


def repeat(
    benchmark: BenchmarkFixture,
    run: Callable[..., T],
    *,
    rounds: int,
    setup: Run | None = None,
    warmup: int = 0,
) -> T:
    """Let a benchmark time a run so many times; `setup` gives each its arguments and is not timed."""
    timed = cast("Callable[..., T]", benchmark.pedantic)
    return timed(run, setup=setup, rounds=rounds, warmup_rounds=warmup)
