"""What a rule of a move is made of: the form that says when it is open, and what it does.

Each chapter of the talks holds, for every kind of move, a `form` and a `decide` side by side, so that a rule is
found and changed in one place. `refusal` is membership in the form: there is no second list of what is legal.
"""

from collections.abc import Callable, Container
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any

from tabletop.errors import Refusal
from tabletop.game.core.price import Price, charges
from tabletop.game.core.sight import Sight
from tabletop.game.core.step import Step
from tabletop.game.records.menu import Box, Grid
from tabletop.game.records.papers import Paper
from tabletop.game.records.state import Text
from tabletop.scenario.board.board import Board
from tabletop.vocabulary import CLOCK, CONTROL, ENDS, Phase

Form = Callable[[Board, Sight], tuple[Box, ...] | Refusal]
"""The boxes of a kind of move that are open to a sight, or why none is."""

Decision = Callable[[Step, Any], None]
"""What a legal move does."""

Pricing = Callable[[Board, Sight, Any], Price]
"""What a legal move costs its mover, as far as the mover can know (T1.7)."""


class Who(StrEnum):
    """Who may make a kind of move (T1.3)."""

    ANY = "any seat"
    PARTY = "a party"
    MEDIATOR = "the mediator"
    THIRD = "mediator or Europe"
    FACILITATOR = "the facilitator"
    TABLE = "the table"


class Needs(StrEnum):
    """What a kind of move needs of its seat."""

    NOTHING = "nothing"
    TABLE = "to be in the room while a sitting runs"
    FREE = "a free move of the sitting (T3.3)"
    TURN = "the floor (T3.2)"
    FLOOR = "the floor and a move of the budget (T3.1, T3.2)"


SITTING = (Phase.PLENARY,)
"""Phases of moves on the text: every party is in the room."""

SESSION = (Phase.PLENARY, Phase.SUSPENDED)
"""Phases of moves that stay open while a party is out (T3.5)."""

LIVE = tuple(phase for phase in Phase if phase not in ENDS)
"""Every phase of a match that is not over."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of move: where it is ruled, when, for whom and with what it is open, what it does.

    Attributes:
        id: Its rule number.
        form: The boxes that are open once the rest of this holds.
        decide: What a legal move does.
        phases: Phases in which it can be open.
        who: Who may make it.
        needs: What it needs of its seat.
        why: Why a move that lies in none of the open boxes is refused, where the rules have more to say than
            that it was not offered.
        effects: The named effects that its price is made of (T1.7).
        price: What it costs, where that is not just every one of `effects` on its mover and the world.
    """

    id: str
    form: Form
    decide: Decision
    phases: tuple[Phase, ...]
    who: Who = Who.ANY
    needs: Needs = Needs.NOTHING
    why: Callable[[Board, Sight, Any], Refusal | None] | None = None
    effects: tuple[str, ...] = ()
    price: Pricing | None = None

    def price_of(self, board: Board, sight: Sight, move: Any) -> Price:
        """What a legal move costs; `decide` charges it at `Step.pay`, or when a sealed move is opened."""
        if self.price is not None:
            return self.price(board, sight, move)
        return tuple(
            charge
            for name in self.effects
            for charge in charges(board, board.effects[name], self.id, own=sight.seat)
        )


@lru_cache(maxsize=4096)
def refusal_of(code: str, rule: str, hint: str, facts: tuple[tuple[str, str], ...]) -> Refusal:
    """A refusal; the same words give the same object."""
    return Refusal(code, rule, facts, hint)


def no(code: str, rule: str, hint: str = "", **facts: str) -> Refusal:
    """A refusal, with its facts as words."""
    return refusal_of(code, rule, hint, tuple(facts.items()))


def is_in(mask: int, seat: int) -> bool:
    """Whether a seat is in a mask."""
    return seat >= 0 and bool(mask >> seat & 1)


def standing_of(board: Board, seat: int) -> Who | None:
    """What a seat is to the rules, or None for one who only watches (T1.3)."""
    if seat == CONTROL:
        return Who.FACILITATOR
    if seat == CLOCK:
        return Who.TABLE
    if not 0 <= seat < len(board.seats):
        return None
    if seat in board.parties:
        return Who.PARTY
    return Who.MEDIATOR if seat == board.mediator else Who.THIRD


OPEN_TO: dict[Who, frozenset[Who]] = {
    Who.ANY: frozenset({Who.PARTY, Who.MEDIATOR, Who.THIRD}),
    Who.PARTY: frozenset({Who.PARTY}),
    Who.MEDIATOR: frozenset({Who.MEDIATOR}),
    Who.THIRD: frozenset({Who.MEDIATOR, Who.THIRD}),
    Who.FACILITATOR: frozenset({Who.FACILITATOR}),
    Who.TABLE: frozenset({Who.TABLE}),
}
"""Who may make a move that is for whom (T1.3)."""

NOT_YOURS: dict[Who, str] = {
    Who.ANY: "not-a-seat",
    Who.PARTY: "parties-only",
    Who.MEDIATOR: "mediator-only",
    Who.THIRD: "not-a-party",
    Who.FACILITATOR: "facilitator-only",
    Who.TABLE: "table-only",
}
"""The refusal of a move that is for somebody else."""


def rule_refusal(rule: Rule, who: Who | None, phase: Phase, *, paused: bool) -> Refusal | None:
    """Why a kind of move is closed before anything else is looked at, or None: who and when."""
    if phase in ENDS:
        return no("match-over", "T1.5")
    if paused and who != Who.FACILITATOR:
        return no("paused", "T10.4", hint="wait")
    if who not in OPEN_TO[rule.who]:
        return no(NOT_YOURS[rule.who], "T1.3" if rule.who == Who.ANY else rule.id)
    if phase not in rule.phases:
        return no("wrong-phase", rule.id, phase=phase.value)
    return None


def needs_refusal(board: Board, sight: Sight, needs: Needs) -> Refusal | None:
    """Why a seat lacks what a kind of move needs, or None (T3.1 to T3.5)."""
    if needs == Needs.NOTHING:
        return None
    talks, seat = sight.talks, sight.seat
    if talks.sitting == 0:
        return no("no-sitting", "T3.1")
    if not is_in(talks.room, seat):
        return no("not-in-the-room", "T3.5", hint="return")
    if needs == Needs.TABLE:
        return None
    if needs == Needs.FREE:
        return None if talks.free_left[seat] else no("no-free-moves-left", "T3.3", hint="pass")
    if not is_in(talks.awaiting, seat):
        return no("not-your-turn", "T3.2", hint="wait")
    if talks.floor not in {-1, seat} or owes(board, sight):
        return no("answer-first", "T3.2", hint="answer")
    if needs == Needs.FLOOR and not talks.moves_left[seat]:
        return no("no-moves-left", "T3.1", hint="pass")
    return None


def owes(board: Board, sight: Sight) -> bool:
    """T3.2: whether the seat owes an answer before it may go on."""
    me = board.seats[sight.seat].id
    answered = (me,) if sight.mine is not None and sight.mine.bridge else ()
    return any(me in waits_for(paper, answered) for paper in sight.papers)


def waits_for(paper: Paper, answered: Container[str]) -> tuple[str, ...]:
    """T3.2: the seats whose answer to a paper comes before anything else.

    Args:
        paper: A paper on the table.
        answered: The seats that have answered the open bridge, under seal.
    """
    if paper.kind == "question" or paper.kind == "invitation":  # noqa: PLR1714 - narrows
        return paper.to
    if paper.kind == "bridge-notice":
        return tuple(seat for seat in paper.to if seat not in answered)
    if paper.kind == "offer" and paper.answer_first:
        return tuple(seat for seat in paper.to if seat not in paper.accepted)
    return ()


def open_clauses(board: Board, text: Text) -> tuple[bool, ...]:
    """Which clauses are in play and carry no initials (T4.2)."""
    return tuple(
        clause.annexed < 0 and text.initialled[at] < 0 and text.banked[at] < 0
        for at, clause in enumerate(board.clauses)
    )


def option_bits(count: int, least: int = 0) -> int:
    """Grid bits of the first `count` options of a clause, from `least` on, without taking back."""
    return ((1 << count) - (1 << least)) << 1


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


def without_hardening(board: Board, sight: Sight, clause_index: int, bits: int) -> int:
    """Grid bits left when a bound seat may not harden a clause (T5.8): nothing worth more to it than now."""
    seat = sight.seat
    if sight.mine is None or not sight.text.bound[seat] >> clause_index & 1:
        return bits
    now = sight.text.positions[seat][clause_index]
    if now < 0:
        return bits
    values = [option.values[seat] for option in board.clauses[clause_index].options]
    return sum(
        1 << option + 1
        for option, value in enumerate(values)
        if value <= values[now] and bits >> option + 1 & 1
    )


def papers_for(sight: Sight, kind: str, me: str) -> tuple[int, ...]:
    """Ids of the open papers of a kind that are addressed to a seat."""
    return tuple(paper.id for paper in sight.papers if paper.kind == kind and me in getattr(paper, "to", ()))
