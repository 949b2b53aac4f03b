"""A place in a match that bots play, the same on every machine: what the benchmarks are measured on."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tabletop.game.records.moves import (
    AnswerStrike,
    Convene,
    Move,
    OfferTrade,
    Orders,
    Pass,
    Position,
)
from tabletop.game.records.state import State
from tabletop.players.roster import player
from tabletop.scenario.board.board import Board
from tabletop.scenario.library import open_scenario
from tabletop.table.bots import BotTurn, bot_turns
from tabletop.table.match import Match, new_match
from tabletop.table.port import Chosen, Player
from tabletop.vocabulary import Phase

SCENARIO = "abu-dhabi-2026"
TEMPER = "patient"
TRADER = "ukraine"


@dataclass(frozen=True)
class Place:
    """A seat about to make a move."""

    board: Board
    state: State
    seat: str
    move: Move


def bots(match: Match) -> Mapping[str, Player]:
    """A patient bot in every seat."""
    return {seat.id: player(TEMPER, seat) for seat in match.board.seats}


def opened(seed: int, path: Path | None = None) -> Match:
    """A new match of the class format."""
    scenario = open_scenario(SCENARIO)
    return new_match(scenario, seating=dict.fromkeys(scenario.frame.seats, TEMPER), seed=seed, path=path)


def next_choice(match: Match, players: Mapping[str, Player]) -> tuple[BotTurn, Chosen] | None:
    """What the next bot is going to do; None when the match is over."""
    ask = next(bot_turns(match, players), None)
    return None if ask is None else (ask, ask.player.choose(ask.board, ask.view, ask.key))


def quiet(match: Match, seat: str) -> Move:
    """What a seat does that only waits: standing orders, an answer where one is owed, otherwise a pass."""
    board, open_ = match.board, {box.move for box in match.view(seat).legal.boxes}
    if "answer-strike" in open_:
        return AnswerStrike("deny" if match.state.talks.accused == board.seat_index[seat] else "go-on")
    if "convene" in open_:
        return Convene()
    return Orders(board.seats[board.seat_index[seat]].default_orders) if "orders" in open_ else Pass()


def middle() -> Place:
    """A party about to move on a clause, in the third round; behind it two quiet rounds and three trades."""
    match = opened(seed=1)
    while (talks := match.state.talks).round < 3 or talks.phase is not Phase.PLENARY:
        match.submit(match.awaited[0], quiet(match, match.awaited[0]), match.turn(match.awaited[0]))
    for _ in range(3):
        seat = match.awaited[0]
        to = next(other for other in ("us", "russia", TRADER) if other != seat)
        match.submit(seat, OfferTrade(to, "open", 1, (("scope", 3), ("verify", 3))), match.turn(seat))
    if match.awaited != (TRADER,):
        raise LookupError(f"the floor is with {match.awaited}, not with {TRADER}")
    return Place(match.board, match.state, TRADER, Position((("term", 2), ("buffer", 1), ("verify", 2))))
