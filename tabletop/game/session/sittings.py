"""Sittings, the floor, passing, recess (rules T3)."""

from dataclasses import replace

from tabletop.errors import Refusal
from tabletop.game.calendar.last_look import await_looks
from tabletop.game.commitments import verdicts
from tabletop.game.core.floor import await_seats, next_on_the_floor, pass_the_floor
from tabletop.game.core.rule import SESSION, Needs, Rule, Who, is_in, no
from tabletop.game.core.sight import Sight
from tabletop.game.core.step import Step, seats_in
from tabletop.game.leverage.press import open_press
from tabletop.game.records import events as e
from tabletop.game.records.menu import Box
from tabletop.game.records.moves import EndTalks, Pass, Recess
from tabletop.game.records.papers import Offer
from tabletop.game.text.consent_sheet import close_consent
from tabletop.game.text.positions import settle_clauses
from tabletop.game.text.trades import carry_out, lapse, untouched
from tabletop.scenario.board.board import Board
from tabletop.vocabulary import Phase


def open_sitting(step: Step, number: int) -> None:
    """T3.1: a sitting opens with a budget of moves for each seat in the room."""
    board, talks = step.board, step.state.talks
    step.emit(e.SittingOpened(rule="T3.1", sitting=number))
    count = len(board.seats)
    inside = [1 if is_in(talks.room, seat) else 0 for seat in range(count)]
    step.set(
        "T3.1",
        moves_left=tuple(board.format.moves * one for one in inside),
        free_left=tuple(step.number("free.a-sitting") * one for one in inside),
        asks_left=tuple(step.number("ask.a-sitting") * one for one in inside),
        bridges_left=step.number("bridge.a-sitting"),
        passed=0,
        tried=0,
    )
    if board.open_sittings:
        step.set("T3.1", floor=-1)
    else:
        first = (talks.round * board.format.sittings + number) % count
        step.set("T3.2", floor=next_on_the_floor(step, first - 1))
    await_seats(step)


def close_sitting(step: Step) -> None:
    """T3.4: caucuses close, what was agreed in them is booked, clauses settle, trades run out."""
    for pair in step.state.talks.caucus:
        names = tuple(step.seats[seat] for seat in seats_in(pair, len(step.seats)))
        step.emit(e.CaucusClosed(rule="T7.2", seats=names))
    for paper in step.state.papers:
        if isinstance(paper, Offer):
            if set(paper.to) <= set(paper.accepted) and untouched(step.board, step.state.text, paper.terms):
                carry_out(step, paper)
            elif paper.until <= 0 or set(paper.to) <= set(paper.accepted):
                lapse(step, paper)
            else:
                step.emit(
                    e.PaperChanged(seen=paper.seen, rule="T5.5", paper=replace(paper, until=paper.until - 1))
                )
        elif paper.kind == "caucus-request":
            step.close(paper, "table", "lapsed", "T7.1")
    settle_clauses(step)
    step.set("T3.4", floor=-1, awaiting=0)


def recess(step: Step, how: str) -> None:
    """T3.4: the session is over; its last sitting was closed already. What waits for the press appears (T7.10)."""
    open_press(step)
    for paper in step.state.papers:
        if paper.kind in {"question", "bridge-notice", "bridge"}:
            step.close(paper, "table", "lapsed", "T3.4")
    close_consent(step)
    step.emit(e.SessionEnded(rule="T3.4", how=how))
    step.fire("recess", "T3.4")
    step.set("T3.4", sitting=0, passed=0)
    await_looks(step)


def pass_form(_board: Board, _sight: Sight) -> tuple[Box, ...] | Refusal:
    """T3.2: whoever has the floor may pass for the rest of the sitting."""
    return (Box("pass", "T3.2", "public", 0, 1, ()),)


def decide_pass(step: Step, _move: Pass) -> None:
    """T3.2: the seat is done with this sitting."""
    step.set("T3.2", passed=step.state.talks.passed | 1 << step.mover)
    pass_the_floor(step)


def recess_form(_board: Board, _sight: Sight) -> tuple[Box, ...] | Refusal:
    """T3.4: the mediator may end the session."""
    return (Box("recess", "T3.4", "public", 0, 2, ()),)


def decide_recess(step: Step, _move: Recess) -> None:
    """T3.4: the session is over."""
    close_sitting(step)
    recess(step, "chair")


def end_form(board: Board, sight: Sight) -> tuple[Box, ...] | Refusal:
    """T3.6: when a party has been away two sessions running, the others may vote to end the talks."""
    if max(sight.talks.absent) < board.numbers["absent.sessions"]:
        return no("nobody-away-long-enough", "T3.6")
    if is_in(sight.talks.votes, sight.seat):
        return no("voted-already", "T3.6")
    return (Box("end-talks", "T3.6", "public", 0, 2, ()),)


def decide_end(step: Step, _move: EndTalks) -> None:
    """T3.6: the talks collapse when every seat in the room has voted so."""
    step.emit(e.VotedToEnd(rule="T3.6", seat=step.seat))
    talks = step.state.talks
    if talks.votes & talks.room == talks.room:
        verdicts.lapse(step)
        step.emit(e.MatchEnded(rule="T3.6", how="collapsed", by="vote"))
        step.fire("vote-to-end", "T3.6")
        step.set("T3.6", awaiting=0)
        return
    step.set("T3.6", passed=talks.passed | 1 << step.mover)
    pass_the_floor(step)


RULES: dict[str, Rule] = {
    "pass": Rule("T3.2", pass_form, decide_pass, SESSION, needs=Needs.TURN),
    "recess": Rule("T3.4", recess_form, decide_recess, SESSION, Who.MEDIATOR, Needs.TURN),
    "end-talks": Rule("T3.6", end_form, decide_end, (Phase.SUSPENDED,), needs=Needs.TURN),
}
