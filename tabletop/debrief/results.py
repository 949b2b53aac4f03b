"""The five results of a finished match, side by side and never summed (V6).

Value claimed is each seat's own: expected value at signing over its alternative then. Value created is the share
of the gain both parties could have had at once that the text gave them. Durability, ratifiability and process stand
beside them. Points of different seats are never compared.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from tabletop.debrief.missed_chances import Door, Find, as_find, doors, last_states
from tabletop.frontier.bargaining_problem import at_state
from tabletop.frontier.best import Trade, best_for_both, best_trade
from tabletop.game.aftermath import violations
from tabletop.game.records import events as e
from tabletop.game.records.papers import PromisePaper
from tabletop.game.records.state import State
from tabletop.game.worth import value
from tabletop.game.worth.value import Appraisal
from tabletop.journal.entry import Entry
from tabletop.journal.history import History, fold
from tabletop.scenario.board.board import Board
from tabletop.vocabulary import IN_FORCE


@dataclass(frozen=True, slots=True)
class Process:
    """What a seat did at the table, in counts."""

    asked: int
    packages: int
    """Offers, counters and bridges of two clauses and more."""
    caucuses: int
    polls: int
    bridges: int
    """Bridges answered."""
    promised: int
    kept: int


@dataclass(frozen=True, slots=True)
class SeatResult:
    """One seat's own results.

    Attributes:
        claimed: What the text was worth to it when it was last initialled; None without a text.
        banked: What interim texts have brought it, hundredths of a point.
    """

    seat: str
    claimed: Appraisal | None
    banked: int
    process: Process


@dataclass(frozen=True, slots=True)
class Created:
    """Value created.

    Attributes:
        both: The gain that both parties had at once from the text as initialled; None without a text.
        best: The best text there was then, or in the best round of a match without a text.
        trade: The best change of the text, in as many clauses as a trade may have, that was never made: both parties
            would have had more, and nobody whose initials it needed less. None without one.
    """

    both: int | None
    best: Find | None
    trade: Trade | None = None

    @property
    def share(self) -> int | None:
        """Per ten thousand of the best; None without a text, or when no text could leave both better off."""
        if self.both is None or self.best is None or self.best.both <= 0:
            return None
        return max(0, min(10_000, self.both * 10_000 // self.best.both))


@dataclass(frozen=True, slots=True)
class Durability:
    """How long the text should hold, and how long it did.

    Attributes:
        year, two: Chance to hold 12 and 24 months as initialled, per ten thousand; None without a text.
        lived: Months in force; None when it never came into force.
        end: How the match ended.
        by: By which way a text in force ended: `spiral`, `decision` or `term`; empty for any other end.
        broke: The parties that decided to break it.
    """

    year: int | None
    two: int | None
    lived: int | None
    end: str
    by: str = ""
    broke: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Results:
    """The five results, and the doors that were missed.

    Attributes:
        ratified: By body asked: the chance of a yes as initialled, per ten thousand.
        open_doors: Rounds in which a text existed that beat both alternatives.
        searched: Rounds that were looked at.
    """

    seats: tuple[SeatResult, ...]
    created: Created
    durability: Durability
    ratified: tuple[tuple[str, int], ...]
    open_doors: tuple[Door, ...]
    searched: int

    @property
    def missed(self) -> tuple[Door, ...]:
        """Doors that stood open with no text on the table that went through."""
        return tuple(door for door in self.open_doors if not door.tabled)


def results(board: Board, entries: Iterable[Entry]) -> Results:
    """The results of a match, from its journal's entries and the whole board."""
    return of_history(board, fold(board, entries))


def of_history(board: Board, history: History) -> Results:
    """The results of a match that is already folded."""
    signed, last = signing(history), history.state
    open_doors, searched = doors(board, history)
    ratified: tuple[tuple[str, int], ...] = ()
    year = two = None
    if signed is not None:
        context, options = value.true_context(board, signed), signed.text.signed
        exponent = value.exponent(board, options, context)
        year, two = (violations.durability(board, exponent, months) for months in (12, 24))
        ratified = tuple(
            (body.id, value.chance(board, body, options, context))
            for body in board.bodies
            if value.asked(body, options)
        )
    return Results(
        seats=tuple(seat_result(board, history, signed, at) for at in range(len(board.seats))),
        created=created(board, signed, open_doors),
        durability=Durability(year, two, lived(history), last.talks.phase.value, *ended_by(last)),
        ratified=ratified,
        open_doors=open_doors,
        searched=searched,
    )


def ended_by(state: State) -> tuple[str, tuple[str, ...]]:
    """By which way a text in force ended, and who broke it (A5.7, A5.12); rules before 2.0 said `war` of a spiral."""
    events = [line.event for line in state.record]
    ends = [event.by for event in events if isinstance(event, e.MatchEnded) and event.how == "relapsed"]
    broke = tuple(event.seat for event in events if isinstance(event, e.RelapseDecided))
    return {"war": "spiral"}.get(ends[-1], ends[-1]) if ends else "", broke


def signing(history: History) -> State | None:
    """The state when a final text was last initialled; what the war did later is nobody's merit."""
    return next(
        (
            step.after
            for step in reversed(history.booked)
            if any(isinstance(event, e.TextInitialled) for event in step.entry.events)
        ),
        None,
    )


def weighed(history: History) -> tuple[State, bool] | None:
    """The state in which a match's last text is weighed, and whether it was initialled then.

    Without one it is the state as the last session ended; None when no round came to a session.
    """
    state = signing(history)
    if state is not None:
        return state, True
    sessions = last_states(history)
    return (sessions[max(sessions)], False) if sessions else None


def lived(history: History) -> int | None:
    """Months the text was in force; None when it never was."""
    if not any(step.after.talks.phase in IN_FORCE for step in history.booked):
        return None
    return history.state.talks.step


def created(board: Board, signed: State | None, open_doors: tuple[Door, ...]) -> Created:
    """What the text gave both parties, beside the best there was, and the trade that was left."""
    if signed is None:
        return Created(
            None, max((door.find for door in open_doors), key=lambda find: find.both, default=None)
        )
    problem, text = at_state(board, signed), signed.text.signed
    gains, best = problem.gains(text), best_for_both(problem)
    return Created(
        min(gains[party] for party in board.parties),
        as_find(*best) if best else None,
        best_trade(problem, text, board.numbers["trade.rows"]),
    )


def seat_result(board: Board, history: History, signed: State | None, at: int) -> SeatResult:
    """One seat's value claimed and process."""
    claimed = None
    if signed is not None:
        claimed = value.appraise_for(
            board, at, signed.text.signed, value.true_context(board, signed), signed.home.weights[at],
            signed.home.alternative[at],
        )  # fmt: skip
    return SeatResult(
        seat=board.seats[at].id,
        claimed=claimed,
        banked=history.state.home.banked[at],
        process=process(history, board.seats[at].id),
    )


def process(history: History, seat: str) -> Process:
    """What a seat did: moves it made, caucuses it was in, promises it gave and how they were judged."""
    made: Counter[str] = Counter()
    for step in history.booked:
        move = step.entry.move
        if step.entry.seat == seat:
            made[move.kind] += 1
            made["packages"] += (
                move.kind in {"offer", "counter", "bridge"} and len(getattr(move, "terms", ())) > 1
            )
        for event in step.entry.events:
            match event:
                case e.CaucusOpened(seats=seats):
                    made["caucuses"] += seat in seats
                case e.PaperTabled(paper=PromisePaper(by=by)):
                    made["promised"] += by == seat
                case e.PromiseJudged(by=by, verdict="kept"):
                    made["kept"] += by == seat
                case _:
                    pass
    return Process(
        asked=made["ask"],
        packages=made["packages"],
        caucuses=made["caucuses"],
        polls=made["poll"],
        bridges=made["answer-bridge"],
        promised=made["promised"],
        kept=made["kept"],
    )
