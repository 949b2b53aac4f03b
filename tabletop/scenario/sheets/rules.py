"""`rules.yaml`: every number of the rules, with its unit and what it rests on."""

from typing import Annotated, Literal

from pydantic import Field

from tabletop.scenario.sheets.aftermath import AftermathSheet
from tabletop.scenario.sheets.agreement import Bodies, HazardSheet, Pairs, Routes
from tabletop.scenario.sheets.base import (
    Basis,
    Effects,
    Hundredths,
    Label,
    Name,
    Percent,
    Points,
    Sheet,
    Slug,
)
from tabletop.scenario.sheets.consent import ConsentSection
from tabletop.scenario.sheets.doubt import CauseSheet, ClaimsSheet, EstimateSheet, EvidenceSheet
from tabletop.scenario.sheets.levers import Levers, Salvos
from tabletop.scenario.sheets.war import WarSheet

NumberUnit = Literal[
    "points",
    "per cent",
    "a month",
    "count",
    "rows",
    "rounds",
    "sittings",
    "sessions",
    "days",
    "months",
    "characters",
]
"""Units a named number may have."""

PER_CENT: NumberUnit = "per cent"
"""The unit that people read as a sign."""


Hope = Annotated[float, Field(ge=0, le=20, description="points")]


class NamedEffects(Sheet):
    """What every act of the rules does, by name."""

    basis: Basis
    named: dict[Name, Effects]


class Number(Sheet):
    """A named number of the rules."""

    value: float
    unit: NumberUnit
    basis: Basis


class MandateCard(Sheet):
    """A mandate card: a shift of clause weights that sums to nothing."""

    label: Label
    shift: dict[Slug, Points] = Field(default_factory=dict[str, float])


class Collapse(Sheet):
    """What a collapse leaves against the alternative at signing: one number, or one for each option."""

    flat: Points = 0
    territory: dict[Slug, Points] = Field(default_factory=dict[str, float])
    guarantee: dict[Slug, Points] = Field(default_factory=dict[str, float])


class MandateSheet(Sheet):
    """How a seat's mandate is drawn (rule V2.1)."""

    weights: dict[Slug, Annotated[float, Field(ge=0, le=100, description="weight, points of a hundred")]]
    alternative: Annotated[Hundredths, Field(ge=0, le=150, description="points, on the seat's own scale")]
    private_die: list[Points] = Field(default_factory=list[float])
    optimism_die: list[Hope] = Field(default_factory=list[float])
    cards: list[Slug] = Field(default_factory=list[str])
    collapse: Collapse


class Mandates(Sheet):
    """The mandates of all seats."""

    basis: Basis
    spread: Annotated[Percent, Field(description="weights are drawn within plus and minus so many per cent")]
    cards: dict[Slug, MandateCard]
    seats: dict[Slug, MandateSheet]


class World(Sheet):
    """The world on the first day."""

    basis: Basis
    force: dict[Slug, Annotated[int, Field(ge=0, le=5_000_000, description="people")]]
    lethality: dict[Slug, Annotated[float, Field(ge=10, le=1_000, description="index, 100 at the start")]]
    recruiting: Annotated[Hundredths, Field(ge=0, le=300, description="per cent of the planned intake")]
    momentum: Annotated[Hundredths, Field(ge=-100, le=100, description="per cent")]
    headroom: Annotated[Hundredths, Field(ge=0, le=200, description="per cent of the fiscal room")]
    air_cover: Percent
    grid: Annotated[int, Field(ge=0, le=30_000, description="MW")]
    held: Percent
    attention: Percent
    capital: dict[Slug, Annotated[float, Field(ge=0, le=12, description="points")]]
    cohesion: Percent
    support: Percent
    trust: dict[Slug, dict[Slug, Percent]]


class Ruleset(Sheet):
    """The whole of `rules.yaml`."""

    effects: NamedEffects
    numbers: dict[Name, Number]
    levers: Levers
    salvo: Salvos
    hazard: HazardSheet
    pairs: Pairs
    routes: Routes
    bodies: Bodies
    mandates: Mandates
    start: World
    aftermath: AftermathSheet | None = None
    war: WarSheet | None = None
    causes: CauseSheet | None = None
    evidence: EvidenceSheet | None = None
    estimates: EstimateSheet | None = None
    theatre: ClaimsSheet | None = None
    consent: ConsentSection | None = None
