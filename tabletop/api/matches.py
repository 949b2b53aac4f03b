"""Opening matches: dealt anew, taken up from a journal to go on, or read from one to look at."""

import os
from collections.abc import Collection, Mapping
from pathlib import Path

from tabletop.api import arguments
from tabletop.api.match import Match
from tabletop.api.players import Keeper, check_keepers, check_players, keeper_name
from tabletop.errors import SeatError
from tabletop.journal.history import board_of, scenario_of
from tabletop.journal.reader import read as read_file
from tabletop.journal.store import MemoryStore
from tabletop.scenario.library import open_scenario
from tabletop.scenario.scenario import Scenario
from tabletop.table import match as table
from tabletop.table.cache import words_of
from tabletop.vocabulary import MIXED, RULESET

FLAGSHIP = "abu-dhabi-2026"
"""The scenario that comes with the package."""


def draw_seed() -> int:
    """A seed nobody chose, below 2^32; say it where it is used, so that the match can be played again."""
    return int.from_bytes(os.urandom(4))


def new_match(
    scenario: str | Path | Scenario = FLAGSHIP,
    *,
    seats: Mapping[str, Keeper] | None = None,
    seed: int | None = None,
    format_id: str = "class",
    door: str = "standard",
    journal: Path | str | None = None,
    neutral: bool = False,
    without: Collection[str] = (),
) -> Match:
    """Deal a new match, up to the first seat that is awaited; no bot has moved yet.

    Args:
        scenario: Its name, its folder, or what `load_scenario` gave.
        seats: By seat: `person` for the caller, a temper (`hard`, `patient`, `trading`, `yielding`, `stalling`,
            `search`, `mixed`), or a player of one's own; seats that are not named are kept by `mixed` bots.
        seed: What every draw is keyed by: the same seed and moves are the same match. None draws one; see
            `Match.seed`.
        format_id: `pop-up`, `class` or `full`: 4, 6 or 12 rounds in the flagship.
        door: `open`, `standard` or `hard`: how good no deal is for the parties.
        journal: A new file to keep the match in, every move on the disk before it counts; None keeps it in memory.
        neutral: Whether sentences use invented names.
        without: Kinds of moves that are left out (T1.8).

    Raises:
        WrongArgument: An argument is of the wrong kind; nothing was written.
        ScenarioError: There is no such scenario, format or door, or it has faults; `findings` has them all.
        SeatError: There is no such seat or temper.
        JournalError: The file exists, or cannot be written.
    """
    arguments.seed_number(seed)
    arguments.text("format_id", format_id)
    arguments.text("door", door)
    arguments.flag("neutral", neutral)
    arguments.by_seat("seats", seats)
    left_out = arguments.names("without", without)
    opened = (
        scenario if isinstance(scenario, Scenario) else open_scenario(arguments.path("scenario", scenario))
    )
    keepers: dict[str, Keeper] = {**dict.fromkeys(opened.frame.seats, MIXED), **(seats or {})}
    check_keepers(keepers)
    match = table.new_match(
        opened,
        seating={seat: keeper_name(keeper) for seat, keeper in keepers.items()},
        seed=draw_seed() if seed is None else seed,
        format_id=format_id,
        door=door,
        path=None if journal is None else arguments.path("journal", journal),
        neutral=neutral,
        without=left_out,
    )
    return Match(match, keepers)


def open_match(
    journal: Path | str, *, seats: Mapping[str, Keeper] | None = None, neutral: bool = False
) -> Match:
    """Take up the match of a journal where it was left; moves go on being written to it.

    Args:
        journal: The file.
        seats: By seat that no person keeps: who plays it from here on if not the one the journal names.
        neutral: Whether sentences use invented names; a match played so stays so.

    Raises:
        OtherRules: It was played by other rules; `read_match` reads it.
        JournalHeld: Another program has it open. Within one program whoever opens it last goes on with it.
        Diverged: It was changed by hand: a step comes out otherwise.
        JournalError: It cannot be read, is damaged, or was written by a later version.
        ScenarioError: The scenario in it is not valid for this version of the game.
        SeatError: There is no such seat or temper; a person keeps the seat; or a player of somebody's own kept a seat
            and `seats` does not say who goes on.
    """
    arguments.by_seat("seats", seats)
    check_keepers(seats or {})
    resumed = table.resume(arguments.path("journal", journal), neutral=neutral)
    try:
        check_players(resumed.seating, seats or {})
        match = Match(resumed, seats)
        _ = match.players
    except SeatError:
        resumed.store.close()
        raise
    return match


def read_match(
    journal: Path | str, *, seats: Mapping[str, Keeper] | None = None, neutral: bool = False
) -> Match:
    """Read the match of a journal into memory, to look at or to try things; the file is never written to.

    Journals of every form and ruleset so far can be read: what happened is booked, nothing is decided again. In a
    match of other rules nothing is open, and moves, forks and what-ifs raise `OtherRules`; `Match.notice` says so.

    Args:
        journal: The file.
        seats: As for `open_match`.
        neutral: Whether sentences use invented names; a match played so stays so.

    Raises:
        JournalError: It cannot be read, is damaged, or was written by a later version.
        ScenarioError: The scenario in it is not valid for this version of the game.
        SeatError: There is no such seat or temper, or a person keeps the seat.
    """
    arguments.by_seat("seats", seats)
    check_keepers(seats or {})
    found = read_file(arguments.path("journal", journal))
    store = MemoryStore(found.header, found.entries)
    store.name = str(journal)
    scenario = scenario_of(found.header)
    board = board_of(found.header)
    lexicon = words_of(scenario, neutral=neutral or found.header.neutral)
    notices = [found.notice] if found.notice else []
    if not found.header.same_rules:
        notices.append(
            f"it was decided under rules {found.header.ruleset}; what a text is worth is worked out by rules {RULESET}"
        )
    match = table.Match(board, lexicon, store, "; ".join(notices))
    check_players(match.seating, seats or {})
    return Match(match, seats)
