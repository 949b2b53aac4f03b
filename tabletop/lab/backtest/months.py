"""A war month by month: forecasts of each month from its start, and a run that goes on by itself.

A month is two fortnights, from the first and from the sixteenth. Its forecast begins in the world of its first day:
the run of the standing order with everything in the middle, put right by what the record has of earlier months
(`Known`). Draws begin with the month, so the band is that of one month ahead.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import numpy as np

from tabletop.game.war.model import FORTNIGHTS, WHOLE, Effort, Floats, World, tempo_of, whole
from tabletop.lab.backtest.worlds import MIDDLE, Dice, Theatre, many, ordered, passed, standing
from tabletop.lab.held_orders import HeldOrders
from tabletop.scenario.sheets.record import FigureId

Month = int
"""Months since the year 0, January of it being 0."""

Figures = dict[FigureId, Floats]
"""What a month came to, by figure, one value a seed."""

FIRST_DAYS = (1, 16)
"""Days of a month on which its fortnights begin."""


def month_named(name: str) -> Month:
    """The month of YYYY-MM or YYYY-MM-DD."""
    return int(name[:4]) * 12 + int(name[5:7]) - 1


def name_of(month: Month) -> str:
    """YYYY-MM."""
    return f"{month // 12:04d}-{month % 12 + 1:02d}"


@dataclass(frozen=True, slots=True)
class Known:
    """What earlier months of a record say of the world, for the run that forecasts begin in.

    Attributes:
        told: By month and figure: the recorded value.
        anchors: By month: fields of the world, in its units, as they are thought to have stood as it began.
        held: Whether the defender's drones are taken as at the start until a month's losses were told.
    """

    told: Mapping[Month, Mapping[FigureId, float]] = field(
        default_factory=dict[Month, Mapping[FigureId, float]]
    )
    anchors: Mapping[Month, Mapping[str, int]] = field(default_factory=dict[Month, Mapping[str, int]])
    held: bool = False


NOTHING = Known()
"""Nothing but the first day."""


@dataclass(frozen=True, slots=True)
class War:
    """A war to be run.

    Attributes:
        begins: The month in which `first` is the world.
        orders: What stands when.
    """

    theatre: Theatre
    first: World
    begins: Month
    orders: HeldOrders


@dataclass(frozen=True, slots=True)
class Opening:
    """The world of a month's first day, and what is known to be launched against what orders ask for."""

    world: World
    launched: tuple[float, float] = (1.0, 1.0)


def openings(war: War, last: Month, known: Known = NOTHING) -> dict[Month, Opening]:
    """By month up to `last`: the world in which it begins, in the middle of what could be."""
    found: dict[Month, Opening] = {}
    world, launched, held = war.first, (1.0, 1.0), known.held
    for month in range(war.begins, last + 1):
        world = replace(world, **{name: whole(value) for name, value in known.anchors.get(month, {}).items()})
        if held:
            world = replace(world, defender_lethality=war.first.defender_lethality)
        found[month] = Opening(world, launched)
        told = known.told.get(month, {})
        asked = efforts(war, month)
        tempo = float(np.mean([tempo_of(world, one.tempo, war.theatre.rules) for one in asked]))
        launched = (
            level(told, "drones", [one.drones for one in asked], launched[0]),
            level(told, "missiles", [one.missiles for one in asked], launched[1]),
        )
        world, _ = month_passed(war, found[month], month, power=told.get("power"))
        if "losses" in told and tempo > 0:
            index = WHOLE * told["losses"] / (war.theatre.rules.losses.attacker * tempo)
            world, held = replace(world, defender_lethality=whole(round(index))), False
    return found


def level(told: Mapping[FigureId, float], figure: FigureId, asked: Sequence[object], before: float) -> float:
    """What was counted of a month beside what orders asked for; the level of before where it is not known."""
    middle = float(np.sum([np.asarray(one, dtype=np.float64) for one in asked]))
    return told[figure] / middle if figure in told and middle > 0 else before


def efforts(war: War, month: Month, launched: tuple[float, float] = (1.0, 1.0)) -> list[Effort]:
    """What the orders of a month ask of its two fortnights."""
    return [
        ordered(war.theatre, standing(war.orders, day, war.theatre.board), month % 12 + 1, launched)
        for day in days_of(month)
    ]


def days_of(month: Month) -> list[date]:
    """The days on which a month's fortnights begin."""
    return [date(month // 12, month % 12 + 1, day) for day in FIRST_DAYS]


def month_passed(
    war: War, opening: Opening, month: Month, dice: Dice = MIDDLE, power: float | None = None
) -> tuple[World, Figures]:
    """The worlds after a month, and what it came to.

    Args:
        war: The war.
        opening: Where it begins; as many worlds as `dice` has seeds.
        month: The month.
        dice: Its draws; none for the middle.
        power: The supply that was told for the middle of the month, MW: the world goes on from it.
    """
    world = opening.world
    half: list[World] = []
    for at, (day, asked) in enumerate(
        zip(days_of(month), efforts(war, month, opening.launched), strict=True)
    ):
        orders = standing(war.orders, day, war.theatre.board)
        world = passed(war.theatre, world, orders, asked, int(FORTNIGHTS) * month + at, dice)
        half.append(world)
        if at == 0 and power is not None:
            world = replace(world, grid=whole(round(power)))
    first, second = half
    return world, {
        "ground": floats(second.ground - opening.world.ground),
        "losses": floats(first.attacker_lost + second.attacker_lost),
        "recruits": floats(first.attacker_joined + second.attacker_joined),
        "drones": floats(first.drones + second.drones),
        "missiles": floats(first.missiles + second.missiles),
        "power": floats(first.grid),
    }


def floats(values: object) -> Floats:
    """Whole numbers as floats."""
    return np.asarray(values, dtype=np.float64)


def forecasts(war: War, months: Sequence[Month], seeds: int, known: Known) -> dict[Month, Figures]:
    """Each month from its own first day."""
    dice, begun = Dice(seeds), openings(war, max(months), known)
    found: dict[Month, Figures] = {}
    for month in months:
        opening = replace(begun[month], world=many(begun[month].world, war.theatre, dice))
        found[month] = month_passed(war, opening, month, dice)[1]
    return found


def free_run(war: War, months: Sequence[Month], seeds: int, known: Known) -> dict[Month, Figures]:
    """All months in one run, from the first day of the first of them."""
    dice = Dice(seeds)
    opening = openings(war, months[0], known)[months[0]]
    world = many(opening.world, war.theatre, dice)
    found: dict[Month, Figures] = {}
    for month in range(months[0], max(months) + 1):
        world, found[month] = month_passed(war, replace(opening, world=world), month, dice)
    return found


def between(anchors: Mapping[Month, Mapping[str, int]]) -> dict[Month, dict[str, int]]:
    """Anchors by month and field, with the straight line between each two of a field."""
    found: dict[Month, dict[str, int]] = {}
    for name in {name for one in anchors.values() for name in one}:
        at = sorted(month for month, one in anchors.items() if name in one)
        for month in range(at[0], at[-1] + 1):
            value = np.interp(month, at, [anchors[one][name] for one in at])
            found.setdefault(month, {})[name] = round(float(value))
    return found
