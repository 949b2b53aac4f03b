"""The legal moves of a seat as one collection: iterate, count, sample, ask with `in`.

A package over thirteen clauses has more values than anybody can list, so nothing is listed until it is asked for:
counting is arithmetic, iterating is lazy, sampling draws one.
"""

from collections.abc import Iterator
from itertools import product
from math import prod

from tabletop.api import arguments
from tabletop.errors import IllegalMove, Refusal, WrongArgument, unknown
from tabletop.game.records.menu import Box
from tabletop.game.records.moves import KINDS, Move
from tabletop.game.views import SeatView
from tabletop.players.choosing.boxes import build
from tabletop.players.choosing.random_player import fill
from tabletop.players.choosing.random_stream import Stream


class ClosedKinds(dict[str, Refusal]):
    """By kind that is not open: why. Asked with `[]` for any other kind it says what to ask instead."""

    def __missing__(self, kind: object) -> Refusal:
        """What is said of a kind that is not in it.

        Raises:
            WrongArgument: It is open, or there is no such kind.
        """
        checked = known_kind(kind)
        raise WrongArgument(
            f"moves of kind {checked!r} are not closed: boxes({checked!r}) gives what is open"
        )


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
        """By kind that is not open: why, with the number of its rule; `[]` refuses every other kind."""
        return ClosedKinds({shut.move: shut.refusal for shut in self._legal.closed})

    def boxes(self, kind: str = "") -> tuple[Box, ...]:
        """The open boxes, each a kind of move with the slots to fill; all of them, or those of one kind.

        Raises:
            WrongArgument: There is no such kind of move.
        """
        if kind:
            known_kind(kind)
        return tuple(box for box in self._legal.boxes if kind in {"", box.move})

    def count(self, kind: str = "") -> int:
        """How many moves there are, of all kinds or of one; worked out without listing them.

        Raises:
            WrongArgument: There is no such kind of move.
        """
        return sum(prod(slot.size for slot in box.slots) for box in self.boxes(kind))

    def each(self, kind: str = "") -> Iterator[Move]:
        """Every move, of all kinds or of one; see `count` first, there may be millions.

        Raises:
            WrongArgument: There is no such kind of move.
        """
        return (move for box in self.boxes(kind) for move in moves_of(box))

    def sample(self, key: str, kind: str = "") -> Move:
        """A move drawn by a key, the same one for the same key: first a box, then a value for each of its slots.

        Args:
            key: Any text; players are handed one with each question.
            kind: The kind wanted; empty for any but `undo`.

        Raises:
            WrongArgument: There is no such kind of move, or the key is no text.
            IllegalMove: No such move is open; `refusal` says why.
        """
        arguments.text("key", key)
        stream = Stream(key)
        for box in stream.shuffled([box for box in self.boxes(kind) if kind or box.move != "undo"]):
            move = fill(box, stream)
            if move is not None:
                return move
        nothing = Refusal("nothing-is-open", "T1.2")
        why = self.closed.get(kind, nothing) if kind else next(iter(self.closed.values()), nothing)
        wanted = f"no move of kind {kind!r} is open" if kind else "no move is open"
        raise IllegalMove(why, f"{wanted} ({why.code}, rule {why.rule}); {self.told_open()}")

    def told_open(self) -> str:
        """What is open, for the end of an error's sentence."""
        return f"open are: {', '.join(self.kinds)}" if self.kinds else "nothing else is open to this seat now"

    def __contains__(self, move: object) -> bool:
        """Whether a move is open; anything that is no move is not."""
        kind = getattr(move, "kind", None)
        return isinstance(move, Move) and any(
            box.holds(move) for box in self._legal.boxes if box.move == kind
        )

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


def known_kind(kind: object) -> str:
    """A kind of move there is.

    Raises:
        WrongArgument: It is none; the nearest is named.
    """
    name = arguments.text("kind", kind)
    if name not in KINDS:
        raise WrongArgument(unknown("kind of move", name, KINDS))
    return name


def moves_of(box: Box) -> Iterator[Move]:
    """Every move of a box."""
    names = [slot.name for slot in box.slots]
    for chosen in product(*(slot.each() for slot in box.slots)):
        yield build(box, dict(zip(names, chosen, strict=True)))
