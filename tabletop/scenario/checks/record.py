"""Checks of `record.yaml`: paths, seats, levers, options and days there are, sources known."""

from collections.abc import Collection, Mapping
from datetime import date

from tabletop.scenario.compiler.war import fields_of
from tabletop.scenario.sheets.content import Facts, Source
from tabletop.scenario.sheets.frame import Frame
from tabletop.scenario.sheets.record import Choices, Level, RecordedFigure, RecordSheet, Told
from tabletop.scenario.sheets.rules import Ruleset
from tabletop.scenario.source.findings import Findings
from tabletop.scenario.source.model_errors import nearest, one_of
from tabletop.scenario.source.placed_data import Path, shown


def check_record(
    findings: Findings, frame: Frame, rules: Ruleset, facts: Facts, sheet: RecordSheet, *, own: bool = False
) -> None:
    """Everything in a record that the scenario has to know.

    Args:
        findings: Of the record.
        frame: The scenario's frame.
        rules: Its rules.
        facts: Its facts.
        sheet: The record.
        own: Whether it is somebody's own record of this scenario, which may say in words where a figure is from.
    """
    if rules.war is None:
        findings.add((), "a record", "a scenario whose rules have the section war")
        return
    sources = {**facts.sources, **sheet.sources}
    for key in sheet.sources:
        if key in facts.sources and not own:
            findings.add(("sources", key), f"the source {key!r} again", "it once, in facts.yaml")
    for month, figures in sheet.months.items():
        for figure, found in figures.items():
            path: Path = ("months", month, figure)
            if not own:
                _figure(findings, path, found, sources, frame.as_of)
            for at, one in enumerate(found.also):
                if one.value is None and not one.says:
                    findings.add((*path, "also", at), "nothing said", "the key 'value' or 'says'")
    levels = fields_of(rules.war)
    if sheet.start:
        _levels(findings, ("start", "world"), sheet.start.world, levels)
        if sheet.start.month > frame.starts[:7]:
            findings.add(("start", "month"), sheet.start.month, f"a month up to {frame.starts[:7]}")
    for month, anchored in sheet.anchors.items():
        _levels(findings, ("anchors", month), anchored, levels)
    for day, standing in sheet.orders.items():
        _day(findings, ("orders", day), day)
        _choices(findings, ("orders", day, "choices"), standing.choices, rules)


def _day(findings: Findings, path: Path, day: str) -> None:
    """A day of the calendar."""
    try:
        date.fromisoformat(day)
    except ValueError:
        findings.found.append(findings.tree.finding(path, f"the day {day}", "a day of the calendar"))


def _choices(findings: Findings, path: Path, choices: Choices, rules: Ruleset) -> None:
    """Every seat, lever and option there is."""
    levers = rules.levers.seats
    findings.check_keys(path, choices, levers, "seat", whole=False)
    for seat, chosen in choices.items():
        if seat not in levers:
            continue
        findings.check_keys((*path, seat), chosen, levers[seat], "lever", whole=False)
        for lever, option in chosen.items():
            if lever in levers[seat]:
                findings.check_name((*path, seat, lever), option, levers[seat][lever].choices(), "option")


def _figure(
    findings: Findings, path: Path, found: RecordedFigure, sources: Mapping[str, Source], as_of: str
) -> None:
    """Where it is from is known, and what was published after the scenario's day is not counted."""
    told: list[tuple[Path, Told]] = [(path, found)]
    told += [((*path, "also", at), one) for at, one in enumerate(found.also)]
    for place, one in told:
        for at, key in enumerate(one.sources):
            spot: Path = (*place, "source") if isinstance(one.source, str) else (*place, "source", at)
            findings.check_name(spot, key, sources, "source")
    if found.counted and _later(found, sources, as_of):
        findings.add(
            path, "a figure from after the scenario's day", "counted: false, so that it is only shown"
        )


def _later(said: Told, sources: Mapping[str, Source], as_of: str) -> bool:
    """Whether all that is known of where a figure is from was published after a day."""
    days = [sources[key].date for key in said.sources if key in sources]
    return bool(days) and all(day is not None and day > as_of for day in days)


def _levels(findings: Findings, path: Path, levels: Mapping[str, Level], paths: Collection[str]) -> None:
    """Every key is a quantity that a fortnight moves."""
    for key in levels:
        if key not in paths:
            findings.found.append(
                findings.tree.finding(
                    (*path, key), f"the path {shown(key)}", one_of(paths), nearest(key, paths)
                )
            )
