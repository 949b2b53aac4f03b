"""The arithmetic of a fortnight: months that are on record, what drones do, and what must hold whatever happens."""

from dataclasses import fields, replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tabletop.game.core.evolve import start
from tabletop.game.core.quantities import QUANTITIES
from tabletop.game.core.step import Step
from tabletop.game.strikes.strikes import count_salvo
from tabletop.game.war.model import (
    LEAST,
    MOST,
    Effort,
    World,
    cuts_of,
    dark_after,
    fortnight,
    gain_of,
    month_of,
    real,
    rounded,
    tempo_of,
    whole,
    world_of,
)
from tabletop.scenario.board.war import WarRules
from tests.examples import examples
from tests.game.worlds import COUNTRY, board, february, orders, rules


def october() -> World:
    """October 2025: forces, drones, budget and grid of then, 19.05 per cent of the country."""
    return february(
        attacker_force=710_000, defender_force=300_000, defender_lethality=8_548,
        attacker_lost=13_000, attacker_before=13_000, recruiting=10_000, headroom=10_000,
        grid=17_500, held=78_00, ground=114_968,
    )  # fmt: skip


def of_autumn() -> WarRules:
    """The rules with the drift of that autumn: headroom falls by two per cent a month, recruiting is whole."""
    war = rules()
    return replace(war, drift={"headroom": -100}, intake=replace(war.intake, mean=10_000))


def months(
    world: World, tempi: list[int], growth: float, war: WarRules, first: int, hits: int = 0
) -> list[dict[str, float]]:
    """Month by month: losses, recruits (thousand), gain (km2), share of the country (per cent), grid (GW)."""
    told: list[dict[str, float]] = []
    for at, tempo in enumerate(tempi):
        before, lost, joined = world.ground, 0, 0
        for half in range(2):
            if at or half:
                drones = rounded(real(world.defender_lethality) * np.sqrt(1 + growth))
                world = replace(world, defender_lethality=drones)
            world = fortnight(world, orders(tempo, (first - 1 + at) % 12 + 1, hits), {}, war)
            lost += int(world.attacker_lost)
            joined += int(world.attacker_joined)
        told.append(
            {
                "lost": lost / 1_000,
                "joined": joined / 1_000,
                "km2": float(world.ground - before),
                "share": 100 * float(world.ground) / COUNTRY,
                "grid": float(world.grid) / 1_000,
            }
        )
    return told


def test_the_last_months_of_2025_come_out_as_they_were_told() -> None:
    """Losses claimed 26, 30, 35, 30.6 thousand; recruits 30 to 35, then some 22; gains of the mapping group."""
    wanted = {
        "lost": [26.0, 29.7, 34.3, 29.8],
        "joined": [33.0, 32.7, 32.3, 24.0],
        "km2": [264, 471, 445, 250],
        "grid": [14.4, 12.7, 11.8, 11.2],
    }
    told = months(october(), [10_000, 11_000, 12_200, 10_200], 0.04, of_autumn(), 10, hits=2_000)
    for name, values in wanted.items():
        assert [month[name] for month in told] == pytest.approx(values, rel=0.1), name
    assert [month["share"] for month in told] == pytest.approx([19.09, 19.17, 19.25, 19.29], abs=0.03)
    net = [month["joined"] - month["lost"] for month in told]
    assert net[0] > 5 > net[1] > 0 > net[2] > net[3]


def test_drones_that_grow_by_a_tenth_a_month_reach_fifty_thousand_and_then_limit_themselves() -> None:
    told = months(february(), [11_000] * 14, 0.095, rules(), 2)
    lost = [month["lost"] for month in told]
    assert max(lost) == pytest.approx(50, rel=0.05)
    assert lost[-1] < max(lost) * 0.9
    assert all(month["lost"] > month["joined"] for month in told)


def test_at_four_per_cent_a_month_losses_peak_near_forty_three_thousand_as_the_tempo_falls() -> None:
    told = months(february(), [11_000] * 14, 0.04, rules(), 2)
    lost = [month["lost"] for month in told]
    peak = lost.index(max(lost))
    assert max(lost) == pytest.approx(43, rel=0.05)
    assert 0 < peak < 12
    assert lost[-1] < max(lost)


def test_a_side_that_holds_loses_less_and_the_line_moves_slowly() -> None:
    told = months(february(), [4_000] * 6, 0.0, rules(), 2)
    assert all(12 <= month["lost"] <= 16 for month in told)
    assert 50 <= sum(month["km2"] for month in told) / 6 <= 150
    assert all(month["joined"] > month["lost"] for month in told)


def test_without_strikes_the_grid_comes_back_and_the_cuts_end() -> None:
    told = months(february(), [10_000] * 4, 0.0, rules(), 2)
    assert told[-1]["grid"] == pytest.approx(16.9, rel=0.02)
    assert int(cuts_of(whole(11_200), 1, rules())) == 653  # some eleven hours a day
    assert int(cuts_of(whole(16_900), 6, rules())) == 0


def test_the_night_of_24_january_leaves_homes_dark_as_long_as_they_were() -> None:
    war, at = rules(), board()
    salvo = at.salvo["energy"]
    fixed = {"drones": 375 - salvo.drones[0], "missiles": 21 - salvo.missiles[0], "night": 10}

    def dice(name: str, _sides: int) -> int:
        return fixed[name.split("/")[1]]

    drones, missiles, no_drones, no_missiles = count_salvo(Step(at, start(at), dice), "russia", salvo)
    assert (drones, missiles) == (375, 21)
    homes = whole((drones - no_drones + 8 * (missiles - no_missiles)) * salvo.homes)
    dark = [int(dark_after(homes, days, war)) / 1e6 for days in (0, 1, 3, 7)]
    assert dark == pytest.approx([1.17, 0.45, 0.19, 0.12], rel=0.1)


def test_the_line_can_go_back() -> None:
    """Once momentum has gone far enough against the attacker, ground is given back, of country and region."""
    before = february(momentum=-45_00)
    after = fortnight(before, orders(4_000, 3), {}, rules())
    assert after.ground < before.ground
    assert after.held < before.held
    assert gain_of(february(momentum=-20_00), real(whole(1)), 3, rules()) > 0


def test_an_order_cannot_carry_more_than_men_and_money() -> None:
    war = rules()
    assert tempo_of(february(), whole(12_500), war) == pytest.approx(1.2195, abs=1e-3)
    assert tempo_of(february(attacker_force=500_000), whole(12_500), war) < 0.7
    assert tempo_of(february(headroom=25_00), whole(12_500), war) < 0.65
    assert tempo_of(february(attacker_force=2_000_000), whole(20_000), war) == pytest.approx(1.35)


def test_beyond_thirty_thousand_losses_recruiting_wears() -> None:
    quiet = fortnight(february(attacker_lost=15_000, attacker_before=15_000), orders(10_000, 2), {}, rules())
    worn = fortnight(february(attacker_lost=20_000, attacker_before=20_000), orders(10_000, 2), {}, rules())
    assert int(worn.attacker_joined) == pytest.approx(0.85 * int(quiet.attacker_joined), abs=1)


def test_months_run_two_fortnights_each_from_february() -> None:
    calendar = rules().calendar
    assert [month_of(calendar, passed) for passed in (0, 1, 2, 3, 21, 22)] == [2, 2, 3, 3, 12, 1]


def test_bounds_are_those_of_the_state() -> None:
    named = {
        "attacker_force": "force", "defender_force": "force", "attacker_lethality": "lethality",
        "defender_lethality": "lethality", "recruiting": "recruiting", "momentum": "momentum",
        "headroom": "headroom", "cover": "air_cover", "grid": "grid", "held": "held",
    }  # fmt: skip
    for field, name in named.items():
        bounds = QUANTITIES["war", name].range
        assert LEAST.get(field, 0) == bounds.least, field
        assert MOST.get(field, bounds.most) == bounds.most, field


BATCH = 1_000


def many() -> tuple[World, Effort, dict[str, np.ndarray]]:
    """A thousand worlds that differ in everything, their orders and their draws."""
    at = np.arange(BATCH)
    world = world_of(
        attacker_force=300_000 + 700 * at, defender_force=150_000 + 311 * at,
        attacker_lethality=6_000 + 11 * at, defender_lethality=6_000 + 17 * at,
        attacker_lost=5_000 + 23 * at, defender_lost=2_000 + 9 * at,
        attacker_before=4_000 + 19 * at, defender_before=2_500 + 7 * at, attacker_joined=0, defender_joined=0,
        recruiting=5_000 + 9 * at, momentum=-9_000 + 18 * at, headroom=13 * at, support=9 * at, cover=10 * at,
        grid=3_000 + 17 * at, dark=2_003 * at, held=7_500 + at, ground=110_000 + 13 * at, strain=101 * at,
    )  # fmt: skip
    levers = Effort(2_000 + 13 * at, 3 * at, 2 * at, 5)
    noise = dict.fromkeys(rules().noise, 37 * at % 4001 - 2000)
    return world, levers, noise


def test_a_batch_is_its_worlds_one_by_one() -> None:
    world, levers, noise = many()
    after = fortnight(world, levers, noise, rules())
    for at in range(0, BATCH, 7):
        one = World(**{field.name: getattr(world, field.name)[at] for field in fields(World)})
        own = Effort(levers.tempo[at], levers.hits[at], levers.strain[at], levers.month)
        alone = fortnight(one, own, {name: draw[at] for name, draw in noise.items()}, rules())
        for field in fields(World):
            assert int(getattr(alone, field.name)) == int(getattr(after, field.name)[at]), field.name


SHARE = st.integers(0, 10_000)


@settings(max_examples=examples(20), deadline=None)
@given(
    st.integers(0, 900_000), st.integers(0, 500_000), st.integers(1_000, 90_000), st.integers(0, 20_000), SHARE,
    st.integers(-10_000, 10_000), st.integers(1, 12),
)  # fmt: skip
def test_stocks_are_conserved_and_stay_within_bounds(
    force: int, other: int, drones: int, tempo: int, cover: int, momentum: int, month: int
) -> None:
    before = february(
        attacker_force=force, defender_force=other, defender_lethality=drones, cover=cover, momentum=momentum
    )
    noise = {name: whole(-1_500) for name in rules().noise}
    after = fortnight(before, orders(tempo, month, hits=5_000), noise, rules())
    assert after.attacker_force == before.attacker_force + after.attacker_joined - after.attacker_lost
    assert after.defender_force == before.defender_force + after.defender_joined - after.defender_lost
    assert after.attacker_lost <= before.attacker_force
    assert after.attacker_before == before.attacker_lost
    assert 0 <= after.ground <= COUNTRY
    for field in fields(World):
        value = int(getattr(after, field.name))
        assert LEAST.get(field.name, 0) <= value <= MOST.get(field.name, value), field.name
