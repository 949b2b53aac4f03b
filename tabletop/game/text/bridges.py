"""The mediator's double-blind bridge (rules T5.6 and T5.7)."""

from tabletop.errors import Refusal
from tabletop.game.core.floor import await_seats, spend, spend_free
from tabletop.game.core.price import Price, charges
from tabletop.game.core.rule import SITTING, Needs, Rule, Who, no, open_clauses, option_bits, terms_grid
from tabletop.game.core.sight import Sight
from tabletop.game.core.step import Step
from tabletop.game.records import events as e
from tabletop.game.records.menu import Box, Choice, Pick
from tabletop.game.records.moves import AnswerBridge, Bridge
from tabletop.game.records.papers import BridgeNotice, BridgePaper
from tabletop.game.text.positions import move_positions
from tabletop.scenario.board.board import Board
from tabletop.vocabulary import EVERYONE

Masks = tuple[int, ...]


def bridge_form(board: Board, sight: Sight) -> tuple[Box, ...] | Refusal:
    """T5.6: one a sitting, at least two open clauses, in which each party sees the other move somewhere.

    The same text may not be bridged twice in a session.
    """
    if sight.talks.bridges_left < 1:
        return no("one-bridge-a-sitting", "T5.6")
    if any(isinstance(paper, BridgeNotice) for paper in sight.papers):
        return no("a-bridge-is-open", "T5.6")
    free = open_clauses(board, sight.text)
    masks = tuple(
        option_bits(len(clause.options)) if free[at] else 0 for at, clause in enumerate(board.clauses)
    )
    needs = tuple(moves_of(sight, masks, party) for party in board.parties)
    grid = terms_grid(
        board,
        masks,
        board.numbers["bridge.rows"],
        len(board.clauses),
        needs,
        sight.mine.bridged if sight.mine else (),
    )
    if grid.high < grid.low or not all(any(group) for group in needs):
        return no("too-few-open-clauses", "T5.6")
    return (Box("bridge", "T5.6", "public", 1, 2, (grid,)),)


def moves_of(sight: Sight, masks: Masks, party: int) -> Masks:
    """T5.6: the cells in which a party would have to move from where it stands."""
    return tuple(bits & ~(1 << sight.text.positions[party][at] + 1) for at, bits in enumerate(masks))


def decide_bridge(step: Step, move: Bridge) -> None:
    """T5.6: the terms lie before the parties; everybody else knows only that a bridge does."""
    board = step.board
    to = tuple(board.seats[party].id for party in board.parties)
    step.table(BridgeNotice(step.state.next_paper, EVERYONE, step.seat, to), "T5.6")
    seen = step.mask(step.mover, *board.parties)
    step.table(BridgePaper(step.state.next_paper, seen, step.seat, to, move.terms), "T5.6")
    step.pay()
    step.set("T5.6", bridges_left=step.state.talks.bridges_left - 1)
    spend(step)


def bridge_price(board: Board, sight: Sight, _move: Bridge) -> Price:
    """T5.6: a second bridge in a session costs more patience than the first."""
    first = sight.mine is None or not sight.mine.bridged
    effects = board.effects["bridge.made"] if first else board.effects["bridge.second"]
    return charges(board, effects, "T5.6", own=sight.seat)


def answer_form(board: Board, sight: Sight) -> tuple[Box, ...] | Refusal:
    """T5.7: an addressee answers in secret, and may change its answer until the other has given one."""
    me = board.seats[sight.seat].id
    notices = tuple(paper.id for paper in sight.papers if isinstance(paper, BridgeNotice) and me in paper.to)
    if not notices:
        return no("no-bridge-for-you", "T5.7")
    again = sight.mine is not None and bool(sight.mine.bridge)
    if again and sight.talks.free_left[sight.seat] < 1:
        return no("no-free-moves-left", "T3.3")
    if again and sight.talks.awaiting == 0:
        return no("the-answers-are-in", "T5.7")
    return (
        Box("answer-bridge", "T5.7", "own", 0, 2, (Choice("paper", notices), Pick("answer", ("yes", "no")))),
    )


def decide_answer(step: Step, move: AnswerBridge) -> None:
    """T5.7: the answer lies under seal; a yes binds once the bridge is opened (T5.8)."""
    if step.state.sealed.bridge[step.mover]:
        spend_free(step)
    step.emit(e.BridgeSealed(seen=step.mask(step.mover), rule="T5.7", seat=step.seat, answer=move.answer))
    await_seats(step)


def open_bridge(step: Step) -> None:
    """T5.7: opened by the table when both have answered: a double yes moves both, anything else only fails."""
    board = step.board
    notice = next(paper for paper in step.state.papers if isinstance(paper, BridgeNotice))
    terms = next(paper for paper in step.state.papers if isinstance(paper, BridgePaper))
    carried = all(step.state.sealed.bridge[board.seat_index[name]] == "yes" for name in notice.to)
    step.close(notice, "table", "carried" if carried else "failed", "T5.7")
    step.close(terms, "table", "carried" if carried else "failed", "T5.7")
    if not carried:
        step.emit(e.BridgeFailed(rule="T5.7", by=notice.by))
        await_seats(step)
        return
    step.emit(e.BridgeCarried(rule="T5.7", by=notice.by, terms=terms.terms))
    rows = sum(1 << board.clause_index[clause] for clause, _ in terms.terms)
    for name in notice.to:
        move_positions(step, board.seat_index[name], terms.terms, "T5.7")
        step.emit(e.Bound(rule="T5.8", seat=name, clauses=rows))
    step.act("bridge.carried", "T5.7", own=board.seat_index[notice.by])
    await_seats(step)


RULES: dict[str, Rule] = {
    "bridge": Rule(
        "T5.6",
        bridge_form,
        decide_bridge,
        SITTING,
        Who.MEDIATOR,
        Needs.FLOOR,
        effects=("bridge.made", "bridge.second"),
        price=bridge_price,
    ),
    "answer-bridge": Rule("T5.7", answer_form, decide_answer, SITTING, needs=Needs.TABLE),
}
