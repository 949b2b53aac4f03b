"""How far a text lies from what could have been agreed."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isqrt

from tabletop.frontier.frontier import Point
from tabletop.frontier.points import Named
from tabletop.game.worth.value import WHOLE


@dataclass(frozen=True, slots=True)
class Distance:
    """An agreement beside the frontier and its points, for the seats that the frontier is of.

    Attributes:
        left: The most that every seat could have had more at once, hundredths of a point; 0 when nothing was left.
        better: Points of the frontier that are worse for no seat and better for one.
        frontier: The way to the nearest of those points, in shares of each seat's own ideal, per ten thousand; 0
            on the frontier, None without a zone, for without one there is no ideal to measure by.
        nash, kalai_smorodinsky: The way to those points, measured alike.
    """

    left: int
    better: int
    frontier: int | None
    nash: int | None
    kalai_smorodinsky: int | None


def distance(gains: Sequence[int], named: Named) -> Distance:
    """How far a text of these gains (by seat, hundredths of a point) lies from the points of some seats."""
    seats = named.seats
    better = [
        point
        for point in named.points
        if all(point.gains[seat] >= gains[seat] for seat in seats)
        and any(point.gains[seat] > gains[seat] for seat in seats)
    ]
    ways = [way for point in better if (way := _way(gains, point, named)) is not None]
    return Distance(
        left=max((min(point.gains[seat] - gains[seat] for seat in seats) for point in better), default=0),
        better=len(better),
        frontier=min(ways, default=0) if named.ideal else None,
        nash=_way(gains, named.nash, named),
        kalai_smorodinsky=_way(gains, named.kalai_smorodinsky, named),
    )


def _way(gains: Sequence[int], point: Point | None, named: Named) -> int | None:
    """The straight way in shares of the ideals, per ten thousand, rounded down; None without a point or ideals."""
    if point is None or not named.ideal:
        return None
    return isqrt(
        sum(
            (WHOLE * abs(point.gains[seat] - gains[seat]) // ideal) ** 2
            for seat, ideal in zip(named.seats, named.ideal, strict=True)
        )
    )
