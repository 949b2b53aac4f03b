"""Many matches between players that play by themselves, and what they came to.

Each match has its own seed, the first one counted up, so any of them can be played again alone. Values are in
points over no deal as the text was worth when it was initialled, by each seat's own lights; a match without a
text counts as nought. Nothing here is a forecast.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from statistics import fmean
from time import perf_counter
from typing import NotRequired, TypedDict, cast

from tabletop.errors import InvariantBroken
from tabletop.game.worth.value import Appraisal, appraise_for, true_context
from tabletop.lab.held_orders import HeldOrders, HeldPlayer, read_orders
from tabletop.lab.parallel import spread
from tabletop.lab.tally import Counts, Tally, counted, tally
from tabletop.players.roster import player
from tabletop.scenario.board.board import Board
from tabletop.scenario.compiler.board import compile_board
from tabletop.scenario.library import open_scenario
from tabletop.scenario.scenario import Scenario
from tabletop.table.bots import play_bots
from tabletop.table.match import Match, new_match
from tabletop.table.port import Player
from tabletop.table.seats import bots_named
from tabletop.vocabulary import MIXED, PLAYED_OUT, Phase


class Values(TypedDict):
    """What a seat had over no deal, points: over all matches, nought without a text, then over those initialled."""

    mean: float
    signed_mean: float
    least: float
    most: float


class Durability(TypedDict):
    """How well texts hold.

    Attributes:
        survival_mean, ratified_mean: Mean chances of the texts initialled, 0 to 1, as they were initialled.
        in_force: Texts that came into force and reached an end.
        held_share: The share of those that held, 0 to 1.
    """

    survival_mean: float
    ratified_mean: float
    in_force: int
    held_share: float


class Summary(Counts):
    """What a batch came to, with what was counted in its matches (`Counts`).

    Attributes:
        matches: Matches played.
        seconds: Seconds of wall time they took.
        ends: By each of the six ends: in how many matches.
        signed: In how many a text was initialled.
        rounds_mean: Rounds a match took.
        value: By seat; empty when no text was initialled.
        durability: How well texts hold.
        phases_seen: Every phase that some match went through, in the order of the chart.
        complete: False when the batch was stopped; otherwise not there.
    """

    matches: int
    seconds: float
    ends: dict[str, int]
    signed: int
    rounds_mean: float
    value: dict[str, Values]
    durability: Durability
    phases_seen: list[str]
    complete: NotRequired[bool]


@dataclass(frozen=True, slots=True)
class Batch:
    """What is played: the scenario by name, its format and door, tempers by seat, where journals go, orders held."""

    scenario: str
    format_id: str
    door: str
    tempers: tuple[tuple[str, str], ...]
    out: Path | None
    orders: HeldOrders | None = None


@dataclass(slots=True)
class Outcome:
    """What one match came to.

    Attributes:
        end: The end it reached.
        rounds: Rounds it took.
        signed: What the text was worth to each seat when it was first initialled; empty without a text.
        phases: Every phase it went through.
        tally: What was counted in it, in a batch; None for a continuation of a what-if.
    """

    end: str = ""
    rounds: int = 0
    signed: dict[str, Appraisal] = field(default_factory=dict[str, Appraisal])
    phases: set[str] = field(default_factory=set[str])
    tally: Tally | None = None


def simulate(  # noqa: PLR0913 - one a question of the command
    scenario: str,
    format_id: str = "class",
    matches: int = 20,
    bots: str = "",
    seed: int = 1,
    *,
    jobs: int = 1,
    out: Path | None = None,
    door: str = "standard",
    scheduler: str = "",
    orders: Path | None = None,
) -> Summary:
    """Play matches and count what they reach.

    Args:
        scenario: Name or path of the scenario.
        format_id: The format.
        matches: How many; at least one.
        bots: A temper for all seats, or `seat=temper` parted by commas; `mixed` where none is named.
        seed: Seed of the first match.
        jobs: Processes that play beside each other.
        out: Folder for journals; None keeps matches in memory.
        door: Difficulty.
        scheduler: Address of a Dask scheduler whose workers play in the place of this machine's processes;
            journals are then written where the workers are.
        orders: A file whose orders are held; see `lab.held_orders`.

    Raises:
        SeatError: There is no such seat or temper.
        ScenarioError: The scenario, format, door or file of orders cannot be used.
        JournalError: A journal could not be written.
    """
    opened = open_scenario(scenario)
    seats = opened.frame.seats
    tempers = dict.fromkeys(seats, MIXED) | bots_named(bots, seats)
    held = read_orders(orders, opened) if orders is not None else None
    batch = Batch(scenario, format_id, door, tuple(tempers.items()), out, held)
    began = perf_counter()
    found, complete = spread(play_one, ((batch, seed + at) for at in range(matches)), jobs, scheduler)
    summary = summed(found, perf_counter() - began, from_file=held is not None)
    if not complete:
        summary["complete"] = False
    return summary


@lru_cache(maxsize=2)
def _prepared(name: str, format_id: str, door: str) -> tuple[Scenario, Board]:
    """A scenario and its board, read and compiled once in each process."""
    scenario = open_scenario(name)
    return scenario, compile_board(scenario, format_id=format_id, door=door)


def play_one(task: tuple[Batch, int]) -> Outcome:
    """One match of a batch, by its seed, played to its end."""
    batch, seed = task
    scenario, board = _prepared(batch.scenario, batch.format_id, batch.door)
    seating = dict(batch.tempers)
    match = new_match(
        scenario,
        seating=seating,
        seed=seed,
        format_id=batch.format_id,
        door=batch.door,
        path=batch.out / f"{scenario.id}-{seed}.journal.jsonl" if batch.out else None,
        board=board,
    )
    players: dict[str, Player] = {
        seat.id: player(seating[seat.id], seat, str(seed)) for seat in match.board.seats
    }
    if batch.orders is not None:
        players = {seat: HeldPlayer(each, seat, batch.orders) for seat, each in players.items()}
    outcome = play_out(match, players)
    outcome.tally = tally(board, match.history.booked, batch.orders)
    return outcome


def play_out(match: Match, players: Mapping[str, Player]) -> Outcome:
    """Play a match on to its end and say what it came to.

    Raises:
        InvariantBroken: The players left it unfinished.
    """
    outcome = Outcome(phases={match.state.talks.phase.value})
    if match.state.text.signed:
        outcome.signed = _appraised(match)

    def follow(entered: tuple[Phase, ...]) -> None:
        outcome.phases.update(phase.value for phase in entered)
        if Phase.INITIALLED in entered and not outcome.signed:
            outcome.signed = _appraised(match)

    match.listen(follow)
    play_bots(match, players)
    if not match.over:
        raise InvariantBroken(f"the players left a match in {match.state.talks.phase}: {match.store.name}")
    outcome.end, outcome.rounds = match.state.talks.phase.value, match.state.talks.round
    return outcome


def _appraised(match: Match) -> dict[str, Appraisal]:
    """What the initialled text is worth to each seat, as things stand."""
    board, state = match.board, match.state
    context = true_context(board, state)
    return {
        seat.id: appraise_for(
            board, at, state.text.signed, context, state.home.weights[at], state.home.alternative[at]
        )
        for at, seat in enumerate(board.seats)
    }


def summed(found: list[Outcome], seconds: float, *, from_file: bool = False) -> Summary:
    """What a batch came to; `from_file` where a file held orders in it."""
    ends = Counter(outcome.end for outcome in found)
    signed = [outcome for outcome in found if outcome.signed]
    seats = list(signed[0].signed) if signed else []
    held, fell = ends[Phase.HELD.value], ends[Phase.RELAPSED.value]
    reached = {
        "matches": len(found),
        "seconds": round(seconds, 2),
        "ends": {end.value: ends[end.value] for end in Phase if end in PLAYED_OUT},
        "signed": len(signed),
        "rounds_mean": round(fmean(outcome.rounds for outcome in found), 2) if found else 0.0,
        "value": {seat: _value(seat, found, signed) for seat in seats},
        "durability": {
            "survival_mean": round(_mean([_any(one).survival / 10_000 for one in signed]), 3),
            "ratified_mean": round(_mean([_any(one).ratified / 10_000 for one in signed]), 3),
            "in_force": held + fell,
            "held_share": round(held / (held + fell), 3) if held + fell else 0.0,
        },
        "phases_seen": [phase.value for phase in Phase if any(phase.value in one.phases for one in found)],
    }
    tallies = [one.tally for one in found if one.tally is not None]
    return cast("Summary", {**reached, **counted(tallies, from_file=from_file)})


def _any(outcome: Outcome) -> Appraisal:
    """An appraisal of the text, for what is the same for every seat."""
    return next(iter(outcome.signed.values()))


def _value(seat: str, found: list[Outcome], signed: list[Outcome]) -> Values:
    """What a seat had over no deal, points."""
    gains = [outcome.signed[seat].gain / 100 for outcome in signed]
    return {
        "mean": round(sum(gains) / len(found), 3),
        "signed_mean": round(_mean(gains), 3),
        "least": round(min(gains), 2),
        "most": round(max(gains), 2),
    }


def _mean(figures: list[float]) -> float:
    """The mean, or nought of nothing."""
    return fmean(figures) if figures else 0.0
