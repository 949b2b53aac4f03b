"""The table room: the text, the conditions, the record and the world outside."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.widget import Widget
from textual.widgets import OptionList

from tabletop.ui.shared.changes import news
from tabletop.ui.tui.screens.pages.clause import ClausePage
from tabletop.ui.tui.screens.pages.entry import EntryPage
from tabletop.ui.tui.screens.rooms.caucus import pair_of
from tabletop.ui.tui.screens.rooms.room import Room
from tabletop.ui.tui.shell.keys import Hint, help_hints
from tabletop.ui.tui.shell.shell import window
from tabletop.ui.tui.widgets.hints import MOST
from tabletop.ui.tui.widgets.record import RecordPanel
from tabletop.ui.tui.widgets.table_panels import PANEL_KEYS, TablePanels
from tabletop.words.language.i18n import N_, _


class TableRoom(Room):
    """The main room."""

    HELP = N_(
        "The table. 1 to 4 go to the panels, Tab goes round; Enter opens the clause or the line of the record "
        "that is marked. The moves that are open stand in the footer; m lists them all, with the reason for "
        "those that are not open."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        *PANEL_KEYS,
    ]

    def body(self) -> Iterable[Widget]:
        """The four panels."""
        yield TablePanels(self.voice, self.view)

    def show(self) -> None:
        """Fill the panels."""
        self.query_one(TablePanels).put(
            self.voice, self.view, news(self.voice, self.seat.port.past, self.view)
        )

    def on_mount(self) -> None:
        """Begin at the text."""
        super().on_mount()
        self.query_one("#clauses").focus()

    def hints(self) -> tuple[Hint, ...]:
        """What is open for the moment comes first: a caucus that sits, a last look at one's orders."""
        caucus = (Hint("c", _("caucus"), "screen.move('c')"),) if pair_of(self.voice, self.view) else ()
        look = (Hint("q", self.name_of("q"), "screen.move('q')"),) if self.boxes("q") else ()
        taken = any(box.move == "amend" for box in self.boxes("q"))
        usual = super().hints()
        room = len(usual) + len(help_hints()) < MOST
        return (
            *caucus,
            *(look if taken else ()),
            *usual,
            *(look if room and not taken else ()),
        )

    def action_move(self, key: str) -> None:
        """Compose a move; `c` goes into the caucus that is open."""
        if key == "c" and pair_of(self.voice, self.view):
            self.controls.visit_caucus(inside=True)
        else:
            super().action_move(key)

    def action_panel(self, index: int) -> None:
        """Go to a panel; on a narrow screen it takes the place of the one shown."""
        self.query_one(TablePanels).go(index)

    @on(OptionList.OptionSelected, "#clauses")
    def _clause(self, event: OptionList.OptionSelected) -> None:
        if event.option.id:
            window(self).push_screen(ClausePage(self.voice, self.view, event.option.id))

    @on(RecordPanel.Opened)
    def _entry(self, event: RecordPanel.Opened) -> None:
        window(self).push_screen(EntryPage(self.voice, self.seat.port.past, event.entry))
