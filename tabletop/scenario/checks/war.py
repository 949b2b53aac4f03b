"""Checks of the `war` section: every constant with its unit, tables that are whole, paths that exist."""

from typing import get_args

from tabletop.scenario.board.war import CONSTANTS
from tabletop.scenario.compiler.war import fields_of
from tabletop.scenario.sheets.frame import Frame
from tabletop.scenario.sheets.quantities import PLACEHOLDERS
from tabletop.scenario.sheets.rules import Ruleset
from tabletop.scenario.sheets.war import Driver, WarSheet
from tabletop.scenario.source.findings import Findings

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
"""The months, in order."""


RETIRED = frozenset({"ground.back", "ground.back-from"})
"""Constants of rules before 2.0, which only old journals keep."""


def check_war(findings: Findings, frame: Frame, rules: Ruleset, *, kept: bool) -> None:
    """The war under the talks, where a scenario has one."""
    sheet = rules.war
    if sheet is None:
        return
    for side in ("attacker", "defender"):
        findings.check_name(("war", side), getattr(sheet, side), frame.parties, "party")
    if sheet.attacker == sheet.defender:
        findings.add(("war", "defender"), f"{sheet.defender} on both sides", "the other party")
    later = {name for name, constant in CONSTANTS.items() if constant.later}
    units = {name: constant.unit for name, constant in CONSTANTS.items()}
    numbers = {name: one for name, one in sheet.numbers.items() if not (kept and name in RETIRED)}
    findings.check_numbers(("war", "numbers"), numbers, units, later)
    for name, constant in CONSTANTS.items():
        number = sheet.numbers.get(name)
        if number and constant.divides and number.value <= 0:
            findings.add(("war", "numbers", name, "value"), str(number.value), "more than 0")
    months = list(sheet.months.table)
    if months != list(MONTHS):
        findings.add(("war", "months", "table"), ", ".join(months), "january to december, in order")
    findings.check_keys(("war", "lost"), sheet.lost, frame.parties, "party", whole=True)
    _check_orders(findings, rules, sheet)
    _check_paths(findings, frame, sheet)
    _check_news(findings, sheet, frame.parties, kept=kept)


def _check_orders(findings: Findings, rules: Ruleset, sheet: WarSheet) -> None:
    """The levers that set tempo and campaigns are those of the seats."""
    levers = {name: lever for seat in rules.levers.seats.values() for name, lever in seat.items()}
    own = rules.levers.seats.get(sheet.attacker, {})
    if findings.check_name(("war", "tempo", "lever"), sheet.tempo.lever, own, "lever"):
        options = own[sheet.tempo.lever].choices()
        findings.check_keys(("war", "tempo", "options"), sheet.tempo.options, options, "option", whole=True)
    findings.check_keys(("war", "campaigns", "levers"), sheet.campaigns.levers, levers, "lever", whole=False)
    for part in ("sector_falls", "assault_fails"):
        findings.check_effects(
            ("war", "tempo", part), getattr(sheet.tempo, part), [*rules.levers.seats, *PLACEHOLDERS]
        )
    for name, campaign in sheet.campaigns.levers.items():
        known = levers[name].options if name in levers else {}
        findings.check_keys(("war", "campaigns", "levers", name), campaign, known, "option", whole=False)


def _check_paths(findings: Findings, frame: Frame, sheet: WarSheet) -> None:
    """Drift and noise name what a fortnight moves."""
    fields = list(fields_of(sheet))
    moods = [f"home.audience.{seat}" for seat in frame.seats]
    for part, names in (("drift", fields), ("noise", fields + moods)):
        shifts = getattr(sheet, part).paths
        findings.check_keys(("war", part, "paths"), shifts, names, "path", whole=False)
    for path, value in sheet.noise.paths.items():
        if value < 0:
            findings.add(("war", "noise", "paths", path), str(value), "a spread of 0 and more")


def _check_news(findings: Findings, sheet: WarSheet, parties: list[str], *, kept: bool) -> None:
    """A value for every round of the expected path, and a driver for every line of news."""
    news = sheet.news
    if news.rounds != sorted(set(news.rounds)):
        findings.add(("war", "news", "rounds"), ", ".join(map(str, news.rounds)), "rising rounds")
    findings.check_keys(
        ("war", "news", "expected"), news.expected, get_args(Driver), "driver", whole=not kept
    )
    for driver, values in news.expected.items():
        if len(values) != len(news.rounds):
            path = ("war", "news", "expected", driver)
            findings.add(path, f"{len(values)} values", f"{len(news.rounds)}, one for each round")
    findings.check_keys(("war", "news", "moves"), news.moves, parties, "party", whole=True)
