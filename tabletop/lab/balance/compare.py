"""Arms compared seed by seed: means, differences and their standard errors, in points."""

from collections.abc import Iterable, Mapping, Sequence
from math import sqrt
from statistics import fmean, stdev

from tabletop.lab.balance.world import Arm, World

POINT = 100
"""Values are counted in hundredths."""

DECIDED = 5
"""Of fewer seeds with a text, nobody can say whether one choice explains them all."""

Rows = Mapping[Arm, Sequence[World]]
"""Worlds by arm, in the order of one and the same seeds."""


def matched(worlds: Iterable[World], arms: Sequence[Arm]) -> dict[Arm, list[World]]:
    """The worlds of these arms on the seeds that every one of them has played."""
    by_arm: dict[Arm, dict[int, World]] = {arm: {} for arm in arms}
    for world in worlds:
        if world.arm in by_arm:
            by_arm[world.arm][world.seed] = world
    first, *others = by_arm.values()
    shared = sorted(seed for seed in first if all(seed in found for found in others))
    return {arm: [found[seed] for seed in shared] for arm, found in by_arm.items()}


def mean(figures: Sequence[float]) -> float:
    """The mean, or 0 of nothing."""
    return fmean(figures) if figures else 0.0


def error(figures: Sequence[float]) -> float:
    """The standard error of the mean; 0 where it cannot be told."""
    return stdev(figures) / sqrt(len(figures)) if len(figures) > 1 else 0.0


def apart(rows: Rows, arm: Arm, seat: str) -> list[float]:
    """By seed: a seat's own value under an arm less its mean over all the arms, points."""
    return [
        (world.values[seat] - fmean(other[at].values[seat] for other in rows.values())) / POINT
        for at, world in enumerate(rows[arm])
    ]


def signed_share(worlds: Sequence[World]) -> float:
    """The share of worlds in which a text was initialled."""
    return mean([world.signed for world in worlds])


def decides(rows: Rows) -> bool | None:
    """Whether this one choice explains all signatures; None when too few seeds have one to tell.

    It does when, among the seeds on which any arm came to a text, each arm has a text on all of them or on none,
    and there are arms of both sorts: then the choice alone says whether there is a text.
    """
    seeds = [
        at for at in range(len(next(iter(rows.values())))) if any(arm[at].signed for arm in rows.values())
    ]
    if len(seeds) < DECIDED:
        return None
    counts = {sum(arm[at].signed for at in seeds) for arm in rows.values()}
    return counts == {0, len(seeds)}
