"""The arithmetic of a fortnight: months that are on record, what drones do, and what must hold whatever happens."""

from dataclasses import fields, replace
from math import isqrt

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
    LUCK,
    MOST,
    Effort,
    World,
    back_of,
    cuts_of,
    dark_after,
    fortnight,
    gain_of,
    growth_of,
    luck_of,
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


def months(world: World, tempo: int, points: int, war: WarRules, count: int) -> list[dict[str, float]]:
    """Month by month, in the middle: losses, recruits (thousand), gain (km2), with so many points on drones."""
    told: list[dict[str, float]] = []
    for at in range(count):
        before, lost, joined = world.ground, 0, 0
        for _ in range(2):
            world = fortnight(world, orders(tempo, at % 12 + 2, points=points), {}, war)
            lost += int(world.attacker_lost)
            joined += int(world.attacker_joined)
        told.append({"lost": lost / 1_000, "joined": joined / 1_000, "km2": float(world.ground - before)})
    return told


def worlds(count: int, tempo: int, points: int, fortnights: int) -> list[World]:
    """So many worlds from the first day on, helped as usual, with every draw of a match, from a fixed seed."""
    war, random = rules(), np.random.default_rng(20260131)

    def normal() -> np.ndarray:
        return np.rint(random.standard_normal(count) * 1_000).astype(np.int64)

    worth = rounded(10_000 * luck_of(war.drones.worth, normal()))
    world = world_of(
        **{
            field.name: getattr(february(), field.name)
            for field in fields(World)
            if field.name != "programme"
        },
        programme=worth,
    )
    told = [world]
    for passed in range(fortnights):
        noise = {name: normal() for name in (*war.noise, *LUCK)}
        levers = orders(tempo, month_of(war.calendar, passed), hits=1_200, points=points)
        helped = replace(told[-1], support=told[-1].support + 150)
        told.append(fortnight(helped, levers, noise, war))
    return told


def test_the_exponential_by_squaring_is_the_exponential() -> None:
    draws = np.arange(-3_300, 3_301, 7)
    for spread in (2_500, 5_500, 14_000):
        assert luck_of(spread, draws) == pytest.approx(np.exp(spread / 10_000 * draws / 1_000), rel=1e-7)


def test_a_month_of_pressing_goes_either_way_and_seldom_backwards() -> None:
    """At press: a middle near 300 km2, four of five within a factor of two, few backwards."""
    told = worlds(3_000, 10_000, 100, 2)
    gained = real(told[2].ground - told[0].ground)
    assert 250 < np.median(gained) < 420
    low, high = np.percentile(gained, [10, 90])
    assert 130 < low < 220
    assert 500 < high < 750
    assert 0.01 < (gained < 0).mean() < 0.04


def test_pace_follows_the_assault_force_not_the_army() -> None:
    """A twentieth of the army less is a quarter of its assault less; more than the line has room for adds nothing."""
    war, full = rules(), real(whole(10_000)) / 10_000
    usual = gain_of(february(attacker_force=710_000), full, 10, war)
    assert gain_of(february(attacker_force=674_500), full, 10, war) / usual == pytest.approx(0.763, abs=0.01)
    assert gain_of(february(attacker_force=500_000), full, 10, war) / usual == pytest.approx(0.2, abs=0.01)
    assert gain_of(february(attacker_force=900_000), full, 10, war) / usual == pytest.approx(1.2, abs=0.01)


def test_what_is_booked_is_what_the_shares_show() -> None:
    """The belt slows the share of the region alone, and the country gains what the region and the rest gain."""
    war = rules()
    before = february()
    after = fortnight(before, orders(10_000, 10), {}, war)
    region = (int(after.held) - int(before.held)) * war.ground.region / 10_000
    gain = float(gain_of(before, tempo_of(before, whole(10_000), war), 10, war)) / 2
    gain -= float(back_of(before, whole(10_000), war)) / 2
    assert region == pytest.approx(gain * 0.65 * 0.85, abs=3)
    assert int(after.ground - before.ground) == pytest.approx(gain * (0.65 * 0.85 + 0.35), abs=1)


def test_the_last_fifth_would_take_about_three_years() -> None:
    """At the pace of the first year under press, in the middle of worlds: 19 to 36 months is what others estimate."""
    held = real(worlds(800, 10_000, 100, 12)[-1].held)
    a_month = (np.mean(held) - 8_000) / 6
    assert 24 < 2_000 / a_month < 42


def test_an_ordered_counter_attack_takes_back_some_ground_often_and_much_seldom() -> None:
    war = rules()
    order = war.campaigns["line", "counter-attack"]
    draws = np.rint(np.random.default_rng(1).standard_normal(4_000) * 1_000).astype(np.int64)
    back = back_of(february(), whole(10_000 + order.counter), war, draws) / 2
    assert 0.6 < (back > 20).mean() < 0.9
    assert 0.01 < (back > 500).mean() < 0.06
    assert np.median(back) == pytest.approx(45, abs=5)


def test_losses_and_recruits_on_the_first_day_are_near_each_other() -> None:
    first = months(february(), 10_000, 100, rules(), 1)[0]
    assert first["lost"] == pytest.approx(30.8, abs=1)
    assert first["joined"] == pytest.approx(31.9, abs=1.5)


def test_drones_alone_do_not_reach_fifty_thousand_without_luck() -> None:
    """Counter-measures catch up: two points laid on drones level off; a programme worth twice as much does not."""
    lost = [month["lost"] for month in months(february(), 10_000, 200, rules(), 8)]
    assert max(lost) < 45
    lucky = months(february(programme=30_000), 10_000, 200, rules(), 6)
    assert max(month["lost"] for month in lucky) > 50


def test_fifty_thousand_is_reachable_and_hard() -> None:
    """Of worlds of war without talks, with one point on drones held for twelve fortnights: 3 to 12 in a hundred."""
    told = worlds(3_000, 10_000, 100, 12)
    most = np.max([real(world.attacker_lost) + real(world.attacker_before) for world in told[2:]], axis=0)
    assert 0.03 < (most > 50_000).mean() < 0.12


def test_help_from_outside_makes_drones_grow_faster() -> None:
    war = rules()
    usual = growth_of(february(support=60_00), whole(200), war)
    assert growth_of(february(support=75_00), whole(200), war) == pytest.approx(1.9 * usual)
    assert growth_of(february(support=0), whole(200), war) == 0
    assert growth_of(february(defender_lethality=15_000), whole(0), war) == pytest.approx(-200)


def test_a_side_that_holds_loses_less_and_the_line_moves_slowly() -> None:
    told = months(february(), 4_000, 100, rules(), 6)
    assert all(12 <= month["lost"] <= 16 for month in told)
    assert 30 <= sum(month["km2"] for month in told) / 6 <= 150
    assert all(month["joined"] > month["lost"] for month in told)


def test_without_strikes_the_grid_comes_back_and_the_cuts_end() -> None:
    world = february()
    for passed in range(8):
        world = fortnight(world, orders(10_000, month_of(rules().calendar, passed)), {}, rules())
    assert int(world.grid) == pytest.approx(16_850, rel=0.02)
    assert int(cuts_of(whole(11_200), 1, rules())) == 653  # some eleven hours a day
    assert int(cuts_of(whole(16_900), 6, rules())) == 0


def test_the_night_of_24_january_leaves_homes_dark_as_long_as_they_were() -> None:
    war, at = rules(), board()
    salvo = at.salvo["energy"]
    drones, missiles = (most - least for least, most in (salvo.drones, salvo.missiles))
    fixed = {
        "drones": isqrt(drones * (375 - salvo.drones[0])) + 1,
        "missiles": isqrt(missiles * (21 - salvo.missiles[0])) + 1,
        "night": 10,
    }

    def dice(name: str, _sides: int) -> int:
        return fixed[name.split("/")[1]]

    drones, missiles, no_drones, no_missiles = count_salvo(Step(at, start(at), dice), "russia", salvo)
    assert (drones, missiles) == (375, 21)
    homes = whole((drones - no_drones + 8 * (missiles - no_missiles)) * salvo.homes)
    dark = [int(dark_after(homes, days, war)) / 1e6 for days in (0, 1, 3, 7)]
    assert dark == pytest.approx([1.17, 0.45, 0.19, 0.12], rel=0.1)


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
        "headroom": "headroom", "cover": "air_cover", "grid": "grid", "held": "held", "programme": "programme",
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
        programme=500 + 30 * at, drones=0, missiles=0, over=0,
    )  # fmt: skip
    levers = Effort(
        2_000 + 13 * at, 3 * at, 2 * at, at % 300, 10_000 + 31 * at, 3 * at, at % 90, 5, 7 * at % 50, 3 * at % 40
    )  # fmt: skip
    noise = dict.fromkeys((*rules().noise, *LUCK), 37 * at % 4001 - 2000)
    return world, levers, noise


def test_a_batch_is_its_worlds_one_by_one() -> None:
    world, levers, noise = many()
    after = fortnight(world, levers, noise, rules())
    for at in range(0, BATCH, 7):
        one = World(**{field.name: getattr(world, field.name)[at] for field in fields(World)})
        named = {one.name: getattr(levers, one.name) for one in fields(Effort)}
        own = Effort(**{name: value if name == "month" else value[at] for name, value in named.items()})
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
    noise = {name: whole(-1_500) for name in (*rules().noise, *LUCK)}
    after = fortnight(before, orders(tempo, month, hits=5_000), noise, rules())
    assert after.attacker_force == before.attacker_force + after.attacker_joined - after.attacker_lost
    assert after.defender_force == before.defender_force + after.defender_joined - after.defender_lost
    assert after.attacker_lost <= before.attacker_force
    assert after.attacker_before == before.attacker_lost
    assert 0 <= after.ground <= COUNTRY
    for field in fields(World):
        value = int(getattr(after, field.name))
        assert LEAST.get(field.name, 0) <= value <= MOST.get(field.name, value), field.name
