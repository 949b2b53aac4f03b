"""Points of agreement that theory names, found on the frontier: Nash, Kalai-Smorodinsky, ideals.

Each is defined over the texts that gain something for every seat considered (the zone) and lies on the frontier.
Points of different seats are never added: Nash multiplies gains, Kalai-Smorodinsky compares shares of each seat's
own ideal. Everything is reckoned in whole numbers.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod

import numpy as np

from tabletop.frontier.efficient import efficient
from tabletop.frontier.frontier import Point


@dataclass(frozen=True, slots=True)
class Named:
    """What the frontier holds for some seats.

    Attributes:
        seats: The seats considered, by place.
        points: The frontier of those seats alone: of points that are alike to them, the best for the first others.
        zone: Those of them that gain something for every seat considered.
        ideal: By seat considered: its largest gain within the zone, hundredths of a point; empty without a zone.
        nash: Where the product of gains is largest; None without a zone.
        kalai_smorodinsky: Where the smallest share of an ideal is largest, then the next smallest; None without
            a zone.
    """

    seats: tuple[int, ...]
    points: tuple[Point, ...]
    zone: tuple[Point, ...]
    ideal: tuple[int, ...]
    nash: Point | None
    kalai_smorodinsky: Point | None


def named(frontier: Sequence[Point], seats: Sequence[int]) -> Named:
    """The points for some seats, from the frontier of all; among equals the one with the larger gains."""
    chosen = tuple(seats)
    points = restricted(frontier, chosen)
    zone = tuple(point for point in points if all(point.gains[seat] > 0 for seat in chosen))
    if not zone:
        return Named(chosen, points, zone, (), None, None)
    ideal = tuple(max(point.gains[seat] for point in zone) for seat in chosen)
    return Named(
        chosen,
        points,
        zone,
        ideal,
        max(zone, key=lambda point: (prod(point.gains[seat] for seat in chosen), point.gains)),
        max(zone, key=lambda point: (shares(point.gains, chosen, ideal), point.gains)),
    )


def restricted(frontier: Sequence[Point], seats: Sequence[int]) -> tuple[Point, ...]:
    """The frontier of some seats alone.

    Whatever some seats can have at best, a point of the frontier of all gives them.
    """
    ordered = sorted(frontier, key=lambda point: point.gains, reverse=True)
    rows = np.array([[point.gains[seat] for seat in seats] for point in ordered], dtype=np.int64)
    kept = efficient(rows.reshape(len(ordered), len(seats)))
    return tuple(ordered[int(at)] for at in np.sort(kept))


def shares(gains: Sequence[int], seats: Sequence[int], ideal: Sequence[int]) -> tuple[int, ...]:
    """Each seat's gain as a share of its ideal, the smallest first, over one common denominator."""
    return tuple(
        sorted(
            gains[seat] * prod(ideal[:place]) * prod(ideal[place + 1 :]) for place, seat in enumerate(seats)
        )
    )
