"""Which saved match to look at."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from tabletop.ui.shared.saves import Save, list_saves
from tabletop.ui.tui.screens.framed import ListScreen, numbered
from tabletop.ui.tui.shell.keys import Hint, back_hint, digits
from tabletop.ui.tui.shell.shell import window
from tabletop.words.language.i18n import N_, _


class JournalChoice(ListScreen):
    """The matches of the folder, the last played first."""

    HELP = N_(
        "Your saved matches, the last played first. Arrows and Enter, or a digit, open one step by step."
    )
    BINDINGS: ClassVar[list[BindingType]] = [*digits("choose", N_("match {what}"))]

    def titled(self) -> str:
        """What is asked."""
        return _("Look at a match, step by step")

    def lines(self) -> Sequence[Content]:
        """One line a match."""
        self.saves: tuple[Save, ...] = list_saves(window(self).host.saves)
        return [numbered(number, save.line) for number, save in enumerate(self.saves, 1)]

    def hints(self) -> tuple[Hint, ...]:
        """Look, back."""
        return (Hint("Enter", _("look at it"), "screen.choose(0)"), back_hint())

    def on_mount(self) -> None:
        """Say where matches come from when there are none."""
        super().on_mount()
        if not self.saves:
            self.tell(_("There is no saved match yet. Esc goes back; n there deals a new one."))

    def chosen(self, index: int) -> None:
        """Open a match."""
        window(self).open_replay(str(self.saves[index].path))
