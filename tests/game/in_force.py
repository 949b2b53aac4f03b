"""A text in force, without the talks before it: for many matched aftermaths."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from tabletop.game.core.chance import Dice
from tabletop.game.core.evolve import evolve, start
from tabletop.game.decide import decide, opening
from tabletop.game.records import events as e
from tabletop.game.records.moves import Advance, Move
from tabletop.game.records.papers import Paper
from tabletop.game.records.state import State
from tabletop.game.worth.text_gaps import gaps
from tabletop.scenario.board.board import Board
from tabletop.scenario.compiler.board import compile_board
from tabletop.scenario.library import open_scenario
from tabletop.vocabulary import ENDS, TABLE

BARE = {
    "scope": "ground", "term": "until-treaty", "donetsk": "freeze", "status": "reserved", "buffer": "none",
    "weapons": "none", "caps": "800k", "verify": "self-report", "respond": "none", "guarantee": "none",
    "sanctions": "pilot", "people": "nothing", "ratification": "signatures",
}  # fmt: skip
"""A written cessation and no more; rows that the published table does not price stand where they cost nothing."""


@cache
def board(incidents: int = 4) -> Board:
    """The flagship's board, with so many decisions in the aftermath."""
    whole = compile_board(open_scenario("abu-dhabi-2026"))
    return replace(whole, format=replace(whole.format, incidents=incidents))


def text(at: Board, **terms: str) -> tuple[int, ...]:
    """A whole text: the bare one, with these options."""
    wanted = BARE | terms
    return tuple([option.id for option in clause.options].index(wanted[clause.id]) for clause in at.clauses)


def dice(seed: int) -> Dice:
    """Dice keyed by name, as in a match."""

    def roll(name: str, sides: int) -> int:
        key = hashlib.blake2b(f"{seed}|{name}".encode(), digest_size=8).digest()
        return int.from_bytes(key, "big") % sides

    return roll


def begin(at: Board, options: tuple[int, ...], roll: Dice, *papers: Paper) -> State:
    """The state on the day the text enters into force."""
    empty = start(at)
    events: tuple[e.Happening, ...] = (
        *opening(at, empty, roll).events,
        *(e.PaperTabled(paper=paper) for paper in papers),
        e.TalksSet(field="awaiting", to=0),
        e.TextInitialled(options=options),
        e.EnteredIntoForce(gaps=gaps(at, options)),
        e.PhaseChanged(trigger="enter-into-force", to="holding"),
    )
    return fold(at, empty, events)


def fold(at: Board, state: State, events: tuple[e.Happening, ...]) -> State:
    """The state after events."""
    for event in events:
        state = evolve(at, state, event)
    return state


Policy = Callable[[State, str], Move]


def step(at: Board, state: State, roll: Dice, policy: Policy) -> tuple[State, tuple[e.Happening, ...]]:
    """One step: somebody who is awaited answers, or the table moves."""
    mask = state.talks.awaiting
    seat = next((one.id for place, one in enumerate(at.seats) if mask >> place & 1), TABLE)
    move = Advance() if seat == TABLE else policy(state, seat)
    events = decide(at, state, seat, move, roll).events
    return fold(at, state, events), events


def live(at: Board, options: tuple[int, ...], seed: int, policy: Policy) -> State:
    """The state at the end of an aftermath."""
    roll = dice(seed)
    state = begin(at, options, roll)
    for _ in range(400):
        if state.talks.phase in ENDS:
            return state
        state, _events = step(at, state, roll, policy)
    raise AssertionError("the aftermath does not end")
