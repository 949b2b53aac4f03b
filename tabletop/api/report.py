"""What a match has come to, for a script: five results side by side, never summed."""

from collections.abc import Iterable
from functools import cached_property

from tabletop.debrief.results import Results, SeatResult, of_history
from tabletop.debrief.summary import summary_lines
from tabletop.errors import SeatError, unknown
from tabletop.journal.entry import Entry
from tabletop.journal.history import fold
from tabletop.scenario.board.board import Board
from tabletop.scenario.board.lexicon import Lexicon
from tabletop.vocabulary import ENDS, Phase
from tabletop.words.language.voice import Voice


class Report:
    """What a match has come to, over or not; results are worked out when they are first read.

    It is made from the whole truth: of a match that is not over it tells what seats may not know yet.

    Attributes:
        phase: Where the talks stand.
        over: Whether that is an end.
        round: The round the match is in, or ended in.
        rounds: Rounds the match has at most.
    """

    def __init__(self, board: Board, lexicon: Lexicon, entries: Iterable[Entry]) -> None:
        self._board, self._lexicon = board, lexicon
        self._history = fold(board, entries)
        talks = self._history.state.talks
        self.phase: Phase = talks.phase
        self.over, self.round, self.rounds = talks.phase in ENDS, talks.round, board.format.rounds

    @cached_property
    def results(self) -> Results:
        """The five results: value claimed by seat, value created, durability, ratifiability, process.

        Gains are hundredths of a point over the seat's own no deal, chances per ten thousand. Some tenths of a
        second: it looks for the best text of each round.
        """
        return of_history(self._board, self._history)

    @property
    def seats(self) -> dict[str, SeatResult]:
        """Each seat's own results; points of different seats are not compared."""
        return {result.seat: result for result in self.results.seats}

    @property
    def summary(self) -> str:
        """One sentence: where the match stands, and what the text gave both parties."""
        where = f"{'after' if self.over else 'in'} round {self.round} of {self.rounds}"
        both = self.results.created.both
        if both is None:
            return f"{where}, no text initialled"
        return f"{where}, a text initialled that was worth {both / 100:+.1f} points over no deal or more to each party"

    def lines(self, seat: str) -> tuple[str, ...]:
        """The results as the game tells them to a seat, in the language that is spoken.

        Raises:
            SeatError: There is no such seat.
        """
        if seat not in self._board.seat_index:
            raise SeatError(unknown("seat", seat, self._board.seat_index))
        return summary_lines(Voice(self._board, self._lexicon, seat), self.results, seat)
