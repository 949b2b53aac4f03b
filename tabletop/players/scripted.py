"""Players that play a part: lines to be made at their place in a match, and otherwise nothing but manners.

A line names a kind of move and what its slots hold; it is made when a box is open that holds it. So a part never
breaks a rule and never stops a match: what cannot be said any more is left out, and what has to be answered is
answered with the first thing the box offers.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tabletop.errors import InvariantBroken
from tabletop.game.records.menu import Box, Choice, Count, Grid, Levers, Pick, Slot, SlotValue, Words
from tabletop.game.records.moves import Move, Terms
from tabletop.game.views import SeatView
from tabletop.players.choosing.boxes import boxes, build
from tabletop.scenario.board.board import Board
from tabletop.table.port import Chosen, why

AVOIDED = frozenset({"undo", "object", "walk-out", "end-talks", "recess", "last-look"})
"""Kinds a part never falls back to."""

Said = Mapping[str, str | int | Mapping[str, str]]
"""What a line says, by slot; the options of clauses and levers by their slugs."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a part.

    Attributes:
        kind: The kind of move.
        said: What its slots hold; a slot that is not named takes the first thing it offers.
        round: The round it belongs to, 0 for any.
        left: How many moves the seat must have left in the sitting, -1 for any number.
    """

    kind: str
    said: Said = field(default_factory=dict[str, str | int | Mapping[str, str]])
    round: int = 0
    left: int = -1


class Scripted:
    """Makes the first line of its part that is open here."""

    __slots__ = ("part",)

    def __init__(self, part: tuple[Line, ...]) -> None:
        self.part = part

    def choose(self, board: Board, view: SeatView, key: str) -> Chosen:
        """The move of the part, or a pass, or the plainest thing that is open.

        Raises:
            InvariantBroken: Nothing is open to a seat that was asked.
        """
        del key
        talks = view.sight.talks
        left = talks.moves_left[view.sight.seat]
        for line in self.part:
            if line.round in {0, talks.round} and line.left in {-1, left}:
                for box in boxes(view, line.kind):
                    move = filled(board, box, line.said)
                    if move is not None:
                        return Chosen(move, why("part"))
        for box in (*boxes(view, "pass"), *view.legal.boxes):
            move = None if box.move in AVOIDED else filled(board, box, {})
            if move is not None:
                return Chosen(move, why("part-over"))
        raise InvariantBroken("a seat was asked to move but no box is open to it")


def filled(board: Board, box: Box, said: Said) -> Move | None:
    """The move of a box that holds what is said; None when the box does not hold it."""
    values: dict[str, SlotValue] = {}
    for slot in box.slots:
        value = _spoken(board, slot, said[slot.name]) if slot.name in said else _first(slot)
        if value is None or slot.misfit(value):
            return None
        values[slot.name] = value
    return build(box, values)


def _spoken(board: Board, slot: Slot, word: str | int | Mapping[str, str]) -> SlotValue | None:
    """What a line says of a slot, as the slot holds it."""
    if not isinstance(word, Mapping):
        return word
    if isinstance(slot, Levers):
        return tuple((lever, word.get(lever, options[0])) for lever, options in slot.levers)
    return _terms(board, word)


def _terms(board: Board, options: Mapping[str, str]) -> Terms | None:
    """Clauses with options by their slugs, in the order of the board; None when the board has no such option."""
    terms: list[tuple[str, int]] = []
    for clause in board.clauses:
        if clause.id in options:
            places = [option.id for option in clause.options]
            if options[clause.id] not in places:
                return None
            terms.append((clause.id, places.index(options[clause.id])))
    return tuple(terms) if len(terms) == len(options) else None


def _first(slot: Slot) -> SlotValue | None:
    """The first thing a slot offers; nothing for a grid, whose cells have to be meant."""
    match slot:
        case Pick() | Choice() | Count():
            return slot.choices[0] if slot.choices else None
        case Levers():
            return tuple((lever, options[0]) for lever, options in slot.levers)
        case Words():
            return "" if slot.optional else None
        case Grid():
            return None


TUTORIAL: Mapping[str, tuple[Line, ...]] = {
    "russia": (
        Line("orders", {"choices": {"tempo": "probe", "strikes": "mixed", "recruitment": "normal", "restraint": "no"}}),
        Line("answer-strike", {"answer": "deny"}),
        Line("answer-strike", {"answer": "go-on"}),
        Line("answer-bridge", {"answer": "yes"}),
        Line(
            "offer",
            {"to": "ukraine", "channel": "open", "sittings": 1,
             "terms": {"verify": "civil-mission", "people": "all-for-all"}},
            round=1,
            left=3,
        ),
        Line("position", {"terms": {"people": "all-for-all"}}, round=2, left=3),
        Line("initial"),
    ),
    "us": (
        Line("convene"),
        Line("orders", {"choices": {"aid": "hold", "sanctions": "hold", "focus": "mid"}}),
        Line("answer-strike", {"answer": "go-on"}),
        Line("bridge", {"terms": {"scope": "energy", "ratification": "referendum"}}, round=2, left=3),
        Line("draft", {"instrument": "exchange"}, round=2, left=2),
        Line("initial"),
    ),
    "europe": (
        Line("orders", {"choices": {"first": "generators", "second": "interceptors"}}),
        Line("answer-strike", {"answer": "go-on"}),
        Line("initial"),
    ),
}  # fmt: skip
"""The parts of the tutorial, by seat: a package, a bridge, and one clause to be signed as an interim text."""
