"""Vows, promises, questions and words (rules T6)."""

from tabletop.errors import Refusal
from tabletop.game.commitments.promisable import own_acts
from tabletop.game.core.floor import await_seats, spend, spend_free
from tabletop.game.core.quantities import put
from tabletop.game.core.rule import (
    SESSION,
    SITTING,
    Needs,
    Rule,
    Who,
    no,
    open_clauses,
    option_bits,
    terms_grid,
)
from tabletop.game.core.sight import Sight
from tabletop.game.core.step import Step, seats_in
from tabletop.game.records import events as e
from tabletop.game.records.menu import Box, Choice, Count, Pick, Words
from tabletop.game.records.moves import AnswerAsk, Ask, Promise, Say, Show, Vow
from tabletop.game.records.papers import PollCard, PromisePaper, Question
from tabletop.scenario.board.board import Board
from tabletop.vocabulary import EVERYONE

ANSWERS = ("high", "middle", "low", "will-not-say")
"""T6.4: what may be answered to a question on how much a clause matters."""

ON_RECORD = ("yield", "refuse", "note")
"""T7.7: what may be answered, on the record, to pressure."""


def vow_form(board: Board, sight: Sight) -> tuple[Box, ...] | Refusal:
    """T6.1: a party vows on an open clause, never on people, never beyond where it stands; two at most."""
    mine = [vow for vow in sight.text.vows if vow.seat == sight.seat]
    if len(mine) >= board.numbers["vow.most"]:
        return no("two-vows-stand", "T6.1")
    taken = {vow.clause for vow in mine}
    free = open_clauses(board, sight.text)
    below: list[int] = []
    above: list[int] = []
    for at, clause in enumerate(board.clauses):
        count, now = len(clause.options), sight.text.positions[sight.seat][at]
        shut = not free[at] or clause.humane or at in taken
        below.append(0 if shut else option_bits((now if now >= 0 else count - 1) + 1, least=1))
        above.append(0 if shut else option_bits(count - 1, least=max(now, 0)))
    boxes = tuple(
        Box("vow", "T6.1", "public", 1, 2, (Pick("side", (side,)), terms_grid(board, tuple(masks), 1, 1)))
        for side, masks in (("not-below", below), ("not-above", above))
        if any(masks)
    )
    return boxes or no("no-open-clause", "T4.2")


def decide_vow(step: Step, move: Vow) -> None:
    """T6.1: home likes a vow; going back on it will cost."""
    clause, option = move.terms[0]
    step.emit(e.Vowed(rule="T6.1", seat=step.seat, clause=clause, option=option, side=move.side))
    step.pay()
    spend(step)


def check_vows(step: Step, seat: int, clause: int, option: int) -> None:
    """T6.1: a vow is broken when its seat initials beyond it."""
    for vow in step.state.text.vows:
        beyond = option < vow.option if vow.below else option > vow.option
        if vow.seat == seat and vow.clause == clause and beyond:
            names = step.seats[seat], step.board.clauses[clause].id
            step.emit(e.VowBroken(rule="T6.1", seat=names[0], clause=names[1]))
            step.act("vow.broken", "T6.1", own=seat)
            path = step.path(f"home.credit.{names[0]}")
            left = step.state.home.credit[seat] * step.number("vow.credit-kept") // 100_00
            step.shift(path, left, "T6.1")


def promise_form(board: Board, sight: Sight) -> tuple[Box, ...] | Refusal:
    """T6.2: what of its own acts, where, from when, how long, who else judges, to whom; three open at most."""
    me = board.seats[sight.seat].id
    running = [
        paper
        for paper in sight.papers
        if isinstance(paper, PromisePaper) and paper.by == me and paper.state == "open"
    ]
    if len(running) >= board.numbers["promise.most"]:
        return no("three-promises-are-open", "T6.2")
    others = tuple(seat.id for at, seat in enumerate(board.seats) if at != sight.seat)
    acts = own_acts(board, sight.seat)
    if not acts:
        return no("nothing-to-promise", "T6.2")
    fixed = (
        Pick("act", acts),
        Pick("place", board.places),
        Count("start", 0, board.numbers["promise.start"], "rounds"),
        Count("rounds", 1, board.numbers["promise.rounds"], "rounds"),
        Pick("verifier", others),
    )
    to = Pick("to", others)
    return (
        Box("promise", "T6.2", "public", 1, 2, (to, *fixed, Pick("channel", ("open",)))),
        Box("promise", "T6.2", "pair", 1, 2, (to, *fixed, Pick("channel", ("private",)))),
    )


def decide_promise(step: Step, move: Promise) -> None:
    """T6.2: the promise is on paper; private ones are seen by giver, addressee and verifier."""
    board = step.board
    seats = (step.mover, board.seat_index[move.to], board.seat_index[move.verifier])
    seen = EVERYONE if move.channel == "open" else step.mask(*seats)
    begin = step.state.talks.round + move.start
    paper = PromisePaper(
        step.state.next_paper,
        seen,
        step.seat,
        move.to,
        move.act,
        move.place,
        begin,
        begin + move.rounds,
        move.verifier,
    )
    step.table(paper, "T6.2")
    spend(step)


def ask_form(board: Board, sight: Sight) -> tuple[Box, ...] | Refusal:
    """T6.3: one free question a sitting, to any other seat, on any open clause."""
    if sight.talks.asks_left[sight.seat] < 1:
        return no("one-question-a-sitting", "T6.3")
    free = open_clauses(board, sight.text)
    clauses = tuple(clause.id for at, clause in enumerate(board.clauses) if free[at])
    if not clauses:
        return no("no-open-clause", "T4.2")
    others = tuple(
        board.seats[at].id for at in seats_in(sight.talks.room, len(board.seats)) if at != sight.seat
    )
    if not others:
        return no("nobody-else-in-the-room", "T3.5")
    return (Box("ask", "T6.3", "public", 0, 1, (Pick("to", others), Pick("clause", clauses))),)


def decide_ask(step: Step, move: Ask) -> None:
    """T6.3: the question waits for its answer before the table goes on."""
    left = step.state.talks.asks_left
    step.set("T6.3", asks_left=put(left, step.mover, left[step.mover] - 1))
    step.table(Question(step.state.next_paper, EVERYONE, step.seat, (move.to,), move.clause), "T6.3")
    await_seats(step)


def answer_form(board: Board, sight: Sight) -> tuple[Box, ...] | Refusal:
    """T6.4: one of four answers, true or not; T7.7: pressure is answered on the record."""
    me = board.seats[sight.seat].id
    asked = [paper for paper in sight.papers if isinstance(paper, Question) and me in paper.to]
    questions = tuple(paper.id for paper in asked if paper.clause)
    pressure = tuple(paper.id for paper in asked if not paper.clause)
    boxes: list[Box] = []
    if questions:
        slots = (Choice("paper", questions), Pick("answer", ANSWERS))
        boxes.append(Box("answer-ask", "T6.4", "public", 0, 1, slots))
    if pressure:
        slots = (Choice("paper", pressure), Pick("answer", ON_RECORD))
        boxes.append(Box("answer-ask", "T7.7", "public", 0, 1, slots))
    return tuple(boxes) or no("nothing-to-answer", "T6.4")


def decide_answer(step: Step, move: AnswerAsk) -> None:
    """T6.4: the answer is public; whether it was true stands in the debrief."""
    paper = next(paper for paper in step.state.papers if paper.id == move.paper)
    if isinstance(paper, Question):
        step.close(paper, step.seat, "answered", "T6.4")
        step.emit(
            e.Answered(rule="T6.4", seat=step.seat, to=paper.by, clause=paper.clause, answer=move.answer)
        )
    await_seats(step)


def say_form(board: Board, sight: Sight) -> tuple[Box, ...] | Refusal:
    """T6.5: words to all, or to the other seat of a caucus; a free move."""
    words = Words("words", board.numbers["words.most"], optional=False)
    boxes = [Box("say", "T6.5", "public", 0, 1, (Pick("to", ("all",)), words))]
    partners = partners_of(board, sight)
    if partners:
        boxes.append(Box("say", "T6.5", "pair", 0, 1, (Pick("to", partners), words)))
    return tuple(boxes)


def partners_of(board: Board, sight: Sight) -> tuple[str, ...]:
    """T7.2: the seats this seat is in caucus with."""
    return tuple(
        board.seats[at].id
        for at in range(len(board.seats))
        if at != sight.seat and 1 << at | 1 << sight.seat in sight.talks.caucus
    )


def audience(step: Step, to: str) -> int:
    """T6.5: who hears words: all, or the pair."""
    return EVERYONE if to == "all" else step.mask(step.mover, step.board.seat_index[to])


def decide_say(step: Step, move: Say) -> None:
    """T6.5: the words are on record for those who heard them."""
    seen = audience(step, move.to)
    step.emit(e.Said(seen=seen, rule="T6.5", seat=step.seat, to=move.to, words=move.words, how="say"))
    spend_free(step)


def show_form(board: Board, sight: Sight) -> tuple[Box, ...] | Refusal:
    """T6.6: the result of one's own poll, as a card that cannot be forged; a free move."""
    me = board.seats[sight.seat].id
    cards = tuple(paper.id for paper in sight.papers if isinstance(paper, PollCard) and paper.by == me)
    if not cards:
        return no("no-poll-to-show", "T6.6")
    boxes = [Box("show", "T6.6", "public", 0, 2, (Choice("paper", cards), Pick("to", ("all",))))]
    partners = partners_of(board, sight)
    if partners:
        boxes.append(Box("show", "T6.6", "pair", 0, 2, (Choice("paper", cards), Pick("to", partners))))
    return tuple(boxes)


def decide_show(step: Step, move: Show) -> None:
    """T6.6: the card is before those it was shown to."""
    paper = next(paper for paper in step.state.papers if paper.id == move.paper)
    if isinstance(paper, PollCard):
        seen = audience(step, move.to)
        step.emit(e.Shown(seen=seen, rule="T6.6", seat=step.seat, to=move.to, result=paper.result))
    spend_free(step)


RULES: dict[str, Rule] = {
    "vow": Rule("T6.1", vow_form, decide_vow, SITTING, Who.PARTY, Needs.FLOOR, effects=("vow.taken",)),
    "promise": Rule("T6.2", promise_form, decide_promise, SITTING, needs=Needs.FLOOR),
    "ask": Rule("T6.3", ask_form, decide_ask, SESSION, needs=Needs.TABLE),
    "answer-ask": Rule("T6.4", answer_form, decide_answer, SESSION, needs=Needs.TABLE),
    "say": Rule("T6.5", say_form, decide_say, SESSION, needs=Needs.FREE),
    "show": Rule("T6.6", show_form, decide_show, SESSION, needs=Needs.FREE),
}
