"""Matches for the skins of this program: set up or taken up, kept in a folder, seen through ports.

The command line alone calls this; a skin gets the functions and never the match.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from tabletop.api.match import Match
from tabletop.api.matches import new_match, open_match
from tabletop.command.output import command_line
from tabletop.command.report import debrief, faith
from tabletop.errors import JournalError
from tabletop.players import adviser
from tabletop.scenario.library import open_scenario
from tabletop.table import clock
from tabletop.table.local_table import LocalTable
from tabletop.table.seats import OBSERVER, PERSON
from tabletop.ui.shared.setup import OpenedMatch, Setup


def journal_path(folder: Path, scenario: str) -> Path:
    """A new file for a journal, named by scenario and time."""
    stamp = "".join(char for char in clock.now()[:19] if char.isalnum())
    free = folder / f"{Path(scenario).name}-{stamp}.journal.jsonl"
    number = 2
    while free.exists():
        free = folder / f"{Path(scenario).name}-{stamp}-{number}.journal.jsonl"
        number += 1
    return free


def deal(setup: Setup, folder: Path) -> Match:
    """A new match as it was set up, dealt and on the disk; the bots have not moved yet.

    Raises:
        ScenarioError: The scenario is not valid.
        SeatError: There is no such seat.
        JournalError: The folder cannot be written.
    """
    scenario = open_scenario(setup.scenario)
    return new_match(
        scenario,
        seats=setup.seats,
        seed=setup.seed,
        format_id=setup.format,
        door=setup.door,
        journal=journal_path(folder, scenario.id),
        neutral=setup.neutral,
        without=setup.without,
    )


def start(setup: Setup, folder: Path) -> OpenedMatch:
    """Open a new match for the people at this screen; see `deal`."""
    return seating_of(deal(setup, folder), setup)


def resume(
    path: str, folder: Path, *, neutral: bool = False, notice: Callable[[str], None] | None = None
) -> OpenedMatch:
    """Go on with the match of a journal; without a path, the one that was played last.

    Args:
        path: The journal; empty for the newest of the folder.
        folder: Where journals are kept.
        neutral: Whether invented names stand for the real ones.
        notice: Is called with what to know before going on, such as that a torn last line was dropped.

    Raises:
        JournalError: There is no such journal, or it cannot be used.
    """
    match = open_match(path or newest(folder), neutral=neutral)
    if match.notice and notice is not None:
        notice(match.notice)
    header = match.table.store.header
    setup = Setup(
        header.scenario,
        header.format,
        match.seats,
        header.seed,
        header.door,
        neutral or header.neutral,
        header.without,
    )
    return seating_of(match, setup)


def newest(folder: Path) -> Path:
    """The journal that was written last.

    Raises:
        JournalError: The folder holds none.
    """
    journals = (
        sorted(folder.glob("*.jsonl"), key=lambda path: path.stat().st_mtime_ns) if folder.is_dir() else []
    )
    if not journals:
        raise JournalError(f"there is no saved match in {folder}: start one with {command_line('play')}")
    return journals[-1]


def seating_of(match: Match, setup: Setup) -> OpenedMatch:
    """Ports for the seats that people at this screen keep, or for an onlooker where there are none."""
    table = LocalTable(match.table, match.players, adviser)
    people = [seat for seat, keeper in match.seats.items() if keeper == PERSON]
    return OpenedMatch(
        tuple(table.port(seat) for seat in people or [OBSERVER]),
        str(match.journal),
        replace(setup, seed=match.seed),
        lambda seat, words: debrief(match.board, words, match.entries, seat),
        lambda seat, words: faith(match.board, words, match.entries, seat),
    )


def keepers(seats: Mapping[str, str], people: tuple[str, ...], bots: Mapping[str, str]) -> dict[str, str]:
    """Who keeps which seat.

    Args:
        seats: Every seat with the temper the scenario gives it.
        people: The seats kept by people.
        bots: Tempers asked for, by seat.
    """
    return {seat: PERSON if seat in people else bots.get(seat, temper) for seat, temper in seats.items()}
