"""The `war` section of `rules.yaml`: constants of the fortnight with their units, tables, news."""

from typing import Annotated, Literal

from pydantic import Field

from tabletop.scenario.sheets.base import Basis, Effects, Name, Percent, Sheet, Slug

WarUnit = Literal[
    "people", "people a month", "km2", "km2 a month", "MW", "per cent", "minutes a day", "days", "months", "points"
]  # fmt: skip
"""Units a constant of the war may have."""

WAR_SCALES: dict[WarUnit, int] = {
    "people": 1,
    "people a month": 1,
    "km2": 1,
    "km2 a month": 1,
    "MW": 1,
    "per cent": 100,
    "minutes a day": 1,
    "days": 1,
    "months": 1,
    "points": 100,
}
"""How many integers of play make one of a unit."""

Driver = Literal[
    "advance", "attacker-outlook", "defender-outlook", "headroom", "support", "air-cover", "grid", "held", "strain"
]  # fmt: skip
"""What news is made of."""

DRIVER_SCALES: dict[Driver, int] = {
    "advance": 1,
    "attacker-outlook": 1,
    "defender-outlook": 1,
    "headroom": 100,
    "support": 100,
    "air-cover": 100,
    "grid": 1,
    "held": 100,
    "strain": 10_000,
}
"""How many integers of play make one: km2 a month, people, per cent, points, MW, fortnights at full tempo."""

WAR_NUMBERS: dict[str, WarUnit] = {
    "losses.attacker": "people a month",
    "losses.defender": "people a month",
    "losses.standing": "per cent",
    "intake.attacker": "people a month",
    "intake.standing": "per cent",
    "intake.worn-from": "people",
    "intake.worn": "per cent",
    "intake.worn-per": "people",
    "intake.defender": "people a month",
    "intake.mean": "per cent",
    "intake.back": "per cent",
    "cap.most": "per cent",
    "cap.at-full": "per cent",
    "cap.full": "people",
    "cap.thin": "people",
    "ground.pace": "km2 a month",
    "ground.attacker": "people",
    "ground.defender": "people",
    "ground.country": "km2",
    "ground.region": "km2",
    "ground.region-share": "per cent",
    "ground.fortress": "per cent",
    "ground.fortress-from": "per cent",
    "ground.back": "km2 a month",
    "ground.back-from": "per cent",
    "ground.fade": "per cent",
    "grid.full": "MW",
    "grid.repair": "per cent",
    "grid.cover": "per cent",
    "grid.cuts": "minutes a day",
    "dark.quick": "per cent",
    "dark.quick-half": "days",
    "dark.slow-half": "days",
    "news.months": "months",
    "news.kept": "per cent",
    "news.most": "points",
    "start.held": "km2",
}
"""The constants the chapter asks for, each with its unit."""


class WarNumber(Sheet):
    """A constant of the war."""

    value: float
    unit: WarUnit
    basis: Basis


class TempoOption(Sheet):
    """An order on the ground: tempo, and chances a fortnight."""

    tempo: Annotated[float, Field(ge=0, le=200, description="per cent of the full tempo")]
    sector_falls: Percent
    assault_fails: Percent


class TempoSheet(Sheet):
    """The lever that sets the tempo, and what a sector that falls or an assault that fails does."""

    basis: Basis
    lever: Slug
    options: dict[Slug, TempoOption]
    sector_falls: Effects
    assault_fails: Effects


class CampaignOption(Sheet):
    """What an order for long-range strikes does to the grid and to the strain of both sides."""

    hits: Annotated[int, Field(ge=0, le=20_000, description="MW a fortnight, without air cover")] = 0
    strain: Percent = 0


class CampaignSheet(Sheet):
    """Levers and options that wear down grids."""

    basis: Basis
    levers: dict[Slug, dict[Slug, CampaignOption]]


class Shifts(Sheet):
    """Numbers by the path of a quantity."""

    basis: Basis
    paths: dict[str, Annotated[float, Field(ge=-1_000_000, le=1_000_000)]]


class MonthSheet(Sheet):
    """What goes with a month of the year."""

    gain: Annotated[float, Field(ge=0, le=1_000, description="per cent")]
    intake: Annotated[float, Field(ge=0, le=1_000, description="per cent")]
    demand: Annotated[int, Field(ge=1, le=100_000, description="MW")]


class MonthsSheet(Sheet):
    """The twelve months."""

    basis: Basis
    table: Annotated[dict[Slug, MonthSheet], Field(min_length=12, max_length=12)]


class Move(Sheet):
    """How far one line moves an alternative."""

    points: Annotated[float, Field(ge=-50, le=50, description="points")]
    per: Annotated[float, Field(gt=0, le=1_000_000, description="in the unit of the driver")]


class NewsSheet(Sheet):
    """The path everybody expects, and what a surprise is worth to each party."""

    basis: Basis
    rounds: Annotated[list[Annotated[int, Field(ge=1, le=60)]], Field(min_length=2)]
    expected: dict[Driver, list[float]]
    moves: dict[Slug, dict[Driver, Move]]


class WarSheet(Sheet):
    """The war under the talks (rules W2 and W3)."""

    attacker: Slug
    defender: Slug
    numbers: dict[Name, WarNumber]
    tempo: TempoSheet
    campaigns: CampaignSheet
    drift: Shifts
    noise: Shifts
    months: MonthsSheet
    news: NewsSheet
    lost: dict[Slug, Annotated[int, Field(ge=0, le=1_000_000, description="people, in the last fortnight")]]
