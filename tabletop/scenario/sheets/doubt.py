"""The sections on doubt: `causes`, `evidence`, `estimates`, `theatre` of `rules.yaml`, `theatre` of `scenario.yaml`."""

from typing import Annotated, Literal

from pydantic import Field

from tabletop.scenario.sheets.base import Basis, Hundredths, Label, Percent, Sheet, Slug

CauseName = Literal[
    "timed", "standing", "reply", "ordered", "rogue", "astray", "debris", "tolerated", "accident", "staged"
]  # fmt: skip
CauseWeights = dict[CauseName, Annotated[float, Field(ge=0, le=1_000, description="weight")]]
"""Weight of each cause in the draw; one left out has none."""

CauseShares = dict[
    CauseName, Annotated[float, Field(ge=0, le=1_000, description="per cent of the weight kept")]
]
"""Per cent of each cause's weight that is kept; all of it where one is left out."""

Confidence = Literal[20, 30, 40, 50, 60, 70, 80, 90]
"""Stated confidence, per cent, in steps of ten."""

Standing = Literal["own", "party", "mediator", "outside"]
"""How near a seat is to a strike: its own side's doing, the other party, the mediator, a seat outside."""

ClaimState = Literal["claimed", "estimated", "disputed", "corrected", "refuted"]
"""How a figure stands in the ledger."""


class CauseSheet(Sheet):
    """What may be behind a strike, by what was ordered (rules S1.5 and S1.7).

    Attributes:
        large: More drones are a large salvo, of which only the intent is in doubt.
        single: What may be behind an event at a single site.
        rhythm, staged_most: Of rules before 2.0, which only old journals keep.
    """

    basis: Basis
    levers: dict[Slug, dict[Slug, CauseWeights]]
    kept: dict[Slug, dict[Slug, CauseShares]]
    retaliation: CauseWeights
    single: CauseWeights = Field(default_factory=dict[CauseName, float])
    large: Annotated[int, Field(ge=0, le=10_000, description="drones")] = 0
    rhythm: CauseWeights = Field(default_factory=dict[CauseName, float])
    staged_most: Annotated[int, Field(ge=1, le=10_000, description="drones")] | None = None


class EvidenceSheet(Sheet):
    """What seats are told of a strike, and what settles it (rules S1.6 and S2.7)."""

    basis: Basis
    faces: dict[Standing, Annotated[list[Confidence], Field(min_length=1)]]
    inspection: Percent
    verify: dict[Slug, Percent]
    truce: Percent


class EstimateSheet(Sheet):
    """What a seat knows of another's alternative, and how sincere a party may be (rules I1).

    Attributes:
        error, least: Standard error at the deal, and the least it comes to.
        drift: Spread of what moves an alternative in a fortnight and is not public.
        fighting, caucus, answer, text: Standard error of one piece of news; 0 for one that teaches nothing.
        margin: By how much a text may beat an alternative and still be refused.
        battle, contact: Of rules before 2.0, which only old journals keep.
    """

    basis: Basis
    error: Annotated[Hundredths, Field(ge=0, le=50, description="points")]
    least: Annotated[Hundredths, Field(ge=0, le=50, description="points")]
    drift: Annotated[Hundredths, Field(ge=0, le=50, description="points")] = 0
    fighting: Annotated[Hundredths, Field(ge=0, le=100, description="points")] = 0
    caucus: Annotated[Hundredths, Field(ge=0, le=100, description="points")] = 0
    answer: Annotated[Hundredths, Field(ge=0, le=100, description="points")] = 0
    text: Annotated[Hundredths, Field(ge=0, le=100, description="points")] = 0
    margin: Annotated[Hundredths, Field(ge=0, le=50, description="points")] = 0
    battle: Percent | None = None
    contact: Percent | None = None
    sincerity: Annotated[list[Percent], Field(min_length=1)]


class ClaimsSheet(Sheet):
    """How sectors are claimed, and claims settled (rules W4.2 and W4.3)."""

    basis: Basis
    claim: Percent
    claim_momentum: Annotated[
        Hundredths, Field(ge=0, le=100, description="per cent for a per cent of momentum")
    ]
    likely: Percent
    likely_momentum: Annotated[
        Hundredths, Field(ge=0, le=100, description="per cent for a per cent of momentum")
    ]
    shown: Percent


class SectorSheet(Sheet):
    """A sector: who holds it on the first day, who says that it took it, and what that rests on.

    Attributes:
        holder: The party that holds it; left out while it is contested.
        likely: Chance, per cent, that the first claim turns out to be true in play: a game value.
    """

    name: Label
    holder: Slug | None = None
    claimed: Slug | None = None
    likely: Percent = 0
    opens: Slug | None = None
    cities: dict[Slug, Label]
    facts: list[Slug]


class TheatreSheet(Sheet):
    """The theatre of `scenario.yaml` (rule W4.1): control, never whose a place is."""

    basis: Basis
    sectors: dict[Slug, SectorSheet]
    struck: dict[Slug, list[Slug]]
    cards: dict[Slug, Slug]
    refuting: dict[Slug, Slug]
    ledger: dict[Slug, dict[Slug, ClaimState]]
