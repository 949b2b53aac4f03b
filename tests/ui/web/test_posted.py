"""What a form may say: a move of a box, or a refusal in words; never a traceback."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tabletop.errors import Refusal
from tabletop.game.records.menu import Box, Choice, Closed, Count, Grid, Legal, Levers, Pick, Slot, Words
from tabletop.game.records.moves import KINDS, Accept, Orders, Position, Say
from tabletop.ui.web.posted import FRAME, frame_of, move_from
from tabletop.words.sentences.refusals import refusal_sentence
from tests.examples import examples
from tests.ui.tui.hostile import HOSTILE, faults
from tests.ui.web.seats import Fields
from tests.words.board import voice
from tests.words.view import small_view


def box(move: str, *slots: Slot) -> Box:
    return Box(move, "T4.1", "public", 1, 1, slots)


SHUT = Closed("vow", Refusal("two-vows-stand", "T6.1"))
BOXES = (
    box("position", Grid("terms", ("scope", "donetsk"), (0b1110, 0b1001), 1, 2)),
    box("accept", Choice("paper", (7, 9))),
    box("say", Pick("to", ("all",)), Words("words", 20, optional=False)),
    box("orders", Levers("choices", (("tempo", ("hold", "press")), ("strikes", ("none", "energy"))))),
    box("deadline", Count("rounds", 1, 3, "rounds"), Pick("nature", ("binding", "bluff"))),
)
VIEW = small_view(Legal(BOXES, (SHUT,)))


@pytest.mark.parametrize(
    ("sent", "made"),
    [
        ({"kind": ["position"], "terms": ["", "scope.1"]}, Position((("scope", 1),))),
        ({"kind": ["position"], "terms": ["donetsk.-1", "scope.2"]}, Position((("scope", 2), ("donetsk", -1)))),
        ({"kind": ["accept"], "paper": ["9"], "turn": ["4"], "cid": ["a"], "do": ["make"]}, Accept(9)),
        ({"kind": ["say"], "to": ["all"], "words": ["  two\r\nlines "]}, Say("all", "two lines")),
        (
            {"kind": ["orders"], "choices": ["strikes.none", "tempo.press"]},
            Orders((("tempo", "press"), ("strikes", "none"))),
        ),
    ],
)  # fmt: skip
def test_a_form_is_read_back(sent: Fields, made: object) -> None:
    assert move_from(VIEW, sent) == made


@pytest.mark.parametrize(
    ("sent", "code", "rule"),
    [
        ({}, "unknown-move", "T1.2"),
        ({"kind": ["position", "accept"]}, "unknown-move", "T1.2"),
        ({"kind": ["<b>"]}, "unknown-move", "T1.2"),
        ({"kind": ["vow"]}, "two-vows-stand", "T6.1"),
        ({"kind": ["leak"]}, "unknown-move", "T1.2"),
        ({"kind": ["accept"]}, "field-missing", "T4.1"),
        ({"kind": ["accept"], "paper": ["7", "9"]}, "field-twice", "T4.1"),
        ({"kind": ["accept"], "paper": ["8"]}, "no-such-paper", "T4.1"),
        ({"kind": ["accept"], "paper": ["seven"]}, "not-a-number", "T4.1"),
        ({"kind": ["accept"], "paper": ["٧"]}, "not-a-number", "T4.1"),
        ({"kind": ["accept"], "paper": ["9" * 5000]}, "not-a-number", "T4.1"),
        ({"kind": ["accept"], "paper": ["7"], "to": ["us"]}, "field-unknown", "T4.1"),
        ({"kind": ["position"]}, "too-few-clauses", "T4.1"),
        ({"kind": ["position"], "terms": ["scope.1", "scope.2"]}, "field-twice", "T4.1"),
        ({"kind": ["position"], "terms": ["people.1"]}, "no-such-clause", "T4.1"),
        ({"kind": ["position"], "terms": ["scope.7"]}, "option-not-open", "T4.1"),
        ({"kind": ["position"], "terms": ["scope.-9"]}, "option-not-open", "T4.1"),
        ({"kind": ["position"], "terms": ["scope"]}, "not-on-the-list", "T4.1"),
        ({"kind": ["say"], "to": ["all"], "words": [" "]}, "words-wanted", "T4.1"),
        ({"kind": ["say"], "to": ["all"], "words": ["w" * 21]}, "too-long", "T4.1"),
        ({"kind": ["say"], "to": ["us"], "words": ["a"]}, "not-on-the-list", "T4.1"),
        ({"kind": ["orders"], "choices": ["tempo.hold"]}, "a-lever-is-missing", "T4.1"),
        ({"kind": ["orders"], "choices": ["tempo.hold", "strikes.x"]}, "not-on-the-list", "T4.1"),
        ({"kind": ["deadline"], "rounds": ["4"], "nature": ["bluff"]}, "out-of-range", "T4.1"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_with_code_rule_and_words(sent: Fields, code: str, rule: str) -> None:
    refused = move_from(VIEW, sent)
    assert isinstance(refused, Refusal)
    assert (refused.code, refused.rule) == (code, rule)
    said = refusal_sentence(voice(), refused)
    assert code not in said or "-" not in code, "a code that no sentence stands for"
    assert "{" not in said
    assert f"rule {rule}" in said


@pytest.mark.parametrize(
    "sent", [{"turn": ["4"], "cid": ["a-1"]}, {"turn": ["4"], "cid": ["a"], "do": ["preview"]}]
)
def test_a_frame_is_read(sent: Fields) -> None:
    frame = frame_of(sent)
    assert not isinstance(frame, Refusal)
    assert frame.turn == 4
    assert frame.preview == ("do" in sent)


@pytest.mark.parametrize(
    "sent",
    [
        {}, {"turn": ["4"]}, {"turn": ["x"], "cid": ["a"]}, {"turn": ["4", "4"], "cid": ["a"]},
        {"turn": ["4"], "cid": ["a b"]}, {"turn": ["4"], "cid": ["a" * 65]}, {"turn": ["4"], "cid": ["ä"]},
        {"turn": ["4"], "cid": ["a"], "do": ["undo"]}, {"turn": ["4"], "cid": ["a"], "do": ["make", "preview"]},
    ],
)  # fmt: skip
def test_a_frame_that_makes_no_sense_is_refused(sent: Fields) -> None:
    assert isinstance(frame_of(sent), Refusal)


NAMES = st.sampled_from([*FRAME, "terms", "paper", "to", "words", "choices", "rounds", "nature", "x"])
VALUES = st.one_of(
    st.text(max_size=12),
    st.sampled_from([*HOSTILE.values(), *KINDS, "7", "scope.1", "tempo.hold", "strikes.none", "all"]),
)


@settings(max_examples=examples(150), deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.dictionaries(NAMES, st.lists(VALUES, max_size=3), max_size=6),
    st.sampled_from([each.move for each in BOXES]),
)
def test_whatever_is_posted_is_a_move_of_a_box_or_a_refusal_in_words(sent: Fields, kind: str) -> None:
    for each in (sent, {**sent, "kind": [kind]}):
        frame_of(each)
        found = move_from(VIEW, each)
        if isinstance(found, Refusal):
            assert not faults(refusal_sentence(voice(), found))
        else:
            assert VIEW.allows(found)
            assert not faults(str(found))
