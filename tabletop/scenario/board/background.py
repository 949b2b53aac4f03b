"""What is drawn and looked up beside play: the map, the years before, what each fact and each number rests on.

It is part of the words of a scenario: no rule reads it and no digest covers it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

Point = tuple[float, float]
"""Degrees: longitude east, latitude north."""

Path = tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class MapFrame:
    """What a map shows, in degrees."""

    id: str
    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True, slots=True)
class TheatreMap:
    """The theatre as a coarse drawing.

    Attributes:
        as_of: The day of the line of contact.
        credits: By layer: where it is from.
        frames: What can be shown, the first one at first.
        outlines: By region.
        rivers: By river.
        contact_line: The line of contact, from north to south.
        cities: By city, the dearest first.
        sectors: By sector: where its mark stands.
        places: By place that strikes are reported from.
    """

    as_of: str
    credits: Mapping[str, str]
    frames: tuple[MapFrame, ...]
    outlines: Mapping[str, Path]
    rivers: Mapping[str, Path]
    contact_line: Path
    cities: Mapping[str, Point]
    sectors: Mapping[str, Point]
    places: Mapping[str, Point]


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A source of a fact.

    Attributes:
        title: Its title with its quality: `The title [A]`.
        date: The day it was published; empty for none.
        address: Where it is found; empty for none.
    """

    title: str
    date: str
    address: str


@dataclass(frozen=True, slots=True)
class SourcedFact:
    """A fact with its standing.

    Attributes:
        statement: What it says; empty when the reader asked not to be told.
        value: Its number with its unit; empty for none.
        status: `confirmed`, `claimed`, `disputed` or `estimate`.
        by: Who claims or estimates it; empty for what is neither.
    """

    statement: str
    value: str
    date: str
    status: str
    by: str
    sources: tuple[CitedSource, ...]


@dataclass(frozen=True, slots=True)
class Series:
    """What one counter said over time.

    Attributes:
        label: What is counted, and by whom.
        points: Fact, months since January 2022, value in the chart's unit.
    """

    label: str
    points: tuple[tuple[str, float, float], ...]


@dataclass(frozen=True, slots=True)
class HistoryChart:
    """A chart of the years before play, a series for each counter."""

    unit: str
    series: tuple[Series, ...]


@dataclass(frozen=True, slots=True)
class Bearing:
    """What is known that bears on a figure of play.

    Attributes:
        facts: Ids of facts.
        disputed: Who says otherwise, and what; empty for nobody.
    """

    facts: tuple[str, ...]
    disputed: str


@dataclass(frozen=True, slots=True)
class NumberBasis:
    """What a number of the rules rests on.

    Attributes:
        file: The author's file.
        value: The number, with its unit; empty where the entry is a whole section.
        basis: The author's words: a game value, a fact, a model.
    """

    file: str
    value: str
    basis: str


@dataclass(frozen=True, slots=True)
class Background:
    """Everything that is drawn and looked up beside play; every part may be empty.

    Attributes:
        map: The map; None for a scenario without one, and under neutral names.
        history: Charts of the years before, by name.
        bearing: By figure of play.
        bases: By entry of the ruleset, such as `start` or `numbers.no-deal.price`.
    """

    map: TheatreMap | None = None
    history: Mapping[str, HistoryChart] = field(default_factory=dict[str, HistoryChart])
    bearing: Mapping[str, Bearing] = field(default_factory=dict[str, Bearing])
    bases: Mapping[str, NumberBasis] = field(default_factory=dict[str, NumberBasis])
