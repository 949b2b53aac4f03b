"""Where a match ended among everything that could have been written: exact distances, points and trades (V6.1, V6.2).

Measured is the text as it was last initialled; in a match without one the draft as the last session ended, its open
clauses at their defaults. Gains are hundredths of a point over each seat's own no deal and are never compared.
"""

from dataclasses import dataclass, replace

from tabletop.debrief.results import weighed
from tabletop.frontier.bargaining_problem import BargainingProblem, at_state
from tabletop.frontier.best import Trade, best_trade
from tabletop.frontier.distance import Distance, distance
from tabletop.frontier.frontier import Point, frontier
from tabletop.frontier.points import Named, named
from tabletop.game.text.drafting import draft_options
from tabletop.game.worth.value import complete
from tabletop.journal.history import History
from tabletop.scenario.board.board import Board


@dataclass(frozen=True, slots=True)
class Group:
    """A text beside the frontier of some seats.

    Attributes:
        named: Their frontier, Nash point and Kalai-Smorodinsky point.
        way: How far the text lies from those.
    """

    named: Named
    way: Distance


@dataclass(frozen=True, slots=True)
class Maths:
    """What could have been.

    Attributes:
        round: The round of the text that is measured.
        signed: Whether it was initialled.
        now: The text, and what it gains each seat.
        everybody: Beside the frontier of all seats.
        parties: Beside the frontier of the two parties.
        trades: The best trades that were not made, the better one first.
    """

    round: int
    signed: bool
    now: Point
    everybody: Group
    parties: Group
    trades: tuple[Trade, ...]


def maths(board: Board, history: History) -> Maths | None:
    """The mathematics of a match; None when no round came to a session, or no final text could be written."""
    found = weighed(history)
    if found is None:
        return None
    state, signed = found
    problem = at_state(board, state)
    text = state.text.signed if signed else complete(board, draft_options(state.text))
    points = frontier(problem)
    if not points:
        return None
    now = Point(tuple(text), problem.gains(text))
    groups = [named(points, seats) for seats in (range(problem.seats), board.parties)]
    everybody, parties = (Group(group, distance(now.gains, group)) for group in groups)
    return Maths(
        state.talks.round,
        signed,
        now,
        everybody,
        parties,
        unmade(problem, now.text, board.numbers["trade.rows"]),
    )


def unmade(problem: BargainingProblem, text: tuple[int, ...], rows: int) -> tuple[Trade, ...]:
    """The two best trades of a text in at most `rows` clauses: the best, and the best without some clause of it.

    Each gives both parties more, and nobody whose initials it needs less.
    """
    first = best_trade(problem, text, rows)
    if first is None:
        return ()
    tries = [best_trade(held(problem, text, at), text, rows) for at in first.changed]
    second = max((one for one in tries if one is not None), key=lambda one: one.more, default=None)
    return (first,) if second is None else (first, second)


def held(problem: BargainingProblem, text: tuple[int, ...], clause: int) -> BargainingProblem:
    """The moment with a clause left as it stands."""
    options = list(problem.options)
    options[clause] = (text[clause],)
    return replace(problem, options=tuple(options))
