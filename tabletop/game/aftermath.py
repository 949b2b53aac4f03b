"""The text lives on, month by month (rules A5)."""

from tabletop.errors import Refusal
from tabletop.game import events as e
from tabletop.game import value
from tabletop.game.curves import decay
from tabletop.game.forms import Box
from tabletop.game.moves import Answer, LetGo, Refer, Repair
from tabletop.game.papers import Incident
from tabletop.game.rule import Rule, Who, is_in, no
from tabletop.game.sight import Sight
from tabletop.game.step import WHOLE, Step
from tabletop.scenario.board import Board
from tabletop.terms import EVERYONE, Phase


def advance_month(step: Step) -> None:
    """A5.1: a month passes: the text may collapse, run its time, or meet an incident."""
    board, talks = step.board, step.state.talks
    month = talks.step + 1
    step.emit(e.MonthPassed(rule="A5.1", month=month))
    exponent = value.exponent(board, step.state.text.signed, value.true_context(board, step.state))
    risk = value.month_risk(board, exponent, month, step.state.sealed.hazard_factor)
    if step.happens("collapse", "text", risk):
        finish(step, "relapsed", "collapse")
        return
    if month >= step.number("aftermath.months"):
        finish(step, "held", "run-out")
        return
    if talks.phase == Phase.BREACHED:
        step.fire("settle", "A5.3")
    factor(step, WHOLE)
    if step.happens("incident", "text", incident_chance(step, month)):
        meet_incident(step, month)


def finish(step: Step, how: str, trigger: str) -> None:
    """A5.7: the match ends: the text held for its time, or the fighting is back."""
    step.emit(e.MatchEnded(rule="A5.7", how=how, by="war"))
    step.fire(trigger, "A5.7")
    step.set("A5.7", awaiting=0)


def factor(step: Step, to: int) -> None:
    """A5.3: what the answers to incidents do to the hazard of the coming month, per ten thousand."""
    if step.state.sealed.hazard_factor != to:
        step.emit(e.HazardChanged(seen=0, rule="A5.3", to=to))


def incident_chance(step: Step, month: int) -> int:
    """A5.2: chance of an incident in a month, per ten thousand: a base and more for each open gap; half later."""
    mean = step.number("incident.base") + step.number("incident.gap") * len(step.state.text.gaps)
    if month >= step.number("incident.halve-from"):
        mean //= 2
    return WHOLE - decay(mean)


def meet_incident(step: Step, month: int) -> None:
    """A5.2: an incident falls on a gap; the first few are put to the parties, later ones are logged and let go."""
    gaps = step.state.text.gaps
    gap = gaps[step.roll("gap", "text", len(gaps))] if gaps else "none"
    step.table(Incident(step.state.next_paper, EVERYONE, month, gap), "A5.2")
    if step.state.talks.decided >= step.board.format.incidents:
        close_incident(step, "logged")
        return
    step.set("A5.2", decided=step.state.talks.decided + 1, awaiting=step.mask(*step.board.parties))
    step.fire("incident", "A5.2")


def close_incident(step: Step, how: str) -> None:
    """A5.3: the incident is off the table."""
    for paper in step.state.papers:
        if isinstance(paper, Incident):
            step.close(paper, "table", how, "A5.3")


def asked(sight: Sight, rule: str) -> Refusal | None:
    """A5.3: only a party that has not answered the incident yet."""
    if not is_in(sight.talks.awaiting, sight.seat):
        return no("not-asked", rule)
    return None


def answer_form(_board: Board, sight: Sight) -> tuple[Box, ...] | Refusal:
    """A5.3: answer in kind: home likes it, and the risk grows."""
    return asked(sight, "A5.3") or (Box("answer", "A5.3", "own", 0, 2, ()),)


def repair_form(_board: Board, sight: Sight) -> tuple[Box, ...] | Refusal:
    """A5.4: offer to repair the gap; it works when both say so."""
    refused = asked(sight, "A5.4")
    if refused is None and not sight.text.gaps:
        return no("no-gap-to-repair", "A5.4")
    return refused or (Box("repair", "A5.4", "own", 0, 1, ()),)


def let_go_form(_board: Board, sight: Sight) -> tuple[Box, ...] | Refusal:
    """A5.5: let it go: the risk falls a little, home minds."""
    return asked(sight, "A5.5") or (Box("let-go", "A5.5", "own", 0, 1, ()),)


def refer_form(board: Board, sight: Sight) -> tuple[Box, ...] | Refusal:
    """A5.6: to the commission, if the text has a ladder and monitors."""
    refused = asked(sight, "A5.6")
    signed, roles = sight.text.signed, board.roles
    if refused is None and (signed[roles.respond] < 2 or signed[roles.verify] < 2):
        return no("no-commission-in-the-text", "A5.6")
    return refused or (Box("refer", "A5.6", "own", 0, 1, ()),)


def seal(step: Step, seat: str, ballot: str, rule: str) -> None:
    """A5.3: the answer lies under seal until both are in."""
    at = step.board.seat_at[seat]
    step.emit(e.BallotSealed(seen=step.mask(at), rule=rule, seat=seat, ballot=ballot, words=""))
    step.set(rule, awaiting=step.state.talks.awaiting & ~(1 << at))


def decide_answer(step: Step, seat: str, _move: Answer) -> None:
    """A5.3: answer in kind."""
    seal(step, seat, "answer", "A5.3")


def decide_repair(step: Step, seat: str, _move: Repair) -> None:
    """A5.4: offer to repair."""
    seal(step, seat, "repair", "A5.4")


def decide_let_go(step: Step, seat: str, _move: LetGo) -> None:
    """A5.5: let it go."""
    seal(step, seat, "let-go", "A5.5")


def decide_refer(step: Step, seat: str, _move: Refer) -> None:
    """A5.6: to the commission."""
    seal(step, seat, "refer", "A5.6")


def open_answers(step: Step) -> None:
    """A5.3: the answers are opened together; each multiplies the risk of the coming month."""
    ballots = step.state.sealed.ballots
    given = [(at, ballot) for at, ballot in enumerate(ballots) if ballot]
    step.emit(
        e.IncidentAnswered(rule="A5.3", answers=tuple((step.seats[at], ballot) for at, ballot in given))
    )
    step.emit(e.BallotsCleared(rule="A5.3"))
    share = WHOLE
    both_repair = all(ballot == "repair" for _, ballot in given)
    for at, ballot in given[:1] if both_repair else given:
        if ballot != "repair" or both_repair:
            share = share * step.number(f"incident.{ballot}") // WHOLE
            step.act(f"incident.{ballot}", "A5.3", own=at)
    gap = next((paper.gap for paper in step.state.papers if isinstance(paper, Incident)), "none")
    if both_repair and gap in step.state.text.gaps:
        step.emit(e.GapClosed(rule="A5.4", gap=gap))
    close_incident(step, "answered")
    factor(step, share)
    in_kind = any(ballot == "answer" for _, ballot in given)
    step.fire("answer-in-kind" if in_kind else "settle", "A5.3")


RULES: dict[str, Rule] = {
    "answer": Rule("A5.3", answer_form, decide_answer, (Phase.DISPUTED,), Who.PARTY),
    "repair": Rule("A5.4", repair_form, decide_repair, (Phase.DISPUTED,), Who.PARTY),
    "let-go": Rule("A5.5", let_go_form, decide_let_go, (Phase.DISPUTED,), Who.PARTY),
    "refer": Rule("A5.6", refer_form, decide_refer, (Phase.DISPUTED,), Who.PARTY),
}
