"""The fortnight of the war at the table: what orders ask, what chance adds, what is booked (rules W2 and W3).

The arithmetic is in `model` and `news`; this file reads a world off the state, names the draws, and books results.
"""

from tabletop.game.core.quantities import read
from tabletop.game.core.step import Step
from tabletop.game.records import events as e
from tabletop.game.records.state import State
from tabletop.game.strikes.strikes import orders_of
from tabletop.game.war import theatre
from tabletop.game.war.model import Effort, Ints, World, fortnight, month_of, whole, world_of
from tabletop.game.war.news import lines_of
from tabletop.game.worth.curves import FACES, half_even, normal
from tabletop.scenario.board.war import WarRules


def wage(step: Step) -> None:
    """W2.1: sectors fall or assaults fail, a fortnight of the war passes, moods at home drift, news is told."""
    rules = step.board.war
    if rules is None:
        return
    strike_luck(step, rules)
    noise = {name: whole(draw(step, "front", name)) for name in rules.noise}
    book(step, rules, fortnight(world_at(step.state, rules), effort_of(step, rules), noise, rules))
    for seat, spread in rules.moods:
        path = step.path(f"home.audience.{step.seats[seat]}")
        moved = half_even(spread * draw(step, "mood", step.seats[seat]), 1_000)
        step.shift(path, read(step.state, path) + moved, "W2.7")


def strike_luck(step: Step, rules: WarRules) -> None:
    """W2.6: by the tempo ordered, a sector of the line falls, an assault fails, both or neither."""
    attacker = rules.attacker
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


def draw(step: Step, purpose: str, subject: str) -> int:
    """W2.7: a normal draw, thousandths of its spread."""
    return normal(step.roll(purpose, subject, FACES))


def effort_of(step: Step, rules: WarRules) -> Effort:
    """W2.1: what the orders of all seats ask of the fortnight."""
    tempo, hits, strain = 0, 0, 0
    for seat in range(len(step.seats)):
        for choice in orders_of(step, seat):
            if seat == rules.attacker and choice[0] == rules.lever:
                tempo = rules.tempo[choice[1]].tempo
            campaign = rules.campaigns.get(choice)
            if campaign is not None:
                hits += campaign.hits
                strain += campaign.strain
    month = month_of(rules.calendar, step.state.talks.round - 1)
    return Effort(whole(tempo), whole(hits), whole(strain), month)


def world_at(state: State, rules: WarRules) -> World:
    """The world of a state."""
    war, one, other = state.war, rules.attacker, rules.defender
    return world_of(
        attacker_force=war.force[one],
        defender_force=war.force[other],
        attacker_lethality=war.lethality[one],
        defender_lethality=war.lethality[other],
        attacker_lost=war.lost[one],
        defender_lost=war.lost[other],
        attacker_before=war.lost_before[one],
        defender_before=war.lost_before[other],
        attacker_joined=war.joined[one],
        defender_joined=war.joined[other],
        recruiting=war.recruiting,
        momentum=war.momentum,
        headroom=war.headroom,
        support=state.alliance.support,
        cover=war.air_cover,
        grid=war.grid,
        dark=war.dark,
        held=war.held,
        ground=war.ground,
        strain=war.strain,
    )


def book(step: Step, rules: WarRules, after: World) -> None:
    """W2.1: every quantity that the fortnight moved has its new value, as a whole number."""
    one, other = step.seats[rules.attacker], step.seats[rules.defender]
    found: tuple[tuple[str, Ints], ...] = (
        (f"war.force.{one}", after.attacker_force),
        (f"war.force.{other}", after.defender_force),
        (f"war.lethality.{one}", after.attacker_lethality),
        (f"war.lethality.{other}", after.defender_lethality),
        (f"war.lost.{one}", after.attacker_lost),
        (f"war.lost.{other}", after.defender_lost),
        (f"war.lost_before.{one}", after.attacker_before),
        (f"war.lost_before.{other}", after.defender_before),
        (f"war.joined.{one}", after.attacker_joined),
        (f"war.joined.{other}", after.defender_joined),
        ("war.recruiting", after.recruiting),
        ("war.momentum", after.momentum),
        ("war.headroom", after.headroom),
        ("alliance.support", after.support),
        ("war.air_cover", after.cover),
        ("war.grid", after.grid),
        ("war.dark", after.dark),
        ("war.held", after.held),
        ("war.ground", after.ground),
        ("war.strain", after.strain),
    )
    for path, value in found:
        step.shift(step.path(path), int(value), "W2.1")


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
