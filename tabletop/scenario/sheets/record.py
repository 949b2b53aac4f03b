"""`record.yaml`, optional: what was said of each month of the war, to lay the model's forecasts beside.

Nothing here is played by: no rule reads it, and no digest covers it. Figures may therefore rest on sources of any
quality, which is shown with them.
"""

from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import Field

from tabletop.scenario.sheets.base import Basis, Label, Prose, Sheet, Slug
from tabletop.scenario.sheets.content import Source

FigureId = Literal["ground", "losses", "recruits", "drones", "missiles", "power"]
"""What a month is measured by: net gain of the attacker in km2, people lost and joined, launches, MW in its middle."""

UNITS: dict[FigureId, str] = {
    "ground": "km2",
    "losses": "people",
    "recruits": "people",
    "drones": "launched",
    "missiles": "launched",
    "power": "MW",
}
"""The unit of each figure."""

Amount = Annotated[float, Field(ge=-1_000_000, le=10_000_000)]
"""A figure of a month, in its unit."""

MonthId = Annotated[str, Field(pattern=r"^\d{4}-(0[1-9]|1[0-2])$", description="a month, as YYYY-MM")]
DayId = Annotated[
    str, Field(pattern=r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$", description="a day, as YYYY-MM-DD")
]
Choices = dict[Slug, dict[Slug, Slug]]
"""Orders: by seat and lever, the option; a lever that is not named stands at its default."""


class Told(Sheet):
    """Who said something of a month, and where.

    Attributes:
        series: Who counted; figures of different counters are never joined.
        source: One key of a source, or several; in a record of one's own, whatever says where it is from.
        says: What was said, where a number alone would not be it.
    """

    series: Label = "unnamed"
    source: Prose | Annotated[list[Slug], Field(min_length=1, max_length=9)]
    says: Prose = ""

    @property
    def sources(self) -> Sequence[str]:
        """The keys, or the one word for where it is from."""
        return [self.source] if isinstance(self.source, str) else self.source


class Said(Told):
    """What another counter said of a month.

    Attributes:
        value: In the figure's unit; None for what was said in words alone.
    """

    value: Amount | None = None


class RecordedFigure(Told):
    """A figure of a month; its own value is the one that forecasts are held against.

    Attributes:
        value: In the figure's unit.
        also: What others said of the same month, shown beside it.
        counted: False for one that is shown and not counted.
    """

    value: Amount
    also: Annotated[list[Said], Field(max_length=9)] = Field(default_factory=list[Said])
    counted: bool = True


class Level(Sheet):
    """A quantity of the state in the author's unit, and what it rests on."""

    value: Annotated[float, Field(ge=-1_000_000, le=100_000_000)]
    basis: Basis


class OpeningSheet(Sheet):
    """The world when the record begins.

    Attributes:
        world: By path; a quantity that is not named is as on the scenario's first day.
    """

    month: MonthId
    world: dict[str, Level]


class StandingSheet(Sheet):
    """Orders from a day on, and why."""

    basis: Basis
    choices: Choices


class RecordSheet(Sheet):
    """The whole of `record.yaml`.

    Attributes:
        sources: Sources that `facts.yaml` does not have; a figure may name those as well.
        counted: Figures that are counted; the others are shown.
        start: The world before the scenario's first day; None where the record does not go back so far.
        anchors: By month and path: a quantity of the world as it is thought to have stood as that month began.
        orders: By day: the orders that stood from then on.
    """

    sources: dict[Slug, Source] = Field(default_factory=dict[Slug, Source])
    counted: Annotated[list[FigureId], Field(min_length=1)] | None = None
    start: OpeningSheet | None = None
    anchors: dict[MonthId, dict[str, Level]] = Field(default_factory=dict[str, dict[str, Level]])
    orders: dict[DayId, StandingSheet] = Field(default_factory=dict[str, StandingSheet])
    months: Annotated[dict[MonthId, dict[FigureId, RecordedFigure]], Field(min_length=1, max_length=240)]
