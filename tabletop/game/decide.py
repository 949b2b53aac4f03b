"""(board, state, seat, move, dice) -> Step: the events of a move and the state after them.

Pure: the dice are an argument, the refusal is asked of the seat's own sight.
"""

from tabletop.errors import IllegalMove, SeatError
from tabletop.game.calendar.deal import deal
from tabletop.game.calendar.rounds import open_round
from tabletop.game.core.chance import Dice
from tabletop.game.core.sight import Sight, see
from tabletop.game.core.step import Step
from tabletop.game.legality import RULES, refusal
from tabletop.game.records.moves import Advance, Move
from tabletop.game.records.state import State
from tabletop.scenario.board.board import Board
from tabletop.vocabulary import CLOCK, CONTROL, FACILITATOR, TABLE


def place_of(board: Board, seat: str) -> int:
    """The place of a seat; CLOCK for the table, CONTROL for the facilitator.

    Raises:
        SeatError: There is no such seat.
    """
    if seat == TABLE:
        return CLOCK
    if seat == FACILITATOR:
        return CONTROL
    if seat not in board.seat_index:
        raise SeatError(f"there is no seat {seat!r}; the seats are {', '.join(board.seat_index)}")
    return board.seat_index[seat]


def opening(board: Board, state: State, dice: Dice) -> Step:
    """How a match begins: the deal, and the first round (V2.1, T2.1)."""
    step = Step(board, state, dice)
    deal(step)
    open_round(step)
    return step


def moved_on(board: Board, state: State, dice: Dice) -> Step:
    """What the table does by itself (T1.4); its caller sees that nobody is awaited, so nothing is refused."""
    step, move = Step(board, state, dice, TABLE), Advance()
    RULES[move.kind].decide(step, move)
    return step


def decide(
    board: Board,
    state: State,
    seat: str,
    move: Move,
    dice: Dice,
    sight: Sight | None = None,
    *,
    known_open: bool = False,
) -> Step:
    """What follows from a move.

    Args:
        board: The whole board.
        state: The state it is made in.
        seat: Who moves.
        move: The move.
        dice: What it asks of chance.
        sight: What the seat sees of this very state, where the caller has it already.
        known_open: Whether the caller found the move in a box that is open to this very sight.

    Raises:
        IllegalMove: The move is refused; nothing follows.
        SeatError: There is no such seat.
    """
    place = place_of(board, seat)
    seen = sight or see(state, place, board.mediator)
    if not known_open:
        why_not = refusal(board, seen, move)
        if why_not is not None:
            raise IllegalMove(why_not)
    rule = RULES[move.kind]
    step = Step(board, state, dice, seat, rule.price_of(board, seen, move))
    rule.decide(step, move)
    return step
