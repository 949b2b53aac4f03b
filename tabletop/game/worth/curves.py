"""Curves as integer tables: exponential, decay, logistic and normal quantiles.

Built once from `math` when the module is read, rounded to integers, and pinned by a hash in a test, so that
rules, players and journals agree on every machine. At run time there are only look-ups and integers.
"""

from math import exp
from statistics import NormalDist

EXPONENT_MOST = 4_000
"""Exponents are cut at plus and minus this many thousandths."""

FACES = 1_000
"""Sides of the die that `normal` reads."""

_EXP = tuple(round(exp(at / 1_000) * 1_000_000) for at in range(-EXPONENT_MOST, EXPONENT_MOST + 1))
_DECAY_WHOLE = tuple(round(exp(-at / 100) * 1_000_000_000) for at in range(1_200))
_DECAY_PART = tuple(round(exp(-at / 10_000) * 1_000_000_000) for at in range(100))
_LOGISTIC = tuple(round(10_000 / (1 + exp(-at / 1_000))) for at in range(10_000))
_NORMAL = tuple(round(NormalDist().inv_cdf((at + 0.5) / FACES) * 1_000) for at in range(FACES))

TABLES = (_EXP, _DECAY_WHOLE, _DECAY_PART, _LOGISTIC, _NORMAL)
"""Every table, for the test that pins them."""


def half_even(numerator: int, denominator: int) -> int:
    """`numerator / denominator` to the nearest integer, halves to the even one; denominator above 0."""
    whole, rest = divmod(numerator, denominator)
    twice = 2 * rest
    return whole + (twice > denominator or (twice == denominator and whole & 1))


def exponential(thousandths: int) -> int:
    """exp(x), x in thousandths cut at plus and minus four, in millionths."""
    return _EXP[min(max(thousandths, -EXPONENT_MOST), EXPONENT_MOST) + EXPONENT_MOST]


def decay(hazard: int) -> int:
    """exp(-h), h not below 0 in ten-thousandths, as a share per ten thousand."""
    whole, part = divmod(max(hazard, 0), 100)
    if whole >= len(_DECAY_WHOLE):
        return 0
    return half_even(_DECAY_WHOLE[whole] * _DECAY_PART[part], 10**14)


def logistic(thousandths: int) -> int:
    """1 / (1 + exp(-x)), x in thousandths, per ten thousand."""
    if thousandths < 0:
        return 10_000 - logistic(-thousandths)
    return _LOGISTIC[min(thousandths, len(_LOGISTIC) - 1)]


def normal(face: int) -> int:
    """A standard normal draw in thousandths of its spread, from a face 0 to 999 of a die with 1,000 sides."""
    return _NORMAL[face]
