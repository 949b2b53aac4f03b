"""The window: themes, the list of screens, and what every screen can do.

Only textual and the standard library are imported here and by the home screen, so that the first picture
comes at once; every other screen is imported when it is first wanted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import App, SystemCommand
from textual.binding import ActiveBinding, Binding, BindingType
from textual.events import Event, Key
from textual.screen import Screen
from textual.widgets import Input, TextArea
from textual.worker import WorkerFailed

from tabletop.tui.keys import LAYOUT, NOT_OURS
from tabletop.tui.look import THEMES
from tabletop.tui.screens.home import Home
from tabletop.tui.setup import Resume, Seating, Setup, Start

if TYPE_CHECKING:
    from tabletop.tui.sitting import Sitting


def _later(module: str, name: str) -> Callable[[], Screen[None]]:
    """A factory that imports its screen when it is called."""

    def make() -> Screen[None]:
        screen: Screen[None] = getattr(import_module(f"tabletop.tui.screens.{module}"), name)()
        return screen

    return make


class Window(App[None]):
    """The Remaining Fifth in a terminal."""

    TITLE = "The Remaining Fifth"
    CSS_PATH = "tabletop.tcss"
    ENABLE_COMMAND_PALETTE = True
    SCREENS: ClassVar[dict[str, Callable[[], Screen[None]]]] = {
        "new": _later("match_setup", "MatchSetup"),
        "learn": _later("reader", "Learn"),
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "explain", "help on what has the focus", show=False),
        Binding("question_mark", "keys", "list of keys", show=False),
        Binding("f2", "turn_theme", "dark or light", show=False),
        Binding("ctrl+q", "quit", "quit; the match is saved", show=False, priority=True),
    ]

    def __init__(
        self, start: Start, resume: Resume, saves: Path, first: Callable[[], Seating] | None = None
    ) -> None:
        self.start, self.resume_from, self.saves, self.first = start, resume, saves, first
        self.sitting: Sitting | None = None
        self.fault: Exception | None = None
        """What closed the window, when that was a fault of the program."""
        super().__init__()
        self.animation_level = "none"
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = THEMES[0].name

    def on_mount(self) -> None:
        """Show the home screen; go to the table at once when the host has a match ready."""
        self.push_screen(Home(self.saves))
        if self.first is not None:
            self.seat_down(self.first)

    async def on_event(self, event: Event) -> None:
        """Read a Cyrillic layout by the place of the key, unless somebody is typing."""
        if isinstance(event, Key) and not isinstance(self.focused, Input | TextArea):
            letter = LAYOUT.get((event.character or "").lower())
            if letter is not None:
                event = Key(letter, letter)
        await super().on_event(event)

    def _handle_exception(self, error: Exception) -> None:
        """Keep a fault for whoever opened the window."""
        inner = error.error if isinstance(error, WorkerFailed) else error
        if self.fault is None and isinstance(inner, Exception):
            self.fault = inner
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """Close the window without printing; the command line writes the log and says where it is."""
        self._close_messages_no_wait()

    def open_new(self, setup: Setup) -> None:
        """Open a new match."""
        self.seat_down(lambda: self.start(setup))

    def open_save(self, path: Path) -> None:
        """Go on with a match."""
        self.seat_down(lambda: self.resume_from(str(path)))

    def seat_down(self, opened: Callable[[], Seating]) -> None:
        """Open a match and show it; a match that cannot be opened is a sentence on the home screen."""
        sitting = import_module("tabletop.tui.sitting")
        self.run_worker(sitting.open_sitting(self, opened), group="begin", exclusive=True)

    def action_explain(self) -> None:
        """F1: what has the focus, and what can be done with it."""
        import_module("tabletop.tui.screens.reader").explain(self)

    def action_keys(self) -> None:
        """`?`: every key of this screen."""
        import_module("tabletop.tui.screens.reader").list_keys(self)

    def action_turn_theme(self) -> None:
        """Dark to light and back."""
        names = [theme.name for theme in THEMES]
        self.theme = names[(names.index(self.theme) + 1) % len(names)] if self.theme in names else names[0]

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Every action of the screen, for the palette."""
        seen: set[str] = set()
        for active in screen.active_bindings.values():
            binding = active.binding
            if listed(active) and binding.action not in seen:
                seen.add(binding.action)
                yield SystemCommand(
                    binding.description.capitalize(),
                    f"key {self.get_key_display(binding)}",
                    lambda action=binding.action, node=active.node: self.call_later(
                        self.run_action, action, node
                    ),
                )


def listed(active: ActiveBinding) -> bool:
    """Whether a key of the screen belongs in the list of keys and in the palette."""
    binding = active.binding
    ours = active.node.__module__.startswith("tabletop.")
    return bool(binding.description) and not binding.system and ours and binding.action not in NOT_OURS


def run_app(start: Start, resume: Resume, saves: Path, first: Callable[[], Seating] | None = None) -> None:
    """Open the window and stay until it is closed.

    Args:
        start: Opens a new match.
        resume: Opens the match of a journal.
        saves: The folder of journals that the home screen lists.
        first: A match to sit down at once.

    Raises:
        Exception: A fault of the program; the window is closed and the terminal is as it was.
    """
    window = Window(start, resume, saves, first)
    window.run()
    if window.fault is not None:
        raise window.fault
