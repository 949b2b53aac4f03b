"""A line of advice on every screen of the tutorial: what could come next; it never blocks."""

from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from tabletop.game.views import SeatView
from tabletop.ui.shared.seat_session import SeatSession
from tabletop.ui.shared.tutorial_advice import advice
from tabletop.ui.tui.screens.compose.composer import ComposeScreen
from tabletop.ui.tui.screens.compose.confirm import Confirm
from tabletop.ui.tui.screens.pages.page import Page
from tabletop.ui.tui.screens.rooms.room import Room
from tabletop.ui.tui.shell.background_work import start

NAME = "coach"


class Coach(Static):
    """The line; it follows the views of the seat by itself."""

    def __init__(self, seat: SeatSession, keys: str) -> None:
        self.seat, self.keys = seat, keys
        super().__init__("", id=NAME, markup=False)

    def on_mount(self) -> None:
        """Show the advice, now and for every new view."""
        self.put(self.seat.view)
        start(self, self._follow, "coach", alone=True)

    async def _follow(self) -> None:
        async for view in self.seat.port.views():
            self.put(view)

    def put(self, view: SeatView) -> None:
        """Show the advice for a view; on a sheet or a page, how to get through it."""
        voice = self.seat.voice
        before, now = advice(voice.board, view, briefed=self.seat.briefed)
        said = [(voice.table[before], "$success")] if before else []
        said += [(voice.table[now], ""), (voice.table.get(f"{now}.keys", ""), "bold $accent")]
        if self.keys:
            said = [(voice.table[self.keys], "bold $accent")]
        self.update(Content(" ").join(Content.styled(words, style) for words, style in said if words))


def keep_advising(screen: Screen[object], seat: SeatSession) -> None:
    """Put the advice on a screen of the match that has none yet, as long as it is there."""
    if (
        not screen.is_attached
        or screen.query(f"#{NAME}")
        or not isinstance(screen, Room | ComposeScreen | Page | Confirm)
    ):
        return
    keys = (
        ""
        if isinstance(screen, Room)
        else "coach.page.keys"
        if isinstance(screen, Page)
        else "coach.confirm.keys"
        if isinstance(screen, Confirm)
        else "coach.sheet.keys"
    )
    screen.mount(Coach(seat, keys), before=0)
