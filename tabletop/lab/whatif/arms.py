"""The two arms of a what-if: one match up to an entry, then its move or another, then players by temper.

Continuation `j` has the dice of `hash(seed, "whatif", j)` in both arms, and chance is keyed by name, so two
continuations of one number differ only by what the changed move touches. What was drawn before it stays
as it was drawn.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

from tabletop.errors import InvariantBroken, JournalError
from tabletop.game.notation import format_move, parse_move
from tabletop.game.records.moves import Move
from tabletop.journal.history import board_of, scenario_of
from tabletop.journal.reader import read
from tabletop.journal.store import MemoryStore
from tabletop.lab.batch import Outcome, play_out
from tabletop.players.roster import NAMES, player
from tabletop.scenario.compiler.lexicon import lexicon
from tabletop.table.match import Match
from tabletop.vocabulary import FACILITATOR, TABLE

STAND_IN = "patient"
"""The temper that goes on for a person, or for a player that is no temper."""


@dataclass(frozen=True, slots=True)
class Arm:
    """One way on from an entry, and who plays it.

    Attributes:
        journal: The journal's file.
        at: Number of the entry whose move is changed.
        move: What its seat does instead, in notation; empty for what it did.
        tempers: By seat, who goes on.
    """

    journal: Path
    at: int
    move: str
    tempers: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class BranchPoint:
    """A match where its arms part.

    Attributes:
        match: The match as it stood before the entry.
        seat: Whose move it was.
        move: The move that was made.
    """

    match: Match
    seat: str
    move: Move


@lru_cache(maxsize=2)
def branch_point(journal: Path, at: int) -> BranchPoint:
    """A match as it stood before an entry; read once in each process.

    Raises:
        OtherRules: It was played by other rules.
        JournalError: The file cannot be used, or the entry is no seat's move.
        ScenarioError: Its scenario is not valid for this version of the game.
    """
    kept = read(journal)
    kept.header.need_same_rules(str(journal))
    if not 1 <= at <= len(kept.entries):
        raise JournalError(f"{journal} holds the entries 1 to {len(kept.entries)}; there is no entry {at}")
    entry = kept.entries[at - 1]
    if entry.seat in {TABLE, FACILITATOR}:
        raise JournalError(
            f"entry {at} of {journal} is a step of the {entry.seat}, not a seat's move; "
            "a replay names the entries with their seats"
        )
    scenario = scenario_of(kept.header)
    store = MemoryStore(kept.header, kept.entries[: at - 1])
    match = Match(board_of(kept.header), lexicon(scenario), store)
    return BranchPoint(match, entry.seat, entry.move)


def both_arms(journal: Path, at: int, move: str, tempers: Mapping[str, str]) -> tuple[Arm, Arm]:
    """The two arms of a what-if, checked: as it was played, and with the change.

    Raises:
        JournalError: See `place`.
        ScenarioError: See `place`.
        NotationError: The move cannot be read.
        IllegalMove: The move is refused there, with its rule.
        SeatError: A temper is not known.
    """
    here = branch_point(journal, at)
    named = {seat: tempers.get(seat, _stand_in(keeper)) for seat, keeper in here.match.seating.items()}
    written = format_move(here.match.board, parse_move(here.match.board, move))
    arms = tuple(Arm(journal, at, line, tuple(named.items())) for line in ("", written))
    begun(arms[1], 0)
    return arms[0], arms[1]


def _stand_in(keeper: str) -> str:
    """Who goes on for whoever kept a seat."""
    return keeper if keeper in NAMES else STAND_IN


def begun(arm: Arm, number: int) -> Match:
    """A continuation, with the move of its arm made.

    Raises:
        IllegalMove: The move is refused.
    """
    here = branch_point(arm.journal, arm.at)
    match = here.match.branch(seed_of(here.match.store.header.seed, number), dict(arm.tempers))
    move = parse_move(match.board, arm.move) if arm.move else here.move
    match.submit(here.seat, move, match.turn(here.seat))
    return match


def seed_of(seed: int, number: int) -> int:
    """The seed of a continuation by its number."""
    return int.from_bytes(blake2b(f"{seed}|whatif/{number}".encode(), digest_size=7).digest())


def go_on(task: tuple[Arm, int]) -> Outcome:
    """Play one continuation of an arm to its end.

    Raises:
        InvariantBroken: The players left it unfinished.
    """
    arm, number = task
    match = begun(arm, number)
    if match.at_rest and not match.over:
        raise InvariantBroken(f"the match is paused at entry {arm.at}")
    key = str(branch_point(arm.journal, arm.at).match.store.header.seed)
    return play_out(match, {seat.id: player(match.seating[seat.id], seat, key) for seat in match.board.seats})
