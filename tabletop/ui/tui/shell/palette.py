"""The palette: every action by name, its own few words in the language that is spoken."""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any, TypeVar, cast

from textual.app import ComposeResult
from textual.command import CommandList, CommandPalette
from textual.content import Content
from textual.css.query import NoMatches
from textual.errors import NoWidget
from textual.geometry import Region
from textual.widget import Widget
from textual.widgets.option_list import Option
from textual.worker import Worker, WorkType

from tabletop.ui.tui.shell.close_once import ClosesOnce
from tabletop.ui.tui.shell.newest_size import NewestSize
from tabletop.ui.tui.shell.options import Commands
from tabletop.words.language.i18n import _

Found = TypeVar("Found")


class Palette(ClosesOnce, NewestSize, CommandPalette):
    """Textual's palette; what it says when nothing is found is said here, as it has no way of being told."""

    def __init__(self) -> None:
        super().__init__(placeholder=_("Search for commands…"), id="--command-palette")

    def compose(self) -> ComposeResult:
        """Textual's parts, with a list that bears a click on a line that has gone meanwhile."""
        for part in super().compose():
            yield Commands() if isinstance(part, CommandList) else part

    def get_widget_at(self, x: int, y: int) -> tuple[Widget, Region]:
        """What is where somebody clicked; the window may have become smaller since, and then it is the palette."""
        try:
            return super().get_widget_at(x, y)
        except NoWidget:
            return self, self.region

    def _action_command_list(self, action: str) -> None:
        """Move in the list; one that has no line yet has no page, and textual asks it for one."""
        with suppress(KeyError):
            super()._action_command_list(action)

    def run_worker(self, work: WorkType[Found], *arguments: Any, **named: Any) -> Worker[Found]:
        """Search as long as the palette is open: a search that outlives it finds nothing to show its finds in."""

        async def search() -> Found | None:
            try:
                return await cast("Callable[[], Awaitable[Found]]", work)()
            except NoMatches:
                if self.query(CommandList):
                    raise
                return None

        return super().run_worker(cast("WorkType[Found]", search), *arguments, **named)

    def _start_no_matches_countdown(self, search_value: str) -> None:
        """Say after a while that nothing was found; an empty search says nothing."""
        self._stop_no_matches_countdown()

        def said() -> None:
            if search_value:
                found = Option(Content(_("Nothing of that name.")), id=self._NO_MATCHES, disabled=True)
                self.query_one(CommandList).add_option(found)
            self._list_visible = bool(search_value)

        self._no_matches_timer = self.set_timer(self._NO_MATCHES_COUNTDOWN, said)
