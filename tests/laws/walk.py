"""Random legal play, for the laws: states that real matches come to, reached by the fuzzer's player."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tabletop.game.core.chance import Dice
from tabletop.game.core.evolve import evolve, start
from tabletop.game.core.sight import Sight, see
from tabletop.game.decide import decide, opening
from tabletop.game.legality import legal
from tabletop.game.records.events import Happening, PositionTaken
from tabletop.game.records.moves import Advance, Move
from tabletop.game.records.state import State
from tabletop.players.choosing.random_player import fill
from tabletop.players.choosing.random_stream import Stream
from tabletop.scenario.board.board import Board
from tabletop.scenario.compiler.board import compile_board
from tabletop.scenario.library import open_scenario
from tabletop.vocabulary import ENDS, TABLE

CLOCK_MOVES: Move = Advance()

RARE = frozenset({"walk-out", "end-talks", "recess", "pass"})
"""Moves that end things: the walker makes them one time in eight, so that it sees late phases too."""


@cache
def board(format_id: str = "class", *, open_sittings: bool = False) -> Board:
    return compile_board(
        open_scenario("abu-dhabi-2026"), format_id=format_id, door="open", open_sittings=open_sittings
    )


def dice(seed: int) -> Dice:
    def roll(name: str, sides: int) -> int:
        return (
            int.from_bytes(hashlib.blake2b(f"{seed}|{name}".encode(), digest_size=8).digest(), "big") % sides
        )

    return roll


def fold(at: Board, state: State, events: tuple[Happening, ...]) -> State:
    for event in events:
        state = evolve(at, state, event)
    return state


def first(at: Board, seed: int) -> State:
    return fold(at, start(at), opening(at, start(at), dice(seed)).events)


def sight_of(at: Board, state: State, seat: int) -> Sight:
    return see(state, seat, at.mediator)


def samples(at: Board, sight: Sight, stream: Stream, most: int = 60) -> list[Move]:
    """Up to `most` random legal moves, at most two a box."""
    moves: list[Move] = []
    for box in legal(at, sight).boxes:
        for _ in range(2):
            move = fill(box, stream)
            if move is not None:
                moves.append(move)
    return stream.shuffled(moves)[:most]


def agreeable(move: Move, *, close: bool) -> int:
    """How gladly the walker makes a move: more for moves that bring the talks on, so that texts get signed."""
    if move.kind in RARE:
        return 1
    if close and move.kind in {"position", "walk-out", "object", "withdraw", "reopen", "offer"}:
        return 0 if move.kind == "walk-out" else 1
    if move.kind in {"initial", "draft", "confirm"}:
        return 60 if close else 12
    return 12 if move.kind in {"accept", "bridge", "answer-bridge"} else 4


@dataclass(frozen=True)
class Stop:
    """A place in a walk: the state, who is to move, and the move that is made."""

    state: State
    seat: str
    move: Move
    events: tuple[Happening, ...]
    after: State


MIDDLE = (3, 3, 3, 2, 2, 2, 2, 3, 2, 2, 1, 3, 2)
"""A text in the middle of the flagship's clauses, for walks that are to reach the aftermath."""


def near(at: Board, seed: int) -> State:
    """A first state in which every seat stands on the same text, with time and patience to sign it."""
    state = first(at, seed)
    events = [
        PositionTaken(seat=seat.id, clause=clause.id, was=-1, option=MIDDLE[row], move="opening")
        for seat in at.seats
        for row, clause in enumerate(at.clauses)
        if clause.annexed < 0
    ]
    return fold(at, state, tuple(events))


def walk(at: Board, seed: int, most: int = 4000) -> Iterator[Stop]:
    """A match of random legal moves, to its end; every other seed starts near a signature."""
    roll, close = dice(seed), seed % 2 == 1
    state = near(at, seed) if close else first(at, seed)
    for number in range(most):
        if state.talks.phase in ENDS:
            return
        stream = Stream(f"{seed}/{number}")
        if state.talks.awaiting == 0:
            seat, move = TABLE, CLOCK_MOVES
        else:
            place = stream.one_of([s for s in range(len(at.seats)) if state.talks.awaiting >> s & 1])
            seat = at.seats[place].id
            moves = samples(at, sight_of(at, state, place), stream)
            glad = [move for move in moves for _ in range(agreeable(move, close=close))]
            assert glad, f"{seat} is awaited in {state.talks.phase} and has no move"
            move = stream.one_of(glad)
        events = decide(at, state, seat, move, roll).events
        after = fold(at, state, events)
        yield Stop(state, seat, move, events, after)
        state = after
    raise AssertionError("the match does not end")
