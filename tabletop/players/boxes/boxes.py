"""What every player does with boxes: find one, fill its slots, and know whether a move lies in it.

Players read `view.legal` and nothing else of the rules: whatever a player would like, `made` gives a move
only when a box is open that holds it.
"""

from collections.abc import Mapping
from itertools import pairwise
from typing import cast

from tabletop.game.records.menu import Box, Choice, Count, Grid, Levers, Pick, Slot, Words
from tabletop.game.records.moves import KINDS, Move, Terms
from tabletop.game.views import SeatView

Value = str | int | Terms | tuple[tuple[str, str], ...]
"""What a slot can hold."""


def boxes(view: SeatView, kind: str) -> tuple[Box, ...]:
    """The open boxes of a kind of move."""
    return view.open(kind)


def is_open(view: SeatView, kind: str) -> bool:
    """Whether any move of this kind is open."""
    return bool(view.open(kind))


def build(box: Box, values: Mapping[str, Value]) -> Move:
    """The move of a box with these slot values."""
    return cast("Move", KINDS[box.move](**values))


def made(view: SeatView, kind: str, **values: Value) -> Move | None:
    """The move, when a box is open that holds it; otherwise None."""
    for box in boxes(view, kind):
        if len(box.slots) == len(values) and all(
            slot.name in values and fits(slot, values[slot.name]) for slot in box.slots
        ):
            return build(box, values)
    return None


def fits(slot: Slot, value: Value) -> bool:
    """Whether a slot takes a value."""
    match slot:
        case Pick():
            return value in slot.ids
        case Choice():
            return value in slot.values
        case Count():
            return isinstance(value, int) and slot.low <= value <= slot.high
        case Words():
            return isinstance(value, str) and (bool(value) or slot.optional) and len(value) <= slot.most
        case Levers():
            chosen = dict(cast("tuple[tuple[str, str], ...]", value))
            return len(chosen) == len(slot.levers) and all(
                chosen.get(lever) in options for lever, options in slot.levers
            )
        case Grid():
            return in_grid(slot, cast("Terms", value))


def in_grid(grid: Grid, terms: Terms) -> bool:
    """Whether terms lie in a grid: its cells, its size, its needs and what it leaves out."""
    if not grid.low <= len(terms) <= grid.high or terms in grid.without:
        return False
    places = {clause: at for at, clause in enumerate(grid.clauses)}
    if any(clause not in places for clause, _ in terms):
        return False
    cells = [(places[clause], option + 1) for clause, option in terms]
    if any(one[0] >= other[0] for one, other in pairwise(cells)):
        return False
    if not all(grid.masks[at] >> bit & 1 for at, bit in cells):
        return False
    return all(any(group[at] >> bit & 1 for at, bit in cells) for group in grid.needs)


def grid_of(box: Box) -> Grid | None:
    """The grid among a box's slots, if it has one."""
    return next((slot for slot in box.slots if isinstance(slot, Grid)), None)
