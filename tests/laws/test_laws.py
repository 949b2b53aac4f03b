"""What holds in every match, at every step."""

import dataclasses
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from tabletop.errors import IllegalMove, Refusal
from tabletop.game.core.quantities import all_paths, write
from tabletop.game.decide import decide
from tabletop.game.legality import boxes_for, legal, outside, refusal
from tabletop.game.notation import format_move, parse_move
from tabletop.game.records.moves import KINDS, Brief, Leak
from tabletop.game.records.state import Alliance, Home, Range, Sealed, Seen, State, Talks, War
from tabletop.game.views import SeatView, preview, view
from tabletop.players.choosing.random_stream import Stream
from tabletop.vocabulary import CLOCK, CONTROL, ENDS, FACILITATOR, ONLOOKER, TABLE
from tests.examples import examples
from tests.laws.walk import board, dice, first, fold, samples, sight_of, walk

SEEDS = st.integers(0, 10_000)
FORMATS = st.sampled_from(["pop-up", "class", "full"])
LAW = settings(max_examples=examples(6), deadline=None, suppress_health_check=list(HealthCheck))


@LAW
@given(SEEDS, FORMATS, st.booleans())
def test_every_match_ends_and_every_step_is_fold_and_pure(
    seed: int, format_id: str, open_sittings: bool
) -> None:
    """Termination; decide does not touch its state and says the same again; evolve alone gives the state after."""
    at = board(format_id, open_sittings=open_sittings)
    last = None
    for stop in walk(at, seed):
        before = hash(repr(stop.state))
        assert decide(at, stop.state, stop.seat, stop.move, dice(seed)).events == stop.events
        assert hash(repr(stop.state)) == before
        assert fold(at, stop.state, stop.events) == stop.after
        last = stop.after
    assert last is not None
    assert last.talks.phase in ENDS


@LAW
@given(SEEDS, st.integers(0, 150))
def test_closure(seed: int, step: int) -> None:
    """Every move out of a box is accepted, lies in one box alone, and reads back from its notation."""
    at = board()
    for number, stop in enumerate(walk(at, seed)):
        if number != step:
            continue
        for place in (*range(len(at.seats)), CONTROL, CLOCK):
            seat = at.seats[place].id if place >= 0 else FACILITATOR if place == CONTROL else TABLE
            sight = sight_of(at, stop.state, place)
            for move in samples(at, sight, Stream(f"{seed}/{step}/{place}"), 40):
                assert refusal(at, sight, move) is None
                found = boxes_for(at, sight, move.kind)
                assert not isinstance(found, Refusal)
                assert sum(outside(box, move) is None for box in found) == 1
                fold(at, stop.state, decide(at, stop.state, seat, move, dice(seed)).events)
                assert parse_move(at, format_move(at, move)) == move
                assert not isinstance(preview(at, sight, move), Refusal)
        return


@LAW
@given(SEEDS, st.integers(0, 120), st.integers(0, 200))
def test_all_else_is_refused_with_a_rule(seed: int, step: int, other: int) -> None:
    """A move that is legal elsewhere is refused here, with its rule, unless it lies in a box here too."""
    at = board()
    stops = list(walk(at, seed))
    here, there = stops[step % len(stops)], stops[other % len(stops)]
    for place, seat in enumerate(at.seats):
        sight = sight_of(at, here.state, place)
        why_not = refusal(at, sight, there.move)
        found = boxes_for(at, sight, there.move.kind)
        in_a_box = not isinstance(found, Refusal) and any(outside(box, there.move) is None for box in found)
        assert (why_not is None) == in_a_box
        if why_not is not None:
            assert why_not.rule
            assert why_not.code
            with pytest.raises(IllegalMove):
                decide(at, here.state, seat.id, there.move, dice(seed))


@LAW
@given(SEEDS, st.integers(0, 150))
def test_every_kind_of_move_is_open_or_closed_with_a_reason(seed: int, step: int) -> None:
    at = board()
    stops = list(walk(at, seed))
    state = stops[step % len(stops)].state
    for place in range(len(at.seats)):
        found = legal(at, sight_of(at, state, place))
        kinds = {box.move for box in found.boxes} | {closed.move for closed in found.closed}
        assert kinds | {"undo"} == set(KINDS)
        assert not {box.move for box in found.boxes} & {closed.move for closed in found.closed}


ENCODER = TypeAdapter(SeatView)


NOTHING: dict[str, object] = {"comply": "", "press": None}
"""What a seat has sealed that sealed nothing, in fields that are empty while nobody sealed anything."""


def hidden_changes(at: Any, state: State, seat: int, stream: Stream) -> list[tuple[str, State]]:
    """States that differ from `state` only in what `seat` may not see, derived from the annotations."""
    changed: list[tuple[str, State]] = []
    for path in all_paths(at):
        if path.audience == -1 or (seat >= 0 and path.audience >> seat & 1):
            continue
        to = path.range.least + stream.below(min(path.range.most - path.range.least, 10**6) + 1)
        changed.append((path.text, write(state, path, to)))
    chapters = ("talks", Talks), ("sealed", Sealed), ("home", Home), ("war", War), ("alliance", Alliance)
    for chapter, cls in chapters:
        hints = get_type_hints(cls, include_extras=True)
        for name, hint in hints.items():
            marks = get_args(hint)[1:] if get_origin(hint) is Annotated else ()
            seen = next(mark for mark in marks if isinstance(mark, Seen))
            if any(isinstance(mark, Range) for mark in marks):
                continue
            value = getattr(getattr(state, chapter), name)
            if seen == Seen.SEALED:
                if name == "bridged" and seat == at.mediator:
                    continue
                other: object = other_value(value)
            elif seen == Seen.OWN:
                every: tuple[object, ...] = value or (
                    (NOTHING[name],) * len(at.seats) if name in NOTHING else ()
                )
                other = tuple(entry if s == seat else other_value(entry) for s, entry in enumerate(every))
            else:
                continue
            part = dataclasses.replace(getattr(state, chapter), **{name: other})
            changed.append((f"{chapter}.{name}", dataclasses.replace(state, **{chapter: part})))
    unseen = tuple(
        paper for paper in state.papers if paper.seen == -1 or (seat >= 0 and paper.seen >> seat & 1)
    )
    changed.append(("papers", dataclasses.replace(state, papers=unseen)))
    lines = tuple(
        line for line in state.record if line.event.seen == -1 or (seat >= 0 and line.event.seen >> seat & 1)
    )
    changed.append(("record", dataclasses.replace(state, record=lines)))
    return changed


def other_value(value: object) -> object:
    """Something else of the same shape."""
    match value:
        case None:
            return Brief("x")
        case Leak() | Brief():
            return None
        case bool():
            return not value
        case int():
            return value + 1
        case str():
            return value + "x"
        case tuple() if value and all(isinstance(entry, int) for entry in value):
            return tuple(entry + 1 for entry in value)
        case ("", ""):
            return ("protest", "")
        case tuple():
            return (("tempo", "surge"),) if not value else ()
        case _:
            raise AssertionError(f"no other value for {value!r}")


@LAW
@given(SEEDS, st.integers(0, 200))
def test_no_leak(seed: int, step: int) -> None:
    """Change what a seat may not see: its view stays byte-equal."""
    at = board()
    stops = list(walk(at, seed))
    state = stops[step % len(stops)].state
    for seat in (ONLOOKER, *range(len(at.seats))):
        shown = ENCODER.dump_json(view(at, sight_of(at, state, seat), 0))
        for what, other in hidden_changes(at, state, seat, Stream(f"{seed}/{step}/{seat}")):
            again = ENCODER.dump_json(view(at, sight_of(at, other, seat), 0))
            assert again == shown, f"{what} shows to seat {seat}"


def test_the_leak_law_can_fail() -> None:
    """Changing what a seat may see does change its view, so the law above has teeth."""
    at = board()
    state = first(at, 1)
    shown = ENCODER.dump_json(view(at, sight_of(at, state, 0), 0))
    for path in all_paths(at):
        if path.audience != -1 and path.audience >> 0 & 1:
            moved = write(state, path, path.range.least + 1)
            assert ENCODER.dump_json(view(at, sight_of(at, moved, 0), 0)) != shown, path.text
