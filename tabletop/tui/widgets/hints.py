"""The footer: at most six hints, each a key, a word and a place to click."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from tabletop.tui.keys import Hint

MOST = 6


class HintKey(Static):
    """One hint; a click does what its key does."""

    def __init__(self, hint: Hint) -> None:
        self.hint = hint
        text = Content.assemble((hint.key, "bold $accent"), f" {hint.label}")
        super().__init__(text, classes="hint")

    async def on_click(self) -> None:
        """Do what the key does."""
        await self.screen.run_action(self.hint.action)


class Hints(Horizontal):
    """The last line of a screen."""

    def __init__(self, hints: Sequence[Hint]) -> None:
        self.hints = tuple(hints)[:MOST]
        super().__init__(id="hints")

    def compose(self) -> ComposeResult:
        """One cell a hint."""
        for hint in self.hints:
            yield HintKey(hint)

    async def show(self, hints: Sequence[Hint]) -> None:
        """Put other hints in the place of these."""
        fresh = tuple(hints)[:MOST]
        if fresh == self.hints:
            return
        self.hints = fresh
        await self.recompose()
