"""The window: themes, the list of screens, and what every screen can do.

Only textual and the standard library are imported here and by the home screen, so that the first picture
comes at once; every other screen is imported when it is first wanted.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import App, SystemCommand
from textual.binding import ActiveBinding, Binding, BindingType
from textual.events import Event, Key, Paste, Resize
from textual.filter import LineFilter
from textual.screen import Screen
from textual.signal import Signal
from textual.worker import WorkerFailed

from tabletop.ui.shared.prefs import BROKEN, Prefs, is_broken, may_move, read_prefs, write_prefs
from tabletop.ui.shared.setup import Resume, Seating, Setup, Start
from tabletop.ui.shared.window_words import said
from tabletop.ui.tui.screens.home.home import Home
from tabletop.ui.tui.shell.keys import FIXED, LAYOUT, NOT_OURS, described, named
from tabletop.ui.tui.shell.least_size import keep_fitting
from tabletop.ui.tui.shell.look import THEMES, Harmless, PlainCharacters
from tabletop.words.language.i18n import FIRST, N_, _, language, languages, speak
from tabletop.words.language.sanitize import clean

if TYPE_CHECKING:
    from tabletop.table.port import Replayed
    from tabletop.table.whatif_port import Fork
    from tabletop.ui.tui.match.director import Sitting

MATCH_WORLD = ("tabletop.ui.tui.match.director", "tabletop.ui.shared.personal_words")
"""What is loaded when a match is first opened."""

MOST_PASTED = 400
"""Characters kept of a pasted line; a line of notes holds no more."""

Looking = Callable[[str], "Replayed"]
"""Opens a journal to be looked at, by its path."""

Forking = Callable[[str, int], "Fork"]
"""Forks the match of a journal at an entry, by its path and the entry's number."""


def _later(module: str, name: str) -> Callable[[], Screen[None]]:
    """A factory that imports its screen when it is called."""

    def make() -> Screen[None]:
        screen: Screen[None] = getattr(import_module(f"tabletop.ui.tui.screens.{module}"), name)()
        return screen

    return make


class Window(App[None]):
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
        "replay": _later("replay.replay", "ReplayChoice"),
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
        start: Start,
        resume: Resume,
        saves: Path,
        first: Callable[[], Seating] | None = None,
        kept: Path | None = None,
    ) -> None:
        self.start, self.resume_from, self.saves, self.first = start, resume, saves, first
        self.kept = kept
        """Where the person's settings are kept; None keeps them nowhere."""
        self.prefs = read_prefs(kept) if kept is not None else Prefs()
        self._harmless, self._plain_characters = Harmless(), PlainCharacters()
        self.sitting: Sitting | None = None
        self.looking: Looking | None = None
        self.forking: Forking | None = None
        self.look_at: tuple[str, str] | None = None
        """A journal to look at as soon as the window opens, and the seat to look from."""
        self.fault: Exception | None = None
        """What closed the window, when that was a fault of the program."""
        super().__init__()
        for theme in THEMES:
            self.register_theme(theme)
        self._put_on()

    def on_mount(self) -> None:
        """Show the home screen; go to the table at once when the host has a match ready."""
        changes = cast("Signal[Screen[object]]", self.screen_change_signal)  # pyright: ignore[reportUnknownMemberType]
        changes.subscribe(self, self.arrange)
        self.push_screen(Home(self.saves))
        if self.first is not None:
            self.seat_down(self.first)
        elif self.look_at is not None:
            self.open_replay(*self.look_at)
        elif self.kept is not None and not self.kept.exists():
            self.open_page("first-run")
        elif self.kept is not None and is_broken(self.kept):
            aside = self.kept.with_name(self.kept.name + BROKEN)
            self.call_after_refresh(self.say, said("home.unread", file=str(aside)))

    def on_resize(self, event: Resize) -> None:
        """A terminal may change its size at any moment."""
        keep_fitting(self.screen, event.size)

    def arrange(self, screen: Screen[object]) -> None:
        """What stands over any screen: the sentence where there is too little room, the tutorial's advice."""
        keep_fitting(screen, self.size)
        if self.sitting is not None and self.sitting.seating.setup.tutorial:
            import_module("tabletop.ui.tui.match.coach").keep_advising(screen, self.sitting)

    def prefer(self, prefs: Prefs) -> bool:
        """Let other settings hold from now on and keep them; false when they could not be kept."""
        self.wear(prefs)
        return self.kept is None or write_prefs(self.kept, prefs)

    def wear(self, prefs: Prefs) -> None:
        """Let other settings hold until the window closes."""
        spoken = language()
        self.prefs = prefs
        self._put_on()
        self.refresh_css(animate=False)
        if language() != spoken:
            import_module("tabletop.ui.tui.shell.redraw").draw_anew(self)

    def _put_on(self) -> None:
        """Let the settings hold: language, theme, motion, keys."""
        prefs = self.prefs
        speak(prefs.language if prefs.language in languages() else FIRST)
        self.theme = prefs.theme if prefs.theme in self.available_themes else THEMES[0].name
        self.animation_level = "full" if may_move(prefs) else "none"
        self.set_keymap({action: key for action, key in prefs.keys.items() if key not in FIXED})

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Nothing that a terminal would obey; plain characters, where they are asked for."""
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
        """Whether a key goes into words that somebody writes."""
        return self.focused is not None and self.focused.check_consume_key(key.key, key.character)

    def _handle_exception(self, error: Exception) -> None:
        """Keep a fault for whoever opened the window."""
        inner = error.error if isinstance(error, WorkerFailed) else error
        if self.fault is None and isinstance(inner, Exception):
            self.fault = inner
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """Close the window without printing; the command line writes the log and says where it is."""
        self._close_messages_no_wait()

    def open_page(self, name: str) -> None:
        """Open a screen of the list afresh: what it shows may have changed since it was last open."""
        self.push_screen(self.SCREENS[name]())

    def open_new(self, setup: Setup) -> None:
        """Open a new match."""
        self.seat_down(lambda: self.start(setup))

    def open_save(self, path: Path) -> None:
        """Go on with a match."""
        self.seat_down(lambda: self.resume_from(str(path)))

    def seat_down(self, opened: Callable[[], Seating]) -> None:
        """Open a match and show it; a match that cannot be opened is a sentence on the home screen."""
        self.run_worker(self._sit_down(opened), group="begin", exclusive=True)

    async def _sit_down(self, opened: Callable[[], Seating]) -> None:
        """Load a match's own world beside the screen, which says so meanwhile, then open the match."""
        self.say(_("Opening the match…"))
        modules = await asyncio.to_thread(lambda: [import_module(name) for name in MATCH_WORLD])
        sitting, overlay = modules
        await sitting.open_sitting(self, lambda: overlay.overlaid(opened(), self.prefs))

    def open_replay(self, path: str, seat: str = "") -> None:
        """Look at the match of a journal step by step, from a seat or as an onlooker."""
        looking = self.looking
        if looking is None:
            self.say(_("Matches cannot be looked at here: use the command `tabletop replay`."))
            return
        replay = import_module("tabletop.ui.tui.screens.replay.replay")
        self.run_worker(replay.open_replay(self, lambda: looking(path), seat), group="replay", exclusive=True)

    def say(self, sentence: str) -> None:
        """Show a sentence on whatever is open."""
        tell: Callable[[str], None] | None = getattr(self.screen, "tell", None)
        if tell is not None:
            tell(sentence)

    def action_explain(self) -> None:
        """F1: what has the focus, and what can be done with it."""
        import_module("tabletop.ui.tui.screens.pages.reader").explain(self)

    def action_keys(self) -> None:
        """`?`: every key of this screen."""
        import_module("tabletop.ui.tui.screens.pages.reader").list_keys(self)

    def action_source(self, figure: str = "") -> None:
        """`z` or a click on a figure: where it comes from."""
        import_module("tabletop.ui.tui.screens.pages.source").ask(self, figure)

    def get_key_display(self, binding: Binding) -> str:
        """A key as it stands on the keyboard: F1, not f1."""
        shown = super().get_key_display(binding)
        return shown.upper() if shown[:1] == "f" and shown[1:].isdigit() else shown

    def action_turn_theme(self) -> None:
        """Each theme in turn."""
        names = [theme.name for theme in THEMES]
        at = (names.index(self.theme) + 1) % len(names) if self.theme in names else 0
        self.prefer(replace(self.prefs, theme=names[at]))

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
                yield SystemCommand(name, said("settings.language.about"), lambda to=chosen: self.prefer(to))

    def action_command_palette(self) -> None:
        """Ctrl+P: every action by name."""
        palette = import_module("tabletop.ui.tui.shell.palette").Palette
        if not isinstance(self.screen, palette):
            self.push_screen(palette())


def listed(active: ActiveBinding) -> bool:
    """Whether a key of the screen belongs in the list of keys and in the palette."""
    binding = active.binding
    ours = any(
        own.action == binding.action
        for kind in type(active.node).__mro__
        if kind.__module__.startswith("tabletop.")
        for own in vars(kind).get("BINDINGS", ())
    )
    return bool(binding.description) and not binding.system and ours and binding.action not in NOT_OURS


def run_app(  # noqa: PLR0913 - one a question
    start: Start,
    resume: Resume,
    saves: Path,
    first: Callable[[], Seating] | None = None,
    *,
    looking: Looking | None = None,
    look_at: tuple[str, str] | None = None,
    kept: Path | None = None,
    forking: Forking | None = None,
    spoken: str = "",
) -> None:
    """Open the window and stay until it is closed.

    Args:
        start: Opens a new match.
        resume: Opens the match of a journal.
        saves: The folder of journals that the home screen lists.
        first: A match to sit down at once.
        looking: Opens a journal to be looked at.
        look_at: A journal to look at as soon as the window opens, and the seat to look from (empty: onlooker).
        kept: Where the person's settings are kept; None keeps them nowhere.
        forking: Forks a match that is over, to try another move.
        spoken: Language that was asked for this time; empty for that of the settings.

    Raises:
        Exception: A fault of the program; the window is closed and the terminal is as it was.
    """
    window = Window(start, resume, saves, first, kept)
    window.looking, window.look_at, window.forking = looking, look_at, forking
    if spoken:
        window.prefs = replace(window.prefs, language=spoken)
        speak(spoken)
    window.run()
    if window.fault is not None:
        raise window.fault
