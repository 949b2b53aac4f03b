"""The fortnight of the war at the table: what orders ask, what chance adds, what is booked (rules W2 and W3).

The arithmetic is in `model` and `news`; this file reads a world off the state, names the draws, and books results.
"""

from collections.abc import Iterable
from dataclasses import replace

from tabletop.game.core.quantities import read
from tabletop.game.core.step import Step
from tabletop.game.records import events as e
from tabletop.game.records.state import State
from tabletop.game.strikes.strikes import orders_of
from tabletop.game.war import theatre
from tabletop.game.war.model import (
    FORTNIGHTS,
    LUCK,
    WHOLE,
    Effort,
    Ints,
    Noise,
    World,
    back_of,
    cuts_of,
    fortnight,
    gain_of,
    luck_of,
    month_of,
    rounded,
    struck_of,
    tempo_of,
    whole,
    world_of,
)
from tabletop.game.war.news import CROSSED, lines_of
from tabletop.game.worth.curves import FACES, half_even, normal
from tabletop.scenario.board.board import Board
from tabletop.scenario.board.war import WarRules

WORLD: dict[str, tuple[str, str]] = {
    "attacker_force": ("war.force", "attacker"),
    "defender_force": ("war.force", "defender"),
    "attacker_lethality": ("war.lethality", "attacker"),
    "defender_lethality": ("war.lethality", "defender"),
    "attacker_lost": ("war.lost", "attacker"),
    "defender_lost": ("war.lost", "defender"),
    "attacker_before": ("war.lost_before", "attacker"),
    "defender_before": ("war.lost_before", "defender"),
    "attacker_joined": ("war.joined", "attacker"),
    "defender_joined": ("war.joined", "defender"),
    "recruiting": ("war.recruiting", ""),
    "momentum": ("war.momentum", ""),
    "headroom": ("war.headroom", ""),
    "support": ("alliance.support", ""),
    "cover": ("war.air_cover", ""),
    "grid": ("war.grid", ""),
    "dark": ("war.dark", ""),
    "held": ("war.held", ""),
    "ground": ("war.ground", ""),
    "strain": ("war.strain", ""),
    "programme": ("war.programme", ""),
    "drones": ("war.drones", ""),
    "missiles": ("war.missiles", ""),
    "over": ("war.over", ""),
}
"""By field of a world: the quantity of the state that it is, and whose; empty for what belongs to no side."""


def wage(step: Step) -> None:
    """W2.1: sectors fall or assaults fail, a fortnight of the war passes, moods at home drift, news is told."""
    rules = step.board.war
    if rules is None:
        return
    failed = strike_luck(step, rules)
    noise = {name: whole(draw(step, "front", name)) for name in (*rules.noise, *LUCK)}
    before = world_at(step.state, rules)
    asked = effort_of(step, rules)
    asked = replace(asked, spent_attacker=asked.spent_attacker + failed)
    after = fortnight(before, asked, noise, rules)
    book(step, rules, after)
    tell_fortnight(step, rules, before, after)
    tell_orders(step, rules, before, after, asked, noise)
    for seat, spread in rules.moods:
        path = step.path(f"home.audience.{step.seats[seat]}")
        moved = half_even(spread * draw(step, "mood", step.seats[seat]), 1_000)
        step.shift(path, read(step.state, path) + moved, "W2.7")


def strike_luck(step: Step, rules: WarRules) -> int:
    """W2.6: by the tempo ordered, a sector of the line falls, an assault fails, both or neither.

    Returns:
        The people whom it cost the attacker.
    """
    attacker, force = rules.attacker, step.state.war.force[rules.attacker]
    ordered = rules.tempo[dict(orders_of(step, attacker))[rules.lever]]
    for how, chance, effects in (
        ("falls", ordered.falls, rules.falls),
        ("fails", ordered.fails, rules.fails),
    ):
        if step.happens("sector", how, chance):
            step.emit(e.FrontMoved(rule="W2.6", seat=step.seats[attacker], how=how))
            step.apply(effects, "W2.6", own=attacker)
            if how == "falls":
                theatre.fall_in_fighting(step, attacker)
    return max(0, force - step.state.war.force[attacker])


def draw(step: Step, purpose: str, subject: str) -> int:
    """W2.7: a normal draw, thousandths of its spread."""
    return normal(step.roll(purpose, subject, FACES))


def effort_of(step: Step, rules: WarRules) -> Effort:
    """W2.1: what the orders of all seats ask of the fortnight."""
    choices = [choice for seat in range(len(step.seats)) for choice in orders_of(step, seat)]
    tempo = dict(orders_of(step, rules.attacker))[rules.lever]
    asked = effort(rules, tempo, choices, month_of(rules.calendar, step.state.talks.round - 1))
    return with_spent(asked, step.board, choices)


def effort(rules: WarRules, tempo: str, choices: Iterable[tuple[str, str]], month: int) -> Effort:
    """W2.1: what orders add up to: the tempo of the attacker, and the campaigns of everybody."""
    found = [rules.campaigns[choice] for choice in choices if choice in rules.campaigns]
    return Effort(
        tempo=whole(rules.tempo[tempo].tempo),
        hits=whole(sum(one.hits for one in found)),
        strain=whole(sum(one.strain for one in found)),
        points=whole(sum(one.points for one in found)),
        counter=whole(10_000 + sum(one.counter for one in found)),
        drones=whole(sum(one.drones for one in found)),
        missiles=whole(sum(one.missiles for one in found)),
        month=month,
    )


def with_spent(asked: Effort, board: Board, choices: Iterable[tuple[str, str]]) -> Effort:
    """W2.2: the same with the people whom the orders themselves cost both forces; they count among the losses."""
    rules = board.war
    if rules is None:
        return asked
    chosen = frozenset(choices)
    effects = [
        effect
        for seat in board.seats
        for lever, options in seat.levers.items()
        for option, found in options.items()
        if (lever, option) in chosen
        for effect in found
    ]

    def cost(seat: int) -> Ints:
        """The people whom the orders cost a seat's force."""
        path = f"war.force.{board.seats[seat].id}"
        return whole(-sum(min(0, by) for where, by in effects if where == path))

    return replace(asked, spent_attacker=cost(rules.attacker), spent_defender=cost(rules.defender))


def seal_programme(step: Step) -> None:
    """W2.8: at the deal the worth of the defender's drone programme is drawn, and lies under seal."""
    rules = step.board.war
    if rules is None:
        return
    worth = luck_of(rules.drones.worth, normal(step.roll("programme", "worth", FACES)))
    step.shift(step.path("war.programme"), int(rounded(10_000 * worth)), "W2.8")


def world_at(state: State, rules: WarRules) -> World:
    """The world of a state."""

    def value(quantity: str, side: str) -> int:
        """A quantity as it stands, of its side where it belongs to one."""
        chapter, field = quantity.split(".")
        found = getattr(getattr(state, chapter), field)
        return int(found[getattr(rules, side)] if side else found)

    return world_of(**{name: value(*where) for name, where in WORLD.items()})


def book(step: Step, rules: WarRules, after: World) -> None:
    """W2.1: every quantity that the fortnight moved has its new value, as a whole number."""
    for name, (quantity, side) in WORLD.items():
        path = f"{quantity}.{step.seats[getattr(rules, side)]}" if side else quantity
        step.shift(step.path(path), int(getattr(after, name)), "W2.1")


def tell_fortnight(step: Step, rules: WarRules, before: World, after: World) -> None:
    """W2.9: the same figures each fortnight, in public; a third one running with more losses than recruits is news."""
    attacker, defender = step.seats[rules.attacker], step.seats[rules.defender]
    step.shift(step.path("war.recruits"), int(after.attacker_joined), "W2.9")
    step.emit(
        e.FortnightTold(
            rule="W2.9",
            attacker=attacker,
            defender=defender,
            ground=int(after.ground - before.ground),
            lost=int(after.attacker_lost),
            recruits=int(after.attacker_joined),
            drones=int(after.drones),
            missiles=int(after.missiles),
            grid=int(after.grid),
            dark=int(after.dark),
            support=int(after.support),
            estimate=int(after.defender_lost),
            cuts=int(cuts_of(after.grid, month_of(rules.calendar, step.state.talks.round), rules)),
        )
    )
    if int(before.over) < CROSSED <= int(after.over):
        step.emit(e.LossesPassed(rule="W2.9", seat=attacker, by=defender))
        step.act("war.crossing", "W2.9", own=rules.attacker)


def tell_orders(
    step: Step, rules: WarRules, before: World, after: World, asked: Effort, noise: Noise
) -> None:
    """W2.10: each seat hears alone what its own orders did: what they do for certain, and what came of them."""
    tempo = tempo_of(before, asked.tempo, rules)
    for at, seat in enumerate(step.board.seats):
        choices = orders_of(step, at)
        did: dict[str, int] = {}
        for lever, option in choices:
            for path, by in seat.levers[lever][option]:
                did[path] = did.get(path, 0) + by
        own = [rules.campaigns[choice] for choice in choices if choice in rules.campaigns]
        if at == rules.attacker:
            taken = gain_of(before, tempo, asked.month, rules, noise.get("forward", 0)) / FORTNIGHTS
            did |= {
                "tempo": int(rounded(WHOLE * tempo)),
                "taken": int(rounded(taken)),
                "spent": int(asked.spent_attacker),
            }
        if at == rules.defender:
            back = back_of(before, asked.counter, rules, noise.get("back", 0)) / FORTNIGHTS
            did |= {
                "taken-back": int(rounded(back)),
                "index": int(after.defender_lethality - before.defender_lethality),
                "index-now": int(after.defender_lethality),
                "spent": int(asked.spent_defender),
            }
        if hits := whole(sum(one.hits for one in own)):
            did["hits"] = 100 * int(rounded(struck_of(before, hits, rules) / 100))
        told = tuple((name, by) for name, by in did.items() if by)
        if told:
            step.emit(e.OrdersTold(seen=step.mask(at), rule="W2.10", seat=seat.id, did=told))


def tell_news(step: Step) -> None:
    """W3.2: what differs from the expected path moves the alternatives; each party sees its own lines."""
    rules = step.board.war
    if rules is None:
        return
    lines = lines_of(world_at(step.state, rules), step.state.talks.round + 1, rules)
    for seat in sorted(lines):
        before = step.state.home.news[seat]
        if lines[seat] == before:
            continue
        name = step.seats[seat]
        change = sum(worth for _, worth in lines[seat]) - sum(worth for _, worth in before)
        step.emit(
            e.AlternativeMoved(seen=step.mask(seat), rule="W3.2", seat=name, change=change, lines=lines[seat])
        )
        path = step.path(f"home.alternative.{name}")
        step.shift(path, read(step.state, path) + change, "W3.2")
