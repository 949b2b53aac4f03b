"""One fortnight on the flagship's real board: the same seed with one order and with another."""

from dataclasses import replace
from functools import cache

from tabletop.game.calendar.rounds import open_orders
from tabletop.game.core.quantities import all_paths, read
from tabletop.game.core.sight import see
from tabletop.game.core.step import Step
from tabletop.game.legality import RULES
from tabletop.game.records.moves import Move
from tabletop.game.records.state import State
from tabletop.game.strikes.strikes import chance_of
from tabletop.game.war.fortnight import tell_news, wage
from tabletop.game.worth.value import exponent, ratified, survival, true_context
from tabletop.scenario.board.board import Board
from tests.game.worlds import board
from tests.laws.walk import MIDDLE, dice, first

Figures = dict[str, int]
"""Quantities by path; `strike.<party>`: the chance of a reported strike; `text.…`: what a middling text is then."""

EVERY = 200
"""Matched seeds where luck is in it."""

FEW = 12
"""Matched seeds where an order moves the same in all of them."""

LUCKY = frozenset({"tempo"})
"""Levers that move chances: whether a sector falls or an assault fails."""


@cache
def dealt(seed: int) -> State:
    """The interval of the first round, every seat on its standing orders."""
    state = first(board(), seed)
    return replace(state, talks=replace(state.talks, round=1))


def ordered(at: Board, state: State, seat: str, lever: str, option: str) -> State:
    """The state with one lever of one seat set otherwise."""
    place = at.seat_index[seat]
    rows = list(state.sealed.standing)
    rows[place] = tuple((name, option if name == lever else kept) for name, kept in rows[place])
    return replace(state, sealed=replace(state.sealed, standing=tuple(rows)))


def sitting(seed: int, seat: str, lever: str, option: str) -> Step:
    """A place in the session under that order."""
    return Step(board(), ordered(board(), dealt(seed), seat, lever, option), dice(seed))


def passed(seed: int, seat: str, lever: str, option: str) -> Step:
    """A fortnight under that order: orders take effect, the war goes on, news is told."""
    step = sitting(seed, seat, lever, option)
    open_orders(step)
    step.act("fortnight", "W1.1")
    wage(step)
    tell_news(step)
    return step


@cache
def figures(seed: int, seat: str, lever: str, option: str) -> Figures:
    """Everything a fortnight leaves, and how likely each party's strikes are under these orders."""
    step = passed(seed, seat, lever, option)
    found = {path.text: read(step.state, path) for path in all_paths(step.board)}
    for place in step.board.parties:
        found[f"strike.{step.seats[place]}"] = chance_of(step, place)[1]
    now = true_context(step.board, step.state)
    found["text.credibility"] = now.credibility
    found["text.survival"] = survival(step.board, exponent(step.board, MIDDLE, now))
    found["text.ratified"] = ratified(step.board, MIDDLE, now)
    return found


def moved(seat: str, lever: str, option: str, instead: str) -> dict[str, tuple[int, int, int]]:
    """By quantity: the sum of what an order moves over matched seeds, the least of it and the most."""
    seeds = range(1, 1 + (EVERY if lever in LUCKY else FEW))
    pairs = [(figures(seed, seat, lever, option), figures(seed, seat, lever, instead)) for seed in seeds]
    changes = {name: [one[name] - other[name] for one, other in pairs] for name in pairs[0][0]}
    return {name: (sum(found), min(found), max(found)) for name, found in changes.items()}


def made(step: Step, seat: str, move: Move) -> Step:
    """The step that a seat's move is, where another step has left the state."""
    at, rule = step.board, RULES[move.kind]
    price = rule.price_of(at, see(step.state, at.seat_index[seat], at.mediator), move)
    after = Step(at, step.state, step.dice, seat, price)
    rule.decide(after, move)
    return after
