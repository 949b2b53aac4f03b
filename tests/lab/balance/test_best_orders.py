"""A situation is decided by two standard errors, and shares are counted among the decided ones alone."""

from collections.abc import Mapping, Sequence

import pytest

from tabletop.lab.balance.best_orders import Faced, band, faced, lever_card, whole
from tabletop.lab.balance.situations import Ending, Order, Situation

ORDERS = tuple(Order("russia", "tempo", option, (option,), 1) for option in ("hold", "press", "surge"))

Values = Mapping[str, Sequence[int | None]]


def endings(number: int, values: Values) -> list[Ending]:
    """A situation's endings in the order they are played: continuation by continuation, order by order."""
    situation = Situation("abu-dhabi-2026", "class", "standard", 1, number)
    length = len(next(iter(values.values())))
    return [
        Ending((situation, at, order), values[order.option][at], signed=at == 0)
        for at in range(length)
        for order in ORDERS
    ]


def best(**values: list[int]) -> str | None:
    return Faced(values, {}).best()


def test_a_situation_is_decided_by_two_standard_errors_of_the_paired_difference() -> None:
    wild = [0, 5000, -3000, 900]
    assert best(hold=[each + 10 for each in wild], surge=wild) == "hold", "the same dice, always ahead"
    # ahead by a mean of 4 with a standard error just over, and just under, 2
    assert best(hold=[0, 8, 0, 8], surge=[0, 0, 0, 0]) is None
    assert best(hold=[1, 7, 1, 7], surge=[0, 0, 0, 0]) == "hold"
    assert best(hold=wild, surge=wild) is None, "nothing between them"
    assert best(hold=[9, 9], press=[9, 9], surge=[0, 0]) is None, "the second is as good as the first"


def test_shares_are_of_the_decided_situations() -> None:
    flat: Values = {option: [100, 100] for option in ("hold", "press", "surge")}
    found = [
        *endings(0, {**flat, "hold": [300, 310]}),
        *endings(1, {**flat, "hold": [300, 290]}),
        *endings(2, flat),
        *endings(3, {**flat, "surge": [700, 710]}),
    ]
    card = lever_card(ORDERS, whole(found, 2))
    assert (card["situations"], card["decided"], card["share"]) == (4, 3, 0.75)
    assert {name: option["best"] for name, option in card["options"].items()} == {
        "hold": 2, "press": 0, "surge": 1,
    }  # fmt: skip
    assert card["options"]["hold"]["share"] == 0.667
    # against the mean of the three, a point each: (2 + 2 + 0 - 2) * 2 / 3 over the four situations, and so on
    assert card["options"]["hold"]["value"] == pytest.approx((4 / 3 + 4 / 3 - 2.05) / 4, abs=0.02)
    assert sum(option["value"] for option in card["options"].values()) == pytest.approx(0, abs=0.02)


def test_an_order_that_is_not_open_is_not_compared() -> None:
    shut: Values = {"hold": [None, None], "press": [100, 100], "surge": [200, 210]}
    [one] = whole(endings(0, shut), 2)
    here = faced(one, ORDERS)
    assert here is not None
    assert (set(here.values), here.best()) == ({"press", "surge"}, "surge")
    card = lever_card(ORDERS, [one])
    assert [option["open"] for option in card["options"].values()] == [0, 1, 1]
    [alone] = whole(endings(0, {**shut, "press": [None, None]}), 2)
    assert faced(alone, ORDERS) is None, "no choice"


def test_a_situation_that_was_stopped_does_not_count() -> None:
    flat: Values = {option: [100, 100] for option in ("hold", "press", "surge")}
    found = [*endings(0, flat), *endings(1, flat)]
    assert len(whole(found, 2)) == 2
    assert len(whole(found[:-1], 2)) == 1
    assert len(whole(found[:4], 2)) == 0
    assert len(whole(found[:1], 2)) == 0, "not every order of it was begun"


def test_a_band_is_honest_with_few() -> None:
    assert band(0, 0) == {"share": None, "low": 0.0, "high": 1.0}
    assert band(0, 4) == {"share": 0.0, "low": 0.0, "high": 0.5}
    assert band(60, 60)["low"] > 0.9
    few, many = band(2, 6), band(20, 60)
    assert few["share"] == many["share"]
    assert few["low"] < many["low"] < many["high"] < few["high"]


@pytest.mark.parametrize(
    ("hold", "press", "surge", "undecided", "within"),
    [
        (20, 20, 20, 0, True),
        (50, 5, 5, 0, False),  # one is best too often, and by more than chance
        (3, 2, 1, 0, True),
        (4, 1, 1, 0, None),  # too often, and six situations allow it
        (30, 30, 0, 0, False),  # one is never best
        (6, 6, 6, 80, False),  # far too few are decided
        (0, 0, 0, 2, None),
    ],
)
def test_what_is_not_as_aimed_is_said_only_beyond_chance(
    hold: int, press: int, surge: int, undecided: int, within: bool | None
) -> None:
    flat: Values = {option: [100, 100] for option in ("hold", "press", "surge")}
    winners = ["hold"] * hold + ["press"] * press + ["surge"] * surge + [""] * undecided
    found = [
        ending
        for number, winner in enumerate(winners)
        for ending in endings(number, {**flat, **({winner: [300, 300]} if winner else {})})
    ]
    assert lever_card(ORDERS, whole(found, 2))["within"] is within
