from dataclasses import replace

from tabletop.game.views import Condition
from tabletop.game.worth.text_gaps import LintFinding
from tabletop.game.worth.value import Appraisal
from tabletop.words.pages.appraisal import appraisal_parts
from tabletop.words.pages.draft_rows import condition_line, draft_rows, row_line
from tests.words.board import small_board, voice
from tests.words.view import small_view


def test_a_row_says_who_stands_where_and_what_is_agreed() -> None:
    view = small_view()
    scope, donetsk, people = draft_rows(voice(), view)
    assert scope.state == "agreed"
    assert row_line(voice(), scope) == ("Scope. Ukraine: energy; Russia: energy; text: energy (AGREED) ▲")
    assert donetsk.state == "open"
    assert [stand.vow for stand in donetsk.stands] == [True, False, False]
    assert row_line(voice(), donetsk) == "Donetsk. Ukraine: neutral zone ▣; text: [open]"
    assert people.state == "banked"
    assert people.label == "in force"


def test_initialled_and_annexed_rows() -> None:
    view = small_view()
    text = replace(view.sight.text, initialled=(1, -1, -1))
    board = small_board()
    annexed = replace(
        board, clauses=(board.clauses[0], replace(board.clauses[1], annexed=2), board.clauses[2])
    )
    view = replace(view, sight=replace(view.sight, text=text), draft=(1, 2, 0))
    states = [row.state for row in draft_rows(replace(voice(), board=annexed), view)]
    assert states == ["initialled", "annexed", "banked"]


def test_what_the_draft_lacks_stands_at_its_clause() -> None:
    found = (
        LintFinding("verify-buffer", "donetsk", "scope", "verify-buffer"),
        LintFinding("left-out", "scope", "", "left-out"),
    )
    scope, donetsk, people = draft_rows(voice(), replace(small_view(), lint=found))
    assert scope.lacking == ("Scope: no final text may leave this clause out",)
    assert donetsk.lacking == ("Donetsk: a zone without monitors",)
    assert people.lacking == ()


def test_conditions_carry_a_mark_and_a_word() -> None:
    condition = Condition("russia", "scope", 1, "unmet", vow=True)
    assert condition_line(voice(), condition) == "Russia: Scope: energy ▣: ✗ not met"


def test_four_parts_with_no_deal_as_the_zero_line() -> None:
    told = appraisal_parts(voice(), Appraisal(63_00, 61_50, 61_00, 86_00, -10_00, -1_40))
    assert [part.slug for part in told] == ["terms", "survival", "ratified", "gain"]
    assert [part.words for part in told] == [
        "better than no deal (+1.5)", "about 6 in 10 to last two years", "likely", "−1.4 points",
    ]  # fmt: skip
    assert told[3].share < 50_00
    assert told[3].bar == "▇▇▇▁▁▁▁▁"
    even = appraisal_parts(voice(), Appraisal(50_00, 50_00, 0, 0, 0, 0))
    assert even[3].share == 50_00
    assert even[0].words == "about as good as no deal (0.0)"
