"""Many worlds of the war at once: the fortnight of play without talks, under given orders.

A fortnight goes as at the table: what was ordered takes effect (T2.5), a sector falls or an assault fails (W2.6), the
fortnight of the model passes (W2), and losses above recruits are heard (W2.9). Reported strikes, cards and moods belong
to the talks and are not in it. A draw is named by its fortnight and its purpose, and the seeds of a longer batch begin
with those of a shorter one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from hashlib import shake_256

import numpy as np

from tabletop.game.core.evolve import start
from tabletop.game.core.price import charges
from tabletop.game.core.quantities import seat_ids
from tabletop.game.war.fortnight import WORLD, effort, with_spent, world_at
from tabletop.game.war.model import LUCK, Effort, Ints, World, bounded, fortnight, luck_of, rounded, whole
from tabletop.game.war.news import CROSSED
from tabletop.game.worth.curves import FACES, normal
from tabletop.lab.held_orders import HeldOrders
from tabletop.scenario.board.board import Board
from tabletop.scenario.board.war import WarRules
from tabletop.vocabulary import Effects

SeatOrders = tuple[tuple[str, str], ...]
"""One option for every lever of a seat."""

NORMAL = whole([normal(face) for face in range(FACES)])
"""A normal draw by the face of the die, thousandths of its spread: the table that play reads."""


@dataclass(frozen=True, slots=True)
class Theatre:
    """A board with a war, and where its effects fall on a world.

    Attributes:
        fields: By path of the state: the field of a world that it is.
    """

    board: Board
    rules: WarRules
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Dice:
    """Draws for so many seeds; none at all for `seeds` 0, where everything comes out in the middle."""

    seeds: int

    def normal(self, place: int, purpose: str) -> Ints:
        """Normal draws of a fortnight, thousandths of their spread."""
        return NORMAL[self._faces(place, purpose, FACES)]

    def happens(self, place: int, purpose: str, share: int) -> Ints:
        """1 for each seed in which something with a chance of `share` per ten thousand happens, else 0."""
        return (self._faces(place, purpose, 10_000) < share).astype(np.int64)

    def _faces(self, place: int, purpose: str, sides: int) -> Ints:
        drawn = shake_256(f"{place}/{purpose}".encode()).digest(4 * self.seeds)
        return np.frombuffer(drawn, dtype="<u4").astype(np.int64) % sides


MIDDLE = Dice(0)
"""No draws: one world, everything in the middle."""


def theatre_of(board: Board, rules: WarRules) -> Theatre:
    """A board with its war."""
    seats = seat_ids(board)
    paths = {
        f"{quantity}.{seats[getattr(rules, side)]}" if side else quantity: name
        for name, (quantity, side) in WORLD.items()
    }
    return Theatre(board, rules, paths)


def first_world(theatre: Theatre) -> World:
    """The world of the scenario's first day."""
    return world_at(start(theatre.board), theatre.rules)


def many(world: World, theatre: Theatre, dice: Dice) -> World:
    """A world for each seed, each with its own worth of the defender's drone programme (W2.8)."""
    worth = rounded(10_000 * luck_of(theatre.rules.drones.worth, dice.normal(0, "programme")))
    spread = {
        one.name: np.broadcast_to(getattr(world, one.name), (dice.seeds,)).copy() for one in fields(World)
    }
    return World(**{**spread, "programme": worth})


def standing(orders: HeldOrders, day: date, board: Board) -> tuple[SeatOrders, ...]:
    """By seat, what stands in a fortnight that begins on a day: a lever that nobody named has its default."""
    return tuple(tuple((dict(seat.default_orders) | orders.on(day, seat.id)).items()) for seat in board.seats)


def ordered(
    theatre: Theatre, orders: Iterable[SeatOrders], month: int, launched: tuple[float, float]
) -> Effort:
    """What orders ask of a fortnight.

    Args:
        theatre: The board and its war.
        orders: By seat.
        month: Month of the year, 1 to 12.
        launched: Factors on drones and missiles, as they were last counted beside what orders ask for.
    """
    chosen = list(orders)
    choices = [choice for seat in chosen for choice in seat]
    asked = with_spent(
        effort(theatre.rules, tempo_ordered(theatre, chosen), choices, month), theatre.board, choices
    )
    drones, missiles = (
        whole(np.rint(kind * factor))
        for kind, factor in zip((asked.drones, asked.missiles), launched, strict=True)
    )
    return replace(asked, drones=drones, missiles=missiles)


def tempo_ordered(theatre: Theatre, orders: Iterable[SeatOrders]) -> str:
    """The option of the lever that sets the tempo."""
    return dict(list(orders)[theatre.rules.attacker])[theatre.rules.lever]


def passed(
    theatre: Theatre,
    world: World,
    orders: tuple[SeatOrders, ...],
    asked: Effort,
    place: int,
    dice: Dice = MIDDLE,
) -> World:
    """The worlds after a fortnight.

    Args:
        theatre: The board and its war.
        world: The worlds before it.
        orders: By seat.
        asked: What they ask of the fortnight.
        place: The fortnight's number, which names its draws.
        dice: Draws for as many seeds as there are worlds; none for the middle.
    """
    board, rules = theatre.board, theatre.rules
    for at, seat in enumerate(board.seats):
        for lever, option in orders[at]:
            world = shifted(theatre, world, seat.levers[lever][option], at)
    world = shifted(theatre, world, board.effects.get("fortnight", ()), -1)
    if not dice.seeds:
        return crossed(theatre, world, fortnight(world, asked, {}, rules))
    tempo, force = rules.tempo[tempo_ordered(theatre, orders)], world.attacker_force
    for how, chance, effects in (("falls", tempo.falls, rules.falls), ("fails", tempo.fails, rules.fails)):
        world = shifted(theatre, world, effects, rules.attacker, dice.happens(place, how, chance))
    failed = np.maximum(0, force - world.attacker_force)
    asked = replace(asked, spent_attacker=asked.spent_attacker + failed)
    noise = {name: dice.normal(place, name) for name in (*rules.noise, *LUCK)}
    return crossed(theatre, world, fortnight(world, asked, noise, rules))


def crossed(theatre: Theatre, before: World, after: World) -> World:
    """Worlds after a fortnight; where losses have passed recruits for the third one running, that is heard (W2.9)."""
    now = ((before.over < CROSSED) & (after.over >= CROSSED)).astype(np.int64)
    return shifted(theatre, after, theatre.board.effects.get("war.crossing", ()), theatre.rules.attacker, now)


def shifted(theatre: Theatre, world: World, effects: Effects, own: int, where: Ints | int = 1) -> World:
    """Worlds after effects, those with 1 in `where`; effects on what is no part of a world fall away."""
    moved: dict[str, Ints] = {}
    for charge in charges(theatre.board, effects, "T2.5", own):
        name = theatre.fields.get(charge.path)
        if name is not None:
            now: Ints = moved[name] if name in moved else getattr(world, name)
            moved[name] = now + charge.change * where
    return bounded(replace(world, **moved)) if moved else world
