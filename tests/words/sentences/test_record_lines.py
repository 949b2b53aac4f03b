from typing import get_args

import pytest

from tabletop.game.records.events import (
    Answered,
    DraftFailed,
    Happening,
    MatchEnded,
    PaperTabled,
    PositionTaken,
    Said,
    StrikeReported,
    WalkedOut,
)
from tabletop.game.records.papers import Claim, Paper, Question, StrikePaper
from tabletop.words.language.i18n import english
from tabletop.words.sentences.papers import paper_line
from tabletop.words.sentences.record_lines import BOOKKEEPING, event_line
from tests.words.board import voice
from tests.words.samples import sample


@pytest.mark.parametrize("cls", get_args(Happening))
def test_every_event_has_words_without_holes(cls: type[Happening]) -> None:
    event = sample(cls)
    said = event_line(voice(), event)
    if event.kind in BOOKKEEPING:
        assert said == ""
    else:
        assert said[0].isupper() or said[0].isdigit()
        assert "{" not in said


@pytest.mark.parametrize("cls", get_args(Paper))
def test_every_paper_has_words_and_its_number(cls: type[Paper]) -> None:
    said = paper_line(voice(), sample(cls, id=41))
    assert " 41" in said
    assert "{" not in said


def test_a_seat_reads_itself_as_you() -> None:
    event = PositionTaken(seat="ukraine", clause="scope", was=0, option=1, move="concession")
    assert event_line(voice("ukraine"), event) == "You moved Scope: nothing yet → energy (a concession)"
    assert event_line(voice("russia"), event) == "Ukraine moved Scope: nothing yet → energy (a concession)"
    assert event_line(voice("observer"), event) == "Ukraine moved Scope: nothing yet → energy (a concession)"


def test_silence_is_named() -> None:
    event = PositionTaken(seat="russia", clause="scope", was=1, option=-1, move="withdrawal")
    assert event_line(voice(), event) == "Russia took back a position on Scope: energy"


def test_variants_say_different_things() -> None:
    assert event_line(voice(), WalkedOut(seat="russia", until="truce")) == (
        "Russia left the room; would return: a truce is in force"
    )
    assert event_line(voice(), WalkedOut(seat="russia", until="for-good")) == "Russia left the talks for good"
    assert "pressure" in event_line(voice(), Answered(seat="ukraine", to="us", clause="", answer="high"))
    assert "pressure" not in event_line(
        voice(), Answered(seat="ukraine", to="us", clause="scope", answer="high")
    )
    assert event_line(voice(), DraftFailed(instrument="final", reasons=())) == (
        "Not initialled (the final text): somebody objected"
    )
    told = event_line(voice(), DraftFailed(instrument="final", reasons=(("russia", "too early"),)))
    assert told == "Not initialled (the final text): objections: Russia: “too early”"
    assert event_line(voice(), MatchEnded(how="expired", by="")).endswith("ran out without a text")
    assert event_line(voice(), MatchEnded(how="collapsed", by="us")).endswith("(by United States)")
    assert event_line(voice(), MatchEnded(how="collapsed", by="patience")).endswith("whose patience ran out)")
    assert "pressure" in paper_line(voice(), Question(5, -1, "us", ("russia",), ""))
    assert "traced to Russia" in paper_line(voice(), Claim(5, -1, "russia", "ukraine", (("scope", 1),)))


def test_a_strike_is_told_once_with_its_figures() -> None:
    event = StrikeReported(
        paper=3, by="russia", target="energy", place="kyiv", drones=140, missiles=12,
        stopped_drones=118, stopped_missiles=7, dark=310_000,
    )  # fmt: skip
    said = event_line(voice(), event)
    assert "at Kyiv" in said
    assert "homes without power 310,000" in said
    struck = StrikePaper(3, -1, "russia", "energy", "kyiv", 140, 12, 118, 7, 310_000, 2)
    assert event_line(voice(), PaperTabled(paper=struck)) == ""


@pytest.mark.parametrize(
    "hostile", ["{seat}", "{0.__class__}", "\x1b[31mred\x1b[0m", "a\u202egnp.exe", "x\r\ny"]
)
def test_typed_words_are_data(hostile: str) -> None:
    said = event_line(voice(), Said(seat="russia", to="all", words=hostile, how="say"))
    assert "\x1b" not in said
    assert "\u202e" not in said
    assert "\n" not in said
    assert "you" not in said.lower()


def test_a_name_the_author_did_not_give_falls_back_to_its_id() -> None:
    event = PositionTaken(seat="russia", clause="buffer", was=-1, option=2, move="opening")
    assert event_line(voice(), event) == "Russia opened on buffer: 2"


def test_no_sentence_of_the_table_names_a_real_party() -> None:
    names = ("Ukrain", "Russia", "Moscow", "Kyiv", "Donetsk", "America", "Washington", "Europe", "US ")
    kept = english("reasons")  # older journals hold these sentences: their words stay
    said = {slug: sentence for slug, sentence in english().items() if slug not in kept}
    assert not [slug for slug, sentence in said.items() if any(name in sentence for name in names)]


def test_a_text_that_held_has_nobody_who_ended_it() -> None:
    held = event_line(voice(), MatchEnded(how="held", by="war"))
    assert held == "The match ended: the text held for its two years"
    assert "on the ground" in event_line(voice(), MatchEnded(how="relapsed", by="war"))
