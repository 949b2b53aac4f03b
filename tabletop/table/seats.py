"""Who keeps which seat: a person, or a bot by its temper."""

from collections.abc import Iterable, Mapping

from tabletop.errors import SeatError, unknown
from tabletop.game.records.events import Happening, Reseated
from tabletop.scenario.board.board import Board
from tabletop.vocabulary import BOTS, CONTROL, FACILITATOR, MIXED, OBSERVER, ONLOOKER

PERSON = "person"
"""The keeper of a seat that nobody may move for."""

Seating = Mapping[str, str]
"""By seat: `person`, or a bot's temper."""


def bots_named(asked: str, seats: Iterable[str]) -> dict[str, str]:
    """Tempers by seat from `TEMPER`, `seat=TEMPER` or `seat`, with commas between.

    A temper without a seat is that of every seat not named; a seat without a temper is mixed.

    Returns:
        The seats that were given a temper, in the order of `seats`; none when nothing was asked.

    Raises:
        SeatError: There is no such seat or temper, or one is named twice.
    """
    listed, named, others = tuple(seats), dict[str, str](), ""
    for part in filter(None, (piece.strip() for piece in asked.split(","))):
        seat, _, temper = (part, "=", MIXED) if part in listed else part.rpartition("=")
        if temper not in BOTS:
            raise SeatError(unknown("temper", temper, BOTS))
        if seat in named or (not seat and others):
            raise SeatError(f"{asked!r} names a temper twice for {seat or 'the seats that are not named'}")
        if not seat:
            others = temper
        elif seat in listed:
            named[seat] = temper
        else:
            raise SeatError(unknown("seat", seat, listed))
    return {seat: temper for seat in listed if (temper := named.get(seat, others))}


def seated(board: Board, asked: Seating) -> dict[str, str]:
    """A keeper for every seat of the board, in its order.

    Raises:
        SeatError: A seat that the board does not have, or one without a keeper.
    """
    strange = [seat for seat in asked if seat not in board.seat_index]
    if strange:
        raise SeatError(unknown("seat", strange[0], board.seat_index))
    empty = [seat.id for seat in board.seats if not asked.get(seat.id)]
    if empty:
        raise SeatError(f"nobody keeps the seat {empty[0]!r}: name a person or a temper")
    return {seat.id: asked[seat.id] for seat in board.seats}


def reseated(seating: Seating, events: Iterable[Happening]) -> Seating:
    """The seating after seats changed hands (T10.6)."""
    changes = {event.seat: event.keeper for event in events if isinstance(event, Reseated)}
    return {**seating, **changes} if changes else seating


WITHOUT_SEAT = {OBSERVER: ONLOOKER, FACILITATOR: CONTROL}
"""Those who see the table without a seat at it, and the place they see from."""


def viewpoint(board: Board, seat: str) -> int:
    """The place that somebody sees from.

    Raises:
        SeatError: There is no such seat.
    """
    at = board.seat_index.get(seat, WITHOUT_SEAT.get(seat))
    if at is None:
        raise SeatError(unknown("seat", seat, board.seat_index))
    return at
