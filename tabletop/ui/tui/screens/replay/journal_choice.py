"""Which saved match to look at."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tabletop.ui.shared.saves import Save, list_saves
from tabletop.ui.tui.shell.keys import Hint, about
from tabletop.ui.tui.shell.shell import window
from tabletop.ui.tui.widgets.hints import Hints
from tabletop.ui.tui.widgets.notice import Notice
from tabletop.words.language.i18n import N_, _


class JournalChoice(Screen[None]):
    """Which saved match to look at."""

    HELP = N_(
        "Your saved matches, the last played first. Arrows and Enter, or a digit, open one step by step."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", N_("back"), show=False),
        *(
            Binding(str(at), f"choose({at})", about(N_("match {what}"), str(at)), show=False)
            for at in range(1, 10)
        ),
    ]

    def compose(self) -> ComposeResult:
        """One line a match."""
        self.saves: tuple[Save, ...] = list_saves(window(self).host.saves)
        yield Static(Content.styled(_("Look at a match, step by step"), "bold $accent"), id="title")
        yield OptionList(
            *(
                Option(Content.assemble((f"{at} ", "bold $accent"), save.line))
                for at, save in enumerate(self.saves, 1)
            ),
            id="menu",
        )
        empty = (
            "" if self.saves else _("There is no saved match yet. Esc goes back; n there deals a new one.")
        )
        yield Notice(empty)
        yield Hints((
            Hint("Enter", _("look at it"), "screen.choose(0)"),
            Hint("Esc", _("back"), "screen.back"),
            Hint("F1", _("help"), "app.explain"),
            Hint("?", _("keys"), "app.keys"),
        ))  # fmt: skip

    def tell(self, sentence: str) -> None:
        """Show a sentence above the footer."""
        self.query_one(Notice).say(sentence)

    def action_back(self) -> None:
        """Back to what lies beneath."""
        self.dismiss()

    def action_choose(self, at: int) -> None:
        """Open a match by its number; 0 is the one that is marked."""
        at = at or (self.query_one(OptionList).highlighted or 0) + 1
        if at <= len(self.saves):
            window(self).open_replay(str(self.saves[at - 1].path))

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.action_choose(event.option_index + 1)
