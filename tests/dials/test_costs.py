"""No order is free: what helps its owner costs it, or everybody, something; and no option beats another in all."""

from itertools import permutations

import pytest

from tests.dials.fortnight import moved
from tests.game.worlds import board

SHARED = {
    "alliance.patience": 1, "alliance.attention": 1, "alliance.cohesion": 1, "alliance.passing.ukraine": -1,
    "home.trust.ukraine.russia": 1, "home.trust.russia.ukraine": 1, "war.strain": -1,
}  # fmt: skip
"""What all seats live off, and whether more of it is better."""

OWN = {
    "ukraine": {
        "war.force.ukraine": 1, "war.lethality.ukraine": 1, "war.momentum": -1, "war.headroom": -1,
        "war.air_cover": 1, "war.grid": 1, "alliance.support": 1, "home.audience.ukraine": 1,
    },
    "russia": {
        "war.force.russia": 1, "war.momentum": 1, "war.headroom": 1, "war.recruiting": 1,
        "home.audience.russia": 1, "alliance.support": -1,
    },
    "us": {"alliance.capital.us": 1, "home.alternative.ukraine": -1, "home.alternative.russia": -1},
    "europe": {
        "war.air_cover": 1, "war.grid": 1, "alliance.support": 1, "alliance.force_step": 1, "war.headroom": -1,
    },
}  # fmt: skip
"""What an order may win for its owner; for the mediator, parties that can do less well without a text.

Harm to people and homes is nobody's gain, so it is not among these.
"""

LEVERS = [(seat.id, lever) for seat in board().seats for lever in seat.levers]


def tally(seat: str, lever: str, option: str, instead: str) -> tuple[set[str], set[str]]:
    """What gets better for the owner and what gets worse for it or for all."""
    found = moved(seat, lever, option, instead)
    ways = SHARED | OWN[seat]
    better = {name for name, way in ways.items() if found[name][0] * way > 0}
    worse = {name for name, way in ways.items() if found[name][0] * way < 0}
    return better, worse


@pytest.mark.parametrize(("seat", "lever"), LEVERS)
def test_an_order_that_helps_also_costs(seat: str, lever: str) -> None:
    neutral = dict(board().seats[board().seat_index[seat]].default_orders)[lever]
    for option in board().seats[board().seat_index[seat]].levers[lever]:
        if option == neutral:
            continue
        better, worse = tally(seat, lever, option, neutral)
        assert better, f"{option} helps its owner nowhere against {neutral}"
        assert worse, f"{option} helps {sorted(better)} and costs nothing"


@pytest.mark.parametrize(("seat", "lever"), LEVERS)
@pytest.mark.slow
def test_no_option_is_better_than_another_in_everything(seat: str, lever: str) -> None:
    options = board().seats[board().seat_index[seat]].levers[lever]
    for one, other in permutations(options, 2):
        better, worse = tally(seat, lever, one, other)
        assert worse or not better, f"{one} beats {other}: {sorted(better)}"
