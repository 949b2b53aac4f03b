"""The line above the footer: a sentence, shortened where it would take too many lines."""

from textwrap import wrap

from textual.content import Content
from textual.events import Resize
from textual.widgets import Static

from tabletop.ui.tui.shell.shell import window

LINES = 3
"""Lines a sentence may take; the record has the rest."""

LEAST = 20
"""Columns the sentence is laid out for at least."""


class Notice(Static):
    """A sentence for whoever looks."""

    def __init__(self, sentence: str = "") -> None:
        self.sentence = self.shown = sentence
        super().__init__(Content(sentence), id="notice", markup=False)

    def say(self, sentence: str) -> None:
        """Show a sentence in the place of the one before."""
        self.sentence = sentence
        self._fit()

    def on_resize(self, _: Resize) -> None:
        """Cut for the new width once this layout is done, so that the height follows."""
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        width = max(LEAST, self.size.width or window(self).size.width - 2)
        lines = [
            line for part in self.sentence.split("\n") for line in wrap(part, width, break_on_hyphens=False)
        ]
        cut = len(lines) > LINES
        if cut:
            lines = wrap(self.sentence, width, max_lines=LINES, placeholder=" …", break_on_hyphens=False)
        shown = "\n".join(lines) if cut else self.sentence
        if shown != self.shown:
            self.shown = shown
            self.update(Content(shown))
