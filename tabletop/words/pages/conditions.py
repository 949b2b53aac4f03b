"""The heart of the table room: every party's conditions against the draft, and what weighs with the reader.

Public conditions are where a seat stands in public. What weighs with the reader is its own, by its weights,
and never beside another seat's numbers.
"""

from dataclasses import dataclass

from tabletop.game.views import Condition, SeatView
from tabletop.vocabulary import SILENT
from tabletop.words.language.voice import Voice

STATES = ("unmet", "met", "unclear")
"""The states in the order they should be read: what is refused first."""

GOOD, POOR = 67, 33
"""Worth of an option to its reader, of 100, from which it counts as good, and up to which as poor."""


@dataclass(frozen=True, slots=True)
class ConditionLine:
    """One line of a block.

    Attributes:
        state: `met`, `unmet`, `partly` or `unclear`.
        text: The condition: clause and option.
        clause: The clause's id.
    """

    state: str
    text: str
    clause: str


@dataclass(frozen=True, slots=True)
class ConditionBlock:
    """The conditions of one seat.

    Attributes:
        seat: Whose they are; empty for what is the reader's alone.
        name: The heading: the seat, or what the block is about.
        lines: The conditions, the ones not met first; those open in the draft are not among them.
        unclear: Its conditions on clauses that are open in the draft, in one sentence; empty for none and for
            all, which the tally says.
        tally: How many are met, not met and open; empty for the reader's own.
    """

    seat: str
    name: str
    lines: tuple[ConditionLine, ...]
    unclear: str = ""
    tally: str = ""

    @property
    def title(self) -> str:
        """The heading with its tally."""
        return f"{self.name}   {self.tally}" if self.tally else self.name


def condition_blocks(voice: Voice, view: SeatView, most: int = 5) -> tuple[ConditionBlock, ...]:
    """Public conditions seat by seat, the reader's own first, then the parties'; last what weighs with the reader.

    Args:
        voice: The reader.
        view: What it sees.
        most: Lines of the reader's own block.
    """
    board = voice.board
    parties = [board.seats[at].id for at in board.parties]
    order = sorted(
        (seat.id for seat in board.seats), key=lambda seat: (seat != voice.seat, seat not in parties)
    )
    stated = {condition.seat for condition in view.conditions}
    public = [_public(voice, seat, view.conditions) for seat in order if seat in stated]
    if own := _own(voice, view, most):
        public.append(own)
    return tuple(public)


def _public(voice: Voice, seat: str, conditions: tuple[Condition, ...]) -> ConditionBlock:
    mine = [each for each in conditions if each.seat == seat]
    counts = {state: sum(each.state == state for each in mine) for state in STATES}
    said = voice.table["conditions.count"].format(
        met=counts["met"], unmet=counts["unmet"], unclear=counts["unclear"]
    )
    stated = [
        ConditionLine(
            each.state,
            f"{voice.clause(each.clause)}: {voice.option(each.clause, each.option)}"
            + (f" {voice.table['text.vow']}" if each.vow else ""),
            each.clause,
        )
        for each in mine
    ]
    lines = tuple(line for state in STATES[:2] for line in stated if line.state == state)
    left = [voice.clause(line.clause) for line in stated if line.state == STATES[2]]
    some = left and len(left) < len(stated)
    unclear = voice.say("conditions.unclear", clauses=", ".join(left)) if some else ""
    return ConditionBlock(seat, f"{voice.name(seat)}{_you(voice, seat)}", lines, unclear, said)


def _you(voice: Voice, seat: str) -> str:
    return f" ({voice.table['seat.you']})" if seat == voice.seat else ""


def _own(voice: Voice, view: SeatView, most: int) -> ConditionBlock | None:
    """What weighs most with the reader, and what the draft makes of it; None for an onlooker."""
    mine, board = view.sight.mine, voice.board
    if mine is None or view.sight.seat < 0:
        return None
    order = sorted(range(len(board.clauses)), key=lambda at: -mine.weights[at])[:most]
    lines: list[ConditionLine] = []
    for at in order:
        weight = mine.weights[at]
        if weight <= 0:
            continue
        clause, option = board.clauses[at], view.draft[at]
        worth = clause.options[option].values[view.sight.seat] if option != SILENT else -1
        state = "unclear" if worth < 0 else "met" if worth >= GOOD else "unmet" if worth <= POOR else "partly"
        slug = "conditions.weighs" if worth < 0 else "conditions.weighs-worth"
        text = voice.table[slug].format(
            clause=voice.clause(clause.id), weight=round(weight / 100), worth=worth
        )
        lines.append(ConditionLine(state, text, clause.id))
    return ConditionBlock("", voice.say("conditions.own"), tuple(lines)) if lines else None
