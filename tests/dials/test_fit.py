"""The constants of the ground against a fit that leaves each month out, and the path that news expects."""

from statistics import fmean

import pytest

from tabletop.lab.backtest.backtest import plan
from tabletop.scenario.library import open_scenario
from tests.dials.fit import counted, expected_path, fitted, leave_one_out
from tests.dials.fit_page import BLOCKS, on_page

SEEDS = 500


def test_the_page_has_the_backtest_as_it_comes_out() -> None:
    assert on_page("backtest") == BLOCKS["backtest"]()


@pytest.mark.slow
def test_the_page_has_the_fit_as_it_comes_out() -> None:
    assert on_page("left out") == BLOCKS["left out"]()


@pytest.mark.slow
@pytest.mark.parametrize("flat", [False, True])
def test_months_that_the_fit_does_not_know_lie_in_their_bands(*, flat: bool) -> None:
    asked = plan(open_scenario("abu-dhabi-2026"))
    left = leave_one_out(asked, flat=flat, seeds=SEEDS)
    assert len(left.bands) == 12
    assert left.inside >= 7
    assert fmean(fit.pace for fit in left.fits.values()) == pytest.approx(470, rel=0.1)


@pytest.mark.slow
def test_a_fit_centres_its_months_and_follows_what_they_say() -> None:
    asked = plan(open_scenario("abu-dhabi-2026"))
    values = counted(asked)
    assert len(values) == 12
    once = fitted(asked, values, flat=False, seeds=SEEDS)
    twice = fitted(asked, {month: 2 * value for month, value in values.items()}, flat=False, seeds=SEEDS)
    assert twice.pace == pytest.approx(2 * once.pace, rel=0.12)
    assert twice.spread == pytest.approx(once.spread, abs=0.05)


@pytest.mark.slow
def test_the_expected_path_begins_on_the_first_day() -> None:
    scenario = open_scenario("abu-dhabi-2026")
    path = expected_path(scenario, 200)
    assert scenario.rules.war is not None
    assert set(path) == set(scenario.rules.war.news.expected)
    assert all(len(figures) == len(scenario.rules.war.news.rounds) for figures in path.values())
    assert path["headroom"][0] == scenario.rules.start.headroom
    assert path["grid"][0] == scenario.rules.start.grid
    assert path["strain"][0] == 0
