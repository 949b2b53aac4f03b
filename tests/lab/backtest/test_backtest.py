"""The flagship's war alone: the same twice, the same as at the table, and put right by what was known and no more."""

from dataclasses import replace
from datetime import date
from functools import cache

import numpy as np
import pytest

from tabletop.errors import WrongArgument
from tabletop.game.calendar.rounds import open_orders
from tabletop.game.core.step import Step
from tabletop.game.war.fortnight import wage, world_at
from tabletop.game.war.model import World, whole
from tabletop.lab.backtest.backtest import Card, Plan, backtest, plan, record_of
from tabletop.lab.backtest.months import (
    NOTHING,
    Known,
    War,
    forecasts,
    month_named,
    month_passed,
    name_of,
    openings,
)
from tabletop.lab.backtest.scores import band_of
from tabletop.lab.backtest.worlds import Dice, first_world, many, standing
from tabletop.lab.held_orders import held_by_day
from tabletop.scenario.library import open_scenario
from tabletop.scenario.sheets.record import FigureId
from tests.dials.fortnight import dealt
from tests.game.worlds import board
from tests.laws.walk import dice

SEEDS = 400
FIRST = date(2026, 2, 1)
GROUND_2025 = {
    "2025-01": 427, "2025-02": 354, "2025-03": 240, "2025-04": 379, "2025-05": 507, "2025-06": 588, "2025-07": 634,
    "2025-08": 594, "2025-09": 447, "2025-10": 461, "2025-11": 701, "2025-12": 244,
}  # fmt: skip


@cache
def asked() -> Plan:
    return plan(open_scenario("abu-dhabi-2026"))


@cache
def card() -> Card:
    return backtest(asked(), SEEDS)


@cache
def war_of_play() -> War:
    """The war from the first day of play, every lever at its default."""
    theatre = asked().war.theatre
    return War(theatre, first_world(theatre), month_named("2026-02"), replace(asked().war.orders, dated=()))


def test_the_twelve_months_of_2025_are_counted_and_january_is_shown() -> None:
    ground = [row for row in card()["months"] if row["figure"] == "ground"]
    assert {row["month"]: row["record"] for row in ground if row["counted"]} == GROUND_2025
    assert card()["of"] == 12
    assert card()["inside"] == sum(bool(row["inside"]) for row in ground if row["counted"])
    january = ground[-1]
    assert (january["month"], january["record"], january["counted"]) == ("2026-01", 481, False)
    assert [one["record"] for one in january["also"]] == [245]
    march = next(row for row in ground if row["month"] == "2025-03")
    assert (march["series"], march["grade"]) == ("AFP, from ISW data", "A, A")
    assert [(one["series"], one["record"], one["grade"]) for one in march["also"]] == [
        ("ISW", 203, "B, C"),
        ("DeepState", 133, "A"),
    ]


def test_every_row_says_where_it_is_from_and_whether_it_is_inside() -> None:
    for row in card()["months"]:
        assert row["low"] <= row["middle"] <= row["high"]
        assert row["record"] is not None
        assert row["inside"] == (row["low"] <= row["record"] <= row["high"])
        assert row["source"]
        assert row["series"]
        assert row["grade"]


def test_the_same_seeds_give_the_same_card_and_fewer_are_the_first_of_more() -> None:
    assert backtest(asked(), 50) == backtest(asked(), 50)
    few, more = Dice(10), Dice(40)
    assert list(few.normal(7, "momentum")) == list(more.normal(7, "momentum"))[:10]
    assert list(few.normal(7, "momentum")) != list(few.normal(8, "momentum"))
    assert list(few.normal(7, "momentum")) != list(few.normal(7, "support"))


def test_draws_are_normal_and_chances_are_what_they_say() -> None:
    drawn = Dice(20_000).normal(1, "forward") / 1_000
    assert abs(drawn.mean()) < 0.03
    assert drawn.std() == pytest.approx(1, abs=0.03)
    assert Dice(20_000).happens(1, "falls", 1_200).mean() == pytest.approx(0.12, abs=0.01)


def of_the_table(seed: int) -> tuple[World, World]:
    """The world of the first day and that of a month later, by the moves of the table itself."""
    state = dealt(seed)
    before, rules = state, board().war
    assert rules is not None
    for number in (1, 2):
        state = replace(state, talks=replace(state.talks, round=number))
        step = Step(board(), state, dice(seed))
        open_orders(step)
        step.act("fortnight", "W1.1")
        wage(step)
        state = step.state
    return world_at(before, rules), world_at(state, rules)


@pytest.mark.slow
def test_a_month_is_the_month_of_the_table() -> None:
    """The first month of play by the game's own loop, seed by seed, and by the batch: one band, within sampling."""
    pairs = [of_the_table(seed) for seed in range(300)]
    february = month_named("2026-02")
    found = forecasts(war_of_play(), [february], 4_000, NOTHING)[february]
    ground = band_of(np.array([float(after.ground - before.ground) for before, after in pairs]))
    other = band_of(found["ground"])
    for edge, wide in (("low", 0.2), ("middle", 0.1), ("high", 0.12)):
        assert getattr(ground, edge) == pytest.approx(getattr(other, edge), rel=wide)
    lost = np.mean([float(after.attacker_lost + after.attacker_before) for _, after in pairs])
    assert lost == pytest.approx(float(found["losses"].mean()), rel=0.01)
    joined = 2 * np.mean([float(after.attacker_joined) for _, after in pairs])
    assert joined == pytest.approx(float(found["recruits"].mean()), rel=0.02)
    programmes = {int(after.programme) for _, after in pairs}
    assert len(programmes) > 100


def test_a_batch_is_its_worlds_one_by_one() -> None:
    war, month = war_of_play(), month_named("2026-02")
    opening = openings(war, month)[month]
    together, figures = month_passed(
        war, replace(opening, world=many(opening.world, war.theatre, Dice(5))), month, Dice(5)
    )
    for count in (1, 3):
        fewer, part = month_passed(
            war, replace(opening, world=many(opening.world, war.theatre, Dice(count))), month, Dice(count)
        )
        assert list(fewer.momentum) == list(together.momentum)[:count]
        assert list(part["ground"]) == list(figures["ground"])[:count]


def test_losses_told_of_a_month_put_the_next_one_right_and_no_earlier_one() -> None:
    war, october = asked().war, month_named("2025-10")
    attacker = war.theatre.rules.losses.attacker
    plain = openings(war, october + 2, Known(held=True))
    told = openings(war, october + 2, Known({october: {"losses": 45_600.0}}, held=True))
    assert int(plain[october].world.defender_lethality) == 8_600
    assert told[october] == plain[october]
    assert int(told[october + 1].world.defender_lethality) == round(10_000 * 45_600 / attacker)
    assert int(told[october + 2].world.defender_lethality) != 8_600


def test_counts_of_launches_put_the_level_right_until_there_is_another_count() -> None:
    war, may = asked().war, month_named("2025-05")
    orders = 2 * 2_500
    found = openings(war, may + 2, Known({may: {"drones": orders / 2.0}}))
    assert found[may].launched[0] == 1
    assert found[may + 1].launched[0] == pytest.approx(0.5)
    assert found[may + 2].launched[0] == pytest.approx(0.5)


def test_power_told_for_the_middle_of_a_month_is_where_the_next_one_comes_from() -> None:
    war, may = asked().war, month_named("2025-05")
    low = openings(war, may + 1, Known({may: {"power": 9_000.0}}))[may + 1].world.grid
    assert int(low) < int(openings(war, may + 1)[may + 1].world.grid) - 2_000


def test_no_forecast_knows_its_own_month_or_a_later_one() -> None:
    """Everything that the record has from a month on is changed: its forecast stays as it was."""
    own, months = asked(), asked().months
    month = month_named("2025-12")
    wild = {
        at: {figure: 3 * value for figure, value in found.items()} for at, found in own.known.told.items()
    }
    blind = {at: found if at < month else wild.get(at, {}) for at, found in own.known.told.items()}
    one = forecasts(own.war, [month], 50, own.known)[month]
    other = forecasts(own.war, [month], 50, replace(own.known, told=blind))[month]
    assert all(np.array_equal(one[figure], other[figure]) for figure in one)
    assert months[0] == month_named("2025-01")


def test_what_was_only_shown_is_not_known() -> None:
    record = record_of(open_scenario("abu-dhabi-2026"))
    assert record is not None
    assert "ground" not in record.told(month_named("2025-01"))[month_named("2026-01")]
    assert "power" in record.told(month_named("2025-01"))[month_named("2026-01")]


def test_orders_hold_until_a_later_day_says_otherwise_and_what_is_never_named_is_at_its_default() -> None:
    at = board()
    orders = held_by_day(
        FIRST,
        {
            "2025-03-16": {"russia": {"tempo": "hold"}},
            "2025-03-01": {"russia": {"tempo": "surge", "strikes": "none"}},
        },
    )
    russia = at.seat_index["russia"]

    def chosen(day: date) -> dict[str, str]:
        return dict(standing(orders, day, at)[russia])

    assert chosen(date(2025, 3, 16))["recruitment"] == "normal"
    assert chosen(date(2025, 2, 28)) == dict(at.seats[russia].default_orders)
    assert (chosen(date(2025, 3, 15))["tempo"], chosen(date(2025, 3, 15))["strikes"]) == ("surge", "none")
    assert (chosen(date(2025, 3, 16))["tempo"], chosen(date(2025, 3, 16))["strikes"]) == ("hold", "none")


def test_the_energy_truce_of_2025_is_in_the_standing_order() -> None:
    at, orders = board(), asked().war.orders
    russia = at.seat_index["russia"]
    strikes = {
        day: dict(standing(orders, day, at)[russia])["strikes"]
        for day in (date(2025, 3, 16), date(2025, 4, 1), date(2025, 4, 16), date(2025, 5, 1))
    }
    assert list(strikes.values()) == ["mixed", "military", "military", "mixed"]


@pytest.mark.parametrize(
    ("seat", "lever", "option", "figure", "way"),
    [
        ("russia", "tempo", "hold", "ground", -1),
        ("russia", "tempo", "surge", "losses", 1),
        ("ukraine", "line", "counter-attack", "ground", -1),
        ("ukraine", "effort", "drones-drones-repair", "losses", 1),
        ("russia", "strikes", "energy", "power", -1),
        ("russia", "recruitment", "bonus", "recruits", 1),
    ],
)
def test_orders_move_what_they_are_about(
    seat: str, lever: str, option: str, figure: FigureId, way: int
) -> None:
    war, month = war_of_play(), month_named("2026-04")
    other = replace(war, orders=held_by_day(FIRST, {"2026-02-01": {seat: {lever: option}}}))
    one = openings(war, month)[month], openings(other, month)[month]
    plain, changed = (
        month_passed(each, opening, month)[1] for each, opening in zip((war, other), one, strict=True)
    )
    moved = float(changed[figure]) - float(plain[figure])
    assert way * moved > 0


def test_from_the_first_day_of_play_on_the_world_is_the_first_day() -> None:
    scenario = open_scenario("abu-dhabi-2026")
    later = plan(scenario, begins="2026-04", months=3)
    assert later.war.begins == month_named("2026-02")
    assert [name_of(month) for month in later.months] == ["2026-04", "2026-05", "2026-06"]
    assert later.known.told == {}
    assert int(later.war.first.attacker_force) == 712_000
    found = backtest(later, 50)
    assert (found["inside"], found["of"], found["interval_score"]["ours"]) == (0, 0, None)
    assert len(found["months"]) == 3 * 6
    assert all(row["record"] is None and row["inside"] is None for row in found["months"])


def test_no_world_before_the_record() -> None:
    with pytest.raises(WrongArgument, match="2025-01"):
        plan(open_scenario("abu-dhabi-2026"), begins="2024-12")


def test_the_world_of_the_record_is_the_one_it_names() -> None:
    world = asked().war.first
    assert (int(world.attacker_force), int(world.defender_lethality), int(world.momentum)) == (
        700_000,
        8_600,
        0,
    )
    assert world.support == whole(int(first_world(asked().war.theatre).support))


def test_net_losses_of_ground_are_rare_and_happen() -> None:
    assert 0.005 < card()["net_loss_share"]["share"] < 0.1
    assert "press" in card()["net_loss_share"]["basis"]
