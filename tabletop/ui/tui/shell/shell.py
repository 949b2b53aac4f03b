"""The shell that every screen stands in: the person's settings, a sentence said, a page opened by its name.

It knows no screen and no match. What it cannot do itself it declares, and the window on top of everything does it.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual._context import active_message_pump
from textual.actions import ActionParseResult
from textual.app import App, ScreenError
from textual.binding import Binding, BindingType
from textual.css.query import NoMatches
from textual.dom import DOMNode, NoScreen
from textual.driver import Driver
from textual.errors import NoWidget
from textual.events import Event, InputEvent, Key, MouseEvent, MouseUp, Paste, Resize
from textual.filter import LineFilter
from textual.geometry import Size
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.widget import Widget
from textual.worker import WorkerFailed

from tabletop.ui.shared.prefs import Prefs, may_move, read_prefs, write_prefs
from tabletop.ui.tui.shell.keys import FIXED, LEAVING, meant
from tabletop.ui.tui.shell.least_size import fits, keep_fitting, laid_out
from tabletop.ui.tui.shell.look import THEMES, Harmless, PlainCharacters
from tabletop.ui.tui.shell.restore_terminal import can_be_called_back
from tabletop.ui.tui.shell.wrapping import keep_numbers_whole
from tabletop.words.language.i18n import FIRST, N_, _, language, languages, speak
from tabletop.words.language.sanitize import clean

if TYPE_CHECKING:
    from tabletop.ui.shared.setup import Host, OpenedMatch, Setup

MOST_PASTED = 400
"""Characters kept of a pasted line; a line of notes holds no more."""

NOT_THERE = (NoMatches, NoWidget, NoScreen, ScreenError)
"""What is raised by work that comes too late: its part or its screen is gone."""


class Shell(App[None]):
    """What every screen may ask of the window it stands in."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+l", "renew", N_("draw the window anew"), show=False, priority=True),
        Binding("ctrl+z", "suspend_process", N_("back to the shell; `fg` comes back"), show=False),
    ]

    def __init__(self, host: Host, settings_file: Path | None = None) -> None:
        """Take up a person's settings.

        Args:
            host: Opens matches and journals.
            settings_file: Where the person's settings are kept; None keeps them nowhere.
        """
        self.host, self.settings_file = host, settings_file
        self.prefs = read_prefs(settings_file) if settings_file is not None else Prefs()
        self._harmless, self._plain_characters = Harmless(), PlainCharacters()
        self.fault: Exception | None = None
        """What closed the window, when that was a fault of the program."""
        if os.environ.get("NO_COLOR") == "":
            del os.environ["NO_COLOR"]  # an empty one says nothing: no-color.org
        self._room: Size | None = None
        super().__init__(driver_class=_driver())
        keep_numbers_whole()
        for theme in THEMES:
            self.register_theme(theme)
        self._apply()

    def open_page(self, name: str) -> None:
        """Open a screen of `SCREENS` afresh: what it shows may have changed since it was last open."""
        self.push_screen(self.SCREENS[name]())  # pyright: ignore[reportUnknownMemberType]

    def open_new(self, setup: Setup) -> None:
        """Open a new match."""
        self.open_match(lambda: self.host.start(setup))

    def open_save(self, path: Path) -> None:
        """Go on with the match of a journal."""
        self.open_match(lambda: self.host.resume(str(path)))

    def open_match(self, opened: Callable[[], OpenedMatch]) -> None:
        """Open a match and show it; one that cannot be opened is a sentence on the screen that asked."""
        raise NotImplementedError

    def open_replay(self, path: str, seat: str = "") -> None:
        """Look at the match of a journal step by step, from a seat or as an onlooker."""
        raise NotImplementedError

    def redraw_screens(self) -> None:
        """Draw every open screen once more, in the language that is spoken now."""
        raise NotImplementedError

    def say(self, sentence: str) -> None:
        """Show a sentence on whatever is open."""
        tell: Callable[[str], None] | None = getattr(self.screen, "tell", None)
        if tell is not None:
            tell(sentence)

    @property
    def room(self) -> Size:
        """Columns and lines that there really are."""
        return super().size if self._room is None else self._room

    @property
    def size(self) -> Size:
        """Columns and lines that screens are laid out in: never fewer than they need."""
        return laid_out(super().size)

    def arrange(self, screen: Screen[object]) -> None:
        """Cover a screen with a sentence where the terminal is too small for it."""
        keep_fitting(screen, self.room)

    def action_renew(self) -> None:
        """Ctrl+L: whatever else wrote on the terminal, or came in its place, the window stands there again."""
        renew: Callable[[], None] | None = getattr(self._driver, "renew", None)
        if renew is not None:
            renew()
        self.screen.refresh()

    def action_suspend_process(self) -> None:
        """Ctrl+Z: back to the shell, with whoever started the program (`make`, a script) until the shell calls back."""
        if self.is_headless:
            return
        if sys.platform != "win32" and can_be_called_back():
            os.kill(0, signal.SIGTSTP)
        else:
            self.say(_("There is no shell to go back to. Ctrl+Q quits; the match is saved."))

    @on(Driver.SignalResume)
    def _drawn_again(self) -> None:
        """The terminal was another's meanwhile."""
        self.screen.refresh()

    def prefer(self, prefs: Prefs) -> bool:
        """Let other settings hold from now on and keep them; false when they could not be kept."""
        self.wear(prefs)
        return self.settings_file is None or write_prefs(self.settings_file, prefs)

    def wear(self, prefs: Prefs) -> None:
        """Let other settings hold until the window closes."""
        spoken = language()
        self.prefs = prefs
        self._apply()
        self.refresh_css(animate=False)
        if language() != spoken:
            self.redraw_screens()

    def _apply(self) -> None:
        """Let the settings hold: language, theme, motion, keys."""
        prefs = self.prefs
        speak(prefs.language if prefs.language in languages() else FIRST)
        self.theme = prefs.theme if prefs.theme in self.available_themes else THEMES[0].name
        self.animation_level = "full" if may_move(prefs) else "none"
        self.set_keymap({action: key for action, key in prefs.keys.items() if key not in FIXED})

    def get_line_filters(self) -> Sequence[LineFilter]:
        """No control sequences; plain characters where they are asked for."""
        filters = (*super().get_line_filters(), self._harmless)
        return (*filters, self._plain_characters) if self.prefs.ascii else filters

    async def on_event(self, event: Event) -> None:
        """Let in what can be meant: a size as it is laid out, keys as they are meant, pasted text made harmless.

        While the cover stands nothing but leaving is heard; a screen that has not got its parts yet hears nothing.
        """
        if isinstance(event, Resize):
            event = self._resized(event)
        elif isinstance(event, InputEvent | Paste) and not event.is_forwarded:
            if not self._hears(event):
                return
            if isinstance(event, Key) and not self._types(event):
                event = meant(event, self.prefs.keys.values())
            elif isinstance(event, Paste):
                event = Paste("\n".join(clean(line, MOST_PASTED) for line in event.text.splitlines()))
        await super().on_event(event)

    def _resized(self, event: Resize) -> Resize:
        """A terminal may change its size at any moment, also below what a screen needs."""
        self._room = event.size
        for screen in self.screen_stack if self._screen_stacks else ():
            keep_fitting(screen, event.size)
        size = laid_out(event.size)
        return Resize(size, size)

    def _hears(self, event: Event) -> bool:
        """Whether the open screen can be meant by what was typed, pasted or pointed at."""
        if not fits(self.room):
            return isinstance(event, Key) and event.key in LEAVING
        if self._exit or not self.screen_stack or not self.screen.is_mounted:
            return False
        return not isinstance(event, MouseEvent) or self._points_at_something(event)

    def _points_at_something(self, event: MouseEvent) -> bool:
        """Whether there is something where somebody points: not outside the window, nor what is taken away."""
        try:
            return self.screen.get_widget_at(*event.screen_offset)[0].is_attached
        except NoWidget:
            return isinstance(event, MouseUp)

    async def _check_bindings(self, key: str, priority: bool = False) -> bool:  # noqa: FBT001, FBT002 - as textual has it
        """Do what a key is bound to; one that was typed at another screen does not wait for the parts of a new one."""
        if not self.screen.is_mounted and key not in LEAVING:
            return False
        return await super()._check_bindings(key, priority)

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Do an action of a part of the window; one that has gone meanwhile, or has not got its parts, does none."""
        part = default_namespace
        if isinstance(part, Widget) and (self._is_closed(part) or not part.screen.is_mounted):
            return False
        return await super().run_action(action, default_namespace, namespaces)

    def _types(self, key: Key) -> bool:
        """Whether a key goes into a text field."""
        return self.focused is not None and self.focused.check_consume_key(key.key, key.character)

    def _handle_exception(self, error: Exception) -> None:
        """Note a fault for whoever opened the window."""
        inner = error.error if isinstance(error, WorkerFailed) else error
        if isinstance(inner, NOT_THERE) and self._is_closed(active_message_pump.get(None)):
            return
        if self.fault is None and isinstance(inner, Exception):
            self.fault = inner
        super()._handle_exception(error)

    def _is_closed(self, part: MessagePump | None) -> bool:
        """Whether a part belongs to a screen that is being closed: what it still had to do finds the others gone."""
        if self._exit or not isinstance(part, Widget):
            return self._exit
        above = part.ancestors_with_self
        going = any(each._closing or each._pruning for each in above)  # noqa: SLF001 - textual mounts nothing in these
        return going or not part.is_attached or not any(each in self.screen_stack for each in above)

    def panic(self, *renderables: object) -> None:
        """Close the window for a fault that somebody only describes."""
        self._handle_exception(RuntimeError(" ".join(map(str, renderables))))

    def _fatal_error(self) -> None:
        """Close the window without printing; the command line writes the log and says where it is."""
        self._close_messages_no_wait()

    def get_key_display(self, binding: Binding) -> str:
        """A key as it stands on the keyboard: F1, not f1."""
        shown = super().get_key_display(binding)
        return shown.upper() if shown[:1] == "f" and shown[1:].isdigit() else shown


def _driver() -> type[Driver] | None:
    """What draws and reads; None where Textual's own does well."""
    if sys.platform == "win32":
        return None
    from tabletop.ui.tui.shell.terminal_driver import HardTerminal  # noqa: PLC0415 - there are no such terminals elsewhere

    return HardTerminal


def window(node: DOMNode) -> Shell:
    """The window that a screen, or a part of one, stands in."""
    return cast("Shell", node.app)  # pyright: ignore[reportUnknownMemberType]  # an app of any result
