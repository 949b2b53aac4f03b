"""Compiling the war: constants become integers, half-lives a table by day, paths fields of the world."""

from math import exp2

from tabletop.scenario.board.places import Places
from tabletop.scenario.board.war import (
    Calendar,
    CampaignBoard,
    Grid,
    Ground,
    Intake,
    Losses,
    NewsRules,
    TempoBoard,
    TempoCap,
    WarRules,
)
from tabletop.scenario.scenario import Scenario
from tabletop.scenario.sheets.quantities import scaled, to_state
from tabletop.scenario.sheets.war import DRIVER_SCALES, WAR_SCALES, MonthSheet, WarSheet

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
    number = {name: scaled(one.value, WAR_SCALES[one.unit]) for name, one in sheet.numbers.items()}
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
        campaigns={
            (lever, name): CampaignBoard(one.hits, scaled(one.strain, 100))
            for lever, options in sheet.campaigns.levers.items()
            for name, one in options.items()
        },
        losses=Losses(number["losses.attacker"], number["losses.defender"], number["losses.standing"]),
        intake=Intake(
            attacker=number["intake.attacker"],
            standing=number["intake.standing"],
            worn_from=number["intake.worn-from"],
            worn=number["intake.worn"],
            worn_per=number["intake.worn-per"],
            defender=number["intake.defender"],
            mean=number["intake.mean"],
            back=number["intake.back"],
        ),
        cap=TempoCap(number["cap.most"], number["cap.at-full"], number["cap.full"], number["cap.thin"]),
        ground=_ground(number),
        grid=_grid(sheet, number),
        calendar=_calendar(list(sheet.months.table.values()), int(scenario.frame.starts[5:7] or 1)),
        drift={fields[path]: to_state(path, value) for path, value in sheet.drift.paths.items()},
        noise={fields[path]: to_state(path, value) for path, value in noise.items() if path in fields},
        moods=tuple(
            (places.seat[moods[path]], to_state(path, value))
            for path, value in noise.items()
            if path in moods
        ),
        news=_news(sheet, number, places),
        held=number["start.held"],
        lost=tuple(sheet.lost.get(seat, 0) for seat in places.seat),
        falls=tuple((path, to_state(path, value)) for path, value in sheet.tempo.sector_falls.items()),
        fails=tuple((path, to_state(path, value)) for path, value in sheet.tempo.assault_fails.items()),
    )


def _ground(number: dict[str, int]) -> Ground:
    """The line."""
    return Ground(
        pace=number["ground.pace"],
        attacker=number["ground.attacker"],
        defender=number["ground.defender"],
        country=number["ground.country"],
        region=number["ground.region"],
        region_share=number["ground.region-share"],
        fortress=number["ground.fortress"],
        fortress_from=number["ground.fortress-from"],
        back=number["ground.back"],
        back_from=number["ground.back-from"],
        fade=number["ground.fade"],
    )


def _grid(sheet: WarSheet, number: dict[str, int]) -> Grid:
    """Power: the homes still dark by day follow two half-lives."""
    quick, slow = sheet.numbers["dark.quick-half"].value, sheet.numbers["dark.slow-half"].value
    share = sheet.numbers["dark.quick"].value / 100
    dark = tuple(
        scaled(share * exp2(-day / quick) + (1 - share) * exp2(-day / slow), 10_000)
        for day in range(DAYS + 1)
    )
    return Grid(number["grid.full"], number["grid.repair"], number["grid.cover"], number["grid.cuts"], dark)


def _calendar(months: list[MonthSheet], first: int) -> Calendar:
    """The months, January first."""
    return Calendar(
        first=first,
        gain=tuple(scaled(month.gain, 100) for month in months),
        intake=tuple(scaled(month.intake, 100) for month in months),
        demand=tuple(month.demand for month in months),
    )


def _news(sheet: WarSheet, number: dict[str, int], places: Places) -> NewsRules:
    """The expected path and what surprises are worth."""
    return NewsRules(
        months=number["news.months"],
        kept=number["news.kept"],
        rounds=tuple(sheet.news.rounds),
        expected={
            driver: tuple(scaled(value, DRIVER_SCALES[driver]) for value in values)
            for driver, values in sheet.news.expected.items()
        },
        moves={
            places.seat[seat]: tuple(
                (driver, scaled(move.points, 100), scaled(move.per, DRIVER_SCALES[driver]))
                for driver, move in moves.items()
            )
            for seat, moves in sheet.news.moves.items()
        },
        most=number["news.most"],
    )
