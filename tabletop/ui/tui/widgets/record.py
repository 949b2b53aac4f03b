"""The record as a list: every line opens its rule and its causes."""

from textwrap import shorten

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tabletop.game.records.state import RecordLine
from tabletop.game.views import SeatView
from tabletop.ui.tui.widgets.indented import Indented
from tabletop.ui.tui.widgets.rows import Rows
from tabletop.words.language.i18n import N_, _
from tabletop.words.language.voice import Voice
from tabletop.words.sentences.record_lines import event_line


class RecordPanel(Vertical):
    """What happened, the newest first; Enter or a click opens a line."""

    HELP = N_(
        "The record: what happened, the newest first, with its round and sitting and its rule. "
        "◆ marks what is new since your last turn. Enter opens a line: its rule in full, what happened with it."
    )

    class Opened(Message):
        """A line was chosen."""

        def __init__(self, entry: RecordLine) -> None:
            self.entry = entry
            super().__init__()

    def __init__(self, title: str) -> None:
        self.entries: tuple[RecordLine, ...] = ()
        super().__init__(id="record", classes="panel")
        self.border_title = title

    def compose(self) -> ComposeResult:
        """The list, and what is said when there is none."""
        yield Rows(id="lines")
        yield Static(_("Nothing has happened yet. n reads your briefing."), id="unwritten", markup=False)

    def put(self, voice: Voice, view: SeatView, new_from: int) -> None:
        """Show the record.

        Args:
            voice: The reader.
            view: What it sees.
            new_from: Place in the record of the first line that is new to the reader.
        """
        shown = [
            (index, entry) for index, entry in enumerate(view.sight.record) if event_line(voice, entry.event)
        ]
        shown.reverse()
        self.entries = tuple(entry for _, entry in shown)
        lines = self.query_one("#lines", OptionList)
        lines.clear_options()
        lines.add_options(Option(record_line(voice, entry, new=index >= new_from)) for index, entry in shown)
        lines.display = bool(shown)
        lines.highlighted = 0 if shown else None
        self.query_one("#unwritten").display = not shown

    @on(OptionList.OptionSelected, "#lines")
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.post_message(self.Opened(self.entries[event.option_index]))


MOST = 180
"""Characters of a line of the record in a list; the line opened shows all of it."""

HEAD = 6
"""Columns of round, sitting and mark at the head of a line."""


def record_line(voice: Voice, entry: RecordLine, *, new: bool = False, whole: bool = False) -> Content:
    """A line of the record, cut where it is very long unless all is wanted: where, new or not, what, which rule."""
    said = event_line(voice, entry.event)
    if not whole and len(said) > MOST:
        said = shorten(said, MOST, placeholder=" …")
    where = f"{entry.round}.{entry.sitting}" if entry.sitting else f"{entry.round}"
    style = "bold $warning" if entry.event.kind == "strike-reported" else ""
    shown = Content.assemble(
        (f"{where:<4}", "dim"),
        (voice.table["text.new"] if new else " ", "bold $accent"),
        (f" {said}", style),
        (f"  {entry.event.rule}", "dim"),
    )
    return Indented((shown,), HEAD)
