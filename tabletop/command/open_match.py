"""Matches for the skins of this program: set up or taken up, kept in a folder, seen through ports.

The command line alone calls this; a skin gets the functions and never the match.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from tabletop.api.match import Match
from tabletop.api.matches import new_match, open_match
from tabletop.command.output import command_line
from tabletop.debrief.report import debrief, faith
from tabletop.errors import JournalError, JournalTooNew, NameTaken
from tabletop.journal.reader import header_of
from tabletop.players import adviser
from tabletop.scenario.library import open_scenario
from tabletop.table import clock
from tabletop.table.local_table import LocalTable
from tabletop.table.seats import PERSON
from tabletop.ui.shared.saves import PassedOver, Save, saves_in
from tabletop.ui.shared.setup import OpenedMatch, Setup
from tabletop.ui.shared.window_words import said
from tabletop.vocabulary import OBSERVER

STARTS_MOST = 1_000
"""More matches nobody begins in one second."""


def journal_paths(folder: Path, scenario: str) -> Iterator[Path]:
    """Names for a new journal, by scenario and time; the next one where somebody has taken one."""
    stamp = "".join(char for char in clock.now()[:19] if char.isalnum())
    stem = f"{Path(scenario).name}-{stamp}"
    yield folder / f"{stem}.journal.jsonl"
    for number in range(2, STARTS_MOST):
        yield folder / f"{stem}-{number}.journal.jsonl"


def deal(setup: Setup, folder: Path) -> Match:
    """A new match as it was set up, dealt and on the disk; the bots have not moved yet.

    Raises:
        ScenarioError: The scenario is not valid.
        SeatError: There is no such seat.
        JournalError: The folder cannot be written.
    """
    scenario = open_scenario(setup.scenario)
    for path in journal_paths(folder, scenario.id):
        with suppress(NameTaken):
            return new_match(
                scenario,
                seats=setup.seats,
                seed=setup.seed,
                format_id=setup.format,
                door=setup.door,
                journal=path,
                neutral=setup.neutral,
                without=setup.without,
            )
    raise JournalError(f"{folder} has no name left for this second: try again")


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
    chosen, passed = (Path(path), ()) if path else newest(folder)
    match = open_match(chosen, neutral=neutral)
    for each in (*passed, match.notice):
        if each and notice is not None:
            notice(each.rstrip("."))
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


def newest(folder: Path) -> tuple[Path, tuple[str, ...]]:
    """The match that was written last, and a sentence about each newer file that is none.

    Raises:
        JournalError: The folder holds none, or cannot be read.
    """
    passed: list[str] = []
    try:
        for found in saves_in(folder):
            if isinstance(found, Save) and is_journal(found.path):
                return found.path, tuple(passed)
            passed.append(
                str(PassedOver(found.path, said("save.no-journal")) if isinstance(found, Save) else found)
            )
    except OSError as error:
        raise JournalError(f"{folder} could not be read: {error.strerror or error}") from error
    told = "".join(f" {each}" for each in passed[:9])
    raise JournalError(
        f"there is no saved match in {folder}: start one with {command_line('play')}{'.' if told else ''}{told}"
    )


def is_journal(path: Path) -> bool:
    """Whether a file begins with the header of a journal, of whatever form and rules."""
    try:
        with path.open("rb") as file:
            header_of(path, file.readline())
    except JournalTooNew:
        return True
    except (OSError, JournalError):
        return False
    return True


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
