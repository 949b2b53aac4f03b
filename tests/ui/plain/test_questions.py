from typing import get_args

import pytest

from tabletop.game.records.menu import Box, Choice, Count, Grid, Levers, Pick, Slot, Words
from tabletop.game.records.moves import Accept, Ask, Move, Orders, Position, Say, SetDeadline
from tabletop.ui.plain.console import Back, EndOfInput, Left
from tabletop.ui.plain.questions import compose, grid_problem
from tests.command.script import scripted
from tests.words.board import voice
from tests.words.view import small_view

GRID = Grid("terms", ("scope", "donetsk", "people"), (0b1110, 0b1001, 0), 1, 2)


def box(move: str, *slots: Slot) -> Box:
    return Box(move, "T1.2", "public", 1, 1, slots)


def answer(asked: Box, *lines: str) -> tuple[Move, list[str]]:
    console, written = scripted(lines)
    return compose(console, voice(), small_view(), asked), written


TERMS_BOX = box("position", GRID)
ASK = box("ask", Pick("to", ("russia", "us")), Pick("clause", ("scope",)))
DEADLINE = box("deadline", Count("rounds", 1, 3, "rounds"), Pick("nature", ("binding", "bluff")))
ORDERS = box("orders", Levers("choices", (("tempo", ("hold", "press")), ("strikes", ("none", "energy")))))
SAY = box("say", Pick("to", ("all",)), Words("words", 20, optional=False))
ACCEPT = box("accept", Choice("paper", (7, 9)))


@pytest.mark.parametrize(
    ("asked", "lines", "made"),
    [
        (ASK, ["2"], Ask("us", "scope")),
        (ACCEPT, ["2"], Accept(9)),
        (DEADLINE, ["3", "2"], SetDeadline(3, "bluff")),
        (ORDERS, ["2", "1"], Orders((("tempo", "press"), ("strikes", "none")))),
        (SAY, ["Let us go on"], Say("all", "Let us go on")),
        (SAY, ["q"], Say("all", "q")),
        (SAY, ["a line that is much too long for this", "short"], Say("all", "short")),
        (TERMS_BOX, ["1", "2", "3"], Position((("scope", 1),))),
        (TERMS_BOX, ["1", "2", "2", "2"], Position((("scope", 1), ("donetsk", 2)))),
        (TERMS_BOX, ["2", "1", "1", "3"], Position((("scope", 2), ("donetsk", -1)))),
        (TERMS_BOX, ["1", "0", "2", "1", "3"], Position((("donetsk", -1),))),
        (ASK, ["nine", "9", "", "1"], Ask("russia", "scope")),
    ],
)  # fmt: skip
def test_a_script_of_numbers_makes_the_move(asked: Box, lines: list[str], made: Move) -> None:
    assert answer(asked, *lines)[0] == made


def test_every_kind_of_slot_is_answered_here() -> None:
    used = {type(slot) for asked in (TERMS_BOX, ASK, DEADLINE, ORDERS, SAY, ACCEPT) for slot in asked.slots}
    assert used == set(get_args(Slot))


@pytest.mark.parametrize("asked", [ASK, ACCEPT, DEADLINE, ORDERS, TERMS_BOX])
def test_zero_goes_back_and_q_leaves_and_the_end_ends(asked: Box) -> None:
    with pytest.raises(Back):
        answer(asked, "0")
    with pytest.raises(Left):
        answer(asked, "q")
    with pytest.raises(EndOfInput):
        answer(asked)


def test_only_what_the_masks_allow_is_offered() -> None:
    _, written = answer(TERMS_BOX, "2", "2", "3")
    assert "  1. take the position back" in written
    assert "  2. neutral zone" in written
    assert not any("People" in line for line in written)


def test_needs_and_exclusions_of_a_grid() -> None:
    grid = Grid("terms", ("scope", "donetsk"), (0b1110, 0b1110), 2, 2, ((0b0100, 0), (0, 0b1000)))
    assert "At least 2" in grid_problem(voice(), grid, {"scope": 1})
    assert "Donetsk" in grid_problem(voice(), grid, {"scope": 1, "donetsk": 1})
    assert grid_problem(voice(), grid, {"scope": 1, "donetsk": 2}) == ""
    barred = Grid("terms", ("scope", "donetsk"), (0b1110, 0b1110), 1, 2, (), ((("scope", 1),),))
    assert grid_problem(voice(), barred, {"scope": 1}) != ""
    assert grid_problem(voice(), barred, {"scope": 1, "donetsk": 0}) == ""


def test_a_grid_that_is_full_and_wrong_starts_again() -> None:
    asked = box("bridge", Grid("terms", ("scope", "donetsk"), (0b1110, 0b1110), 2, 2, ((0b0100, 0),)))
    made, written = answer(asked, "1", "1", "2", "1", "1", "2", "2", "1")
    assert made.kind == "bridge"
    assert getattr(made, "terms", None) == (("scope", 1), ("donetsk", 0))
    assert any("Choose again" in line for line in written)


def test_pages_open_at_any_question() -> None:
    console, written = scripted(["t", "2"])
    console.pages = {"t": lambda: ["The text."]}
    assert compose(console, voice(), small_view(), ASK) == Ask("us", "scope")
    assert "The text." in written
