"""The tables value a text exactly as the game does."""

import numpy as np
import pytest

from tabletop.frontier.curve_arrays import Ints
from tabletop.game.worth import value
from tabletop.players.choosing.random_stream import Stream
from tabletop.players.mind.seat_tables import SeatTables, own_mind
from tabletop.scenario.board.board import Board
from tabletop.scenario.compiler.board import compile_board
from tabletop.scenario.library import open_scenario


@pytest.fixture(scope="module")
def board() -> Board:
    return compile_board(open_scenario("abu-dhabi-2026"), format_id="class")


def texts(board: Board, count: int, key: str) -> Ints:
    stream = Stream(key)
    rows = [[stream.below(len(clause.options)) for clause in board.clauses] for _ in range(count)]
    return np.array(rows, dtype=np.int64)


def context(board: Board, stream: Stream) -> value.Context:
    """Any context, with two payments to every seat."""
    attention, cohesion = stream.below(100_00), stream.below(100_00)
    payments = tuple(
        (seat, clause, stream.below(len(board.clauses[clause].options)), board.numbers["sweeten.points"])
        for seat in range(len(board.seats))
        for clause in (2, 9, 9)
    )
    return value.Context(
        credibility=value.credibility(board, attention, cohesion, stream.below(301)),
        trust=stream.below(100_00),
        leans=100 * stream.below(5),
        audience=tuple(stream.below(20_00) - 10_00 for _ in board.seats),
        attention=attention,
        cohesion=cohesion,
        payments=payments,
    )


@pytest.mark.parametrize("seat", range(4))
def test_every_gain_is_the_games_own(board: Board, seat: int) -> None:
    mandate = board.mandates[seat]
    assert mandate is not None
    for draw in range(4):
        now = context(board, Stream(f"context/{draw}"))
        tables = SeatTables(board, own_mind(board, seat, mandate.weights), now.credibility)
        rows = texts(board, 60, f"texts/{seat}/{draw}")
        told = tables.gains(rows, seat, mandate.alternative, now)
        for row, gain in zip(rows.tolist(), told.tolist(), strict=True):
            shown = value.appraise_for(board, seat, row, now, mandate.weights, mandate.alternative)
            assert shown.gain == gain


def test_singles_change_one_free_clause_each_way(board: Board) -> None:
    mandate = board.mandates[0]
    assert mandate is not None
    tables = SeatTables(board, own_mind(board, 0, mandate.weights), 10_000)
    text = tuple(int(option) for option in texts(board, 1, "one")[0])
    rows = tables.singles(text, frozenset({0, 5})).tolist()
    free = sum(len(clause.options) - 1 for at, clause in enumerate(board.clauses) if at not in {0, 5})
    assert len({tuple(row) for row in rows}) == len(rows) == free
    for row in rows:
        changed = [at for at, (one, other) in enumerate(zip(row, text, strict=True)) if one != other]
        assert len(changed) == 1
        assert changed[0] not in {0, 5}


def test_doubles_change_two_clauses(board: Board) -> None:
    mandate = board.mandates[0]
    assert mandate is not None
    tables = SeatTables(board, own_mind(board, 0, mandate.weights), 10_000)
    text = tuple(int(option) for option in texts(board, 1, "two")[0])
    singles = tables.singles(text)
    rows = tables.doubles(text, singles, np.arange(len(singles))).tolist()
    assert rows
    assert all(sum(one != other for one, other in zip(row, text, strict=True)) == 2 for row in rows)
