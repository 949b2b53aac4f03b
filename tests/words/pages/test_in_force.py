from dataclasses import replace

from tabletop.game.aftermath.breaking import Reckoning
from tabletop.game.views import InForce
from tabletop.words.pages.in_force import in_force_lines, risk
from tests.words.board import voice

STANDS = InForce(
    month=4, months=24, durability=7_120, risk=210, credibility=9_300, told=(("mission", 76),), renewal=6, asked=""
)  # fmt: skip


def test_durability_of_the_text_and_this_months_risk_have_two_names_and_two_figures() -> None:
    lines = in_force_lines(voice(), STANDS)
    assert "Month 4 of 24" in lines
    assert "Durability of the text: about 7 in 10 to last two years (71 %)" in lines
    assert "This month's risk of collapse: low (2 %)" in lines
    assert "Violations last month: the mission counts 76" in lines
    assert "The term must be renewed in month 6" in lines


def test_a_claim_is_told_as_a_claim_with_its_claimant() -> None:
    told = replace(STANDS, told=(("ukraine", 210), ("russia", 190)), renewal=0)
    lines = in_force_lines(voice("us"), told)
    assert (
        "Violations last month: Ukraine claims 210 by the other side; Russia claims 190 by the other side"
        in lines
    )
    assert not any("renewed" in line for line in lines)


WEIGHED = Reckoning(left=6_80, balance=4_00, ahead=1_20, price=1_50, terms=3_00, gain=7_75)


def test_a_party_that_is_asked_reads_what_breaking_would_end_and_bring_and_no_sum_to_win() -> None:
    lines = in_force_lines(voice("ukraine"), replace(STANDS, asked="break", breaking=WEIGHED))
    told = " ".join(lines)
    for said in ("people die in it", "the record names you", "No result rises by it", "over for both sides"):
        assert said in told
    assert "+6.8" in told
    assert "7.8" not in told
    assert "7.7" not in told


def test_nobody_else_reads_of_breaking() -> None:
    for shown in (
        replace(STANDS, breaking=WEIGHED),
        replace(STANDS, asked="break"),
        replace(STANDS, asked="break", breaking=replace(WEIGHED, gain=-1)),
        replace(STANDS, asked="renewal", breaking=WEIGHED),
    ):
        assert in_force_lines(voice("us"), shown) == in_force_lines(voice("us"), STANDS)


def test_words_of_a_months_risk_rise_with_it() -> None:
    assert [risk(share) for share in (0, 100, 101, 300, 799, 801, 5_000)] == [
        "slight", "slight", "low", "low", "marked", "high", "high",
    ]  # fmt: skip
