"""The legal moves of a seat as one collection: iterate, count, sample, ask with `in`.

A package over thirteen clauses has more values than anybody can list, so nothing is listed until it is asked for:
counting is arithmetic, iterating is lazy, sampling draws one.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, product
from math import prod

from tabletop.errors import Refusal
from tabletop.game.records.menu import Box, Choice, Count, Grid, Levers, Pick, Slot, SlotValue
from tabletop.game.records.moves import Move, Terms
from tabletop.game.views import SeatView
from tabletop.players.boxes.boxes import build
from tabletop.players.boxes.random_player import fill
from tabletop.players.boxes.random_stream import Stream

PLACEHOLDER = "…"
"""What stands for free text that a move must have, where moves are listed."""


class LegalMoves:
    """Every move that is open in a view; it stays as it was when the match goes on.

    Free text is no part of the collection: of moves that differ in their words alone one is counted and listed, and
    any of them is `in` it.
    """

    def __init__(self, view: SeatView) -> None:
        """Take the legal moves of a view.

        Args:
            view: What a seat sees; its boxes are read, nothing else.
        """
        self._legal = view.legal

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of moves that are open, each once."""
        return tuple(dict.fromkeys(box.move for box in self._legal.boxes))

    @property
    def closed(self) -> dict[str, Refusal]:
        """By kind that is not open: why, with the number of its rule."""
        return {shut.move: shut.refusal for shut in self._legal.closed}

    def boxes(self, kind: str = "") -> tuple[Box, ...]:
        """The open boxes, each a kind of move with the slots to fill; all of them, or those of one kind."""
        return tuple(box for box in self._legal.boxes if kind in {"", box.move})

    def count(self, kind: str = "") -> int:
        """How many moves there are, of all kinds or of one; worked out without listing them."""
        return sum(prod(map(size, box.slots)) for box in self.boxes(kind))

    def each(self, kind: str = "") -> Iterator[Move]:
        """Every move, of all kinds or of one; see `count` first, there may be millions."""
        for box in self.boxes(kind):
            names = [slot.name for slot in box.slots]
            for chosen in product(*map(values, box.slots)):
                yield build(box, dict(zip(names, chosen, strict=True)))

    def sample(self, key: str, kind: str = "") -> Move:
        """A move drawn by a key, the same one for the same key: first a box, then a value for each of its slots.

        Args:
            key: Any text; players are handed one with each question.
            kind: The kind wanted; empty for any but `undo`.

        Raises:
            LookupError: No such move is open.
        """
        stream = Stream(key)
        for box in stream.shuffled([box for box in self.boxes(kind) if kind or box.move != "undo"]):
            move = fill(box, stream)
            if move is not None:
                return move
        raise LookupError(f"no move of kind {kind!r} is open" if kind else "no move is open")

    def __contains__(self, move: object) -> bool:
        """Whether a move is open; anything that is no move is not."""
        kind = getattr(move, "kind", None)
        return isinstance(move, Move) and any(box.holds(move) for box in self.boxes(str(kind)))

    def __iter__(self) -> Iterator[Move]:
        """Every move; see `each`."""
        return self.each()

    def __len__(self) -> int:
        """How many moves there are.

        Raises:
            OverflowError: More than a Python length can say; `count` can.
        """
        return self.count()

    def __bool__(self) -> bool:
        """Whether anything is open."""
        return bool(self._legal.boxes)

    def __repr__(self) -> str:
        """Kinds and their numbers."""
        return f"<LegalMoves {', '.join(f'{kind}: {self.count(kind)}' for kind in self.kinds) or 'none'}>"


def size(slot: Slot) -> int:
    """How many values a slot takes; free text counts as one."""
    match slot:
        case Pick() | Choice() | Count():
            return len(slot.choices)
        case Levers():
            return prod(len(options) for _, options in slot.levers)
        case Grid():
            return grid_size(slot)
        case _:
            return 1


def grid_size(grid: Grid) -> int:
    """How many terms a grid takes: inclusion and exclusion over what must be chosen, less what may not be."""
    found = 0
    for count in range(len(grid.needs) + 1):
        for missed in combinations(grid.needs, count):
            free = [
                (mask & ~any_of(group[place] for group in missed)).bit_count()
                for place, mask in enumerate(grid.masks)
            ]
            found += (-1) ** count * sum(by_length(free)[grid.low : grid.high + 1])
    whole = replace(grid, without=())
    return found - sum(not whole.misfit(terms) for terms in set(grid.without))


def any_of(masks: Iterator[int]) -> int:
    """The bits that stand in any of some masks."""
    found = 0
    for mask in masks:
        found |= mask
    return found


def by_length(free: list[int]) -> list[int]:
    """By number of clauses: how many terms can be made of clauses with so many options each."""
    ways = [1, *[0] * len(free)]
    for options in free:
        for length in range(len(free), 0, -1):
            ways[length] += ways[length - 1] * options
    return ways


def values(slot: Slot) -> Iterator[SlotValue]:
    """Every value a slot takes; free text once, empty where it may be."""
    match slot:
        case Pick() | Choice() | Count():
            yield from slot.choices
        case Levers():
            names = [lever for lever, _ in slot.levers]
            for chosen in product(*(options for _, options in slot.levers)):
                yield tuple(zip(names, chosen, strict=True))
        case Grid():
            yield from grid_terms(slot)
        case _:
            yield "" if slot.optional else PLACEHOLDER


def grid_terms(grid: Grid) -> Iterator[Terms]:
    """Every terms that a grid takes, the shortest first."""
    cells = [[(clause, option) for option in options] for clause, options in grid.rows]
    for length in range(grid.low, grid.high + 1):
        for chosen in combinations(cells, length):
            yield from (terms for terms in product(*chosen) if not grid.misfit(terms))
