"""Lists to choose from, whose lines may be others by the time a click on one of them is heard."""

from contextlib import suppress
from typing import Literal

from textual.command import CommandList
from textual.events import Click
from textual.widgets import OptionList


class Options(OptionList):
    """Textual's list, which takes a click on a line that is gone for one on a line that never was."""

    async def _on_click(self, event: Click) -> None:
        """Hear only a click on a line that is still there; what it does is textual's own."""
        line = event.style.meta.get("option")
        if line is not None and line >= self.option_count:
            event.prevent_default()

    def _move_page(self, direction: Literal[-1, 1]) -> None:
        """A page further or back; a list whose lines have not been laid out yet has no pages."""
        with suppress(KeyError):
            super()._move_page(direction)


class Commands(CommandList, Options, can_focus=False):
    """The list of the palette, filled anew while somebody types; textual finds it by the name of its first base."""
