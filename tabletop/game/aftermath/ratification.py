"""Home decides, on its own clock (rules A4)."""

from dataclasses import replace

from tabletop.errors import Refusal
from tabletop.game.commitments import verdicts
from tabletop.game.core.floor import sealing
from tabletop.game.core.rule import Rule, Who, is_in, no
from tabletop.game.core.sight import Sight
from tabletop.game.core.step import Step
from tabletop.game.records import events as e
from tabletop.game.records.menu import Box, Pick
from tabletop.game.records.moves import Terms
from tabletop.game.worth import text_gaps, value
from tabletop.game.worth.curves import half_even, normal
from tabletop.scenario.board.board import Board
from tabletop.scenario.board.mandates import BodyBoard
from tabletop.vocabulary import Phase


def advance_ratification(step: Step) -> None:
    """A4.1: the bodies in their order: at initialling, in the first fortnight, at the end of the route.

    Between them the truce of the text holds or breaks (A4.7); rounds do not count.
    """
    board, talks = step.board, step.state.talks
    if any(step.state.sealed.ballots):
        open_confirmations(step)
        return
    route = board.routes[step.state.text.signed[board.roles.route]]
    last = max(1, route.fortnights)
    if talks.step == 0 and not ask_bodies(step, "initialling"):
        return
    step.emit(e.FortnightPassed(rule="A4.1", fortnight=talks.step + 1))
    wait(step)
    verdicts.judge_due(step)
    if holds_provisionally(step) and decide_fortnight(step, last):
        enter_into_force(step)


def decide_fortnight(step: Step, last: int) -> bool:
    """A4.1: what bodies say in this fortnight; True when the last of them has said yes."""
    now = step.state.talks.step
    if now == 1 and not ask_bodies(step, "first-fortnight"):
        return False
    return now >= last and ask_bodies(step, "route-end")


def wait(step: Step) -> None:
    """A4.8: while a vote is awaited the mood at home drifts, and an incident may move it."""
    board = step.board
    seats = {body.seat for body in board.bodies if body.when == "route-end" and body.base == "support"}
    for at in sorted(seats):
        name = step.seats[at]
        mood = step.state.home.audience[at] + drawn(step, "drift", name, step.number("waiting.drift"))
        if step.happens("waiting", name, step.number("waiting.incident")):
            spread = step.number("waiting.incident-spread")
            mood += step.number("waiting.incident-mean") + drawn(step, "waiting-mood", name, spread)
        step.shift(step.path(f"home.audience.{name}"), mood, "A4.8")


def drawn(step: Step, purpose: str, subject: str, spread: int) -> int:
    """A draw about nought with a spread, hundredths of a point."""
    return half_even(normal(step.roll(purpose, subject, 1_000)) * spread, 1_000)


def holds_provisionally(step: Step) -> bool:
    """A4.7: half a month's risk in each fortnight before the vote; False when the truce broke."""
    board = step.board
    exponent = value.exponent(board, step.state.text.signed, value.true_context(board, step.state))
    risk = value.month_risk(board, exponent, 1, 100_00) // 2
    if step.happens("breaks-before-the-vote", "text", risk):
        verdicts.lapse(step)
        step.emit(e.MatchEnded(rule="A4.7", how="broke", by="war"))
        step.fire("collapse", "A4.7")
        step.set("A4.7", awaiting=0)
        return False
    return True


def ask_bodies(step: Step, when: str) -> bool:
    """A4.1: ask the bodies whose turn it is; False when the text is sent back or must be confirmed."""
    dropped = False
    for body in step.board.bodies:
        if body.when != when or not value.asked(body, step.state.text.signed):
            continue
        yes = step.happens("body", body.id, chance(step, body))
        seat = step.seats[body.seat]
        step.emit(e.BodyDecided(rule="A4.1", seat=seat, body=body.id, answer="yes" if yes else "no"))
        if yes:
            continue
        if not body.if_no:
            refuse(step, seat)
            return False
        dropped = True
        terms = fallback(step, body)
        if terms:
            step.emit(e.RowsDropped(rule="A4.2", by=body.id, terms=terms))
    if dropped:
        step.set("A4.3", awaiting=step.mask(*step.board.parties))
    return not dropped


def chance(step: Step, body: BodyBoard) -> int:
    """A4.1: the chance of a yes, as things stand; A4.9: a seat that was asked into the room carries more at home."""
    came = not step.board.seats[body.seat].invited and is_in(step.state.talks.room, body.seat)
    heard = replace(body, constant=body.constant + body.invited) if came else body
    context = value.true_context(step.board, step.state)
    return value.chance(step.board, heard, step.state.text.signed, context)


def fallback(step: Step, body: BodyBoard) -> Terms:
    """A4.2: the clauses that fall back, and to what, when a guarantor says no: those it was asked about.

    What another guarantor has dropped already, and further, is not raised again.
    """
    signed = step.state.text.signed
    asked = dict(body.asked_if)
    return tuple(
        (step.board.clauses[clause].id, option)
        for clause, option in body.if_no
        if asked.get(clause, 0) >> signed[clause] & 1
    )


def confirm_form(_board: Board, sight: Sight) -> tuple[Box, ...] | Refusal:
    """A4.3: after a guarantor's refusal each party confirms the text as it is, or returns it, in secret."""
    if not is_in(sight.talks.awaiting, sight.seat):
        return no("not-asked", "A4.3")
    return (Box("confirm", "A4.3", "own", 0, 2, (Pick("answer", ("confirm", "return")),)),)


def open_confirmations(step: Step) -> None:
    """A4.3: one who returns the text sends it back; otherwise the clock of ratification goes on."""
    board = step.board
    returned = [at for at, ballot in enumerate(step.state.sealed.ballots) if ballot == "return"]
    step.emit(e.BallotsCleared(rule="A4.3"))
    if returned:
        send_back(step, step.seats[returned[0]])
        return
    route = board.routes[step.state.text.signed[board.roles.route]]
    if step.state.talks.step >= max(1, route.fortnights) and ask_bodies(step, "route-end"):
        enter_into_force(step)


def refuse(step: Step, seat: str) -> None:
    """A4.4: a refusal at home costs trust and patience, and the text comes back."""
    step.act("text.refused", "A4.4", own=step.board.seat_index[seat])
    send_back(step, seat)


def send_back(step: Step, by: str) -> None:
    """A4.4: back to the table if a round is left; A4.5: one extra session if it was the last round."""
    board, talks = step.board, step.state.talks
    roles = board.roles
    step.emit(e.TextSentBack(rule="A4.4", by=by))
    if talks.round >= board.format.rounds + talks.extra and talks.extra == 0:
        step.set("A4.5", extra=1)
    for at in (roles.territory, roles.guarantee, roles.status):
        if step.state.text.initialled[at] >= 0 and board.clauses[at].annexed < 0:
            step.emit(e.RowReopened(rule="A4.4", clause=board.clauses[at].id))
    step.set("A4.4", awaiting=0)
    step.fire("send-back", "A4.4")
    if step.state.talks.phase == Phase.REJECTED:
        verdicts.lapse(step)
        step.emit(e.MatchEnded(rule="A4.5", how="rejected", by=by))


def enter_into_force(step: Step) -> None:
    """A5.1: the text is in force, with the gaps it has."""
    gaps = text_gaps.gaps(step.board, step.state.text.signed)
    step.emit(e.EnteredIntoForce(rule="A5.1", gaps=gaps))
    step.set("A5.1", awaiting=0)
    step.fire("enter-into-force", "A5.1")


RULES: dict[str, Rule] = {
    "confirm": Rule("A4.3", confirm_form, sealing("A4.3"), (Phase.INITIALLED,), Who.PARTY)
}
