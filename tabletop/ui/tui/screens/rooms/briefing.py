"""The briefing: what everybody knows, what only this seat knows, what each clause is worth to it."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from tabletop.ui.tui.screens.pages.reader import briefing
from tabletop.ui.tui.screens.rooms.room import Room
from tabletop.ui.tui.shell.keys import Hint
from tabletop.words.language.i18n import N_, _


class Briefing(Room):
    """Read before the first orders; `n` opens it again later."""

    HELP = N_(
        "Your instructions. Arrows and Space scroll, Enter goes on to your orders. F3 opens notes of your own, "
        "kept beside the journal."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go_on", N_("go on to the orders"), show=False),
        Binding("space", "further", N_("a page further"), show=False),
    ]

    def body(self) -> Iterable[Widget]:
        """One page that scrolls."""
        yield VerticalScroll(Static("", markup=False), classes="page")

    def show(self) -> None:
        """Fill the page."""
        self.query_one(".page Static", Static).update(briefing(self.voice, self.view))
        self.query_one(".page").focus()

    def hints(self) -> tuple[Hint, ...]:
        """Scroll, go on, leave."""
        return (
            Hint("Enter", _("go on"), "screen.go_on"),
            Hint("Space", _("further"), "screen.further"),
            Hint("F3", _("notes"), "screen.notes"),
            Hint("F10", _("leave"), "screen.leave"),
        )

    def action_go_on(self) -> None:
        """The briefing is read."""
        self.seat.briefed = True
        self.controls.choose_room()
