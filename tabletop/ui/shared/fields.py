"""What is chosen on a sheet: fields with values, and the move that a filled-in box makes.

A field is one row: a lever, a clause of a grid, an addressee. The slots of a box become fields; what was
picked becomes the move, by the slots' own names. No rule stands here: a sheet offers what the box offers.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import assert_never, cast

from tabletop.game.records.menu import Box, Choice, Count, Grid, Levers, Pick, Slot, Words
from tabletop.game.records.moves import KINDS, Move, Terms

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


def _values(slot: Slot, key: str, values: tuple[str | int, ...], named: Named) -> tuple[Value, ...]:
    return tuple(Value(value, *named(slot, key, value)) for value in values)


def fields_of(slot: Slot, label: Callable[[Slot, str], str], named: Named) -> tuple[Field, ...]:
    """The rows of a slot; words have none, they are typed.

    Args:
        slot: The slot.
        label: Slot and row to what is printed before the value.
        named: Slot, row and value to label and detail.
    """
    match slot:
        case Pick(name, ids):
            values = _values(slot, "", tuple(ids), named)
            return (Field(name, "", label(slot, ""), values, start=0 if len(ids) == 1 else -1),)
        case Choice(name, numbers):
            values = _values(slot, "", tuple(numbers), named)
            return (Field(name, "", label(slot, ""), values, start=0 if len(numbers) == 1 else -1),)
        case Count(name, low, high, _):
            values = _values(slot, "", tuple(range(low, high + 1)), named)
            return (Field(name, "", label(slot, ""), values, start=0),)
        case Grid():
            return tuple(
                Field(
                    slot.name,
                    clause,
                    label(slot, clause),
                    _values(slot, clause, bits(mask), named),
                    optional=True,
                )
                for clause, mask in zip(slot.clauses, slot.masks, strict=True)
                if mask
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


def bits(mask: int) -> tuple[str | int, ...]:
    """The options a grid's mask allows: bit `option + 1`, so that bit 0 is taking back."""
    return tuple(at - 1 for at in range(mask.bit_length()) if mask >> at & 1)


def rows_of(slot: Slot) -> bool:
    """Whether a slot leaves anything to choose or to type."""
    match slot:
        case Pick(ids=ids):
            return len(ids) != 1
        case Choice(values=values):
            return len(values) != 1
        case Count(low=low, high=high):
            return low != high
        case _:
            return True


def settled(box: Box) -> Picked:
    """What is chosen already in the slots of a box that have one value only."""
    found: Picked = {}
    for slot in box.slots:
        match slot:
            case Pick(name, ids) if len(ids) == 1:
                found[name, ""] = ids[0]
            case Choice(name, values) if len(values) == 1:
                found[name, ""] = values[0]
            case Count(name, low, high) if low == high:
                found[name, ""] = low
            case _:
                pass
    return found


def _terms(slot: Grid, picked: Picked) -> Terms | None:
    terms = tuple(
        (clause, int(picked[slot.name, clause])) for clause in slot.clauses if (slot.name, clause) in picked
    )
    return terms if slot.low <= len(terms) <= slot.high else None


def picked_of(box: Box, move: Move) -> tuple[Picked, dict[str, str]] | None:
    """What has to be chosen and typed in a box so that it makes a move; None when the box does not hold it."""
    picked: Picked = {}
    typed: dict[str, str] = {}
    for slot in box.slots:
        value: object = getattr(move, slot.name, None)
        match slot:
            case Grid() | Levers():
                rows = cast("tuple[tuple[str, str | int], ...]", value or ())
                picked |= {(slot.name, key): chosen for key, chosen in rows}
            case Words():
                typed[slot.name] = str(value or "")
            case _:
                picked[slot.name, ""] = cast("str | int", value)
    held = {
        (field.name, field.key, each.value)
        for slot in box.slots
        for field in fields_of(slot, lambda _slot, key: key, lambda _slot, _key, _value: ("", ""))
        for each in field.values
    }
    if box.move != move.kind or any((*row, chosen) not in held for row, chosen in picked.items()):
        return None
    return (picked, typed) if move_of(box, picked, typed) == move else None


def move_of(box: Box, picked: Picked, typed: dict[str, str]) -> Move | None:
    """The move that a filled-in box makes, or None while something is missing.

    Args:
        box: The box.
        picked: What is chosen, by slot and row.
        typed: Words by slot.
    """
    filled: dict[str, object] = {}
    for slot in box.slots:
        match slot:
            case Grid():
                terms = _terms(slot, picked)
                if terms is None:
                    return None
                filled[slot.name] = terms
            case Levers():
                if any((slot.name, lever) not in picked for lever, _ in slot.levers):
                    return None
                filled[slot.name] = tuple((lever, picked[slot.name, lever]) for lever, _ in slot.levers)
            case Words():
                text = typed.get(slot.name, "").strip()
                if not text and not slot.optional:
                    return None
                filled[slot.name] = text
            case _:
                if (slot.name, "") not in picked:
                    return None
                filled[slot.name] = picked[slot.name, ""]
    return cast("Move", KINDS[box.move](**filled))
