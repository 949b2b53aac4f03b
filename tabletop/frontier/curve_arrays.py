"""Arithmetic of chapter V on arrays: exact roundings, and the curves of `game.worth` as arrays."""

import numpy as np
from numpy.typing import NDArray

from tabletop.game.worth import curves
from tabletop.game.worth.value import WHOLE
from tabletop.scenario.board.board import Board
from tabletop.scenario.board.mandates import BodyBoard

Ints = NDArray[np.int64]
"""Whole numbers; texts are rows of options by clause."""

Floats = NDArray[np.float64]
"""Whole numbers held as floats, none beyond 2^52, so that every sum and product is exact; or bounds."""

Bools = NDArray[np.bool_]
"""An array of yes and no."""

EXP, DECAY, DECAY_PART, LOGISTIC = (np.array(table, dtype=np.int64) for table in curves.TABLES[:4])
"""The tables of `curves` as arrays."""


def bits(mask: int, size: int) -> list[int]:
    """The places of a mask under a size."""
    return [place for place in range(size) if mask >> place & 1]


def half_even(numerator: Ints | Floats, denominator: int) -> Floats:
    """`curves.half_even` on an array: exact, because no numerator reaches 2^52."""
    rounded: Floats = np.rint(numerator / denominator)
    return rounded


def half_even_of_any(numerator: Ints, denominator: int) -> Ints:
    """`curves.half_even` on an array of integers of any size."""
    parts, rest = np.divmod(numerator, denominator)
    rounded: Ints = parts + ((2 * rest > denominator) | ((2 * rest == denominator) & (parts & 1 == 1)))
    return rounded


def gains(survives: Floats, ratified: Floats, over: Ints | Floats, left: Ints | Floats, price: int) -> Ints:
    """`value.gain` on arrays, hundredths of a point (V1.1).

    Args:
        survives: S, per ten thousand.
        ratified: q, per ten thousand.
        over: What the terms are worth over the alternative and what a collapse leaves, hundredths of a point.
        left: What a collapse leaves for certain and a refusal at home does not cost, times `WHOLE`.
        price: What a refusal at home costs, hundredths of a point.
    """
    gain = survives * over
    gain += left
    gain *= ratified
    gain -= price * WHOLE * WHOLE
    return half_even(gain, WHOLE * WHOLE).astype(np.int64)


def survivals(board: Board) -> Floats:
    """Survival through the season by exponent, from the least to the most that counts (A2.2)."""
    hazard = board.hazard
    risks = half_even_of_any(hazard.base * sum(hazard.season) * EXP, 10**9)
    parts, rest = np.divmod(np.minimum(risks, 100 * len(DECAY) - 1), 100)
    held = half_even_of_any(DECAY[parts] * DECAY_PART[rest], 10**14)
    return np.where(risks < 100 * len(DECAY), held, 0).astype(np.float64)


def reach(body: BodyBoard) -> int:
    """Points over or under its middle beyond which a body's chance changes no more."""
    return 10 * body.slope + 1


def chances_of(body: BodyBoard) -> Floats:
    """Chance of a body's yes by points against its middle, from `-reach` to `reach` (A4.1)."""
    scores = half_even_of_any(np.arange(-reach(body), reach(body) + 1) * 1_000, body.slope)
    yes = LOGISTIC[np.minimum(np.abs(scores), len(LOGISTIC) - 1)]
    return np.where(scores < 0, WHOLE - yes, yes).astype(np.float64)
