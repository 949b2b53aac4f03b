"""What a sheet of moves needs to know of whoever composes: the same for a move at the table and for one tried later."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from tabletop.errors import Refusal
from tabletop.game.records.moves import Move
from tabletop.game.views import Preview, SeatView
from tabletop.words.language.voice import Voice

if TYPE_CHECKING:
    from tabletop.ui.tui.app import Window
    from tabletop.ui.tui.match.room import Room


class Seen(Protocol):
    """A view, and what moves on it would do."""

    @property
    def view(self) -> SeatView:
        """What the seat sees."""
        ...

    def preview(self, move: Move) -> Preview | Refusal:
        """What a move would do, or why it is refused."""
        ...


class Composing(Protocol):
    """Somebody who composes a move."""

    @property
    def app(self) -> Window:
        """The window."""
        ...

    @property
    def voice(self) -> Voice:
        """The words of the seat."""
        ...

    @property
    def port(self) -> Seen:
        """What the move is made on."""
        ...

    @property
    def room(self) -> Room | None:
        """The room beneath, where there is one."""
        ...

    def make(self, move: Move) -> None:
        """Make the move."""
        ...

    def say(self, sentence: str) -> None:
        """Show a sentence on whatever is open."""
        ...
