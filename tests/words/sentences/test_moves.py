from typing import get_args

import pytest

from tabletop.game.records.menu import Box, Choice, Count, Grid, Levers, Pick, Slot, Words
from tabletop.game.records.moves import KINDS, Accept, AnswerBridge, AnswerStrike, Move, Say, WalkOut
from tabletop.game.records.papers import BridgeNotice, BridgePaper, Offer
from tabletop.vocabulary import MEASURES, Unit, unit_of
from tabletop.words.language.tables import SPOKEN
from tabletop.words.language.voice import bar, change, number, percent, points
from tabletop.words.sentences.moves import menu_line, move_sentence, price_lines, slot_question
from tests.words.board import voice
from tests.words.samples import sample


@pytest.mark.parametrize("cls", get_args(Move))
def test_every_move_has_a_sentence_and_a_line_of_the_menu(cls: type[Move]) -> None:
    made = sample(cls)
    assert "{" not in move_sentence(voice(), made)
    box = Box(made.kind, "T1.2", "public", 1, 1, ())
    assert "{" not in menu_line(voice(), box).text
    assert menu_line(voice(), box).text.endswith("(public; moves used: 1)")


@pytest.mark.parametrize(
    "name", sorted({f for cls in KINDS.values() for f in cls.__dataclass_fields__} - {"kind"})
)
@pytest.mark.parametrize("kind", [cls.__dataclass_fields__["slot"].default for cls in get_args(Slot)])
def test_every_slot_asks_a_question(name: str, kind: str) -> None:
    made: dict[str, Slot] = {
        "pick": Pick(name, ("a", "b")),
        "choice": Choice(name, (1, 2)),
        "count": Count(name, 0, 2, "rounds"),
        "grid": Grid(name, ("scope",), (6,), 1, 1),
        "levers": Levers(name, (("tempo", ("hold",)),)),
        "words": Words(name, 280, optional=True),
    }
    assert slot_question(voice(), made[kind])[0].isupper()


def test_a_move_on_a_paper_names_the_paper() -> None:
    offer = Offer(12, -1, "russia", ("ukraine",), (("scope", 1),), 1)
    assert (
        move_sentence(voice(), Accept(12), (offer,))
        == "Accept offer 12 from Russia to you: all stand on Scope: energy"
    )
    assert move_sentence(voice(), Accept(12)) == "Accept 12"
    box = Box("accept", "T5.2", "public", 0, 1, (Choice("paper", (12,)),))
    assert menu_line(voice(), box, (offer,)).text.startswith("Accept: offer 12 from Russia")
    assert menu_line(voice(), box, (offer,)).text.endswith("(public; no move used)")


def test_an_answer_to_a_bridge_shows_its_terms_to_one_who_may_know_them() -> None:
    notice = BridgeNotice(7, -1, "us", ("ukraine", "russia"))
    terms = BridgePaper(8, 0b111, "us", ("ukraine", "russia"), (("scope", 1),))
    shown = "Answer in secret: yes; to bridge 7 by United States, sealed, for you and Russia: Scope: energy"
    assert move_sentence(voice(), AnswerBridge(7, "yes"), (notice, terms)) == shown
    assert "its terms sealed" in move_sentence(voice(), AnswerBridge(7, "yes"), (notice,))


def test_variants_of_moves() -> None:
    assert "for good" in move_sentence(voice(), WalkOut("for-good"))
    assert move_sentence(voice(), WalkOut("truce")) == "Leave the room; would return: a truce is in force"
    assert "would return" in move_sentence(voice(), AnswerStrike("suspend", "truce"))
    assert move_sentence(voice(), AnswerStrike("go-on")) == "Answer the strike: go on with the talks"


def test_words_keep_their_braces() -> None:
    assert move_sentence(voice(), Say("all", "{to}")) == "Say to everybody in the room: “{to}”"


def test_numbers_are_read_with_sign_and_unit() -> None:
    assert [points(value) for value in (140, -135, 4, -4, 5, 0, 1000)] == [
        "+1.4", "−1.4", "0.0", "0.0", "+0.1", "0.0", "+10.0",
    ]  # fmt: skip
    assert points(5000, signed=False) == "50.0"
    assert percent(62_49) == "62 %"
    assert number(1_200_000) == "1,200,000"
    assert [bar(share) for share in (0, 50_00, 100_00, 120_00, -1)] == [
        "▁" * 8, "▇" * 4 + "▁" * 4, "▇" * 8, "▇" * 8, "▁" * 8,
    ]  # fmt: skip
    assert [voice().chance(share) for share in (0, 4_99, 6_20, 62_00, 95_00, 96_00)] == [
        "fewer than 1 in 20", "fewer than 1 in 20", "about 1 in 10", "about 6 in 10", "about 9 in 10",
        "more than 19 in 20",
    ]  # fmt: skip


def test_a_price_names_the_quantity_its_seats_and_the_change() -> None:
    told = price_lines(
        voice(), (("home.trust.ukraine.russia", 150), ("war.momentum", -300), ("alliance.patience", 0))
    )
    assert told == ("Trust (Ukraine → Russia): +1.5", "Momentum (above 0: Russia): −3.0 %")
    assert change(120, unit_of("war.grid")) == "+120 MW"


def test_every_quantity_has_a_name_and_its_unit_in_words() -> None:
    shown = {
        Unit.POINT: "+12.3",
        Unit.SHARE: "+12.3 %",
        Unit.PEOPLE: "+1,234 people",
        Unit.MEGAWATT: "+1,234 MW",
        Unit.AREA: "+1,234 km²",
        Unit.HOMES: "+1,234",
        Unit.COUNT: "+1,234",
    }
    for path, found in MEASURES.items():
        assert f"quantity.{path}" in SPOKEN, path
        seats = "".join(f".{seat}" for seat in ("ukraine", "russia")[: found.seats])
        (line,) = price_lines(voice(), ((path + seats, 1_234),))
        assert line.endswith(f": {shown[found.unit]}"), line
