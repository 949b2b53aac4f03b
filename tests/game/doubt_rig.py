"""A step on the flagship's real board with keyed dice, for what is in doubt."""

from functools import cache

from tabletop.game.core.evolve import evolve, start
from tabletop.game.core.step import Step
from tabletop.game.decide import decide, opening
from tabletop.game.records.moves import Advance, AnswerStrike, Convene, Move, Orders, Pass
from tabletop.game.records.papers import StrikePaper
from tabletop.game.records.state import State
from tabletop.scenario.board.board import Board
from tabletop.scenario.compiler.board import compile_board
from tabletop.scenario.library import open_scenario
from tabletop.vocabulary import ENDS, TABLE, Phase
from tests.laws.walk import dice, fold

UKRAINE, RUSSIA, US, EUROPE = range(4)


@cache
def board(format_id: str = "class") -> Board:
    return compile_board(open_scenario("abu-dhabi-2026"), format_id=format_id)


def dealt(seed: int, format_id: str = "class") -> State:
    at = board(format_id)
    return fold(at, start(at), opening(at, start(at), dice(seed)).events)


def step(seed: int, state: State | None = None) -> Step:
    return Step(board(), state if state is not None else dealt(seed), dice(seed))


def struck(seed: int, by: int = RUSSIA, target: str = "energy") -> StrikePaper:
    """A strike's paper as `report` would lay it, for rules that begin there."""
    return StrikePaper(1, -1, board().seats[by].id, target, "kyiv", 150, 8, 130, 4, 0, 1)


def plainest(at: Board, state: State, seat: int) -> Move:
    """Standing orders, convening, passing; going on after a strike."""
    talks = state.talks
    if talks.phase == Phase.SCHEDULED:
        return Convene() if state.sealed.orders[seat] else Orders(at.seats[seat].default_orders)
    if talks.phase == Phase.INTERRUPTED:
        answer = "deny" if seat == talks.accused else "go-on"
        return AnswerStrike(answer)
    return Pass()


def next_move(at: Board, state: State) -> tuple[str, Move]:
    """Who moves next, and how."""
    if state.talks.awaiting == 0:
        return TABLE, Advance()
    seat = next(s for s in range(len(at.seats)) if state.talks.awaiting >> s & 1)
    return at.seats[seat].id, plainest(at, state, seat)


def patient_match(
    seed: int, format_id: str = "class", orders: tuple[tuple[str, str], ...] = ()
) -> list[State]:
    """A match in which nothing is said and patience does not run out: the state after each step."""
    at, roll = board(format_id), dice(seed)
    state = dealt(seed, format_id)
    states = [state]
    while state.talks.phase not in ENDS:
        if state.talks.awaiting == 0:
            path = Step(at, state, roll)
            path.shift(path.path("alliance.patience"), 100_00, "T2.6")
            state = path.state
        name, move = next_move(at, state)
        if orders and isinstance(move, Orders) and name == "russia":
            move = Orders(orders)
        for event in decide(at, state, name, move, roll).events:
            state = evolve(at, state, event)
        states.append(state)
    return states
