"""What a seat chooses under seal is nothing to the others: not what they see, not what they may do, not their turn."""

from collections import Counter
from collections.abc import Callable

import pytest
from pydantic import TypeAdapter

from tabletop.game.records.menu import Box
from tabletop.game.records.moves import LastLook, Move
from tabletop.game.views import SeatView
from tabletop.players.choosing.random_player import Uniform, fill
from tabletop.players.choosing.random_stream import Stream
from tabletop.table.match import Match
from tabletop.vocabulary import TABLE

ALIKE = {frozenset({"amend", "keep-orders"}), frozenset({"leak", "brief"})}
"""Moves of different kinds that look alike to everybody else."""

EVERYBODY = ("ukraine", "russia", "us", "europe")
ENCODER: TypeAdapter[SeatView] = TypeAdapter(SeatView)


def under_seal(boxes: tuple[Box, ...], stream: Stream) -> list[tuple[Move, Move]]:
    """Pairs of moves that look alike to everybody else."""
    sealed = [box for box in boxes if box.seen == "own" and box.move not in {"undo", "poll"}]
    pairs: list[tuple[Move, Move]] = []
    for at, box in enumerate(sealed):
        for other in sealed[at:]:
            if other.move == box.move or frozenset({other.move, box.move}) in ALIKE:
                one, two = fill(box, stream), fill(other, stream)
                if one is not None and two is not None and one != two:
                    pairs.append((one, two))
    return stream.shuffled(pairs)


def anew(match: Match, seat: str, boxes: tuple[Box, ...], stream: Stream) -> list[Move]:
    """Moves by which a seat that owes nothing changes something under seal, or adds to it."""
    if match.state.talks.awaiting >> EVERYBODY.index(seat) & 1:
        return []
    sealed = [box for box in boxes if box.seen == "own" and box.move not in {"undo", "poll"}]
    return [made for box in sealed if (made := fill(box, stream)) is not None]


def shown(match: Match, mover: str) -> dict[str, tuple[bytes, int]]:
    """What every other seat is shown, refusals and the way back included, and the turn it is of."""
    return {
        seat: (ENCODER.dump_json(match.view(seat)), match.turn(seat)) for seat in EVERYBODY if seat != mover
    }


@pytest.mark.parametrize("seed", [3, pytest.param(8, marks=pytest.mark.slow)])
def test_what_is_sealed_shows_to_nobody_else(deal: Callable[..., Match], seed: int) -> None:
    """In random matches with last looks, every sealed choice is made in two ways; the others notice nothing."""
    match, dice = deal(seed, None, *EVERYBODY), Uniform(avoid=frozenset({"undo"}))
    seating, compared = dict(match.seating), Counter[str]()
    for step in range(260):
        asked = [
            seat for seat in EVERYBODY if any(box.move != "undo" for box in match.view(seat).legal.boxes)
        ]
        if not asked:
            break
        seat = asked[(step * 7 + seed) % len(asked)]
        boxes = match.view(seat).legal.boxes
        for one, two in under_seal(boxes, Stream(f"{seed}/{step}"))[:2]:
            first, second = match.branch(seed, seating), match.branch(seed, seating)
            first.submit(seat, one, first.turn(seat))
            second.submit(seat, two, second.turn(seat))
            if TABLE not in {made.store.since(0)[-1].seat for made in (first, second)}:
                assert shown(first, seat) == shown(second, seat), (step, seat, one, two)
                compared["/".join(sorted({one.kind, two.kind}))] += 1
        for move_ in anew(match, seat, boxes, Stream(f"{seed}/{step}/anew")):
            made = match.branch(seed, seating)
            was = shown(made, seat)
            made.submit(seat, move_, made.turn(seat))
            if made.store.since(0)[-1].seat != TABLE:
                assert shown(made, seat) == was, (step, seat, move_)
                compared[f"{move_.kind} anew"] += 1
        look = next((box for box in boxes if box.move == "last-look"), None)
        move: Move = (
            LastLook("on")
            if look is not None and not match.state.talks.looking >> EVERYBODY.index(seat) & 1
            else dice.choose(match.board_of(seat), match.view(seat), f"{seed}/{step}").move
        )
        match.submit(seat, move, match.turn(seat))
    alike = {"orders", "amend", "amend/keep-orders", "brief/leak"}
    assert alike | {"orders anew", "leak anew", "brief anew"} <= set(compared), compared
