"""Every option of every clause moves something: a step from one option to the next, all other clauses as they are."""

from dataclasses import dataclass
from math import prod

import pytest

from tabletop.game.worth.value import (
    WHOLE,
    Context,
    chance,
    collapse,
    exponent,
    ratified,
    support,
    survival,
    worth,
)
from tests.game.worlds import board
from tests.laws.walk import MIDDLE

UKRAINE, RUSSIA = 0, 1
CALM = Context(WHOLE, 20_00, 0, (0, 0, 0, 0), 70_00, 60_00)
"""Guarantees as believed as on the first day, trust at the mark, nobody leaned on, moods even."""

STEPS = {
    # clause: for each option after the first: its worth to the four seats, S, the two homes
    "scope": ("energy ++++ 0 00", "long-range +-++ 0 00", "ground +-++ + 00", "all-domains +-++ 0 00"),
    "term": ("week ++++ - 00", "month +-++ + 00", "until-treaty +-++ + 00"),
    "donetsk": ("police-swap +-++ + +-", "neutral-zone +-++ + +-", "civil-police-zone +--+ + +-", "freeze +--+ - +-"),
    "status": ("de-facto +-++ + +-", "reserved +-++ + +-", "non-recognition +--+ - +-", "sovereignty +--- - 0-"),
    "buffer": ("two-km ++++ + 00", "seven-km ++++ + 00", "deep -++- 0 00"),
    "weapons": ("guns ++++ + 00", "rockets ++++ + 00", "long-range +-++ + 00"),
    "caps": ("700k +-++ + +-", "800k +-++ + +-", "no-cap +--+ - 0-"),
    "verify": ("remote ++++ + 0-", "civil-mission +-++ + 00", "both-side-access +--+ + 0-",
               "armed-protection +--- + 0-"),
    "respond": ("consult ++++ + 00", "ladder +-++ + 00", "automatic +--+ + 00"),
    "guarantee": ("letter +-++ + +-", "ratified-pledge +-++ + +-", "european-force +--+ + +-", "backstop +--- + +-"),
    "sanctions": ("phased +-++ + +-", "pilot +--+ + 00", "none +--+ - +-"),
    "people": ("lists ++++ + +0", "sick-and-civilians ++++ + +0", "all-for-all +-++ + +0"),
    "ratification": ("referendum +--+ + +0", "parliament ++-+ 0 +0", "signatures -+-- - +0"),
}  # fmt: skip
"""Worth in the order of the seats; S, the chance to hold 24 months; support in Ukraine and in Moscow's circle."""


@dataclass(frozen=True)
class Told:
    """What a text is, in figures."""

    worths: tuple[int, ...]
    survives: int
    homes: tuple[int, int]


def text(clause: str, option: int) -> tuple[int, ...]:
    at = board().clause_index[clause]
    return (*MIDDLE[:at], option, *MIDDLE[at + 1 :])


def told(options: tuple[int, ...], now: Context = CALM) -> Told:
    at = board()
    weights = [mandate.weights for mandate in at.mandates if mandate is not None]
    return Told(
        tuple(worth(at, seat, weights[seat], options) for seat in range(len(at.seats))),
        survival(at, exponent(at, options, now)),
        (support(at, UKRAINE, options, now), support(at, RUSSIA, options, now)),
    )


def signs(before: tuple[int, ...], after: tuple[int, ...]) -> str:
    return "".join("+" if b > a else "-" if b < a else "0" for a, b in zip(before, after, strict=True))


@pytest.mark.parametrize(
    ("clause", "place", "said"),
    [(clause, place, said) for clause, steps in STEPS.items() for place, said in enumerate(steps, 1)],
    ids=lambda value: value.split()[0] if isinstance(value, str) else None,
)
def test_a_step_in_a_clause_moves_what_it_says(clause: str, place: int, said: str) -> None:
    option, worths, survives, homes = said.split()
    assert board().clauses[board().clause_index[clause]].options[place].id == option
    before, after = told(text(clause, place - 1)), told(text(clause, place))
    assert signs(before.worths, after.worths) == worths
    assert signs((before.survives,), (after.survives,)) == survives
    assert signs(before.homes, after.homes) == homes


def test_no_option_is_left_out() -> None:
    assert {clause.id: len(clause.options) - 1 for clause in board().clauses} == {
        clause: len(steps) for clause, steps in STEPS.items()
    }


@pytest.mark.parametrize("clause", STEPS)
def test_every_step_is_somebodys_loss(clause: str) -> None:
    """No option is better than its neighbour for everybody in every figure, but where both sides gain from order."""
    both = {"energy", "week", "two-km", "seven-km", "guns", "rockets", "remote", "consult", "lists"}
    both |= {"sick-and-civilians"}
    for said in STEPS[clause]:
        option, worths, survives, homes = said.split()
        if option not in both:
            assert "-" in worths + survives + homes, option


@pytest.mark.parametrize(
    ("clause", "steps", "ways"),
    [
        ("donetsk", 4, ("++++", "----")),
        ("guarantee", 4, ("0+++", "0---")),
    ],
)
def test_what_a_collapse_leaves_follows_ground_and_guarantee(
    clause: str, steps: int, ways: tuple[str, str]
) -> None:
    for seat, way in ((UKRAINE, ways[0]), (RUSSIA, ways[1])):
        left = [collapse(board(), seat, text(clause, place), CALM) for place in range(steps + 1)]
        assert signs(tuple(left[:-1]), tuple(left[1:])) == way


def test_a_home_that_likes_a_text_better_carries_it_likelier() -> None:
    """q over each pair of texts: both homes' chances rise with their support, and q is the product of all."""
    at = board()
    for body in (one for one in at.bodies if one.counts and one.base == "support"):
        pairs = sorted(
            (support(at, body.seat, text(clause, place), CALM), chance(at, body, text(clause, place), CALM))
            for clause, steps in STEPS.items()
            for place in range(len(steps) + 1)
        )
        assert pairs == sorted(pairs, key=lambda pair: pair[1])
        assert pairs[0][1] < pairs[-1][1]
    counted = [chance(at, body, MIDDLE, CALM) for body in at.bodies if body.counts]
    assert len(counted) == 4
    assert ratified(at, MIDDLE, CALM) == pytest.approx(prod(counted) / WHOLE**3, abs=2)
