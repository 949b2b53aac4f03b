"""The `aftermath` section of `rules.yaml`: what a text in force asks, and what happens under it."""

from typing import Annotated, Literal

from pydantic import Field

from tabletop.scenario.sheets.base import Basis, Hundredths, Label, Sheet, Slug, Thousandths


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


class AftermathSheet(Sheet):
    """What a text in force asks of the seats.

    Attributes:
        later: Factor on the monthly hazard after the last month of the season table.
        renewable: Options of the clause on the term that end unless both parties renew them.
        snap_back: Option of the clause on sanctions to the option it falls back to.
        covers: The party that may call on a guarantee.
        called: Option of the guarantee to the seats that must answer a call.
    """

    basis: Basis
    later: Annotated[Thousandths, Field(ge=0, le=10)]
    renewable: list[Slug] = Field(default_factory=list[str])
    snap_back: dict[Slug, Slug] = Field(default_factory=dict[str, str])
    covers: Slug
    called: dict[Slug, list[Slug]] = Field(default_factory=dict[str, list[str]])
    violations: ViolationsSheet


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
