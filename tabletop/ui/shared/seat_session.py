"""One seat kept at this screen, for either skin: its port, its words, and what its person has read and asked for."""

from tabletop.game.views import SeatView
from tabletop.table.advice import Counsel, Remark
from tabletop.table.port import TablePort
from tabletop.ui.shared.changes import events_since_turn
from tabletop.ui.shared.counsel import mode_of
from tabletop.ui.shared.personal_words import personal_words
from tabletop.ui.shared.prefs import Prefs
from tabletop.ui.shared.setup import OpenedMatch
from tabletop.vocabulary import ENDS
from tabletop.words.language.i18n import _
from tabletop.words.language.voice import Voice
from tabletop.words.sentences.record_lines import event_line

NOTES = "notes"
"""The name of the text that holds a seat's notes."""


class SeatSession:
    """A seat at the table, as the person who keeps it follows the match.

    Attributes:
        port: The seat's way to the table.
        voice: The seat's words, as the person wants to read them.
        tutorial: Whether the match is the tutorial.
        counsel: How much counsel is wanted.
        remark: What the coach said of the seat's last move; None without a coach.
        briefed: Whether the briefing has been read.
    """

    def __init__(self, port: TablePort, prefs: Prefs, *, counsel: Counsel, tutorial: bool = False) -> None:
        self.port = port
        self.voice = Voice(port.board, personal_words(port.lexicon, prefs), port.seat)
        self.counsel, self.tutorial = counsel, tutorial
        self.remark: Remark | None = None
        self.briefed = False

    @property
    def view(self) -> SeatView:
        """The newest view."""
        return self.port.view

    @property
    def over(self) -> bool:
        """Whether the match has ended."""
        return self.view.sight.talks.phase in ENDS

    @property
    def awaited(self) -> bool:
        """Whether the table waits for this seat."""
        seat = self.view.sight.seat
        return seat >= 0 and bool(self.view.sight.talks.awaiting >> seat & 1)

    @property
    def news(self) -> str:
        """What stands between the seat and its table, else the newest line since its last move, with its rule.

        That move's own lines are among them. It is read from what the seat was told and not from the views that came,
        however many they were. Before its first move, and for an onlooker, it is the newest line of the newest step;
        empty at the opening.
        """
        if self.port.notice:
            return self.port.notice
        lines = [
            f"{sentence} [{event.rule}]" if event.rule else sentence
            for event in reversed(events_since_turn(self.port.past))
            if (sentence := event_line(self.voice, event))
        ]
        more = _(" (+{n} more: r)").format(n=len(lines) - 1) if len(lines) > 1 else ""
        return f"{lines[0]}{more}" if lines else ""

    async def ask_coach(self) -> None:
        """Have the coach look at the move that was just made, where one is wanted."""
        self.remark = None
        if self.counsel is Counsel.COACH:
            self.remark = await self.port.remark()


def seat_sessions(match: OpenedMatch, prefs: Prefs) -> tuple[SeatSession, ...]:
    """A session for each seat of a match that is kept at this screen."""
    tutorial = match.setup.tutorial
    counsel = mode_of(match.setup.counsel or prefs.counsel, tutorial=tutorial)
    return tuple(SeatSession(port, prefs, counsel=counsel, tutorial=tutorial) for port in match.ports)
