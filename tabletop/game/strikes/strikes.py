"""Strikes that break into the talks, and the answers to them (chapter S)."""

from tabletop.errors import Refusal
from tabletop.game.core.floor import answered
from tabletop.game.core.price import Price, charges
from tabletop.game.core.rule import Rule, is_in, no, open_clauses
from tabletop.game.core.sight import Sight
from tabletop.game.core.step import WHOLE, Step
from tabletop.game.records import events as e
from tabletop.game.records.menu import Box, Pick
from tabletop.game.records.moves import AnswerStrike
from tabletop.game.records.papers import Offer, StrikePaper
from tabletop.game.records.state import State
from tabletop.game.strikes import evidence
from tabletop.scenario.board.board import Board, Salvo
from tabletop.scenario.board.doubt import Weights
from tabletop.vocabulary import EVERYONE, Phase

ALL_ANSWERS = ("go-on", "protest", "condemn", "pass")
"""S2.1: open to a seat without a stake."""

PARTY_ANSWERS = ("go-on", "protest", "condemn", "truce", "retaliate")
"""S2.1: open to the party that was struck; it may also suspend."""

ACCUSED_ANSWERS = ("deny", "regret", "blame")
"""S2.3: open to the one accused, who answers second."""

ANSWERS = tuple(dict.fromkeys((*ALL_ANSWERS, *PARTY_ANSWERS, "suspend", *ACCUSED_ANSWERS)))
"""Every answer to a strike; each is a named effect."""

QUIET = frozenset({"go-on", "pass"})
"""S2.3: answers that accuse nobody."""

MISSILE = 8
"""S1.3: a missile that leaks through counts as this many drones (game value)."""


def orders_of(step: Step, seat: int) -> tuple[tuple[str, str], ...]:
    """T2.5: the orders a seat sealed for this fortnight, or those that stand."""
    return step.state.sealed.orders[seat] or step.state.sealed.standing[seat]


def chance_of(step: Step, seat: int) -> tuple[str, int]:
    """S1.1: target and chance, per ten thousand, of a strike by a seat in this session, from its sealed orders."""
    board = step.board.seats[seat]
    orders = orders_of(step, seat)
    target, share = next(
        (board.strikes[choice] for choice in orders if choice in board.strikes), ("military", 0)
    )
    for choice in orders:
        share = share * board.restraint.get(choice, WHOLE) // WHOLE
    truce = step.state.text.truce
    if (
        truce is not None
        and truce_forbids(truce.scope, target)
        and way_of_keeping(step.state, seat) != "breach"
    ):
        return target, 0
    return target, min(WHOLE, share + step.state.sealed.retaliation[seat])


def way_of_keeping(state: State, seat: int) -> str:
    """T8.7: what a seat sealed beside its orders for this fortnight: *comply*, *look-away* or *breach*."""
    return (state.sealed.comply[seat] if state.sealed.comply else "") or "comply"


def truce_forbids(scope: int, target: str) -> bool:
    """T8.5: energy truces (1) cover power and refineries, long-range truces (2) every target."""
    return scope >= 2 or target in {"energy", "refineries"}


SINGLE = "single"
"""S1.7: the target of an event at a single site."""


def maybe_strike(step: Step, seam: int, seams: int) -> bool:
    """S1.1, S1.7: at a seam between two sittings at most one strike is reported; so many sessions running at most.

    Args:
        step: The step.
        seam: The seam, from 1.
        seams: Seams of the session; the chance of the session falls evenly on them.
    """
    state = step.state
    talked = any(
        isinstance(paper, StrikePaper) and paper.round == state.talks.round for paper in state.papers
    )
    if talked or state.war.struck >= step.number("strike.running"):
        return False
    for seat in step.board.parties:
        target, share = chance_of(step, seat)
        odds = dict(state.sealed.odds)
        share = odds.get(seat, at_seam(share, seam, seams))
        if step.happens("strike", step.seats[seat], share):
            if seat in odds:
                step.emit(e.OddsSet(seen=0, rule="T10.5", by=step.seats[seat], to=-1))
            report_strike(step, seat, target, evidence.weights_of(step, seat, orders_of(step, seat)))
            return True
        if SINGLE in step.board.salvo and step.happens(
            "single", step.seats[seat], at_seam(step.number("strike.single"), seam, seams)
        ):
            report_strike(step, seat, SINGLE, step.board.causes.single)
            return True
    return False


def at_seam(chance: int, seam: int, seams: int) -> int:
    """S1.1: the chance at a seam when none fell at those before it, so that the session's whole chance is as said."""
    before = chance * (seam - 1)
    return min(WHOLE, chance * WHOLE // max(1, seams * WHOLE - before))


def places_of(step: Step, seat: int, salvo: Salvo) -> tuple[str, ...]:
    """S1.2: where a strike laid to a side may be reported from: places of the other side."""
    other = next(at for at in step.board.parties if at != seat)
    struck = step.board.theatre.struck.get(other, salvo.places)
    return tuple(place for place in salvo.places if place in struck) or salvo.places


def report_strike(step: Step, seat: int, target: str, weights: Weights) -> None:
    """S1.2: what is reported, with numbers; the talks are interrupted and every seat answers.

    The cause goes under seal, by these weights, and every seat is told something in confidence (S1.5, S1.6).
    """
    salvo = step.board.salvo[target]
    name = step.seats[seat]
    counts = count_salvo(step, name, salvo)
    leaked = counts[0] - counts[2] + MISSILE * (counts[1] - counts[3])
    dark = min(salvo.dark_most, leaked * salvo.homes)
    places = places_of(step, seat, salvo)
    place = places[step.roll("place", name, len(places))]
    paper = StrikePaper(
        step.state.next_paper, EVERYONE, name, target, place, *counts, dark, step.state.talks.round
    )
    step.table(paper, "S1.2")
    step.emit(
        e.StrikeReported(
            rule="S1.2",
            paper=paper.id,
            by=name,
            target=target,
            place=place,
            drones=counts[0],
            missiles=counts[1],
            stopped_drones=counts[2],
            stopped_missiles=counts[3],
            dark=dark,
        )
    )
    evidence.seal(step, paper, weights)
    if step.board.war is None or seat == step.board.war.attacker:
        step.shift(step.path("war.dark"), step.state.war.dark + dark, "S1.3")
        step.shift(step.path("war.grid"), step.state.war.grid - leaked * salvo.grid // 1000, "S1.3")
    step.shift(step.path("war.struck"), step.state.war.struck + 1, "S1.1")
    step.act("strike.any" if counts[0] > step.board.causes.large else "strike.small", "S1.4", own=seat)
    step.fire("strike", "S1.2")
    everybody = (1 << len(step.seats)) - 1
    step.set("S2.1", awaiting=everybody & ~(1 << seat), accused=seat)


def count_salvo(step: Step, name: str, salvo: Salvo) -> tuple[int, int, int, int]:
    """S1.3: launched drones and missiles, and how many of each were stopped.

    Drones and cruise missiles are stopped at fixed shares, ballistic ones in proportion to air cover; a die
    from 90 to 110 per cent stands for the night.
    """
    drones = salvo.drones[0] + tail(
        step.roll("drones", name, salvo.drones[1] - salvo.drones[0] + 1), salvo, 0
    )
    missiles = salvo.missiles[0] + tail(
        step.roll("missiles", name, salvo.missiles[1] - salvo.missiles[0] + 1), salvo, 1
    )
    night = 90 + step.roll("night", name, 21)
    ballistic = missiles * salvo.ballistic // WHOLE
    stopped_ballistic = ballistic * salvo.stop_ballistic // WHOLE * step.state.war.air_cover // WHOLE
    stopped_cruise = (missiles - ballistic) * salvo.stop_cruise // WHOLE
    stopped_drones = min(drones, drones * salvo.stop_drones // WHOLE * night // 100)
    stopped_missiles = min(missiles, (stopped_ballistic + stopped_cruise) * night // 100)
    return drones, missiles, stopped_drones, stopped_missiles


def tail(face: int, salvo: Salvo, which: int) -> int:
    """S1.3: pieces above the least; where sizes have a tail, most are small and a few reach the most."""
    least, most = (salvo.drones, salvo.missiles)[which]
    return face * face // max(1, most - least) if salvo.tail else face


def answer_form(board: Board, sight: Sight) -> tuple[Box, ...] | Refusal:
    """S2.1: the struck party and the others first; S2.3: the accused second."""
    talks = sight.talks
    if not is_in(talks.awaiting, sight.seat):
        return no("not-asked", "S2.1")
    plain = Pick("until", ("",))
    if sight.seat == talks.accused:
        return (Box("answer-strike", "S2.3", "own", 0, 1, (Pick("answer", ACCUSED_ANSWERS), plain)),)
    if sight.seat not in board.parties:
        return (Box("answer-strike", "S2.1", "own", 0, 1, (Pick("answer", ALL_ANSWERS), plain)),)
    boxes = [Box("answer-strike", "S2.1", "own", 0, 1, (Pick("answer", PARTY_ANSWERS), plain))]
    if is_in(talks.room, sight.seat):
        until = Pick("until", board.terms_of_return)
        boxes.append(Box("answer-strike", "S2.1", "own", 0, 2, (Pick("answer", ("suspend",)), until)))
    return tuple(boxes)


def decide_answer(step: Step, move: AnswerStrike) -> None:
    """S2.1: the answer lies under seal until all are in."""
    step.emit(
        e.AnswerSealed(
            seen=step.mask(step.mover), rule="S2.1", seat=step.seat, answer=move.answer, until=move.until
        )
    )
    answered(step, "S2.1")


def answer_price(board: Board, sight: Sight, move: AnswerStrike) -> Price:
    """S2.2: charged when the answers are opened."""
    return price_of_answer(board, sight.seat, move.answer, sight.talks.accused)


def price_of_answer(board: Board, seat: int, answer: str, striker: int) -> Price:
    """S2.2: what an answer does to trust, moods and patience."""
    other = -1 if seat == striker else striker
    return charges(board, board.effects[f"strike.{answer}"], "S2.2", own=seat, other=other)


def open_answers(step: Step) -> bool:
    """S2.2: the table opens the answers together; True when the talks may go on.

    If anybody accused, the striker answers second (S2.3).
    """
    striker = step.state.talks.accused
    answers = step.state.sealed.answers
    given = [(at, *answer) for at, answer in enumerate(answers) if answer[0]]
    step.emit(
        e.AnswersOpened(rule="S2.2", answers=tuple((step.seats[at], answer) for at, answer, _ in given))
    )
    first_round = any(at != striker for at, _, _ in given)
    for at, answer, until in given:
        step.charge(price_of_answer(step.board, at, answer, striker))
        take_effect(step, at, answer, until, striker)
    if first_round and any(answer not in QUIET for _, answer, _ in given):
        step.set("S2.3", awaiting=1 << striker)
        return False
    if not first_round and given:
        evidence.note_answer(step, struck_last(step), given[0][1])
    step.set("S2.2", accused=-1)
    return True


def struck_last(step: Step) -> StrikePaper:
    """The strike that is being answered."""
    return next(paper for paper in reversed(step.state.papers) if isinstance(paper, StrikePaper))


def take_effect(step: Step, seat: int, answer: str, until: str, striker: int) -> None:
    """S2.5, S2.6, T7.4: what an answer does besides its price."""
    name = step.seats[seat]
    if answer == "truce":
        demand_truce(step, seat, striker)
    elif answer == "retaliate":
        share = step.number("strike.retaliation")
        step.emit(e.Retaliating(seen=step.mask(seat), rule="S2.6", seat=name, to=share))
    elif answer == "suspend":
        step.emit(e.WalkedOut(rule="S2.1", seat=name, until=until))


def demand_truce(step: Step, seat: int, striker: int) -> None:
    """S2.5: the strike clause lies on the floor at once, and the accused must answer it before the sitting."""
    board, roles = step.board, step.board.roles
    free = open_clauses(board, step.state.text)
    if not (free[roles.scope] and free[roles.term]):
        return
    target = struck_last(step).target
    scope = 1 if target in {"energy", "refineries"} else 2
    terms = ((board.clauses[roles.scope].id, scope), (board.clauses[roles.term].id, 1))
    name, to = step.seats[seat], step.seats[striker]
    step.table(
        Offer(step.state.next_paper, EVERYONE, name, (to,), terms, 1, answer_first=True),
        "S2.5",
    )


RULES: dict[str, Rule] = {
    "answer-strike": Rule(
        "S2.1",
        answer_form,
        decide_answer,
        (Phase.INTERRUPTED,),
        effects=tuple(f"strike.{answer}" for answer in ANSWERS),
        price=answer_price,
    )
}
