"""Checks of `map.yaml` and `figures.yaml`: what is drawn exists, and what is charted is a sourced fact of before."""

from tabletop.scenario.checks.content import check_fact
from tabletop.scenario.sheets.content import Facts
from tabletop.scenario.sheets.frame import Frame
from tabletop.scenario.sheets.map import FiguresSheet, MapSheet, PointSheet
from tabletop.scenario.source.findings import Findings
from tabletop.scenario.source.placed_data import Path


def check_map(findings: Findings, frame: Frame, sheet: MapSheet) -> None:
    """Every sector has its mark, places and sectors are those of the frame, frames are not turned round."""
    sectors = frame.theatre.sectors if frame.theatre else {}
    findings.check_keys(("sectors",), sheet.sectors, sectors, "sector", whole=True)
    findings.check_keys(("places",), sheet.places, frame.places, "place", whole=False)
    for slug, shown in sheet.frames.items():
        if shown.west >= shown.east or shown.south >= shown.north:
            findings.add(
                ("frames", slug), "a frame without an inside", "west before east, south before north"
            )
    if sheet.as_of > frame.as_of:
        findings.add(("as_of",), sheet.as_of, f"a day up to {frame.as_of}")


def check_figures(findings: Findings, facts: Facts, sheet: FiguresSheet) -> None:
    """Every fact exists and was known when play begins; points have values."""
    for chart, past in sheet.history.items():
        for name, series in past.series.items():
            for place, point in enumerate(series.points):
                _point(findings, ("history", chart, "series", name, "points", place), point, facts)
    for name, bearing in sheet.bearing.items():
        for place, slug in enumerate(bearing.facts):
            check_fact(findings, ("bearing", name, "facts", place), slug, facts)


def _point(findings: Findings, path: Path, point: PointSheet, facts: Facts) -> None:
    if not check_fact(findings, (*path, "fact"), point.fact, facts):
        return
    fact = facts.facts[point.fact]
    said = fact.number()
    if said is None and point.value is None:
        findings.add(path, f"{point.fact}, which has no number", "the key 'value' with what it says in words")
    if said is not None and point.value is not None and said != point.value:
        findings.add((*path, "value"), str(point.value), f"the fact's own value, {said}")
