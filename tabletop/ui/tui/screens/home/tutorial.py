"""Learning the game: the five-minute tutorial, and what there is to read."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tabletop.ui.shared.setup import tutorial
from tabletop.ui.shared.window_words import said
from tabletop.ui.tui.shell.keys import Hint, about
from tabletop.ui.tui.shell.shell import window
from tabletop.ui.tui.widgets.hints import Hints
from tabletop.ui.tui.widgets.notice import Notice
from tabletop.words.language.i18n import N_

LINES = ("tutorial", "how-to")


class Learning(Screen[None]):
    """What a newcomer can choose."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "back", N_("back to the home screen"), show=False),
        *(
            Binding(str(at), f"choose({at})", about(N_("line {what}"), str(at)), show=False)
            for at in range(1, len(LINES) + 1)
        ),
    ]

    @property
    def explains(self) -> str:
        """What F1 says."""
        return said("learn.help")

    def compose(self) -> ComposeResult:
        """The lines, and what the tutorial is."""
        yield Static(Content.styled(said("learn.title"), "bold $accent"), id="title")
        yield Static(Content(said("learn.about")), id="welcome", markup=False)
        yield OptionList(
            *(
                Option(Content.assemble((f" {at} ", "bold $accent"), " ", said(f"learn.{name}")), id=name)
                for at, name in enumerate(LINES, start=1)
            ),
            id="menu",
        )
        yield Notice()
        yield Hints((
            Hint("1", said("save.tutorial"), "screen.choose(1)"),
            Hint("Esc", said("hint.back"), "screen.back"),
            Hint("F1", said("hint.help"), "app.explain"),
            Hint("?", said("hint.keys"), "app.keys"),
        ))  # fmt: skip

    def on_mount(self) -> None:
        """Begin at the tutorial."""
        menu = self.query_one("#menu", OptionList)
        menu.highlighted = 0
        menu.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Do what the chosen line says."""
        self.action_choose(LINES.index(event.option.id or LINES[0]) + 1)

    def action_choose(self, at: int) -> None:
        """Sit down to the tutorial, or read."""
        if LINES[at - 1] == "tutorial":
            window(self).open_new(tutorial(neutral=window(self).prefs.neutral))
        else:
            window(self).open_page(LINES[at - 1])

    def tell(self, sentence: str) -> None:
        """Show a sentence above the footer."""
        self.query_one(Notice).say(sentence)

    def action_back(self) -> None:
        """Back to the home screen."""
        self.dismiss()
