"""Somebody who composes a move: a seat at the table, or one that tries another move in a match that is over."""

from collections.abc import Callable
from dataclasses import dataclass

from textual.content import Content

from tabletop.game.records.moves import Move
from tabletop.ui.tui.widgets.move_form import MoveSource
from tabletop.words.language.voice import Voice


def nothing() -> Content:
    """Nothing besides the move itself."""
    return Content("")


@dataclass(frozen=True, slots=True)
class MoveMaker:
    """What the screens on which a move is composed need to know.

    Attributes:
        voice: The words of the seat.
        source: The view the move is made on, and what moves on it would do.
        make: Makes the move.
        restated: What the second step of a move repeats besides the move itself.
    """

    voice: Voice
    source: MoveSource
    make: Callable[[Move], None]
    restated: Callable[[], Content] = nothing
