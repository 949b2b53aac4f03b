"""Legal moves as boxes with slots.

A box is one kind of move with slots; the slots' names are the move's own field names. Laws: every
combination of slot values in a box is legal; every legal move lies in exactly one box; boxes come from a
seat's sight alone; what is not open stands in `closed` with its refusal. The composer, plain mode, bots and
the fuzzer read this and nothing else.

Slots hold ids and numbers, never labels. Each says itself which values it takes: `misfit` is the code of a refusal,
empty for a value that fits; `each` goes through the values, `size` is their number; `only` is the one value of a slot
that leaves nothing to choose. Free text counts as one value.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product
from math import prod
from typing import Generic, Literal, TypeVar, cast

from tabletop.errors import Refusal
from tabletop.game.records.moves import Move, Terms

SlotValue = str | int | Terms | tuple[tuple[str, str], ...]
"""What a slot can take: an id or words, a number, clauses with options, levers with options."""

PLACEHOLDER = "…"
"""What stands for free text that a move must have, where moves are listed."""


V = TypeVar("V", str, int)


class OneOf(Generic[V]):
    """Choose one value of those that are listed."""

    __slots__ = ()

    @property
    def choices(self) -> Sequence[V]:
        """Every value, in order."""
        raise NotImplementedError

    @property
    def only(self) -> V | None:
        """The value, where there is but one."""
        return self.choices[0] if len(self.choices) == 1 else None

    @property
    def size(self) -> int:
        """How many values there are."""
        return len(self.choices)

    def each(self) -> Iterator[SlotValue]:
        """Every value, in order."""
        yield from self.choices


@dataclass(frozen=True, slots=True)
class Pick(OneOf[str]):
    """Choose one of `ids`."""

    name: str
    ids: tuple[str, ...]
    slot: Literal["pick"] = "pick"

    @property
    def choices(self) -> Sequence[str]:
        """Every value, in order."""
        return self.ids

    def misfit(self, value: SlotValue) -> str:
        """One of the ids."""
        return "" if value in self.ids else "not-on-the-list"


@dataclass(frozen=True, slots=True)
class Choice(OneOf[int]):
    """Choose one paper or number of `values`."""

    name: str
    values: tuple[int, ...]
    slot: Literal["choice"] = "choice"

    @property
    def choices(self) -> Sequence[int]:
        """Every value, in order."""
        return self.values

    def misfit(self, value: SlotValue) -> str:
        """One of the numbers."""
        return "" if value in self.values else "no-such-paper"


@dataclass(frozen=True, slots=True)
class Count(OneOf[int]):
    """Choose a whole number from `low` to `high`."""

    name: str
    low: int
    high: int
    unit: str
    slot: Literal["count"] = "count"

    @property
    def choices(self) -> Sequence[int]:
        """Every value, in order."""
        return range(self.low, self.high + 1)

    def misfit(self, value: SlotValue) -> str:
        """A whole number within the bounds; True is no count."""
        inside = isinstance(value, int) and not isinstance(value, bool) and self.low <= value <= self.high
        return "" if inside else "out-of-range"


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

    only = None

    @property
    def rows(self) -> tuple[tuple[str, tuple[int, ...]], ...]:
        """The clauses that are open, each with its options in order; SILENT takes a position back."""
        return tuple(
            (clause, tuple(bit - 1 for bit in range(mask.bit_length()) if mask >> bit & 1))
            for clause, mask in zip(self.clauses, self.masks, strict=True)
            if mask
        )

    def misfit(self, value: SlotValue) -> str:
        """Some clauses in order, each with an option that is open; the needs met; not one of the excluded texts."""
        terms = cast("Terms", value)
        places = {clause: place for place, clause in enumerate(self.clauses)}
        if any(clause not in places for clause, _ in terms):
            return "no-such-clause"
        order = [places[clause] for clause, _ in terms]
        if sorted(set(order)) != order:
            return "clauses-out-of-order"
        if len(terms) < self.low:
            return "too-few-clauses"
        if len(terms) > self.high:
            return "too-many-clauses"
        cells = [(places[clause], option + 1) for clause, option in terms]
        if any(bit < 0 or not self.masks[place] >> bit & 1 for place, bit in cells):
            return "option-not-open"
        if self.unmet(dict(terms)) is not None:
            return "each-must-see-the-other-move"
        return "said-already" if terms in self.without else ""

    def unmet(self, chosen: Mapping[str, int]) -> tuple[int, ...] | None:
        """The first of the needs that no chosen cell meets, or None."""
        for need in self.needs:
            cells = zip(self.clauses, need, strict=True)
            if not any(clause in chosen and mask >> chosen[clause] + 1 & 1 for clause, mask in cells):
                return need
        return None

    @property
    def size(self) -> int:
        """How many terms there are: inclusion and exclusion over what must be chosen, less what may not be."""
        found = 0
        for count in range(len(self.needs) + 1):
            for missed in combinations(self.needs, count):
                free = [left(mask, [need[place] for need in missed]) for place, mask in enumerate(self.masks)]
                found += (-1) ** count * sum(ways_by_length(free)[self.low : self.high + 1])
        whole = replace(self, without=())
        return found - sum(not whole.misfit(terms) for terms in set(self.without))

    def each(self) -> Iterator[SlotValue]:
        """Every terms that fit, the shortest first."""
        cells = [[(clause, option) for option in options] for clause, options in self.rows]
        for length in range(self.low, self.high + 1):
            for chosen in combinations(cells, length):
                yield from (terms for terms in product(*chosen) if not self.misfit(terms))


def left(mask: int, without: Sequence[int]) -> int:
    """How many options of a mask stand in none of some others."""
    for other in without:
        mask &= ~other
    return mask.bit_count()


def ways_by_length(free: Sequence[int]) -> list[int]:
    """By number of clauses: how many terms can be made of clauses with so many options each."""
    ways = [1, *[0] * len(free)]
    for options in free:
        for length in range(len(free), 0, -1):
            ways[length] += ways[length - 1] * options
    return ways


@dataclass(frozen=True, slots=True)
class Levers:
    """Choose one option for each lever.

    Attributes:
        levers: Lever and its options, in the scenario's order.
    """

    name: str
    levers: tuple[tuple[str, tuple[str, ...]], ...]
    slot: Literal["levers"] = "levers"

    only = None

    @property
    def size(self) -> int:
        """How many choices there are."""
        return prod(len(options) for _, options in self.levers)

    def each(self) -> Iterator[SlotValue]:
        """Every choice."""
        names = [lever for lever, _ in self.levers]
        for chosen in product(*(options for _, options in self.levers)):
            yield tuple(zip(names, chosen, strict=True))

    def misfit(self, value: SlotValue) -> str:
        """One option for each lever, in order."""
        choices = cast("tuple[tuple[str, str], ...]", value)
        if tuple(lever for lever, _ in choices) != tuple(lever for lever, _ in self.levers):
            return "a-lever-is-missing"
        fits = all(option in options for (_, option), (_, options) in zip(choices, self.levers, strict=True))
        return "" if fits else "not-on-the-list"


@dataclass(frozen=True, slots=True)
class Words:
    """Free text of at most `most` characters; never part of the product."""

    name: str
    most: int
    optional: bool
    slot: Literal["words"] = "words"

    only = None

    @property
    def size(self) -> int:
        """Free text counts as one value."""
        return 1

    def each(self) -> Iterator[SlotValue]:
        """Free text once, empty where it may be."""
        yield "" if self.optional else PLACEHOLDER

    def misfit(self, value: SlotValue) -> str:
        """Text that is not too long, and not blank unless it may be left out."""
        if not isinstance(value, str) or len(value) > self.most:
            return "too-long"
        return "" if value.strip() or self.optional else "words-wanted"


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

    def holds(self, move: Move) -> bool:
        """Whether a move lies in the box."""
        return move.kind == self.move and not any(
            slot.misfit(getattr(move, slot.name)) for slot in self.slots
        )


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
