"""The curtain between two people at one screen: nothing of either seat is behind it."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from tabletop.ui.tui.screens.framed import FramedScreen
from tabletop.ui.tui.shell.keys import Hint
from tabletop.words.language.i18n import N_, _


class Curtain(FramedScreen):
    """Hand the screen over."""

    HELP = N_("Hand the screen to the person who keeps this seat. Enter opens it.")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", N_("open the curtain"), show=False),
        Binding("f10", "leave", N_("leave to the home screen; the match is saved"), show=False),
    ]

    def __init__(self, name: str, opened: Callable[[], object], left: Callable[[], object]) -> None:
        self.seat_name, self.opened, self.left = name, opened, left
        super().__init__()

    def titled(self) -> str:
        """The title."""
        return _("The curtain is drawn")

    def body(self) -> Iterable[Widget]:
        """Whose turn it is, nothing else."""
        text = _("The next chair: {seat}.\n\nHand over the screen. Press Enter when you sit there.").format(
            seat=self.seat_name
        )
        yield Static(text, classes="page", markup=False)

    def hints(self) -> tuple[Hint, ...]:
        """Open, leave."""
        return (
            Hint("Enter", _("open the curtain"), "screen.open"),
            Hint("F10", _("leave"), "screen.leave"),
        )

    def action_leave(self) -> None:
        """Back to the home screen."""
        self.left()

    def action_open(self) -> None:
        """The person sits there."""
        self.opened()

    def tell(self, sentence: str) -> None:
        """Say nothing here: the sentence may be for the seat that has just left."""
