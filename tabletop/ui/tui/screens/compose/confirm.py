"""The second step: what is about to be done, restated, before it is done."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from tabletop.errors import Refusal
from tabletop.game.records.moves import Move
from tabletop.ui.tui.screens.compose.move_maker import MoveMaker
from tabletop.ui.tui.shell.keys import Hint
from tabletop.ui.tui.widgets.hints import Hints
from tabletop.ui.tui.widgets.notice import Notice
from tabletop.ui.tui.widgets.outlook import outlook
from tabletop.words.language.i18n import N_, _
from tabletop.words.sentences.refusals import refusal_sentence


class Confirm(Screen[None]):
    """Say it a second time, or go back."""

    HELP = N_("Enter does it. Esc goes back and nothing has happened.")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "confirm", N_("do it"), show=False),
        Binding("escape", "back", N_("go back"), show=False),
    ]

    def __init__(self, maker: MoveMaker, made: Move) -> None:
        self.maker, self.made = maker, made
        super().__init__()

    def compose(self) -> ComposeResult:
        """The restatement."""
        voice, source = self.maker.voice, self.maker.source
        seen = source.preview(self.made)
        if isinstance(seen, Refusal):
            said = Content(refusal_sentence(voice, seen))
        else:
            said = outlook(voice, self.made, seen, source.view)
        yield Static(Content.styled(_("Second step: is this what you mean?"), "bold $accent"), id="title")
        with VerticalScroll(classes="page"):
            yield Static(said, markup=False)
            yield Static(Content("\n").join((Content(""), self.maker.restated())), markup=False)
        yield Notice()
        yield Hints((
            Hint("Enter", _("do it"), "screen.confirm"),
            Hint("Esc", _("back"), "screen.back"),
            Hint("F1", _("help"), "app.explain"),
            Hint("?", _("keys"), "app.keys"),
        ))  # fmt: skip

    def tell(self, sentence: str) -> None:
        """Show a sentence above the footer."""
        self.query_one(Notice).say(sentence)

    def action_confirm(self) -> None:
        """Do it."""
        self.maker.make(self.made)

    def action_back(self) -> None:
        """Go back; nothing has happened."""
        self.dismiss()
