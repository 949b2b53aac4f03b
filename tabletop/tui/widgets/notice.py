"""The line above the footer: a sentence, cut between two words where it would take too many lines."""

from textwrap import wrap

from textual.content import Content
from textual.events import Resize
from textual.widgets import Static

LINES = 3
"""Lines a sentence may take, at most; what is cut stands in the record."""

LEAST = 20
"""Columns the sentence is laid out for at least."""


class Notice(Static):
    """A sentence for whoever looks."""

    def __init__(self) -> None:
        self.sentence = ""
        super().__init__("", id="notice", markup=False)

    def say(self, sentence: str) -> None:
        """Show a sentence in the place of the one before."""
        self.sentence = sentence
        self._fit()

    def on_resize(self, _: Resize) -> None:
        """Another width cuts at another word."""
        self._fit()

    def _fit(self) -> None:
        width = max(LEAST, self.app.size.width - 2)
        lines = [line for part in self.sentence.split("\n") for line in wrap(part, width)]
        if len(lines) > LINES:
            lines = wrap(" ".join(self.sentence.split()), width, max_lines=LINES, placeholder=" …")
        self.update(Content("\n".join(lines)))
