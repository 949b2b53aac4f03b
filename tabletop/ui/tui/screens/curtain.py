"""The curtain between two people at one screen: nothing of either seat is behind it."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from tabletop.ui.tui.shell.keys import Hint
from tabletop.ui.tui.widgets.hints import Hints
from tabletop.words.language.i18n import N_, _


class Curtain(Screen[None]):
    """Hand the screen over."""

    HELP = N_("Hand the screen to the person who keeps this seat. Enter opens it.")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", N_("open the curtain"), show=False),
        Binding("f10", "leave", N_("leave to the home screen; the match is saved"), show=False),
    ]

    def __init__(self, name: str, opened: Callable[[], object], left: Callable[[], object]) -> None:
        self.seat_name, self.opened, self.left = name, opened, left
        super().__init__()

    def compose(self) -> ComposeResult:
        """Whose turn it is, nothing else."""
        yield Static(Content.styled(_("The curtain is drawn"), "bold $accent"), id="title")
        text = _("The next chair: {seat}.\n\nHand over the screen. Press Enter when you sit there.").format(
            seat=self.seat_name
        )
        yield Static(text, classes="page", markup=False)
        yield Hints((
            Hint("Enter", _("open the curtain"), "screen.open"),
            Hint("F10", _("leave"), "screen.leave"),
            Hint("F1", _("help"), "app.explain"),
            Hint("?", _("keys"), "app.keys"),
        ))  # fmt: skip

    def action_leave(self) -> None:
        """Back to the home screen."""
        self.left()

    def action_open(self) -> None:
        """The person sits there."""
        self.opened()
