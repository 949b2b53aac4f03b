"""What can be agreed on a scenario's first day, at one door: exact over every final text (docs/frontier.md).

An option is *vetoed* by a party when no text with it is worth more to that party than no deal, whatever the rest
says; it is *dead* when no text with it is worth more than no deal to both parties at once, while others are. Both are
of the first day: the war may bring an option back.
"""

from dataclasses import replace
from typing import TypedDict

from tabletop.frontier.bargaining_problem import BargainingProblem, at_start
from tabletop.frontier.best import best_for
from tabletop.frontier.frontier import Point, frontier
from tabletop.frontier.points import named
from tabletop.frontier.share import share
from tabletop.lab.balance.compare import POINT
from tabletop.scenario.compiler.board import compile_board
from tabletop.scenario.library import open_scenario


class OptionName(TypedDict):
    """An option of a clause, and the parties that veto it; none where it takes both to shut it out."""

    clause: str
    option: str
    parties: list[str]


class SpaceCard(TypedDict):
    """The final texts of the first day, every draw at its centre.

    Attributes:
        outcomes: Texts that differ in effect.
        frontier: Vectors of gains on the frontier of all seats.
        above_all, above_parties: Share of the texts above no deal for every seat, and for both parties, 0 to 1.
        nash, kalai_smorodinsky: By seat: points over no deal at these agreements of both parties; None without one.
        vetoed: Options that a party shuts out.
        dead: Options in no text for both parties, the vetoed among them; where there is no such text, these alone.
    """

    outcomes: int
    frontier: int
    above_all: float
    above_parties: float
    nash: dict[str, float] | None
    kalai_smorodinsky: dict[str, float] | None
    vetoed: list[OptionName]
    dead: list[OptionName]


def space(task: tuple[str, str, str]) -> SpaceCard:
    """The final texts of a scenario, format and door.

    Raises:
        ScenarioError: There is no such scenario, format or door.
    """
    name, format_id, door = task
    problem = at_start(compile_board(open_scenario(name), format_id=format_id, door=door))
    found = frontier(problem)
    parties = named(found, problem.board.parties)
    shut = shut_out(problem, parties.zone)
    vetoed = [option for option in shut if option["parties"]]
    return SpaceCard(
        outcomes=problem.outcomes,
        frontier=len(found),
        above_all=_share(problem, tuple(range(problem.seats))),
        above_parties=_share(problem, problem.board.parties),
        nash=_gains(problem, parties.nash),
        kalai_smorodinsky=_gains(problem, parties.kalai_smorodinsky),
        vetoed=vetoed,
        dead=shut if parties.zone else vetoed,
    )


def shut_out(problem: BargainingProblem, zone: tuple[Point, ...] = ()) -> list[OptionName]:
    """Options in no text above no deal for both parties.

    Args:
        problem: What texts are measured by.
        zone: Texts known to be above it for both: what stands in them need not be searched.
    """
    board = problem.board
    living = {(at, option) for point in zone for at, option in enumerate(point.text)}
    found: list[OptionName] = []
    for at, options in enumerate(problem.options):
        for option in options:
            if (at, option) in living:
                continue
            narrowed = replace(
                problem, options=(*problem.options[:at], (option,), *problem.options[at + 1 :])
            )
            if _reachable(narrowed, board.parties):
                continue
            vetoes = [board.seats[party].id for party in board.parties if not _reachable(narrowed, (party,))]
            clause = board.clauses[at]
            found.append(OptionName(clause=clause.id, option=clause.options[option].id, parties=vetoes))
    return found


def _reachable(problem: BargainingProblem, seats: tuple[int, ...]) -> bool:
    """Whether a text is above no deal for all of these seats."""
    best = best_for(problem, seats)
    return best is not None and best[1] > 0


def _share(problem: BargainingProblem, seats: tuple[int, ...]) -> float:
    return round(share(problem, seats).share, 9)


def _gains(problem: BargainingProblem, point: Point | None) -> dict[str, float] | None:
    if point is None:
        return None
    return {seat.id: gain / POINT for seat, gain in zip(problem.board.seats, point.gains, strict=True)}
