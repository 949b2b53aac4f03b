"""Compiling the war: constants become integers, half-lives a table by day, paths fields of the world."""

from math import exp2

from tabletop.scenario.board.war import (
    Calendar,
    CampaignBoard,
    DroneProgramme,
    Grid,
    Ground,
    Intake,
    Losses,
    NewsRules,
    Reconnection,
    TempoBoard,
    TempoCap,
    WarRules,
    constants_of,
)
from tabletop.scenario.compiler.places import Places
from tabletop.scenario.scenario import Scenario
from tabletop.scenario.sheets.quantities import effects_to_state, scaled, to_state, written
from tabletop.scenario.sheets.war import DRIVER_SCALES, MonthSheet, WarSheet

DAYS = 14
"""Days of a fortnight."""


def fields_of(sheet: WarSheet) -> dict[str, str]:
    """Paths that a fortnight may drift or draw, and the field of the world they are."""
    return {
        "war.recruiting": "recruiting",
        "war.momentum": "momentum",
        "war.headroom": "headroom",
        "war.air_cover": "cover",
        "war.grid": "grid",
        "war.held": "held",
        f"war.force.{sheet.attacker}": "attacker_force",
        f"war.force.{sheet.defender}": "defender_force",
        f"war.lethality.{sheet.attacker}": "attacker_lethality",
        f"war.lethality.{sheet.defender}": "defender_lethality",
        "alliance.support": "support",
    }


def moods_of(scenario: Scenario) -> dict[str, str]:
    """Paths of the homes whose mood a fortnight may draw, and their seats."""
    return {f"home.audience.{seat}": seat for seat in scenario.frame.seats}


def war(scenario: Scenario, places: Places) -> WarRules | None:
    """The war of a scenario, or None for one whose fortnights only do what orders do."""
    sheet = scenario.rules.war
    if sheet is None:
        return None
    fields, moods = fields_of(sheet), moods_of(scenario)
    noise = sheet.noise.paths
    return WarRules(
        attacker=places.seat[sheet.attacker],
        defender=places.seat[sheet.defender],
        lever=sheet.tempo.lever,
        tempo={
            name: TempoBoard(
                scaled(one.tempo, 100), scaled(one.sector_falls, 100), scaled(one.assault_fails, 100)
            )
            for name, one in sheet.tempo.options.items()
        },
        campaigns=_campaigns(scenario, sheet),
        losses=Losses(**_constants(sheet, "losses")),
        intake=Intake(**_constants(sheet, "intake")),
        cap=TempoCap(**_constants(sheet, "cap")),
        ground=Ground(**_constants(sheet, "ground")),
        drones=DroneProgramme(**_constants(sheet, "drones")),
        grid=Grid(**_constants(sheet, "grid"), dark=_dark(sheet)),
        calendar=_calendar(list(sheet.months.table.values()), int(scenario.frame.starts[5:7] or 1)),
        drift={fields[path]: to_state(path, value) for path, value in sheet.drift.paths.items()},
        noise={fields[path]: to_state(path, value) for path, value in noise.items() if path in fields},
        moods=tuple(
            (places.seat[moods[path]], to_state(path, value))
            for path, value in noise.items()
            if path in moods
        ),
        news=_news(sheet, places),
        **_constants(sheet, "start"),
        lost=tuple(sheet.lost.get(seat, 0) for seat in places.seat),
        falls=effects_to_state(sheet.tempo.sector_falls),
        fails=effects_to_state(sheet.tempo.assault_fails),
    )


def _campaigns(scenario: Scenario, sheet: WarSheet) -> dict[tuple[str, str], CampaignBoard]:
    """What orders add to a fortnight, by lever and choice; a choice of several points adds up what each does."""
    levers = {name: lever for seat in scenario.rules.levers.seats.values() for name, lever in seat.items()}
    found: dict[tuple[str, str], CampaignBoard] = {}
    for name, options in sheet.campaigns.levers.items():
        for choice, parts in levers[name].choices().items():
            rows = [options[part].integers() for part in parts if part in options]
            if rows:
                found[name, choice] = CampaignBoard(**{key: sum(row[key] for row in rows) for key in rows[0]})
    return found


def _constants(sheet: WarSheet, section: str) -> dict[str, int]:
    """By field: the constants of a section of the board that are written, as integers of play."""
    return {
        field: written(sheet.numbers[name].value, constant.unit)
        for field, (name, constant) in constants_of(section).items()
        if name in sheet.numbers
    }


def _dark(sheet: WarSheet) -> tuple[int, ...]:
    """The share of homes still dark by day, which follows two half-lives."""
    back = Reconnection(
        **{field: sheet.numbers[name].value for field, (name, _) in constants_of("dark").items()}
    )
    quick = back.quick / 100
    return tuple(
        scaled(quick * exp2(-day / back.quick_half) + (1 - quick) * exp2(-day / back.slow_half), 10_000)
        for day in range(DAYS + 1)
    )


def _calendar(months: list[MonthSheet], first: int) -> Calendar:
    """The months, January first."""
    return Calendar(
        first=first,
        gain=tuple(scaled(month.gain, 100) for month in months),
        intake=tuple(scaled(month.intake, 100) for month in months),
        demand=tuple(month.demand for month in months),
    )


def _news(sheet: WarSheet, places: Places) -> NewsRules:
    """The expected path and what surprises are worth."""
    return NewsRules(
        **_constants(sheet, "news"),
        rounds=tuple(sheet.news.rounds),
        expected={
            driver: tuple(scaled(value, DRIVER_SCALES.get(driver, 1)) for value in values)
            for driver, values in sheet.news.expected.items()
        },
        moves={
            places.seat[seat]: tuple(
                (driver, scaled(move.points, 100), scaled(move.per, DRIVER_SCALES.get(driver, 1)))
                for driver, move in moves.items()
            )
            for seat, moves in sheet.news.moves.items()
        },
    )
