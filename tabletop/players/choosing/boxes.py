"""What every player does with boxes: find one, fill its slots, and know whether a move lies in it.

Players read `view.legal` and nothing else of the rules: whatever a player would like, `made` gives a move
only when a box is open that holds it.
"""

from collections.abc import Mapping
from typing import cast

from tabletop.game.records.menu import Box, Grid, SlotValue
from tabletop.game.records.moves import KINDS, Move
from tabletop.game.views import SeatView


def boxes(view: SeatView, kind: str) -> tuple[Box, ...]:
    """The open boxes of a kind of move."""
    return view.open(kind)


def is_open(view: SeatView, kind: str) -> bool:
    """Whether any move of this kind is open."""
    return bool(view.open(kind))


def build(box: Box, values: Mapping[str, SlotValue]) -> Move:
    """The move of a box with these slot values."""
    return cast("Move", KINDS[box.move](**values))


def made(view: SeatView, kind: str, **values: SlotValue) -> Move | None:
    """The move, when a box is open that holds it; otherwise None."""
    for box in boxes(view, kind):
        if len(box.slots) == len(values) and all(
            slot.name in values and not slot.misfit(values[slot.name]) for slot in box.slots
        ):
            return build(box, values)
    return None


def grid_of(box: Box) -> Grid | None:
    """The grid among a box's slots, if it has one."""
    return next((slot for slot in box.slots if isinstance(slot, Grid)), None)
