"""Arms are compared on the seeds that all of them have played."""

import pytest

from tabletop.lab.balance.compare import decides, error, matched, mean
from tests.lab.balance.rig import arm, trial

HARD, PATIENT = arm("hard"), arm("patient")


def test_only_shared_seeds_are_compared_and_in_one_order() -> None:
    trials = [trial(HARD, 3), trial(HARD, 1), trial(HARD, 2), trial(PATIENT, 1), trial(PATIENT, 3)]
    rows = matched(trials, (HARD, PATIENT))
    assert {one: [found.seed for found in row] for one, row in rows.items()} == {
        HARD: [1, 3],
        PATIENT: [1, 3],
    }


def test_means_and_errors() -> None:
    assert (mean([]), error([]), error([4.0])) == (0.0, 0.0, 0.0)
    assert error([1.0, 2.0, 3.0, 4.0]) == pytest.approx((5 / 3) ** 0.5 / 2)


@pytest.mark.parametrize(
    ("hard", "patient", "said"),
    [
        ("sssssn", "nnnnnn", True),  # the choice says it all
        ("nnnnnn", "ssssss", True),
        ("sssssn", "ssnnnn", False),  # a text also comes without it
        ("ssssss", "ssssss", False),  # no choice changes anything
        ("sssssn", "nnnnns", False),  # each has its own seeds: others decide too
        ("ssssnn", "nnnnnn", None),  # too few to tell
        ("nnnnnn", "nnnnnn", None),
    ],
)
def test_a_choice_decides_alone_only_when_it_explains_every_text(
    hard: str, patient: str, said: bool | None
) -> None:
    arms = [[one == "s" for one in arm] for arm in (hard, patient)]
    assert decides(arms) is said
