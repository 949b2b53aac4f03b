"""Moments: the first day, and any entry of a match; distances from what could have been agreed."""

from dataclasses import replace
from itertools import product

import pytest

from tabletop.frontier.additive import of_terms
from tabletop.frontier.bargaining_problem import at_start, at_state
from tabletop.frontier.clauses_to_settle import smallest_cover
from tabletop.frontier.distance import distance
from tabletop.frontier.frontier import Point, frontier
from tabletop.frontier.points import named
from tabletop.game.core.evolve import start
from tabletop.game.worth import value
from tests.debrief.test_results import one_with, result
from tests.frontier.domains import board, drawn, everything


def test_the_first_day_takes_every_draw_at_its_centre() -> None:
    problem = at_start(board())
    # 63 and 51.5 as printed, 3 points of hope on the mean, a private die of mean 0, an open door of -1.2
    assert problem.alternatives == (6_480, 5_330, 7_500, 7_200)
    assert problem.context.credibility == 10_000
    assert problem.options[board().roles.scope] == (3, 4)


def test_a_moment_of_a_match_is_measured_by_its_state() -> None:
    _, history = result(one_with(signed=True))
    at = history.board
    for step in history.booked[:: max(1, len(history.booked) // 5)]:
        if not step.after.home.weights:
            continue
        problem = at_state(at, step.after)
        text = tuple(options[-1] for options in problem.options)
        for seat, gain in enumerate(problem.gains(text)):
            told = value.appraise_for(
                at,
                seat,
                text,
                value.true_context(at, step.after),
                step.after.home.weights[seat],
                step.after.home.alternative[seat],
            )
            assert told.gain == gain


def test_what_is_in_force_stands_and_what_home_refused_is_out() -> None:
    at = board()
    people, roles = at.roles.people, at.roles
    state = start(at)
    banked = tuple(2 if clause == people else -1 for clause in range(len(at.clauses)))
    state = replace(state, text=replace(state.text, banked=banked, barred=((2, 3, 2), (4, 0, 2))))
    problem = at_state(at, replace(state, home=replace(state.home, weights=at_start(at).weights)))
    assert problem.options[people] == (2,)
    three = len(at.clauses[roles.territory].options) ** 3
    assert problem.outcomes == (at_start(at).outcomes // 4) * (three - 2) // three
    text = [options[-1] for options in problem.options]
    text[roles.territory], text[roles.guarantee], text[roles.status] = 2, 3, 2
    assert not problem.holds(text)
    text[roles.status] = 3
    assert problem.holds(text)


def test_the_cover_holds_every_pair_and_is_the_smallest() -> None:
    sizes = [2, 4, 5, 5, 4, 3]
    pairs = [(0, 1), (1, 2), (3, 4), (2, 4)]
    told = smallest_cover(sizes, pairs, [5])
    ways = [
        tuple(at for at in range(6) if kept[at])
        for kept in product((False, True), repeat=6)
        if kept[5] and all(kept[one] or kept[other] for one, other in pairs)
    ]

    def cost(cover: tuple[int, ...]) -> int:
        total = 1
        for at in cover:
            total *= sizes[at]
        return total

    assert told in ways
    assert cost(told) == min(map(cost, ways))


def test_distances_by_hand() -> None:
    points = (Point((0,), (900, 100)), Point((1,), (600, 400)), Point((2,), (200, 500)))
    known = named(points, (0, 1))
    assert known.ideal == (900, 500)
    assert known.nash == points[1]  # 240,000 against 90,000 and 100,000
    assert known.kalai_smorodinsky == points[1]  # 67 and 80 % against 20 and 22 % at the least
    told = distance((300, 100), known)
    assert told.left == 300
    assert told.better == 2
    assert told.nash == 6_863  # a third of 900 and three fifths of 500: the root of 0.111 + 0.36
    assert told.kalai_smorodinsky == told.nash
    assert told.frontier == 6_666  # two thirds of 900 to the first point
    on = distance((600, 400), known)
    assert (on.left, on.better, on.frontier, on.nash) == (0, 0, 0, 0)


def test_without_a_zone_nothing_is_measured_by_ideals() -> None:
    known = named((Point((0,), (900, -100)), Point((1,), (-5, 400))), (0, 1))
    assert (known.nash, known.kalai_smorodinsky, known.ideal) == (None, None, ())
    told = distance((-100, -200), known)
    assert told.left == 100
    assert told.frontier is None
    assert told.nash is None


@pytest.mark.parametrize("seed", range(10))
def test_every_text_lies_on_the_frontier_or_under_it(seed: int) -> None:
    problem = drawn(seed, 4)
    known = named(frontier(problem), range(problem.seats))
    best = {point.gains for point in known.points}
    for _, gains in everything(problem):
        told = distance(gains, known)
        assert (told.better == 0) == (gains in best)
        assert told.left >= 0


def test_terms_alone_have_more_points_than_texts_that_must_hold() -> None:
    """Several times as many: a text has to hold and to be carried, too; the oftener texts hold, the more are left."""
    problem = at_start(board())
    rows = of_terms(problem)
    assert len({tuple(row) for row in rows.tolist()}) == len(rows)
    assert len(rows) > 5 * len(frontier(problem))
