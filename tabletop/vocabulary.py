"""The vocabulary: ids, phases and units that every floor of the house shares.

Words are the field's own: seat, party, clause, option, sitting, initial, ratify. A module above may use
these names; nothing here knows a rule.
"""

from dataclasses import Field, dataclass
from enum import StrEnum
from typing import Any, TypeGuard

RULESET = "2.2"
"""The version of the rulebook that this program decides by."""

TABLE = "table"
"""The seat that moves by itself: the calendar, sealed things being opened, a fortnight passing (T1.4)."""

FACILITATOR = "facilitator"
"""The seat of the person who runs the exercise."""

OBSERVER = "observer"
"""A chair by the wall: it sees what is public and cannot move."""

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

DEALT_TEMPERS = ("hard", "patient", "trading", "yielding", "stalling")
"""Tempers of bots that a seed may deal and a scenario may give a seat."""

TEMPERS = (*DEALT_TEMPERS, "search")
"""Every temper of a bot; `search` looks ahead, and is only chosen by name."""

MIXED = "mixed"
"""Asked for in the place of a temper: the seed deals one."""

BOTS = (MIXED, *TEMPERS)
"""What a bot may be asked to be, in the order in which a set-up offers it."""


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
    STOPPED = "stopped"


PLAYED_OUT = frozenset(
    {Phase.HELD, Phase.RELAPSED, Phase.BROKE, Phase.REJECTED, Phase.COLLAPSED, Phase.EXPIRED}
)
"""The six ends that a match comes to by being played."""

ENDS = PLAYED_OUT | {Phase.STOPPED}
"""Every end of a match: those, and the facilitator's bell."""

IN_FORCE = frozenset({Phase.HOLDING, Phase.DISPUTED, Phase.BREACHED})
"""The phases of the aftermath."""


LATER: dict[str, bool] = {"later": True}
"""Metadata of a field that was added after journals had been written: `field(default=…, metadata=LATER)`.

A digest over a record counts every field. A later one is not counted while it is empty (0, `""`, None, or a tuple of
those), so a record made from an old scenario keeps the digest that old journals hold. Its default must be empty.
"""


def formerly(name: str) -> dict[str, str]:
    """Marks a field that was renamed: the digest of a board knows it by its old name, so old journals still agree."""
    return {"formerly": name}


def counted(field: Field[Any], value: object) -> bool:
    """Whether a digest counts a field with this value (see `LATER`)."""
    if LATER.items() <= field.metadata.items():
        return any(value) if _is_tuple(value) else bool(value)
    return True


def _is_tuple(value: object) -> TypeGuard[tuple[object, ...]]:
    return isinstance(value, tuple)


class Role(StrEnum):
    """What a seat is in the talks."""

    PARTY = "party"
    MEDIATOR = "mediator"
    OUTSIDE = "outside"


class Unit(StrEnum):
    """Units of quantities in the state, where every number is an integer."""

    POINT = "0.01 point"
    SHARE = "per ten thousand"
    PEOPLE = "people"
    MEGAWATT = "MW"
    AREA = "km²"
    HOMES = "homes"
    COUNT = "count"
    ROUND = "rounds"


SCALE: dict[Unit, int] = {Unit.POINT: 100, Unit.SHARE: 100}
"""How many state integers make one unit as authors write it (points, per cent); all others are one to one."""

Effects = tuple[tuple[str, int], ...]
"""Paths of quantities and their shift, in the state's unit."""

WRITTEN: dict[str, int] = {"points": 100, "per cent": 100, "a month": 10_000}
"""How many integers of play make one of a unit that authors write beside a number; one of every other unit."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What a quantity of the state is measured in.

    Attributes:
        seats: How many seats its path names: none, one (`war.force.ukraine`), or two where it is what one seat
            thinks of another (`home.trust.ukraine.russia`).
        authored: Whether a scenario's effects may shift it.
    """

    unit: Unit
    seats: int = 0
    authored: bool = True


MEASURES: dict[str, Measure] = {
    "war.force": Measure(Unit.PEOPLE, 1),
    "war.lethality": Measure(Unit.SHARE, 1),
    "war.recruiting": Measure(Unit.SHARE),
    "war.momentum": Measure(Unit.SHARE),
    "war.headroom": Measure(Unit.SHARE),
    "war.air_cover": Measure(Unit.SHARE),
    "war.grid": Measure(Unit.MEGAWATT),
    "war.held": Measure(Unit.SHARE),
    "war.ground": Measure(Unit.AREA),
    "war.lost": Measure(Unit.PEOPLE, 1, authored=False),
    "war.lost_before": Measure(Unit.PEOPLE, 1, authored=False),
    "war.joined": Measure(Unit.PEOPLE, 1, authored=False),
    "war.strain": Measure(Unit.SHARE, authored=False),
    "war.dark": Measure(Unit.HOMES, authored=False),
    "war.struck": Measure(Unit.COUNT, authored=False),
    "war.programme": Measure(Unit.SHARE, authored=False),
    "war.drones": Measure(Unit.COUNT, authored=False),
    "war.missiles": Measure(Unit.COUNT, authored=False),
    "war.recruits": Measure(Unit.PEOPLE, authored=False),
    "war.over": Measure(Unit.COUNT),
    "alliance.patience": Measure(Unit.POINT),
    "alliance.attention": Measure(Unit.POINT),
    "alliance.cohesion": Measure(Unit.POINT),
    "alliance.support": Measure(Unit.POINT),
    "alliance.force_step": Measure(Unit.POINT),
    "alliance.capital": Measure(Unit.POINT, 1),
    "alliance.leans": Measure(Unit.POINT, 1),
    "alliance.lean_weight": Measure(Unit.SHARE, authored=False),
    "alliance.passing": Measure(Unit.POINT, 1),
    "home.audience": Measure(Unit.POINT, 1),
    "home.trust": Measure(Unit.POINT, 2),
    "home.credit": Measure(Unit.SHARE, 1),
    "home.alternative": Measure(Unit.POINT, 1),
    "home.optimism": Measure(Unit.POINT, 1, authored=False),
    "home.banked": Measure(Unit.POINT, 1),
    "home.sincerity": Measure(Unit.SHARE, 1, authored=False),
}
"""Every quantity that has a path, by chapter and field: the one place that says its unit."""


def measure(path: str) -> Measure | None:
    """The measure of the quantity that a path names, its seats left aside; None for no such quantity."""
    return MEASURES.get(".".join(path.split(".")[:2]))


def unit_of(path: str) -> Unit:
    """The unit of the quantity that a path names.

    Raises:
        KeyError: There is no such quantity.
    """
    return MEASURES[".".join(path.split(".")[:2])].unit
