"""What a move costs its mover, known before it is made (rule T1.7).

A price is made of effects on quantities that are certain at the moment of the move and follow from what the mover may
know: its own numbers, the text, the papers it sees. What a die or an answer under seal decides is no part of it: a leak
that is traced, a repair that needs the other side. Nor is what the table does later with everybody's moves, such as
orders in the fortnight. Preview and decision read the same price.
"""

from functools import lru_cache
from itertools import product
from typing import NamedTuple

from tabletop.game.core.quantities import Path, resolve, seat_ids
from tabletop.scenario.board.board import Board
from tabletop.vocabulary import Effects


class Charge(NamedTuple):
    """One effect of a price: a quantity by its path, the change in its unit, and the rule that charges it."""

    path: str
    change: int
    rule: str


Price = tuple[Charge, ...]
"""What a move costs, in the order in which it is charged."""

FREE: Price = ()


def charges(board: Board, effects: Effects, rule: str, own: int = -1, to: int = -1, other: int = -1) -> Price:
    """Effects with their placeholders filled in: `own` is the mover, `to` the addressee, `other` whom it is about.

    Without an `other`, it is every party but the mover; an effect on a seat that is not named falls away.
    """
    seats = seat_ids(board)
    return tuple(
        Charge(path.text, change, rule)
        for text, change in effects
        for path in spelled(text, seats, board.parties, own, to, other)
    )


@lru_cache(maxsize=4096)
def spelled(
    text: str, seats: tuple[str, ...], parties: tuple[int, ...], own: int, to: int, other: int
) -> tuple[Path, ...]:
    """The paths that an effect's path stands for, placeholders filled in."""
    about = (other,) if other >= 0 else tuple(seat for seat in parties if seat != own)
    stands = {
        "own": (seats[own],) if own >= 0 else (),
        "to": (seats[to],) if to >= 0 else (),
        "other": tuple(seats[seat] for seat in about),
    }
    texts = product(*(stands.get(part, (part,)) for part in text.split(".")))
    return tuple(path for parts in texts if (path := resolve(".".join(parts), seats)) is not None)
