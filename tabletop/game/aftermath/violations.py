"""Two layers of a text in force (rules A5.8, A2.3): violations happen and are counted; collapse is the hazard.

A month's violations are drawn about a middle that depends on who watches, and spread like a log-normal. What is
told of them is another number, with its source: each side's own word, remote sensing, or a mission. They feed
the hazard of the month by the logarithm of their count. Durability is the text's own, with no violation in it;
a month's risk has both.
"""

from collections.abc import Sequence
from math import log1p

from tabletop.game.core.step import WHOLE, Step
from tabletop.game.records import events as e
from tabletop.game.worth import value
from tabletop.game.worth.curves import decay, exponential, half_even, normal
from tabletop.game.worth.value import Context
from tabletop.scenario.board.aftermath import Violations
from tabletop.scenario.board.board import Board

COUNT_MOST = 5_000
"""More violations than these a month add no more to the hazard."""

SPREAD_FACES = 1_000
"""Sides of the die that the spread is read from."""

LOGARITHMS = tuple(round(log1p(count / 100) * 1_000) for count in range(COUNT_MOST + 1))
"""ln(1 + V/100) by V, thousandths: the table that the violation term reads."""


def rules_of(board: Board) -> Violations | None:
    """The rules on violations, where a scenario has them."""
    return board.aftermath.violations if board.aftermath else None


def danger(board: Board, count: int) -> int:
    """A2.3: what a month's violations add to the exponent of its hazard, thousandths."""
    rules = rules_of(board)
    return 0 if rules is None else half_even(rules.weight * LOGARITHMS[min(max(count, 0), COUNT_MOST)], 1_000)


def grown_pressure(board: Board, context: Context, month: int) -> int:
    """A2.4: what pressure on the signatories has grown to add by a month, beyond its first share, thousandths."""
    first = min(half_even(board.hazard.lean * context.leans, 100), board.hazard.lean_most)
    return half_even(first * board.numbers["lean.growth"] * month, WHOLE)


def exponent(board: Board, options: Sequence[int], context: Context, month: int, count: int) -> int:
    """A2.3: the exponent of a month's hazard: the text's own, grown pressure, and the month's violations."""
    return (
        value.exponent(board, options, context) + grown_pressure(board, context, month) + danger(board, count)
    )


def durability(board: Board, exponent_of_text: int, months: int) -> int:
    """A2.2, V6.1: the chance, per ten thousand, that a text holds so many months with no violation counted.

    After the last month of the season table the factor `later` of the aftermath's rules goes on.
    """
    season = board.hazard.season
    late = board.aftermath.later if board.aftermath else season[-1]
    total = sum(season[:months]) + late * max(0, months - len(season))
    return decay(half_even(board.hazard.base * total * exponential(exponent_of_text), 10**9))


def happen(step: Step, month: int) -> int:
    """A5.8: the month's violations happen, under seal, and are told by whom the text says; their true count."""
    rules = rules_of(step.board)
    if rules is None:
        return 0
    watched = rules.watched[step.state.text.signed[step.board.roles.verify]]
    drawn = normal(step.roll("violations", "text", SPREAD_FACES))
    count = half_even(watched.typical * exponential(half_even(rules.spread * drawn, 1_000)), 1_000_000)
    step.emit(e.ViolationsHappened(seen=0, rule="A5.8", month=month, count=count))
    step.emit(
        e.ViolationsReported(
            rule="A5.8", month=month, figures=figures_of(step, watched.by, watched.seen, count)
        )
    )
    return count


def figures_of(step: Step, by: str, seen: int, count: int) -> tuple[tuple[str, int], ...]:
    """A5.8: figures with their sources. Left to themselves each side counts the other's, and counts high."""
    if by != "parties":
        return ((by, half_even(count * seen, WHOLE)),)
    one, other = step.board.parties
    share = 30_00 + step.roll("violations-by", step.seats[one], 41) * 1_00
    by_other = half_even(count * (WHOLE - share) * seen, WHOLE * WHOLE)
    return (
        (step.seats[one], by_other),
        (step.seats[other], half_even(count * share * seen, WHOLE * WHOLE)),
    )


def last_count(board: Board, counts: Sequence[int]) -> int:
    """The last month's true count; the typical one never stands in for it."""
    return counts[-1] if counts and rules_of(board) is not None else 0


def total_reported(figures: Sequence[tuple[str, int]]) -> int:
    """What the figures told come to for one who can only read them: the mission's, or the sum of the claims."""
    return sum(count for _, count in figures)
