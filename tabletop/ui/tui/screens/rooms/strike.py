"""A strike is reported while the talks sit: the report, the seat's own evidence, the open answers."""

from textual.content import Content

from tabletop.ui.tui.screens.rooms.answering import AnsweringRoom
from tabletop.ui.tui.widgets.indented import Indented
from tabletop.ui.tui.widgets.prose import sections
from tabletop.words.language.i18n import N_
from tabletop.words.pages.strike import strike_page


class Strike(AnsweringRoom):
    """The talks are interrupted. Nothing here counts for or against anybody."""

    HELP = N_(
        "A strike is reported. What your services say of it is yours alone and may be mistaken. "
        "The answers open to you stand below: arrows and Enter, or a digit. g reads the ledger."
    )

    def matter(self) -> Content:
        """The report, the seat's own evidence, what was said, and how answers are given."""
        found = sections(strike_page(self.voice, self.view))
        return Indented((found, Content(""), Content.styled(self.voice.say("strike.answers"), "dim")))
