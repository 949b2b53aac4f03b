"""What can be played: each scenario with its date, seats and formats."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tabletop.errors import ScenarioError
from tabletop.scenario.library import Listed, open_scenario, scenarios
from tabletop.ui.shared.window_words import said
from tabletop.ui.tui.screens.home.match_setup import MatchSetup
from tabletop.ui.tui.shell.keys import Hint
from tabletop.ui.tui.shell.shell import window
from tabletop.ui.tui.widgets.hints import Hints
from tabletop.ui.tui.widgets.notice import Notice
from tabletop.words.language.i18n import N_


class Scenarios(Screen[None]):
    """The shelf; Enter sets up a match of what is marked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "back", N_("back to the home screen"), show=False)
    ]

    def __init__(self) -> None:
        self.known: tuple[Listed, ...] = scenarios()
        super().__init__()

    @property
    def explains(self) -> str:
        """What F1 says."""
        return said("scenarios.help")

    def compose(self) -> ComposeResult:
        """The list, and what the marked one is about."""
        yield Static(Content.styled(said("scenarios.title"), "bold $accent"), id="title")
        yield OptionList(*(Option(_line(each), id=str(at)) for at, each in enumerate(self.known)), id="menu")
        yield Static("", classes="detail", markup=False)
        yield Notice("" if self.known else said("scenarios.none"))
        yield Hints((
            Hint("Enter", said("hint.new"), "screen.choose"),
            Hint("Esc", said("hint.back"), "screen.back"),
            Hint("F1", said("hint.help"), "app.explain"),
            Hint("?", said("hint.keys"), "app.keys"),
        ))  # fmt: skip

    def on_mount(self) -> None:
        """Begin at the first."""
        menu = self.query_one("#menu", OptionList)
        menu.highlighted = 0 if self.known else None
        menu.focus()

    @on(OptionList.OptionHighlighted, "#menu")
    def _about(self, event: OptionList.OptionHighlighted) -> None:
        listed = self.known[int(event.option.id or 0)]
        try:
            about = open_scenario(listed.path).frame.content_notes
        except ScenarioError as error:
            about = said("setup.invalid", scenario=listed.title, fault=str(error.findings[0]))
        self.query_one(".detail", Static).update(Content(about))

    @on(OptionList.OptionSelected, "#menu")
    def action_choose(self) -> None:
        """Set up a match of the one that is marked."""
        at = self.query_one("#menu", OptionList).highlighted
        if at is not None:
            self.dismiss()
            window(self).push_screen(MatchSetup(self.known[at].id))

    def action_back(self) -> None:
        """Back to the home screen."""
        self.dismiss()


def _line(listed: Listed) -> Content:
    seats, formats = str(len(listed.seats)), str(len(listed.formats))
    about = said("scenarios.as-of", date=listed.as_of, seats=seats, formats=formats)
    return Content.assemble((listed.title, "bold"), f"\n  {about}")
