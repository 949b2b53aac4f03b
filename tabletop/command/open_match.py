"""Matches for the windows of this program: opened from a set-up or a journal, with bots in their chairs.

The command line alone calls this; a window gets the functions and never the match.
"""

import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from tabletop.command.report import debrief
from tabletop.errors import JournalError
from tabletop.players import adviser
from tabletop.players.roster import player
from tabletop.scenario.library import open_scenario
from tabletop.table import clock
from tabletop.table.bots import play_bots
from tabletop.table.local import LocalTable
from tabletop.table.match import Match, new_match, resume
from tabletop.table.port import Player
from tabletop.ui.shared.setup import PERSON, Seating, Setup


def draw_seed() -> int:
    """A seed nobody chose; printed wherever it is used, so that a match can be played again."""
    return int.from_bytes(os.urandom(4))


def journal_path(folder: Path, scenario: str) -> Path:
    """A new file for a journal, named by scenario and time."""
    stamp = "".join(char for char in clock.now()[:19] if char.isalnum())
    free = folder / f"{Path(scenario).name}-{stamp}.journal.jsonl"
    number = 2
    while free.exists():
        free = folder / f"{Path(scenario).name}-{stamp}-{number}.journal.jsonl"
        number += 1
    return free


def start(setup: Setup, folder: Path) -> Seating:
    """Open a new match as it was set up.

    Raises:
        ScenarioError: The scenario is not valid.
        SeatError: There is no such seat.
        JournalError: The folder cannot be written.
    """
    match = dealt(setup, folder)
    return seat(match, setup)


def dealt(setup: Setup, folder: Path) -> Match:
    """A new match, dealt and on the disk; the bots have not moved yet."""
    scenario = open_scenario(setup.scenario)
    return new_match(
        scenario,
        format_id=setup.format,
        door=setup.door,
        seating=setup.seats,
        seed=draw_seed() if setup.seed is None else setup.seed,
        path=journal_path(folder, scenario.id),
        neutral=setup.neutral,
        without=setup.without,
    )


def taken_up(
    path: str, folder: Path, *, neutral: bool = False, notice: Callable[[str], None] | None = None
) -> Seating:
    """Go on with the match of a journal; without a path, the one that was played last.

    Args:
        path: The journal; empty for the newest of the folder.
        folder: Where journals are kept.
        neutral: Whether invented names stand for the real ones.
        notice: Told what to know before going on, such as that a torn last line was dropped.

    Raises:
        JournalError: There is no such journal, or it cannot be used.
    """
    chosen = Path(path) if path else newest(folder)
    match = resume(chosen, neutral=neutral)
    if match.notice and notice is not None:
        notice(match.notice)
    header = match.store.header
    setup = Setup(
        header.scenario,
        header.format,
        dict(match.seating),
        header.seed,
        header.door,
        neutral or header.neutral,
        header.without,
    )
    return seat(match, setup)


def newest(folder: Path) -> Path:
    """The journal that was written last.

    Raises:
        JournalError: The folder holds none.
    """
    journals = (
        sorted(folder.glob("*.jsonl"), key=lambda path: path.stat().st_mtime_ns) if folder.is_dir() else []
    )
    if not journals:
        raise JournalError(f"there is no saved match in {folder}: start one with `tabletop play`")
    return journals[-1]


def seat(match: Match, setup: Setup) -> Seating:
    """Ports for the seats kept at this screen; onlookers get the public view."""
    table = LocalTable(match, bots(match), adviser)
    people = [who for who, keeper in match.seating.items() if keeper == PERSON]
    ports = tuple(table.port(who) for who in people or ["observer"])
    return Seating(
        ports,
        match.store.name,
        replace(setup, seed=match.store.header.seed),
        lambda who, words: debrief(match.board, words, match.store.since(0), who),
    )


def bots(match: Match) -> dict[str, Player]:
    """A player for every seat a bot keeps; the seed deals mixed tempers, so they outlast a break."""
    key = str(match.store.header.seed)
    return {
        who: player(keeper, match.board.seats[match.board.seat_index[who]], key)
        for who, keeper in match.seating.items()
        if keeper != PERSON
    }


def bots_only(match: Match) -> None:
    """Let bots play a match to its end."""
    play_bots(match, bots(match))


def keepers(seats: Mapping[str, str], people: tuple[str, ...], bots: Mapping[str, str]) -> dict[str, str]:
    """Who keeps which seat.

    Args:
        seats: Every seat with the temper the scenario gives it.
        people: The seats kept by people.
        bots: Tempers asked for, by seat.
    """
    return {who: PERSON if who in people else bots.get(who, temper) for who, temper in seats.items()}
