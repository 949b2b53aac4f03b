"""What an open consent sheet carries (rule T4.8): pure, from papers and positions alone."""

from collections.abc import Callable, Iterable

from tabletop.game.records.papers import ConsentSheet, Paper
from tabletop.scenario.board.board import Board
from tabletop.scenario.board.consent import NO_PRICE

Stands = Callable[[int], int]
"""By clause: the option that stands in the draft, or -1."""

TO_ALL = "all"
"""T4.7: the addressee of a sheet that every seat sees."""


def sealed_sheet(papers: tuple[Paper, ...], by: str) -> ConsentSheet | None:
    """The sheet that a seat has under seal, if any."""
    return next(
        (paper for paper in papers if isinstance(paper, ConsentSheet) and paper.sealed and paper.by == by),
        None,
    )


def open_sheets(papers: Iterable[Paper]) -> tuple[ConsentSheet, ...]:
    """The sheets that count in the session, of those papers."""
    return tuple(paper for paper in papers if isinstance(paper, ConsentSheet) and not paper.sealed)


def covering(
    board: Board, sheets: tuple[ConsentSheet, ...], clause_index: int, option: int, stands: Stands
) -> int:
    """T4.8: mask of the seats whose sheets carry an option and whose price is met.

    The price of a sheet that is on the same clause is held against the option itself.
    """
    mask, clause = 0, board.clauses[clause_index].id
    for sheet in sheets:
        if (clause, option) in sheet.terms and price_met(board, sheet.price, clause_index, option, stands):
            mask |= 1 << board.seat_index[sheet.by]
    return mask


def price_met(board: Board, price: str, clause_index: int, option: int, stands: Stands) -> bool:
    """T4.8: whether the draft stands at the price, or further down the list of its clause."""
    if price == NO_PRICE or board.consent is None:
        return True
    clause, least = board.consent.prices[price]
    return (option if clause == clause_index else stands(clause)) >= least
