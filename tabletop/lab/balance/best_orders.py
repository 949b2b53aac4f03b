"""Which order is best where it can be told: the situations of a lever that are decided, and what is best in them.

In a situation each option has a value: the mean of its owner's own value over the continuations. It is *decided* when
the best option is ahead of the second by two standard errors of their difference, taken continuation by continuation.
Options that are worth the same come out as decided by chance in one situation of twenty or less.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import sqrt
from statistics import fmean
from typing import TypedDict

from tabletop.lab.balance.compare import POINT, decides, error, mean
from tabletop.lab.balance.situations import Ending, Order

ERRORS = 2
"""So many standard errors decide, and are a band."""

DECIDED_LEAST = 1 / 3
"""The share of a lever's situations that should be decided."""

BEST_LEAST, BEST_MOST = 0.08, 0.60
"""The least and most share of the decided situations in which an option should be best."""

RARE = frozenset({"counter-attack", "refineries"})
"""Options that are for few situations."""

RARE_LEAST = 0.04
"""The least share of the decided situations in which such an option should be best."""


class Share(TypedDict):
    """A share, and the band that two standard errors leave it (Wilson); none of nothing."""

    share: float | None
    low: float
    high: float


class OptionCard(Share):
    """One option of a lever: the share of the decided situations in which it is best.

    Attributes:
        open: Situations in which it could be ordered.
        best: Decided situations in which it is best.
        value: Mean over situations of its value less that of the mean of the open options, points.
        error: The standard error of that.
    """

    open: int
    best: int
    value: float
    error: float


class LeverCard(Share):
    """One lever of one seat: the share of its situations that are decided.

    Attributes:
        situations: Situations in which there was a choice.
        decided: Those that are decided.
        options: By option.
        within: Whether every share is as it should be; None where one is not and its band allows that it were.
        decides: Whether the lever alone explains every text (`compare.decides`).
    """

    seat: str
    lever: str
    situations: int
    decided: int
    options: dict[str, OptionCard]
    within: bool | None
    decides: bool | None


@dataclass(frozen=True, slots=True)
class Faced:
    """A lever in a situation: by open option, continuation by continuation.

    Attributes:
        values: Its owner's own value, hundredths of a point.
        signed: Whether a text was initialled.
    """

    values: Mapping[str, Sequence[int]]
    signed: Mapping[str, Sequence[bool]]

    def best(self) -> str | None:
        """The best option, where that is decided."""
        first, second = sorted(self.values, key=lambda option: -fmean(self.values[option]))[:2]
        ahead = [one - other for one, other in zip(self.values[first], self.values[second], strict=True)]
        return first if fmean(ahead) > 0 and fmean(ahead) >= ERRORS * error(ahead) else None

    def apart(self, option: str) -> float:
        """An option's value less the mean of the open ones, points."""
        means = {each: fmean(found) for each, found in self.values.items()}
        return (means[option] - fmean(means.values())) / POINT


Whole = Sequence[Mapping[Order, Sequence[Ending]]]
"""Situations that were played whole: by order, the endings of its continuations, in their order."""


def whole(endings: Iterable[Ending], continuations: int) -> Whole:
    """The situations all of whose continuations were played."""
    found: list[dict[Order, list[Ending]]] = []
    for _, group in groupby(endings, key=lambda ending: ending.step[0].number):
        by_order: dict[Order, list[Ending]] = {}
        for ending in group:
            by_order.setdefault(ending.step[2], []).append(ending)
        found.append(by_order)
    return [one for one in found if all(len(each) == continuations for each in one.values())]


def faced(situation: Mapping[Order, Sequence[Ending]], orders: Sequence[Order]) -> Faced | None:
    """A lever in a situation; None where fewer than two of its options were open."""
    values: dict[str, list[int]] = {}
    signed: dict[str, list[bool]] = {}
    for order in orders:
        played = [ending.value for ending in situation[order] if ending.value is not None]
        if len(played) == len(situation[order]):
            values[order.option] = played
            signed[order.option] = [ending.signed for ending in situation[order]]
    return Faced(values, signed) if len(values) > 1 else None


def lever_card(orders: Sequence[Order], situations: Whole) -> LeverCard:
    """What the situations say of a lever."""
    met = [here for one in situations if (here := faced(one, orders)) is not None]
    best = [option for here in met if (option := here.best()) is not None]
    decided = band(len(best), len(met))
    options = {
        order.option: option_card(order.option, [here for here in met if order.option in here.values], best)
        for order in orders
    }
    full = [here.signed for here in met if len(here.signed) == len(orders)]
    aims = [
        _within(decided, DECIDED_LEAST, 1.0),
        *(
            _within(found, RARE_LEAST if option in RARE else BEST_LEAST, BEST_MOST)
            for option, found in options.items()
        ),
    ]
    return LeverCard(
        **decided,
        seat=orders[0].seat,
        lever=orders[0].lever,
        situations=len(met),
        decided=len(best),
        options=options,
        within=False if False in aims else None if None in aims else True,
        decides=decides([[sign for here in full for sign in here[order.option]] for order in orders]),
    )


def option_card(option: str, met: Sequence[Faced], best: Sequence[str]) -> OptionCard:
    """What the situations say of an option: those in which it was open, and what was best in the decided ones."""
    apart = [here.apart(option) for here in met]
    return OptionCard(
        **band(best.count(option), len(best)),
        open=len(met),
        best=best.count(option),
        value=round(mean(apart), 2),
        error=round(error(apart), 2),
    )


def band(found: int, of: int) -> Share:
    """A share with its band (Wilson's, which holds for small numbers and for none and all)."""
    if not of:
        return Share(share=None, low=0.0, high=1.0)
    share, wide = found / of, ERRORS**2 / of
    middle = (share + wide / 2) / (1 + wide)
    half = ERRORS * sqrt(share * (1 - share) / of + wide / (4 * of)) / (1 + wide)
    return Share(
        share=round(share, 3), low=round(max(middle - half, 0), 3), high=round(min(middle + half, 1), 3)
    )


def _within(found: Share, least: float, most: float) -> bool | None:
    """Whether a share is as it should be; None where it is not, or is not known, and its band allows it."""
    if found["share"] is not None and least <= found["share"] <= most:
        return True
    return None if found["low"] <= most and found["high"] >= least else False
