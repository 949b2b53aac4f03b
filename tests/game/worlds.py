"""Worlds and orders for the tests of the war: the flagship's first day, and whatever differs from it."""

from dataclasses import replace
from functools import cache
from pathlib import Path

from tabletop.game.war.model import Effort, World, whole, world_of
from tabletop.scenario.board.board import Board
from tabletop.scenario.board.war import WarRules
from tabletop.scenario.compiler.board import compile_board
from tabletop.scenario.loader import read

SCENARIO = Path(__file__).parents[2] / "scenarios" / "abu-dhabi-2026"
COUNTRY = 603_628
"""Square kilometres."""


@cache
def board() -> Board:
    return compile_board(read(SCENARIO))


def rules() -> WarRules:
    found = board().war
    assert found is not None
    return found


def february(**other: int) -> World:
    """The first day of the flagship."""
    start, war = board().start, rules()
    lost = war.lost
    values = {
        "attacker_force": start.force[war.attacker], "defender_force": start.force[war.defender],
        "attacker_lethality": 10_000, "defender_lethality": 10_000,
        "attacker_lost": lost[war.attacker], "defender_lost": lost[war.defender],
        "attacker_before": lost[war.attacker], "defender_before": lost[war.defender],
        "attacker_joined": 0, "defender_joined": 0, "recruiting": start.recruiting, "momentum": 0,
        "headroom": start.headroom, "support": start.support, "cover": start.air_cover, "grid": start.grid,
        "dark": war.dark, "held": start.held, "ground": war.held, "strain": 0,
        "programme": 10_000, "drones": 0, "missiles": 0, "over": 0,
    }  # fmt: skip
    return world_of(**(values | other))


def orders(tempo: int, month: int, hits: int = 0, points: int = 0) -> Effort:
    nothing = whole(0)
    return Effort(whole(tempo), whole(hits), nothing, whole(points), whole(10_000), nothing, nothing, month)


def usual(world: World) -> World:
    """What the efforts usual on both sides add before a fortnight, apart from drones: the expected path's own (W3.2).

    Twelve of them make of the first day what the path prints for the thirteenth round: air cover 50 to 54 while 3.5 a
    fortnight wear off, support 55 to 65.5, headroom 92 to 90.6 while 0.3 wear off, and an outlook of the defender from
    285,200 to 287,800, though the fortnights lose it some 400 people more than join and the attacker's index rises.
    """
    return replace(
        world,
        cover=world.cover + 383,
        grid=world.grid + 900,
        support=world.support + 88,
        headroom=world.headroom + 18,
        defender_force=world.defender_force + 1_090,
    )


def armed(world: World, growth: float, fortnights: int) -> World:
    """The world with the defender's index at what so much growth a month makes of 100, counter-measures included."""
    return replace(world, defender_lethality=whole(round(10_000 * (1 + growth) ** (fortnights / 2))))
