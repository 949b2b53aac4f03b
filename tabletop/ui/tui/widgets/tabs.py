"""A row of names to choose from by click or digit: panels of a room, versions of a document."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.events import Click
from textual.widgets import Static


class Tab(Static):
    """One name; a click does what its digit does."""

    def __init__(self, index: int, name: str, action: str) -> None:
        self.index, self.label, self.action = index, name, action
        super().__init__("", classes="tab", markup=False)

    def mark(self, shown: int) -> None:
        """Show the name, and whether it is the one that is chosen."""
        label = f"{self.index + 1} {self.label}"
        chosen = self.index == shown
        self.update(
            Content.styled(f"[{label}]" if chosen else f" {label} ", "bold $accent" if chosen else "")
        )

    async def on_click(self, _: Click) -> None:
        """Choose it."""
        await self.screen.run_action(f"{self.action}({self.index})")


class Tabs(Horizontal):
    """The names side by side."""

    def __init__(self, names: Sequence[str], action: str, shown: int = 0) -> None:
        """Lay out the names.

        Args:
            names: What is printed.
            action: The screen's action that a click calls with the place of the name.
            shown: The place of the one that is chosen at first.
        """
        self.names, self.action, self.shown = tuple(names), action, shown
        super().__init__(id="tabs")

    def compose(self) -> ComposeResult:
        """One cell a name."""
        for index, name in enumerate(self.names):
            yield Tab(index, name, self.action)

    def on_mount(self) -> None:
        """Mark the first choice."""
        self.choose(self.shown)

    def choose(self, index: int) -> None:
        """Mark another name as chosen."""
        self.shown = index
        for tab in self.query(Tab):
            tab.mark(index)
