"""What the board says of a seat outside the room: what its sheet may cover, who may ask it in, who may object."""

from collections.abc import Mapping
from dataclasses import dataclass

from tabletop.vocabulary import Effects

NO_PRICE = "none"
"""The price of a sheet that counts whatever else stands in the draft (T4.8)."""


@dataclass(frozen=True, slots=True)
class ConsentRules:
    """The consent sheet and the invitation (T4.7, T4.8, T7.14). Seats and clauses by place.

    Attributes:
        seat: The seat that keeps a sheet while it is outside.
        covers: By clause: mask of the options its sheet may carry.
        prices: What it may ask for its sheet, by name: a clause, and the option from which on it is met.
        inviters: Mask of the seats that may ask it into the room.
        objectors: Mask of the seats of which each, but the one that asks, may object once a match.
        objection: What an objection does: path and change, in the state's unit.
    """

    seat: int
    covers: tuple[int, ...]
    prices: Mapping[str, tuple[int, int]]
    inviters: int
    objectors: int
    objection: Effects
