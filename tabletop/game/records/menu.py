"""Legal moves as boxes with slots.

A box is one kind of move with slots; the slots' names are the move's own field names. Laws: every
combination of slot values in a box is legal; every legal move lies in exactly one box; boxes come from a
seat's sight alone; what is not open stands in `closed` with its refusal. The composer, plain mode, bots and
the fuzzer read this and nothing else.

Slots hold ids and numbers, never labels.
"""

from dataclasses import dataclass
from typing import Literal

from tabletop.errors import Refusal
from tabletop.game.records.moves import Terms


@dataclass(frozen=True, slots=True)
class Pick:
    """Choose one of `ids`."""

    name: str
    ids: tuple[str, ...]
    slot: Literal["pick"] = "pick"


@dataclass(frozen=True, slots=True)
class Choice:
    """Choose one paper or number of `values`."""

    name: str
    values: tuple[int, ...]
    slot: Literal["choice"] = "choice"


@dataclass(frozen=True, slots=True)
class Count:
    """Choose a whole number from `low` to `high`."""

    name: str
    low: int
    high: int
    unit: str
    slot: Literal["count"] = "count"


@dataclass(frozen=True, slots=True)
class Grid:
    """Choose `low` to `high` clauses and one option on each.

    Attributes:
        clauses: Clause ids, in the scenario's order.
        masks: By clause: bit `option + 1` for each option that may be chosen; bit 0 for taking back.
        needs: Groups of masks like `masks`: from each group at least one cell must be chosen.
        without: Terms that may not be chosen as a whole.
    """

    name: str
    clauses: tuple[str, ...]
    masks: tuple[int, ...]
    low: int
    high: int
    needs: tuple[tuple[int, ...], ...] = ()
    without: tuple[Terms, ...] = ()
    slot: Literal["grid"] = "grid"


@dataclass(frozen=True, slots=True)
class Levers:
    """Choose one option for each lever.

    Attributes:
        levers: Lever and its options, in the scenario's order.
    """

    name: str
    levers: tuple[tuple[str, tuple[str, ...]], ...]
    slot: Literal["levers"] = "levers"


@dataclass(frozen=True, slots=True)
class Words:
    """Free text of at most `most` characters; never part of the product."""

    name: str
    most: int
    optional: bool
    slot: Literal["words"] = "words"


Slot = Pick | Choice | Count | Grid | Levers | Words
"""Any slot."""


@dataclass(frozen=True, slots=True)
class Box:
    """One kind of move that is open.

    Attributes:
        move: Kind of the move.
        rule: The rule that opens it.
        seen: `public`, `pair` or `own`: who will see it.
        costs: Moves it uses up of the sitting's budget.
        steps: 2 when the screen must ask to confirm and restate the terms.
        slots: What must be chosen.
    """

    move: str
    rule: str
    seen: Literal["public", "pair", "own"]
    costs: int
    steps: Literal[1, 2]
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class Closed:
    """A kind of move that is not open, and why."""

    move: str
    refusal: Refusal


@dataclass(frozen=True, slots=True)
class Legal:
    """All that a seat may do now."""

    boxes: tuple[Box, ...]
    closed: tuple[Closed, ...]
