"""What a form posted, read back: a move that lies in a box of the view, or a refusal in words.

A field that is missing, comes twice, is not asked for or is out of range is refused with the rule of the move; what
people typed is made harmless here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from tabletop.errors import Refusal
from tabletop.game.records.menu import Box, Choice, Count, Grid, Levers, Pick, Slot, SlotValue, Words
from tabletop.game.records.moves import KINDS, Move
from tabletop.game.views import SeatView
from tabletop.ui.web.forms import Posted, posted_kind
from tabletop.words.language.sanitize import clean

FRAME = frozenset({"turn", "cid", "kind", "do"})
"""Fields of every form beside the move's own."""

PREVIEW, MAKE = "preview", "make"
"""What a form asks for, in its field `do`; without one the move is made."""

ANY_MOVE = "T1.2"
"""The rule that says which moves are open, for forms that name none."""

CID_MOST, DIGITS, LONGEST = 64, 9, 4000
"""Characters of a client's key, digits of a number, characters of a text that are read at most."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What a form says beside the move.

    Attributes:
        turn: The turn of the view that it was made from.
        cid: The client's key of the move.
        preview: Whether the move is only to be shown.
    """

    turn: int
    cid: str
    preview: bool


class Misread(Exception):
    """A field that cannot be read; never leaves this module."""

    def __init__(self, code: str, field: str, value: str = "") -> None:
        self.code, self.facts = code, (("slot", field), ("value", clean(value, 60)))
        super().__init__(code)


def frame_of(posted: Posted) -> Frame | Refusal:
    """Turn, key and wish of a form; or why it cannot be taken."""
    try:
        return Frame(_whole(_one(posted, "turn"), "turn"), _cid(posted), _wish(posted) == PREVIEW)
    except Misread as wrong:
        return Refusal(wrong.code, ANY_MOVE, wrong.facts)


def _cid(posted: Posted) -> str:
    """The client's key."""
    cid = _one(posted, "cid")
    if not cid or len(cid) > CID_MOST or not cid.isascii() or not cid.replace("-", "").isalnum():
        raise Misread("not-on-the-list", "cid", cid)
    return cid


def _wish(posted: Posted) -> str:
    """What the form asks for."""
    wish = _one(posted, "do") if "do" in posted else MAKE
    if wish not in {PREVIEW, MAKE}:
        raise Misread("not-on-the-list", "do", wish)
    return wish


def move_from(view: SeatView, posted: Posted) -> Move | Refusal:
    """The move that a form of the view makes, which lies in one of its boxes; or why there is none.

    Args:
        view: The view whose boxes the form was made from.
        posted: Its fields.
    """
    kinds = list(posted.get("kind", ()))
    if len(kinds) != 1 or kinds[0] not in KINDS:
        return Refusal("unknown-move", ANY_MOVE, (("kind", clean(posted_kind(posted), 60)),))
    kind = kinds[0]
    boxes = view.open(kind)
    if not boxes:
        shut = next((each.refusal for each in view.legal.closed if each.move == kind), None)
        return shut or Refusal("unknown-move", ANY_MOVE, (("kind", kind),))
    found = [_read(box, posted) for box in boxes]
    made = next((move for move in found if not isinstance(move, tuple)), None)
    if made is not None:
        return made
    return max((each for each in found if isinstance(each, tuple)), key=lambda each: each[0])[1]


def _read(box: Box, posted: Posted) -> Move | tuple[int, Refusal]:
    """The move in a box; else how many fields fitted, and the refusal of the first that did not."""
    filled: dict[str, SlotValue] = {}
    try:
        for slot in box.slots:
            filled[slot.name] = _fitting(slot, posted)
        _nothing_else(posted, filled)
    except Misread as wrong:
        return len(filled), Refusal(wrong.code, box.rule, wrong.facts)
    return cast("Move", KINDS[box.move](**filled))


def _fitting(slot: Slot, posted: Posted) -> SlotValue:
    """What a slot was filled in with, which it takes."""
    value = _value(slot, posted)
    if code := slot.misfit(value):
        raise Misread(code, slot.name, _said(value))
    return value


def _nothing_else(posted: Posted, filled: Mapping[str, SlotValue]) -> None:
    """A form says nothing that is not part of its move."""
    if extra := sorted(posted.keys() - filled.keys() - FRAME):
        raise Misread("field-unknown", extra[0], extra[0])


def _value(slot: Slot, posted: Posted) -> SlotValue:
    match slot:
        case Words():
            if slot.optional and slot.name not in posted:
                return ""
            return clean(_one(posted, slot.name), LONGEST)
        case Pick():
            return _one(posted, slot.name)
        case Choice() | Count():
            return _whole(_one(posted, slot.name), slot.name)
        case Grid():
            chosen = _rows(slot, posted)
            cells = {clause: _whole(option, slot.name) for clause, option in chosen}
            places = {clause: place for place, clause in enumerate(slot.clauses)}
            return tuple(sorted(cells.items(), key=lambda cell: places.get(cell[0], -1)))
        case Levers():
            given = dict(_rows(slot, posted))
            known = [(lever, given.pop(lever)) for lever, _ in slot.levers if lever in given]
            return (*known, *given.items())


def _rows(slot: Grid | Levers, posted: Posted) -> list[tuple[str, str]]:
    """The rows of a slot that were chosen, each once."""
    rows: list[tuple[str, str]] = []
    for value in posted.get(slot.name, ()):
        if not value:
            continue
        key, dot, chosen = value.partition(".")
        if not dot:
            raise Misread("not-on-the-list", slot.name, value)
        if any(key == other for other, _ in rows):
            raise Misread("field-twice", slot.name, key)
        rows.append((key, chosen))
    return rows


def _one(posted: Posted, name: str) -> str:
    """The one value of a field."""
    values = posted.get(name, ())
    if not values:
        raise Misread("field-missing", name, name)
    if len(values) > 1:
        raise Misread("field-twice", name, name)
    return values[0]


def _whole(value: str, name: str) -> int:
    """A whole number in plain digits."""
    digits = value.removeprefix("-")
    if not digits.isascii() or not digits.isdecimal() or len(digits) > DIGITS:
        raise Misread("not-a-number", name, value)
    return int(value)


def _said(value: SlotValue) -> str:
    """A value as a refusal names it."""
    if isinstance(value, tuple):
        return ", ".join(key for key, _ in value)
    return str(value)
