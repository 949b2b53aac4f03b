"""Polls, leaks, briefings, attribution (rules T7.9 to T7.11, S2.4)."""

from tabletop.errors import Refusal
from tabletop.game.core.floor import spend, spend_free
from tabletop.game.core.price import Price, charges
from tabletop.game.core.rule import (
    SESSION,
    Needs,
    Rule,
    is_in,
    no,
    open_clauses,
    option_bits,
    terms_grid,
)
from tabletop.game.core.sight import Sight
from tabletop.game.core.step import Step
from tabletop.game.records import events as e
from tabletop.game.records.menu import Box, Choice, Pick, Words
from tabletop.game.records.moves import Attribute, Brief, Leak, Poll
from tabletop.game.records.papers import Claim, PollCard, StrikePaper
from tabletop.game.strikes import evidence
from tabletop.game.worth import value
from tabletop.game.worth.curves import FACES, normal
from tabletop.scenario.board.board import Board
from tabletop.vocabulary import EVERYONE, Phase

ORDERS = (Phase.SCHEDULED,)
"""While orders are sealed: a seat is awaited for them or has given them, and nobody sees more than that."""


def poll_form(_board: Board, sight: Sight) -> tuple[Box, ...] | Refusal:
    """T7.9: ask one's own home whether it would carry the draft; once a round, costs a move."""
    if is_in(sight.talks.polled, sight.seat):
        return no("one-poll-a-round", "T7.9")
    return (Box("poll", "T7.9", "own", 1, 1, ()),)


def decide_poll(step: Step, _move: Poll) -> None:
    """T7.9: the answer is the support the draft would find, with an error; a won poll releases vows it covers."""
    board = step.board
    draft = value.complete(board, step.state.text.agreed)
    context = value.true_context(board, step.state)
    error = normal(step.roll("poll", step.seat, FACES)) * step.number("poll.error") // 1000
    result = max(0, min(100_00, home_says(board, step.mover, draft, context) + error))
    step.set("T7.9", polled=step.state.talks.polled | 1 << step.mover)
    for card in step.state.papers:
        if isinstance(card, PollCard) and card.by == step.seat:
            step.close(card, step.seat, "replaced", "T7.9")
    result_card = PollCard(
        step.state.next_paper, step.mask(step.mover), step.seat, result, step.state.talks.round
    )
    step.table(result_card, "T7.9")
    if result >= 50_00:
        for vow in step.state.text.vows:
            agreed = step.state.text.agreed[vow.clause]
            beyond = agreed >= 0 and (agreed < vow.option if vow.below else agreed > vow.option)
            if vow.seat == step.mover and beyond:
                step.emit(e.VowReleased(rule="T6.1", seat=step.seat, clause=board.clauses[vow.clause].id))
    spend(step)


def home_says(board: Board, seat: int, draft: tuple[int, ...], context: value.Context) -> int:
    """T7.9: support for the draft at a party's home; elsewhere the chance, in per cent, that its body says yes."""
    if seat in board.parties:
        return value.support(board, seat, draft, context)
    body = next((body for body in board.bodies if body.seat == seat), None)
    return value.chance(board, body, draft, context) if body else 50_00


def leak_form(board: Board, sight: Sight) -> tuple[Box, ...] | Refusal:
    """T7.10: seal, beside the orders, where another seat would stand in private; true or not."""
    if sight.mine is None or sight.mine.press is not None:
        return no("one-for-the-press-a-round", "T7.10", hint="undo")
    others = tuple(board.seats[at].id for at in board.parties if at != sight.seat)
    free = open_clauses(board, sight.text)
    masks = tuple(
        option_bits(len(clause.options)) if free[at] and not clause.humane else 0
        for at, clause in enumerate(board.clauses)
    )
    if not any(masks):
        return no("no-open-clause", "T4.2")
    return (Box("leak", "T7.10", "own", 0, 1, (Pick("about", others), terms_grid(board, masks, 1, 1))),)


def decide_leak(step: Step, move: Leak) -> None:
    """T7.10: it lies under seal; nothing tells anybody else that there is one."""
    own = step.mask(step.mover)
    step.emit(e.LeakSealed(seen=own, rule="T7.10", seat=step.seat, about=move.about, terms=move.terms))


def leak_price(board: Board, sight: Sight, move: Leak) -> Price:
    """T7.10: once it appears it hurts the one it is about; whether it is traced is a die."""
    about = board.seat_index[move.about]
    return charges(board, board.effects["leak.made"], "T7.10", own=sight.seat, to=about)


def brief_form(board: Board, sight: Sight) -> tuple[Box, ...] | Refusal:
    """T7.11: seal, beside the orders, words for the press."""
    if sight.mine is None or sight.mine.press is not None:
        return no("one-for-the-press-a-round", "T7.11", hint="undo")
    words = Words("words", board.numbers["words.most"], optional=False)
    return (Box("brief", "T7.11", "own", 0, 1, (words,)),)


def decide_brief(step: Step, move: Brief) -> None:
    """T7.11: it lies under seal; nothing tells anybody else that there is one."""
    step.emit(e.BriefSealed(seen=step.mask(step.mover), rule="T7.11", seat=step.seat, words=move.words))


def open_press(step: Step, seams: int = 1) -> None:
    """T7.10, T7.11: what is due at this seam appears, in an order drawn by chance.

    Args:
        step: The step.
        seams: How many seams of the session are left, this one included: each has the same chance, and at the last one
            everything is due.
    """
    due = [
        at
        for at, sealed in enumerate(step.state.sealed.press)
        if sealed is not None and (seams == 1 or step.roll("press", step.seats[at], seams) == 0)
    ]
    while due:
        open_one(step, due.pop(step.roll("press-order", "seam", len(due), len(due)) if len(due) > 1 else 0))


def open_one(step: Step, at: int) -> None:
    """T7.10, T7.11: what a seat sealed appears, unsigned unless it is traced."""
    sealed, seat, own = step.state.sealed.press[at], step.seats[at], step.mask(at)
    match sealed:
        case Leak(about=about, terms=terms):
            step.emit(e.PressOpened(seen=own, rule="T7.10", seat=seat, how="leak"))
            traced = step.happens("leak-traced", seat, step.number("leak.traced"))
            step.table(Claim(step.state.next_paper, EVERYONE, seat if traced else "", about, terms), "T7.10")
            step.act("leak.made", "T7.10", own=at, to=step.board.seat_index[about])
            if traced:
                step.emit(e.LeakTraced(rule="T7.10", seat=seat, how="leak"))
                step.act("leak.traced", "T7.10", own=at)
        case Brief(words=words):
            step.emit(e.PressOpened(seen=own, rule="T7.11", seat=seat, how="brief"))
            step.emit(e.Briefed(rule="T7.11", words=words))
            step.act("brief.made", "T7.11", own=at)
            if step.happens("brief-traced", seat, step.number("brief.traced")):
                step.emit(e.LeakTraced(rule="T7.11", seat=seat, how="brief"))
        case None:
            pass


def attribute_form(board: Board, sight: Sight) -> tuple[Box, ...] | Refusal:
    """S2.4: name in public which party was behind a reported strike, once a strike; a free move."""
    reported = [paper for paper in sight.papers if isinstance(paper, StrikePaper)]
    if not reported:
        return no("no-strike-was-reported", "S2.4")
    me = board.seats[sight.seat].id
    strikes = tuple(paper.id for paper in reported if not paper.settled and me not in dict(paper.named))
    if not strikes:
        return no("strike-named-or-settled", "S2.4")
    parties = tuple(board.seats[at].id for at in board.parties)
    return (Box("attribute", "S2.4", "public", 0, 2, (Choice("paper", strikes), Pick("to", parties))),)


def decide_attribute(step: Step, move: Attribute) -> None:
    """S2.4: it stands on record; right or wrong shows in the debrief, or once an inspection settles it (S2.7)."""
    step.emit(e.Attributed(rule="S2.4", seat=step.seat, paper=move.paper, to=move.to))
    for paper in step.state.papers:
        if isinstance(paper, StrikePaper) and paper.id == move.paper:
            evidence.note_name(step, paper, step.seat, move.to)
    spend_free(step)


RULES: dict[str, Rule] = {
    "poll": Rule("T7.9", poll_form, decide_poll, SESSION, needs=Needs.FLOOR),
    "leak": Rule("T7.10", leak_form, decide_leak, ORDERS, effects=("leak.made",), price=leak_price),
    "brief": Rule("T7.11", brief_form, decide_brief, ORDERS, effects=("brief.made",)),
    "attribute": Rule("S2.4", attribute_form, decide_attribute, SESSION, needs=Needs.FREE),
}
