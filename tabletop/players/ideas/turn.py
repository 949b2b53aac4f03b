"""A seat's turn: all that an idea may look at."""

from dataclasses import dataclass

from tabletop.game.records.menu import SlotValue
from tabletop.game.records.moves import Move
from tabletop.game.records.sentence import Sentence
from tabletop.game.views import SeatView
from tabletop.players.choosing.boxes import made
from tabletop.players.choosing.random_stream import Stream
from tabletop.players.mind.opinion import Opinion
from tabletop.players.mind.temper import Temper
from tabletop.scenario.board.board import Board
from tabletop.table.port import Chosen


@dataclass(frozen=True, slots=True)
class Turn:
    """What an idea looks at: the board, the view, the player's temper, opinion and chance."""

    board: Board
    view: SeatView
    temper: Temper
    opinion: Opinion
    stream: Stream

    @property
    def me(self) -> str:
        """The seat's id."""
        return self.board.seats[self.view.sight.seat].id

    @property
    def opponent(self) -> str:
        """The other party's id."""
        return self.board.seats[self.opinion.other].id

    @property
    def fresh(self) -> bool:
        """Whether this is the seat's first decision of a session, when it thinks about staying or going."""
        talks, seat = self.view.sight.talks, self.view.sight.seat
        return talks.sitting == 1 and talks.moves_left[seat] == self.board.format.moves

    def may(self, reason: Sentence, kind: str, **values: SlotValue) -> Chosen | None:
        """The move with its reason, if a box is open that holds it."""
        move: Move | None = made(self.view, kind, **values)
        return None if move is None else Chosen(move, reason)

    def drawn(self, weights: tuple[tuple[str, int], ...], among: tuple[str, ...]) -> str:
        """One of `among`, drawn by its weight; the first when none has any."""
        known = [(name, weight) for name, weight in weights if name in among and weight > 0]
        left = self.stream.below(sum(weight for _, weight in known)) if known else 0
        for name, weight in known:
            left -= weight
            if left < 0:
                return name
        return among[0]


def points(hundredths: int) -> str:
    """A gain in points with its sign, for a reason."""
    sign = "−" if hundredths < 0 else "+"
    return f"{sign}{abs(hundredths) // 100}.{abs(hundredths) % 100 // 10}"
