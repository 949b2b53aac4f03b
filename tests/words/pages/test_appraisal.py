"""What a text is worth in words: a gain that moves against the terms says why."""

from dataclasses import replace

import pytest

from tabletop.game.worth.value import Appraisal
from tabletop.words.pages.appraisal import parting_lines
from tests.words.board import voice

BEFORE = Appraisal(terms=5_000, alternative=5_400, survival=4_000, ratified=6_000, collapse=-300, gain=100)


@pytest.mark.parametrize(
    ("terms", "gain", "told"),
    [(500, -50, True), (-500, 50, True), (500, 50, False), (500, -9, False), (-9, 50, False), (0, 50, False)],
)
def test_a_gain_that_moves_against_the_terms_says_why(terms: int, gain: int, *, told: bool) -> None:
    after = replace(BEFORE, terms=BEFORE.terms + terms, gain=BEFORE.gain + gain)
    found = parting_lines(voice(), BEFORE, after)
    assert len(found) == told
    assert all("the other way than the terms" in line for line in found)
