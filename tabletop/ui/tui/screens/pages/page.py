"""A page to read over a room: a title and lines, scrolled with the arrows, closed with Esc."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from tabletop.ui.tui.shell.keys import Hint
from tabletop.ui.tui.widgets.hanging import Reading
from tabletop.ui.tui.widgets.hints import Hints
from tabletop.ui.tui.widgets.notice import Notice
from tabletop.words.language.i18n import N_, _


class Page(Screen[None]):
    """Something to read."""

    HELP = N_("Arrows and Space scroll. Esc or Enter closes the page.")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,q", "close", N_("close the page"), show=False),
        Binding("space", "further", N_("a page further"), show=False),
    ]

    def __init__(
        self, title: str, content: Content, again: Callable[[], tuple[str, Content]] | None = None
    ) -> None:
        """Open a page.

        Args:
            title: Its title.
            content: Its text.
            again: Makes both again when another language is spoken.
        """
        self.page_title, self.content, self.again = title, content, again
        super().__init__()

    def reword(self) -> None:
        """Say title and text in the language that is spoken now."""
        if self.again is not None:
            self.page_title, self.content = self.again()

    def compose(self) -> ComposeResult:
        """Title, what stands above the text, the text, footer."""
        yield Static(Content.styled(self.page_title, "bold $accent"), id="title")
        yield from self.above()
        with VerticalScroll(classes="page"):
            yield Reading(self.content, markup=False)
        yield Notice()
        yield Hints(self.hints())

    def above(self) -> Iterable[Widget]:
        """What stands between the title and the text."""
        return ()

    def hints(self) -> tuple[Hint, ...]:
        """Close, scroll."""
        return (
            Hint("Esc", _("close"), "screen.close"),
            Hint("Space", _("further"), "screen.further"),
            Hint("F1", _("help"), "app.explain"),
            Hint("?", _("keys"), "app.keys"),
        )

    def on_mount(self) -> None:
        """The text has the focus, so that the arrows scroll it."""
        self.query_one(VerticalScroll).focus()

    def put(self, content: Content) -> None:
        """Show another text."""
        self.content = content
        self.query_one(".page Static", Static).update(content)

    def tell(self, sentence: str) -> None:
        """Show a sentence above the footer."""
        self.query_one(Notice).say(sentence)

    def action_close(self) -> None:
        """Back to what lies beneath."""
        self.dismiss()

    def action_further(self) -> None:
        """A page further."""
        self.query_one(VerticalScroll).scroll_page_down(animate=False)
