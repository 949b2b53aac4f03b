"""What becomes of a text by each cell is what the game says of those texts, and what many texts in one call say."""

import numpy as np
import pytest

from tabletop.frontier.curve_arrays import Ints, half_even, half_even_of_any
from tabletop.frontier.shared_tables import shared_tables
from tabletop.game.worth import value
from tabletop.players.choosing.random_stream import Stream
from tabletop.players.mind.seat_tables import SeatTables, own_mind
from tabletop.scenario.board.board import Board
from tests.players.mind.test_seat_tables import board, context

__all__ = ["board"]


def text(board: Board, key: str) -> tuple[int, ...]:
    stream = Stream(key)
    return tuple(stream.below(len(clause.options)) for clause in board.clauses)


@pytest.mark.parametrize("seat", range(4))
def test_the_neighbours_of_a_text_are_worth_what_the_game_says(board: Board, seat: int) -> None:
    mandate = board.mandates[seat]
    assert mandate is not None
    for draw in range(3):
        now, start = context(board, Stream(f"near/{draw}")), text(board, f"near/{seat}/{draw}")
        tables = SeatTables(board, own_mind(board, seat, mandate.weights), now.credibility)
        told = tables.near(start, seat, mandate.alternative, now)
        rows = tables.rows(start)
        assert told.tolist() == tables.gains(rows, seat, mandate.alternative, now).tolist()
        for row, gain in zip(rows.tolist(), told.tolist(), strict=True):
            shown = value.appraise_for(board, seat, row, now, mandate.weights, mandate.alternative)
            assert shown.gain == gain


def test_prospects_are_the_games_survival_and_ratification(board: Board) -> None:
    now = context(board, Stream("prospects"))
    mandate = board.mandates[0]
    assert mandate is not None
    tables = SeatTables(board, own_mind(board, 0, mandate.weights), now.credibility)
    rows = np.array([text(board, f"prospects/{at}") for at in range(40)], dtype=np.int64)
    survives, ratified = tables.prospects(rows, now)
    terms = tables.terms(rows)
    for at, row in enumerate(rows.tolist()):
        assert survives[at] == value.survival(board, value.exponent(board, row, now))
        assert ratified[at] == value.ratified(board, row, now)
        assert terms[at] == value.worth(board, 0, mandate.weights, row)


def test_the_same_board_and_credibility_give_the_same_ground(board: Board) -> None:
    assert shared_tables(board, 9_000) is shared_tables(board, 9_000)
    assert shared_tables(board, 9_000) is not shared_tables(board, 9_001)


def test_a_division_and_a_rounding_are_half_even() -> None:
    """Ties, the numbers beside them, and the largest that occur."""
    denominator = 10**8
    ties = np.arange(-5, 6) * denominator + denominator // 2
    near: Ints = np.concatenate(
        [ties, ties - 1, ties + 1, np.array([10**13 + 1, 4 * 10**15 - 1, -(10**13) - 1])]
    )
    assert half_even(near, denominator).tolist() == half_even_of_any(near, denominator).tolist()
