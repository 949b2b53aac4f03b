"""The round robin: every pairing on the same seeds, sums that add up, and a search that pays."""

from itertools import product

import pytest

from tabletop.balance.robin import PairRow, dominated, pairings, parties_of, robin
from tabletop.errors import SeatError
from tabletop.players.roster import RIVALS

NAME = "abu-dhabi-2026"


def test_every_temper_meets_every_temper() -> None:
    arms = pairings(NAME, RIVALS, "class", "standard")
    assert set(arms) == set(product(RIVALS, RIVALS))
    one, other = parties_of(NAME)
    for (first, second), arm in arms.items():
        tempers = dict(arm.tempers)
        assert (tempers[one], tempers[other]) == (first, second)
        assert {tempers[seat] for seat in tempers if seat not in {one, other}} == {"mixed"}


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
def test_looking_ahead_pays_in_both_chairs() -> None:
    """200 matches a pairing: beyond two standard errors ahead of every other temper, in both seats."""
    found = robin(NAME, 200, 9_000, jobs=2)
    for rows in found["ranks"].values():
        row = rows["search"]
        for other, ahead in row["ahead"].items():
            assert ahead > 2 * row["ahead_error"][other], (other, ahead)


def paired(first: str, second: str, value: float) -> PairRow:
    """A pairing whose parties both have this value, and nothing else."""
    return PairRow(
        tempers={"one": first, "two": second},
        matches=1,
        signed_share=0.5,
        value={"one": value, "two": value},
        error={"one": 0.0, "two": 0.0},
        gain={"one": 1.0, "two": 1.0},
        rounds_mean=3.0,
    )


def test_a_temper_beaten_everywhere_is_named_and_one_with_a_chair_of_its_own_is_not() -> None:
    strong, weak = "strong", "weak"
    everywhere = [
        paired(strong, strong, 9),
        paired(strong, weak, 5),
        paired(weak, strong, 5),
        paired(weak, weak, 1),
    ]
    assert dominated(everywhere, (strong, weak)) == {weak: strong}
    once = [*everywhere[:3], paired(weak, weak, 6)]
    assert dominated(once, (strong, weak)) == {}
