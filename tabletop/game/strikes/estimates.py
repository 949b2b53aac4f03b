"""What seats know of each other: estimates of alternatives, and sincerity (I1).

An estimate is drawn around the truth at the deal and accumulates from then on. Each piece of news is a signal with a
stated error of its own, drawn and booked for its seat alone, and moves the middle by the rule of Bayes for two normal
errors; the error shrinks with it. No view computes an estimate, and none moves without an event that says why.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import isqrt

from tabletop.game.core.sight import may_see
from tabletop.game.core.step import Step
from tabletop.game.records import events as e
from tabletop.game.records.moves import Terms
from tabletop.game.records.papers import BridgePaper, Offer
from tabletop.game.records.state import Estimate, State
from tabletop.game.worth import value
from tabletop.game.worth.curves import FACES, half_even, normal

MOST = 150_00
"""The highest an alternative can be, hundredths of a point."""

PUBLIC_NEWS = frozenset({"crossing", "grid", "held", "support"})
"""I1.4: drivers of news (W3.1) that are figures all may read."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A piece of news about another's alternative (I1.2).

    Attributes:
        reason: `fighting`, `caucus`, `answer`, `offer` or `bridge`.
        error: The standard error of the signal, hundredths of a point.
        worth: For a text that the other offered, took or refused: the bound that what it is worth to it sets on the
            alternative; else None.
        refused: Whether it refused that text, so that the alternative is above its worth, and not below.
    """

    reason: str
    error: int
    worth: int | None = None
    refused: bool = False


def pairs(step: Step) -> tuple[tuple[int, int], ...]:
    """I1.1: who estimates whom: each party the other, the mediator both."""
    parties, mediator = step.board.parties, step.board.mediator
    return tuple((seat, about) for seat in (*parties, mediator) for about in parties if seat != about)


def open_estimates(step: Step) -> None:
    """I1.1, I1.3: at the deal each party draws its sincerity, and estimates are drawn with the full error."""
    rules = step.board.estimates
    if rules.sincerity:
        for at in step.board.parties:
            face = rules.sincerity[step.roll("sincerity", step.seats[at], len(rules.sincerity))]
            step.shift(step.path(f"home.sincerity.{step.seats[at]}"), face, "I1.3")
    if rules.error:
        for seat, about in pairs(step):
            middle = signal(step, seat, about, Lesson("", rules.error), 0)
            believe(step, seat, about, middle, rules.error, "")


def learn(step: Step) -> None:
    """I1.2: after a round each piece of news of it moves the estimates of who could see it, in its order."""
    for seat, about in pairs(step):
        for number, lesson in enumerate(lessons(step, seat, about)):
            held = next((one for one in step.state.home.belief[seat] if one.about == about), None)
            if held is not None and lesson.error:
                take_in(step, seat, about, held, lesson, number)


def take_in(step: Step, seat: int, about: int, held: Estimate, lesson: Lesson, number: int) -> None:
    """I1.2, I1.4: one piece of news; a bound that the middle keeps already teaches nothing."""
    middle, prior = middle_of(held), held.error**2
    if lesson.reason == "fighting":
        middle += public_news(step, about)
        prior += step.board.estimates.drift**2
    read = signal(step, seat, about, lesson, number)
    if lesson.worth is not None and (read <= middle if lesson.refused else read >= middle):
        return
    news = lesson.error**2
    middle += half_even((read - middle) * prior, prior + news)
    error = max(step.board.estimates.least, isqrt(prior * news // (prior + news)))
    believe(step, seat, about, middle, error, lesson.reason)


def middle_of(held: Estimate) -> int:
    """The middle of an estimate; its range is cut at nothing and at the most."""
    return held.low + held.error if held.high >= MOST else held.high - held.error


def signal(step: Step, seat: int, about: int, lesson: Lesson, number: int) -> int:
    """I1.2: what the seat is told, with an error: the alternative as it is, or the bound that a text sets on it."""
    face = step.roll("belief", f"{step.seats[seat]}-{step.seats[about]}", FACES, number)
    truth = step.state.home.alternative[about] if lesson.worth is None else lesson.worth
    return truth + half_even(normal(face) * lesson.error, 1000)


def believe(step: Step, seat: int, about: int, middle: int, error: int, reason: str) -> None:
    """I1.1: an estimate is booked for its own seat."""
    middle = max(0, min(MOST, middle))
    step.emit(
        e.BeliefDrawn(
            seen=step.mask(seat),
            rule="I1.2" if reason else "I1.1",
            seat=step.seats[seat],
            about=step.seats[about],
            low=max(0, middle - error),
            high=min(MOST, middle + error),
            error=error,
            reason=reason,
        )
    )


def public_news(step: Step, about: int) -> int:
    """I1.4: how far the news of this fortnight that all may read moved an alternative, hundredths of a point."""
    name, lines = step.seats[about], list[dict[str, int]]()
    for line in reversed(step.state.record):
        if isinstance(line.event, e.AlternativeMoved) and line.event.seat == name:
            if not lines and line.round != step.state.talks.round:
                return 0
            lines.append(dict(line.event.lines))
            if len(lines) == 2:
                break
    now, before = (*lines, {}, {})[:2]
    return sum(now.get(driver, 0) - before.get(driver, 0) for driver in sorted(PUBLIC_NEWS))


def lessons(step: Step, seat: int, about: int) -> Iterator[Lesson]:
    """I1.2: what a round taught a seat about another: the fighting, contacts, and texts offered, taken or refused.

    Of several texts of one kind the one that says most counts: the least worth of those offered or taken, the most
    worth of those refused.
    """
    rules, record = step.board.estimates, tuple(reversed(tuple(step.this_round())))
    names = step.seats[about], step.seats[seat]
    yield Lesson("fighting", rules.fighting)
    for line in record:
        event = line.event
        if isinstance(event, e.CaucusOpened) and set(event.seats) == set(names):
            yield Lesson("caucus", rules.caucus)
        elif isinstance(event, e.Answered) and (event.seat, event.to) == names and tells(event):
            yield Lesson("answer", rules.answer)
    told: dict[tuple[str, bool], int] = {}
    for reason, refused, terms in texts(step, seat, about):
        worth = worth_to(step, about, terms)
        best = told.get((reason, refused), worth)
        told[reason, refused] = max(best, worth) if refused else min(best, worth)
    for (reason, refused), worth in told.items():
        yield Lesson(reason, rules.text, worth - rules.margin if refused else worth, refused)


def tells(event: e.Answered) -> bool:
    """I1.2: whether an answer says how much a clause matters."""
    return bool(event.clause) and event.answer != "will-not-say"


def texts(step: Step, seat: int, about: int) -> Iterator[tuple[str, bool, Terms]]:
    """I1.2: packages that the other offered, took or refused in this round, as far as the seat saw it."""
    me, other = step.seats[seat], step.seats[about]
    mine: dict[int, Offer] = {}
    bridge: Terms = ()
    own = ""
    for line in reversed(tuple(step.this_round())):
        match line.event:
            case e.PaperTabled(paper=Offer(answer_first=False) as offer) if may_see(offer.seen, seat):
                if offer.by == other:
                    yield "offer", False, offer.terms
                elif offer.by == me:
                    mine[offer.id] = offer
            case e.PaperChanged(paper=Offer(id=number, accepted=(*_, last))) if (
                last == other and number in mine
            ):
                yield "answer", False, mine[number].terms
            case e.PaperClosed(paper=number, by=by, how="declined" | "countered") if (
                by == other and number in mine
            ):
                yield "answer", True, mine[number].terms
            case e.PaperTabled(paper=BridgePaper(terms=terms)):
                bridge, own = terms, ""
            case e.BridgeSealed(seat=by, answer=answer) if by == me:
                own = answer
            case e.BridgeCarried():
                yield "bridge", False, bridge
            case e.BridgeFailed() if own == "yes":
                yield "bridge", True, bridge
            case _:
                pass


def worth_to(step: Step, about: int, terms: Terms) -> int:
    """I1.2: what a party's own text with some terms is worth to it if it holds, hundredths of a point."""
    board, text = step.board, list(step.state.text.positions[about])
    for clause, option in terms:
        text[board.clause_index[clause]] = option
    whole = value.complete(board, text)
    return value.worth(board, about, step.state.home.weights[about], whole)


def against_truth(state: State) -> tuple[tuple[int, int, int, int, int], ...]:
    """Belief against truth, for the debrief: seat, whom it is about, low, high, the alternative as it is."""
    return tuple(
        (seat, one.about, one.low, one.high, state.home.alternative[one.about])
        for seat, row in enumerate(state.home.belief)
        for one in row
    )
