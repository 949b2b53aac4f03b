"""Estimates of each other's alternatives, and sincerity."""

from itertools import pairwise
from statistics import mean, pstdev

import pytest

from tabletop.game.core.sight import see
from tabletop.game.records.events import BeliefDrawn
from tabletop.game.strikes import estimates
from tabletop.game.worth.curves import FACES, half_even, normal
from tests.game.doubt_rig import EUROPE, RUSSIA, UKRAINE, US, board, dealt, patient_match, step


def test_who_estimates_whom() -> None:
    belief = dealt(1).home.belief
    assert [[one.about for one in row] for row in belief] == [[RUSSIA], [UKRAINE], [UKRAINE, RUSSIA], []]
    assert {one.error for row in belief for one in row} == {6_00}


@pytest.mark.slow
def test_errors_are_normal_around_the_truth() -> None:
    """Over 1,500 matches the mean error is near nothing and its spread near six points."""
    off: list[float] = []
    for seed in range(900):
        state = dealt(seed)
        one = state.home.belief[UKRAINE][0]
        off.append((one.low + one.high) / 2 - state.home.alternative[RUSSIA])
    assert abs(mean(off)) < 50
    assert 560 < pstdev(off) < 640


@pytest.mark.slow
def test_about_two_in_three_ranges_hold_the_truth() -> None:
    held = 0
    for seed in range(800):
        state = dealt(seed)
        one = state.home.belief[US][0]
        held += one.low <= state.home.alternative[one.about] <= one.high
    assert 0.63 < held / 800 < 0.74


def test_the_error_shrinks_to_what_the_war_moves_unseen_and_no_further() -> None:
    at = step(4)
    errors: list[int] = []
    for _ in range(14):
        estimates.learn(at)
        errors.append(at.state.home.belief[RUSSIA][0].error)
    assert errors[:3] == [469, 412, 383]
    assert 340 < errors[-1] < 350
    assert errors == sorted(errors, reverse=True)


@pytest.mark.slow
def test_estimates_come_nearer_to_the_truth_as_a_match_goes_on() -> None:
    first: list[int] = []
    last: list[int] = []
    for seed in range(40):
        states = patient_match(seed, "full")
        for into, state in ((first, states[0]), (last, states[-1])):
            for _, _, low, high, truth in estimates.against_truth(state):
                into.append(abs((low + high) // 2 - truth))
    assert mean(last) < 0.7 * mean(first)


def test_the_middle_moves_by_the_share_of_the_errors() -> None:
    at = step(4)
    before = at.state.home.belief[RUSSIA][0]
    estimates.learn(at)
    after, truth = at.state.home.belief[RUSSIA][0], at.state.home.alternative[UKRAINE]
    face = at.roll("belief", "russia-ukraine", FACES)
    read = truth + half_even(normal(face) * 700, 1000)
    share = (600**2 + 200**2) / (600**2 + 200**2 + 700**2)
    middle = estimates.middle_of(before)
    assert abs(estimates.middle_of(after) - (middle + share * (read - middle))) <= 1


def test_a_round_moves_an_estimate_by_less_than_a_draw_anew_would() -> None:
    """Drawn anew, a middle would move by eight points and more in one round of six; learning moves it by its share."""
    moved: list[int] = []
    for seed in range(8):
        states = patient_match(seed, "class")
        for one, other in pairwise(states):
            for old, new in zip(one.home.belief, other.home.belief, strict=True):
                moved += [
                    abs(estimates.middle_of(a) - estimates.middle_of(b))
                    for a, b in zip(old, new, strict=True)
                ]
    changed = [size for size in moved if size]
    assert changed
    assert mean(changed) < 3_00


@pytest.mark.slow
def test_about_two_in_three_ranges_still_hold_the_truth_after_a_match() -> None:
    held = total = 0
    for seed in range(120):
        for _, _, low, high, truth in estimates.against_truth(patient_match(seed, "class")[-1]):
            held += low <= truth <= high
            total += 1
    assert 0.5 < held / total < 0.8


def test_a_seat_sees_its_own_estimates_and_sincerity_alone() -> None:
    state = dealt(2)
    for seat in range(4):
        mine = see(state, seat, board().mediator).mine
        assert mine is not None
        assert mine.belief == state.home.belief[seat]
        assert mine.sincerity == state.home.sincerity[seat]
    for event in step(2).events:
        if isinstance(event, BeliefDrawn):
            assert event.seen == 1 << board().seat_index[event.seat]


def test_sincerity_is_drawn_for_parties_from_every_face() -> None:
    drawn = [dealt(seed).home.sincerity for seed in range(120)]
    assert {row[UKRAINE] for row in drawn} == set(board().estimates.sincerity)
    assert {(row[US], row[EUROPE]) for row in drawn} == {(0, 0)}
