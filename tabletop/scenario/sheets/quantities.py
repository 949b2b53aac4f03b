"""The paths an author may shift: every quantity by its dotted path, with its unit.

A path is `chapter.field`, with one seat where the quantity is one a seat and two where it is a seat's view
of another (`home.trust.ukraine.russia` is the trust of Ukraine in Russia). In the effects of the rules a seat
may be a placeholder: `own` is the actor, `to` the addressee, `other` every party that is not the actor.
"""

from collections.abc import Collection
from dataclasses import dataclass

from tabletop.vocabulary import SCALE, Unit

PLACEHOLDERS = ("own", "other", "to")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity: its unit in the state, and how many seats its path names."""

    unit: Unit
    seats: int


QUANTITIES: dict[str, Quantity] = {
    "war.force": Quantity(Unit.PEOPLE, 1),
    "war.lethality": Quantity(Unit.SHARE, 1),
    "war.recruiting": Quantity(Unit.SHARE, 0),
    "war.momentum": Quantity(Unit.SHARE, 0),
    "war.headroom": Quantity(Unit.SHARE, 0),
    "war.air_cover": Quantity(Unit.SHARE, 0),
    "war.grid": Quantity(Unit.MEGAWATT, 0),
    "war.held": Quantity(Unit.SHARE, 0),
    "war.ground": Quantity(Unit.AREA, 0),
    "alliance.patience": Quantity(Unit.POINT, 0),
    "alliance.attention": Quantity(Unit.POINT, 0),
    "alliance.cohesion": Quantity(Unit.POINT, 0),
    "alliance.support": Quantity(Unit.POINT, 0),
    "alliance.force_step": Quantity(Unit.POINT, 0),
    "alliance.capital": Quantity(Unit.POINT, 1),
    "alliance.leans": Quantity(Unit.POINT, 1),
    "alliance.passing": Quantity(Unit.POINT, 1),
    "home.audience": Quantity(Unit.POINT, 1),
    "home.trust": Quantity(Unit.POINT, 2),
    "home.alternative": Quantity(Unit.POINT, 1),
    "home.banked": Quantity(Unit.POINT, 1),
    "home.credit": Quantity(Unit.SHARE, 1),
}


def quantity(path: str) -> Quantity | None:
    """The quantity a path names, its seats left aside; None when there is no such field."""
    return QUANTITIES.get(".".join(path.split(".")[:2]))


def paths(seats: Collection[str]) -> list[str]:
    """Every path over these seats, for the nearest valid name."""
    found: list[str] = []
    for field, what in QUANTITIES.items():
        tails = [""]
        for _ in range(what.seats):
            tails = [f"{tail}.{seat}" for tail in tails for seat in seats]
        found += [field + tail for tail in tails]
    return found


def is_path(path: str, seats: Collection[str]) -> bool:
    """Whether a path names a quantity over these seats."""
    what = quantity(path)
    tail = path.split(".")[2:]
    return what is not None and len(tail) == what.seats and all(seat in seats for seat in tail)


def to_state(path: str, value: float) -> int:
    """An author's number in the state's unit: points and per cent times a hundred, all else as is."""
    what = QUANTITIES[".".join(path.split(".")[:2])]
    return scaled(value, SCALE.get(what.unit, 1))


def scaled(value: float, scale: int) -> int:
    """A number times `scale`, rounded to the nearest whole."""
    return round(value * scale)
