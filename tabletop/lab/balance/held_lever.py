"""A player that holds one order for some fortnights and otherwise plays as it would.

The rules stay as they are: only the move in which the seat seals its orders is changed, and only to a move that
is open to it. Where the option is not open, the seat orders as it would have.
"""

from dataclasses import replace

from tabletop.game.records.moves import Orders
from tabletop.game.views import SeatView
from tabletop.players.choosing.boxes import made
from tabletop.scenario.board.board import Board
from tabletop.table.port import Chosen, Player


class HeldLever:
    """A player whose lever stands where it is held, up to a round.

    Attributes:
        lever: The lever that is held.
        option: Where it stands.
        last: The last round in which it is held.
    """

    __slots__ = ("_player", "last", "lever", "option")

    def __init__(self, player: Player, lever: str, option: str, last: int) -> None:
        self._player = player
        self.lever, self.option, self.last = lever, option, last

    def choose(self, board: Board, view: SeatView, key: str) -> Chosen:
        """The player's own choice, with the lever put where it is held."""
        chosen = self._player.choose(board, view, key)
        if not isinstance(chosen.move, Orders) or view.sight.talks.round > self.last:
            return chosen
        move = with_lever(view, chosen.move, self.lever, self.option)
        return chosen if move is None else replace(chosen, move=move)


def with_lever(view: SeatView, orders: Orders, lever: str, option: str) -> Orders | None:
    """Orders with one lever put elsewhere, or None where the rules do not open that."""
    choices = tuple((name, option if name == lever else chosen) for name, chosen in orders.choices)
    move = made(view, "orders", choices=choices)
    return move if isinstance(move, Orders) else None
