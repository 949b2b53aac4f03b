"""A chapter with other values in some fields is a new chapter, and has no other fields."""

import pytest

from tabletop.game.core.evolve import start
from tabletop.game.records.state import changed
from tabletop.scenario.compiler.board import compile_board
from tabletop.scenario.library import open_scenario


def test_a_chapter_has_the_fields_it_has() -> None:
    state = start(compile_board(open_scenario("abu-dhabi-2026")))
    later = changed(state.talks, round=3, floor=1)
    assert (later.round, later.floor, later.sitting) == (3, 1, state.talks.sitting)
    assert state.talks.round == 0
    assert changed(later, round=0, floor=-1) == state.talks
    with pytest.raises(TypeError, match="rounds"):
        changed(state.talks, rounds=3)
    with pytest.raises(AttributeError):
        later.round = 4  # type: ignore[misc]
