"""Whatever all seats answer to a strike, they win back at most what it took, quantity by quantity (S2.2)."""

from collections import Counter
from itertools import product

import pytest

from tabletop.game.core.price import Price, charges
from tabletop.game.strikes.strikes import (
    ACCUSED_ANSWERS,
    ALL_ANSWERS,
    PARTY_ANSWERS,
    QUIET,
    price_of_answer,
)
from tests.laws.walk import board

EFFECTS = ("strike.any", "strike.small")


def summed(prices: tuple[Price, ...]) -> Counter[str]:
    """By path: what prices charge together."""
    found: Counter[str] = Counter()
    for price in prices:
        for charge in price:
            found[charge.path] += charge.change
    return found


def answered(striker: int) -> list[Counter[str]]:
    """What every set of answers to a strike charges: the accused answers second, if anybody accused."""
    at = board()
    struck = next(party for party in at.parties if party != striker)
    others = [seat for seat in range(len(at.seats)) if seat not in at.parties]
    sets = product((*PARTY_ANSWERS, "suspend"), *(ALL_ANSWERS for _ in others))
    found: list[Counter[str]] = []
    for given in sets:
        first = tuple(
            price_of_answer(at, seat, answer, striker)
            for seat, answer in zip((struck, *others), given, strict=True)
        )
        second = [(price_of_answer(at, striker, answer, striker),) for answer in ACCUSED_ANSWERS]
        found += [summed((*first, *last)) for last in ([()] if set(given) <= QUIET else second)]
    return found


def takes(effect: str, striker: int) -> dict[str, int]:
    """What a strike takes, by path."""
    taken = summed((charges(board(), board().effects[effect], "S1.4", own=striker),))
    return {path: -change for path, change in taken.items() if change < 0}


def check(effect: str, striker: int, home: bool) -> None:
    """No set of answers wins back more than the strike took, of moods at home or of all else."""
    lost = {path: most for path, most in takes(effect, striker).items() if ("audience" in path) is home}
    assert lost
    for path, most in lost.items():
        assert max(found[path] for found in answered(striker)) <= most, path


@pytest.mark.parametrize("effect", EFFECTS)
@pytest.mark.parametrize("striker", board().parties)
def test_answers_win_back_at_most_what_the_strike_took(effect: str, striker: int) -> None:
    check(effect, striker, home=False)


@pytest.mark.parametrize("striker", board().parties)
@pytest.mark.parametrize("effect", ["strike.any", "strike.small"])
def test_nor_does_home_like_the_answer_more_than_it_minds_the_strike(effect: str, striker: int) -> None:
    check(effect, striker, home=True)
