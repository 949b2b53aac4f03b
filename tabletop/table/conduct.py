"""The conductor: a machine built from the chart of the talks, driving a cursor beside the live match.

Rules step the chart by look-up; the conductor takes the same steps with `transitions` and must land on the
same phases, otherwise a law of the house is broken. What enters a phase is told to the match, which does the
live work. Rollouts and batches of the rules never come here.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from transitions import Machine, MachineError
from transitions import State as Stop

from tabletop.errors import InvariantBroken
from tabletop.game.core.step import Step
from tabletop.game.core.talks import CHART, Facts, facts_of
from tabletop.game.records.events import Happening, PhaseChanged
from tabletop.game.records.state import State
from tabletop.scenario.board.board import Board
from tabletop.vocabulary import Phase


class Cursor:
    """Where the machine stands, and what it came through since it was last asked."""

    state: str
    """Kept by the machine."""

    def __init__(self) -> None:
        self.entered: list[Phase] = []

    def enter(self, _facts: Facts) -> None:
        """Remember the phase that was entered; the machine calls this."""
        self.entered.append(Phase(self.state))


@cache
def machine() -> Machine:
    """The machine of the chart, the same for every match; it moves the cursor it is given."""
    return Machine(
        model=None,
        states=[Stop(phase.value, on_enter=[Cursor.enter.__name__]) for phase in Phase],
        transitions=[
            {
                "trigger": arrow.trigger,
                "source": arrow.source.value,
                "dest": arrow.target.value,
                "conditions": list(arrow.guards),
            }
            for arrow in CHART
        ],
        initial=Phase.SCHEDULED.value,
        auto_transitions=False,
    )


@dataclass(frozen=True, slots=True)
class Made:
    """What a move makes.

    Attributes:
        events: What happened, in order.
        after: The state after them.
        stops: The state before each step of the chart among them; the deal and an undo have none.
    """

    events: tuple[Happening, ...]
    after: State
    stops: Sequence[State] = ()


def made_by(step: Step) -> Made:
    """What a step has made."""
    return Made(tuple(step.events), step.state, step.stops)


class Conductor:
    """Follows a live match through the chart."""

    def __init__(self, board: Board) -> None:
        self._board = board
        self._cursor = Cursor()

    def follow(self, stops: Iterable[State], events: Iterable[Happening]) -> tuple[Phase, ...]:
        """Take the steps that events say the talks took; `stops` holds the state before each step of the chart.

        Returns:
            The phases that were entered, in order.

        Raises:
            InvariantBroken: The machine lands elsewhere than the rules did.
        """
        self._cursor.entered = []
        steps = [event for event in events if type(event) is PhaseChanged]
        for state, step in zip(stops, steps, strict=True):
            self._fire(state, step)
        return tuple(self._cursor.entered)

    def _fire(self, state: State, event: PhaseChanged) -> None:
        """Pull one trigger with the facts of the state it was pulled in."""
        machine().set_state(state.talks.phase.value, self._cursor)
        step = f"{state.talks.phase} on {event.trigger}"
        try:
            moved: bool = machine().events[event.trigger].trigger(self._cursor, facts_of(self._board, state))
        except (MachineError, KeyError) as error:
            raise InvariantBroken(
                f"the chart has no arrow for {step}, the rules went to {event.to}"
            ) from error
        if not moved or self._cursor.state != event.to:
            landed = self._cursor.state if moved else "nowhere, a guard says no"
            raise InvariantBroken(f"{step} leads to {landed} in the chart, the rules went to {event.to}")
