"""The `aftermath` section of `rules.yaml`: what a text in force asks, and what happens under it."""

from typing import Annotated, Literal

from pydantic import Field

from tabletop.scenario.sheets.base import Basis, Hundredths, Label, Percent, Points, Sheet, Slug, Thousandths


class Watched(Sheet):
    """Violations under one option of verification: the typical month, who tells of it, and how much they see."""

    typical: Annotated[int, Field(ge=0, le=2_000, description="violations in a middling month")]
    by: Literal["parties", "remote", "mission"]
    seen: Annotated[Hundredths, Field(ge=0, le=300, description="per cent of them that is told")]


class ViolationsSheet(Sheet):
    """Violations (rule A5.8): by option of verification, their spread, and what they add to the hazard."""

    watched: dict[Slug, Watched]
    spread: Annotated[Thousandths, Field(ge=0, le=1.2, description="standard deviation of the logarithm")]
    weight: Annotated[Thousandths, Field(ge=0, le=1, description="exponent for each ln(1 + V/100)")]


class ArmingSheet(Sheet):
    """How a party's strength comes back under a text in force, and what a guarantee makes breaking cost (rule A5.13).

    Attributes:
        allowed: Clause to option to the share of the rearmament that the text allows.
        price: Option of the guarantee to points, where it is fully believed.
    """

    month: Annotated[Hundredths, Field(ge=0, le=10, description="points a month")]
    most: Annotated[Hundredths, Field(ge=0, le=50, description="points")]
    allowed: dict[Slug, dict[Slug, Percent]] = Field(default_factory=dict[str, dict[str, float]])
    price: dict[Slug, Points]


class BreakingSheet(Sheet):
    """When a party has something to gain by breaking a text in force (rules A5.12, A5.13 and A2.7)."""

    basis: Basis
    ahead: Annotated[int, Field(ge=1, le=60, description="months looked ahead")]
    kept: Annotated[Percent, Field(description="per cent that a month later is worth now")]
    every: Annotated[int, Field(ge=1, le=60, description="months between two questions to one party")]
    reserved: Annotated[int, Field(ge=0, le=9, description="decisions of a format that are kept for this")]
    worn: Annotated[Hundredths, Field(ge=0, le=50, description="points, on the first day")]
    rest: Annotated[int, Field(ge=1, le=60, description="months")]
    weight: Annotated[Thousandths, Field(ge=0, le=1, description="exponent for each point of gain")]
    most: Annotated[Thousandths, Field(ge=0, le=2, description="the most that it adds to the exponent")]
    parties: dict[Slug, ArmingSheet]


class AftermathSheet(Sheet):
    """What a text in force asks of the seats.

    Attributes:
        later: Factor on the monthly hazard after the last month of the season table.
        renewable: Options of the clause on the term that end unless both parties renew them.
        snap_back: Option of the clause on sanctions to the option it falls back to.
        covers: The party that may call on a guarantee.
        called: Option of the guarantee to the seats that must answer a call.
        breaking: When a party has something to gain by breaking the text; without it none may decide to.
    """

    basis: Basis
    later: Annotated[Thousandths, Field(ge=0, le=10)]
    renewable: list[Slug] = Field(default_factory=list[str])
    snap_back: dict[Slug, Slug] = Field(default_factory=dict[str, str])
    covers: Slug
    called: dict[Slug, list[Slug]] = Field(default_factory=dict[str, list[str]])
    violations: ViolationsSheet
    breaking: BreakingSheet | None = None


class Act(Sheet):
    """Something a seat may promise, and the test it is judged by."""

    label: Label
    test: Literal[
        "no-energy-strikes",
        "no-refinery-strikes",
        "no-long-range",
        "quiet-line",
        "restraint",
        "attend",
        "no-public-attacks",
        "exchange",
        "lists",
        "no-new-sanctions",
        "steady-aid",
        "deliver",
    ]
