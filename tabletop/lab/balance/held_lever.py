"""A player that holds one order all match and otherwise plays as it would.

The rules stay as they are: only the move in which the seat seals its orders is changed, and only to a move that
is open to it. Where an interim text has taken the option away, the seat orders as it would have.
"""

from dataclasses import replace

from tabletop.game.records.moves import Orders
from tabletop.game.views import SeatView
from tabletop.players.choosing.boxes import made
from tabletop.players.choosing.random_stream import Stream
from tabletop.scenario.board.board import Board
from tabletop.scenario.sheets.levers import LeverSheet
from tabletop.table.port import Chosen, Player


class HeldLever:
    """A player whose lever stands where it is held.

    Attributes:
        lever: The lever that is held.
        ways: The choices that hold it; one is drawn for each fortnight where there are several.
    """

    __slots__ = ("_player", "lever", "ways")

    def __init__(self, player: Player, lever: str, ways: tuple[str, ...]) -> None:
        self._player = player
        self.lever, self.ways = lever, ways

    def choose(self, board: Board, view: SeatView, key: str) -> Chosen:
        """The player's own choice, with the lever put where it is held."""
        chosen = self._player.choose(board, view, key)
        if not isinstance(chosen.move, Orders):
            return chosen
        held = Stream(f"{key}/held").one_of(self.ways)
        choices = tuple(
            (lever, held if lever == self.lever else option) for lever, option in chosen.move.choices
        )
        move = made(view, "orders", choices=choices)
        return chosen if move is None else replace(chosen, move=move)


def options(lever: LeverSheet) -> dict[str, tuple[str, ...]]:
    """What a lever can be held at, each with the choices that hold it.

    A lever of points is held at a line by laying as many points on it as one line takes; the rest are drawn.
    """
    ways = lever.choices()
    most = {line: max(way.count(line) for way in ways.values()) for line in lever.options}
    return {
        line: tuple(name for name, way in ways.items() if way.count(line) == most[line])
        for line in lever.options
    }
