"""The first screen: go on, a new match, how to play, quit."""

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tabletop.tui.frame import window
from tabletop.tui.keys import Hint
from tabletop.tui.saves import Save, list_saves
from tabletop.tui.widgets.hints import Hints

MOST_SAVES = 9

WELCOME = (
    "Talks in Abu Dhabi over the fifth of Donetsk that Moscow does not control. Take a chair, argue over a "
    "text clause by clause, and see whether what was signed holds.\n\n"
    "A war is going on: claims are named as claims, figures carry their source and date, and no harm to "
    "people is worth a point to anybody. As of 31 January 2026."
)


class Home(Screen[None]):
    """Where the window begins and where a match returns to."""

    HELP = "Choose with the arrows and Enter, with the letter or digit before a line, or with the mouse."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "go_on", "continue the last match", show=False),
        Binding("n", "new", "new match", show=False),
        Binding("l", "learn", "how to play", show=False),
        Binding("q", "app.quit", "quit", show=False),
        *(Binding(str(at), f"save({at})", f"match {at} of the list", show=False) for at in range(1, 10)),
    ]

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.saves: tuple[Save, ...] = ()
        super().__init__()

    def compose(self) -> ComposeResult:
        """Title, welcome, the menu and the matches that can be continued."""
        yield Static(Content.styled("The Remaining Fifth", "bold $accent"), id="title")
        yield Static(WELCOME, id="welcome", markup=False)
        yield OptionList(id="menu")
        yield Static("", id="notice", markup=False)
        yield Hints(
            (
                Hint("c", "continue", "screen.go_on"),
                Hint("n", "new match", "screen.new"),
                Hint("l", "how to play", "screen.learn"),
                Hint("F1", "help", "app.explain"),
                Hint("?", "keys", "app.keys"),
                Hint("q", "quit", "app.quit"),
            )
        )

    def on_screen_resume(self) -> None:
        """Read the folder again: a match may have been played since."""
        self.saves = list_saves(self.folder)[:MOST_SAVES]
        menu = self.query_one("#menu", OptionList)
        menu.clear_options()
        menu.add_options(self._lines())
        menu.highlighted = 0 if self.saves else 1
        menu.focus()

    def _lines(self) -> list[Option]:
        """The lines of the menu."""
        last = (
            f"Continue   {self.saves[0].line}"
            if self.saves
            else "Continue   nothing to continue yet: press n"
        )
        lines = [
            Option(_line("c", last), id="go_on"),
            Option(_line("n", "New match"), id="new"),
            Option(_line("l", "How to play"), id="learn"),
            Option(_line("q", "Quit"), id="quit"),
        ]
        lines += [Option(_line(str(at), save.line), id=f"save{at}") for at, save in enumerate(self.saves, 1)]
        return lines

    async def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Do what the chosen line says."""
        name = event.option.id or ""
        if name.startswith("save"):
            self.action_save(int(name.removeprefix("save")))
        else:
            await self.run_action("app.quit" if name == "quit" else f"screen.{name}")

    def action_go_on(self) -> None:
        """Continue the last match."""
        self.action_save(1)

    def action_save(self, at: int) -> None:
        """Continue a match of the list, counted from 1."""
        if at > len(self.saves):
            self.tell("There is no such match. Press n for a new one.")
            return
        window(self).open_save(self.saves[at - 1].path)

    def action_new(self) -> None:
        """Set up a match."""
        window(self).push_screen("new")

    def action_learn(self) -> None:
        """Read how to play."""
        window(self).push_screen("learn")

    def tell(self, sentence: str) -> None:
        """Show a sentence under the menu."""
        self.query_one("#notice", Static).update(Content(sentence))


def _line(key: str, text: str) -> Content:
    """A line of the menu: its key and its words, without markup."""
    return Content.assemble((f" {key} ", "bold $accent"), " ", text)
