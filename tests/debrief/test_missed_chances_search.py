"""The search for the best text: against every text of small domains, and against many more starts."""

from dataclasses import replace
from functools import cache
from itertools import product

import numpy as np
import pytest

from tabletop.debrief.missed_chances import Find
from tabletop.game.core.evolve import evolve, start
from tabletop.game.decide import opening
from tabletop.game.records.state import State
from tabletop.game.worth import value
from tabletop.players.choosing.random_stream import Stream
from tabletop.scenario.board.board import Board
from tabletop.scenario.compiler.board import compile_board
from tabletop.scenario.library import open_scenario
from tests.debrief.second_search import TOLERANCE, Space
from tests.game.in_force import dice

NEAR = 2
"""How far the tie-break may lead off the best, hundredths of a point."""


@cache
def board() -> Board:
    return compile_board(open_scenario("abu-dhabi-2026"), door="open")


def opened(at: Board, seed: int) -> State:
    state = start(at)
    for event in opening(at, state, dice(seed)).events:
        state = evolve(at, state, event)
    return state


def annexed(at: Board, free: frozenset[int], stands: tuple[int, ...]) -> Board:
    """The same board with all clauses but some printed in the annex."""
    return replace(
        at,
        clauses=tuple(
            clause if place in free else replace(clause, annexed=stands[place])
            for place, clause in enumerate(at.clauses)
        ),
    )


def brute(space: Space, at: Board, free: frozenset[int], stands: tuple[int, ...]) -> int:
    """The best smaller gain over every text of the domain."""
    ranges = [
        range(len(clause.options)) if place in free else (stands[place],)
        for place, clause in enumerate(at.clauses)
    ]
    texts = np.array(list(product(*ranges)), dtype=np.int64)
    texts = texts[texts[:, at.roles.scope] >= 3]
    return int(space.both(texts).max())


@pytest.mark.parametrize("seed", range(8))
def test_the_climb_finds_the_best_of_every_small_domain(seed: int) -> None:
    whole = board()
    stream = Stream(f"domain/{seed}")
    others = [place for place in range(len(whole.clauses)) if place != whole.roles.scope]
    free = frozenset(stream.shuffled(others)[:5])
    stands = tuple(
        4 if place == whole.roles.scope else stream.below(len(clause.options))
        for place, clause in enumerate(whole.clauses)
    )
    at = annexed(whole, free, stands)
    space = Space(at, opened(at, seed))
    found = space.best("test", 12)
    assert all(found.options[place] == stands[place] for place in range(len(stands)) if place not in free)
    best = brute(space, at, free, stands)
    assert best - NEAR <= found.both <= best


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_as_many_starts_as_a_search_makes_come_near_ten_times_as_many(seed: int) -> None:
    space = Space(board(), opened(board(), seed))
    few, many = space.best("few"), space.best("many", 120)
    assert many.both - few.both <= TOLERANCE


def test_a_find_is_worth_what_the_game_says() -> None:
    at = board()
    state = opened(at, 5)
    space = Space(at, state)
    found: Find = space.best("worth", 4)
    context = value.true_context(at, state)
    for seat in range(len(at.seats)):
        said = value.appraise_for(
            at, seat, found.options, context, state.home.weights[seat], state.home.alternative[seat]
        )
        assert said.gain == found.gains[seat]
    assert found.both == min(found.gains[party] for party in at.parties)
    assert found.options[at.roles.scope] >= 3
