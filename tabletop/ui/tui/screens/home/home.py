"""The first screen: go on, a new match, learn, look back, settings, quit."""

from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tabletop.ui.shared.saves import Save, list_saves, passed_over, played
from tabletop.ui.shared.window_words import said
from tabletop.ui.tui.screens.framed import FramedScreen
from tabletop.ui.tui.shell.keys import Hint, digits, named
from tabletop.ui.tui.shell.options import Options
from tabletop.ui.tui.shell.shell import window
from tabletop.words.language.i18n import N_, language

MOST_SAVES = 9

LINES = {
    "new": "n",
    "learn": "l",
    "scenarios": "b",
    "replay": "r",
    "settings": "s",
    "quit": "q",
}
"""The lines of the menu after the first, with their keys; each but the last opens the screen of its name."""


class Home(FramedScreen):
    """Where the window begins and where a match returns to."""

    HELP_SLUG = "home.help"
    BINDINGS: ClassVar[list[BindingType]] = named(
        "home",
        [
            Binding("c", "go_on", N_("continue the last match"), show=False),
            Binding("n", "open('new')", N_("new match"), show=False),
            Binding("l", "open('learn')", N_("learn: the tutorial, how to play"), show=False),
            Binding("b", "open('scenarios')", N_("scenarios"), show=False),
            Binding("r", "open('replay')", N_("look back at a match"), show=False),
            Binding("s", "open('settings')", N_("settings"), show=False),
            Binding("q", "app.quit", N_("quit"), show=False),
            *digits("save", N_("match {what} of the list"), MOST_SAVES),
        ],
    )

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.saves: tuple[Save, ...] = ()
        self.odd: tuple[str, ...] = ()
        """What the list passes over, as it was told last."""
        self.spoken = language()
        super().__init__()

    def titled(self) -> str:
        """The title of the game."""
        return said("title")

    def body(self) -> Iterable[Widget]:
        """A welcome, the menu and the matches that can be continued."""
        yield Static(Content(said("home.welcome")), id="welcome", markup=False)
        yield Options(id="menu")

    def footer(self) -> tuple[Hint, ...]:
        """What is done most."""
        return (
            Hint("c", said("hint.continue"), "screen.go_on"),
            Hint("n", said("hint.new"), "screen.open('new')"),
            Hint("l", said("hint.learn"), "screen.open('learn')"),
            Hint("s", said("hint.settings"), "screen.open('settings')"),
            Hint("?", said("hint.keys"), "app.keys"),
            Hint("q", said("hint.quit"), "app.quit"),
        )

    async def on_screen_resume(self) -> None:
        """Read the folder again: a match may have been played since, or another language chosen."""
        if self.spoken != language():
            self.spoken = language()
            await self.recompose()
        if not self.children:
            return  # the window is being closed
        self.saves = list_saves(self.folder, MOST_SAVES)
        menu = self.query_one("#menu", OptionList)
        menu.clear_options()
        menu.add_options(self._lines())
        menu.highlighted = 0 if self.saves else 1
        menu.focus()
        odd = passed_over(self.folder, 1)
        if odd and odd != self.odd:
            self.tell(" ".join(odd))
        self.odd = odd

    def _lines(self) -> list[Option]:
        """The lines of the menu."""
        keys = window(self).prefs.keys
        last = said("home.continue", match=self.saves[0].line) if self.saves else said("home.continue.none")
        words = {name: said(f"home.{name}") for name in LINES}
        if not played(self.saves):
            words["new"] = said("home.new.first")
        lines = [Option(_line(keys.get("home.go_on", "c"), last), id="go_on")]
        lines += [
            Option(_line(keys.get(f"home.open.{name}", key), words[name]), id=name)
            for name, key in LINES.items()
        ]
        lines += [
            Option(_line(str(number), save.line), id=f"save{number}")
            for number, save in enumerate(self.saves, 1)
        ]
        return lines

    async def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Do what the chosen line says."""
        name = event.option.id or ""
        if name.startswith("save"):
            self.action_save(int(name.removeprefix("save")))
        elif name == "go_on":
            self.action_go_on()
        elif name == "quit":
            await self.run_action("app.quit")
        else:
            self.action_open(name)

    def action_go_on(self) -> None:
        """Continue the last match."""
        self.action_save(1)

    def action_save(self, number: int) -> None:
        """Continue a match of the list, counted from 1."""
        if number > len(self.saves):
            self.tell(said("home.no-save"))
            return
        window(self).open_save(self.saves[number - 1].path)

    def action_open(self, name: str) -> None:
        """Open a screen of the menu."""
        if name == "replay" and not self.saves:
            self.tell(said("home.no-replay"))
        else:
            window(self).open_page(name)


def _line(key: str, text: str) -> Content:
    """A line of the menu: its key and its words, without markup."""
    return Content.assemble((f" {key} ", "bold $accent"), " ", text)
