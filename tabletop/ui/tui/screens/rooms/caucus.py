"""A caucus: what the two seats alone see, and what they can say or offer to each other.

The table goes on beside it; Esc goes back to the table, `c` comes here again until the sitting ends.
"""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from tabletop.game.records.menu import Box
from tabletop.game.views import SeatView
from tabletop.ui.tui.screens.rooms.answering import AnsweringRoom
from tabletop.ui.tui.shell.keys import Hint
from tabletop.words.language.i18n import N_, _
from tabletop.words.language.voice import Voice
from tabletop.words.sentences.papers import paper_line
from tabletop.words.sentences.record_lines import event_line


def pair_of(voice: Voice, view: SeatView) -> int:
    """The mask of the caucus the reader sits in, 0 for none."""
    seat = voice.board.seat_index.get(voice.seat, -1)
    if seat < 0:
        return 0
    return next((pair for pair in view.sight.talks.caucus if pair >> seat & 1), 0)


class Caucus(AnsweringRoom):
    """Two seats by themselves."""

    HELP = N_(
        "A private channel: nobody but the two of you sees what is said and offered here. It lasts to the "
        "end of the sitting. Esc goes back to the table."
    )
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "table", N_("back to the table"), show=False)]

    def matter(self) -> Content:
        """Who sits here, what lies between the two, what was said."""
        voice, view = self.voice, self.view
        pair = pair_of(voice, view)
        names = voice.join(voice.who(seat) for seat in voice.seats_in(pair))
        lines = [Content.styled(_("In caucus: {names}").format(names=names), "bold $accent"), Content("")]
        papers = [each for each in view.sight.papers if each.seen == pair]
        lines += [Content(paper_line(voice, each)) for each in papers]
        if not papers:
            lines.append(Content(_("No paper lies between you.")))
        lines.append(Content(""))
        said = [event_line(voice, each.event) for each in view.sight.record if each.event.seen == pair]
        lines += [Content(sentence) for sentence in said if sentence] or [
            Content(_("Nothing has been said yet."))
        ]
        return Content("\n").join(lines)

    def answers(self) -> tuple[Box, ...]:
        """What only the two would see."""
        return tuple(box for box in self.view.legal.boxes if box.seen == "pair")

    def boxes(self, key: str) -> tuple[Box, ...]:
        """A key's boxes that only the two would see: nothing said here goes to the room by mistake."""
        return tuple(box for box in super().boxes(key) if box.seen == "pair")

    def hints(self) -> tuple[Hint, ...]:
        """Choose, say, back to the table."""
        return (
            Hint("Enter", _("choose"), "screen.answer(0)"),
            Hint("s", _("say"), "screen.move('s')"),
            Hint("Esc", _("table"), "screen.table"),
            Hint("m", _("all moves"), "screen.moves"),
        )

    def action_table(self) -> None:
        """Back to the table."""
        self.controls.visit_caucus(inside=False)
