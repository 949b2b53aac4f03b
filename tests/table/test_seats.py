"""Who keeps which seat, and how bots are asked for."""

from typing import get_args

import pytest

from tabletop.errors import SeatError
from tabletop.players.mind.temper import TEMPERS as ROWS
from tabletop.scenario.sheets.frame import Seat
from tabletop.table.seats import bots_named
from tabletop.vocabulary import BOTS, DEALT_TEMPERS, TEMPERS

SEATS = ("ukraine", "russia", "us", "europe")


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        ("", {}),
        ("search", dict.fromkeys(SEATS, "search")),
        ("hard,us=patient", dict.fromkeys(SEATS, "hard") | {"us": "patient"}),
        ("us=patient, hard", dict.fromkeys(SEATS, "hard") | {"us": "patient"}),
        ("russia=hard,ukraine=search", {"ukraine": "search", "russia": "hard"}),
    ],
)
def test_bots_are_named_for_all_or_by_seat(asked: str, wanted: dict[str, str]) -> None:
    assert bots_named(asked, SEATS) == wanted


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("mars=hard", "there is no seat 'mars': ukraine, russia, us, europe"),
        ("ukrane=hard", "there is no seat 'ukrane'; did you mean ukraine?"),
        ("serch", "there is no temper 'serch'; did you mean search?"),
        ("russia=uniform", f"there is no temper 'uniform': {', '.join(BOTS)}"),
    ],
)
def test_a_name_that_is_none_is_refused_with_the_nearest(asked: str, said: str) -> None:
    with pytest.raises(SeatError, match=said.replace("?", "[?]")):
        bots_named(asked, SEATS)


def test_every_list_of_tempers_is_the_same() -> None:
    """What can be asked for, what players are made of, and what a scenario may give a seat."""
    assert tuple(ROWS) == TEMPERS
    assert get_args(Seat.model_fields["temper"].annotation) == DEALT_TEMPERS
