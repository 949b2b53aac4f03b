"""What everybody can read of a seat: where it stands, and where it last offered to stand."""

from tabletop.game.events import PaperClosed, PaperTabled
from tabletop.game.moves import Terms
from tabletop.game.papers import BridgePaper, Offer
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


def packages(board: Board, view: SeatView, seat: int, *, unasked: bool = False) -> tuple[Terms, ...]:
    """The packages a seat offered, as far as the record reaches, oldest first; `unasked` leaves counters out."""
    me = board.seats[seat].id
    found: list[Terms] = []
    countering = False
    for line in view.sight.record:
        event = line.event
        if isinstance(event, PaperTabled):
            paper = event.paper
            if isinstance(paper, Offer) and paper.by == me and not (unasked and countering):
                found.append(paper.terms)
        countering = isinstance(event, PaperClosed) and event.how == "countered"
    return tuple(found)


def package(board: Board, view: SeatView, seat: int) -> Terms:
    """The package a seat offered last; empty when it offered none."""
    return next(reversed(packages(board, view, seat)), ())


def offered(board: Board, view: SeatView, seat: int) -> Options:
    """The text a seat stands for with its last package put in: its newest word, though it does not bind it."""
    return put_in(board, view, stands(board, view, seat), package(board, view, seat))


def proposed(board: Board, view: SeatView) -> Options | None:
    """The mediator's last bridge as a whole text, for those who saw it; None when there was none."""
    for line in reversed(view.sight.record):
        event = line.event
        if isinstance(event, PaperTabled) and isinstance(event.paper, BridgePaper):
            return put_in(board, view, stands(board, view, board.parties[0]), event.paper.terms)
    return None


def put_in(board: Board, view: SeatView, text: Options, terms: Terms) -> Options:
    """A text with some terms put in, where its clauses can still move."""
    changed, fixed = list(text), settled(board, view)
    for clause, option in terms:
        at = board.clause_at[clause]
        if at not in fixed and option >= 0:
            changed[at] = option
    return tuple(changed)


def finals(board: Board, fixed: frozenset[int]) -> int:
    """Mask of the scope options of a final text; every option when scope can no longer move."""
    scope = board.roles.scope
    mask = board.hazard.precise[scope]
    return mask if mask and scope not in fixed else -1
