"""Compiling what belongs to seats: levers, strikes and mandates."""

from collections.abc import Mapping

from tabletop.scenario.board.board import Salvo, SeatBoard
from tabletop.scenario.board.mandates import MandateBoard
from tabletop.scenario.compiler.places import Places
from tabletop.scenario.scenario import Scenario
from tabletop.scenario.sheets.levers import LeverSheet, StrikeChance
from tabletop.scenario.sheets.quantities import hundredths, scaled, to_state
from tabletop.scenario.sheets.rules import Ruleset
from tabletop.vocabulary import Effects, Role


def seats(scenario: Scenario) -> tuple[SeatBoard, ...]:
    """The seats, in the author's order."""
    boards: list[SeatBoard] = []
    for slug, seat in scenario.frame.seats.items():
        levers = scenario.rules.levers.seats[slug]
        options = [
            (lever, name, option) for lever, sheet in levers.items() for name, option in sheet.options.items()
        ]
        boards.append(
            SeatBoard(
                id=slug,
                role=Role(seat.role),
                levers={lever: _choices(sheet) for lever, sheet in levers.items()},
                default_orders=tuple((lever, sheet.default) for lever, sheet in levers.items()),
                strikes={
                    (lever, name): (option.strike.target, _chance(option.strike, scenario.rules))
                    for lever, name, option in options
                    if option.strike
                },
                restraint={
                    (lever, name): scaled(option.strikes_times, 100)
                    for lever, name, option in options
                    if option.strikes_times is not None
                },
                invited=seat.invited,
                campaigns=tuple(
                    (lever, name)
                    for lever, name, option in options
                    if option.strike and option.strike.campaign
                ),
            )
        )
    return tuple(boards)


def _chance(strike: StrikeChance, rules: Ruleset) -> int:
    """The chance, per ten thousand, that a strike falls in a session (S1.1).

    A session stands for some days: with so many salvos a fortnight, one falls on at least one of them.
    """
    if strike.chance is not None:
        return scaled(strike.chance, 100)
    days = rules.numbers["strike.days"].value
    return scaled(1 - (1 - (strike.rate or 0) / 14) ** days, 10_000)


def _choices(lever: LeverSheet) -> Mapping[str, Effects]:
    """What each choice of a lever does, its lines added up."""
    choices: dict[str, Effects] = {}
    for choice, way in lever.choices().items():
        total: dict[str, int] = {}
        for name in way:
            for path, value in lever.options[name].effects.items():
                total[path] = total.get(path, 0) + to_state(path, value)
        choices[choice] = tuple(total.items())
    return choices


def mandates(scenario: Scenario, places: Places) -> tuple[MandateBoard, ...]:
    """The mandates, by seat (rule V2.1)."""
    clauses, roles = scenario.clauses.clauses, scenario.frame.roles
    sheets = scenario.rules.mandates
    boards: list[MandateBoard] = []
    for slug in places.seat:
        sheet = sheets.seats[slug]
        flat = scaled(sheet.collapse.flat, 100)
        territory, guarantee = sheet.collapse.territory, sheet.collapse.guarantee
        boards.append(
            MandateBoard(
                weights=hundredths(sheet.weights, places.clause),
                **sheet.integers(),
                private_die=tuple(scaled(face, 100) for face in sheet.private_die),
                optimism_die=tuple(scaled(face, 100) for face in sheet.optimism_die),
                cards=tuple(hundredths(sheets.cards[card].shift, places.clause) for card in sheet.cards),
                **sheets.integers(),
                collapse=(
                    tuple(
                        flat + scaled(territory.get(name, 0), 100)
                        for name in clauses[roles.territory].options
                    ),
                    hundredths(guarantee, clauses[roles.guarantee].options),
                ),
            )
        )
    return tuple(boards)


def salvo(scenario: Scenario) -> Mapping[str, Salvo]:
    """Strikes by target (rule S1.3)."""
    return {
        target: Salvo(
            drones=sheet.drones,
            missiles=sheet.missiles,
            **sheet.integers(),
            **{f"stop_{kind}": chance for kind, chance in sheet.stop.integers().items()},
            places=tuple(sheet.places),
            tail=sheet.tail,
        )
        for target, sheet in scenario.rules.salvo.targets.items()
    }
