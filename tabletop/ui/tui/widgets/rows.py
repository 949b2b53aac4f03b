"""A list whose mark moves without the rest of the list being drawn again."""

from textual.geometry import Region
from textual.reactive import reactive

from tabletop.ui.tui.shell.options import Options


class Rows(Options):
    """Options a row each, for lists that stand among many other parts.

    Where the mark was and where it is now are drawn again, and nothing else. Who follows the mark watches `highlighted`
    and so is drawn in the same frame; a message would climb through everything above, and come a frame late.
    """

    highlighted: reactive[int | None] = reactive(None, repaint=False)

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Keep the mark in sight."""
        if highlighted is not None:
            self.scroll_to_highlight()

    def _watch_highlighted(self, before: int | None, after: int | None) -> None:
        """Draw two rows again; a scroll draws all of them by itself."""
        top, width = self.scroll_offset.y, self.scrollable_content_region.width
        for index in (before, after):
            if index is not None and index in self._index_to_line:
                self.refresh(Region(0, self._index_to_line[index] - top, width, self._heights[index]))
