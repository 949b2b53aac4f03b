"""Bands and how good they were: quantiles, the interval score, and two forecasts that know no war.

The interval score is that of Gneiting and Raftery (2007, section 6.2) for a central band of 80 per cent: its width, and
for what fell outside ten times the distance to it. Lower is better; it is in the unit of the figure.
"""

from collections.abc import Callable, Mapping, Sequence
from math import exp, log, sqrt
from statistics import NormalDist, fmean, stdev
from typing import NamedTuple

import numpy as np

from tabletop.game.war.model import Floats

SHARE = 0.8
"""Of all outcomes, so many lie in a band."""

LOW, HIGH = (1 - SHARE) / 2, (1 + SHARE) / 2
SPREADS = NormalDist().inv_cdf(HIGH)
"""Half a band in standard deviations."""

FEWEST = 3
"""Months that a naive forecast looks back on at the least, so that the fourth is the first it is made for."""


class Interval(NamedTuple):
    """A central band of 80 per cent and its middle."""

    low: float
    middle: float
    high: float

    def holds(self, value: float) -> bool:
        """Whether a value is inside, its edges included."""
        return self.low <= value <= self.high

    @property
    def width(self) -> float:
        """From edge to edge."""
        return self.high - self.low

    def score(self, value: float) -> float:
        """The interval score of a value."""
        over = max(0.0, self.low - value) + max(0.0, value - self.high)
        return self.width + 2 / (1 - SHARE) * over


Naive = Callable[[int, Mapping[int, float]], Interval | None]
"""A forecast of a month, by number, from the values of months before it; None where it cannot be made."""


def band_of(values: Floats) -> Interval:
    """The band of many outcomes, to a tenth of a unit."""
    low, middle, high = np.quantile(values, (LOW, 0.5, HIGH))
    return Interval(round(float(low), 1), round(float(middle), 1), round(float(high), 1))


def last_month(month: int, values: Mapping[int, float]) -> Interval | None:
    """Last month again, as wide as the changes from one month to the next have been so far, in logarithms."""
    before = _logs(month, values)
    steps = [before[one] - before[one - 1] for one in before if one - 1 in before]
    if len(before) < FEWEST or month - 1 not in before or len(steps) < FEWEST - 1:
        return None
    return _interval(before[month - 1], sqrt(fmean(step * step for step in steps)))


def months_before(month: int, values: Mapping[int, float]) -> Interval | None:
    """Mean and spread of all months before, in logarithms."""
    before = _logs(month, values)
    if len(before) < FEWEST:
        return None
    return _interval(fmean(before.values()), stdev(before.values()))


NAIVE: Mapping[str, Naive] = {"last_month": last_month, "months_before": months_before}
"""The forecasts that know no war."""


def naive_bands(values: Mapping[int, float]) -> dict[str, dict[int, Interval]]:
    """By forecast and month: the bands that could be made; none where a value has no logarithm."""
    if any(value <= 0 for value in values.values()):
        return {name: {} for name in NAIVE}
    made = {name: {month: forecast(month, values) for month in values} for name, forecast in NAIVE.items()}
    return {
        name: {month: band for month, band in bands.items() if band is not None}
        for name, bands in made.items()
    }


def mean_score(
    bands: Mapping[int, Interval], values: Mapping[int, float], months: Sequence[int]
) -> float | None:
    """The mean interval score over some months; None over none."""
    return round(fmean(bands[month].score(values[month]) for month in months), 1) if months else None


def mean_width(bands: Mapping[int, Interval]) -> float | None:
    """The mean width; None of nothing."""
    return round(sum(band.width for band in bands.values()) / len(bands), 1) if bands else None


def _logs(month: int, values: Mapping[int, float]) -> dict[int, float]:
    """Logarithms of the values before a month."""
    return {one: log(value) for one, value in values.items() if one < month}


def _interval(middle: float, spread: float) -> Interval:
    """A band in logarithms as one in the unit."""
    half = SPREADS * spread
    return Interval(exp(middle - half), exp(middle), exp(middle + half))
