"""The first line of every room: which match, where the talks stand, whose seat this is."""

from textual.content import Content
from textual.events import Resize
from textual.widgets import Static

from tabletop.game.views import SeatView
from tabletop.ui.tui.shell.look import MARKS
from tabletop.ui.tui.shell.shell import window
from tabletop.vocabulary import ENDS, IN_FORCE, Phase
from tabletop.words.language.i18n import _
from tabletop.words.language.voice import Voice

WIDE = 100
"""Columns from which the title of the match is printed."""


SITTING = frozenset({Phase.PLENARY})
"""Where the number of the sitting tells how much time is left; at the drafting table and in a strike it waits."""


def standing(voice: Voice, view: SeatView) -> str:
    """Round, phase and sitting in words."""
    talks, limit = view.sight.talks, voice.board.format
    name = f"phase.{talks.phase.value}.name"
    phase = voice.table.get(name) or voice.table[f"phase.{talks.phase.value}"]
    if talks.phase in ENDS:
        return phase
    if talks.phase in IN_FORCE:
        months = voice.board.numbers.get("aftermath.months", 24)
        return _("{phase} · month {at} of {of}").format(phase=phase, at=talks.step, of=months)
    if talks.phase is Phase.INITIALLED:
        return _("{phase} · fortnight {at}").format(phase=phase, at=talks.step)
    where = _("round {at} of {of} · {phase}").format(
        at=talks.round, of=limit.rounds + talks.extra, phase=phase
    )
    if not talks.sitting or talks.phase not in SITTING:
        return where
    return _("{where} · sitting {at} of {of}").format(where=where, at=talks.sitting, of=limit.sittings)


MARGINS = 5
"""Columns of the line that are neither seat nor place: its edges and the blanks between the two."""


def shortened(text: str, width: int) -> str:
    """A text in so many columns at most, cut between words and with an ellipsis where it has to be."""
    if len(text) <= width:
        return text
    found = ""
    for word in text.split(" "):
        if len(found) + len(word) + 2 > width:
            break
        found = f"{found} {word}" if found else word
    return f"{found.rstrip(' ·,:')}…" if found else ""


def headline(voice: Voice, view: SeatView, width: int) -> Content:
    """The line; with few columns the seat comes first and the title gives way."""
    seat = voice.board.seat_index.get(voice.seat, -1)
    owed = seat >= 0 and view.sight.talks.awaiting >> seat & 1
    you, turn = _("you"), _("your move")
    seat_line = Content.assemble(
        (f"{voice.name(voice.seat)} {MARKS['you']} {you}", "bold"),
        (f" · {MARKS['here']} {turn}" if owed else "", "$accent"),
    )
    where = standing(voice, view)
    if width < WIDE:
        return Content.assemble(seat_line, "   ", shortened(where, width - len(seat_line) - MARGINS))
    title = voice.lexicon.texts.get("title", _("The Remaining Fifth")).strip()
    return Content.assemble((title, "bold $accent"), "   ", where, "   ", seat_line)


class Headline(Static):
    """The line itself, laid out again whenever the columns change."""

    def __init__(self, voice: Voice, view: SeatView) -> None:
        self.voice, self.view = voice, view
        super().__init__(id="title", markup=False)

    def on_mount(self) -> None:
        """Lay it out for the columns there are."""
        self._fit()

    def show(self, voice: Voice, view: SeatView) -> None:
        """Tell where another view stands."""
        self.voice, self.view = voice, view
        self._fit()

    def on_resize(self, _: Resize) -> None:
        """Lay it out again when this layout is done."""
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        self.update(headline(self.voice, self.view, window(self).size.width))
