"""The window itself: the list of its screens, and the match that is open in it. Nothing imports it but its host.

Only textual and the standard library are imported here and by the home screen, so that the first picture
comes at once; everything else is imported when it is first wanted.
"""
# ruff: noqa: PLC0415 - see above

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.signal import Signal

from tabletop.ui.shared.prefs import BROKEN, is_broken
from tabletop.ui.shared.setup import Host, OpenedMatch
from tabletop.ui.shared.window_words import said
from tabletop.ui.tui.screens.home.home import Home
from tabletop.ui.tui.shell.background_work import start
from tabletop.ui.tui.shell.keys import described, listed, named
from tabletop.ui.tui.shell.look import THEMES
from tabletop.ui.tui.shell.restore_terminal import terminal_put_back
from tabletop.ui.tui.shell.shell import Shell
from tabletop.words.language.i18n import N_, _, language, languages, speak

if TYPE_CHECKING:
    from tabletop.ui.tui.match.director import Director

LANGUAGES = {"en": N_("English"), "uk": N_("Ukrainian")}
"""Languages as the one that is spoken calls them: a search for a name needs no other keyboard."""


def _later(module: str, name: str) -> Callable[[], Screen[None]]:
    """A factory that imports its screen when it is called."""

    def make() -> Screen[None]:
        screen: Screen[None] = getattr(import_module(f"tabletop.ui.tui.screens.{module}"), name)()
        return screen

    return make


class Window(Shell):
    """The Remaining Fifth in a terminal."""

    TITLE = "The Remaining Fifth"
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = True
    SCREENS: ClassVar[dict[str, Callable[[], Screen[None]]]] = {
        "new": _later("home.match_setup", "MatchSetup"),
        "learn": _later("home.tutorial", "Learning"),
        "how-to": _later("pages.reader", "Learn"),
        "scenarios": _later("home.scenarios", "Scenarios"),
        "settings": _later("home.settings", "Settings"),
        "keymap": _later("home.settings_keys", "Keymap"),
        "first-run": _later("home.first_run", "FirstRun"),
        "replay": _later("replay.journal_choice", "JournalChoice"),
    }
    BINDINGS: ClassVar[list[BindingType]] = named(
        "window",
        [
            Binding("f1", "explain", N_("help on what has the focus"), show=False),
            Binding("question_mark", "keys", N_("list of keys"), show=False),
            Binding("z", "source", N_("where figures come from"), show=False, id="window.source"),
            Binding("f2", "turn_theme", N_("the next theme"), show=False),
            Binding("ctrl+q", "quit", N_("quit; the match is saved"), show=False, priority=True),
        ],
    )

    def __init__(
        self,
        host: Host,
        first: Callable[[], OpenedMatch] | None = None,
        *,
        look_at: tuple[str, str] | None = None,
        settings_file: Path | None = None,
    ) -> None:
        """Make a window.

        Args:
            host: Opens matches and journals.
            first: A match to sit down at as soon as the window opens.
            look_at: A journal to look at as soon as the window opens, and the seat to look from (empty: onlooker).
            settings_file: Where the person's settings are kept; None keeps them nowhere.
        """
        self._first, self._look_at = first, look_at
        self.director: Director | None = None
        """Directs the match that is open; None when none is."""
        super().__init__(host, settings_file)

    def on_mount(self) -> None:
        """Show the home screen; go to the table at once when the host has a match ready."""
        changes = cast("Signal[Screen[object]]", self.screen_change_signal)  # pyright: ignore[reportUnknownMemberType]
        changes.subscribe(self, self.arrange)
        self.push_screen(Home(self.host.saves))
        settings = self.settings_file
        if self._first is not None:
            self.open_match(self._first)
        elif self._look_at is not None:
            self.open_replay(*self._look_at)
        elif settings is not None and not settings.exists():
            self.open_page("first-run")
        elif settings is not None and is_broken(settings):
            aside = settings.with_name(settings.name + BROKEN)
            self.call_after_refresh(self.say, said("home.unread", file=str(aside)))

    def arrange(self, screen: Screen[object]) -> None:
        """Cover a screen the terminal is too small for; put the tutorial's advice on top of it."""
        super().arrange(screen)
        if self.director is not None and self.director.match.setup.tutorial:
            from tabletop.ui.tui.match.coach import keep_advising

            keep_advising(screen, self.director.seat)

    def open_match(self, opened: Callable[[], OpenedMatch]) -> None:
        """Open a match and show it; one that cannot be opened is a sentence on the screen that asked."""
        start(self, partial(self._open_match, opened), "begin", alone=True)

    async def _open_match(self, opened: Callable[[], OpenedMatch]) -> None:
        self.say(_("Opening the match…"))
        director = await (await asyncio.to_thread(_import_director)).open(self, opened, self._left)
        if director is not None:
            if self.director is not None:
                await self.director.close()
            self.director = director
            await director.begin()

    def _left(self) -> None:
        """The match was left."""
        self.director = None

    def open_replay(self, path: str, seat: str = "") -> None:
        """Look at the match of a journal step by step, from a seat or as an onlooker."""
        from tabletop.ui.tui.screens.replay.replay import open_replay

        start(self, partial(open_replay, self, path, seat), "replay", alone=True)

    def whole(self) -> str:
        """Where the match lies that is open, or all of them, for whoever sees the window fail."""
        where = self.director.match.where if self.director is not None else ""
        if not where:
            return _("The matches in {folder} are whole: every move was saved before it was shown.").format(
                folder=self.host.saves
            )
        return _("The match is whole, in {where}: every move was saved before it was shown.").format(
            where=where
        )

    def redraw_screens(self) -> None:
        """Draw every open screen once more, in the language that is spoken now."""
        from tabletop.ui.tui.screens.redraw import redraw_screens

        redraw_screens(self)

    def action_explain(self) -> None:
        """F1: what has the focus, and what can be done with it."""
        from tabletop.ui.tui.screens.pages.help import explain

        explain(self)

    def action_keys(self) -> None:
        """`?`: every key of this screen."""
        from tabletop.ui.tui.screens.pages.help import list_keys

        list_keys(self)

    def action_source(self, figure: str = "") -> None:
        """`z` or a click on a figure: where it comes from; there are no figures while a curtain is drawn."""
        if self.director is None or self.director.room is None:
            self.say(_("There are no figures here: they come with a match."))
            return
        from tabletop.ui.tui.screens.pages.source import show_sources

        show_sources(self, self.director.seat.voice, self.director.room.view, figure)

    def action_turn_theme(self) -> None:
        """Each theme in turn."""
        names = [theme.name for theme in THEMES]
        index = (names.index(self.theme) + 1) % len(names) if self.theme in names else 0
        self.prefer(replace(self.prefs, theme=names[index]))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Every action of the screen, for the palette."""
        seen: set[str] = set()
        for active in screen.active_bindings.values():
            binding = active.binding
            if listed(active) and binding.action not in seen:
                seen.add(binding.action)
                yield SystemCommand(
                    described(binding).capitalize(),
                    _("key {key}").format(key=self.get_key_display(binding)),
                    lambda action=binding.action, node=active.node: self.call_later(
                        self.run_action, action, node
                    ),
                )
        for code, name in languages().items():
            if code != language():
                chosen = replace(self.prefs, language=code)
                title = f"{said('settings.language')}: {name} ({_(LANGUAGES[code])})"
                yield SystemCommand(title, said("settings.language.about"), lambda to=chosen: self.prefer(to))

    def action_command_palette(self) -> None:
        """Ctrl+P: every action by name; while one palette is still closing there is no other."""
        from tabletop.ui.tui.shell.palette import Palette

        if not any(isinstance(screen, Palette) for screen in self._nodes):
            self.push_screen(Palette())


def _import_director() -> type[Director]:
    """Import what a match needs; takes a while, so it is done in a thread beside the screen."""
    from tabletop.ui.tui.match.director import Director

    return Director


def run_app(
    host: Host,
    first: Callable[[], OpenedMatch] | None = None,
    *,
    look_at: tuple[str, str] | None = None,
    settings_file: Path | None = None,
    spoken: str = "",
) -> None:
    """Open the window and stay until it is closed.

    Args:
        host: Opens matches and journals.
        first: A match to sit down at as soon as the window opens.
        look_at: A journal to look at as soon as the window opens, and the seat to look from (empty: onlooker).
        settings_file: Where the person's settings are kept; None keeps them nowhere.
        spoken: Language that was asked for this time; empty for that of the settings.

    Raises:
        Exception: A fault of the program; the window is closed and the terminal is as it was.
    """
    window = Window(host, first, look_at=look_at, settings_file=settings_file)
    if spoken:
        window.prefs = replace(window.prefs, language=spoken)
        speak(spoken)
    with terminal_put_back():
        window.run()
    if window.fault is not None:
        window.fault.add_note(window.whole())
        raise window.fault
