"""Strikes of random matches, two thousand with the slow tests: behind each is what its size allows (S1.5)."""

from collections import Counter
from collections.abc import Iterator
from itertools import count

import pytest

from tabletop.game.decide import decide
from tabletop.game.records.events import CauseSealed, Happening, StrikeReported
from tabletop.scenario.board.doubt import HANDS, INTENTS
from tabletop.vocabulary import TABLE, Phase
from tests.examples import examples
from tests.laws.walk import board, dice, walk

STRIKES = examples(100)
THROWS = 25
"""How often each place at which a strike may break in is thrown for anew."""


def seams() -> Iterator[tuple[Happening, ...]]:
    """What the table does between two sittings of random matches, each place with many dice."""
    at = board()
    for seed in count():
        for number, stop in enumerate(walk(at, seed)):
            if stop.seat == TABLE and stop.state.talks.phase == Phase.PLENARY:
                for throw in range(THROWS):
                    roll = dice(1_000_000 * seed + 1_000 * number + throw)
                    yield decide(at, stop.state, stop.seat, stop.move, roll).events


@pytest.mark.slow
def test_nobody_but_its_own_side_is_behind_a_large_salvo() -> None:
    large, sides, causes = board().causes.large, Counter[str](), Counter[str]()
    for events in seams():
        reported = next((event for event in events if isinstance(event, StrikeReported)), None)
        if reported is None:
            continue
        sealed = next(event for event in events if isinstance(event, CauseSealed))
        if reported.drones > large:
            assert sealed.cause in INTENTS, reported
            assert sealed.author == reported.by, reported
        else:
            assert sealed.cause in HANDS, reported
            assert sealed.author == reported.by, reported
        sides[reported.by] += 1
        causes[sealed.cause] += 1
        if sides.total() == STRIKES:
            break
    assert set(sides) == {"ukraine", "russia"}
    assert set(causes) & set(INTENTS)
    assert set(causes) & set(HANDS)
