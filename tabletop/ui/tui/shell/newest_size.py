"""A screen is laid out for the size the window has now, and for no size that it had before.

Textual's screens tell themselves every size they are laid out for. Two sizes on their way to one screen would follow
each other without end, each laying it out anew: a terminal that is drawn at by its corner while a page opens.
"""

from typing import cast

from textual.app import App
from textual.events import Resize
from textual.screen import Screen


class NewestSize:
    """A screen that does not hear of a size which is past."""

    async def _on_resize(self, event: Resize) -> None:
        """Leave out a size that the window has no more; the newest comes, or came, of its own."""
        app = cast("App[object]", cast("Screen[object]", self).app)  # pyright: ignore[reportUnknownMemberType]
        if event.size != app.size:
            event.prevent_default()
            event.stop()
