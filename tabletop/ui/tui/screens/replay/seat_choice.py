"""From which seat a match is looked at."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tabletop.table.port import Replayed
from tabletop.ui.tui.shell.keys import Hint, about
from tabletop.ui.tui.widgets.hints import Hints
from tabletop.ui.tui.widgets.notice import Notice
from tabletop.words.language.i18n import N_, _
from tabletop.words.language.voice import Voice


class SeatChoice(Screen[None]):
    """The seats a match may be seen from."""

    HELP = N_("Arrows and Enter, or a digit, choose a seat. Esc goes back.")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", N_("back"), show=False),
        *(
            Binding(str(at), f"choose({at})", about(N_("seat {what}"), str(at)), show=False)
            for at in range(1, 10)
        ),
    ]

    def __init__(self, voice: Voice, replayed: Replayed, chosen: Callable[[str], None]) -> None:
        """Ask for a seat.

        Args:
            voice: The seat it is seen from now.
            replayed: The match.
            chosen: Is called with the seat that is chosen.
        """
        self.voice, self.replayed, self.chosen = voice, replayed, chosen
        super().__init__()

    def compose(self) -> ComposeResult:
        """One line a seat."""
        yield Static(Content.styled(_("See the match from"), "bold $accent"), id="title")
        yield OptionList(
            *(
                Option(Content.assemble((f"{at} ", "bold $accent"), self.voice.name(seat)), id=seat)
                for at, seat in enumerate(self.replayed.seats, 1)
            ),
            id="menu",
        )
        yield Notice("" if self.replayed.over else self.voice.say("replay.unfinished"))
        yield Hints((
            Hint("Enter", _("choose"), "screen.choose(0)"),
            Hint("Esc", _("back"), "screen.back"),
            Hint("F1", _("help"), "app.explain"),
            Hint("?", _("keys"), "app.keys"),
        ))  # fmt: skip

    def action_back(self) -> None:
        """Back to the match."""
        self.dismiss()

    def action_choose(self, at: int) -> None:
        """Choose a seat by its number; 0 is the one that is marked."""
        at = at or (self.query_one(OptionList).highlighted or 0) + 1
        if at <= len(self.replayed.seats):
            self.chosen(self.replayed.seats[at - 1])

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.chosen(event.option.id or "")
