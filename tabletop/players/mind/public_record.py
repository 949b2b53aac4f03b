"""What everybody can read of a seat: where it stands, and where it last offered to stand.

Each answer is worked out once for each text and each record.
"""

from tabletop.game.core.sight import Draft, Record
from tabletop.game.records.events import (
    Answered,
    BridgeCarried,
    BridgeFailed,
    BridgeSealed,
    DraftFailed,
    PaperClosed,
    PaperTabled,
    PositionTaken,
)
from tabletop.game.records.moves import Terms
from tabletop.game.records.papers import BridgePaper, Offer
from tabletop.game.text.drafting import draft_options
from tabletop.game.views import SeatView
from tabletop.game.worth.value import complete
from tabletop.players.choosing.remembered_answers import remembered
from tabletop.scenario.board.board import Board

Options = tuple[int, ...]
"""A whole text: an option for each clause."""

REVEALING = frozenset(
    {Answered, BridgeCarried, BridgeFailed, BridgeSealed, DraftFailed, PaperTabled, PositionTaken}
)
"""What of a record tells of what others want."""


@remembered
def revealing(_board: Board, record: Record) -> Record:
    """The lines of a record that tell of what others want."""
    return tuple(line for line in record if type(line.event) in REVEALING)


def settled(board: Board, view: SeatView) -> frozenset[int]:
    """The clauses that nobody can move any more: annexed, initialled or in force."""
    return _settled(board, view.sight.text)


@remembered
def _settled(board: Board, text: Draft) -> frozenset[int]:
    rows = zip(board.clauses, text.initialled, text.banked, strict=True)
    return frozenset(
        at for at, (clause, done, held) in enumerate(rows) if clause.annexed >= 0 or done >= 0 or held >= 0
    )


def stands(board: Board, view: SeatView, seat: int) -> Options:
    """The whole text a seat stands for; what it is silent on stands as drafted, or at its default."""
    return _stands(board, view.sight.text, seat)


@remembered
def _stands(board: Board, text: Draft, seat: int) -> Options:
    fixed = _settled(board, text)
    return tuple(
        position if position >= 0 and at not in fixed else drafted
        for at, (position, drafted) in enumerate(
            zip(text.positions[seat], _drafted(board, text), strict=True)
        )
    )


@remembered
def _drafted(board: Board, text: Draft) -> Options:
    return complete(board, draft_options(text))


def packages(board: Board, view: SeatView, seat: int, *, unasked: bool = False) -> tuple[Terms, ...]:
    """The packages a seat offered, as far as the record reaches, oldest first; `unasked` leaves counters out."""
    me = board.seats[seat].id
    return tuple(
        paper.terms
        for paper, counters in _offers(board, view.sight.record)
        if paper.by == me and not (unasked and counters)
    )


@remembered
def _offers(_board: Board, record: Record) -> tuple[tuple[Offer, bool], ...]:
    """The packages of a record, oldest first, and whether each counters another."""
    found: list[tuple[Offer, bool]] = []
    before: object = None
    for line in record:
        event = line.event
        if type(event) is PaperTabled and isinstance(event.paper, Offer):
            found.append((event.paper, isinstance(before, PaperClosed) and before.how == "countered"))
        before = event
    return tuple(found)


def package(board: Board, view: SeatView, seat: int) -> Terms:
    """The package a seat offered last; empty when it offered none."""
    me = board.seats[seat].id
    return next(
        (paper.terms for paper, _ in reversed(_offers(board, view.sight.record)) if paper.by == me), ()
    )


def offered(board: Board, view: SeatView, seat: int) -> Options:
    """The text a seat stands for with its last package put in: its newest word, though it does not bind it."""
    return put_in(board, view, stands(board, view, seat), package(board, view, seat))


def proposed(board: Board, view: SeatView) -> Options | None:
    """The mediator's last bridge as a whole text, for those who saw it; None when there was none."""
    for line in reversed(revealing(board, view.sight.record)):
        event = line.event
        if isinstance(event, PaperTabled) and isinstance(event.paper, BridgePaper):
            return put_in(board, view, stands(board, view, board.parties[0]), event.paper.terms)
    return None


def put_in(board: Board, view: SeatView, text: Options, terms: Terms) -> Options:
    """A text with some terms put in, where its clauses can still move."""
    if not terms:
        return text
    changed, fixed = list(text), settled(board, view)
    for clause, option in terms:
        at = board.clause_index[clause]
        if at not in fixed and option >= 0:
            changed[at] = option
    return tuple(changed)


def finals(board: Board, fixed: frozenset[int]) -> int:
    """Mask of the scope options of a final text; every option when scope can no longer move."""
    scope = board.roles.scope
    mask = board.hazard.precise[scope]
    return mask if mask and scope not in fixed else -1
