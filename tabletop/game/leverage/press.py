"""Polls, leaks, briefings, attribution (rules T7.9 to T7.11, S2.4)."""

from tabletop.errors import Refusal
from tabletop.game.core.floor import spend, spend_free
from tabletop.game.core.price import Price, charges
from tabletop.game.core.rule import (
    SESSION,
    SITTING,
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
from tabletop.vocabulary import EVERYONE


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
    """T7.10: say, unsigned, where another seat would stand in private; true or not."""
    others = tuple(board.seats[at].id for at in board.parties if at != sight.seat)
    free = open_clauses(board, sight.text)
    masks = tuple(
        option_bits(len(clause.options)) if free[at] and not clause.humane else 0
        for at, clause in enumerate(board.clauses)
    )
    if not any(masks):
        return no("no-open-clause", "T4.2")
    return (Box("leak", "T7.10", "public", 1, 2, (Pick("about", others), terms_grid(board, masks, 1, 1))),)


def decide_leak(step: Step, move: Leak) -> None:
    """T7.10: a claim in the press; it hurts the one it is about, and its source if it is traced."""
    traced = step.happens("leak-traced", step.seat, step.number("leak.traced"))
    by = step.seat if traced else ""
    step.table(Claim(step.state.next_paper, EVERYONE, by, move.about, move.terms), "T7.10")
    step.pay()
    if traced:
        step.emit(e.LeakTraced(rule="T7.10", seat=step.seat, how="leak"))
        step.act("leak.traced", "T7.10", own=step.mover)
    spend(step)


def leak_price(board: Board, sight: Sight, move: Leak) -> Price:
    """T7.10: it hurts the one it is about; whether it is traced is a die."""
    about = board.seat_index[move.about]
    return charges(board, board.effects["leak.made"], "T7.10", own=sight.seat, to=about)


def brief_form(board: Board, _sight: Sight) -> tuple[Box, ...] | Refusal:
    """T7.11: brief the press in words, unsigned; costs a move."""
    words = Words("words", board.numbers["words.most"], optional=False)
    return (Box("brief", "T7.11", "public", 1, 2, (words,)),)


def decide_brief(step: Step, move: Brief) -> None:
    """T7.11: home likes it; it may be traced."""
    step.emit(e.Briefed(rule="T7.11", words=move.words))
    step.pay()
    if step.happens("brief-traced", step.seat, step.number("brief.traced")):
        step.emit(e.LeakTraced(rule="T7.11", seat=step.seat, how="brief"))
    spend(step)


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
    "leak": Rule(
        "T7.10", leak_form, decide_leak, SITTING, needs=Needs.FLOOR, effects=("leak.made",), price=leak_price
    ),
    "brief": Rule("T7.11", brief_form, decide_brief, SITTING, needs=Needs.FLOOR, effects=("brief.made",)),
    "attribute": Rule("S2.4", attribute_form, decide_attribute, SESSION, needs=Needs.FREE),
}
