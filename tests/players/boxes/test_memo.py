"""What is remembered about frozen things is what would be said again; a chapter takes no field it does not have."""

import pytest

from tabletop.game.core.evolve import start
from tabletop.game.core.sight import see
from tabletop.game.legality import Openings, legal
from tabletop.game.records.moves import Pass
from tabletop.game.records.state import changed
from tabletop.players.boxes.memo import NEWEST, kept
from tabletop.scenario.board.board import Board
from tabletop.scenario.compiler.board import compile_board
from tabletop.scenario.library import open_scenario
from tabletop.table.bots import bot_turns, make_bot_move
from tabletop.table.cache import seat_board
from tests.bench.played import SCENARIO, bots, opened


@pytest.fixture(scope="module")
def board() -> Board:
    return compile_board(open_scenario(SCENARIO))


def test_the_same_question_is_answered_once(board: Board) -> None:
    calls: list[tuple[tuple[int, ...], int, bool]] = []

    @kept
    def entry(_board: Board, row: tuple[int, ...], at: int, *, negative: bool = False) -> int:
        calls.append((row, at, negative))
        return -row[at] if negative else row[at]

    rows = [(number, 10 * number) for number in range(NEWEST + 2)]
    for _ in range(2):
        assert entry(board, rows[1], 1) == 10
        assert entry(board, rows[1], 1, negative=True) == -10
        assert entry(board, rows[1], 0) == 1
    assert len(calls) == 3
    assert [entry(board, row, 0) for row in rows] == list(range(NEWEST + 2))
    assert [entry(board, row, 1) for row in rows] == [10 * number for number in range(NEWEST + 2)]


def test_a_chapter_has_the_fields_it_has(board: Board) -> None:
    state = start(board)
    later = changed(state.talks, round=3, floor=1)
    assert (later.round, later.floor, later.sitting) == (3, 1, state.talks.sitting)
    assert state.talks.round == 0
    assert changed(later, round=0, floor=-1) == state.talks
    with pytest.raises(TypeError, match="rounds"):
        changed(state.talks, rounds=3)
    with pytest.raises(AttributeError):
        later.round = 4  # type: ignore[misc]


def test_a_seat_is_offered_the_same_on_its_board_as_on_the_whole() -> None:
    """The referee takes the boxes that a seat was shown, so what a seat may not know must not matter to them."""
    match = opened(seed=2)
    players = bots(match)
    for number, ask in enumerate(bot_turns(match, players)):
        for at in range(len(match.board.seats)):
            sight = see(match.state, at, match.board.mediator)
            openings = Openings(seat_board(match.board, at), sight)
            assert openings.all() == legal(match.board, sight)
            if not match.state.talks.awaiting >> at & 1:
                assert not openings.hold(Pass())
        make_bot_move(match, ask, ask.player.choose(ask.board, ask.view, ask.key))
        if number == 60:
            break
