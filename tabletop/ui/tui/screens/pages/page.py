"""A page to read over a room: a title and lines, scrolled with the arrows, closed with Esc."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from tabletop.ui.tui.screens.framed import FramedScreen
from tabletop.ui.tui.shell.keys import Hint
from tabletop.ui.tui.widgets.indented import SelectableText
from tabletop.words.language.i18n import N_, _

Made = Callable[[], tuple[str, Content]]
"""Makes the title and the text of a page, in the language that is spoken."""


class Page(FramedScreen):
    """Something to read."""

    HELP = N_("Arrows and Space scroll. Esc or Enter closes the page.")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,q", "close", N_("close the page"), show=False),
        Binding("space", "further", N_("a page further"), show=False),
    ]

    def __init__(self, make: Made) -> None:
        """Open a page; title and text are made once, and again when another language is spoken."""
        self._make = make
        self.page_title, self.content = make()
        super().__init__()

    def reword(self) -> None:
        """Say title and text in the language that is spoken now."""
        self.page_title, self.content = self._make()

    def titled(self) -> str:
        """The title."""
        return self.page_title

    def body(self) -> Iterable[Widget]:
        """The text."""
        yield VerticalScroll(SelectableText(self.content, markup=False), classes="page")

    def hints(self) -> tuple[Hint, ...]:
        """Close, scroll."""
        return (
            Hint("Esc", _("close"), "screen.close"),
            Hint("Space", _("further"), "screen.further"),
        )

    def on_mount(self) -> None:
        """The text has the focus, so that the arrows scroll it."""
        self.query_one(VerticalScroll).focus()

    def put(self, content: Content) -> None:
        """Show another text."""
        self.content = content
        self.query_one(".page Static", Static).update(content)
