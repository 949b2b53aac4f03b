"""Two worlds that differ in how fast Ukraine's drones improve, at the same tempo: what it does to the room for a text.

The sample is 20,000 texts drawn once; a text is in the room when its terms are above what either party would have
without it. Months are those of a match: three for six rounds, six for twelve.
"""

from dataclasses import dataclass, replace
from functools import cache

import numpy as np
import pytest
from numpy.typing import NDArray

from tabletop.game.news import lines_of
from tabletop.game.value import WHOLE, Context
from tabletop.game.war import fortnight, real, rounded
from tabletop.players.stream import Stream
from tabletop.players.tables import Ints, Tables, own_mind
from tests.game.worlds import board, february, orders, rules

UKRAINE, RUSSIA = 0, 1
FAST, SLOW = 0.095, 0.04
"""Growth of lethality a month."""

PRESS_HARD = 11_000
TEXTS = 20_000
CALM = Context(WHOLE, 20_00, 0, (0, 0, 0, 0), 70_00, 60_00)


@dataclass(frozen=True)
class Month:
    """Losses and recruits of the attacker's last fortnight, and each party's lines of news."""

    lost: int
    joined: int
    news: tuple[dict[str, int], dict[str, int]]


@cache
def course(growth: float, count: int) -> tuple[Month, ...]:
    """Month by month at that tempo, without chance."""
    world, told = february(), list[Month]()
    for at in range(count):
        for half in range(2):
            if at or half:
                drones = rounded(real(world.defender_lethality) * np.sqrt(1 + growth))
                world = replace(world, defender_lethality=drones)
            world = fortnight(world, orders(PRESS_HARD, (1 + at) % 12 + 1), {}, rules())
        news = lines_of(world, 2 * (at + 1) + 1, rules())
        lines = (dict(news[UKRAINE]), dict(news[RUSSIA]))
        told.append(Month(int(world.attacker_lost), int(world.attacker_joined), lines))
    return tuple(told)


def shift(growth: float, month: int, seat: int) -> int:
    """What news has done to a party's alternative by then, hundredths of a point."""
    return sum(course(growth, 6)[month - 1].news[seat].values())


@cache
def sample() -> Ints:
    stream = Stream("the room for a text")
    rows = [[stream.below(len(clause.options)) for clause in board().clauses] for _ in range(TEXTS)]
    return np.array(rows, dtype=np.int64)


@cache
def tables(seat: int) -> Tables:
    mandate = board().mandates[seat]
    assert mandate is not None
    return Tables(board(), own_mind(board(), seat, mandate.weights), CALM.credibility)


def above(seat: int, moved: int) -> NDArray[np.bool_]:
    """Which texts of the sample are above a party's alternative once news has moved it."""
    mandate = board().mandates[seat]
    assert mandate is not None
    return tables(seat).terms(sample()) > mandate.alternative + moved


def room(growth: float, month: int) -> int:
    """How many texts of the sample are above both alternatives."""
    both = above(UKRAINE, shift(growth, month, UKRAINE)) & above(RUSSIA, shift(growth, month, RUSSIA))
    return int(both.sum())


@pytest.mark.parametrize("month", range(1, 7))
def test_losses_pass_recruits_and_moscows_alternative_falls(month: int) -> None:
    now = course(FAST, 6)[month - 1]
    assert now.lost > now.joined
    assert now.news[RUSSIA]["attacker-outlook"] < 0
    assert shift(FAST, month, RUSSIA) < 0
    assert shift(FAST, month, RUSSIA) < shift(SLOW, month, RUSSIA)


def test_at_slow_growth_losses_turn_back_of_themselves() -> None:
    """The tempo cannot be carried any more: the peak is behind, and it lies below what fast growth reaches."""
    slow = [month.lost for month in course(SLOW, 14)]
    fast = [month.lost for month in course(FAST, 14)]
    assert slow.index(max(slow)) < 12
    assert slow[-1] < max(slow) < max(fast)


@pytest.mark.parametrize("month", [3, 6])
def test_what_moscow_loses_opens_the_room_on_its_side(month: int) -> None:
    fast = int(above(RUSSIA, shift(FAST, month, RUSSIA)).sum())
    slow = int(above(RUSSIA, shift(SLOW, month, RUSSIA)).sum())
    assert fast > slow


@pytest.mark.parametrize("month", [3, 6])
def test_and_narrows_it_on_kyivs_which_can_wait_longer(month: int) -> None:
    assert shift(FAST, month, UKRAINE) > shift(SLOW, month, UKRAINE)
    fast = int(above(UKRAINE, shift(FAST, month, UKRAINE)).sum())
    assert fast < int(above(UKRAINE, shift(SLOW, month, UKRAINE)).sum())


@pytest.mark.parametrize("month", [1, 2, 3])
def test_at_first_there_is_more_room_for_a_text(month: int) -> None:
    assert room(FAST, month) > room(SLOW, month) > 0


@pytest.mark.parametrize("month", [4, 5, 6])
def test_later_kyiv_can_wait_longer_than_moscow_has_lost(month: int) -> None:
    """The side that gains asks for more: by then the room is narrower than at slow growth, on Kyiv's account."""
    assert 0 < room(FAST, month) < room(SLOW, month)
