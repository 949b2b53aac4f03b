"""A seat outside the quarrel that plays by itself: it consents where it can carry the text, and pays."""

from tabletop.game.views import SeatView
from tabletop.players.choosing.boxes import boxes, grid_of, is_open
from tabletop.players.choosing.remembered_answers import remembered
from tabletop.players.ideas.answers import decision, draft, incident, question, request, strike
from tabletop.players.ideas.closing import final
from tabletop.players.ideas.consent_sheet import consent
from tabletop.players.ideas.initiative import done
from tabletop.players.ideas.orders import seal
from tabletop.players.ideas.turn import Turn, points
from tabletop.players.seats.seat import Idea, Seat
from tabletop.scenario.board.board import Board, ClauseBoard
from tabletop.table.port import Chosen, why
from tabletop.vocabulary import Phase

CARE = (("alliance.cohesion", 60), ("alliance.support", 40), ("home.trust", 10))
"""What it cares for in its orders."""

CARRIES = -2_00
"""The least a text may be worth to it for it to consent, hundredths of a point."""


def align(turn: Turn) -> Chosen | None:
    """Stand where the parties stand together and its own consent is all that is missing."""
    if not is_open(turn.view, "position"):
        return None
    board, seat = turn.board, turn.view.sight.seat
    positions = turn.view.sight.text.positions
    grid = next(grid for box in boxes(turn.view, "position") if (grid := grid_of(box)) is not None)
    wanted: list[tuple[str, int]] = []
    for at, (clause, parties) in enumerate(zip(board.clauses, bound(board, board.clauses), strict=True)):
        stands = {positions[party][at] for party in parties}
        option = stands.pop() if len(stands) == 1 else -1
        if option >= 0 and positions[seat][at] != option and clause.consent[option] >> seat & 1:
            wanted.append((clause.id, option))
    terms = tuple(cell for cell in wanted if grid.masks[board.clause_index[cell[0]]] >> (cell[1] + 1) & 1)[
        : grid.high
    ]
    if not terms:
        return None
    gain = turn.opinion.gain(turn.opinion.with_terms(terms))
    if gain < CARRIES:
        return None
    return turn.may(why("align", gain=points(gain)), "position", terms=terms)


@remembered
def bound(board: Board, clauses: tuple[ClauseBoard, ...]) -> tuple[tuple[int, ...], ...]:
    """By clause: the parties that must agree to any of its options."""
    return tuple(
        tuple(party for party in board.parties if any(mask >> party & 1 for mask in clause.consent))
        for clause in clauses
    )


def draft_if_carried(turn: Turn) -> Chosen | None:
    """Initial what it can carry."""
    if not is_open(turn.view, "initial"):
        return None
    appraisal = turn.view.appraisal
    if appraisal is not None and appraisal.gain >= CARRIES:
        return turn.may(why("draft.carried", gain=points(appraisal.gain)), "initial")
    return draft(turn)


def ordered(turn: Turn) -> Chosen | None:
    """Its orders for the fortnight."""
    return seal(turn.board, turn.view, CARE, turn.stream, "supporting")


OWED: tuple[Idea, ...] = (strike, draft_if_carried, question, decision, incident)
FLOOR: tuple[Idea, ...] = (request, align, final, done)


class Outside(Seat):
    """A seat outside the quarrel."""

    __slots__ = ()

    def ideas(self, view: SeatView) -> tuple[Idea, ...]:
        """What it may want to do now, in this order."""
        scheduled = view.sight.talks.phase == Phase.SCHEDULED
        return (consent, ordered, align, done) if scheduled else (*OWED, *FLOOR)
