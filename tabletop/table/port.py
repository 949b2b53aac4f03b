"""All that a window or a player may know of a match: two protocols.

A window holds one `TablePort` and nothing else; a player is asked through `Player`. Local and remote ports
look alike, so no screen knows which it has.
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Protocol

from tabletop.errors import Refusal
from tabletop.game.moves import Move
from tabletop.game.views import Preview, SeatView
from tabletop.scenario.board import Board
from tabletop.scenario.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Chosen:
    """A player's choice: a move and one sentence that names the reason (never shown to others in play)."""

    move: Move
    reason: str


class TablePort(Protocol):
    """One seat's way to the table."""

    @property
    def seat(self) -> str:
        """The seat, or `observer`."""
        ...

    @property
    def board(self) -> Board:
        """The board as this seat may know it."""
        ...

    @property
    def lexicon(self) -> Lexicon:
        """The words of the scenario."""
        ...

    @property
    def view(self) -> SeatView:
        """The newest view."""
        ...

    def views(self) -> AsyncIterator[SeatView]:
        """Every new view, newest first asked, until the match is over."""
        ...

    async def submit(self, move: Move, at: int) -> None:
        """Make a move on the view of turn `at`; returns when it is on disk.

        Raises:
            IllegalMove: The move is refused, with its rule.
            StaleView: The table has moved on.
        """
        ...

    def preview(self, move: Move) -> Preview | Refusal:
        """What a move would do, or why it is refused."""
        ...


class Player(Protocol):
    """Somebody who plays by itself: it gets the board for its seat and its view, nothing else."""

    def choose(self, board: Board, view: SeatView, key: str) -> Chosen:
        """A legal move; `key` names the player's own stream of chance for this decision."""
        ...
