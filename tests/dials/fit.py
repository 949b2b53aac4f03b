"""Refits the ground to the record and prints the path that news expects: `python -m tests.dials.fit`.

Pace and the luck of a fortnight are fitted to all counted months but one, so that the middles of the forecasts are
right on the average of the logarithms and their spread is that of what was left; the month that was left out is then
forecast. This is done for each month, with the season of the rules and with a flat one. Nothing is written: constants
go into `rules.yaml` by hand.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp, log
from statistics import fmean, stdev

import numpy as np

from tabletop.game.war.news import drivers
from tabletop.lab.backtest.backtest import Plan, plan, theatre_for
from tabletop.lab.backtest.months import (
    Month,
    War,
    days_of,
    efforts,
    forecasts,
    month_named,
    name_of,
    openings,
)
from tabletop.lab.backtest.scores import SPREADS, Interval, band_of, mean_score, mean_width, naive_bands
from tabletop.lab.backtest.worlds import Dice, first_world, many, passed, standing
from tabletop.lab.held_orders import HeldOrders, first_day
from tabletop.scenario.board.war import WarRules
from tabletop.scenario.library import open_scenario
from tabletop.scenario.scenario import Scenario
from tabletop.scenario.sheets.war import DRIVER_SCALES

SEEDS = 8_000
TIMES = 5
"""Rounds of a fit; after three nothing moves any more."""

LEAST_LUCK = 200
SCALES: dict[str, int] = {str(name): scale for name, scale in DRIVER_SCALES.items()}
"""What a driver is written in, against its unit in play."""

NEWS_SEEDS = 2_000


@dataclass(frozen=True, slots=True)
class Fit:
    """Constants of the ground, as `rules.yaml` has them.

    Attributes:
        pace: Square kilometres a month.
        luck: Per cent.
        spread: Of a month around its middle, in logarithms: what the luck was fitted to.
    """

    pace: float
    luck: float
    spread: float


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Each month forecast by a fit that does not know it."""

    fits: Mapping[Month, Fit]
    bands: Mapping[Month, Interval]
    values: Mapping[Month, float]

    @property
    def inside(self) -> int:
        """Months inside their band."""
        return sum(band.holds(self.values[month]) for month, band in self.bands.items())


def counted(asked: Plan) -> dict[Month, float]:
    """The counted ground of the record."""
    assert asked.record is not None
    return {
        month_named(month): figures["ground"].value
        for month, figures in asked.record.sheet.months.items()
        if "ground" in figures and asked.record.counts("ground", figures["ground"])
    }


def with_ground(asked: Plan, fit: Fit, *, flat: bool) -> Plan:
    """The same with other constants of the ground, and with no season where it is flat."""
    rules = asked.war.theatre.rules
    season = (round(fmean(rules.calendar.gain)),) * 12 if flat else rules.calendar.gain
    other: WarRules = replace(
        rules,
        ground=replace(rules.ground, pace=round(fit.pace), luck=round(100 * fit.luck)),
        calendar=replace(rules.calendar, gain=season),
    )
    return replace(asked, war=replace(asked.war, theatre=replace(asked.war.theatre, rules=other)))


def as_it_is(asked: Plan) -> Fit:
    """The constants of the rules."""
    ground = asked.war.theatre.rules.ground
    return Fit(float(ground.pace), ground.luck / 100, 0.0)


def bands_of(asked: Plan, months: Sequence[Month], seeds: int = SEEDS) -> dict[Month, Interval]:
    """The band of each month, one month ahead."""
    found = forecasts(asked.war, months, seeds, asked.known)
    return {month: band_of(figures["ground"]) for month, figures in found.items()}


def fitted(asked: Plan, values: Mapping[Month, float], *, flat: bool, seeds: int = SEEDS) -> Fit:
    """Pace and luck for some months."""
    fit = as_it_is(asked)
    for _ in range(TIMES):
        bands = bands_of(with_ground(asked, fit, flat=flat), tuple(values), seeds)
        off = [log(values[month] / bands[month].middle) for month in values]
        spread = fmean(log(band.high / max(1.0, band.low)) / (2 * SPREADS) for band in bands.values())
        luck = max(LEAST_LUCK / 100, fit.luck * stdev(off) / spread)
        fit = Fit(fit.pace * exp(fmean(off)), luck, stdev(off))
    return fit


def leave_one_out(asked: Plan, *, flat: bool, seeds: int = SEEDS) -> LeftOut:
    """Each month forecast by a fit to all others."""
    values = counted(asked)
    fits = {
        month: fitted(
            asked, {one: value for one, value in values.items() if one != month}, flat=flat, seeds=seeds
        )
        for month in values
    }
    bands = {
        month: bands_of(with_ground(asked, fit, flat=flat), (month,), seeds)[month]
        for month, fit in fits.items()
    }
    return LeftOut(fits, bands, values)


def expected_path(scenario: Scenario, seeds: int = NEWS_SEEDS) -> dict[str, list[float]]:
    """By driver of news: its mean in the author's unit as each round of the path opens, every lever at its default."""
    theatre = theatre_for(scenario)
    rounds, begins = theatre.rules.news.rounds, month_named(scenario.frame.starts)
    war, dice = War(theatre, first_world(theatre), begins, HeldOrders(first_day(scenario), ())), Dice(seeds)
    world = many(war.first, theatre, dice)
    path: dict[str, list[float]] = {}
    for at in range(max(rounds)):
        if at + 1 in rounds:
            for name, found in drivers(world, theatre.rules).items():
                path.setdefault(name, []).append(float(np.mean(found)) / SCALES.get(name, 1))
        month, half = begins + at // 2, at % 2
        orders = standing(war.orders, days_of(month)[half], theatre.board)
        world = passed(theatre, world, orders, efforts(war, month)[half], 2 * month + half, dice)
    return path


def told() -> Iterator[str]:
    """Constants, months left out, and the expected path."""
    scenario = open_scenario("abu-dhabi-2026")
    asked = plan(scenario)
    values, begun = counted(asked), openings(asked.war, max(asked.months), asked.known)
    now = as_it_is(asked)
    yield f"in rules.yaml: pace {now.pace:.0f}, luck {now.luck:.0f}"
    for month in values:
        world = begun[month].world
        yield (
            f"  {name_of(month)}: force {int(world.attacker_force):,} and {int(world.defender_force):,}, "
            f"index {int(world.defender_lethality) / 100:.0f} and {int(world.attacker_lethality) / 100:.0f}, "
            f"momentum {int(world.momentum) / 100:.1f}"
        )
    for name, flat in (("the season of the rules", False), ("a flat season", True)):
        whole, left = fitted(asked, values, flat=flat), leave_one_out(asked, flat=flat)
        inside = bands_of(with_ground(asked, whole, flat=flat), tuple(values))
        naive = naive_bands(values)
        scored = [month for month in values if all(month in bands for bands in naive.values())]
        yield f"{name}: pace {whole.pace:.0f}, luck {whole.luck:.0f}, spread of a month {whole.spread:.2f}"
        yield (
            f"  fitted to all: {sum(band.holds(values[one]) for one, band in inside.items())} of {len(values)} inside, "
            f"mean width {mean_width(inside):.0f}, interval score {mean_score(inside, values, scored)}"
        )
        yield (
            f"  each left out: {left.inside} of {len(values)} inside, mean width {mean_width(left.bands):.0f}, "
            f"interval score {mean_score(left.bands, values, scored)}"
        )
        for month, band in left.bands.items():
            fit = left.fits[month]
            yield (
                f"    {name_of(month)}: pace {fit.pace:.0f}, luck {fit.luck:.0f}: {band.low:.0f} to {band.high:.0f}, "
                f"{values[month]:.0f} {'inside' if band.holds(values[month]) else 'outside'}"
            )
    yield "expected:"
    for name, figures in expected_path(scenario).items():
        yield f"  {name}: [{', '.join(shown(figure) for figure in figures)}]"


def shown(figure: float) -> str:
    """Three or four figures, as an author writes them."""
    return (
        f"{round(figure, -3):.0f}"
        if figure >= 100_000
        else f"{figure:.0f}"
        if figure >= 100
        else f"{figure:.1f}"
    )


if __name__ == "__main__":
    for line in told():
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
