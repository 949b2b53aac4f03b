"""One move through refusal, decision, booking, and four sights with all that they may do; against bare tuples."""

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tabletop.game.core.chance import keyed
from tabletop.game.core.evolve import evolve
from tabletop.game.core.sight import see
from tabletop.game.decide import decide
from tabletop.game.legality import legal
from tabletop.game.records.menu import Legal
from tabletop.game.records.moves import Position
from tabletop.game.records.state import State
from tests.bench import prototype
from tests.bench.played import Place, middle
from tests.bench.timing import medians, tell

pytestmark = pytest.mark.benchmark(group="one move")

DICE = keyed(1)


@pytest.fixture(scope="module")
def place() -> Place:
    return middle()


def one_move(place: Place) -> tuple[State, list[Legal]]:
    """The steps as the game takes them."""
    board, state = place.board, place.state
    for event in decide(board, state, place.seat, place.move, DICE).events:
        state = evolve(board, state, event)
    return state, [legal(board, see(state, seat, board.mediator)) for seat in range(len(board.seats))]


def cells(place: Place) -> prototype.Cells:
    """The move by places."""
    assert isinstance(place.move, Position)
    return tuple((place.board.clause_index[clause], option) for clause, option in place.move.terms)


def test_one_move(benchmark: BenchmarkFixture, place: Place) -> None:
    bare, open_ = prototype.raw(place.board, place.state), prototype.masks(place.board)
    seat, terms = place.board.seat_index[place.seat], cells(place)
    state, found = one_move(place)
    after, boxes = prototype.one_move(bare, open_, seat, terms)
    assert [sorted(box.move for box in seen.boxes) for seen in found] == [
        sorted(kind for kind, _ in seen) for seen in boxes
    ]
    assert after[:2] == prototype.raw(place.board, state)[:2]
    mine, theirs = medians(
        lambda: one_move(place), lambda: prototype.one_move(bare, open_, seat, terms), rounds=400
    )
    tell(benchmark, median_us=mine, prototype_us=theirs, ratio=mine / theirs, aim_us=150)
    benchmark(one_move, place)


@pytest.mark.parametrize("step", ["decide", "evolve", "see", "legal"])
def test_one_step(benchmark: BenchmarkFixture, place: Place, step: str) -> None:
    """Where the time goes: each step by itself."""
    board, before = place.board, place.state
    events = decide(board, before, place.seat, place.move, DICE).events
    after = before
    for event in events:
        after = evolve(board, after, event)
    sights = [see(after, seat, board.mediator) for seat in range(len(board.seats))]

    def booked() -> State:
        state = before
        for event in events:
            state = evolve(board, state, event)
        return state

    match step:
        case "decide":
            benchmark(decide, board, before, place.seat, place.move, DICE)
        case "evolve":
            benchmark(booked)
        case "see":
            benchmark(lambda: [see(after, seat, board.mediator) for seat in range(len(board.seats))])
        case _:
            benchmark(lambda: [legal(board, sight) for sight in sights])
