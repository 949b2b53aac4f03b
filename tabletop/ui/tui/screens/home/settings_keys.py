"""Keys of one's own: every action that has an id, with its key, and another in its place."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Key
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tabletop.ui.shared.window_words import said
from tabletop.ui.tui.screens.framed import FramedScreen
from tabletop.ui.tui.screens.home.home import Home
from tabletop.ui.tui.screens.rooms.room import Room
from tabletop.ui.tui.shell.close_once import ClosesOnce
from tabletop.ui.tui.shell.keys import FIXED, Hint, back_hint, described
from tabletop.ui.tui.shell.newest_size import NewestSize
from tabletop.ui.tui.shell.options import Options
from tabletop.ui.tui.shell.shell import Shell, window
from tabletop.ui.tui.widgets.hints import Hints
from tabletop.words.language.i18n import N_

WIDTH = 12
"""Columns of the key."""


def actions(app: Shell) -> tuple[Binding, ...]:
    """Every action that can have another key, as it is declared."""
    declared = (*type(app).BINDINGS, *Home.BINDINGS, *Room.BINDINGS)
    return tuple(each for each in declared if isinstance(each, Binding) and each.id)


def taken_by(app: Shell, binding: Binding, key: str) -> Binding | None:
    """The action that has this key already where both can be pressed; None when the key is free."""
    area = _area(binding)
    for other in (*actions(app), *_unnamed()):
        meets = not other.id or "window" in {area, _area(other)} or area == _area(other)
        held = app.prefs.keys.get(other.id or "", other.key)
        if meets and other.id != binding.id and key in held.split(","):
            return other
    return None


def _area(binding: Binding) -> str:
    return (binding.id or "").partition(".")[0]


def _unnamed() -> Iterator[Binding]:
    """Keys of single rooms, which stay as they are."""
    for room in Room.__subclasses__():
        yield from (each for each in room.BINDINGS if isinstance(each, Binding) and not each.id)


class Keymap(FramedScreen):
    """The list of actions."""

    HELP_SLUG = "keymap.help"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", N_("back"), show=False),
        Binding("delete,backspace", "own", N_("give the action its usual key back"), show=False),
    ]

    def titled(self) -> str:
        """The title."""
        return said("keymap.title")

    def body(self) -> Iterable[Widget]:
        """The actions, by where they can be pressed."""
        yield Options(id="menu")

    def hints(self) -> tuple[Hint, ...]:
        """Another key, the usual key, back."""
        return (
            Hint("Enter", said("hint.change"), "screen.change"),
            Hint("Delete", said("hint.own"), "screen.own"),
            back_hint(),
        )

    def on_mount(self) -> None:
        """Show the list."""
        self._fill()
        self.query_one("#menu", OptionList).focus()

    def _fill(self) -> None:
        app, menu = window(self), self.query_one("#menu", OptionList)
        marked = menu.highlighted or 0
        own = app.prefs.keys
        areas = {"window": "everywhere", "home": "home", "table": "table"}
        menu.clear_options()
        for each in actions(app):
            key = app.get_key_display(each.with_key(own.get(each.id or "", each.key)))
            mark = "*" if each.id in own else " "
            place = said(f"keymap.{areas[_area(each)]}")
            line = Content.assemble((f"{key:>{WIDTH}}{mark} ", "bold $accent"), f"{place}: {described(each)}")
            menu.add_option(Option(line, id=each.id))
        menu.highlighted = marked

    def _chosen(self) -> Binding:
        """The action that is marked."""
        return actions(window(self))[self.query_one("#menu", OptionList).highlighted or 0]

    @on(OptionList.OptionSelected, "#menu")
    def action_change(self) -> None:
        """Wait for a key."""
        chosen = self._chosen()
        window(self).push_screen(Waiting(described(chosen)), lambda key: self._give(chosen, key or ""))

    def _give(self, binding: Binding, key: str) -> None:
        """Give an action a key, unless that is needed elsewhere."""
        app, shown = window(self), window(self).get_key_display(binding.with_key(key))
        holder = taken_by(app, binding, key) if key else None
        if not key:
            return
        if key in FIXED:
            self.tell(said("keymap.reserved", key=shown))
        elif holder is not None:
            self.tell(said("keymap.taken", key=shown, action=described(holder)))
        else:
            self._keep({**app.prefs.keys, binding.id or "": key})
            self.tell(said("keymap.done", key=shown, action=described(binding)))

    def action_own(self) -> None:
        """Give the marked action its own key back, unless another has taken it."""
        app, chosen = window(self), self._chosen()
        shown = app.get_key_display(chosen)
        holder = next((held for key in chosen.key.split(",") if (held := taken_by(app, chosen, key))), None)
        if holder is not None:
            self.tell(said("keymap.taken", key=shown, action=described(holder)))
            return
        self._keep({action: key for action, key in app.prefs.keys.items() if action != chosen.id})
        self.tell(said("keymap.own", key=shown, action=described(chosen)))

    def _keep(self, keys: dict[str, str]) -> None:
        app = window(self)
        app.prefer(replace(app.prefs, keys=keys))
        self._fill()


class Waiting(ClosesOnce, NewestSize, ModalScreen[str]):
    """Waits for one key, whatever it is; Esc gives none."""

    def __init__(self, action: str) -> None:
        self.action = action
        super().__init__()

    def compose(self) -> ComposeResult:
        """What is waited for."""
        yield Static(Content(said("keymap.wait", action=self.action)), classes="page", markup=False)
        yield Hints((Hint("Esc", said("hint.back"), "screen.dismiss('')"),))

    def on_key(self, event: Key) -> None:
        """Take the key."""
        event.stop()
        event.prevent_default()
        self.dismiss("" if event.key == "escape" else event.key)
