"""The table moves itself (rule T1.4): sealed things are opened, sittings and fortnights pass.

`Advance` is legal when nobody is awaited. It does one thing, so that each entry of the journal is small, and never
rides on a player's move, so that undo and preview never touch the war.
"""

from tabletop.errors import Refusal
from tabletop.game.aftermath import in_force, ratification
from tabletop.game.calendar.rounds import fall_injects, run_interval
from tabletop.game.core.floor import bridge_is_answered
from tabletop.game.core.rule import LIVE, Rule, Who, no
from tabletop.game.core.sight import Sight
from tabletop.game.core.step import Step
from tabletop.game.leverage.press import open_press
from tabletop.game.records.menu import Box
from tabletop.game.records.moves import Advance
from tabletop.game.session.sittings import close_sitting, open_sitting, recess
from tabletop.game.strikes import strikes
from tabletop.game.text import drafting
from tabletop.game.text.bridges import open_bridge
from tabletop.scenario.board.board import Board
from tabletop.vocabulary import Phase


def advance_form(_board: Board, sight: Sight) -> tuple[Box, ...] | Refusal:
    """T1.4: only the table, only when nobody is awaited."""
    if sight.talks.awaiting:
        return no("somebody-is-awaited", "T1.4")
    return (Box("advance", "T1.4", "public", 0, 1, ()),)


def decide_advance(step: Step, _move: Advance) -> None:
    """T1.4: one step of the calendar, by phase."""
    match step.state.talks.phase:
        case Phase.PLENARY | Phase.SUSPENDED:
            advance_session(step)
        case Phase.DRAFTING:
            drafting.open_ballots(step)
        case Phase.INTERRUPTED:
            resume(step)
        case Phase.RECESSED:
            run_interval(step)
        case Phase.INITIALLED:
            ratification.advance_ratification(step)
        case Phase.HOLDING | Phase.BREACHED:
            in_force.advance_month(step)
        case Phase.DISPUTED:
            in_force.open_answers(step)
        case _:
            pass


def advance_session(step: Step) -> None:
    """T3.4: a bridge is opened; or the sitting closes, a strike may fall in the seam, the next one opens."""
    if bridge_is_answered(step):
        open_bridge(step)
        return
    talks, sittings = step.state.talks, step.board.format.sittings
    silent = talks.sitting > 0 and all_passed(step)
    if talks.sitting:
        close_sitting(step)
    if talks.sitting and talks.phase == Phase.SUSPENDED:
        recess(step, "suspended")
        return
    if talks.sitting >= sittings:
        recess(step, "sittings")
        return
    if silent:
        recess(step, "passed")
        return
    if talks.phase == Phase.PLENARY and (talks.sitting > 0 or sittings == 1):
        seam, seams = max(1, talks.sitting), max(1, sittings - 1)
        fall_injects(step)
        open_press(step, seams - seam + 1)
        if strikes.maybe_strike(step, seam, seams):
            return
    open_sitting(step, talks.sitting + 1)


def all_passed(step: Step) -> bool:
    """T3.4: whether every seat in the room passed with its whole budget unspent."""
    talks = step.state.talks
    whole = step.board.format.moves
    return all(talks.moves_left[seat] == whole for seat in range(len(step.seats)) if talks.room >> seat & 1)


def resume(step: Step) -> None:
    """S2.2: answers are opened; then the talks go on, or are suspended, with the next sitting."""
    if not strikes.open_answers(step):
        return
    step.fire("resume", "S2.2")
    if step.state.talks.suspensions >= step.number("suspensions.most"):
        recess(step, "suspended")
        return
    open_sitting(step, step.state.talks.sitting + 1)


RULES: dict[str, Rule] = {"advance": Rule("T1.4", advance_form, decide_advance, LIVE, Who.TABLE)}
