"""The four panels of the table room: text, conditions, record, outside. A room and a replay both show them.

From `WIDE` columns up the panels stand beside each other; below that one is shown at a time, in the same
order, under a row of tabs.
"""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.events import Resize

from tabletop.game.views import SeatView
from tabletop.ui.shared.changes import News
from tabletop.ui.tui.shell.keys import about
from tabletop.ui.tui.shell.shell import window
from tabletop.ui.tui.widgets.conditions import conditions
from tabletop.ui.tui.widgets.draft_panel import DraftPanel
from tabletop.ui.tui.widgets.panels import Panel, outside
from tabletop.ui.tui.widgets.record import RecordPanel
from tabletop.ui.tui.widgets.tabs import Tabs
from tabletop.words.language.i18n import N_, _
from tabletop.words.language.voice import Voice

LEAST = 30
"""Columns that conditions are laid out for at least, however narrow the terminal is."""

WIDE = 100
"""Columns from which all four panels are shown."""

SHARE = (5, 3)
"""Columns of the left panels against those of the right, where all are shown."""

TITLES = (N_("Text"), N_("Conditions"), N_("Record"), N_("Outside"))
PANEL_KEYS = tuple(
    Binding(str(number), f"panel({number - 1})", about(N_("panel: {what}"), title), show=False)
    for number, title in enumerate(TITLES, 1)
)
"""The digits, each of which goes to a panel."""

FOCUS = ("#clauses", "#conditions", "#lines", "#outside")
"""What takes the focus in each panel."""

NAMES = ("text", "conditions", "record", "outside")


class TablePanels(Vertical):
    """The panels, arranged for the columns there are."""

    def __init__(self, voice: Voice, view: SeatView) -> None:
        self.voice, self.view = voice, view
        self.shown = 0
        self.news = News(frozenset(), len(view.sight.record))
        super().__init__(id="panels")

    def compose(self) -> ComposeResult:
        """Tabs for narrow screens and the four panels."""
        yield Tabs([_(title) for title in TITLES], "screen.panel")
        yield DraftPanel(self.voice, self.view)
        yield Panel(
            _(TITLES[1]),
            "conditions",
            _(
                "What the draft is worth to you: the meter, with a stroke where no deal stands, then its four "
                "parts. While the gain is below −2 points the meter follows what the terms are worth if they "
                "hold. Below stand every seat's public conditions held against the draft: met, not met, or "
                "open in the draft; last, yours alone, what weighs most with you."
            ),
        )
        yield RecordPanel(_(TITLES[2]))
        yield Panel(
            _(TITLES[3]),
            "outside",
            _(
                "The world outside the room, and what is yours alone. y tells more of the war and what moved "
                "your alternative, f shows the theatre, g the ledger."
            ),
            _("y war · f theatre · g ledger"),
        )

    def put(self, voice: Voice, view: SeatView, news: News) -> None:
        """Show a view."""
        self.voice, self.view, self.news = voice, view, news
        self.query_one(DraftPanel).put(view, news.clauses)
        self.query_one(RecordPanel).put(voice, view, news.line)
        self.query_one("#outside", Panel).put(outside(voice, view))
        self.lay_out()

    def on_resize(self, _: Resize) -> None:
        """Tabs or panels, by the width."""
        self.lay_out()

    @property
    def wide(self) -> bool:
        """Whether all panels are shown."""
        return window(self).size.width >= WIDE

    def lay_out(self) -> None:
        """Show the panels there is room for."""
        wide, columns = self.wide, window(self).size.width
        side = max(LEAST, columns * SHARE[1] // sum(SHARE) if wide else columns)
        self.query_one("#conditions", Panel).put(conditions(self.voice, self.view, side - 4))
        self.query_one(Tabs).display = not wide
        self.query_one(Tabs).choose(self.shown)
        self.set_class(wide, "wide")
        for index, name in enumerate(NAMES):
            self.query_one(f"#{name}").display = wide or index == self.shown

    def go(self, index: int) -> None:
        """Go to a panel; on a narrow screen it takes the place of the one shown."""
        self.shown = index
        self.lay_out()
        self.query_one(FOCUS[index]).focus()
