"""A plain text update: a key changes one line of an app that holds nothing else."""

from textual.app import App, ComposeResult
from textual.events import Key
from textual.widgets import Static


class Update(App[None]):
    """One line that counts keys."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def compose(self) -> ComposeResult:
        """The line."""
        yield Static("An app with nothing in it: 0")

    def on_key(self, _event: Key) -> None:
        """Change the line."""
        self.count += 1
        self.query_one(Static).update(f"An app with nothing in it: {self.count}")


if __name__ == "__main__":
    Update().run()
