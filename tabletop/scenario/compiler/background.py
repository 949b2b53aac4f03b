"""Compiling what stands beside play: the map, the years before, and what facts and numbers rest on."""

from collections.abc import Callable
from dataclasses import replace

from tabletop.scenario.board.background import (
    Background,
    Bearing,
    CitedSource,
    HistoryChart,
    MapFrame,
    NumberBasis,
    Series,
    SourcedFact,
    TheatreMap,
)
from tabletop.scenario.scenario import Scenario
from tabletop.scenario.sheets.base import Sheet
from tabletop.scenario.sheets.content import Fact, Facts
from tabletop.scenario.sheets.map import MapSheet, PointSheet, SeriesSheet

FIRST_YEAR = 2022
"""Months of a history are counted from its January."""


def background(scenario: Scenario, veil: Callable[[str], str] | None = None) -> Background:
    """All that is drawn and looked up.

    Args:
        scenario: What the author wrote.
        veil: Puts neutral names in the place of real ones; the map, the facts and the years before are left out.
    """
    bases = _bases(scenario)
    if veil is not None:
        return Background(bases={name: replace(one, basis=veil(one.basis)) for name, one in bases.items()})
    facts, figures = scenario.facts, scenario.figures
    return Background(
        map=_map(scenario.map) if scenario.map else None,
        history={
            name: HistoryChart(past.unit, tuple(_series(series, facts) for series in past.series.values()))
            for name, past in (figures.history.items() if figures else ())
        },
        bearing={
            name: Bearing(tuple(one.facts), one.disputed)
            for name, one in (figures.bearing.items() if figures else ())
        },
        bases=bases,
    )


def map_labels(scenario: Scenario) -> dict[str, str]:
    """Names on the map: frames, cities, rivers, regions."""
    sheet = scenario.map
    if sheet is None:
        return {}
    labels = {f"map.frame.{slug}": frame.name for slug, frame in sheet.frames.items()}
    labels |= {f"map.city.{slug}": city.name for slug, city in sheet.cities.items()}
    labels |= {f"map.river.{slug}": river.name for slug, river in sheet.rivers.items()}
    return labels | {f"map.region.{slug}": region.name for slug, region in sheet.outlines.items()}


def months(day: str) -> float:
    """Months from January 2022 to a day, month or year; a month without its day is its middle."""
    year, month, date = (*day.split("-"), "", "")[:3]
    whole = (int(year) - FIRST_YEAR) * 12 + (int(month) - 1 if month else 6)
    return whole + (int(date) - 1) / 31 if date else whole + (0.5 if month else 0.0)


def _map(sheet: MapSheet) -> TheatreMap:
    return TheatreMap(
        as_of=sheet.as_of,
        credits=dict(sheet.credits),
        frames=tuple(
            MapFrame(slug, one.west, one.south, one.east, one.north) for slug, one in sheet.frames.items()
        ),
        outlines={slug: tuple(one.at) for slug, one in sheet.outlines.items()},
        rivers={slug: tuple(one.at) for slug, one in sheet.rivers.items()},
        contact_line=tuple(sheet.line),
        cities={slug: one.at for slug, one in sheet.cities.items()},
        sectors=dict(sheet.sectors),
        places=dict(sheet.places),
    )


def sourced_fact(fact: Fact, facts: Facts) -> SourcedFact:
    """A fact with its sources."""
    value = "" if fact.value is None else f"{fact.value} {fact.unit or ''}".rstrip()
    named = (facts.sources[key] for key in fact.sources)
    sources = tuple(
        CitedSource(f"{source.title} [{source.quality}]", str(source.date or ""), source.url or "")
        for source in named
    )
    return SourcedFact(fact.statement, value, fact.date, fact.status, fact.by or "", sources)


def _series(sheet: SeriesSheet, facts: Facts) -> Series:
    return Series(
        sheet.label,
        tuple(
            (point.fact, months(facts.facts[point.fact].date), _value(point, facts.facts[point.fact]))
            for point in sheet.points
        ),
    )


def _value(point: PointSheet, fact: Fact) -> float:
    said = fact.number()
    return (point.value or 0.0 if said is None else said) / point.over


def _bases(scenario: Scenario) -> dict[str, NumberBasis]:
    """Every entry of the author's files that says what it rests on, by its path in the file."""
    found = {
        f"numbers.{name}": NumberBasis("rules.yaml", f"{one.value:g} {one.unit}", one.basis)
        for name, one in scenario.rules.numbers.items()
    }
    for clause, sheet in scenario.clauses.clauses.items():
        found[f"clauses.{clause}"] = NumberBasis("clauses.yaml", "", sheet.basis)
    found |= _sections(scenario.rules, "")
    war = scenario.rules.war
    found |= _sections(war, "war.") if war else {}
    for name, number in war.numbers.items() if war else ():
        found[f"war.numbers.{name}"] = NumberBasis(
            "rules.yaml", f"{number.value:g} {number.unit}", number.basis
        )
    theatre = scenario.frame.theatre
    if theatre:
        found["scenario.theatre"] = NumberBasis("scenario.yaml", "", theatre.basis)
    return found


def _sections(sheet: Sheet, before: str) -> dict[str, NumberBasis]:
    """The sections of a sheet that say as a whole what they rest on."""
    parts: dict[str, object] = {name: getattr(sheet, name) for name in type(sheet).model_fields}
    said = {name: getattr(part, "basis", None) for name, part in parts.items() if isinstance(part, Sheet)}
    return {
        f"{before}{name}": NumberBasis("rules.yaml", "", basis)
        for name, basis in said.items()
        if isinstance(basis, str)
    }
