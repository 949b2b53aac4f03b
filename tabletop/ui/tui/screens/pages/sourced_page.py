"""A page whose lines can be asked where their figures come from."""

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widgets import OptionList

from tabletop.ui.tui.screens.framed import FramedScreen
from tabletop.ui.tui.shell.keys import Hint
from tabletop.ui.tui.widgets.figure import source_action
from tabletop.ui.tui.widgets.sourced_lines import SourcedList
from tabletop.words.language.i18n import N_, _
from tabletop.words.language.voice import Voice


class SourcedPage(FramedScreen):
    """A page with a list of sourced lines, and whatever else it lays out."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "close", N_("close the page"), show=False)]

    def __init__(self, voice: Voice, title: str) -> None:
        """Open a page with the title of a slug."""
        self.voice, self.title_slug = voice, title
        super().__init__()

    def titled(self) -> str:
        """The title."""
        return self.voice.say(self.title_slug)

    def hints(self) -> tuple[Hint, ...]:
        """Close, ask, help."""
        return (
            Hint("Esc", _("close"), "screen.close"),
            *self.own_hints(),
            Hint("Enter", _("where from"), "screen.where"),
        )

    def own_hints(self) -> tuple[Hint, ...]:
        """What this page has besides."""
        return ()

    def action_where(self) -> None:
        """Where the marked line comes from."""
        self.query_one(SourcedList).action_select()

    @on(OptionList.OptionSelected)
    async def _selected(self, event: OptionList.OptionSelected) -> None:
        await self.show_source(self.query_one(SourcedList).figure(event.option.id))

    async def show_source(self, figure: str) -> None:
        """Enter or a click on a line: show where its figure comes from."""
        if figure:
            await self.run_action(source_action(figure))
        else:
            self.tell(self.voice.say("source.none"))
