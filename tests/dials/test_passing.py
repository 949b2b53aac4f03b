"""Ripeness, pressure that passes, a last look at orders and what a truce does to them: each moves what it says."""

from dataclasses import replace
from itertools import pairwise

import pytest

from tabletop.game.calendar.last_look import amend_form
from tabletop.game.calendar.rounds import ease_pressure, open_orders
from tabletop.game.calendar.truce_compliance import hold_orders
from tabletop.game.core.sight import see
from tabletop.game.core.step import Step
from tabletop.game.records.menu import Levers
from tabletop.game.records.moves import Amend, Comply
from tabletop.game.records.state import State, Truce
from tabletop.game.strikes.strikes import chance_of, orders_of
from tabletop.game.worth.value import appraise, context_of, exponent, ripe, survival, true_context
from tests.dials.fortnight import dealt, made, ordered, sitting
from tests.game.worlds import board
from tests.laws.walk import MIDDLE, dice

UKRAINE, RUSSIA, US, EUROPE = range(4)


def fallen(seat: int, points: int) -> State:
    """The first round, the alternative of one seat so many hundredths lower than dealt."""
    state = dealt(1)
    rows = list(state.home.alternative)
    rows[seat] -= points
    return replace(state, home=replace(state.home, alternative=tuple(rows)))


def holds(state: State) -> int:
    """S of a middling text as things are."""
    return survival(board(), exponent(board(), MIDDLE, true_context(board(), state)))


@pytest.mark.parametrize("seat", [UKRAINE, RUSSIA])
def test_what_wears_off_an_alternative_makes_a_text_hold_better_up_to_eight_points(seat: int) -> None:
    at = [holds(fallen(seat, points)) for points in (-400, 0, 200, 400, 800, 1_600)]
    assert at[0] == at[1] < at[2] < at[3] < at[4] == at[5]
    assert [ripe(board(), points) for points in (-1, 0, 400, 800, 5_000)] == [0, 0, -150, -300, -300]


@pytest.mark.parametrize("seat", range(4))
@pytest.mark.parametrize("other", [UKRAINE, RUSSIA])
def test_a_seat_reckons_with_its_own_fall_and_never_with_anothers(seat: int, other: int) -> None:
    calm, worn = (see(state, seat, US) for state in (dealt(1), fallen(other, 400)))
    if seat == other:
        assert context_of(board(), worn).fallen == 400
        assert appraise(board(), worn, MIDDLE).survival > appraise(board(), calm, MIDDLE).survival
    else:
        assert context_of(board(), worn) == context_of(board(), calm)
        assert appraise(board(), worn, MIDDLE) == appraise(board(), calm, MIDDLE)


def test_hope_that_fades_ripens() -> None:
    """Hope is a part of the alternative that goes by itself, on both sides."""
    worn = [state for state in (dealt(seed) for seed in range(1, 9)) if min(state.home.optimism[:2]) > 0]
    assert worn
    for state in worn:
        rows = tuple(a - hope for a, hope in zip(state.home.alternative, state.home.optimism, strict=True))
        sober = replace(state, home=replace(state.home, alternative=rows))
        assert holds(sober) > holds(state)


def test_a_cut_presses_less_each_round_and_leans_stay() -> None:
    step = sitting(1, "us", "aid", "cut")
    alliance = replace(step.state.alliance, leans=(100, 0, 0, 0))
    step.state = replace(step.state, alliance=alliance)
    before = true_context(board(), step.state).leans
    open_orders(step)
    felt = [true_context(board(), step.state).leans - before]
    for _ in range(12):
        ease_pressure(step)
        felt.append(true_context(board(), step.state).leans - before)
    assert felt[:4] == [30, 18, 11, 7]
    assert all(later <= earlier for earlier, later in pairwise(felt))
    assert felt[-1] <= 2
    assert step.state.alliance.leans[UKRAINE] == 100
    assert see(step.state, RUSSIA, US).figures.leans[UKRAINE] == 100 + felt[-1], "all seats see what is felt"


def test_an_order_amended_is_the_one_that_takes_effect() -> None:
    for lever, options in board().seats[RUSSIA].levers.items():
        for option in options:
            looked = sitting(1, "russia", lever, dict(board().seats[RUSSIA].default_orders)[lever])
            looked = made(looked, "russia", Amend(((lever, option),)))
            sealed = Step(board(), ordered(board(), dealt(1), "russia", lever, option), dice(1))
            assert orders_of(looked, RUSSIA) == orders_of(sealed, RUSSIA)
            open_orders(looked)
            open_orders(sealed)
            assert looked.state.war == sealed.state.war
            assert looked.state.alliance == sealed.state.alliance
            assert looked.state.home == sealed.state.home


def test_a_look_changes_one_lever_and_only_to_another_option() -> None:
    state = dealt(1)
    state = replace(state, talks=replace(state.talks, awaiting=1 << RUSSIA, looking=1 << RUSSIA))
    boxes = amend_form(board(), see(state, RUSSIA, US))
    assert isinstance(boxes, tuple)
    found = [slot.levers for box in boxes for slot in box.slots if isinstance(slot, Levers)]
    assert [len(levers) for levers in found] == [1] * len(board().seats[RUSSIA].levers)
    standing = dict(board().seats[RUSSIA].default_orders)
    assert all(standing[lever] not in options for ((lever, options),) in found)


@pytest.mark.parametrize("scope", [1, 2])
@pytest.mark.parametrize("party", [UKRAINE, RUSSIA])
def test_under_a_truce_no_order_that_it_forbids_takes_effect_unless_somebody_breaches(
    scope: int, party: int
) -> None:
    name = board().seats[party].id
    for lever, option in board().seats[party].campaigns:
        taken: dict[str, str] = {}
        chances: dict[str, int] = {}
        for way in ("comply", "breach"):
            step = sitting(1, name, lever, option)
            step.state = replace(step.state, text=replace(step.state.text, truce=Truce(scope, 2)))
            step = made(step, name, Comply(way))
            chances[way] = chance_of(step, party)[1]
            hold_orders(step)
            taken[way] = dict(orders_of(step, party))[lever]
        target = board().seats[party].strikes[lever, option][0]
        forbidden = scope == 2 or target in {"energy", "refineries"}
        assert taken["breach"] == option
        assert (taken["comply"] != option) == forbidden
        if forbidden:
            assert chances["comply"] == 0 < chances["breach"]


def test_of_those_that_look_away_three_in_ten_are_broken_by_their_own() -> None:
    acted = 0
    for seed in range(1, 401):
        step = sitting(seed, "russia", "strikes", "energy")
        step.state = replace(step.state, text=replace(step.state.text, truce=Truce(1, 2)))
        step = made(step, "russia", Comply("look-away"))
        hold_orders(step)
        acted += dict(orders_of(step, RUSSIA))["strikes"] == "energy"
    assert 90 <= acted <= 150
