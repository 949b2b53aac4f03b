"""The interval score and the forecasts that know no war, held against figures worked out by hand."""

from math import exp, log, sqrt

import numpy as np
import pytest

from tabletop.lab.backtest.scores import (
    Interval,
    band_of,
    last_month,
    mean_score,
    mean_width,
    months_before,
    naive_bands,
)

Z = 1.2815515655446004


def test_the_interval_score_is_the_width_and_ten_times_what_fell_outside() -> None:
    band = Interval(100.0, 150.0, 200.0)
    assert [band.score(value) for value in (100, 150, 200)] == [100, 100, 100]
    assert band.score(90) == pytest.approx(100 + 10 * 10)
    assert band.score(225) == pytest.approx(100 + 10 * 25)
    assert band.holds(100)
    assert not band.holds(200.1)
    bands, values = {1: band, 2: band}, {1: 150.0, 2: 225.0}
    assert mean_score(bands, values, [1, 2]) == pytest.approx((100 + 350) / 2)
    assert mean_score(bands, values, []) is None
    assert mean_width(bands) == 100


def test_the_score_is_least_for_the_band_of_the_outcomes_themselves() -> None:
    outcomes = np.linspace(0, 1_000, 2_001)
    true = band_of(outcomes)
    assert (true.low, true.middle, true.high) == (100, 500, 900)

    def mean(band: Interval) -> float:
        return float(np.mean([band.score(float(one)) for one in outcomes]))

    others = [Interval(low, 500, high) for low in (50, 150) for high in (850, 950)]
    assert all(mean(true) < mean(other) for other in others)


def test_last_month_again_is_as_wide_as_the_changes_so_far() -> None:
    values = {1: 100.0, 2: 200.0, 3: 100.0, 4: 400.0}
    band = last_month(4, values)
    assert band is not None
    half = Z * sqrt((log(2) ** 2 + log(2) ** 2) / 2)
    assert band.middle == pytest.approx(100)
    assert (band.low, band.high) == pytest.approx((100 * exp(-half), 100 * exp(half)))


def test_mean_and_spread_of_the_months_before() -> None:
    values = {1: 100.0, 2: 200.0, 3: 400.0, 4: 999.0}
    band = months_before(4, values)
    assert band is not None
    assert band.middle == pytest.approx(200)
    assert (band.low, band.high) == pytest.approx((200 * exp(-Z * log(2)), 200 * exp(Z * log(2))))


def test_both_begin_with_the_fourth_month_and_know_nothing_later() -> None:
    values = {month: 100.0 + 10 * (month % 3) for month in range(1, 8)}
    for bands in naive_bands(values).values():
        assert list(bands) == [4, 5, 6, 7]
    other = naive_bands({**values, 7: 5_000.0})
    assert all(naive_bands(values)[name][6] == other[name][6] for name in other)


def test_a_month_after_a_gap_has_no_last_month() -> None:
    values = {1: 100.0, 2: 120.0, 3: 110.0, 4: 90.0, 6: 100.0, 7: 120.0}
    found = naive_bands(values)
    assert list(found["last_month"]) == [4, 7]
    assert list(found["months_before"]) == [4, 6, 7]


def test_a_month_of_loss_has_no_logarithm() -> None:
    assert naive_bands({1: 100.0, 2: -5.0, 3: 90.0, 4: 80.0}) == {"last_month": {}, "months_before": {}}
