"""What is remembered about frozen things is what would be said again."""

import pytest

from tabletop.players.choosing.remembered_answers import NEWEST, remembered
from tabletop.scenario.board.board import Board
from tabletop.scenario.compiler.board import compile_board
from tabletop.scenario.library import open_scenario
from tests.bench.played import SCENARIO


@pytest.fixture(scope="module")
def board() -> Board:
    return compile_board(open_scenario(SCENARIO))


def test_the_same_question_is_answered_once(board: Board) -> None:
    calls: list[tuple[tuple[int, ...], int, bool]] = []

    @remembered
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
