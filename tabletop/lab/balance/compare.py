"""Arms compared seed by seed: means, differences and their standard errors, in points."""

from collections.abc import Iterable, Mapping, Sequence
from math import sqrt
from statistics import fmean, stdev

from tabletop.lab.balance.trial import Arm, Trial

POINT = 100
"""Values are counted in hundredths."""

DECIDED = 5
"""Of fewer seeds with a text, nobody can say whether one choice explains them all."""

Rows = Mapping[Arm, Sequence[Trial]]
"""Trials by arm, in the order of one and the same seeds."""


def matched(trials: Iterable[Trial], arms: Sequence[Arm]) -> dict[Arm, list[Trial]]:
    """The trials of these arms on the seeds that every one of them has played."""
    by_arm: dict[Arm, dict[int, Trial]] = {arm: {} for arm in arms}
    for trial in trials:
        if trial.arm in by_arm:
            by_arm[trial.arm][trial.seed] = trial
    first, *others = by_arm.values()
    shared = sorted(seed for seed in first if all(seed in found for found in others))
    return {arm: [found[seed] for seed in shared] for arm, found in by_arm.items()}


def mean(figures: Sequence[float]) -> float:
    """The mean, or 0 of nothing."""
    return fmean(figures) if figures else 0.0


def error(figures: Sequence[float]) -> float:
    """The standard error of the mean; 0 where it cannot be told."""
    return stdev(figures) / sqrt(len(figures)) if len(figures) > 1 else 0.0


def values(trials: Iterable[Trial], seat: str) -> list[float]:
    """What a seat had in each trial by its own lights, points."""
    return [trial.values[seat] / POINT for trial in trials]


def gains(trials: Iterable[Trial], seat: str) -> list[float]:
    """What the text gained a seat in each trial, points; nought without a text."""
    return [trial.gains[seat] / POINT for trial in trials]


def lead(trials: Sequence[Trial], others: Sequence[Trial], seat: str) -> list[float]:
    """Seed by seed, what a seat had more in the first trials than in the others, points."""
    return [one - other for one, other in zip(values(trials, seat), values(others, seat), strict=True)]


def mean_rounds(trials: Iterable[Trial]) -> float:
    """Rounds that a trial took on the mean, rounded to hundredths."""
    return round(mean([trial.rounds for trial in trials]), 2)


def signed_share(trials: Sequence[Trial]) -> float:
    """The share of trials in which a text was initialled, rounded to thousandths."""
    return round(mean([trial.signed for trial in trials]), 3)


def decides(arms: Sequence[Sequence[bool]]) -> bool | None:
    """Whether this one choice explains all signatures; None when too few seeds have one to tell.

    It does when, among the seeds on which any arm came to a text, each arm has a text on all of them or on none,
    and there are arms of both sorts: then the choice alone says whether there is a text.

    Args:
        arms: For each arm of the choice: whether there was a text, seed by seed.
    """
    seeds = [signed for signed in zip(*arms, strict=True) if any(signed)]
    if len(seeds) < DECIDED:
        return None
    return set(map(sum, zip(*seeds, strict=True))) == {0, len(seeds)}
