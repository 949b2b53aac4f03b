"""A strike is reported while the talks sit: the report, what the seat was told of it, and the answers open."""

from textual.content import Content

from tabletop.tui.prose import sections
from tabletop.tui.screens.answering import AnsweringRoom
from tabletop.tui.widgets.hanging import Hanging
from tabletop.words.strike import strike_sections
from tabletop.words.tongue import N_


class Strike(AnsweringRoom):
    """The talks are interrupted. Nothing here counts for or against anybody."""

    HELP = N_(
        "A strike is reported. What your services say of it is yours alone and may be mistaken. "
        "The answers open to you stand below: arrows and Enter, or a digit. g reads the ledger."
    )

    def matter(self) -> Content:
        """The report, the seat's own evidence, what was said, and how answers are given."""
        found = sections(strike_sections(self.voice, self.view))
        return Hanging((found, Content(""), Content.styled(self.voice.say("strike.answers"), "dim")))
