"""What most screens are made of: a title, a body, a line for a sentence, the footer; lists to choose from."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tabletop.ui.shared.window_words import said
from tabletop.ui.tui.shell.close_once import ClosesOnce
from tabletop.ui.tui.shell.keys import Hint, help_hints
from tabletop.ui.tui.shell.newest_size import NewestSize
from tabletop.ui.tui.shell.options import Options
from tabletop.ui.tui.widgets.hints import Hints
from tabletop.ui.tui.widgets.notice import Notice
from tabletop.words.language.i18n import N_


class FramedScreen(ClosesOnce, NewestSize, Screen[None]):
    """A screen between a title and a footer."""

    HELP_SLUG: ClassVar[str] = ""
    """What F1 says, by slug of the window's own sentences; without one, `HELP` says it."""

    def compose(self) -> ComposeResult:
        """Title, body, sentence, footer."""
        yield self.heading()
        yield from self.body()
        yield Notice()
        yield Hints(self.footer())

    def heading(self) -> Widget:
        """The first line."""
        return Static(Content.styled(self.titled(), "bold $accent"), id="title", markup=False)

    def titled(self) -> str:
        """The title, in the language that is spoken."""
        return ""

    def body(self) -> Iterable[Widget]:
        """What stands between title and footer."""
        return ()

    def hints(self) -> tuple[Hint, ...]:
        """What the footer names of the screen's own."""
        return ()

    def footer(self) -> tuple[Hint, ...]:
        """Everything that the footer names: the way to help and to the keys ends it."""
        return (*self.hints(), *help_hints())

    @property
    def explains(self) -> str:
        """What F1 says of the screen; empty where its `HELP` says it."""
        return said(self.HELP_SLUG) if self.HELP_SLUG else ""

    def tell(self, sentence: str) -> None:
        """Show a sentence above the footer, as soon as there is one; a screen that was closed says nothing."""
        if self.is_mounted or self.query(Notice):
            self._say(sentence)
        else:
            self.call_later(self._say, sentence)

    def _say(self, sentence: str) -> None:
        for line in self.query(Notice):
            line.say(sentence)

    def action_further(self) -> None:
        """A page further, where there is a page to read."""
        self.query_one(".page").scroll_page_down(animate=False)

    def action_close(self) -> None:
        """Back to what lies beneath."""
        self.dismiss()


class ListScreen(FramedScreen):
    """Lines to choose from, with the arrows and Enter or the mouse."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", N_("back"), show=False)]

    def body(self) -> Iterable[Widget]:
        """The list."""
        yield Options(*map(Option, self.lines()), id="menu")

    def lines(self) -> Sequence[Content]:
        """The lines."""
        return ()

    def chosen(self, index: int) -> None:
        """Do what the line at a place says."""

    def on_mount(self) -> None:
        """Begin at the first line."""
        menu = self.query_one("#menu", OptionList)
        menu.highlighted = 0 if menu.option_count else None
        menu.focus()

    def action_choose(self, number: int = 0) -> None:
        """Choose a line by its number, from 1; 0 is the line that is marked."""
        menu = self.query_one("#menu", OptionList)
        index = (menu.highlighted if number == 0 else number - 1) or 0
        if index < menu.option_count:
            self.chosen(index)

    @on(OptionList.OptionSelected, "#menu")
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.chosen(event.option_index)


def numbered(number: int, line: str | Content) -> Content:
    """A line of a list with its number before it."""
    return Content.assemble((f"{number} ", "bold $accent"), line)
