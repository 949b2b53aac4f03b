"""Rounds: news, sealed orders, convening, the fortnight after a session (rules T2 and W1)."""

from tabletop.errors import Refusal
from tabletop.game.calendar.truce_compliance import hold_orders
from tabletop.game.commitments import verdicts
from tabletop.game.core.floor import answered, spend_free
from tabletop.game.core.quantities import read
from tabletop.game.core.rule import Rule, Who, no
from tabletop.game.core.sight import Sight
from tabletop.game.core.step import WHOLE, Step
from tabletop.game.leverage.pressure import cost_in, pass_deadline
from tabletop.game.records import events as e
from tabletop.game.records.menu import Box, Levers
from tabletop.game.records.moves import Convene, Orders
from tabletop.game.strikes import estimates, evidence
from tabletop.game.strikes.strikes import orders_of, truce_forbids
from tabletop.game.text import refused_texts
from tabletop.game.text.consent_sheet import open_consent
from tabletop.game.war import theatre
from tabletop.game.war.fortnight import tell_news, wage
from tabletop.scenario.board.board import Board, CardBoard, SeatBoard
from tabletop.vocabulary import Effects, Phase


def open_round(step: Step) -> None:
    """T2.1: a round opens with news, and every seat owes its orders."""
    count = len(step.seats)
    step.emit(e.RoundOpened(rule="T2.1", round=step.state.talks.round + 1))
    draw_news(step)
    step.set(
        "T2.2",
        awaiting=(1 << count) - 1,
        free_left=(step.number("free.a-sitting"),) * count,
        sitting=0,
        floor=-1,
    )


def draw_news(step: Step) -> None:
    """W1.2: scheduled cards fall in their round, conditional ones when their condition holds, one is drawn."""
    now = step.state.talks.round
    for card in step.board.cards:
        if card.kind == "scheduled" and falls_in(step, card) == now:
            card_falls(step, card)
    for card in step.board.cards:
        if card.kind == "conditional" and may_fall(step, card) and holds(step, card):
            card_falls(step, card)
            break
    drawn = tuple(card for card in step.board.cards if card.kind == "random" and may_fall(step, card))
    total = sum(card.weight for card in drawn)
    if total:
        left = step.roll("news", "deck", total)
        for card in drawn:
            if left < card.weight:
                card_falls(step, card)
                break
            left -= card.weight


def falls_in(step: Step, card: CardBoard) -> int:
    """W1.2: the round a scheduled card falls in, drawn once for the match from the rounds its author gave."""
    first, last = card.rounds
    return first + step.dice(f"0.0.0/card-round/{card.id}/0", last - first + 1)


def may_fall(step: Step, card: CardBoard) -> bool:
    """W1.2: whether a card may still fall."""
    return not (card.once and card.id in step.state.sealed.deck)


def holds(step: Step, card: CardBoard) -> bool:
    """W1.2: whether the condition of a card holds."""
    if card.condition is None:
        return False
    text, sense, value = card.condition
    now = read(step.state, step.path(text))
    return now >= value if sense == "at-least" else now <= value


def card_falls(step: Step, card: CardBoard) -> None:
    """W1.2: a card falls and has its effects."""
    step.emit(e.NewsCame(rule="W1.2", card=card.id))
    step.apply(card.effects, "W1.2")
    theatre.hear_card(step, card.id)


def fall_injects(step: Step) -> None:
    """T10.2: injects fall at a seam."""
    for name in step.state.sealed.injects:
        card_falls(step, next(card for card in step.board.cards if card.id == name))


def orders_form(board: Board, sight: Sight) -> tuple[Box, ...] | Refusal:
    """T2.2: each seat seals one option a lever; T2.4: what costs capital must be affordable.

    Sealed orders may be changed until the session is convened, each change for a free move.
    """
    talks = sight.talks
    if sight.mine is None:
        return no("not-a-seat", "T1.3")
    seat = board.seats[sight.seat]
    if sight.mine.orders and talks.free_left[sight.seat] < 1:
        return no("no-free-moves-left", "T2.2")
    return tuple(
        Box("orders", "T2.2", "own", 0, 1, (Levers("choices", levers),))
        for levers in affordable(seat, tuple(seat.levers), sight.mine.capital)
    )


Menu = tuple[tuple[str, tuple[str, ...]], ...]


def lever_price(seat: SeatBoard, effects: Effects) -> int:
    """T2.4: what an option takes from the seat's own capital; what it gives does not count before it is there."""
    return cost_in(effects, f"alliance.capital.{seat.id}")


def affordable(seat: SeatBoard, names: tuple[str, ...], capital: int) -> tuple[Menu, ...]:
    """T2.4: menus of levers whose every combination the capital can pay for, disjoint and complete."""
    most = sum(
        max((lever_price(seat, effects) for effects in seat.levers[name].values()), default=0)
        for name in names
    )
    if most <= capital or not names:
        return (tuple((name, tuple(seat.levers[name])) for name in names),)
    first, rest = names[0], names[1:]
    menus: list[Menu] = []
    by_rest: dict[tuple[Menu, ...], list[str]] = {}
    for option, effects in seat.levers[first].items():
        cost = lever_price(seat, effects)
        if cost <= capital:
            by_rest.setdefault(affordable(seat, rest, capital - cost), []).append(option)
    for tails, options in by_rest.items():
        menus += [((first, tuple(options)), *tail) for tail in tails]
    return tuple(menus)


def decide_orders(step: Step, move: Orders) -> None:
    """T2.2: the orders lie under seal; T2.3: when all are in, the mediator may convene."""
    if step.state.sealed.orders[step.mover]:
        spend_free(step, "T2.2")
    step.emit(e.OrdersSealed(seen=step.mask(step.mover), rule="T2.2", seat=step.seat, choices=move.choices))
    if all(step.state.sealed.orders):
        step.set("T2.3", awaiting=1 << step.board.mediator)
    else:
        answered(step, "T2.2")


def convene_form(board: Board, sight: Sight) -> tuple[Box, ...] | Refusal:
    """T2.3: the mediator convenes when every seat has sealed its orders."""
    talks = sight.talks
    if sight.mine is None or not sight.mine.orders or talks.awaiting != 1 << board.mediator:
        return no("orders-still-owed", "T2.3")
    return (Box("convene", "T2.3", "public", 0, 1, ()),)


def decide_convene(step: Step, _move: Convene) -> None:
    """T2.3: the session begins; the first sitting is opened by the table."""
    step.emit(e.Convened(rule="T2.3", by=step.seat))
    open_consent(step)
    step.fire("convene", "T2.3")
    step.set("T2.3", awaiting=0, floor=-1, passed=0)


def run_interval(step: Step) -> None:
    """T2.5: the fortnight after a session, in this order, and then the next round or the end."""
    pass_deadline(step)
    count_faith(step)
    ease_pressure(step)
    hold_orders(step)
    open_orders(step)
    evidence.inspect(step)
    run_truce(step)
    step.act("fortnight", "W1.1")
    wage(step)
    stay_away(step)
    fade_moods(step)
    tell_news(step)
    refused_texts.lift(step)
    verdicts.judge_due(step)
    theatre.run_claims(step)
    estimates.learn(step)
    for trigger in ("break-off", "next-round", "expire"):
        step.fire(trigger, "T2.6")
    phase = step.state.talks.phase
    if phase == Phase.SCHEDULED:
        open_round(step)
        return
    verdicts.lapse(step)
    by = "deadline" if step.state.talks.overdue else "patience" if phase == Phase.COLLAPSED else "time"
    step.emit(e.MatchEnded(rule="T2.6", how=phase.value, by=by))


def count_faith(step: Step) -> None:
    """T7.12: a party without a concession in two sessions running costs patience; an interim text starts it anew."""
    text = step.state.text
    still = tuple(
        0
        if seat not in step.board.parties or text.conceded >> seat & 1 or text.truce is not None
        else text.still[seat] + 1
        for seat in range(len(step.seats))
    )
    step.emit(e.FaithCounted(rule="T7.12", still=still))
    for seat in step.board.parties:
        if still[seat] >= step.number("idle.sessions"):
            for _ in range(step.board.format.sittings):
                step.act("idle", "T7.12", own=seat)


def ease_pressure(step: Step) -> None:
    """T7.15: pressure that passes loses a share a round, before the orders of the round add to it."""
    if "lean.fade" not in step.board.numbers:
        return
    for at, pressed in enumerate(step.state.alliance.passing):
        path = step.path(f"alliance.passing.{step.seats[at]}")
        step.shift(path, pressed - pressed * step.number("lean.fade") // WHOLE, "T7.15")


def open_orders(step: Step) -> None:
    """T2.5: sealed orders take effect, in the order of seats."""
    for at, seat in enumerate(step.board.seats):
        choices = orders_of(step, at)
        step.emit(e.OrdersOpened(seen=step.mask(at), rule="T2.5", seat=seat.id, choices=choices))
        for lever, option in choices:
            step.apply(seat.levers[lever][option], "T2.5", own=at)
        if step.state.sealed.retaliation[at] and not retaliates(step, seat.id):
            step.emit(e.Retaliating(seen=0, rule="S2.6", seat=seat.id, to=0))


def retaliates(step: Step, seat: str) -> bool:
    """S2.6: whether a seat chose to retaliate in the session that just ended; it counts in the next one."""
    return any(
        isinstance(line.event, e.AnswersOpened) and (seat, "retaliate") in line.event.answers
        for line in step.this_round()
    )


def run_truce(step: Step) -> None:
    """T8.5: a fortnight of an interim text is kept, or broken by a side whose orders it forbids."""
    truce = step.state.text.truce
    if truce is None:
        return
    for at in step.board.parties:
        seat = step.board.seats[at]
        targets = [seat.strikes[choice][0] for choice in orders_of(step, at) if choice in seat.campaigns]
        if any(truce_forbids(truce.scope, target) for target in targets):
            step.emit(e.TruceRan(rule="T8.5", how="broken", by=step.seats[at], rounds=0))
            step.act("truce.broken", "T8.5", own=at)
            return
    step.emit(e.TruceRan(rule="T8.5", how="kept", by="", rounds=truce.rounds - 1))
    step.act("truce.kept", "T8.5")


def stay_away(step: Step) -> None:
    """T7.4: each further session out of the room costs the one who left."""
    talks = step.state.talks
    absent = tuple(talks.absent[at] + 1 if talks.until[at] else 0 for at in range(len(step.seats)))
    step.set("T7.4", absent=absent)
    for at, sessions in enumerate(absent):
        if sessions > 1:
            step.act("walk-out.stays", "T7.4", own=at)


def fade_moods(step: Step) -> None:
    """V2.3: moods at home fade, and so does hope, which takes the alternative down with it."""
    home = step.state.home
    for at, name in enumerate(step.seats):
        mood = home.audience[at]
        less = abs(mood) * step.number("home.fade") // WHOLE
        step.shift(step.path(f"home.audience.{name}"), mood - less if mood > 0 else mood + less, "V2.3")
        hope = home.optimism[at]
        lost = hope * step.number("optimism.fade") // WHOLE
        step.shift(step.path(f"home.optimism.{name}"), hope - lost, "V2.3")
        step.shift(step.path(f"home.alternative.{name}"), home.alternative[at] - lost, "V2.3")
    if step.state.talks.round and not any(
        paper.kind == "strike" and paper.round == step.state.talks.round for paper in step.state.papers
    ):
        step.shift(step.path("war.struck"), 0, "S1.1")


RULES: dict[str, Rule] = {
    "orders": Rule("T2.2", orders_form, decide_orders, (Phase.SCHEDULED,)),
    "convene": Rule("T2.3", convene_form, decide_convene, (Phase.SCHEDULED,), Who.MEDIATOR),
}
