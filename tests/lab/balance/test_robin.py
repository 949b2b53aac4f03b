"""The round robin: every pairing on the same seeds, sums that add up, and a search that pays."""

from itertools import product

import pytest

from tabletop.errors import SeatError
from tabletop.lab.balance.robin import dominated, pair_row, pairings, parties_of, ranks, robin
from tabletop.lab.balance.trial import Arm, Trial
from tabletop.vocabulary import TEMPERS
from tests.examples import examples

NAME = "abu-dhabi-2026"


def test_every_temper_meets_every_temper() -> None:
    arms = pairings(NAME, TEMPERS, "class", "standard")
    assert set(arms) == set(product(TEMPERS, TEMPERS))
    one, other = parties_of(NAME)
    for (first, second), arm in arms.items():
        tempers = dict(arm.tempers)
        assert (tempers[one], tempers[other]) == (first, second)
        assert {tempers[seat] for seat in tempers if seat not in {one, other}} == {"mixed"}


@pytest.mark.slow
def test_a_small_robin_adds_up() -> None:
    found = robin(NAME, 2, 40, tempers=("trading", "search"), format_id="pop-up")
    assert found["complete"]
    assert found["matches"] == 2
    assert [row["matches"] for row in found["pairs"]] == [2, 2, 2, 2]
    for seat, rows in found["ranks"].items():
        assert set(rows) == {"trading", "search"}
        apart = rows["search"]["ahead"]["trading"]
        assert apart == -rows["trading"]["ahead"]["search"]
        assert apart == pytest.approx(rows["search"]["value"] - rows["trading"]["value"], abs=0.002)
        own = [row["value"][seat] for row in found["pairs"] if row["tempers"][seat] == "search"]
        assert sum(own) / len(own) == pytest.approx(rows["search"]["value"], abs=0.01)


def test_an_unknown_temper_is_said() -> None:
    with pytest.raises(SeatError):
        robin(NAME, 1, 1, tempers=("angry",), format_id="pop-up")


@pytest.mark.slow
@pytest.mark.timeout(14_400)
def test_looking_ahead_pays_in_one_chair_and_costs_little_in_the_other() -> None:
    """Over all opponents: ahead of every other temper in Kyiv's chair, and in Moscow's less than a point behind.

    Twenty matches a pairing; `EXAMPLES=10` plays 200, which takes an hour or two.
    """
    found = robin(NAME, examples(20), 9_000, jobs=2)
    for seat, rows in found["ranks"].items():
        row = rows["search"]
        ahead, errors = row["ahead"], row["ahead_error"]
        for other in ahead:
            if seat == "ukraine":
                assert ahead[other] > 2 * errors[other], (seat, other, ahead, errors)
            assert ahead[other] > -1 - 2 * errors[other], (seat, other, ahead, errors)


def trial(first: str, second: str, value: int, gain: int) -> Trial:
    """A match that came to a text, with the same for both parties."""
    arm = Arm(NAME, "class", "standard", (("one", first), ("two", second)))
    both = {"one": value, "two": value}, {"one": gain, "two": gain}
    return Trial(arm, 1, *both, signed=True)


def beaten(weak_at_home: int, weak_gain: int) -> dict[str, str]:
    """What is dominated where `strong` has more value against `strong` and `weak` has these against itself."""
    strong, weak = "strong", "weak"
    table = {
        (strong, strong): [trial(strong, strong, 900, 100)],
        (strong, weak): [trial(strong, weak, 500, 100)],
        (weak, strong): [trial(weak, strong, 500, 100)],
        (weak, weak): [trial(weak, weak, weak_at_home, weak_gain)],
    }
    pairs = [pair_row(("one", "two"), pair, trials) for pair, trials in table.items()]
    return dominated(
        pairs, {seat: ranks(seat, at, (strong, weak), table) for at, seat in enumerate(("one", "two"))}
    )


def test_a_temper_beaten_everywhere_is_named_and_one_good_at_something_is_not() -> None:
    assert beaten(100, 100) == {"weak": "strong"}
    assert beaten(600, 100) == {}, "it does better against itself"
    assert beaten(100, 300) == {}, "its texts are better"
