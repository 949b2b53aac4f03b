"""The war outside as curves and as lines: what this seat was shown over time, and the years before as facts."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.events import Resize
from textual.widget import Widget
from textual.widgets import Static

from tabletop.game.views import SeatView
from tabletop.table.port import Past
from tabletop.ui.shared.view_history import views_over_time
from tabletop.ui.tui.screens.pages.sourced_page import SourcedPage
from tabletop.ui.tui.shell.keys import Hint, digits
from tabletop.ui.tui.shell.shell import window
from tabletop.ui.tui.widgets.chart import draw
from tabletop.ui.tui.widgets.sourced_lines import SourcedList
from tabletop.words.figures.charts import Chart, chart_section, charts
from tabletop.words.language.i18n import N_, _
from tabletop.words.language.voice import Voice
from tabletop.words.pages.war import war_page

WIDE = 100
"""Columns from which lines stand beside the charts."""

TALL = 30
"""Rows from which two charts are shown at once."""


class WarPage(SourcedPage):
    """Curves and lines of the war."""

    HELP = N_(
        "The war outside. Left and right, or a digit, choose the chart; each series has a letter on the chart and its "
        "name, with who counts, below it. The lines say all of it in words: arrows go from line to line, Enter or a "
        "click shows where a figure comes from."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "turn(-1)", N_("the chart before"), show=False),
        Binding("right", "turn(1)", N_("the next chart"), show=False),
        *digits("chart", N_("chart {what}")),
    ]

    def __init__(self, voice: Voice, view: SeatView, past: Past) -> None:
        self.view, self.past = view, past
        self.charts: tuple[Chart, ...] = ()
        self.shown = 0
        super().__init__(voice, "war.title")
        self.reword()

    def reword(self) -> None:
        """Say what the charts show in the language that is spoken now."""
        self.charts = charts(self.voice, views_over_time(self.past, self.view))

    def body(self) -> Iterable[Widget]:
        """Charts and lines."""
        curves = Static("", id="curves", markup=False)
        yield Container(Vertical(curves, id="charts"), SourcedList((), "war-lines"), id="war")

    def own_hints(self) -> tuple[Hint, ...]:
        """The other charts."""
        return (Hint("← →", _("charts"), "screen.turn(1)"),)

    def on_mount(self) -> None:
        """The lines have the focus: everything can be read there."""
        groups = [*war_page(self.voice, self.view), *(chart_section(chart) for chart in self.charts)]
        self.query_one(SourcedList).put(groups)
        self.query_one(SourcedList).focus()

    def on_resize(self, _: Resize) -> None:
        """Draw as large as the screen allows."""
        self.draw()

    def draw(self) -> None:
        """Draw the chart that is chosen, and the next one where there is room."""
        app = window(self)
        wide, high = app.size
        side_by_side = wide >= WIDE
        columns = wide * 3 // 5 if side_by_side else wide
        rows = high - 3 if side_by_side else max(10, (high - 3) * 3 // 5)
        self.query_one("#war").set_class(side_by_side, "wide")
        self.query_one("#charts").styles.width = columns if side_by_side else "1fr"
        self.query_one("#charts").styles.height = "1fr" if side_by_side else rows
        if not self.charts:
            self.query_one("#curves", Static).update(Content(self.voice.say("chart.none")))
            return
        shown = 2 if side_by_side and high >= TALL and len(self.charts) > 1 else 1
        chosen = [self.charts[(self.shown + each) % len(self.charts)] for each in range(shown)]
        plain = app.prefs.ascii or app.no_color
        each = (rows - shown + 1) // shown
        parts = [draw(chart, columns - 2, each, plain=plain) for chart in chosen]
        self.query_one("#curves", Static).update(Content("\n\n").join(parts))
        title = Content.assemble((self.titled(), "bold $accent"), f"   {self.shown + 1}/{len(self.charts)}")
        self.query_one("#title", Static).update(title)

    def action_turn(self, by: int) -> None:
        """Another chart."""
        if self.charts:
            self.shown = (self.shown + by) % len(self.charts)
            self.draw()

    def action_chart(self, number: int) -> None:
        """The chart of a number."""
        if number <= len(self.charts):
            self.shown = number - 1
            self.draw()
