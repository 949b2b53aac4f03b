"""What an adviser may say to a seat: what the draft is worth, what home would say, moves worth a thought."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from tabletop.game.records.moves import Move
from tabletop.game.records.sentence import Sentence
from tabletop.game.views import SeatView
from tabletop.game.worth.value import Appraisal
from tabletop.scenario.board.board import Board


class Counsel(StrEnum):
    """How much counsel a person wants.

    `off`: none. `adviser`: whenever it is asked. `coach`: after each move, what it did and what else there was.
    """

    OFF = "off"
    ADVISER = "adviser"
    COACH = "coach"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A move worth a thought.

    Attributes:
        move: The move.
        reason: Why a player would make it; None for a move that was made.
        before: What the draft is worth to the seat now; None for who has no mandate.
        after: What it would be worth if the move went through, by the rules' own preview.
    """

    move: Move
    reason: Sentence | None
    before: Appraisal | None
    after: Appraisal | None

    @property
    def change(self) -> int:
        """The change of the draft's gain over no deal, hundredths of a point; a trade's only if it is taken."""
        return self.after.gain - self.before.gain if self.before and self.after else 0


@dataclass(frozen=True, slots=True)
class Advice:
    """What an adviser says at one view.

    Attributes:
        turn: The turn of the view it is about.
        draft: What the draft is worth to the seat, by the rules' own reckoning.
        home: By body of the seat's own home that would be asked about the draft: the chance of a yes, per ten
            thousand.
        suggestions: At most three moves, the one it would make first.
    """

    turn: int
    draft: Appraisal | None
    home: tuple[tuple[str, int], ...]
    suggestions: tuple[Suggestion, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """What a coach says after a move.

    Attributes:
        made: The move that was made, as the preview had it before.
        others: What the adviser would have thought of instead.
        agreed: Whether the move was among the adviser's own.
    """

    made: Suggestion
    others: tuple[Suggestion, ...]
    agreed: bool


class Adviser(Protocol):
    """Looks at a seat's own board and view and nothing else."""

    def advise(self, board: Board, view: SeatView) -> Advice:
        """Counsel at a view."""
        ...

    def coach(self, board: Board, view: SeatView, move: Move) -> Remark:
        """What to say after a move that was made on a view."""
        ...
