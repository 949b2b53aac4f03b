"""The least that Textual can show: what the first picture of the home screen is measured against."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Bare(App[None]):
    """One line."""

    def compose(self) -> ComposeResult:
        """The line."""
        yield Static("An app with nothing in it")


if __name__ == "__main__":
    Bare().run()
