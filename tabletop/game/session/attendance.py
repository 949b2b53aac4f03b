"""The room: caucus, protest, leaving and coming back, invitations (rules T7.1 to T7.5, T7.13, T7.14)."""

from collections.abc import Sequence
from dataclasses import replace

from tabletop.errors import Refusal
from tabletop.game.commitments import verdicts
from tabletop.game.core.floor import await_seats, pass_the_floor, spend, spend_free
from tabletop.game.core.price import FREE, Price, charges
from tabletop.game.core.rule import SESSION, Needs, Rule, Who, is_in, no, papers_for
from tabletop.game.core.sight import RECORD_LINES, Sight
from tabletop.game.core.step import Step, seats_in
from tabletop.game.records import events as e
from tabletop.game.records.menu import Box, Choice, Pick, Words
from tabletop.game.records.moves import (
    AnswerInvitation,
    Invite,
    Protest,
    RequestCaucus,
    Return,
    WalkOut,
)
from tabletop.game.records.papers import BridgeNotice, CaucusRequest, Invitation, Objection
from tabletop.game.records.state import RecordLine, Talks, Text
from tabletop.game.session.sittings import close_sitting, recess
from tabletop.scenario.board.board import Board
from tabletop.vocabulary import EVERYONE, Phase

FOR_GOOD = "for-good"
"""T7.4: leaving without a condition ends the talks."""

LET_IN, OBJECT = "let-in", "object"
"""T7.14: answers to an invitation."""


def caucus_form(board: Board, sight: Sight) -> tuple[Box, ...] | Refusal:
    """T7.1: a private channel with a seat in the room, once a pair and session; it costs each a move."""
    asked = {
        name
        for paper in sight.papers
        if isinstance(paper, CaucusRequest) and board.seats[sight.seat].id in (paper.by, *paper.to)
        for name in (paper.by, *paper.to)
    }
    others = tuple(
        board.seats[at].id
        for at in seats_in(sight.talks.room, len(board.seats))
        if at != sight.seat
        and 1 << at | 1 << sight.seat not in sight.talks.caucused
        and board.seats[at].id not in asked
    )
    if not others:
        return no("met-already", "T7.1")
    return (Box("caucus", "T7.1", "public", 1, 1, (Pick("to", others),)),)


def decide_caucus(step: Step, move: RequestCaucus) -> None:
    """T7.1: the request waits for consent until the sitting ends."""
    paper = CaucusRequest(step.state.next_paper, EVERYONE, step.seat, (move.to,))
    step.table(paper, "T7.1")
    spend(step)


def protest_form(board: Board, _sight: Sight) -> tuple[Box, ...] | Refusal:
    """T7.3: a protest on the record; a free move, with a reason or without."""
    return (
        Box("protest", "T7.3", "public", 0, 1, (Words("words", board.numbers["words.most"], optional=True),)),
    )


def decide_protest(step: Step, move: Protest) -> None:
    """T7.3: home likes it a little, the mediator does not."""
    step.emit(e.Protested(rule="T7.3", seat=step.seat, words=move.words))
    step.pay()
    spend_free(step)


def walk_out_form(board: Board, _sight: Sight) -> tuple[Box, ...] | Refusal:
    """T7.4: a party may leave, naming what would bring it back, or for good."""
    until = Pick("until", (*board.terms_of_return, FOR_GOOD))
    return (Box("walk-out", "T7.4", "public", 0, 2, (until,)),)


def decide_walk_out(step: Step, move: WalkOut) -> None:
    """T7.4: the talks are suspended; for good, they collapse."""
    step.emit(e.WalkedOut(rule="T7.4", seat=step.seat, until=move.until))
    step.pay()
    if move.until == FOR_GOOD:
        verdicts.lapse(step)
        step.emit(e.MatchEnded(rule="T7.4", how="collapsed", by=step.seat))
        step.fire("leave-for-good", "T7.4")
        step.set("T7.4", awaiting=0, floor=-1)
        return
    empty_chair(step)
    if step.state.talks.suspensions >= step.number("suspensions.most"):
        step.fire("leave", "T7.4")
        close_sitting(step)
        recess(step, "suspended")
        return
    step.fire("leave", "T7.4")
    step.set("T7.4", passed=step.state.talks.passed | 1 << step.mover)
    pass_the_floor(step)


def empty_chair(step: Step) -> None:
    """T3.5: what lay before a seat that left fails or lapses."""
    gone = [name for at, name in enumerate(step.seats) if step.state.talks.until[at]]
    for paper in step.state.papers:
        if isinstance(paper, BridgeNotice) and set(gone) & set(paper.to):
            step.close(paper, "table", "failed", "T3.5")
            step.emit(e.BridgeFailed(rule="T3.5", by=paper.by))
        elif paper.kind == "bridge":
            step.close(paper, "table", "failed", "T3.5")
        elif paper.kind in {"question", "caucus-request", "offer"} and (
            set(gone) & {*getattr(paper, "to", ()), getattr(paper, "by", "")}
        ):
            step.close(paper, "table", "lapsed", "T3.5")


def return_form(_board: Board, sight: Sight) -> tuple[Box, ...] | Refusal:
    """T7.5: a seat that left may come back, before a session or while the others still sit."""
    if not sight.talks.until[sight.seat]:
        return no("did-not-leave", "T7.5")
    return (Box("return", "T7.5", "public", 0, 2, ()),)


def decide_return(step: Step, _move: Return) -> None:
    """T7.5: coming back with the condition met is noted well; without, home minds."""
    state = step.state
    met = condition_met(step.board, step.mover, state.talks, state.text, state.record)
    step.emit(e.Returned(rule="T7.5", seat=step.seat, met=met))
    step.charge(coming_back(step.board, step.mover, met=met))
    if step.state.talks.phase == Phase.SUSPENDED:
        step.fire("return", "T7.5")
        await_seats(step)


def return_price(board: Board, sight: Sight, _move: Return) -> Price:
    """T7.5: where the condition may have been met beyond the record that a seat sees: what it costs either way."""
    talks, seat = sight.talks, sight.seat
    met = condition_met(board, seat, talks, sight.text, sight.record)
    price = coming_back(board, seat, met=met)
    cut_off = len(sight.record) == RECORD_LINES and sight.record[0].round >= talks.round - talks.absent[seat]
    if met or not cut_off or talks.until[seat] not in ON_RECORD:
        return price
    return tuple(charge for charge in price if charge in coming_back(board, seat, met=True))


def coming_back(board: Board, seat: int, *, met: bool) -> Price:
    """T7.5: the mediator is glad; home minds where the condition was not met."""
    effects = board.effects["return.met"] if met else board.effects["return.not-met"]
    return charges(board, effects, "T7.5", own=seat)


ON_RECORD = ("regret", "invitation")
"""T7.5: conditions that the record tells of."""


def condition_met(board: Board, seat: int, talks: Talks, text: Text, record: Sequence[RecordLine]) -> bool:
    """T7.5: whether what would bring a seat back has come about.

    `truce`: an interim text is in force. `exchange`: people came home. `concession`: the other party conceded
    something in the session it left. `regret`: the other party regretted a strike. `invitation`: it was asked
    back. `next-session`: a new session is about to begin.
    """
    name = board.seats[seat].id
    others = [party for party in board.parties if party != seat]
    names = {board.seats[party].id for party in others}
    left_in = talks.round - talks.absent[seat]
    happened = [line.event for line in record if line.round >= left_in]
    match talks.until[seat]:
        case "truce":
            return text.truce is not None
        case "exchange":
            return text.banked[board.roles.people] >= 0
        case "concession":
            return any(text.conceded >> party & 1 for party in others)
        case "regret":
            return any(
                isinstance(event, e.AnswersOpened) and any((who, "regret") in event.answers for who in names)
                for event in happened
            )
        case "invitation":
            return any(isinstance(event, e.Invited) and event.to == name for event in happened)
        case "next-session":
            return talks.phase == Phase.SCHEDULED
        case _:
            return False


def invite_form(board: Board, sight: Sight) -> tuple[Box, ...] | Refusal:
    """T7.13: anybody may ask a seat outside into the room, or one that left to come back.

    A seat that keeps a consent sheet is asked in by those the scenario names, and not in a session in which
    somebody objected to it (T7.14).
    """
    outside = [seat.id for at, seat in enumerate(board.seats) if not is_in(sight.talks.room, at)]
    if not outside:
        return no("nobody-is-outside", "T7.13")
    rules = board.consent
    if rules is not None:
        guest = board.seats[rules.seat].id
        shut = closed_to(sight, guest, may_ask=is_in(rules.inviters, sight.seat))
        if shut is not None and guest in outside:
            outside.remove(guest)
            if not outside:
                return shut
    return (Box("invite", "T7.13", "public", 1, 1, (Pick("to", tuple(outside)),)),)


def closed_to(sight: Sight, guest: str, *, may_ask: bool) -> Refusal | None:
    """T7.13, T7.14: why a seat may not ask this guest in now, or None."""
    if not may_ask:
        return no("not-yours-to-invite", "T7.13")
    objected = any(
        isinstance(paper, Objection) and (paper.guest, paper.round) == (guest, sight.talks.round)
        for paper in sight.papers
    )
    return no("objected-in-this-session", "T7.14") if objected else None


def decide_invite(step: Step, move: Invite) -> None:
    """T7.13: a seat outside is in the room from the next sitting on; one that left decides for itself.

    T7.14: those who may still object to it are asked first.
    """
    to = objectors(step, move.to)
    if to:
        step.table(Invitation(step.state.next_paper, EVERYONE, step.seat, to, move.to), "T7.14")
    else:
        step.emit(e.Invited(rule="T7.13", by=step.seat, to=move.to))
    spend(step)


def objectors(step: Step, guest: str) -> tuple[str, ...]:
    """T7.14: the seats in the room, but the one that asks, that have not used their objection to this guest."""
    rules = step.board.consent
    if rules is None or step.seats[rules.seat] != guest:
        return ()
    used = {paper.by for paper in step.state.papers if isinstance(paper, Objection)}
    return tuple(
        name
        for at, name in enumerate(step.seats)
        if is_in(rules.objectors & step.state.talks.room, at) and name not in {step.seat, *used}
    )


def answer_invitation_form(board: Board, sight: Sight) -> tuple[Box, ...] | Refusal:
    """T7.14: a seat that is asked lets the guest in, or objects, which it may do once a match."""
    asked = papers_for(sight, "invitation", board.seats[sight.seat].id)
    if not asked:
        return no("no-invitation-for-you", "T7.14")
    answers = Pick("answer", (LET_IN, OBJECT))
    return (Box("answer-invitation", "T7.14", "public", 0, 1, (Choice("paper", asked), answers)),)


def decide_answer_invitation(step: Step, move: AnswerInvitation) -> None:
    """T7.14: one objection keeps the guest outside for this session; when all let it in, it is in."""
    paper = next(paper for paper in step.state.papers if paper.id == move.paper)
    if not isinstance(paper, Invitation):
        return
    step.emit(e.InvitationAnswered(rule="T7.14", seat=step.seat, guest=paper.guest, answer=move.answer))
    left = tuple(name for name in paper.to if name != step.seat)
    if move.answer == OBJECT and step.board.consent is not None:
        step.close(paper, step.seat, "objected", "T7.14")
        spent = Objection(step.state.next_paper, EVERYONE, step.seat, paper.guest, step.state.talks.round)
        step.table(spent, "T7.14")
        step.pay()
    elif left:
        step.emit(e.PaperChanged(seen=paper.seen, rule="T7.14", paper=replace(paper, to=left)))
    else:
        step.close(paper, "table", "accepted", "T7.14")
        step.emit(e.Invited(rule="T7.13", by=paper.by, to=paper.guest))
    await_seats(step)


def answer_invitation_price(board: Board, sight: Sight, move: AnswerInvitation) -> Price:
    """T7.14: an objection has a price; to let the guest in has none."""
    if move.answer != OBJECT or board.consent is None:
        return FREE
    return charges(board, board.consent.objection, "T7.14", own=sight.seat)


RULES: dict[str, Rule] = {
    "caucus": Rule("T7.1", caucus_form, decide_caucus, SESSION, needs=Needs.FLOOR),
    "protest": Rule("T7.3", protest_form, decide_protest, SESSION, needs=Needs.FREE, effects=("protest",)),
    "walk-out": Rule(
        "T7.4",
        walk_out_form,
        decide_walk_out,
        SESSION,
        Who.PARTY,
        Needs.TURN,
        effects=("walk-out",),
    ),
    "return": Rule(
        "T7.5",
        return_form,
        decide_return,
        (Phase.SCHEDULED, Phase.SUSPENDED),
        effects=("return.met", "return.not-met"),
        price=return_price,
    ),
    "invite": Rule("T7.13", invite_form, decide_invite, SESSION, needs=Needs.FLOOR),
    "answer-invitation": Rule(
        "T7.14",
        answer_invitation_form,
        decide_answer_invitation,
        SESSION,
        needs=Needs.TABLE,
        price=answer_invitation_price,
    ),
}
