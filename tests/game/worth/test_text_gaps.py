"""What a draft lacks, on the flagship."""

import pytest

from tabletop.game.worth.text_gaps import gaps, lint, unmet
from tabletop.game.worth.value import complete
from tabletop.scenario.board.board import Board
from tabletop.scenario.compiler.board import compile_board
from tabletop.scenario.library import open_scenario

WHOLE = {
    "scope": 4, "term": 3, "donetsk": 2, "status": 2, "buffer": 2, "weapons": 2, "caps": 2, "verify": 3,
    "respond": 2, "guarantee": 3, "sanctions": 1, "people": 3, "ratification": 1,
}  # fmt: skip


@pytest.fixture(scope="module")
def board() -> Board:
    return compile_board(open_scenario("abu-dhabi-2026"), format_id="class")


def draft(board: Board, **change: int) -> tuple[int, ...]:
    options = WHOLE | change
    return tuple(options[clause.id] for clause in board.clauses)


def test_a_whole_text_lacks_nothing(board: Board) -> None:
    assert lint(board, draft(board)) == ()
    assert gaps(board, draft(board)) == ()


def test_an_unmet_interlock_is_one_finding_and_one_gap(board: Board) -> None:
    text = draft(board, donetsk=3, buffer=1)
    found = lint(board, text)
    assert [(one.clause, one.other) for one in found] == [("donetsk", "buffer")]
    assert gaps(board, text) == tuple(one.id for one in found)
    met = draft(board, donetsk=4, buffer=1)
    assert lint(board, met) == ()


def test_weak_verification_is_found_on_every_clause_it_carries(board: Board) -> None:
    found = lint(board, draft(board, verify=1))
    assert {(one.clause, one.other) for one in found if one.other} == {
        ("buffer", "verify"),
        ("weapons", "verify"),
        ("respond", "verify"),
        ("donetsk", "verify"),
    }
    assert [one.clause for one in found if one.id == "imprecise"] == ["verify"]


def test_scope_may_not_be_left_out(board: Board) -> None:
    text = draft(board, scope=-1)
    assert "scope" in {one.clause for one in lint(board, text) if one.id == "left-out"}
    left = draft(board, status=-1)
    assert lint(board, left) == ()


def test_military_clauses_left_out_are_gaps(board: Board) -> None:
    text = complete(board, draft(board, buffer=-1, weapons=-1, donetsk=4))
    assert gaps(board, text) == ("buffer", "weapons")


def test_unmet_lists_only_what_costs(board: Board) -> None:
    everything = [
        rule for text in ((0,) * 13, draft(board, verify=0, buffer=0)) for rule in unmet(board, text)
    ]
    assert everything
    assert all(rule.keep < 10_000 or rule.danger > 0 for rule in everything)
