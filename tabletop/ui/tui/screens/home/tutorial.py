"""Learning the game: the five-minute tutorial, and what there is to read."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from tabletop.ui.shared.setup import tutorial
from tabletop.ui.shared.window_words import said
from tabletop.ui.tui.screens.framed import ListScreen, numbered
from tabletop.ui.tui.shell.keys import Hint, back_hint, digits
from tabletop.ui.tui.shell.shell import window
from tabletop.words.language.i18n import N_

LINES = ("tutorial", "how-to")


class Learning(ListScreen):
    """What a newcomer can do first."""

    HELP_SLUG = "learn.help"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "close", N_("back to the home screen"), show=False),
        *digits("choose", N_("line {what}"), len(LINES)),
    ]

    def titled(self) -> str:
        """The title."""
        return said("learn.title")

    def body(self) -> Iterable[Widget]:
        """What the tutorial is, and the lines."""
        yield Static(Content(said("learn.about")), id="welcome", markup=False)
        yield from super().body()

    def lines(self) -> Sequence[Content]:
        """The tutorial, and what there is to read."""
        return [
            Content.assemble(" ", numbered(number, f" {said(f'learn.{name}')}"))
            for number, name in enumerate(LINES, 1)
        ]

    def hints(self) -> tuple[Hint, ...]:
        """The tutorial, back."""
        return (Hint("1", said("save.tutorial"), "screen.choose(1)"), back_hint())

    def chosen(self, index: int) -> None:
        """Sit down to the tutorial, or read."""
        if LINES[index] == "tutorial":
            window(self).open_new(tutorial(neutral=window(self).prefs.neutral))
        else:
            window(self).open_page(LINES[index])
