"""Situations and what follows from an order in them: drawn alike, common dice, one lever changed."""

import pytest

from tabletop.lab.balance.situations import Order, Situation, fork, go_on, options, seed_of, steps
from tabletop.lab.balance.trial import own_values
from tabletop.scenario.library import open_scenario
from tabletop.table.bots import bot_turns, make_bot_move
from tabletop.vocabulary import Phase
from tests.lab.balance.rig import FLAGSHIP, MINIMAL

SMALL = [Situation(MINIMAL, "class", "standard", 7, number) for number in range(10)]


def strikes(option: str, fortnights: int = 1) -> Order:
    return Order("southland", "strikes", option, (option,), fortnights)


def test_a_situation_is_a_round_before_anybody_has_sealed_orders_and_without_a_text() -> None:
    rounds: set[int] = set()
    for situation in SMALL:
        here = fork(situation)
        talks = here.match.state.talks
        assert talks.phase == Phase.SCHEDULED
        assert not any(here.match.state.sealed.orders)
        assert not here.match.state.text.signed
        assert set(here.sheets) == {seat.id for seat in here.match.board.seats}
        rounds.add(talks.round)
    assert rounds == {1, 2, 3}, "any round of the format may be drawn"


def test_a_situation_is_the_same_whoever_draws_it() -> None:
    first = fork(SMALL[0])
    fork.cache_clear()
    again = fork(SMALL[0])
    assert first.match is not again.match
    assert (first.match.state, first.sheets) == (again.match.state, again.sheets)
    assert fork(SMALL[1]).match.store.header.seed != again.match.store.header.seed


def test_what_the_bot_would_order_itself_is_the_match_as_it_goes_on() -> None:
    situation = SMALL[2]
    here = fork(situation)
    own = dict(here.sheets["southland"].choices)["strikes"]
    found = go_on((situation, 4, strikes(own)))
    match = here.match.branch(seed_of(here.match.store.header.seed, 4), here.match.seating)
    for seat, orders in here.sheets.items():
        match.submit(seat, orders, match.turn(seat))
    for ask in bot_turns(match, here.players):
        if match.state.text.signed:
            break
        make_bot_move(match, ask, ask.player.choose(ask.board, ask.view, ask.key))
    assert found.value == own_values(match)["southland"]
    assert found.signed == bool(match.state.text.signed)


@pytest.mark.slow
def test_the_same_order_comes_to_the_same_and_another_may_not() -> None:
    found = {
        option: [go_on((one, number, strikes(option, 3))) for one in SMALL[:2] for number in range(2)]
        for option in ("none", "some")
    }
    again = [go_on((one, number, strikes("some", 3))) for one in SMALL[:2] for number in range(2)]
    assert again == found["some"]
    values = {option: [ending.value for ending in endings] for option, endings in found.items()}
    assert values["none"] != values["some"]
    assert None not in values["none"]


def test_an_order_that_is_not_open_has_no_value() -> None:
    found = go_on((SMALL[0], 0, strikes("no-such-order")))
    assert (found.value, found.signed) == (None, False)


def test_situations_are_played_one_after_another() -> None:
    every = [strikes("none"), strikes("some")]
    found = list(steps(SMALL[:2], 3, every))
    assert len(set(found)) == len(found) == 2 * 3 * 2
    assert [one.number for one, _, _ in found] == [0] * 6 + [1] * 6


def test_a_line_of_a_lever_of_points_has_as_many_as_it_takes() -> None:
    levers = open_scenario(FLAGSHIP).rules.levers.seats
    found = options(levers["ukraine"]["effort"])
    assert set(found) == {"drones", "air-defence", "repair", "line"}
    for line, ways in found.items():
        assert len(ways) == 3
        assert all(way.replace(line, "*").count("*") == 2 for way in ways)
    assert options(levers["russia"]["tempo"])["surge"] == ("surge",)
