"""The map: who controls what, what is contested and claimed, where strikes were reported; a table says the same."""

import textwrap
from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Resize
from textual.widget import Widget
from textual.widgets import Static

from tabletop.game.views import SeatView
from tabletop.ui.shared.map_drawing import LINE, OUTLINE, RIVER, draw, sample
from tabletop.ui.tui.screens.pages.sourced_page import SourcedPage
from tabletop.ui.tui.shell.keys import Hint, digits
from tabletop.ui.tui.shell.shell import window
from tabletop.ui.tui.widgets.figure import drawn as lines_of
from tabletop.ui.tui.widgets.sourced_lines import SourcedList
from tabletop.words.figures.map import (
    map_caption,
    map_credits,
    map_legend,
    no_map,
)
from tabletop.words.language.i18n import N_, _
from tabletop.words.language.section import SourcedLine, SourcedSection, unsourced
from tabletop.words.language.voice import Voice
from tabletop.words.pages.theatre import theatre_page

TABLE = 30
"""Columns of the table beside the map, on a narrow screen; a wide one gives it more."""

WIDE = 100
"""Columns from which the table is wider."""

CAPTION = 3
"""Columns that stay blank beside the caption."""


class MapPage(SourcedPage):
    """The theatre as a drawing with its table."""

    HELP = N_(
        "The theatre: control, not sovereignty. Numbers mark sectors: ■ held, ▒ contested, ▒? contested and claimed, "
        "with the short name of who holds or claims it; letters are cities, * a strike reported in this match. "
        "The table beside says the same: arrows go from line to line, Enter or a click shows where it comes from. "
        "Left and right, or a digit, choose what the map shows."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "turn(-1)", N_("the map before"), show=False),
        Binding("right", "turn(1)", N_("the next map"), show=False),
        *digits("frame", N_("map {what}")),
    ]

    def __init__(self, voice: Voice, view: SeatView) -> None:
        self.view = view
        self.theatre_map = voice.lexicon.background.map
        self.shown = 0
        super().__init__(voice, "map.title")

    def body(self) -> Iterable[Widget]:
        """The drawing with its caption, and the table."""
        table = SourcedList((), "table")
        if self.theatre_map is None:
            yield Horizontal(table, id="theatre")
            return
        drawing = Static("", id="drawing", markup=False), Static("", id="caption", markup=False)
        yield Horizontal(Vertical(*drawing, id="map"), table, id="theatre")

    def own_hints(self) -> tuple[Hint, ...]:
        """The other maps, where there are some."""
        several = self.theatre_map is not None and len(self.theatre_map.frames) > 1
        return (Hint("← →", _("closer, wider"), "screen.turn(1)"),) if several else ()

    def on_mount(self) -> None:
        """The table has the focus: everything can be read there."""
        table = self.query_one(SourcedList)
        if self.theatre_map is None:
            table.put((SourcedSection(no_map(self.voice), ()), *theatre_page(self.voice, self.view)))
        table.focus()

    def on_resize(self, _: Resize) -> None:
        """Draw as large as the screen allows."""
        self.draw()

    def draw(self) -> None:
        """Draw the map and fill the table."""
        if self.theatre_map is None:
            return
        app, frame = window(self), self.theatre_map.frames[self.shown]
        wide, high = app.size
        columns = wide - 1 - (TABLE if wide < WIDE else wide * 2 // 5)
        said = map_caption(self.voice, self.view, self.theatre_map)
        rows = max(6, high - 3 - len(textwrap.wrap(said, columns - CAPTION)))
        plainly = app.prefs.ascii or app.no_color
        drawn = draw(
            self.voice, self.view, self.theatre_map, frame, columns=columns, rows=rows, plain=plainly
        )
        self.query_one("#map").styles.width = columns
        self.query_one("#drawing", Static).update(Content("\n").join(lines_of(drawn.canvas)))
        self.query_one("#caption", Static).update(Content.styled(said, "dim"))
        found = map_legend(self.voice, self.view, frame, drawn.cities, drawn.hidden)
        self.query_one(SourcedList).put(
            (
                SourcedSection(found.title, (*found.lines, *self._signs(plainly=plainly))),
                *theatre_page(self.voice, self.view),
                map_credits(self.voice, self.theatre_map),
            )
        )

    def _signs(self, *, plainly: bool) -> tuple[SourcedLine, ...]:
        """A sample of each kind of line, with its word."""
        pens = ((LINE, "line"), (RIVER, "river"), (OUTLINE, "outline"))
        words = self.voice.table
        said = [f"{sample(pen, plain=plainly)} {words[f'map.legend.{slug}']}" for pen, slug in pens]
        return unsourced((*said, f"*   {words['map.legend.strike']}"))

    def action_turn(self, by: int) -> None:
        """Another map."""
        if self.theatre_map is not None:
            self.shown = (self.shown + by) % len(self.theatre_map.frames)
            self.draw()

    def action_frame(self, number: int) -> None:
        """The map of a number."""
        if self.theatre_map is not None and number <= len(self.theatre_map.frames):
            self.shown = number - 1
            self.draw()
