"""A view that is worked out as it is read is the view that is worked out at once."""

from dataclasses import fields, replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tabletop.errors import Refusal
from tabletop.game.legality import boxes_for, legal
from tabletop.game.records.menu import Legal
from tabletop.game.records.moves import KINDS
from tabletop.game.views import SeatView, view
from tests.examples import examples
from tests.laws.walk import board, sight_of, walk


@settings(max_examples=examples(3), deadline=None)
@given(st.integers(0, 10_000), st.integers(0, 150))
def test_kinds_asked_one_by_one_are_the_list_of_what_is_legal(seed: int, step: int) -> None:
    at = board()
    stops = list(walk(at, seed))
    state = stops[step % len(stops)].state
    for place in range(len(at.seats)):
        sight = sight_of(at, state, place)
        whole, unread = legal(at, sight), view(at, sight, 1)
        for kind in sorted(KINDS):
            asked = () if kind == "undo" else boxes_for(at, sight, kind)
            wanted = () if isinstance(asked, Refusal) else asked
            assert unread.open(kind) == wanted
            assert tuple(box for box in whole.boxes if box.move == kind) == wanted
        assert unread.legal.boxes == whole.boxes
        assert {shut.move for shut in unread.legal.closed} == {shut.move for shut in whole.closed} | {"undo"}


def test_a_view_can_be_compared_copied_and_changed() -> None:
    at = board()
    state = list(walk(at, 3))[20].state
    sight = sight_of(at, state, 0)
    one, other = view(at, sight, 7, undo=True), view(at, sight, 7, undo=True)
    assert other.open("undo")
    whole = SeatView(**{field.name: getattr(one, field.name) for field in fields(SeatView)})
    assert one == other
    assert all(getattr(other, field.name) == getattr(whole, field.name) for field in fields(SeatView))
    shut = replace(one, legal=Legal((), ()))
    assert shut.legal.boxes == ()
    assert shut.open("undo") == shut.open("pass") == ()
    assert shut.draft == one.draft
