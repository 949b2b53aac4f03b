"""A seat's own notes, kept beside the journal and read by nobody else."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import TextArea

from tabletop.errors import JournalError
from tabletop.table.port import SeatNotes
from tabletop.ui.tui.screens.framed import FramedScreen
from tabletop.ui.tui.shell.keys import Hint, help_hints
from tabletop.words.language.i18n import N_, _
from tabletop.words.language.voice import Voice

NAME = "notes"
"""The name of the notes on the shelf, in plain mode too."""


class Notes(FramedScreen):
    """The notes of one seat."""

    HELP = N_(
        "Notes of your own. They are kept in a small file beside the journal, never in it, and the table does "
        "not read them. Esc keeps them and goes back."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f3", "close", N_("keep the notes and go back"), show=False, priority=True),
    ]

    def __init__(self, voice: Voice, shelf: SeatNotes) -> None:
        self.voice, self.shelf = voice, shelf
        self.saved = self.written = shelf.read(NAME)
        super().__init__()

    def titled(self) -> str:
        """Whose notes."""
        return f"{self.voice.say('notes.title')}: {self.voice.name(self.voice.seat)}"

    def body(self) -> Iterable[Widget]:
        """The paper."""
        yield TextArea(self.written, id="paper", soft_wrap=True, show_line_numbers=False)

    def footer(self) -> tuple[Hint, ...]:
        """Keep."""
        return (Hint("Esc", _("keep and close"), "screen.close"), help_hints()[0])

    def on_mount(self) -> None:
        """Write on at the end."""
        paper = self.query_one(TextArea)
        paper.move_cursor(paper.document.end)
        paper.focus()
        self._explain()

    def on_unmount(self) -> None:
        """A curtain may take the screen away; what was written is saved."""
        self._keep()

    def action_close(self) -> None:
        """Save the notes and go back; stay when they cannot be saved."""
        if self._keep():
            self.dismiss()

    @on(TextArea.Changed)
    def _wrote(self, event: TextArea.Changed) -> None:
        self.written = event.text_area.text
        self._explain()

    def _explain(self) -> None:
        self.tell(self.voice.say("notes.hint" if self.written else "notes.empty"))

    def _keep(self) -> bool:
        if self.written == self.saved:
            return True
        try:
            self.shelf.write(NAME, self.written)
        except JournalError as error:
            if self.is_attached:
                self.tell(str(error))
            return False
        self.saved = self.written
        return True
