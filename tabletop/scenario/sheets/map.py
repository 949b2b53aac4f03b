"""`map.yaml` and `figures.yaml`, both optional: the theatre as a drawing, and figures before and beside play."""

from typing import Annotated

from pydantic import Field

from tabletop.scenario.sheets.base import Day, Label, Prose, Sheet, Slug

Longitude = Annotated[float, Field(ge=-180, le=180, description="degrees east")]
Latitude = Annotated[float, Field(ge=-90, le=90, description="degrees north")]
Spot = tuple[Longitude, Latitude]
Way = Annotated[list[Spot], Field(min_length=2, max_length=2_000)]
FigureName = Annotated[str, Field(pattern=r"^[a-z]+([._][a-z]+)*$", max_length=60)]
"""A figure of play: the path of a quantity, or a name such as `war.demand`."""


class FrameSheet(Sheet):
    """What the map shows at once, in degrees."""

    name: Label
    west: Longitude
    south: Latitude
    east: Longitude
    north: Latitude


class WaySheet(Sheet):
    """An outline or a river."""

    name: Label
    at: Way


class CitySheet(Sheet):
    """A city."""

    name: Label
    at: Spot


class MapSheet(Sheet):
    """The whole of `map.yaml`.

    Attributes:
        credits: By layer: where it is from, printed with the map.
    """

    as_of: Day
    credits: Annotated[dict[Slug, Prose], Field(min_length=1)]
    frames: Annotated[dict[Slug, FrameSheet], Field(min_length=1, max_length=9)]
    sectors: dict[Slug, Spot]
    places: dict[Slug, Spot]
    cities: dict[Slug, CitySheet]
    line: Way
    rivers: dict[Slug, WaySheet]
    outlines: dict[Slug, WaySheet]


class PointSheet(Sheet):
    """A point of a history.

    Attributes:
        value: For a fact that says its value in words; otherwise the fact's own counts.
        over: Months that a count is divided by.
    """

    fact: Slug
    value: float | None = None
    over: Annotated[int, Field(ge=1, le=120, description="months")] = 1


class SeriesSheet(Sheet):
    """What one counter said over time."""

    label: Label
    points: Annotated[list[PointSheet], Field(min_length=1)]


class PastSheet(Sheet):
    """A chart of the years before play."""

    unit: Label
    series: Annotated[dict[Slug, SeriesSheet], Field(min_length=1)]


class BearingSheet(Sheet):
    """What bears on a figure of play, and who says otherwise."""

    facts: Annotated[list[Slug], Field(min_length=1)]
    disputed: Prose = ""


class FiguresSheet(Sheet):
    """The whole of `figures.yaml`."""

    history: dict[Slug, PastSheet]
    bearing: dict[FigureName, BearingSheet]
