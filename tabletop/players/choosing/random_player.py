"""The player that plays anything: a box at random, then a value at random for each of its slots.

It knows nothing of the game, so it goes where no sensible player goes; the fuzzer is built on it.
"""

from tabletop.errors import InvariantBroken
from tabletop.game.records.menu import Box, Choice, Count, Grid, Levers, Pick, Slot, SlotValue, Words
from tabletop.game.records.moves import Move, Terms
from tabletop.game.views import SeatView
from tabletop.players.choosing.boxes import build
from tabletop.players.choosing.random_stream import Stream
from tabletop.scenario.board.board import Board
from tabletop.table.port import Chosen, why

TRIES = 40
"""How often a grid is filled anew before its box counts as empty."""

LETTERS = "abcdefghijklmnopqrstuvwxyz ąćєїґ'<&[]{}|"
"""What random words are made of."""


class Uniform:
    """Plays uniformly over boxes and slot values.

    Attributes:
        avoid: Kinds of moves it never makes, such as `undo`.
    """

    __slots__ = ("avoid",)

    def __init__(self, avoid: frozenset[str] = frozenset()) -> None:
        self.avoid = avoid

    def choose(self, board: Board, view: SeatView, key: str) -> Chosen:
        """Any legal move."""
        del board
        stream = Stream(key)
        for box in stream.shuffled([box for box in view.legal.boxes if box.move not in self.avoid]):
            move = fill(box, stream)
            if move is not None:
                return Chosen(move, why("any"))
        raise InvariantBroken("a seat was asked to move but no box is open to it")


def fill(box: Box, stream: Stream) -> Move | None:
    """A move of the box with random slot values; None when no filling of a grid was found."""
    values: dict[str, SlotValue] = {}
    for slot in box.slots:
        value = sample(slot, stream)
        if value is None:
            return None
        values[slot.name] = value
    return build(box, values)


def sample(slot: Slot, stream: Stream) -> SlotValue | None:
    """A random value of a slot; None when it takes none."""
    match slot:
        case Pick():
            return stream.one_of(slot.choices) if slot.choices else None
        case Choice() | Count():
            return stream.one_of(slot.choices) if slot.choices else None
        case Words():
            length = stream.below(min(slot.most, 12) + 1)
            words = "".join(stream.one_of(LETTERS) for _ in range(max(length, 0 if slot.optional else 1)))
            return words if slot.optional or words.strip() else "a"
        case Levers():
            return tuple((lever, stream.one_of(options)) for lever, options in slot.levers)
        case Grid():
            return next((terms for _ in range(TRIES) if (terms := _cells(slot, stream)) is not None), None)


def _cells(grid: Grid, stream: Stream) -> Terms | None:
    """Random terms of a grid: a cell for each need first, then others up to a random size."""
    chosen: dict[int, int] = {}
    for group in stream.shuffled(grid.needs):
        if any(group[at] >> bit & 1 for at, bit in chosen.items()):
            continue
        free = [
            (at, bit)
            for at, mask in enumerate(group)
            if at not in chosen
            for bit in _bits(mask & grid.masks[at])
        ]
        if not free:
            return None
        at, bit = stream.one_of(free)
        chosen[at] = bit
    size = max(grid.low + stream.below(grid.high - grid.low + 1), len(chosen))
    for at in stream.shuffled([at for at, mask in enumerate(grid.masks) if mask and at not in chosen]):
        if len(chosen) >= size:
            break
        chosen[at] = stream.one_of(_bits(grid.masks[at]))
    terms = tuple((grid.clauses[at], chosen[at] - 1) for at in sorted(chosen))
    return None if grid.misfit(terms) else terms


def _bits(mask: int) -> tuple[int, ...]:
    """The places of the bits that are set."""
    return tuple(bit for bit in range(mask.bit_length()) if mask >> bit & 1)
