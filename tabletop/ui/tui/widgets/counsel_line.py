"""A coach's line above the footer of a room: what the seat's last move did, and what else there was."""

from textual.content import Content
from textual.widgets import Static

from tabletop.table.advice import Counsel
from tabletop.ui.shared.counsel import line
from tabletop.ui.shared.seat_session import SeatSession


class CounselLine(Static):
    """The line; without anything to say it takes no room."""

    def __init__(self, seat: SeatSession) -> None:
        self.seat = seat
        super().__init__("", id="counsel", markup=False)

    def on_mount(self) -> None:
        """Say what was said last to this seat."""
        self.put()

    def put(self) -> None:
        """Show what the coach says now."""
        seat, remark = self.seat, self.seat.remark
        self.display = remark is not None and seat.counsel is Counsel.COACH
        if remark is not None and self.display:
            self.update(Content(f"{line(seat.voice, seat.view, remark)} (F4)"))
