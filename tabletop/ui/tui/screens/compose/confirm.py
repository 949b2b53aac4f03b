"""The second step: a move is restated before it is made."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from tabletop.errors import Refusal
from tabletop.game.records.moves import Move
from tabletop.ui.tui.screens.compose.move_maker import MoveMaker
from tabletop.ui.tui.screens.framed import FramedScreen
from tabletop.ui.tui.shell.keys import Hint, back_hint
from tabletop.ui.tui.widgets.outlook import outlook
from tabletop.words.language.i18n import N_, _
from tabletop.words.sentences.refusals import refusal_sentence


class Confirm(FramedScreen):
    """Confirm, or go back."""

    HELP = N_("Enter does it. Esc goes back and nothing has happened.")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "confirm", N_("do it"), show=False),
        Binding("escape", "close", N_("go back"), show=False),
    ]

    def __init__(self, maker: MoveMaker, made: Move) -> None:
        self.maker, self.made = maker, made
        super().__init__()

    def titled(self) -> str:
        """What is asked."""
        return _("Second step: is this what you mean?")

    def body(self) -> Iterable[Widget]:
        """The restatement."""
        voice, source = self.maker.voice, self.maker.source
        seen = source.preview(self.made)
        if isinstance(seen, Refusal):
            said = Content(refusal_sentence(voice, seen))
        else:
            said = outlook(voice, self.made, seen, source.view)
        restated = Content("\n").join((Content(""), self.maker.restated()))
        yield VerticalScroll(Static(said, markup=False), Static(restated, markup=False), classes="page")

    def hints(self) -> tuple[Hint, ...]:
        """Do it, back."""
        return (Hint("Enter", _("do it"), "screen.confirm"), back_hint())

    def action_confirm(self) -> None:
        """Do it."""
        self.maker.make(self.made)
