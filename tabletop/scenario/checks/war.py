"""Checks of the `war` section: every constant with its unit, tables that are whole, paths that exist."""

from typing import get_args

from tabletop.scenario.board.war import CONSTANTS
from tabletop.scenario.compiler.war import fields_of
from tabletop.scenario.sheets.frame import Frame
from tabletop.scenario.sheets.quantities import PLACEHOLDERS
from tabletop.scenario.sheets.rules import Ruleset
from tabletop.scenario.sheets.war import Driver, WarSheet
from tabletop.scenario.source.findings import Pen

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
"""The months, in order."""


def check_war(pen: Pen, frame: Frame, rules: Ruleset) -> None:
    """The war under the talks, where a scenario has one."""
    sheet = rules.war
    if sheet is None:
        return
    parties = [slug for slug, seat in frame.seats.items() if seat.role == "party"]
    for side in ("attacker", "defender"):
        pen.name(("war", side), getattr(sheet, side), parties, "party")
    if sheet.attacker == sheet.defender:
        pen.note(("war", "defender"), f"{sheet.defender} on both sides", "the other party")
    later = {name for name, constant in CONSTANTS.items() if constant.later}
    units = {name: constant.unit for name, constant in CONSTANTS.items()}
    pen.numbers(("war", "numbers"), sheet.numbers, units, later)
    for name, constant in CONSTANTS.items():
        number = sheet.numbers.get(name)
        if number and constant.divides and number.value <= 0:
            pen.note(("war", "numbers", name, "value"), str(number.value), "more than 0")
    months = list(sheet.months.table)
    if months != list(MONTHS):
        pen.note(("war", "months", "table"), ", ".join(months), "january to december, in order")
    pen.keys(("war", "lost"), sheet.lost, parties, "party", whole=True)
    _check_orders(pen, rules, sheet)
    _check_paths(pen, frame, sheet)
    _check_news(pen, sheet, parties)


def _check_orders(pen: Pen, rules: Ruleset, sheet: WarSheet) -> None:
    """The levers that set tempo and campaigns are those of the seats."""
    levers = {name: lever for seat in rules.levers.seats.values() for name, lever in seat.items()}
    own = rules.levers.seats.get(sheet.attacker, {})
    if pen.name(("war", "tempo", "lever"), sheet.tempo.lever, own, "lever"):
        options = own[sheet.tempo.lever].choices()
        pen.keys(("war", "tempo", "options"), sheet.tempo.options, options, "option", whole=True)
    pen.keys(("war", "campaigns", "levers"), sheet.campaigns.levers, levers, "lever", whole=False)
    for part in ("sector_falls", "assault_fails"):
        pen.effects(("war", "tempo", part), getattr(sheet.tempo, part), [*rules.levers.seats, *PLACEHOLDERS])
    for name, campaign in sheet.campaigns.levers.items():
        known = levers[name].choices() if name in levers else {}
        pen.keys(("war", "campaigns", "levers", name), campaign, known, "option", whole=False)


def _check_paths(pen: Pen, frame: Frame, sheet: WarSheet) -> None:
    """Drift and noise name what a fortnight moves."""
    fields = list(fields_of(sheet))
    moods = [f"home.audience.{seat}" for seat in frame.seats]
    for part, names in (("drift", fields), ("noise", fields + moods)):
        shifts = getattr(sheet, part).paths
        pen.keys(("war", part, "paths"), shifts, names, "path", whole=False)
    for path, value in sheet.noise.paths.items():
        if value < 0:
            pen.note(("war", "noise", "paths", path), str(value), "a spread of 0 and more")


def _check_news(pen: Pen, sheet: WarSheet, parties: list[str]) -> None:
    """A value for every round of the expected path, and a driver for every line of news."""
    news = sheet.news
    if news.rounds != sorted(set(news.rounds)):
        pen.note(("war", "news", "rounds"), ", ".join(map(str, news.rounds)), "rising rounds")
    pen.keys(("war", "news", "expected"), news.expected, get_args(Driver), "driver", whole=True)
    for driver, values in news.expected.items():
        if len(values) != len(news.rounds):
            path = ("war", "news", "expected", driver)
            pen.note(path, f"{len(values)} values", f"{len(news.rounds)}, one for each round")
    pen.keys(("war", "news", "moves"), news.moves, parties, "party", whole=True)
