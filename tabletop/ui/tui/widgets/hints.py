"""The footer: at most six hints, each a key, a word and a place to click."""

from collections.abc import Sequence
from typing import cast

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.events import Resize
from textual.screen import Screen
from textual.signal import Signal
from textual.widgets import Static

from tabletop.ui.tui.shell.keys import Hint
from tabletop.ui.tui.shell.shell import window

MOST = 6
"""Hints in a footer."""

EDGES = 2
"""Columns of a hint besides its words."""

HELP = "app.explain"
"""The action of the hint that always stands there."""


def own_key(screen: Screen[object], action: str) -> str:
    """The key a person gave an action of the screen; empty when it has its own."""
    own = window(screen).prefs.keys
    names = {action, action.partition(".")[2]}
    for active in screen.active_bindings.values() if own else ():
        if active.binding.id in own and active.binding.action in names:
            return window(screen).get_key_display(active.binding)
    return ""


class HintKey(Static):
    """One hint; a click does what its key does."""

    def __init__(self, hint: Hint) -> None:
        self.hint, self.shown = hint, hint.key
        super().__init__(self._text(hint.key), classes="hint")

    def on_mount(self) -> None:
        """A person's own key stands in the place of the usual one, from the moment it is given."""
        self._name_key(self.screen)
        given = cast("Signal[Screen[object]]", self.screen.bindings_updated_signal)  # pyright: ignore[reportUnknownMemberType]
        given.subscribe(self, self._name_key)

    def _name_key(self, screen: Screen[object]) -> None:
        key = own_key(screen, self.hint.action) or self.hint.key
        if key != self.shown:
            self.shown = key
            self.update(self._text(key))

    def _text(self, key: str) -> Content:
        return Content.assemble((key, "bold $accent"), f" {self.hint.label}")

    @property
    def content_shown(self) -> str:
        """What stands in the footer for it."""
        return self._text(self.shown).plain

    async def on_click(self) -> None:
        """Do what the key does."""
        await self.screen.run_action(self.hint.action)


def fitted(hints: Sequence[Hint]) -> tuple[Hint, ...]:
    """The hints there is room for; the way to help is never the one left out."""
    if len(hints) <= MOST:
        return tuple(hints)
    first = [hint for hint in hints if hint.action != HELP][: MOST - 1]
    return (*first, *(hint for hint in hints if hint.action == HELP))[:MOST]


class Hints(Horizontal):
    """The last line of a screen."""

    def __init__(self, hints: Sequence[Hint]) -> None:
        self.hints = fitted(hints)
        super().__init__(id="hints")

    def compose(self) -> ComposeResult:
        """One cell a hint."""
        for hint in self.hints:
            yield HintKey(hint)

    def on_resize(self, event: Resize) -> None:
        """Leave out whole hints where there are too few columns for all, and help last."""
        self.fit(event.size.width)

    def fit(self, width: int) -> None:
        """Show the hints that so many columns hold, in their order."""
        keys = [*self.query(HintKey)]
        left = width
        for key in sorted(keys, key=lambda each: each.hint.action != HELP):
            left -= cell_len(key.content_shown) + EDGES
            key.display = left >= 0

    async def show(self, hints: Sequence[Hint]) -> None:
        """Put other hints in the place of these."""
        fresh = fitted(hints)
        if fresh == self.hints:
            return
        self.hints = fresh
        await self.recompose()
        self.fit(self.size.width)
