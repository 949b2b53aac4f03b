"""Who keeps which seat: a person, or a bot by its temper."""

from collections.abc import Iterable, Mapping

from tabletop.errors import SeatError
from tabletop.game.records.events import Happening, Reseated
from tabletop.scenario.board.board import Board
from tabletop.vocabulary import CONTROL, FACILITATOR, ONLOOKER

PERSON = "person"
"""The keeper of a seat that nobody may move for."""

OBSERVER = "observer"
"""A chair by the wall: it sees what is public and cannot move."""

Seating = Mapping[str, str]
"""By seat: `person`, or a bot's temper."""


def seated(board: Board, asked: Seating) -> dict[str, str]:
    """A keeper for every seat of the board, in its order.

    Raises:
        SeatError: A seat that the board does not have, or one without a keeper.
    """
    unknown = [seat for seat in asked if seat not in board.seat_index]
    if unknown:
        raise SeatError(f"there is no seat {unknown[0]!r}; the seats are {', '.join(board.seat_index)}")
    empty = [seat.id for seat in board.seats if not asked.get(seat.id)]
    if empty:
        raise SeatError(f"nobody keeps the seat {empty[0]!r}: name a person or a temper")
    return {seat.id: asked[seat.id] for seat in board.seats}


def reseated(seating: Seating, events: Iterable[Happening]) -> Seating:
    """The seating after seats changed hands (T10.6)."""
    changes = {event.seat: event.keeper for event in events if isinstance(event, Reseated)}
    return {**seating, **changes} if changes else seating


WITHOUT_CHAIR = {OBSERVER: ONLOOKER, FACILITATOR: CONTROL}
"""Those who see the table without a seat at it, and the place they see from."""


def place(board: Board, seat: str) -> int:
    """The place that somebody sees from.

    Raises:
        SeatError: There is no such seat.
    """
    at = board.seat_index.get(seat, WITHOUT_CHAIR.get(seat))
    if at is None:
        raise SeatError(f"there is no seat {seat!r}; the seats are {', '.join(board.seat_index)}")
    return at
