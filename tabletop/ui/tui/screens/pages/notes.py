"""Notes of one's own: written here, kept beside the journal, read by nobody else at the table."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static, TextArea

from tabletop.errors import JournalError
from tabletop.table.port import SeatNotes
from tabletop.ui.tui.shell.keys import Hint
from tabletop.ui.tui.widgets.hints import Hints
from tabletop.ui.tui.widgets.notice import Notice
from tabletop.words.language.i18n import N_, _
from tabletop.words.language.voice import Voice

NAME = "notes"
"""The name of the notes on the shelf, in plain mode too."""


class Notes(Screen[None]):
    """A sheet of paper."""

    HELP = N_(
        "Notes of your own. They are kept in a small file beside the journal, never in it, and the table does "
        "not read them. Esc keeps them and goes back."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f3", "close", N_("keep the notes and go back"), show=False, priority=True),
    ]

    def __init__(self, voice: Voice, shelf: SeatNotes) -> None:
        self.voice, self.shelf = voice, shelf
        self.kept = self.written = shelf.read(NAME)
        super().__init__()

    def compose(self) -> ComposeResult:
        """Title, paper, footer."""
        title = f"{self.voice.say('notes.title')}: {self.voice.name(self.voice.seat)}"
        yield Static(Content.styled(title, "bold $accent"), id="title")
        yield TextArea(self.written, id="paper", soft_wrap=True, show_line_numbers=False)
        said = self.voice.say("notes.hint" if self.written else "notes.empty")
        yield Notice(said)
        yield Hints((Hint("Esc", _("keep and close"), "screen.close"), Hint("F1", _("help"), "app.explain")))

    def on_mount(self) -> None:
        """Write on at the end."""
        paper = self.query_one(TextArea)
        paper.move_cursor(paper.document.end)
        paper.focus()

    def tell(self, sentence: str) -> None:
        """Show a sentence above the footer."""
        self.query_one(Notice).say(sentence)

    def on_unmount(self) -> None:
        """A curtain that falls takes the paper away; what was written is kept."""
        self._keep()

    def action_close(self) -> None:
        """Keep the notes and go back; when they cannot be kept they stay on the screen."""
        if self._keep():
            self.dismiss()

    @on(TextArea.Changed)
    def _wrote(self, event: TextArea.Changed) -> None:
        self.written = event.text_area.text
        self.tell(self.voice.say("notes.hint" if self.written else "notes.empty"))

    def _keep(self) -> bool:
        if self.written == self.kept:
            return True
        try:
            self.shelf.write(NAME, self.written)
        except JournalError as error:
            if self.is_attached:
                self.tell(str(error))
            return False
        self.kept = self.written
        return True
