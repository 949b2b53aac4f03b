"""The shell that every screen stands in: the person's settings, a sentence said, a page opened by its name.

It knows no screen and no match. What it cannot do itself it declares, and the window on top of everything does it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from textual.app import App
from textual.binding import Binding
from textual.dom import DOMNode
from textual.events import Event, Key, Paste, Resize
from textual.filter import LineFilter
from textual.screen import Screen
from textual.worker import WorkerFailed

from tabletop.ui.shared.prefs import Prefs, may_move, read_prefs, write_prefs
from tabletop.ui.tui.shell.keys import FIXED, LAYOUT
from tabletop.ui.tui.shell.least_size import keep_fitting
from tabletop.ui.tui.shell.look import THEMES, Harmless, PlainCharacters
from tabletop.ui.tui.shell.wrapping import keep_numbers_whole
from tabletop.words.language.i18n import FIRST, language, languages, speak
from tabletop.words.language.sanitize import clean

if TYPE_CHECKING:
    from tabletop.ui.shared.setup import Host, OpenedMatch, Setup

MOST_PASTED = 400
"""Characters kept of a pasted line; a line of notes holds no more."""


class Shell(App[None]):
    """What every screen may ask of the window it stands in."""

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
        super().__init__()
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

    def arrange(self, screen: Screen[object]) -> None:
        """Cover a screen with a sentence where the terminal is too small for it."""
        keep_fitting(screen, self.size)

    def on_resize(self, event: Resize) -> None:
        """A terminal may change its size at any moment."""
        keep_fitting(self.screen, event.size)

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
        """Read a Cyrillic layout by the place of the key, unless somebody is typing; make pasted text harmless."""
        if isinstance(event, Key) and not self._types(event):
            letter = LAYOUT.get((event.character or "").lower())
            if letter is not None:
                event = Key(letter, letter)
        if isinstance(event, Paste) and not event.is_forwarded:
            event = Paste("\n".join(clean(line, MOST_PASTED) for line in event.text.splitlines()))
        await super().on_event(event)

    def _types(self, key: Key) -> bool:
        """Whether a key goes into a text field."""
        return self.focused is not None and self.focused.check_consume_key(key.key, key.character)

    def _handle_exception(self, error: Exception) -> None:
        """Note a fault for whoever opened the window."""
        inner = error.error if isinstance(error, WorkerFailed) else error
        if self.fault is None and isinstance(inner, Exception):
            self.fault = inner
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """Close the window without printing; the command line writes the log and says where it is."""
        self._close_messages_no_wait()

    def get_key_display(self, binding: Binding) -> str:
        """A key as it stands on the keyboard: F1, not f1."""
        shown = super().get_key_display(binding)
        return shown.upper() if shown[:1] == "f" and shown[1:].isdigit() else shown


def window(node: DOMNode) -> Shell:
    """The window that a screen, or a part of one, stands in."""
    return cast("Shell", node.app)  # pyright: ignore[reportUnknownMemberType]  # an app of any result
