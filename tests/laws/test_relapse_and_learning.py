"""Nobody is asked to break a text who gains nothing by it; no estimate moves without a reason that happened."""

from hypothesis import given
from hypothesis import strategies as st

from tabletop.game.aftermath import breaking
from tabletop.game.legality import legal
from tabletop.game.records import events as e
from tabletop.game.records.moves import Move
from tabletop.game.records.papers import Offer
from tabletop.game.records.state import Estimate, State
from tabletop.players.choosing.random_player import fill
from tabletop.players.choosing.random_stream import Stream
from tabletop.vocabulary import ENDS
from tests.game.in_force import begin, dice, step
from tests.game.in_force import board as board_with
from tests.laws.test_laws import LAW, SEEDS
from tests.laws.walk import Stop, board, sight_of, walk

REASONS = ("fighting", "caucus", "answer", "offer", "bridge")


@LAW
@given(SEEDS, st.integers(1, 8))
def test_only_who_gains_is_asked_and_never_twice_in_six_months(seed: int, decisions: int) -> None:
    """Random texts, alternatives and answers: each question of breaking goes to a party that gains by it."""
    at, roll, stream = board_with(decisions), dice(seed), Stream(f"{seed}")
    rules = breaking.rules_of(at)
    assert rules is not None
    options = tuple(stream.below(len(clause.options)) for clause in at.clauses)
    state, asked = begin(at, options, roll), dict[str, int]()

    def any_answer(now: State, seat: str) -> Move:
        (move, *_) = [
            move
            for box in stream.shuffled(list(legal(at, sight_of(at, now, at.seat_index[seat])).boxes))
            if (move := fill(box, stream)) is not None
        ]
        return move

    while state.talks.phase not in ENDS:
        state, events = step(at, state, roll, any_answer)
        for event in events:
            if isinstance(event, e.QuestionPut) and event.question == "break":
                assert state.talks.decided <= decisions
                for seat in event.seats:
                    assert breaking.reckoned(at, state)[at.seat_index[seat]].gain > 0
                    assert state.talks.step - asked.get(seat, -rules.every) >= rules.every
                    asked[seat] = state.talks.step
            if isinstance(event, e.RelapseDecided):
                assert asked[event.seat] == event.month


def held(state: State) -> dict[tuple[int, int], Estimate]:
    """Every estimate, by who holds it about whom."""
    return {(seat, one.about): one for seat, row in enumerate(state.home.belief) for one in row}


def backs(stop: Stop, seat: str, about: str, reason: str) -> bool:
    """Whether something happened in the round, in a seat's sight, that can teach it so about another."""
    record = [line.event for line in stop.after.record if line.round == stop.state.talks.round]
    match reason:
        case "fighting":
            return any(isinstance(event, e.FrontMoved | e.OrdersOpened) for event in stop.events)
        case "caucus":
            return any(
                isinstance(event, e.CaucusOpened) and {seat, about} == {*event.seats} for event in record
            )
        case "offer":
            return any(
                isinstance(event, e.PaperTabled)
                and isinstance(event.paper, Offer)
                and event.paper.by == about
                for event in record
            )
        case "answer":
            return any(
                (isinstance(event, e.Answered) and (event.seat, event.to) == (about, seat))
                or (isinstance(event, e.PaperClosed) and (event.of, event.by) == (seat, about))
                or (isinstance(event, e.PaperChanged) and about in getattr(event.paper, "accepted", ()))
                for event in record
            )
        case _:
            return any(isinstance(event, e.BridgeFailed | e.BridgeCarried) for event in record)


@LAW
@given(SEEDS)
def test_no_estimate_moves_without_news_that_happened(seed: int) -> None:
    """A range is what the last event on it says, for its own seat alone, with a reason that the round backs."""
    at = board()
    for stop in walk(at, seed):
        before, now = held(stop.state), held(stop.after)
        drawn = [event for event in stop.events if isinstance(event, e.BeliefDrawn)]
        told = {(at.seat_index[event.seat], at.seat_index[event.about]): event for event in drawn}
        for pair, estimate in now.items():
            if pair not in told:
                assert estimate == before[pair]
                continue
            last = told[pair]
            assert (estimate.low, estimate.high, estimate.error) == (last.low, last.high, last.error)
            assert estimate.error**2 <= before[pair].error ** 2 + at.estimates.drift**2
        for event in drawn:
            assert event.seen == 1 << at.seat_index[event.seat]
            assert event.reason in REASONS
            assert backs(stop, event.seat, event.about, event.reason), event
