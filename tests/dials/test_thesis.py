"""Two worlds that differ in how fast Ukraine's drones improve, at the same tempo: what it does to the room for a text.

Everything else goes as usual: the defender repairs, builds air defence and calls people up, its friends pay, nobody
adds sanctions. What grows is the defender's index, counter-measures included. A text is in the room when it is worth
more to both parties than what each would have without it, as the gain counts it (V1.1): whether it holds and whether
home carries it included. Months are those of a match: three for six rounds, six for twelve.
"""

from dataclasses import dataclass, replace
from functools import cache

import numpy as np
import pytest
from numpy.typing import NDArray

from tabletop.game.records.state import State
from tabletop.game.war.model import fortnight, month_of
from tabletop.game.war.news import lines_of
from tabletop.players.choosing.random_stream import Stream
from tests.debrief.second_search import Space
from tests.dials.fortnight import dealt
from tests.game.worlds import armed, board, february, orders, rules, usual

UKRAINE, RUSSIA = 0, 1
FAST, SLOW = 0.095, 0.04
"""Growth of the defender's index a month, what counter-measures take back (W2.8) already taken."""

PRESS_HARD = 11_000
MONTHS = range(1, 7)
LONG = 14
TEXTS = 60_000


@dataclass(frozen=True)
class Month:
    """The attacker's losses and recruits of a month, and each party's lines of news at its end."""

    lost: int
    joined: int
    news: tuple[dict[str, int], dict[str, int]]


@cache
def course(growth: float) -> tuple[Month, ...]:
    """Month by month at that tempo, without chance."""
    world, told = february(), list[Month]()
    for passed in range(2 * LONG):
        month = month_of(rules().calendar, passed)
        world = fortnight(usual(world), orders(PRESS_HARD, month, hits=1_200), {}, rules())
        world = armed(world, growth, passed + 1)
        if passed % 2:
            news = lines_of(world, passed + 2, rules())
            lost = int(world.attacker_lost + world.attacker_before)
            told.append(
                Month(lost, 2 * int(world.attacker_joined), (dict(news[UKRAINE]), dict(news[RUSSIA])))
            )
    return tuple(told)


def shift(growth: float, month: int, seat: int) -> int:
    """What news has done to a party's alternative by then, hundredths of a point; 0 on the first day."""
    return sum(course(growth)[month - 1].news[seat].values()) if month else 0


@cache
def space(growth: float, month: int) -> Space:
    """Every final text, with alternatives as the table has them and as news has moved them by then."""
    mandates = [mandate for mandate in board().mandates if mandate is not None]
    first = tuple(mandate.alternative for mandate in mandates)
    moved = tuple(
        at + (shift(growth, month, seat) if seat in board().parties else 0) for seat, at in enumerate(first)
    )
    state: State = dealt(1)
    home = replace(
        state.home, alternative=moved, dealt=first, weights=tuple(mandate.weights for mandate in mandates)
    )
    return Space(board(), replace(state, home=home))


@cache
def sample() -> NDArray[np.int64]:
    stream, start = Stream("the room for a text"), space(FAST, 0)
    return np.array([start.random(stream) for _ in range(TEXTS)], dtype=np.int64)


@cache
def above(growth: float, month: int, seat: int) -> int:
    """How many texts of the sample are worth more to a party than none."""
    return int((space(growth, month).gains(sample(), seat) > 0).sum())


@cache
def room(growth: float, month: int) -> int:
    """How many texts of the sample are worth more than none to both."""
    return int((space(growth, month).both(sample()) > 0).sum())


@cache
def best(growth: float, month: int) -> int:
    """The smaller gain of the text that is best for both, hundredths of a point."""
    return space(growth, month).best("the thesis", 16).both


@pytest.mark.parametrize("month", MONTHS)
def test_losses_pass_recruits_and_moscows_alternative_falls(month: int) -> None:
    """From the first month losses pass recruits, from the second by a fifth, and that they did is news (W2.9)."""
    now = course(FAST)[month - 1]
    assert now.lost > (1.2 if month > 1 else 1.0) * now.joined
    assert now.news[RUSSIA]["crossing"] == (-350 if month > 1 else 0)
    assert now.news[RUSSIA]["attacker-outlook"] < 0
    assert shift(FAST, month, RUSSIA) < -150
    assert shift(FAST, month, RUSSIA) < shift(SLOW, month, RUSSIA)


def test_within_half_a_year_losses_pass_fifty_thousand_and_then_the_tempo_gives_way() -> None:
    fast = [month.lost for month in course(FAST)]
    assert max(fast[:6]) > 50_000
    assert fast[-1] < 0.9 * max(fast)


def test_at_slow_growth_losses_level_off_near_forty_three_thousand() -> None:
    """The tempo cannot be carried any more: the peak is behind, and it lies below what fast growth reaches."""
    slow = [month.lost for month in course(SLOW)]
    assert 41_500 < max(slow) < 44_500
    assert slow.index(max(slow)) < 8
    assert slow[-1] < 0.95 * max(slow)


@pytest.mark.parametrize("month", MONTHS)
@pytest.mark.slow
def test_it_opens_the_room_for_a_text_and_the_room_stays_open(month: int) -> None:
    """Against the first day, in every month of twelve rounds: more texts above both alternatives, and a better one."""
    assert room(FAST, month) > room(FAST, 0) > 0
    assert best(FAST, month) > best(FAST, 0) + 30


@pytest.mark.parametrize("month", MONTHS)
def test_on_moscows_side_it_opens_more_than_slow_growth_does(month: int) -> None:
    assert above(FAST, month, RUSSIA) > above(SLOW, month, RUSSIA) > above(FAST, 0, RUSSIA)


@pytest.mark.parametrize("month", MONTHS)
def test_and_on_kyivs_less_since_kyiv_can_wait_longer(month: int) -> None:
    assert shift(FAST, month, UKRAINE) > shift(SLOW, month, UKRAINE)
    assert above(FAST, month, UKRAINE) < above(SLOW, month, UKRAINE)


@pytest.mark.parametrize("month", [1, 2, 3, 4])
def test_for_eight_rounds_it_opens_more_room_than_slow_growth(month: int) -> None:
    assert room(FAST, month) > room(SLOW, month)
    assert best(FAST, month) > best(SLOW, month)


@pytest.mark.parametrize("month", [2, 6])
def test_at_that_tempo_slow_growth_is_enough_for_the_crossing(month: int) -> None:
    """What pressing hard costs passes recruits in both worlds; the line for it is the same in both."""
    slow = course(SLOW)[month - 1]
    assert slow.lost > slow.joined
    assert slow.news[RUSSIA]["crossing"] == course(FAST)[month - 1].news[RUSSIA]["crossing"] == -350


@pytest.mark.parametrize("month", [5, 6])
def test_after_that_slow_growth_does_better(month: int) -> None:
    """The side that gains asks for more, and one line moves an alternative by six points at most.

    In the fifth month slow growth has more texts and a best one as good, in the sixth a better one as well.
    """
    assert room(SLOW, month) > 1.5 * room(FAST, month)
    assert best(SLOW, month) > best(FAST, month) + (30 if month > 5 else -30)
    assert course(FAST)[month - 1].news[RUSSIA]["attacker-outlook"] == -600
