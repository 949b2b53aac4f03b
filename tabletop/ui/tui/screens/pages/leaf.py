"""What lies over a room and is laid out by itself: closed with Esc, with a line for a sentence."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import OptionList, Static

from tabletop.ui.tui.shell.keys import Hint
from tabletop.ui.tui.widgets.figure import source_action
from tabletop.ui.tui.widgets.hints import Hints
from tabletop.ui.tui.widgets.notice import Notice
from tabletop.ui.tui.widgets.sourced_lines import ToldList
from tabletop.words.language.i18n import N_, _
from tabletop.words.language.voice import Voice


class Leaf(Screen[None]):
    """A page of its own making, with a list of lines that can be asked where they come from."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "close", N_("close the page"), show=False)]

    def __init__(self, voice: Voice, title: str) -> None:
        """Open a page with the title of a slug."""
        self.voice, self.title_slug = voice, title
        super().__init__()

    @property
    def page_title(self) -> str:
        """The title."""
        return self.voice.say(self.title_slug)

    def compose(self) -> ComposeResult:
        """Title, body, notice, footer."""
        yield Static(Content.styled(self.page_title, "bold $accent"), id="title")
        yield self.body()
        yield Notice()
        yield Hints(self.hints())

    def body(self) -> Widget:
        """What stands between title and footer."""
        return Static("")

    def hints(self) -> tuple[Hint, ...]:
        """Close, ask, help."""
        return (
            Hint("Esc", _("close"), "screen.close"),
            *self.own_hints(),
            Hint("Enter", _("where from"), "screen.where"),
            Hint("F1", _("help"), "app.explain"),
            Hint("?", _("keys"), "app.keys"),
        )

    def own_hints(self) -> tuple[Hint, ...]:
        """What this page has besides."""
        return ()

    def tell(self, sentence: str) -> None:
        """Show a sentence above the footer."""
        self.query_one(Notice).say(sentence)

    def action_close(self) -> None:
        """Back to what lies beneath."""
        self.dismiss()

    def action_where(self) -> None:
        """Where the marked line comes from."""
        self.query_one(ToldList).action_select()

    @on(OptionList.OptionSelected)
    async def _selected(self, event: OptionList.OptionSelected) -> None:
        await self.show_source(self.query_one(ToldList).figure(event.option.id))

    async def show_source(self, figure: str) -> None:
        """Enter or a click on a line: show where its figure comes from."""
        if figure:
            await self.run_action(source_action(figure))
        else:
            self.tell(self.voice.say("source.none"))
