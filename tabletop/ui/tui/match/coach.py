"""A line of advice at the top of every screen of the tutorial; it says what could come next and never blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from tabletop.game.views import SeatView
from tabletop.ui.shared.tutorial_advice import advice
from tabletop.ui.tui.match.room import Room
from tabletop.ui.tui.screens.compose.composer import Over
from tabletop.ui.tui.screens.compose.confirm import Confirm
from tabletop.ui.tui.screens.pages.page import Page

if TYPE_CHECKING:
    from tabletop.ui.tui.match.director import Sitting

NAME = "coach"


class Coach(Static):
    """The line; it follows the views of the seat by itself."""

    def __init__(self, sitting: Sitting, keys: str) -> None:
        self.sitting, self.keys = sitting, keys
        super().__init__("", id=NAME, markup=False)

    def on_mount(self) -> None:
        """Say what there is to say, now and whenever the seat sees something new."""
        self.put(self.sitting.port.view)
        self.run_worker(self._follow(), group="coach", exclusive=True)

    async def _follow(self) -> None:
        async for view in self.sitting.port.views():
            self.put(view)

    def put(self, view: SeatView) -> None:
        """Show the advice for a view; on a sheet or a page, how to get through it."""
        voice = self.sitting.voice
        before, now = advice(voice.board, view, briefed=voice.seat in self.sitting.read)
        said = [(voice.table[before], "$success")] if before else []
        said += [(voice.table[now], ""), (voice.table.get(f"{now}.keys", ""), "bold $accent")]
        if self.keys:
            said = [(voice.table[self.keys], "bold $accent")]
        self.update(Content(" ").join(Content.styled(words, style) for words, style in said if words))


def keep_advising(screen: Screen[object], sitting: Sitting) -> None:
    """Put the advice on a screen of the match that has none yet."""
    if screen.query(f"#{NAME}") or not isinstance(screen, Room | Over | Page | Confirm):
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
    screen.mount(Coach(sitting, keys), before=0)
