"""The parts of `rules.yaml` that judge a text: its hazard, its interlocks and the bodies that say yes."""

from typing import Annotated, Literal

from pydantic import Field

from tabletop.scenario.sheets.base import (
    Basis,
    Exponent,
    Hundredths,
    Label,
    Percent,
    Points,
    Prose,
    Sheet,
    Slug,
    Thousandths,
)


class Season(Sheet):
    """A factor on the monthly hazard up to and with a month."""

    to: Annotated[int, Field(ge=1, le=24, description="month")]
    factor: Annotated[float, Field(ge=0, le=10)]


class Covered(Sheet):
    """Options whose danger a guarantee lessens: by this share of its cover."""

    options: list[Slug]
    share: Percent


class HazardSheet(Sheet):
    """The hazard of a text (rule A2)."""

    basis: Basis
    base: Annotated[Hundredths, Field(gt=0, le=100, description="per cent a month, of a bare written text")]
    season: Annotated[list[Season], Field(min_length=1)]
    faith: Annotated[Thousandths, Field(ge=0, le=2, description="how much terms count, no unit")]
    specificity: Exponent
    precise: dict[Slug, list[Slug]]
    guarantee: dict[Slug, Annotated[float, Field(ge=0, le=1, description="cover of a hand-over, share")]]
    covered: dict[Slug, Covered]
    lean: Exponent
    lean_most: Exponent
    trust: Annotated[Thousandths, Field(ge=-1, le=1, description="exponent a point of the lower trust")]
    trust_zero: Points
    trust_least: Exponent
    trust_most: Exponent
    ripeness: Exponent = 0
    ripe_at: Annotated[
        Hundredths, Field(ge=0, le=100, description="points both alternatives fall together")
    ] = 0


class PairSheet(Sheet):
    """An interlock: options of a clause that work worse with options of another (rule A1.4)."""

    clause: Slug
    options: Annotated[list[Slug], Field(min_length=1)]
    other: Slug
    unmet: Annotated[list[Slug], Field(min_length=1)]
    keep: Percent = 100
    danger: Exponent = 0
    support: dict[Slug, Points] = Field(default_factory=dict[str, float])
    advice: Prose


class Pairs(Sheet):
    """The interlocks."""

    basis: Basis
    rules: dict[Slug, PairSheet]


class RouteSheet(Sheet):
    """A way of ratification: how long it takes, and what home thinks of it by territory option."""

    fortnights: Annotated[int, Field(ge=0, le=26, description="fortnights")]
    support: dict[Slug, Points]


class Routes(Sheet):
    """The ways of ratification, one for each option of the clause on ratification."""

    basis: Basis
    options: dict[Slug, RouteSheet]


class BodySheet(Sheet):
    """A body that must say yes (rule A4.1)."""

    name: Label
    seat: Slug
    when: Literal["initialling", "first-fortnight", "route-end"]
    asked_if: dict[Slug, list[Slug]] = Field(default_factory=dict[str, list[str]])
    base: Literal["support", "attention", "cohesion"]
    constant: Points = 0
    credible: bool = False
    invited: Points = 0
    middle: Points
    slope: Annotated[Hundredths, Field(gt=0, le=100, description="points to one logit")]
    adjust: dict[Slug, dict[Slug, Points]] = Field(default_factory=dict[str, dict[str, float]])
    if_no: dict[Slug, Slug] = Field(default_factory=dict[str, str])
    counts: bool


class Bodies(Sheet):
    """The bodies, in the order they are asked."""

    basis: Basis
    bodies: dict[Slug, BodySheet]
