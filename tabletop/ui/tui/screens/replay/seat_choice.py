"""From which seat a match is looked at."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from tabletop.table.replaying import Recording
from tabletop.ui.tui.screens.framed import ListScreen, numbered
from tabletop.ui.tui.shell.keys import Hint, back_hint, digits
from tabletop.words.language.i18n import N_, _
from tabletop.words.language.voice import Voice


class SeatChoice(ListScreen):
    """The seats a match may be seen from."""

    HELP = N_("Arrows and Enter, or a digit, choose a seat. Esc goes back.")
    BINDINGS: ClassVar[list[BindingType]] = [*digits("choose", N_("seat {what}"))]

    def __init__(self, voice: Voice, replayed: Recording, look_from: Callable[[str], None]) -> None:
        """Ask for a seat.

        Args:
            voice: The seat it is seen from now.
            replayed: The match.
            look_from: Is called with the seat that is chosen.
        """
        self.voice, self.replayed, self.look_from = voice, replayed, look_from
        super().__init__()

    def titled(self) -> str:
        """What is asked."""
        return _("See the match from")

    def lines(self) -> Sequence[Content]:
        """One line a seat."""
        return [numbered(number, self.voice.name(seat)) for number, seat in enumerate(self.replayed.seats, 1)]

    def hints(self) -> tuple[Hint, ...]:
        """Choose, back."""
        return (Hint("Enter", _("choose"), "screen.choose(0)"), back_hint())

    def on_mount(self) -> None:
        """Say why there are not all seats, where there are not."""
        super().on_mount()
        self.tell("" if self.replayed.over else self.voice.say("replay.unfinished"))

    def chosen(self, index: int) -> None:
        """Look from there."""
        self.look_from(self.replayed.seats[index])
