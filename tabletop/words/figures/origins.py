"""Where the figures of play stand in the rules: their kind, their rule, and the entry of the author's files.

A figure is named by the path of its quantity, or by a name of its own such as `war.demand` or `part.gain`; a
figure with a last part of its own (`sector.lyman`) has the origin of its first part.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a figure is from.

    Attributes:
        kind: `game`: a value of this match; `claimed`: told as a claim; `estimated`: reckoned or estimated;
            `drawn`: drawn for this match within what the rules say.
        rule: The rule that moves it.
        entry: Where the number it begins with stands: an entry of the author's files, empty for none.
        sure: The slug of how sure it is: `exact`, `claim`, `range`, `reckoned`, `report`, `hope`.
    """

    kind: str
    rule: str
    entry: str
    sure: str = "exact"


ORIGINS: dict[str, Origin] = {
    "alliance.patience": Origin("game", "T2.6", "effects"),
    "alliance.attention": Origin("game", "L2.1", "start"),
    "alliance.cohesion": Origin("game", "L2.1", "start"),
    "alliance.support": Origin("game", "W2.7", "start"),
    "alliance.force_step": Origin("game", "L2.1", "levers"),
    "alliance.capital": Origin("game", "T2.4", "start"),
    "war.held": Origin("game", "W2.4", "start"),
    "war.ground": Origin("game", "W2.4", "war.numbers.start.held"),
    "war.momentum": Origin("game", "W2.4", "start"),
    "war.grid": Origin("game", "W2.5", "start"),
    "war.demand": Origin("game", "W2.6", "war.months"),
    "war.cuts": Origin("game", "W2.5", "war.numbers.grid.cuts"),
    "war.dark": Origin("game", "W2.5", "war.numbers.dark.quick"),
    "war.lost": Origin("claimed", "W2.2", "war.numbers.losses.attacker", "claim"),
    "war.recruits": Origin("claimed", "W2.9", "war.numbers.intake.attacker", "claim"),
    "war.over": Origin("claimed", "W2.9", "effects", "claim"),
    "war.aim": Origin("claimed", "W2.9", "war.numbers.losses.aim", "claim"),
    "war.drones": Origin("claimed", "W2.5", "war.campaigns", "claim"),
    "war.missiles": Origin("claimed", "W2.5", "war.campaigns", "claim"),
    "war.force": Origin("game", "W2.2", "start"),
    "war.joined": Origin("game", "W2.3", "war.numbers.intake.attacker"),
    "war.air_cover": Origin("game", "W2.7", "start"),
    "home.audience": Origin("game", "V2.3", "numbers.home.fade"),
    "home.alternative": Origin("drawn", "V2.2", "mandates", "hope"),
    "home.trust": Origin("game", "A2.1", "start"),
    "news": Origin("game", "W3.2", "war.numbers.news.most"),
    "estimate": Origin("estimated", "I1.1", "estimates", "range"),
    "part.terms": Origin("drawn", "V1.1", "mandates"),
    "part.survival": Origin("estimated", "A2.2", "hazard", "reckoned"),
    "part.ratified": Origin("estimated", "A4.1", "bodies", "reckoned"),
    "part.gain": Origin("estimated", "V1.1", "numbers.no-deal.price", "reckoned"),
    "weight": Origin("drawn", "V2.1", "mandates"),
    "order": Origin("game", "T2.4", "levers"),
    "order.did": Origin("game", "W2.10", "levers"),
    "cost": Origin("game", "T1.7", "effects"),
    "poll": Origin("estimated", "T7.9", "numbers.poll.error", "range"),
    "sector": Origin("claimed", "W4.1", "scenario.theatre", "claim"),
    "strike": Origin("claimed", "S1.3", "salvo", "report"),
    "fact": Origin("sourced", "I2.1", ""),
}
"""By figure, or by its first part."""


def nearest_to(figure: str, known: Mapping[str, T]) -> T | None:
    """What is known of a figure, or of the longest part of its name that anything is known of."""
    name = figure
    while name and name not in known:
        name = name.rpartition(".")[0]
    return known.get(name)
