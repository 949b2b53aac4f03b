"""What a what-if is to a window: a step of a match that is over, where another move can be tried, and its band.

A band says how players of named tempers go on from there under common chance; it is never a verdict. Values are
points over no deal by each seat's own lights when a text was first initialled, nought without a text; points of
two seats are never compared.
"""

from collections.abc import Callable
from typing import Protocol, TypedDict

from tabletop.errors import Refusal
from tabletop.game.records.moves import Move
from tabletop.game.views import Preview, SeatView
from tabletop.scenario.board.board import Board


class Spread(TypedDict):
    """A figure over the continuations: nine in ten lie between `low` and `high`."""

    mean: float
    low: float
    high: float


class ArmBand(TypedDict):
    """What the continuations of one arm came to."""

    move: str
    ends: dict[str, int]
    signed_share: float
    signed_error: float
    held_share: float
    survival: Spread | None
    value: dict[str, Spread]


class Difference(TypedDict):
    """The change against what was played, pair by pair: mean and standard error."""

    signed: tuple[float, float]
    held: tuple[float, float]
    value: dict[str, tuple[float, float]]


class Band(TypedDict):
    """A what-if as one document."""

    journal: str
    at: int
    seat: str
    tempers: dict[str, str]
    asked: int
    continuations: int
    complete: bool
    seconds: float
    as_played: ArmBand
    changed: ArmBand
    difference: Difference


class WhatIfMove(Protocol):
    """A match that is over, as it stood before one of its moves."""

    @property
    def seq(self) -> int:
        """Number of the entry of that move."""
        ...

    @property
    def seat(self) -> str:
        """Whose move it was."""
        ...

    @property
    def made(self) -> Move:
        """The move that was made."""
        ...

    @property
    def board(self) -> Board:
        """The board as that seat might know it."""
        ...

    @property
    def view(self) -> SeatView:
        """What that seat saw, with what was open to it."""
        ...

    def preview(self, move: Move) -> Preview | Refusal:
        """What another move would have done, or why it was refused."""
        ...

    def read(self, notation: str) -> Move:
        """A move from its notation, held against what was open.

        Raises:
            NotationError: It cannot be read.
            IllegalMove: It was refused there, with its rule.
        """
        ...

    def write(self, move: Move) -> str:
        """A move in notation."""
        ...

    def command(self, move: Move) -> str:
        """The command line that asks for the same band."""
        ...

    def band(self, move: Move, continuations: int, tell: Callable[[], bool]) -> Band:
        """Play both arms on, beside the window; what has been played when `tell` says stop is summed up.

        Args:
            move: What the seat does instead.
            continuations: How many of each arm.
            tell: Is called after each pair; False stops.

        Raises:
            IllegalMove: The move was refused there, with its rule.
        """
        ...
