"""The draft as a document, and the conditions against it."""

from dataclasses import replace

from tabletop.game.records.state import VowTaken
from tabletop.game.views import Condition
from tabletop.game.worth.text_gaps import LintFinding
from tabletop.game.worth.value import Appraisal
from tabletop.vocabulary import SILENT
from tabletop.words.pages.appraisal import draft_meter
from tabletop.words.pages.conditions import condition_blocks
from tabletop.words.pages.document import ADDED, KEPT, REMOVED, changes_line, document_lines, draft_articles
from tests.words.board import voice
from tests.words.view import small_view


def test_agreed_words_stand_alone_and_open_ones_in_brackets_with_their_seats() -> None:
    scope, donetsk, people = draft_articles(voice(), small_view())
    assert (scope.state, people.state) == ("AGREED", "in force")
    assert not scope.passages[0].text.startswith("[")
    assert donetsk.state == "[open]"
    assert donetsk.passages[0].text.startswith("[Ukraine: ")
    assert donetsk.passages[0].text.endswith("]")
    assert donetsk.silent.startswith("Left out, it counts as: ")
    assert not any(article.changed for article in (scope, donetsk, people))


def test_red_lines_against_an_earlier_view() -> None:
    view = small_view()
    text = view.sight.text
    before = replace(
        view,
        draft=(SILENT, SILENT, SILENT),
        sight=replace(
            view.sight,
            text=replace(
                text,
                positions=((1, 0, -1), (2, 2, -1), (-1, -1, -1)),
                agreed=(-1, -1, -1),
                banked=(-1, -1, -1),
            ),
        ),
    )
    scope, donetsk, people = draft_articles(voice(), view, before)
    assert [(each.change, each.note) for each in scope.passages] == [(KEPT, ""), (REMOVED, "")]
    assert scope.was == "[open]"
    assert [each.change for each in donetsk.passages] == [REMOVED, KEPT]
    assert donetsk.passages[1].note == "now also you; no longer Russia"
    assert [each.change for each in people.passages] == [ADDED]
    lines = "\n".join(document_lines(voice(), (scope, donetsk, people)))
    assert "  − taken out: [Russia: " in lines
    assert "  + added: " in lines
    assert "(was: [open])" in lines
    assert changes_line(voice(), (scope, donetsk, people)).startswith("Articles changed: 3: Scope")
    assert changes_line(voice(), draft_articles(voice(), view, view)) == "Nothing has changed in the text"


def test_findings_stand_with_their_article() -> None:
    found = (LintFinding("left-out", "donetsk", "", "left-out"),)
    article = draft_articles(voice(), replace(small_view(), lint=found))[1]
    assert article.lacking == ("Donetsk: no final text may leave this clause out",)
    assert "  ✗ Donetsk: no final text may leave this clause out." in list(
        document_lines(voice(), (article,))
    )


def test_conditions_stand_seat_by_seat_what_is_refused_first_the_own_apart() -> None:
    view = replace(
        small_view(),
        conditions=(
            Condition("ukraine", "scope", 1, "met", vow=False),
            Condition("ukraine", "donetsk", 2, "unclear", vow=True),
            Condition("russia", "scope", 0, "unmet", vow=False),
            Condition("russia", "donetsk", 1, "unclear", vow=False),
            Condition("us", "donetsk", 1, "unclear", vow=False),
        ),
    )
    ukraine, russia, us, own = condition_blocks(voice(seat="ukraine"), view)
    assert [block.seat for block in (ukraine, russia, us, own)] == ["ukraine", "russia", "us", ""]
    assert ukraine.title == "Ukraine (you)   ✓ 1  ✗ 0  ? 1"
    assert [line.state for line in russia.lines] == ["unmet"]
    assert russia.unclear == "Open in the draft: Donetsk"
    assert (us.lines, us.unclear) == ((), "")
    assert [line.clause for line in own.lines] == ["scope", "donetsk", "people"]
    assert own.lines[1].text == "Donetsk: weighs 30 of 100"
    assert own.lines[1].state == "unclear"
    onlooker = replace(view, sight=replace(view.sight, seat=-1, mine=None))
    assert all(block.seat for block in condition_blocks(voice(seat="observer"), onlooker))


def test_the_meter_follows_the_terms_while_the_gain_is_very_low() -> None:
    low = Appraisal(30_00, 60_00, 10_00, 10_00, 0, -3_50)
    better = replace(low, terms=40_00)
    assert draft_meter(voice(), low).share < draft_meter(voice(), better).share
    assert draft_meter(voice(), low).zero == 60_00
    assert draft_meter(voice(), low).words == "If it holds, against no deal (┃): −30.0"
    near = replace(low, gain=-1_90)
    assert draft_meter(voice(), near).zero == 50_00
    assert draft_meter(voice(), near).share == draft_meter(voice(), replace(near, terms=40_00)).share
    assert draft_meter(voice(), near).words == "Gain over no deal (┃): −1.9"
    drawn = draft_meter(voice(), low).bar(20)
    assert len(drawn) == 20
    assert drawn.index("┃") == 12


def test_a_vow_is_marked_in_a_condition() -> None:
    view = small_view()
    assert view.sight.text.vows == (VowTaken(0, 1, 2, below=True),)
    (block, _) = condition_blocks(
        voice(seat="ukraine"),
        replace(view, conditions=(Condition("ukraine", "donetsk", 2, "unmet", vow=True),)),
    )
    assert block.lines[0].text.endswith(" ▣")
