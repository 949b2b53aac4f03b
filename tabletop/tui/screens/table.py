"""The table room: the text, your conditions, the record and the world outside.

From 100 columns up the four panels stand beside each other; below that one is shown at a time, in the same
order, chosen with 1 to 4 or Tab.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal
from textual.content import Content
from textual.events import Click, Resize
from textual.widget import Widget
from textual.widgets import OptionList, Static

from tabletop.tui.frame import window
from tabletop.tui.room import Room
from tabletop.tui.screens.caucus import pair_of
from tabletop.tui.screens.clause import ClausePage
from tabletop.tui.widgets.panels import Panel, conditions, outside, record
from tabletop.tui.widgets.text import TextPanel

WIDE = 100
"""Columns from which all four panels are shown."""

NAMES = ("text", "conditions", "record", "outside")
TITLES = ("Text", "Your conditions", "Record", "Outside")


class Tab(Static):
    """The name of a panel, to click on when one panel is shown at a time."""

    def __init__(self, at: int) -> None:
        self.at = at
        super().__init__("", classes="tab", markup=False)

    def mark(self, shown: int) -> None:
        """Show the name, and whether its panel is the one to be seen."""
        label = f"{self.at + 1} {TITLES[self.at]}"
        chosen = self.at == shown
        self.update(
            Content.styled(f"[{label}]" if chosen else f" {label} ", "bold $accent" if chosen else "")
        )

    async def on_click(self, _: Click) -> None:
        """Show the panel."""
        await self.screen.run_action(f"screen.panel({self.at})")


class TableRoom(Room):
    """The main room."""

    HELP = (
        "The table. 1 to 4 go to the panels, Tab goes round. The moves that are open stand in the footer; "
        "m lists them all, with the reason for those that are not open."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(str(at + 1), f"panel({at})", f"panel: {title}", show=False)
            for at, title in enumerate(TITLES)
        ),
    ]

    def body(self) -> Iterable[Widget]:
        """Tabs for narrow screens and the four panels."""
        self.shown = 0
        yield Horizontal(*(Tab(at) for at in range(len(NAMES))), id="tabs")
        yield Container(
            TextPanel(self.voice, self.view),
            Panel(
                TITLES[1],
                "conditions",
                "What the draft is worth to you in four parts, then every party's public conditions held "
                "against the draft: met, not met, or open in the draft.",
            ),
            Panel(TITLES[2], "record", "What happened, the newest first, with its round and its rule."),
            Panel(
                TITLES[3],
                "outside",
                "The world outside the room, and what is yours alone. y tells more of the war and what moved "
                "your alternative, f shows the theatre, g the ledger.",
                "y war · f theatre · g ledger",
            ),
            id="panels",
        )

    def show(self) -> None:
        """Fill the panels."""
        self.query_one(TextPanel).put(self.view)
        self.query_one("#conditions", Panel).put(conditions(self.voice, self.view, self._side()))
        self.query_one("#record", Panel).put(record(self.voice, self.view))
        self.query_one("#outside", Panel).put(outside(self.voice, self.view))
        self._arrange()

    def on_mount(self) -> None:
        """Begin at the text."""
        super().on_mount()
        self.query_one("#clauses").focus()

    def on_resize(self, _: Resize) -> None:
        """Tabs or panels, by the width."""
        self.query_one("#conditions", Panel).put(conditions(self.voice, self.view, self._side()))
        self._arrange()

    def _side(self) -> int:
        """Columns within the panel of conditions."""
        width = window(self).size.width
        return (width // 3 if width >= WIDE else width) - 4

    def _arrange(self) -> None:
        wide = window(self).size.width >= WIDE
        self.query_one("#tabs").display = not wide
        self.query_one("#panels").set_class(wide, "wide")
        for at, name in enumerate(NAMES):
            self.query_one(f"#{name}").display = wide or at == self.shown
        for tab in self.query(Tab):
            tab.mark(self.shown)

    def action_move(self, key: str) -> None:
        """Compose a move; `c` goes into the caucus that is open."""
        if key == "c" and pair_of(self.voice, self.view):
            self.sitting.step_aside(aside=True)
        else:
            super().action_move(key)

    def action_panel(self, at: int) -> None:
        """Go to a panel; on a narrow screen it takes the place of the one shown."""
        self.shown = at
        self._arrange()
        self.query_one("#clauses" if at == 0 else f"#{NAMES[at]}").focus()

    @on(OptionList.OptionSelected, "#clauses")
    def _clause(self, event: OptionList.OptionSelected) -> None:
        if event.option.id:
            window(self).push_screen(ClausePage(self.sitting, self.view, event.option.id))
