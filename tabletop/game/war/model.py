"""The war under the talks: what a fortnight does (chapter W2). Arithmetic only: no state, no chance, no words.

Every field of a world is an array of integers in the state's units, and all of them have one shape: `()` for one
world, `(1000,)` for a thousand. Inside, a fortnight counts in float64 with the four operations, square roots, least,
greatest and look-ups; each field is rounded once on the way out, halves to the even number. So a batch gives what its
worlds give one by one, on every machine.

Losses are what the other side claims: killed and badly wounded. Nothing here was measured; see `docs/the-war.md`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace

import numpy as np
from numpy.typing import ArrayLike, NDArray

from tabletop.scenario.board.war import Calendar, WarRules

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

WHOLE = 10_000.0
"""One, per ten thousand."""

SQUARINGS = 10
POWER = 2.0**SQUARINGS
"""How the exponential is made: so many squarings of a small step."""

FORTNIGHTS = 2.0
"""Fortnights of a month; flows are a month's."""


@dataclass(frozen=True, slots=True)
class World:
    """The quantities a fortnight moves.

    Attributes:
        attacker_force, defender_force: People.
        attacker_lethality, defender_lethality: Index of what that side's weapons do to the other, 10,000 for 100.
        attacker_lost, defender_lost: People lost in the last fortnight, as the other side claims.
        attacker_before, defender_before: The same, the fortnight before it.
        attacker_joined, defender_joined: People who joined in the last fortnight.
        recruiting: Factor on the attacker's intake, per ten thousand.
        momentum: Whose way the line moves, per ten thousand, the attacker's above 0.
        headroom: The attacker's fiscal room, per ten thousand.
        support: What the defender can count on from outside, hundredths of a point.
        cover: Share of the need for air defence that is met, per ten thousand.
        grid: The defender's supply of power, MW.
        dark: Homes without power.
        held: Share of the region that the attacker controls, per ten thousand.
        ground: Square kilometres of the country that the attacker controls.
        strain: What both sides feel of the war so far, 10,000 for a fortnight at full tempo.
        programme: What a point of effort brings the defender's drones, 10,000 for the usual; nobody is told.
        drones, missiles: Long-range drones and missiles that the attacker launched in the last fortnight.
        over: Fortnights running in which the attacker lost more than joined it.
    """

    attacker_force: Ints
    defender_force: Ints
    attacker_lethality: Ints
    defender_lethality: Ints
    attacker_lost: Ints
    defender_lost: Ints
    attacker_before: Ints
    defender_before: Ints
    attacker_joined: Ints
    defender_joined: Ints
    recruiting: Ints
    momentum: Ints
    headroom: Ints
    support: Ints
    cover: Ints
    grid: Ints
    dark: Ints
    held: Ints
    ground: Ints
    strain: Ints
    programme: Ints
    drones: Ints
    missiles: Ints
    over: Ints


LEAST: dict[str, int] = {"attacker_lethality": 1_000, "defender_lethality": 1_000, "momentum": -10_000}
"""The least a field can be, where it is not 0."""

MOST: dict[str, int] = {
    "attacker_lethality": 100_000,
    "defender_lethality": 100_000,
    "recruiting": 30_000,
    "momentum": 10_000,
    "headroom": 20_000,
    "support": 10_000,
    "cover": 10_000,
    "grid": 30_000,
    "held": 10_000,
    "programme": 100_000,
}
"""The most a field can be, where that is less than everything."""


@dataclass(frozen=True, slots=True)
class Effort:
    """What orders ask of a fortnight.

    Attributes:
        tempo: The tempo ordered, per ten thousand of the full one.
        hits: MW that campaigns take from the grid, before air cover.
        strain: What campaigns add to the strain, 10,000 for a fortnight at full tempo.
        points: Points of effort that the defender lays on its drones, hundredths.
        counter: The defender's counter-attacks, 10,000 for the usual small ones.
        drones, missiles: Long-range drones and missiles that campaigns launch, in the middle.
        month: Month of the year, 1 to 12, one for all worlds.
        spent_attacker, spent_defender: People whom orders and failed assaults cost; they have left the forces already.
    """

    tempo: Ints
    hits: Ints
    strain: Ints
    points: Ints
    counter: Ints
    drones: Ints
    missiles: Ints
    month: int
    spent_attacker: Ints = field(default_factory=lambda: whole(0))
    spent_defender: Ints = field(default_factory=lambda: whole(0))


Noise = Mapping[str, Ints]
"""By field: a normal draw in thousandths of its spread; a field that is left out has no draw.

Beside the fields with a spread of their own: `forward` and `back`, the luck of attack and of counter-attack.
"""

LUCK = ("forward", "back", "drones", "missiles")
"""Draws that multiply: ground taken, ground taken back, drones and missiles launched."""


def whole(values: ArrayLike) -> Ints:
    """Whole numbers as an array."""
    return np.asarray(values, dtype=np.int64)


def world_of(**values: ArrayLike) -> World:
    """A world from whole numbers, all of one shape or single ones that count for every world."""
    found = {name: whole(value) for name, value in values.items()}
    if not any(value.ndim for value in found.values()):
        return World(**found)
    shape = np.broadcast_shapes(*{value.shape for value in found.values()})
    return World(
        **{n: value if value.shape == shape else np.broadcast_to(value, shape) for n, value in found.items()}
    )


def month_of(calendar: Calendar, passed: int) -> int:
    """The month of the year, 1 to 12, in which a fortnight falls after `passed` of them: two a month (W2.6)."""
    return (calendar.first - 1 + passed // 2) % 12 + 1


def tempo_of(world: World, ordered: Ints, rules: WarRules) -> Floats:
    """The tempo a fortnight has: what was ordered, or less where force and headroom cannot carry it (W2.1)."""
    cap, force = rules.cap, real(world.attacker_force)
    carried = share(whole(cap.at_full)) * force / cap.full * np.sqrt(share(world.headroom))
    carried = carried * np.minimum(1.0, force / cap.thin)
    return np.minimum(share(ordered), np.minimum(cap.most / WHOLE, carried))


def losses_of(world: World, tempo: Floats, rules: WarRules) -> tuple[Floats, Floats]:
    """Losses a month of attacker and defender, as the other side claims, people (W2.2)."""
    losses = rules.losses
    standing = losses.standing / WHOLE
    attacker = losses.attacker * share(world.defender_lethality) * tempo
    defender = losses.defender * share(world.attacker_lethality) * (standing + (1 - standing) * tempo)
    return attacker, defender


def recruits_of(world: World, rules: WarRules) -> Floats:
    """Recruits a month at the factor of now, without season and wear, people (W2.3)."""
    intake = rules.intake
    standing = intake.standing / WHOLE
    paid = standing + (1 - standing) * share(world.headroom)
    return intake.attacker * paid * share(world.recruiting)


def wear_of(world: World, rules: WarRules) -> Floats:
    """What last month's losses leave of recruiting, 0 to 1 (W2.3)."""
    intake = rules.intake
    over: Floats = real(world.attacker_lost) + real(world.attacker_before) - intake.worn_from
    left: Floats = np.maximum(0.0, 1 - intake.worn / WHOLE * np.maximum(0.0, over) / intake.worn_per)
    return left


def assault_of(world: World, rules: WarRules) -> Floats:
    """The force that attacks, 1.0 for the usual one: the attacker's people beside those who hold the line (W2.4).

    Net losses are therefore felt in full where the attack is made: a tenth of the whole army is half of its assault.
    """
    ground = rules.ground
    free = (real(world.attacker_force) - ground.line) / (ground.attacker - ground.line)
    kept: Floats = np.minimum(ground.assault_most / WHOLE, np.maximum(ground.assault_least / WHOLE, free))
    return kept


def pace_of(world: World, rules: WarRules) -> Floats:
    """Gain a month at full tempo, season 1.0, no momentum and middling luck, square kilometres (W2.4).

    It follows the assault force, and falls with the defender's people and with the square root of how much more
    lethal the defender has become.
    """
    ground = rules.ground
    thin = ground.defender / np.maximum(1.0, real(world.defender_force))
    drones = real(world.defender_lethality) / real(world.attacker_lethality)
    return ground.pace * assault_of(world, rules) * thin / np.sqrt(drones)


def gain_of(world: World, tempo: Floats, month: int, rules: WarRules, luck: ArrayLike = 0) -> Floats:
    """Square kilometres a month that the attacker takes, whatever the defender takes back (W2.4).

    Args:
        world: The world.
        tempo: The tempo it has.
        month: Month of the year, 1 to 12.
        rules: The war of the board.
        luck: A normal draw in thousandths of its spread; the middle without one.
    """
    ground = rules.ground
    season = rules.calendar.gain[month - 1] / WHOLE
    return pace_of(world, rules) * tempo * season * (1 + share(world.momentum)) * luck_of(ground.luck, luck)


def back_of(world: World, counter: Ints, rules: WarRules, luck: ArrayLike = 0) -> Floats:
    """Square kilometres a month that the defender takes back: little as a rule, much seldom (W2.4).

    Args:
        world: The world; momentum on the defender's side makes it more, on the attacker's less.
        counter: The defender's counter-attacks, 10,000 for the usual small ones.
        rules: The war of the board.
        luck: A normal draw in thousandths of its spread; the middle without one.
    """
    ground = rules.ground
    leaning = np.maximum(0.0, 1 - ground.counter_momentum / WHOLE * share(world.momentum))
    return ground.counter * share(counter) * leaning * luck_of(ground.counter_luck, luck)


def luck_of(spread: int, draw: ArrayLike) -> Floats:
    """The factor that a normal draw makes of the middle, e to the power of so many spreads (W2.4).

    By four operations alone, so that every machine has the same: a thousandth of the power, then ten squarings.
    """
    power = spread / WHOLE * (np.asarray(draw, dtype=np.float64) / 1_000) / POWER
    factor: Floats = 1 + power + power * power / 2 + power * power * power / 6
    for _ in range(SQUARINGS):
        factor = factor * factor
    return factor


def growth_of(world: World, points: Ints, rules: WarRules) -> Floats:
    """What the defender's drones gain in lethality in a fortnight, counter-measures taken off, 10,000 for 100 (W2.8).

    Effort counts by the hidden worth of the programme and by help from outside; the other side's counter-measures take
    a share of what is above the index of 100.
    """
    drones = rules.drones
    helped = 1 + drones.aid / WHOLE * (real(world.support) - drones.aid_usual) / 1_000
    grown = drones.point * real(points) / 100 * share(world.programme) * np.maximum(0.0, helped)
    lost = drones.catch_up / WHOLE * (real(world.defender_lethality) - WHOLE)
    gain: Floats = grown - lost
    return gain


def struck_of(world: World, hits: Ints, rules: WarRules) -> Floats:
    """What campaigns take from the grid in a fortnight, MW, after air cover (W2.5)."""
    return real(hits) * (1 - rules.grid.cover / WHOLE * share(world.cover))


def cuts_of(grid: Ints, month: int, rules: WarRules) -> Ints:
    """Minutes of power cuts a day: in proportion to the share of the month's demand that is not met (W2.5)."""
    demand = rules.calendar.demand[month - 1]
    return rounded(rules.grid.cuts * np.maximum(0.0, 1 - real(grid) / demand))


def dark_after(homes: Ints, days: int, rules: WarRules) -> Ints:
    """Homes still without power so many days after a strike, 0 to 14: most come back in a day or two (W2.5)."""
    return rounded(real(homes) * (rules.grid.dark[days] / WHOLE))


def fortnight(world: World, effort: Effort, noise: Noise, rules: WarRules) -> World:
    """The world after a fortnight (W2).

    Flows are half a month's and read the world as orders left it; a stock gains exactly what joined and loses exactly
    what was lost. Draws come on top, then every field is kept within its bounds.

    Args:
        world: The world, orders applied.
        effort: What orders ask of it.
        noise: Draws by field; empty for a fortnight without chance.
        rules: The war of the board.
    """
    ground, grid, intake = rules.ground, rules.grid, rules.intake
    tempo = tempo_of(world, effort.tempo, rules)
    attacker_loss, defender_loss = losses_of(world, tempo, rules)
    season = rules.calendar.intake[effort.month - 1] / WHOLE
    recruits = recruits_of(world, rules) * wear_of(world, rules) * season
    forward = gain_of(world, tempo, effort.month, rules, noise.get("forward", 0)) / FORTNIGHTS
    gain = forward - back_of(world, effort.counter, rules, noise.get("back", 0)) / FORTNIGHTS
    belt = np.where(world.held >= ground.fortress_from, ground.fortress / WHOLE, 1.0)
    region = gain * (ground.region_share / WHOLE) * belt
    elsewhere = gain * (1 - ground.region_share / WHOLE)

    lost = np.minimum(world.attacker_force, rounded(attacker_loss / FORTNIGHTS))
    killed = np.minimum(world.defender_force, rounded(defender_loss / FORTNIGHTS))
    joined = rounded(recruits / FORTNIGHTS)
    called = rounded(np.full_like(recruits, intake.defender / FORTNIGHTS))
    after: dict[str, Floats] = {
        "recruiting": back_to(world.recruiting, intake.mean, intake.back),
        "momentum": back_to(world.momentum, 0, ground.fade),
        "grid": back_to(world.grid, grid.full, grid.repair) - struck_of(world, effort.hits, rules),
        "defender_lethality": real(world.defender_lethality) + growth_of(world, effort.points, rules),
        "held": real(world.held) + WHOLE * region / ground.region,
        "ground": np.minimum(float(ground.country), real(world.ground) + region + elsewhere),
        "drones": real(effort.drones) * luck_of(rules.grid.launched_luck, noise.get("drones", 0)),
        "missiles": real(effort.missiles) * luck_of(rules.grid.launched_luck, noise.get("missiles", 0)),
        "strain": real(world.strain) + WHOLE * tempo + real(effort.strain),
    }
    for name, shift in rules.drift.items():
        after[name] = after.get(name, real(getattr(world, name))) + shift
    for name, spread in rules.noise.items():
        if name in noise:
            after[name] = after.get(name, real(getattr(world, name))) + spread * real(noise[name]) / 1_000
    return bounded(
        replace(
            world,
            attacker_force=world.attacker_force + joined - lost,
            defender_force=world.defender_force + called - killed,
            attacker_lost=lost + effort.spent_attacker,
            defender_lost=killed + effort.spent_defender,
            attacker_before=world.attacker_lost,
            defender_before=world.defender_lost,
            attacker_joined=joined,
            defender_joined=called,
            dark=dark_after(world.dark, 14, rules),
            over=np.where(lost + effort.spent_attacker > joined, world.over + 1, 0),
            **{name: rounded(value) for name, value in after.items()},
        )
    )


def back_to(values: Ints, mean: int, speed: int) -> Floats:
    """Values that go back to a mean by so much of the distance, per ten thousand."""
    return real(values) + speed / WHOLE * (mean - real(values))


def bounded(world: World) -> World:
    """A world with every field within its bounds."""
    kept: dict[str, Ints] = {}
    for one in fields(world):
        values: Ints = np.maximum(getattr(world, one.name), LEAST.get(one.name, 0))
        kept[one.name] = np.minimum(values, MOST[one.name]) if one.name in MOST else values
    return World(**kept)


def real(values: Ints) -> Floats:
    """Whole numbers as floats."""
    return values.astype(np.float64)


def share(values: Ints) -> Floats:
    """Ten-thousandths as floats."""
    return real(values) / WHOLE


def rounded(values: Floats) -> Ints:
    """To whole numbers, halves to the even one."""
    return np.rint(values).astype(np.int64)
