"""The talks machine: one chart, as data (rule T1.1).

From the chart come the machine that moves the talks, in live matches, batches and replays alike (`fire`), and the
picture (`mermaid`). A guard is a named function over `Facts`; its name is the reason it gives when it says no.
"""

from collections.abc import Callable
from dataclasses import dataclass

from transitions import Machine

from tabletop.game.records.state import State
from tabletop.scenario.board.board import Board
from tabletop.vocabulary import ENDS, Phase


@dataclass(frozen=True, slots=True)
class Facts:
    """What guards look at.

    Attributes:
        together: Every party is in the room.
        rounds_left: Another round can be played.
        patience_left: The mediator has not lost patience.
        deadline_due: A binding deadline has passed.
        refused: A text was initialled and came back.
    """

    together: bool
    rounds_left: bool
    patience_left: bool
    deadline_due: bool
    refused: bool


Guard = Callable[[Facts], bool]


def all_in_the_room(facts: Facts) -> bool:
    """Every party is in the room."""
    return facts.together


def somebody_out(facts: Facts) -> bool:
    """A party has left."""
    return not facts.together


def talks_may_go_on(facts: Facts) -> bool:
    """Patience is left and no binding deadline has passed."""
    return facts.patience_left and not facts.deadline_due


def talks_are_over(facts: Facts) -> bool:
    """The mediator's patience is gone, or a binding deadline has passed."""
    return not talks_may_go_on(facts)


def a_round_is_left(facts: Facts) -> bool:
    """Another round can be played."""
    return facts.rounds_left


def no_round_is_left(facts: Facts) -> bool:
    """The last round is over."""
    return not facts.rounds_left


def a_text_was_refused(facts: Facts) -> bool:
    """A text was initialled, and home or a party sent it back."""
    return facts.refused


def no_text_was_initialled(facts: Facts) -> bool:
    """No text ever came so far."""
    return not facts.refused


@dataclass(frozen=True, slots=True)
class Arrow:
    """One arrow of the chart: from `source`, on `trigger`, if every guard says yes, to `target`."""

    source: Phase
    trigger: str
    target: Phase
    guards: tuple[Guard, ...] = ()


P = Phase

CHART: tuple[Arrow, ...] = (
    Arrow(P.SCHEDULED, "convene", P.PLENARY, (all_in_the_room,)),
    Arrow(P.SCHEDULED, "convene", P.SUSPENDED, (somebody_out,)),
    Arrow(P.PLENARY, "draft", P.DRAFTING),
    Arrow(P.PLENARY, "strike", P.INTERRUPTED),
    Arrow(P.PLENARY, "leave", P.SUSPENDED, (somebody_out,)),
    Arrow(P.PLENARY, "recess", P.RECESSED),
    Arrow(P.PLENARY, "leave-for-good", P.COLLAPSED),
    Arrow(P.DRAFTING, "drafted", P.PLENARY),
    Arrow(P.DRAFTING, "initial", P.INITIALLED),
    Arrow(P.INTERRUPTED, "resume", P.PLENARY, (all_in_the_room,)),
    Arrow(P.INTERRUPTED, "resume", P.SUSPENDED, (somebody_out,)),
    Arrow(P.SUSPENDED, "return", P.PLENARY, (all_in_the_room,)),
    Arrow(P.SUSPENDED, "recess", P.RECESSED),
    Arrow(P.SUSPENDED, "leave-for-good", P.COLLAPSED),
    Arrow(P.SUSPENDED, "vote-to-end", P.COLLAPSED),
    Arrow(P.RECESSED, "break-off", P.COLLAPSED, (talks_are_over,)),
    Arrow(P.RECESSED, "next-round", P.SCHEDULED, (talks_may_go_on, a_round_is_left)),
    Arrow(P.RECESSED, "expire", P.EXPIRED, (talks_may_go_on, no_round_is_left, no_text_was_initialled)),
    Arrow(P.RECESSED, "expire", P.REJECTED, (talks_may_go_on, no_round_is_left, a_text_was_refused)),
    Arrow(P.INITIALLED, "enter-into-force", P.HOLDING),
    Arrow(P.INITIALLED, "send-back", P.RECESSED, (a_round_is_left,)),
    Arrow(P.INITIALLED, "send-back", P.REJECTED, (no_round_is_left,)),
    Arrow(P.INITIALLED, "collapse", P.BROKE),
    Arrow(P.HOLDING, "incident", P.DISPUTED),
    Arrow(P.HOLDING, "collapse", P.RELAPSED),
    Arrow(P.HOLDING, "run-out", P.HELD),
    Arrow(P.DISPUTED, "settle", P.HOLDING),
    Arrow(P.DISPUTED, "answer-in-kind", P.BREACHED),
    Arrow(P.BREACHED, "settle", P.HOLDING),
    Arrow(P.BREACHED, "collapse", P.RELAPSED),
    Arrow(P.BREACHED, "run-out", P.HELD),
    *(Arrow(phase, "stop", P.STOPPED) for phase in Phase if phase not in ENDS),
)
"""Every step the talks can take."""


class Cursor:
    """Where the machine stands: the model that it moves, made for one trigger and dropped."""

    state: Phase

    def __init__(self, phase: Phase) -> None:
        self.state = phase


MACHINE = Machine(
    model=None,
    states=Phase,
    transitions=[
        {
            "trigger": arrow.trigger,
            "source": arrow.source,
            "dest": arrow.target,
            "conditions": list(arrow.guards),
        }
        for arrow in CHART
    ],
    initial=Phase.SCHEDULED,
    auto_transitions=False,
    ignore_invalid_triggers=True,
)
"""The machine of the chart, one for all matches; it holds no match's state."""


def fire(phase: Phase, trigger: str, facts: Facts) -> Phase | None:
    """The phase that a trigger leads to, or None when no arrow from here is open (T1.1).

    Raises:
        KeyError: The chart has no such trigger.
    """
    cursor = Cursor(phase)
    moved: bool = MACHINE.events[trigger].trigger(cursor, facts)
    return cursor.state if moved else None


def facts_of(board: Board, state: State) -> Facts:
    """What the guards look at, read off the state."""
    parties = sum(1 << seat for seat in board.parties)
    return Facts(
        together=state.talks.room & parties == parties,
        rounds_left=state.talks.round < board.format.rounds + state.talks.extra,
        patience_left=state.alliance.patience > 0,
        deadline_due=state.talks.overdue,
        refused=state.talks.sent_back > 0,
    )


def mermaid() -> str:
    """The chart as a Mermaid state diagram.

    The library has an export of its own, which leaves the ends out, writes guards as identifiers and colours every
    phase by hand.
    """
    lines = ["stateDiagram-v2", "    [*] --> scheduled"]
    for arrow in CHART:
        guards = " and ".join(guard.__name__.replace("_", " ") for guard in arrow.guards)
        lines.append(
            f"    {arrow.source} --> {arrow.target}: {arrow.trigger}" + (f" [{guards}]" if guards else "")
        )
    lines += [f"    {phase} --> [*]" for phase in Phase if phase in ENDS]
    return "\n".join(lines) + "\n"
