"""The last text of a match in worlds with other faith in terms (A2.1, A2.6).

Faith is how much of what terms and precision promise counts against the dangers of a text: `hazard.faith` of the
scenario, frozen in play. Here a match that is over is read again with other numbers: the text, the seats' weights and
alternatives, pressure, trust and attention stay as they were; only how long such a text holds differs, and with it what
it was worth and who would have put initials to it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tabletop.debrief.results import weighed
from tabletop.game.records.state import State
from tabletop.game.text.drafting import draft_options
from tabletop.game.worth.value import appraise_for, complete, true_context
from tabletop.journal.history import History
from tabletop.scenario.board.board import Board
from tabletop.vocabulary import SILENT

WORLDS = (200, 400, 600, 800, 1_000)
"""Faith in the worlds that are looked at when nobody names others, thousandths."""


@dataclass(frozen=True, slots=True)
class FaithWorld:
    """The text in one world.

    Attributes:
        faith: How much terms count there, thousandths.
        survival: The chance that the text holds 24 months (A2.2), per ten thousand.
        gains: By party, in the board's order: its expected value over no deal (V1.1), hundredths of a point.
    """

    faith: int
    survival: int
    gains: tuple[tuple[str, int], ...]

    @property
    def signers(self) -> tuple[str, ...]:
        """The parties to whom the text is worth more than no deal."""
        return tuple(seat for seat, gain in self.gains if gain > 0)


@dataclass(frozen=True, slots=True)
class FaithWorlds:
    """The last text of a match, and what it is in each world.

    Attributes:
        round: The round it is of.
        signed: Whether it was initialled; else it is what lay on the table, open clauses at their defaults.
        text: By clause, the place of its option.
        played: The faith of the world that was played, thousandths.
        worlds: In the order they were asked for.
    """

    round: int
    signed: bool
    text: tuple[int, ...]
    played: int
    worlds: tuple[FaithWorld, ...]


def faith_worlds(board: Board, history: History, faiths: Iterable[int] = WORLDS) -> FaithWorlds | None:
    """The last text of a match in worlds with other faith; None when there never was a clause on the table.

    Args:
        board: The whole board.
        history: The match, as far as it was played.
        faiths: How much terms count in each world, thousandths.
    """
    found = weighed(history)
    if found is None:
        return None
    state, signed = found
    draft = draft_options(state.text)
    if not signed and all(option == SILENT for option in draft):
        return None
    text = state.text.signed if signed else complete(board, draft)
    return FaithWorlds(
        state.talks.round, signed, tuple(text), board.hazard.faith, in_worlds(board, state, text, faiths)
    )


def in_worlds(
    board: Board, state: State, text: Sequence[int], faiths: Iterable[int]
) -> tuple[FaithWorld, ...]:
    """A whole text at a state, in each world.

    Args:
        board: The whole board.
        state: The state whose weights, alternatives, pressure, trust and attention count.
        text: By clause, the place of its option.
        faiths: How much terms count in each world, thousandths.
    """
    context = true_context(board, state)
    worlds: list[FaithWorld] = []
    for faith in faiths:
        other = replace(board, hazard=replace(board.hazard, faith=faith))
        found = {
            seat: appraise_for(
                other, seat, text, context, state.home.weights[seat], state.home.alternative[seat]
            )
            for seat in board.parties
        }
        survival = next(iter(found.values())).survival
        gains = tuple((board.seats[seat].id, each.gain) for seat, each in found.items())
        worlds.append(FaithWorld(faith, survival, gains))
    return tuple(worlds)
