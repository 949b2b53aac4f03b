"""The player that plays anything stays inside the boxes, whatever their slots."""

from dataclasses import replace

import pytest

from tabletop.errors import InvariantBroken
from tabletop.game.records.menu import Box, Choice, Count, Grid, Legal, Levers, Pick, Slot, Words
from tabletop.players.choosing.random_player import Uniform, fill, sample
from tabletop.players.choosing.random_stream import Stream
from tabletop.scenario.library import open_scenario
from tabletop.table.bots import bot_turns, make_bot_move
from tabletop.table.match import new_match

GRID = Grid(
    "terms",
    ("a", "b", "c", "d"),
    (0b0111, 0b1110, 0, 0b0110),
    2,
    3,
    needs=((0b0100, 0, 0, 0b0100), (0, 0b1000, 0, 0)),
    without=((("a", 1), ("b", 2)),),
)
SLOTS: list[Slot] = [
    Pick("pick", ("one", "two")),
    Choice("choice", (3, 5, 9)),
    Count("count", 2, 4, "rounds"),
    Words("words", 5, optional=False),
    Words("note", 5, optional=True),
    Levers("levers", (("x", ("p", "q")), ("y", ("r",)))),
    GRID,
]


@pytest.mark.parametrize("slot", SLOTS, ids=lambda slot: slot.name)
def test_samples_fit_their_slot_and_reach_all_of_it(slot: Slot) -> None:
    seen = set()
    for draw in range(200):
        value = sample(slot, Stream(f"{slot.name}/{draw}"))
        assert value is not None
        assert not slot.misfit(value)
        seen.add(value)
    match slot:
        case Pick(ids=ids):
            assert seen == set(ids)
        case Choice(values=values):
            assert seen == set(values)
        case Count():
            assert seen == {2, 3, 4}
        case Levers():
            assert len(seen) == 2
        case _:
            assert len(seen) > 4


def test_a_grid_that_cannot_be_filled_gives_none() -> None:
    stuck = Grid("terms", ("a", "b"), (0b10, 0), 1, 1, needs=((0b10, 0), (0, 0b10)))
    assert sample(stuck, Stream("stuck")) is None
    assert fill(Box("bridge", "T5.6", "public", 1, 2, (stuck,)), Stream("stuck")) is None


@pytest.mark.parametrize("format_id", ["pop-up", "class"])
def test_whole_matches_at_random(format_id: str) -> None:
    scenario = open_scenario("abu-dhabi-2026")
    for seed in range(3):
        seating = dict.fromkeys(scenario.frame.seats, "uniform")
        match = new_match(scenario, seating=seating, seed=seed, format_id=format_id)
        players = {seat: Uniform(frozenset({"undo"})) for seat in seating}
        for ask in bot_turns(match, players):
            make_bot_move(match, ask, ask.player.choose(ask.board, ask.view, ask.key))
        assert match.over


def test_no_open_box_is_a_fault() -> None:
    scenario = open_scenario("abu-dhabi-2026")
    match = new_match(scenario, seating=dict.fromkeys(scenario.frame.seats, "uniform"), seed=1)
    view = replace(match.view("us"), legal=Legal((), ()))
    with pytest.raises(InvariantBroken):
        Uniform().choose(match.board_of("us"), view, "key")
