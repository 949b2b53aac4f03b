"""What everybody can read of a seat: where it stands, and where it last offered to stand."""

from tabletop.game.events import PaperTabled
from tabletop.game.papers import Offer
from tabletop.game.value import complete
from tabletop.game.views import SeatView
from tabletop.scenario.board import Board

Options = tuple[int, ...]
"""A whole text: an option for each clause."""


def settled(board: Board, view: SeatView) -> frozenset[int]:
    """The clauses that nobody can move any more: annexed, initialled or in force."""
    text = view.sight.text
    return frozenset(
        at
        for at, clause in enumerate(board.clauses)
        if clause.annexed >= 0 or text.initialled[at] >= 0 or text.banked[at] >= 0
    )


def stands(board: Board, view: SeatView, seat: int) -> Options:
    """The whole text a seat stands for; what it is silent on stands as drafted, or at its default."""
    text = list(complete(board, view.draft))
    fixed = settled(board, view)
    for at, position in enumerate(view.sight.text.positions[seat]):
        if at not in fixed and position >= 0:
            text[at] = position
    return tuple(text)


def offered(board: Board, view: SeatView, seat: int) -> Options:
    """The same, with the package it offered last put in: its newest word, though it does not bind it."""
    text = list(stands(board, view, seat))
    fixed, me = settled(board, view), board.seats[seat].id
    for line in reversed(view.sight.record):
        event = line.event
        if isinstance(event, PaperTabled) and isinstance(event.paper, Offer) and event.paper.by == me:
            for clause, option in event.paper.terms:
                at = board.clause_at[clause]
                if at not in fixed and option >= 0:
                    text[at] = option
            break
    return tuple(text)


def finals(board: Board, fixed: frozenset[int]) -> int:
    """Mask of the scope options of a final text; every option when scope can no longer move."""
    scope = board.roles.scope
    mask = board.hazard.precise[scope]
    return mask if mask and scope not in fixed else -1
