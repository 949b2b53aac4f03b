"""What is chosen on a sheet: fields with values, and the move that a filled-in box makes.

A field is one row: a lever, a clause of a grid, an addressee. The slots of a box become fields; what was
picked becomes the move, by the slots' own names. No rule stands here: a sheet offers what the box offers.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import assert_never, cast

from tabletop.game.records.menu import Box, Choice, Count, Grid, Levers, Pick, Slot, SlotValue, Words
from tabletop.game.records.moves import KINDS, Move

Named = Callable[[Slot, str, str | int], tuple[str, str]]
"""Slot, row of the slot and value to the label and the long text of that value."""


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a field: what goes into the move, its label, a sentence on it, and a note for a list."""

    value: str | int
    label: str
    detail: str = ""
    brief: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """A row of a sheet.

    Attributes:
        name: The slot's name.
        key: The row within the slot: a lever or a clause; empty for slots of one row.
        label: What is printed before the value.
        values: What may be chosen.
        optional: Whether the row may be left out.
        start: Place of the value that is chosen at first, -1 for none.
        note: What is known of the row, such as where every seat stands on a clause.
    """

    name: str
    key: str
    label: str
    values: tuple[Value, ...]
    optional: bool = False
    start: int = -1
    note: str = ""


Picked = dict[tuple[str, str], str | int]
"""What is chosen, by slot and row."""


def _values(slot: Slot, key: str, values: Sequence[str | int], named: Named) -> tuple[Value, ...]:
    return tuple(Value(value, *named(slot, key, value)) for value in values)


def fields_of(slot: Slot, label: Callable[[Slot, str], str], named: Named) -> tuple[Field, ...]:
    """The rows of a slot; words have none, they are typed.

    Args:
        slot: The slot.
        label: Slot and row to what is printed before the value.
        named: Slot, row and value to label and detail.
    """
    match slot:
        case Pick() | Choice() | Count():
            start = 0 if isinstance(slot, Count) or slot.only is not None else -1
            values = _values(slot, "", slot.choices, named)
            return (Field(slot.name, "", label(slot, ""), values, start=start),)
        case Grid():
            return tuple(
                Field(
                    slot.name,
                    clause,
                    label(slot, clause),
                    _values(slot, clause, options, named),
                    optional=True,
                )
                for clause, options in slot.rows
            )
        case Levers():
            return tuple(
                Field(slot.name, lever, label(slot, lever), _values(slot, lever, tuple(options), named))
                for lever, options in slot.levers
            )
        case Words():
            return ()
        case _:
            assert_never(slot)


def settled(box: Box) -> Picked:
    """What is chosen already in the slots of a box that have one value only."""
    return {(slot.name, ""): slot.only for slot in box.slots if slot.only is not None}


def picked_of(box: Box, move: Move) -> tuple[Picked, dict[str, str]] | None:
    """What has to be chosen and typed in a box to make a move; None when the move is not in the box."""
    if not box.holds(move):
        return None
    picked: Picked = {}
    typed: dict[str, str] = {}
    for slot in box.slots:
        value: object = getattr(move, slot.name)
        match slot:
            case Grid() | Levers():
                rows = cast("tuple[tuple[str, str | int], ...]", value)
                picked |= {(slot.name, key): chosen for key, chosen in rows}
            case Words():
                typed[slot.name] = str(value)
            case _:
                picked[slot.name, ""] = cast("str | int", value)
    return picked, typed


UNFINISHED = frozenset({"too-few-clauses", "too-many-clauses", "a-lever-is-missing", "words-wanted"})
"""Misfits of a sheet that is not filled in yet; the referee explains any other."""


def move_of(box: Box, picked: Picked, typed: dict[str, str]) -> Move | None:
    """The move that a filled-in box makes, or None while something is missing.

    Args:
        box: The box.
        picked: What is chosen, by slot and row.
        typed: Words by slot.
    """
    filled: dict[str, SlotValue] = {}
    for slot in box.slots:
        value = _filled(slot, picked, typed)
        if value is None or slot.misfit(value) in UNFINISHED:
            return None
        filled[slot.name] = value
    return cast("Move", KINDS[box.move](**filled))


def _filled(slot: Slot, picked: Picked, typed: dict[str, str]) -> SlotValue | None:
    """What a slot was filled in with."""
    match slot:
        case Grid():
            return tuple(
                (clause, int(picked[slot.name, clause]))
                for clause in slot.clauses
                if (slot.name, clause) in picked
            )
        case Levers():
            return tuple(
                (lever, str(picked[slot.name, lever]))
                for lever, _ in slot.levers
                if (slot.name, lever) in picked
            )
        case Words():
            return typed.get(slot.name, "").strip()
        case _:
            return picked.get((slot.name, ""))
