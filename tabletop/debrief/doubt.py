"""What was in doubt, laid open after the end: belief against truth by round, strikes with what was behind them."""

from dataclasses import dataclass

from tabletop.debrief.missed_chances import last_states
from tabletop.game.strikes.estimates import against_truth
from tabletop.game.strikes.evidence import StrikeAccount, accounts
from tabletop.journal.history import History
from tabletop.scenario.board.board import Board


@dataclass(frozen=True, slots=True)
class Belief:
    """What a seat held another's alternative to be in a round, and what it was; hundredths of a point."""

    round: int
    seat: str
    about: str
    low: int
    high: int
    truth: int

    @property
    def held(self) -> bool:
        """Whether the truth lay in the range."""
        return self.low <= self.truth <= self.high


def beliefs(board: Board, history: History) -> tuple[Belief, ...]:
    """Every estimate of every round, as its session ended, with the alternative of that moment (I1)."""
    return tuple(
        Belief(number, board.seats[seat].id, board.seats[about].id, low, high, truth)
        for number, state in last_states(history).items()
        for seat, about, low, high, truth in against_truth(state)
    )


def strikes(board: Board, history: History) -> tuple[StrikeAccount, ...]:
    """Every strike: what was behind it, what each seat was told, who named whom, what the accused answered (S1.5)."""
    if not history.booked:
        return ()
    return accounts(history.booked[-1].after, tuple(seat.id for seat in board.seats))
