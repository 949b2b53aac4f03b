"""The `war` section of `rules.yaml`: constants of the fortnight with their units, tables, news."""

from typing import Annotated, Literal

from pydantic import Field

from tabletop.scenario.board.war import WarUnit
from tabletop.scenario.sheets.base import Basis, Effects, Hundredths, Name, Percent, Sheet, Slug

Driver = Literal[
    "advance", "attacker-outlook", "defender-outlook", "headroom", "support", "air-cover", "grid", "held", "strain",
    "crossing",
]  # fmt: skip
"""What news is made of."""

DRIVER_SCALES: dict[Driver, int] = {
    "headroom": 100,
    "support": 100,
    "air-cover": 100,
    "held": 100,
    "strain": 10_000,
}
"""How many integers of play make one per cent, point or fortnight at full tempo; others count km2, people and MW."""


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
    """What an order adds to a fortnight besides its effects: to the grid, strain, drones, counter-attacks, launches."""

    hits: Annotated[int, Field(ge=0, le=20_000, description="MW a fortnight, without air cover")] = 0
    strain: Percent = 0
    points: Annotated[
        Hundredths, Field(ge=0, le=10, description="points of effort on the defender's drones")
    ] = 0
    counter: Annotated[
        Hundredths,
        Field(ge=0, le=10_000, description="more counter-attacks, per cent of the usual small ones"),
    ] = 0
    drones: Annotated[int, Field(ge=0, le=50_000, description="launched by the attacker in a fortnight")] = 0
    missiles: Annotated[int, Field(ge=0, le=5_000, description="launched by the attacker in a fortnight")] = 0


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
