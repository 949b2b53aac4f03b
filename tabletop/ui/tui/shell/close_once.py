"""A screen closes once: a second key or click that was meant for it does not close what lies beneath."""

from typing import cast

from textual.await_complete import AwaitComplete
from textual.screen import Screen


class ClosesOnce:
    """A screen that is closed already has nothing more to close."""

    def dismiss(self, result: object = None) -> AwaitComplete:
        """Close the screen, when it is the one that is open."""
        screen = cast("Screen[object]", self)
        return super().dismiss(result) if screen.is_active else AwaitComplete()  # type: ignore[misc]
