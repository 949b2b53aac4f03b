"""A coach's line above the footer of a room: what the seat's last move did, and what else there was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from tabletop.table.advice import Counsel
from tabletop.ui.shared.counsel import line

if TYPE_CHECKING:
    from tabletop.ui.tui.match.director import Sitting


class CounselLine(Static):
    """The line; without anything to say it takes no room."""

    def __init__(self, sitting: Sitting) -> None:
        self.sitting = sitting
        super().__init__("", id="counsel", markup=False)

    def on_mount(self) -> None:
        """Say what was said last to this seat."""
        self.put()

    def put(self) -> None:
        """Show what the coach says now."""
        sitting = self.sitting
        remark = sitting.remarks.get(sitting.port.seat)
        self.display = remark is not None and sitting.counsel is Counsel.COACH
        if remark is not None and self.display:
            self.update(Content(f"{line(sitting.voice, sitting.port.view, remark)} (F4)"))
