"""Worlds and orders for the tests of the war: the flagship's first day, and whatever differs from it."""

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
    values = {
        "attacker_force": start.force[war.attacker], "defender_force": start.force[war.defender],
        "attacker_lethality": 10_000, "defender_lethality": 10_000,
        "attacker_lost": 15_200, "defender_lost": 6_400, "attacker_before": 15_200, "defender_before": 6_400,
        "attacker_joined": 0, "defender_joined": 0, "recruiting": start.recruiting, "momentum": 0,
        "headroom": start.headroom, "support": start.support, "cover": start.air_cover, "grid": start.grid,
        "dark": 0, "held": start.held, "ground": war.held, "strain": 0,
        "programme": 10_000, "drones": 0, "missiles": 0, "over": 0,
    }  # fmt: skip
    return world_of(**(values | other))


def orders(tempo: int, month: int, hits: int = 0, points: int = 0) -> Effort:
    nothing = whole(0)
    return Effort(whole(tempo), whole(hits), nothing, whole(points), whole(10_000), nothing, nothing, month)
