"""What was in doubt, laid open after the end: beliefs and the truth, causes of strikes, who was behind the press."""

from dataclasses import dataclass, replace

from tabletop.debrief.missed_chances import last_states
from tabletop.game.records.events import BriefSealed, LeakSealed, LeakTraced, PressOpened
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


@dataclass(frozen=True, slots=True)
class Report:
    """What a seat sealed for the press in a round, and what became of it (T7.10, T7.11).

    Attributes:
        round: The round.
        sealed: What was sealed, by whom.
        became: `unsigned`, `traced`, or `withheld` where the talks ended before it.
    """

    round: int
    sealed: LeakSealed | BriefSealed
    became: str


def reports(history: History) -> tuple[Report, ...]:
    """Everything that was sealed for the press, in the order in which it was."""
    found: dict[tuple[int, str], Report] = {}
    for line in history.state.record:
        match line.event:
            case LeakSealed() | BriefSealed() as sealed:
                found[line.round, sealed.seat] = Report(line.round, sealed, "withheld")
            case PressOpened(seat=seat):
                found[line.round, seat] = replace(found[line.round, seat], became="unsigned")
            case LeakTraced(seat=seat) if (line.round, seat) in found:
                found[line.round, seat] = replace(found[line.round, seat], became="traced")
            case _:
                pass
    return tuple(found.values())


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
