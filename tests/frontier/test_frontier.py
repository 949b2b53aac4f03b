"""The frontier, its points and shares, against every text of small domains."""

from dataclasses import replace
from fractions import Fraction
from functools import cache
from itertools import combinations
from math import prod

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tabletop.errors import SeatError
from tabletop.frontier.bargaining_problem import BargainingProblem, at_start
from tabletop.frontier.best import best_for_both, best_trade, needed, open_door
from tabletop.frontier.columns import Columns
from tabletop.frontier.frontier import frontier
from tabletop.frontier.points import named
from tabletop.frontier.share import share
from tabletop.frontier.tree import trees
from tabletop.scenario.board.board import board_for
from tests.examples import examples
from tests.frontier.domains import Gains, Text, board, drawn, everything, narrowed, unbeaten

SEEDS = st.integers(0, 2**32)


@cache
def by_hand(moment_seed: tuple[int, int]) -> tuple[BargainingProblem, dict[Text, Gains]]:
    problem = drawn(*moment_seed)
    return problem, dict(everything(problem))


@pytest.mark.parametrize("free", list(combinations(range(13), 2)))
def test_every_pair_of_clauses_of_the_flagship_alone(free: tuple[int, int]) -> None:
    stands = (4, 3, 3, 2, 2, 2, 2, 3, 2, 3, 1, 3, 1)
    problem = narrowed(at_start(board()), frozenset(free), stands)
    assert {point.gains for point in frontier(problem)} == unbeaten(
        {gains for _, gains in everything(problem)}
    )


@settings(max_examples=examples(15), deadline=None)
@given(SEEDS, st.integers(0, 5))
def test_the_frontier_is_what_no_text_betters(seed: int, clauses: int) -> None:
    problem, found = by_hand((seed, clauses))
    points = frontier(problem)
    assert len({point.gains for point in points}) == len(points)
    assert {point.gains for point in points} == unbeaten(set(found.values()))
    assert all(found[point.text] == point.gains for point in points)


@settings(max_examples=examples(15), deadline=None)
@given(SEEDS, st.integers(0, 5))
def test_shares_are_counted_text_by_text(seed: int, clauses: int) -> None:
    problem, found = by_hand((seed, clauses))
    assert problem.outcomes == len(found)
    assert problem.texts == sum(written(problem, text) for text in found)
    for seats in (range(problem.seats), problem.board.parties, (2,)):
        inside = [text for text, gains in found.items() if all(gains[seat] > 0 for seat in seats)]
        counted = share(problem, seats)
        assert counted.outcomes == len(inside)
        assert counted.texts == sum(written(problem, text) for text in inside)
        assert counted.of == len(found)


def written(problem: BargainingProblem, text: Text) -> int:
    """In how many ways a text can be written."""
    return prod(
        2 if at in problem.loose and option == problem.board.clauses[at].default else 1
        for at, option in enumerate(text)
    )


@settings(max_examples=examples(15), deadline=None)
@given(SEEDS, st.integers(0, 5))
def test_bounds_never_err(seed: int, clauses: int) -> None:
    problem, found = by_hand((seed, clauses))
    seen: set[Text] = set()
    for tree in trees(problem):
        nodes = tree.roots()
        most, least = tree.most(nodes), tree.least(nodes)
        for _ in range(tree.depth):
            ways = tree.ways(nodes.level)
            nodes = tree.children(nodes)
            most = np.minimum(np.repeat(most, ways, axis=1), tree.most(nodes))
            least = np.maximum(np.repeat(least, ways, axis=1), tree.least(nodes))
        for at, text in enumerate(tree.texts(nodes)):
            options = tuple(int(option) for option in text)
            seen.add(options)
            gains = found[options]
            assert all(least[seat, at] <= gain <= most[seat, at] for seat, gain in enumerate(gains))
    assert seen == set(found)


@settings(max_examples=examples(20), deadline=None)
@given(SEEDS)
def test_many_texts_at_once_are_worth_what_the_game_says(seed: int) -> None:
    problem = drawn(seed, 13)
    roll = np.random.default_rng(seed)
    texts = np.array([[roll.choice(options) for options in problem.options] for _ in range(8)])
    gains = Columns(problem).gains(texts)
    for text, row in zip(texts.tolist(), gains.tolist(), strict=True):
        assert tuple(row) == problem.gains(text)


@settings(max_examples=examples(15), deadline=None)
@given(SEEDS, st.integers(1, 5))
@pytest.mark.slow
def test_the_points_of_theory_are_those_of_all_texts(seed: int, clauses: int) -> None:
    problem, found = by_hand((seed, clauses))
    points = frontier(problem)
    for seats in (tuple(range(problem.seats)), problem.board.parties):
        zone = [gains for gains in found.values() if all(gains[seat] > 0 for seat in seats)]
        told = named(points, seats)
        assert {tuple(point.gains[seat] for seat in seats) for point in told.points} == unbeaten(
            {tuple(gains[seat] for seat in seats) for gains in found.values()}
        )
        if not zone:
            assert told.nash is None
            assert told.kalai_smorodinsky is None
            continue
        assert told.ideal == tuple(max(gains[seat] for gains in zone) for seat in seats)
        assert told.nash is not None
        assert prod(told.nash.gains[seat] for seat in seats) == max(
            prod(gains[seat] for seat in seats) for gains in zone
        )

        def fairness(
            gains: Gains, seats: tuple[int, ...] = seats, ideal: Gains = told.ideal
        ) -> list[Fraction]:
            return sorted(Fraction(gains[seat], best) for seat, best in zip(seats, ideal, strict=True))

        assert told.kalai_smorodinsky is not None
        assert fairness(told.kalai_smorodinsky.gains) == max(fairness(gains) for gains in zone)


@settings(max_examples=examples(15), deadline=None)
@given(SEEDS, st.integers(0, 5))
def test_the_best_text_for_both_parties(seed: int, clauses: int) -> None:
    problem, found = by_hand((seed, clauses))
    one, other = problem.board.parties

    def rank(text: Text) -> tuple[int, Gains, Text]:
        return (min(found[text][one], found[text][other]), found[text], text)

    told = best_for_both(problem)
    wanted = max(map(rank, found), default=None)
    assert (told and (told[1], told[0].gains, told[0].text)) == wanted
    through = [text for text in found if all(found[text][seat] > 0 for seat in asked(problem, text))]
    told = open_door(problem)
    wanted = max(map(rank, through), default=None)
    assert (told and (told[1], told[0].gains, told[0].text)) == wanted


def asked(problem: BargainingProblem, text: Text) -> set[int]:
    """Whose initials a text needs, read from the lists clause by clause."""
    seats = set(problem.board.parties)
    for at, clause in enumerate(problem.board.clauses):
        if clause.annexed < 0 and not (at in problem.loose and text[at] == clause.default):
            seats |= {seat for seat in range(problem.seats) if clause.consent[text[at]] >> seat & 1}
    assert seats == needed(problem, text)
    return seats


@settings(max_examples=examples(15), deadline=None)
@given(SEEDS, st.integers(1, 5), st.integers(0, 5))
def test_the_best_unmade_trade(seed: int, clauses: int, most: int) -> None:
    problem, found = by_hand((seed, clauses))
    if not found:
        return
    draft = sorted(found)[seed % len(found)]
    now = found[draft]
    one, other = problem.board.parties

    def far(text: Text) -> int:
        return sum(a != b for a, b in zip(text, draft, strict=True))

    better = [
        (min(gains[one] - now[one], gains[other] - now[other]), gains, text)
        for text, gains in found.items()
        if far(text) <= most
        and gains[one] > now[one]
        and gains[other] > now[other]
        and all(gains[seat] >= now[seat] for seat in asked(problem, text))
    ]
    told = best_trade(problem, draft, most)
    assert (told and (told.more, told.point.gains, told.point.text)) == max(better, default=None)
    if told is not None:
        assert len(told.changed) == far(told.point.text)
        assert told.more > 0


def test_no_final_text_means_no_frontier() -> None:
    problem = at_start(board())
    closed = replace(problem, options=((), *problem.options[1:]))
    assert closed.outcomes == closed.texts == 0
    assert frontier(closed) == ()
    assert share(closed).outcomes == 0
    assert share(closed).share == 0
    assert best_for_both(closed) is None


def test_a_board_of_one_seat_has_no_frontier() -> None:
    with pytest.raises(SeatError, match="mandates of all seats"):
        at_start(board_for(board(), 0))


def test_the_flagship_has_so_many_texts() -> None:
    problem = at_start(board())
    assert problem.outcomes == 2 * 4**8 * 5**4
    assert problem.texts == 2 * 5**8 * 6**4
