"""What a rule of a move is made of: the form that says when it is open, and what it does.

Each chapter of the talks holds, for every kind of move, a `form` and a `decide` side by side, so that a rule is
found and changed in one place. `refusal` is membership in the form: there is no second list of what is legal.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tabletop.errors import Refusal
from tabletop.game.forms import Box, Grid
from tabletop.game.sight import Sight
from tabletop.game.state import Text
from tabletop.game.step import Step
from tabletop.scenario.board import Board
from tabletop.terms import Phase

Form = Callable[[Board, Sight], tuple[Box, ...] | Refusal]
"""The boxes of a kind of move that are open to a sight, or why none is."""

Decision = Callable[[Step, str, Any], None]
"""What a legal move does."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of move: where it is ruled, when it is open, what it does."""

    id: str
    form: Form
    decide: Decision


def no(code: str, rule: str, hint: str = "", **facts: object) -> Refusal:
    """A refusal, with its facts as words."""
    return Refusal(code, rule, tuple((key, str(value)) for key, value in facts.items()), hint)


def is_in(mask: int, seat: int) -> bool:
    """Whether a seat is in a mask."""
    return seat >= 0 and bool(mask >> seat & 1)


def on_the_floor(board: Board, sight: Sight, rule: str, *phases: Phase, costs: int = 1) -> Refusal | None:
    """Why a seat may not make a floor move now, or None (T3.2).

    Args:
        board: The board.
        sight: The seat's sight.
        rule: The rule of the move that asks.
        phases: Phases in which it may be made; plenary alone when empty.
        costs: Moves of the budget it needs.
    """
    talks = sight.talks
    if sight.seat < 0 or sight.seat >= len(board.seats):
        return no("not-a-seat", "T1.3")
    if talks.phase not in (phases or (Phase.PLENARY,)):
        return no("wrong-phase", rule, phase=talks.phase)
    if not is_in(talks.room, sight.seat):
        return no("not-in-the-room", "T3.5", hint="return")
    if not is_in(talks.awaiting, sight.seat):
        return no("not-your-turn", "T3.2", hint="wait")
    if talks.floor not in {-1, sight.seat} or owes(board, sight):
        return no("answer-first", "T3.2", hint="answer")
    if talks.moves_left[sight.seat] < costs:
        return no("no-moves-left", "T3.1", hint="pass")
    return None


def at_the_table(board: Board, sight: Sight, rule: str) -> Refusal | None:
    """Why a seat in the room may not make a free move now, or None (T3.3)."""
    if sight.seat < 0 or sight.seat >= len(board.seats):
        return no("not-a-seat", "T1.3")
    if sight.talks.phase not in {Phase.PLENARY, Phase.SUSPENDED}:
        return no("wrong-phase", rule, phase=sight.talks.phase)
    if sight.talks.sitting == 0:
        return no("no-sitting", "T3.1")
    if not is_in(sight.talks.room, sight.seat):
        return no("not-in-the-room", "T3.5", hint="return")
    return None


def free_move(board: Board, sight: Sight, rule: str) -> Refusal | None:
    """Why a seat may not use one of its free moves now, or None (T3.3)."""
    refused = at_the_table(board, sight, rule)
    if refused is None and sight.talks.free_left[sight.seat] < 1:
        return no("no-free-moves-left", "T3.3", hint="pass")
    return refused


def owes(board: Board, sight: Sight) -> bool:
    """Whether the seat owes an answer to a bridge, a question or a truce clause (T3.2)."""
    me = board.seats[sight.seat].id
    for paper in sight.papers:
        if paper.kind == "question" and me in paper.to:
            return True
        if (
            paper.kind == "bridge-notice"
            and me in paper.to
            and sight.mine is not None
            and not sight.mine.bridge
        ):
            return True
        if paper.kind == "offer" and paper.answer_first and me in paper.to and me not in paper.accepted:
            return True
    return False


def open_rows(board: Board, text: Text) -> tuple[bool, ...]:
    """Which clauses are in play and carry no initials (T4.2)."""
    return tuple(
        clause.annexed < 0 and text.initialled[at] < 0 and text.banked[at] < 0
        for at, clause in enumerate(board.clauses)
    )


def option_bits(count: int) -> int:
    """Grid bits of all options of a clause with `count` options, without taking back."""
    return ((1 << count) - 1) << 1


def terms_grid(
    board: Board,
    masks: tuple[int, ...],
    low: int,
    high: int,
    needs: tuple[tuple[int, ...], ...] = (),
    without: tuple[tuple[tuple[str, int], ...], ...] = (),
) -> Grid:
    """The grid slot `terms` over all clauses; `high` never above the clauses that are open."""
    rows = sum(1 for mask in masks if mask)
    return Grid(
        "terms", tuple(clause.id for clause in board.clauses), masks, low, min(high, rows), needs, without
    )


def without_hardening(board: Board, sight: Sight, at: int, bits: int) -> int:
    """Grid bits left when a bound seat may not harden a clause (T5.8): nothing worth more to it than now."""
    seat = sight.seat
    if sight.mine is None or not sight.text.bound[seat] >> at & 1:
        return bits
    now = sight.text.positions[seat][at]
    if now < 0:
        return bits
    values = [option.values[seat] for option in board.clauses[at].options]
    return sum(
        1 << option + 1
        for option, value in enumerate(values)
        if value <= values[now] and bits >> option + 1 & 1
    )


def papers_for(sight: Sight, kind: str, me: str) -> tuple[int, ...]:
    """Ids of the open papers of a kind that are addressed to a seat."""
    return tuple(paper.id for paper in sight.papers if paper.kind == kind and me in getattr(paper, "to", ()))
