"""The bargaining problem of one moment: which final texts there are, and what they are measured by (V1.1, T8.4)."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod

from tabletop.errors import SeatError
from tabletop.game.core.evolve import start
from tabletop.game.records.state import State
from tabletop.game.text.drafting import FINAL_SCOPE
from tabletop.game.worth.curves import half_even
from tabletop.game.worth.value import Context, appraise_for, true_context
from tabletop.scenario.board.board import Board
from tabletop.scenario.board.mandates import MandateBoard


@dataclass(frozen=True, slots=True)
class BargainingProblem:
    """A board, and what outside the text counts.

    Attributes:
        board: The whole board.
        context: What outside the text counts for its worth, as it is.
        weights: By seat, then clause: hundredths, summing to 10,000.
        alternatives: By seat: hundredths of a point.
        options: By clause: the options a final text may have; none where no final text can be written.
        loose: Clauses that may be left out, which then count as their default (A1.1).
        barred: Options of territory, guarantee and status that home refused together (A4.6).
    """

    board: Board
    context: Context
    weights: tuple[tuple[int, ...], ...]
    alternatives: tuple[int, ...]
    options: tuple[tuple[int, ...], ...]
    loose: frozenset[int]
    barred: tuple[tuple[int, int, int], ...] = ()

    @property
    def seats(self) -> int:
        """How many seats there are."""
        return len(self.alternatives)

    def gains(self, text: Sequence[int]) -> tuple[int, ...]:
        """By seat: the gain of a whole text as the game values it, hundredths of a point (V1.1)."""
        return tuple(
            appraise_for(
                self.board, seat, text, self.context, self.weights[seat], self.alternatives[seat]
            ).gain
            for seat in range(self.seats)
        )

    def holds(self, text: Sequence[int]) -> bool:
        """Whether a whole text is one of the final texts that can be written."""
        roles = self.board.roles
        three = (text[roles.territory], text[roles.guarantee], text[roles.status])
        return three not in self.barred and all(
            option in options for option, options in zip(text, self.options, strict=True)
        )

    @property
    def outcomes(self) -> int:
        """Final texts that differ in effect."""
        return self._counted([dict.fromkeys(options, 1) for options in self.options])

    @property
    def texts(self) -> int:
        """Final texts as written: a clause left out differs from one that states its default."""
        return self._counted([self.ways(at) for at in range(len(self.options))])

    def ways(self, clause: int) -> dict[int, int]:
        """By option: in how many ways a text can say it, one more for the default if the clause may be left out."""
        silent = self.board.clauses[clause].default if clause in self.loose else -1
        return {option: 2 if option == silent else 1 for option in self.options[clause]}

    def _counted(self, ways: list[dict[int, int]]) -> int:
        roles = self.board.roles
        three = (roles.territory, roles.guarantee, roles.status)
        lost = sum(
            prod(ways[at].get(option, 0) for at, option in zip(three, combination, strict=True))
            for combination in set(self.barred)
        )
        sums = [sum(each.values()) for each in ways]
        others = prod(total for at, total in enumerate(sums) if at not in three)
        return others * (prod(sums[at] for at in three) - lost)


def at_start(board: Board) -> BargainingProblem:
    """The first day, every draw at its centre: weights as printed, dice at their mean, the door added (V2.1).

    Raises:
        SeatError: A mandate is not on this board.
    """
    state = start(board)
    mandates = mandates_of(board)
    return problem(
        board,
        state,
        tuple(mandate.weights for mandate in mandates),
        tuple(
            mandate.alternative
            + _mean(mandate.private_die)
            + _mean(mandate.optimism_die)
            + (board.door if seat in board.parties else 0)
            for seat, mandate in enumerate(mandates)
        ),
    )


def at_state(board: Board, state: State) -> BargainingProblem:
    """A moment of a match, as it truly is: what was drawn, what the war and the talks made of it.

    Raises:
        SeatError: A mandate is not on this board.
    """
    mandates_of(board)
    return problem(board, state, state.home.weights, state.home.alternative)


def problem(
    board: Board, state: State, weights: tuple[tuple[int, ...], ...], alternatives: tuple[int, ...]
) -> BargainingProblem:
    """A state measured by these weights and alternatives."""
    return BargainingProblem(
        board,
        true_context(board, state),
        weights,
        alternatives,
        tuple(_open(board, state, at) for at in range(len(board.clauses))),
        frozenset(
            at
            for at, clause in enumerate(board.clauses)
            if clause.omissible and clause.annexed < 0 and state.text.banked[at] < 0
        ),
        state.text.barred,
    )


def mandates_of(board: Board) -> tuple[MandateBoard, ...]:
    """Every seat's mandate.

    Raises:
        SeatError: The board is one seat's own and hides the others'.
    """
    known = tuple(mandate for mandate in board.mandates if mandate is not None)
    if len(known) != len(board.seats):
        raise SeatError("the frontier needs the mandates of all seats; this board shows one seat's alone")
    return known


def _open(board: Board, state: State, at: int) -> tuple[int, ...]:
    """The options a clause may have in a final text: what is annexed or in force stands."""
    clause = board.clauses[at]
    stands = clause.annexed if clause.annexed >= 0 else state.text.banked[at]
    options = (stands,) if stands >= 0 else tuple(range(len(clause.options)))
    least = FINAL_SCOPE if at == board.roles.scope else 0
    return tuple(option for option in options if option >= least)


def _mean(faces: tuple[int, ...]) -> int:
    return half_even(sum(faces), len(faces)) if faces else 0
