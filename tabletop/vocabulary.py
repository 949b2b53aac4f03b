"""The vocabulary: ids, phases and units that every floor of the house shares.

Words are the field's own: seat, party, clause, option, sitting, initial, ratify. A module above may use
these names; nothing here knows a rule.
"""

from dataclasses import Field
from enum import StrEnum
from typing import Any, TypeGuard

TABLE = "table"
"""The seat that moves by itself: the calendar, sealed things being opened, a fortnight passing (T1.4)."""

FACILITATOR = "facilitator"
"""The seat of the person who runs the exercise."""

SILENT = -1
"""A seat without a position on a clause; a clause left out of the text."""

ONLOOKER = -1
"""The place of one who only watches."""

CONTROL = -2
"""The place of the facilitator."""

CLOCK = -3
"""The place of the table itself."""

EVERYONE = -1
"""The audience mask with every bit set: public."""


class Phase(StrEnum):
    """Where the talks stand (rule T1.1)."""

    SCHEDULED = "scheduled"
    PLENARY = "plenary"
    DRAFTING = "drafting"
    INTERRUPTED = "interrupted"
    SUSPENDED = "suspended"
    RECESSED = "recessed"
    INITIALLED = "initialled"
    HOLDING = "holding"
    DISPUTED = "disputed"
    BREACHED = "breached"
    HELD = "held"
    RELAPSED = "relapsed"
    BROKE = "broke"
    REJECTED = "rejected"
    COLLAPSED = "collapsed"
    EXPIRED = "expired"


ENDS = frozenset({Phase.HELD, Phase.RELAPSED, Phase.BROKE, Phase.REJECTED, Phase.COLLAPSED, Phase.EXPIRED})
"""The six ends of a match."""

IN_FORCE = frozenset({Phase.HOLDING, Phase.DISPUTED, Phase.BREACHED})
"""The phases of the aftermath."""


LATER: dict[str, bool] = {"later": True}
"""Marks a field that records of earlier versions did not have: while it is empty no digest counts it."""


def _is_row(value: object) -> TypeGuard[tuple[object, ...]]:
    return isinstance(value, tuple)


def counted(field: Field[Any], value: object) -> bool:
    """Whether a digest counts a field: always, but for a later one while it is empty, 0 or a row of those."""
    if LATER.items() <= field.metadata.items():
        return any(value) if _is_row(value) else bool(value)
    return True


class Role(StrEnum):
    """What a seat is in the talks."""

    PARTY = "party"
    MEDIATOR = "mediator"
    OUTSIDE = "outside"


class Unit(StrEnum):
    """Units of every quantity in the state; the number in the state is an integer in this unit."""

    POINT = "0.01 point"
    SHARE = "per ten thousand"
    PEOPLE = "people"
    MEGAWATT = "MW"
    AREA = "km²"
    PIECE = "pieces"
    HOMES = "homes"
    COUNT = "count"
    ROUND = "rounds"


SCALE: dict[Unit, int] = {Unit.POINT: 100, Unit.SHARE: 100}
"""How many state integers make one unit as authors write it (points, per cent); all others are one to one."""
