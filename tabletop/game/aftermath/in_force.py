"""The text lives on, month by month (rules A5).

A month goes like this: violations happen and are told; promises fall due; a term that must be renewed is asked
about; a party that would gain by breaking the text decides; an incident may fall on a gap and is answered; then the
month's risk is drawn. What the seats answer counts for this month's risk and the next.
"""

from tabletop.errors import Refusal
from tabletop.game.aftermath import breaking, violations
from tabletop.game.commitments import verdicts
from tabletop.game.core.floor import sealing
from tabletop.game.core.price import FREE, Price, charges
from tabletop.game.core.rule import Rule, Who, is_in, no
from tabletop.game.core.sight import Sight
from tabletop.game.core.step import WHOLE, Step, seats_in
from tabletop.game.records import events as e
from tabletop.game.records.menu import Box, Pick
from tabletop.game.records.moves import Answer, Decide, LetGo, Refer
from tabletop.game.records.papers import Incident
from tabletop.game.worth import value
from tabletop.game.worth.curves import decay
from tabletop.scenario.board.board import Board
from tabletop.vocabulary import EVERYONE, IN_FORCE, Phase

ANSWERS: dict[str, tuple[str, str]] = {
    "renewal": ("renew", "let-lapse"),
    "guarantee": ("stand-by", "hold-back"),
    "snap-back": ("snap-back", "wait"),
    "break": ("stay", "break"),
}
"""A5.9 to A5.12: what may be answered to what the text asks."""


def advance_month(step: Step) -> None:
    """A5.1: a month begins, unless answers of the last one wait to be opened."""
    if step.state.talks.asked:
        open_decisions(step)
        return
    month = step.state.talks.step + 1
    step.emit(e.MonthPassed(rule="A5.1", month=month))
    if step.state.talks.phase == Phase.BREACHED:
        step.fire("settle", "A5.3")
    step.act("aftermath.month", "A5.1")
    if month > step.state.text.tension_until:
        tension(step, WHOLE)
    violations.happen(step, month)
    verdicts.judge_due(step)
    if renewal_due(step.board, step.state.text.signed, month) and may_ask(step):
        step.set("A5.9", decided=step.state.talks.decided + 1)
        ask(step, "renewal", step.mask(*step.board.parties), "A5.9")
        return
    weigh(step)


def weigh(step: Step) -> None:
    """A5.12: a party whose gain from breaking is above nothing decides under seal; then the month goes on."""
    tempted = breaking.tempted(step)
    if tempted and may_ask(step, reserved=0):
        step.set("A5.12", decided=step.state.talks.decided + 1)
        ask(step, "break", step.mask(*tempted), "A5.12")
        return
    go_on(step)


def go_on(step: Step) -> None:
    """A5.2: an incident may fall on a gap; then the month ends."""
    chance = incident_chance(step, step.state.talks.step)
    if not step.happens("incident", "text", chance) or not meet_incident(step, step.state.talks.step):
        end_month(step)


def end_month(step: Step) -> None:
    """A5.1: the month's risk is drawn: the text collapses, has run its time, or goes on."""
    month = step.state.talks.step
    if step.happens("collapse", "text", risk(step)):
        finish(step, "relapsed", "collapse", "spiral")
    elif month >= step.number("aftermath.months"):
        finish(step, "held", "run-out", "war")


def risk(step: Step) -> int:
    """A2.3: the chance that the text collapses this month, per ten thousand, violations and temptation counted."""
    board, state = step.board, step.state
    month = state.talks.step
    count = violations.last_count(board, state.sealed.violations)
    exponent = violations.exponent(board, state.text.signed, value.true_context(board, state), month, count)
    exponent += breaking.strain(board, (own.gain for own in breaking.reckoned(board, state).values()))
    return value.month_risk(board, exponent, month, state.text.tension)


def finish(step: Step, how: str, trigger: str, by: str) -> None:
    """A5.7: the match ends: the text held for its time, or it is over by a spiral, by decision or with its term."""
    verdicts.lapse(step)
    step.emit(e.MatchEnded(rule="A5.7", how=how, by=by))
    step.fire(trigger, "A5.7")
    step.set("A5.7", awaiting=0, asked="")


def tension(step: Step, to: int, incidents: int = WHOLE) -> None:
    """A5.3: what answers do to the hazard of this month and the next, per ten thousand; A5.5: to the next incident."""
    text = step.state.text
    if (text.tension, text.unease) != (to, incidents) or to != WHOLE:
        until = step.state.talks.step + 1
        step.emit(e.HazardChanged(rule="A5.3", to=to, until=until, incidents=incidents))


def incident_chance(step: Step, month: int) -> int:
    """A5.2: chance of an incident in a month, per ten thousand: a base and more for each open gap; half later."""
    mean = step.number("incident.base") + step.number("incident.gap") * len(step.state.text.gaps)
    if month >= step.number("incident.halve-from"):
        mean //= 2
    return WHOLE - decay(mean * step.state.text.unease // WHOLE)


def may_ask(step: Step, reserved: int | None = None) -> bool:
    """A5.2: a format puts only so many decisions to its seats; a term goes on, and incidents are logged, after that.

    The last of them are kept for a party that would gain by breaking the text (A5.12).
    """
    if reserved is None:
        rules = breaking.rules_of(step.board)
        reserved = rules.reserved if rules else 0
    return step.state.talks.decided < step.board.format.incidents - reserved


def meet_incident(step: Step, month: int) -> bool:
    """A5.2: an incident falls on a gap; whether the parties are asked, or it is logged and let go."""
    gaps = step.state.text.gaps
    gap = gaps[step.roll("gap", "text", len(gaps))] if gaps else "none"
    step.table(Incident(step.state.next_paper, EVERYONE, month, gap), "A5.2")
    if not may_ask(step):
        close_incident(step, "logged")
        return False
    parties = step.mask(*step.board.parties)
    step.set("A5.2", decided=step.state.talks.decided + 1, asked="incident", awaiting=parties)
    step.fire("incident", "A5.2")
    return True


def close_incident(step: Step, how: str) -> None:
    """A5.3: the incident is off the table."""
    for paper in step.state.papers:
        if isinstance(paper, Incident):
            step.close(paper, "table", how, "A5.3")


def renewal_due(board: Board, signed: tuple[int, ...], month: int) -> bool:
    """A5.9: whether the term of the text must be renewed in this month."""
    every = board.numbers["renewal.months"]
    asks = board.aftermath is not None and bool(board.aftermath.renewable >> signed[board.roles.term] & 1)
    return asks and every > 0 and month % every == 0 and month < board.numbers["aftermath.months"]


def guarantors(board: Board, signed: tuple[int, ...]) -> int:
    """A5.10: mask of the seats that the guarantee of the text binds to answer."""
    return board.aftermath.called[signed[board.roles.guarantee]] if board.aftermath else 0


def falls_back(board: Board, signed: tuple[int, ...]) -> int:
    """A5.11: what the clause on sanctions falls back to by its own words, or -1."""
    return board.aftermath.snap_back[signed[board.roles.sanctions]] if board.aftermath else -1


def ask(step: Step, question: str, seats: int, rule: str) -> None:
    """A5.9 to A5.12: the text asks some seats; they answer sealed."""
    names = tuple(step.seats[at] for at in seats_in(seats, len(step.seats)))
    step.emit(e.QuestionPut(rule=rule, question=question, seats=names))
    step.set(rule, asked=question, awaiting=seats)


def unless_asked(sight: Sight, rule: str) -> Refusal | None:
    """A5.3: only a seat that has not answered yet."""
    if not is_in(sight.talks.awaiting, sight.seat):
        return no("not-asked", rule)
    return None


def answer_form(_board: Board, sight: Sight) -> tuple[Box, ...] | Refusal:
    """A5.3: answer in kind: home likes it, and the risk grows."""
    return unless_asked(sight, "A5.3") or (Box("answer", "A5.3", "own", 0, 2, ()),)


def repair_form(_board: Board, sight: Sight) -> tuple[Box, ...] | Refusal:
    """A5.4: offer to repair the gap; it works when both say so."""
    refused = unless_asked(sight, "A5.4")
    if refused is None and not sight.text.gaps:
        return no("no-gap-to-repair", "A5.4")
    return refused or (Box("repair", "A5.4", "own", 0, 1, ()),)


def let_go_form(_board: Board, sight: Sight) -> tuple[Box, ...] | Refusal:
    """A5.5: let it go: the risk falls a little, home minds, and the next one is a little likelier."""
    return unless_asked(sight, "A5.5") or (Box("let-go", "A5.5", "own", 0, 1, ()),)


def refer_form(board: Board, sight: Sight) -> tuple[Box, ...] | Refusal:
    """A5.6: to the commission, if the text has a ladder and monitors."""
    refused = unless_asked(sight, "A5.6")
    signed, roles = sight.text.signed, board.roles
    if refused is None and (signed[roles.respond] < 2 or signed[roles.verify] < 2):
        return no("no-commission-in-the-text", "A5.6")
    return refused or (Box("refer", "A5.6", "own", 0, 1, ()),)


def decide_form(board: Board, sight: Sight) -> tuple[Box, ...] | Refusal:
    """A5.9 to A5.12: what the text asks of this seat; at an incident, to call on the guarantee that covers it."""
    refused = unless_asked(sight, "A5.9")
    if refused is not None:
        return refused
    answers = ANSWERS.get(sight.talks.asked)
    if answers is not None:
        return (Box("decide", "A5.9", "own", 0, 2, (Pick("answer", answers),)),)
    covered = board.aftermath is not None and board.aftermath.covers == sight.seat
    if not covered or not guarantors(board, sight.text.signed):
        return no("no-guarantee-to-call", "A5.10")
    return (Box("decide", "A5.10", "own", 0, 2, (Pick("answer", ("call-guarantee",)),)),)


def incident_price(board: Board, sight: Sight, move: Answer | LetGo | Refer) -> Price:
    """A5.3: charged when the answers are opened; a repair needs the other side, so that its effect is no price."""
    return price_of_incident(board, sight.seat, move.kind)


def price_of_incident(board: Board, seat: int, answer: str) -> Price:
    """A5.3: what an answer to an incident does at home and abroad."""
    return charges(board, board.effects[f"incident.{answer}"], "A5.3", own=seat)


def decide_price(board: Board, sight: Sight, move: Decide) -> Price:
    """A5.3, A5.10, A5.12: a call on the guarantee and the answer to one, breaking; a snap-back hangs on the others."""
    if move.answer == "call-guarantee":
        return price_of_incident(board, sight.seat, move.answer)
    if move.answer == "break":
        return breaking.price(board, sight.seat)
    return price_of_guarantee(board, sight.seat, move.answer) if sight.talks.asked == "guarantee" else FREE


def price_of_guarantee(board: Board, seat: int, answer: str) -> Price:
    """A5.10: what standing by a guarantee, or holding back, costs the mediator or another guarantor."""
    part = "mediator" if seat == board.mediator else "outside"
    return charges(board, board.effects[f"guarantee.{answer}.{part}"], "A5.10", own=seat)


def sealed_answers(step: Step) -> tuple[tuple[int, str], ...]:
    """A5.3: the answers, by place, as they lie under seal."""
    return tuple((at, ballot) for at, ballot in enumerate(step.state.sealed.ballots) if ballot)


def open_answers(step: Step) -> None:
    """A5.3: the answers to an incident are opened together; each multiplies the risk of this month and the next."""
    given = sealed_answers(step)
    names = tuple((step.seats[at], ballot) for at, ballot in given)
    step.emit(e.IncidentAnswered(rule="A5.3", answers=names))
    step.emit(e.BallotsCleared(rule="A5.3"))
    share = again = WHOLE
    both_repair = all(ballot == "repair" for _, ballot in given)
    for at, ballot in given[:1] if both_repair else given:
        if ballot == "let-go":
            again = again * step.number("incident.again") // WHOLE
        if ballot != "repair" or both_repair:
            share = share * step.number(f"incident.{ballot}") // WHOLE
            step.charge(price_of_incident(step.board, at, ballot))
    gap = next((paper.gap for paper in step.state.papers if isinstance(paper, Incident)), "none")
    if both_repair and gap in step.state.text.gaps:
        step.emit(e.GapClosed(rule="A5.4", gap=gap))
    close_incident(step, "answered")
    step.set("A5.3", asked="")
    tension(step, share, again)
    in_kind = any(ballot == "answer" for _, ballot in given)
    step.fire("answer-in-kind" if in_kind else "settle", "A5.3")
    follow_up(step, called=any(ballot == "call-guarantee" for _, ballot in given), in_kind=in_kind)


def follow_up(step: Step, *, called: bool, in_kind: bool) -> None:
    """A5.10, A5.11: those whose row it is answer a call, or a breach under phased relief; else the month ends."""
    board, signed = step.board, step.state.text.signed
    sanctions = board.roles.sanctions
    if called:
        ask(step, "guarantee", guarantors(board, signed), "A5.10")
        return
    if in_kind and falls_back(board, signed) >= 0:
        owners = board.clauses[sanctions].consent[signed[sanctions]] & ~step.mask(*board.parties)
        if owners:
            ask(step, "snap-back", owners, "A5.11")
            return
    end_month(step)


def open_decisions(step: Step) -> None:
    """A5.9 to A5.12: what the text asked is answered; the answers are opened together."""
    question, given = step.state.talks.asked, sealed_answers(step)
    names = tuple((step.seats[at], ballot) for at, ballot in given)
    step.emit(e.QuestionAnswered(rule="A5.9", question=question, answers=names))
    step.emit(e.BallotsCleared(rule="A5.9"))
    step.set("A5.9", asked="")
    if question == "renewal":
        if any(ballot == "let-lapse" for _, ballot in given):
            finish(step, "relapsed", "collapse", "term")
            return
        weigh(step)
        return
    if question == "break":
        broke = [at for at, ballot in given if ballot == "break"]
        break_text(step, broke) if broke else go_on(step)
        return
    if question == "guarantee":
        answer_call(step, given)
    else:
        answer_breach(step, given)
    end_month(step)


def break_text(step: Step, broke: list[int]) -> None:
    """A5.12: who breaks the text has the relapse on its name, and the match ends as relapsed, by decision."""
    for at in broke:
        step.emit(e.RelapseDecided(rule="A5.12", seat=step.seats[at], month=step.state.talks.step))
        step.charge(breaking.price(step.board, at))
    finish(step, "relapsed", "collapse", "decision")


def answer_call(step: Step, given: tuple[tuple[int, str], ...]) -> None:
    """A5.10: a guarantor that stands by its word lowers the risk; one that holds back is believed less."""
    share = step.state.text.tension
    for at, ballot in given:
        share = share * step.number(f"guarantee.{ballot}") // WHOLE
        step.charge(price_of_guarantee(step.board, at, ballot))
    tension(step, share, step.state.text.unease)


def answer_breach(step: Step, given: tuple[tuple[int, str], ...]) -> None:
    """A5.11: phased relief is taken back when all whose row it is say so; a divided answer costs cohesion."""
    said = [at for at, ballot in given if ballot == "snap-back"]
    if not said:
        return
    if len(said) < len(given):
        step.act("snap-back.divided", "A5.11", own=said[0])
        return
    board, signed = step.board, step.state.text.signed
    terms = ((board.clauses[board.roles.sanctions].id, falls_back(board, signed)),)
    step.emit(e.RowsDropped(rule="A5.11", by="snap-back", terms=terms))
    step.act("snap-back.done", "A5.11", own=said[0])
    share = step.state.text.tension * step.number("snap-back.done") // WHOLE
    tension(step, share, step.state.text.unease)


CALLS = (
    "incident.call-guarantee",
    "guarantee.stand-by.mediator",
    "guarantee.stand-by.outside",
    "guarantee.hold-back.mediator",
    "guarantee.hold-back.outside",
    "text.broken",
)
"""A5.10, A5.12: what calling on a guarantee, answering the call, and breaking the text may cost."""

IN_THE_AFTERMATH = tuple(phase for phase in Phase if phase in IN_FORCE)

RULES: dict[str, Rule] = {
    "answer": Rule(
        "A5.3",
        answer_form,
        sealing("A5.3"),
        (Phase.DISPUTED,),
        Who.PARTY,
        effects=("incident.answer",),
        price=incident_price,
    ),
    "repair": Rule("A5.4", repair_form, sealing("A5.4"), (Phase.DISPUTED,), Who.PARTY),
    "let-go": Rule(
        "A5.5",
        let_go_form,
        sealing("A5.5"),
        (Phase.DISPUTED,),
        Who.PARTY,
        effects=("incident.let-go",),
        price=incident_price,
    ),
    "refer": Rule(
        "A5.6",
        refer_form,
        sealing("A5.6"),
        (Phase.DISPUTED,),
        Who.PARTY,
        effects=("incident.refer",),
        price=incident_price,
    ),
    "decide": Rule("A5.9", decide_form, sealing("A5.9"), IN_THE_AFTERMATH, effects=CALLS, price=decide_price),
}
