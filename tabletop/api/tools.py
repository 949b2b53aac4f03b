"""What a script does beside a match: scenarios, notation, batches, what-ifs, the frontier, verifying."""

from collections.abc import Callable, Mapping
from pathlib import Path

from tabletop.api import arguments
from tabletop.api.frontier_card import card_of_start
from tabletop.api.frontier_types import FrontierCard
from tabletop.api.matches import FLAGSHIP
from tabletop.game import notation
from tabletop.game.records.moves import Move
from tabletop.journal import verify as journal
from tabletop.lab import batch
from tabletop.lab.whatif import band
from tabletop.scenario import library
from tabletop.scenario.board.board import Board
from tabletop.scenario.compiler.board import compile_board
from tabletop.scenario.scenario import Scenario
from tabletop.table.whatif_port import Band

_boards: list[tuple[Scenario, Board]] = []
"""The boards that notation was read against last."""


def list_scenarios() -> tuple[library.Listed, ...]:
    """The scenarios that can be opened by name, with their seats, formats and doors."""
    return library.scenarios()


def load_scenario(scenario: str | Path = FLAGSHIP) -> Scenario:
    """Read and check a scenario.

    Args:
        scenario: Its name, or its folder.

    Raises:
        ScenarioError: There is no such scenario, or it has faults; `findings` has every one with file, line and
            column.
    """
    return library.open_scenario(arguments.path("scenario", scenario))


def parse_move(line: str, scenario: str | Path | Scenario = FLAGSHIP) -> Move:
    """A move from its line of notation, such as `position terms=scope:energy`.

    A move names an option by its place in its clause, so a line is read against a scenario. Where there is a match,
    `Match.parse_move` reads it against that one, and `Match.submit` takes the line itself.

    Args:
        line: The line.
        scenario: The scenario it is about.

    Raises:
        NotationError: It cannot be read, with the place and what was expected there.
        ScenarioError: There is no such scenario.
    """
    arguments.text("line", line)
    return notation.parse_move(_board_of(scenario), line)


def format_move(move: Move, scenario: str | Path | Scenario = FLAGSHIP) -> str:
    """The line of a move; `parse_move` reads it back.

    Raises:
        ScenarioError: There is no such scenario.
    """
    arguments.move(move)
    return notation.format_move(_board_of(scenario), move)


def simulate(  # noqa: PLR0913 - one a question of the command
    scenario: str | Path = FLAGSHIP,
    *,
    matches: int = 20,
    bots: str = "",
    seed: int = 1,
    format_id: str = "class",
    door: str = "standard",
    jobs: int = 1,
    out: Path | str | None = None,
    orders: Path | str | None = None,
) -> batch.Summary:
    """Let bots play matches of the seeds `seed`, `seed + 1`, … and count what they reach.

    Args:
        scenario: Name or folder.
        matches: How many.
        bots: A temper for all seats, or `seat=temper` parted by commas; `mixed` where none is named.
        seed: Seed of the first.
        format_id: The format.
        door: The door.
        jobs: Processes that play beside each other; the result is the same. A script that asks for more than one
            stands under `if __name__ == "__main__":`.
        out: Folder for a journal of each match; None keeps none.
        orders: A file whose orders are held, day by day; bots choose the rest.

    Returns:
        The document of `tabletop simulate --json`; values are points over no deal, shares 0 to 1.

    Raises:
        SeatError: There is no such seat or temper.
        ScenarioError: There is no such scenario, format or door; or the file of orders names what is not there.
        JournalError: A journal could not be written.
    """
    arguments.whole("matches", matches, 1)
    arguments.whole("jobs", jobs, 1)
    arguments.whole("seed", seed, 0, arguments.LARGEST_SEED)
    for said, value in (("bots", bots), ("format_id", format_id), ("door", door)):
        arguments.text(said, value)
    name = str(arguments.path("scenario", scenario))
    folder = None if out is None else arguments.path("out", out)
    held = None if orders is None else arguments.path("orders", orders)
    return batch.simulate(name, format_id, matches, bots, seed, jobs=jobs, out=folder, door=door, orders=held)


def whatif(
    journal: Path | str,
    at: int,
    move: str,
    *,
    continuations: int = 200,
    tempers: Mapping[str, str] | None = None,
    jobs: int = 1,
    tell: Callable[[], object] = lambda: None,
) -> Band:
    """Change one move of a match and play both ways on many times under common dice: a band, never a verdict.

    Args:
        journal: The journal's file; the match may be over or not.
        at: Number of the entry whose move is changed.
        move: What its seat does instead, in notation.
        continuations: How many of each way.
        tempers: By seat, who goes on. Bots go on as themselves, a patient one for a person.
        jobs: Processes that play beside each other; the result is the same.
        tell: Is called after each pair of continuations.

    Returns:
        The document of `tabletop whatif --json`; values are points over no deal, shares 0 to 1.

    Raises:
        JournalError: The file cannot be used, or the entry is no seat's move.
        NotationError: The move cannot be read.
        IllegalMove: The move is refused there, with its rule.
        SeatError: A temper is not known.
    """
    arguments.whole("at", at)
    arguments.text("move", move)
    arguments.whole("continuations", continuations, 1)
    arguments.whole("jobs", jobs, 1)
    arguments.by_seat("tempers", tempers)
    return band.whatif(arguments.path("journal", journal), at, move, continuations, tempers or {}, jobs, tell)


def find_frontier(
    scenario: str | Path | Scenario = FLAGSHIP,
    *,
    format_id: str = "class",
    door: str = "standard",
    seed: int | None = None,
    points: int = 200,
) -> FrontierCard:
    """What could be agreed on a scenario's first day, exactly; `Match.frontier` says it of a match.

    Args:
        scenario: Name, folder, or what `load_scenario` gave.
        format_id: The format.
        door: The door.
        seed: Draw the mandates by this seed; None takes every draw at its centre.
        points: How many points of the frontier are listed at most.

    Returns:
        The document of `tabletop frontier --json`; gains are hundredths of a point over each seat's own no deal.

    Raises:
        ScenarioError: There is no such scenario, format or door.
    """
    arguments.seed_number(seed)
    arguments.text("format_id", format_id)
    arguments.text("door", door)
    arguments.whole("points", points)
    return card_of_start(_scenario_of(scenario), format_id=format_id, door=door, seed=seed, cap=points)


def verify(path: Path | str) -> journal.Verdict:
    """Decide every step of a journal again and compare draws, events and digests.

    Of a journal of other rules only the chain of digests is checked; the verdict's `rules` is then `other`.

    Raises:
        Diverged: A step came out otherwise; `seq` and `rule` say which.
        JournalError: The file cannot be used.
        ScenarioError: The scenario in it is not valid for this version of the game.
    """
    return journal.verify(arguments.path("path", path))


def _scenario_of(scenario: str | Path | Scenario) -> Scenario:
    return (
        scenario
        if isinstance(scenario, Scenario)
        else library.open_scenario(arguments.path("scenario", scenario))
    )


def _board_of(scenario: str | Path | Scenario) -> Board:
    """A board of the scenario; clauses and options are the same in every format."""
    opened = _scenario_of(scenario)
    board = next((made for of, made in _boards if of is opened), None)
    if board is None:
        board = compile_board(opened, format_id=next(iter(opened.frame.formats)))
        _boards[:] = [*_boards[-3:], (opened, board)]
    return board
