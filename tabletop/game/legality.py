"""One refusal function, one list of what is open.

`RULES` is the contents page of the moves: each kind with its form and its decision. A move is legal when it lies in one
of the boxes its form opens to the seat's sight; `refusal` says why not, `legal` lists the boxes.
"""

from functools import lru_cache

from tabletop.errors import Refusal
from tabletop.game import calendar_step
from tabletop.game.aftermath import in_force, ratification
from tabletop.game.calendar import last_look, rounds, truce_compliance
from tabletop.game.commitments import vows_and_words
from tabletop.game.core.rule import Needs, Rule, Who, needs_refusal, no, rule_refusal, standing_of
from tabletop.game.core.sight import Sight
from tabletop.game.leverage import press, pressure
from tabletop.game.records.menu import Box, Closed, Legal
from tabletop.game.records.moves import Move
from tabletop.game.session import attendance, facilitator, sittings
from tabletop.game.strikes import strikes
from tabletop.game.text import bridges, consent_sheet, drafting, positions, trades
from tabletop.scenario.board.board import Board
from tabletop.vocabulary import Phase

RULES: dict[str, Rule] = {
    **rounds.RULES,
    **last_look.RULES,
    **truce_compliance.RULES,
    **consent_sheet.RULES,
    **sittings.RULES,
    **positions.RULES,
    **trades.RULES,
    **bridges.RULES,
    **vows_and_words.RULES,
    **attendance.RULES,
    **pressure.RULES,
    **press.RULES,
    **drafting.RULES,
    **strikes.RULES,
    **ratification.RULES,
    **in_force.RULES,
    **facilitator.RULES,
    **calendar_step.RULES,
}
"""Every kind of move with its rule, but for `undo`, which the match itself keeps (T9.1)."""


def boxes_for(board: Board, sight: Sight, kind: str) -> tuple[Box, ...] | Refusal:
    """The open boxes of a kind of move, or why there is none: who, when, with what, and then its own form."""
    rule = RULES.get(kind)
    if rule is None:
        return no("unknown-move", "T1.2", kind=kind)
    talks, who = sight.talks, standing_of(board, sight.seat)
    return (
        rule_refusal(rule, who, talks.phase, paused=talks.paused)
        or left_out(board.without, kind)
        or needs_refusal(board, sight, rule.needs)
        or rule.form(board, sight)
    )


def left_out(without: tuple[str, ...], kind: str) -> Refusal | None:
    """T1.8: why a kind of move is not part of this match, or None."""
    return no("left-out", "T1.8") if kind in without else None


@lru_cache(maxsize=1024)
def sorted_out(
    who: Who | None,
    phase: Phase,
    paused: bool,  # noqa: FBT001
    without: tuple[str, ...],
) -> tuple[dict[str, Rule], tuple[Closed, ...]]:
    """Kinds of moves that may be open to whom and when, and those that are closed whatever else holds."""
    perhaps: dict[str, Rule] = {}
    closed: list[Closed] = []
    for kind, rule in RULES.items():
        why_not = rule_refusal(rule, who, phase, paused=paused) or left_out(without, kind)
        if why_not is None:
            perhaps[kind] = rule
        else:
            closed.append(Closed(kind, why_not))
    return perhaps, tuple(closed)


class Openings:
    """What is open to one sight, asked kind by kind and answered as `boxes_for` would; nothing is worked out twice."""

    __slots__ = ("_board", "_lacks", "_never", "_open", "_perhaps", "_shut", "_sight")

    def __init__(self, board: Board, sight: Sight) -> None:
        self._board, self._sight = board, sight
        talks = sight.talks
        who = standing_of(board, sight.seat)
        self._perhaps, self._never = sorted_out(who, talks.phase, talks.paused, board.without)
        self._lacks: dict[Needs, Refusal | None] = {}
        self._shut: dict[str, Refusal] = {}
        self._open: dict[str, tuple[Box, ...]] = {}

    def of(self, kind: str) -> tuple[Box, ...]:
        """The open boxes of a kind of move; none when it is closed."""
        found = self._open.get(kind)
        return self._ask(kind) if found is None else found

    def all(self) -> Legal:
        """All that a seat may do, and why the rest is closed."""
        open_ = tuple(box for kind in self._perhaps for box in self.of(kind))
        closed = (Closed(kind, self._shut[kind]) for kind in self._perhaps if kind in self._shut)
        return Legal(open_, (*self._never, *closed))

    def _ask(self, kind: str) -> tuple[Box, ...]:
        """The boxes of a kind, the first time; why there is none, where its form says so, is kept beside."""
        rule = self._perhaps.get(kind)
        found: tuple[Box, ...] | Refusal = ()
        if rule is not None:
            needs = rule.needs
            if needs not in self._lacks:
                self._lacks[needs] = needs_refusal(self._board, self._sight, needs)
            found = self._lacks[needs] or rule.form(self._board, self._sight)
        if isinstance(found, Refusal):
            self._shut[kind] = found
            found = ()
        self._open[kind] = found
        return found


def legal(board: Board, sight: Sight) -> Legal:
    """All that a seat may do, and why the rest is closed (T1.2); as `boxes_for` says, kind by kind."""
    return Openings(board, sight).all()


def refusal(board: Board, sight: Sight, move: Move) -> Refusal | None:
    """Why a move is refused, or None (T1.2). A refused move changes nothing and costs nothing."""
    found = boxes_for(board, sight, move.kind)
    if isinstance(found, Refusal):
        return found
    misfits: list[tuple[int, Refusal]] = []
    for box in found:
        why_not = outside(box, move)
        if why_not is None:
            return None
        misfits.append(why_not)
    rule = RULES[move.kind]
    reason = rule.why(board, sight, move) if rule.why else None
    if reason is not None:
        return reason
    best = max(misfits, key=lambda miss: miss[0], default=(0, no("unknown-move", "T1.2", kind=move.kind)))
    return best[1]


def box_of(board: Board, sight: Sight, move: Move) -> Box | None:
    """The box a legal move lies in, or None."""
    found = boxes_for(board, sight, move.kind)
    if isinstance(found, Refusal):
        return None
    return next((box for box in found if box.holds(move)), None)


def outside(box: Box, move: Move) -> tuple[int, Refusal] | None:
    """None when a move lies in a box; else how many slots fitted, and the refusal of the first that did not."""
    for count, slot in enumerate(box.slots):
        value = getattr(move, slot.name)
        code = slot.misfit(value)
        if code:
            return count, no(code, box.rule, slot=slot.name, value=str(value)[:60])
    return None
