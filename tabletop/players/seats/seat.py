"""What every seat that plays by itself does at its turn: the first of its ideas that is open is made."""

from collections.abc import Callable

from tabletop.game.views import SeatView
from tabletop.players.choosing.random_player import Uniform
from tabletop.players.choosing.random_stream import Stream
from tabletop.players.ideas.turn import Turn
from tabletop.players.mind.opinion import Memory, Opinion
from tabletop.players.mind.temper import Temper
from tabletop.scenario.board.board import Board
from tabletop.table.port import Chosen

Idea = Callable[[Turn], Chosen | None]
"""Something a seat may want to do at its turn; None when it does not or may not."""

FALLBACK = Uniform(frozenset({"undo", "walk-out", "end-talks", "withdraw", "vow", "reopen", "leak", "brief"}))
"""Plays what is open when no idea fits, so that a table never waits for a player that plays by itself."""


class Seat:
    """A seat of some temper; by its role it has ideas of its own."""

    __slots__ = ("_memory", "_mind", "temper")

    def __init__(self, temper: Temper, mind: type[Opinion] = Opinion) -> None:
        self.temper, self._mind = temper, mind
        self._memory = Memory()

    def choose(self, board: Board, view: SeatView, key: str) -> Chosen:
        """The first idea that is open, with its reason."""
        opinion = self._mind(board, view, self.temper, self._memory)
        turn = Turn(board, view, self.temper, opinion, Stream(key))
        for idea in self.ideas(view):
            chosen = idea(turn)
            if chosen is not None:
                return chosen
        return FALLBACK.choose(board, view, key)

    def ideas(self, view: SeatView) -> tuple[Idea, ...]:
        """What it may want to do now, in this order."""
        raise NotImplementedError
