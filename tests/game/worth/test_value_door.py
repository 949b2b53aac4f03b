"""How wide the door is: the most that both parties can gain at once, by the alternatives of the day."""

from functools import cache

import numpy as np
import pytest

from tabletop.frontier.curve_arrays import Ints
from tabletop.game.worth.value import Context, credibility
from tabletop.players.choosing.random_stream import Stream
from tabletop.players.mind.seat_tables import SeatTables, own_mind
from tabletop.scenario.board.board import Board
from tests.game.worlds import board

SOBER = (63_00, 51_50)
"""Alternatives of Ukraine and Russia without dice and hope, hundredths of a point."""


def first_day(at: Board) -> Context:
    """The context of the first day: nobody was leaned on, no home has moved."""
    start = at.start
    return Context(
        credibility=credibility(at, start.attention, start.cohesion, 0),
        trust=min(start.trust[0][1], start.trust[1][0]),
        leans=0,
        audience=(0,) * len(at.seats),
        attention=start.attention,
        cohesion=start.cohesion,
    )


@cache
def tables() -> tuple[SeatTables, SeatTables]:
    at = board()
    found = []
    for seat in at.parties:
        mandate = at.mandates[seat]
        assert mandate is not None
        found.append(SeatTables(at, own_mind(at, seat, mandate.weights), first_day(at).credibility))
    return found[0], found[1]


def both(rows: Ints, alternatives: tuple[int, int]) -> Ints:
    """The smaller gain of the two parties, by text."""
    now = first_day(board())
    gains = [
        table.gains(rows, seat, alternative, now)
        for table, seat, alternative in zip(tables(), board().parties, alternatives, strict=True)
    ]
    return np.minimum(*gains)


def climb(row: list[int], alternatives: tuple[int, int]) -> int:
    """The best text that one or two changes at a time lead to from here."""
    best = int(both(np.array([row]), alternatives)[0])
    while True:
        singles = tables()[0].singles(row)
        scores = both(singles, alternatives)
        near = np.concatenate([singles, tables()[0].doubles(row, singles, scores)])
        found = both(near, alternatives)
        top = int(found.argmax())
        if int(found[top]) <= best:
            return best
        best, row = int(found[top]), near[top].tolist()


def door(alternatives: tuple[int, int]) -> int:
    """The door, hundredths of a point: the best of many climbs."""
    stream = Stream("door")
    sizes = tables()[0].sizes
    return max(climb([stream.below(size) for size in sizes], alternatives) for _ in range(30))


def test_at_the_sober_start_the_door_stands_open_by_some_three_points() -> None:
    assert 2_50 <= door(SOBER) <= 3_50


def test_hope_on_both_sides_shuts_it() -> None:
    """Both at their most hopeful: no text beats both alternatives by enough."""
    assert door((68_50, 56_50)) < 0


@pytest.mark.parametrize(("ukraine", "russia"), [(65_50, 47_50), (59_50, 48_50)])
def test_news_that_moves_alternatives_moves_the_door(ukraine: int, russia: int) -> None:
    """Losses that outrun recruits, or exhaustion on both sides, open it wider than the sober start."""
    assert door((ukraine, russia)) > door(SOBER) + 50
