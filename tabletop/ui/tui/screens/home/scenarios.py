"""What can be played: each scenario with its date, seats and formats."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static

from tabletop.errors import ScenarioError
from tabletop.scenario.library import Listed, open_scenario, scenarios
from tabletop.ui.shared.window_words import said
from tabletop.ui.tui.screens.framed import ListScreen
from tabletop.ui.tui.screens.home.match_setup import MatchSetup
from tabletop.ui.tui.shell.keys import Hint, back_hint
from tabletop.ui.tui.shell.shell import window
from tabletop.words.language.i18n import N_


class Scenarios(ListScreen):
    """The scenarios there are; Enter sets up a match of what is marked."""

    HELP_SLUG = "scenarios.help"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "close", N_("back to the home screen"), show=False)
    ]

    def __init__(self) -> None:
        self.scenarios: tuple[Listed, ...] = scenarios()
        super().__init__()

    def titled(self) -> str:
        """The title."""
        return said("scenarios.title")

    def body(self) -> Iterable[Widget]:
        """The list, and what the marked one is about."""
        yield from super().body()
        yield Static("", classes="detail", markup=False)

    def lines(self) -> Sequence[Content]:
        """One entry a scenario, in two lines."""
        return [Content.assemble((listed.title, "bold"), f"\n  {dated(listed)}") for listed in self.scenarios]

    def hints(self) -> tuple[Hint, ...]:
        """A new match, back."""
        return (Hint("Enter", said("hint.new"), "screen.choose(0)"), back_hint())

    def on_mount(self) -> None:
        """Say so when there is nothing to play."""
        super().on_mount()
        if not self.scenarios:
            self.tell(said("scenarios.none"))

    @on(OptionList.OptionHighlighted, "#menu")
    def _about(self, event: OptionList.OptionHighlighted) -> None:
        listed = self.scenarios[event.option_index]
        try:
            about = open_scenario(listed.path).frame.content_notes
        except ScenarioError as error:
            about = said("setup.invalid", scenario=listed.title, fault=str(error.findings[0]))
        self.query_one(".detail", Static).update(Content(about))

    def chosen(self, index: int) -> None:
        """Set up a match of a scenario."""
        self.dismiss()
        window(self).push_screen(MatchSetup(self.scenarios[index].id))


def dated(listed: Listed) -> str:
    """A scenario's date, and how many seats and formats it has."""
    seats, formats = str(len(listed.seats)), str(len(listed.formats))
    return said("scenarios.as-of", date=listed.as_of, seats=seats, formats=formats)
