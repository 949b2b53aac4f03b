"""Round robin: every temper of the one party against every temper of the other, on the same seeds.

Seats that are no party are dealt by the seed. All pairings share their seeds, so tempers are compared seed by seed,
opponent by opponent: what is left in a difference is the temper and what follows from it.
"""

from collections.abc import Callable, Mapping, Sequence
from time import perf_counter
from typing import TypedDict

from tabletop.lab.balance.compare import error, gains, lead, mean, mean_rounds, signed_share, values
from tabletop.lab.balance.plan import DOOR, FORMAT
from tabletop.lab.balance.trial import Arm, Trial, play_trial
from tabletop.lab.parallel import spread
from tabletop.scenario.library import open_scenario
from tabletop.vocabulary import MIXED, TEMPERS

Table = Mapping[tuple[str, str], Sequence[Trial]]
"""Trials by the tempers of the first and the second party, in the order of one and the same seeds."""

NO_TERMS = -100.0
"""What the texts of a temper without any gain it: less than all others."""


class PairRow(TypedDict):
    """One pairing.

    Attributes:
        tempers: Temper by party.
        signed_share: Share of the matches that came to a text.
        value, error: By party: mean own value in points (docs/balance.md), and its standard error.
        gain: By party: mean gain of the text over no deal, as it believed; matches without a text count as nought.
        rounds_mean: Rounds a match took.
    """

    tempers: dict[str, str]
    matches: int
    signed_share: float
    value: dict[str, float]
    error: dict[str, float]
    gain: dict[str, float]
    rounds_mean: float


class RankRow(TypedDict):
    """One temper in one chair, over all opponents.

    Attributes:
        value: Mean own value, points.
        signed_share: Share of its matches that came to a text.
        text_gain: Mean gain of these texts over no deal, as it believed, points; None without a text.
        ahead: By other temper: mean of own value less the other's on the same seed and opponent, points.
        ahead_error: The standard errors of these differences.
    """

    value: float
    signed_share: float
    text_gain: float | None
    ahead: dict[str, float]
    ahead_error: dict[str, float]


class Robin(TypedDict):
    """The whole round robin.

    Attributes:
        dominated: Tempers that another one beats in every respect, and which; `dominated` says what counts.
    """

    scenario: str
    format: str
    door: str
    seed: int
    matches: int
    complete: bool
    seconds: float
    pairs: list[PairRow]
    ranks: dict[str, dict[str, RankRow]]
    dominated: dict[str, str]


def robin(
    name: str,
    matches: int,
    seed: int,
    jobs: int = 1,
    tell: Callable[[], object] = lambda: None,
    *,
    tempers: Sequence[str] = TEMPERS,
    format_id: str = FORMAT,
    door: str = DOOR,
) -> Robin:
    """Play every pairing of tempers on the same seeds; stopped with Ctrl+C, sum up whole seeds alone.

    Args:
        name: Name or path of the scenario.
        matches: Seeds for each pairing.
        seed: The first seed.
        jobs: Processes that play beside each other; they change nothing of what is played.
        tell: Is called after each match.
        tempers: The tempers that meet.
        format_id: The format.
        door: The door.

    Raises:
        ScenarioError: The scenario cannot be compiled for this format or door.
        SeatError: There is no such temper.
    """
    began = perf_counter()
    arms = pairings(name, tempers, format_id, door)
    tasks = ((arm, at) for at in range(seed, seed + matches) for arm in arms.values())
    trials, complete = spread(play_trial, tasks, jobs, tell=tell)
    whole = len(trials) - len(trials) % len(arms)
    table = {pair: trials[at : whole : len(arms)] for at, pair in enumerate(arms)}
    parties = parties_of(name)
    pairs = [pair_row(parties, pair, found) for pair, found in table.items() if found]
    ranked = {seat: ranks(seat, at, tempers, table) for at, seat in enumerate(parties) if whole}
    return Robin(
        scenario=open_scenario(name).id,
        format=format_id,
        door=door,
        seed=seed,
        matches=whole // len(arms),
        complete=complete,
        seconds=round(perf_counter() - began, 1),
        pairs=pairs,
        ranks=ranked,
        dominated=dominated(pairs, ranked),
    )


def parties_of(name: str) -> tuple[str, str]:
    """The two parties of a scenario, in its order of seats."""
    one, other = (seat for seat, sheet in open_scenario(name).frame.seats.items() if sheet.role == "party")
    return one, other


def pairings(name: str, tempers: Sequence[str], format_id: str, door: str) -> dict[tuple[str, str], Arm]:
    """An arm for each pairing: temper of the first party, temper of the second."""
    one, other = parties_of(name)
    mixed = dict.fromkeys(open_scenario(name).frame.seats, MIXED)
    return {
        (first, second): Arm(name, format_id, door, tuple((mixed | {one: first, other: second}).items()))
        for first in tempers
        for second in tempers
    }


def pair_row(parties: tuple[str, str], pair: tuple[str, str], trials: Sequence[Trial]) -> PairRow:
    """What one pairing came to."""
    reached = {seat: values(trials, seat) for seat in parties}
    return PairRow(
        tempers=dict(zip(parties, pair, strict=True)),
        matches=len(trials),
        signed_share=signed_share(trials),
        value={seat: round(mean(found), 2) for seat, found in reached.items()},
        error={seat: round(error(found), 2) for seat, found in reached.items()},
        gain={seat: round(mean(gains(trials, seat)), 2) for seat in parties},
        rounds_mean=mean_rounds(trials),
    )


def ranks(seat: str, at: int, tempers: Sequence[str], table: Table) -> dict[str, RankRow]:
    """By temper: what it reached in a chair over all opponents, and how far ahead of each other temper it was."""

    def rows(temper: str) -> list[Trial]:
        return [trial for pair, trials in table.items() if pair[at] == temper for trial in trials]

    found = {temper: rows(temper) for temper in tempers}
    ranked: dict[str, RankRow] = {}
    for temper, trials in found.items():
        ahead = {other: lead(trials, found[other], seat) for other in tempers if other != temper}
        texts = gains((trial for trial in trials if trial.signed), seat)
        ranked[temper] = RankRow(
            value=round(mean(values(trials, seat)), 3),
            signed_share=signed_share(trials),
            text_gain=round(mean(texts), 3) if texts else None,
            ahead={other: round(mean(points), 3) for other, points in ahead.items()},
            ahead_error={other: round(error(points), 3) for other, points in ahead.items()},
        )
    return ranked


def dominated(pairs: Sequence[PairRow], ranked: Mapping[str, Mapping[str, RankRow]]) -> dict[str, str]:
    """Tempers beaten in every respect, each with the first temper that does it.

    The respects: in either chair the mean of its own value and the share of matches that come to a text, against
    every opponent, and how much its texts gain it over all of them. A temper is beaten by one that is nowhere worse
    and somewhere better.
    """
    figures: dict[str, list[float]] = {}
    for seat, rows in ranked.items():
        for temper, row in rows.items():
            met = [pair for pair in pairs if pair["tempers"][seat] == temper]
            found = [figure for pair in met for figure in (pair["value"][seat], pair["signed_share"])]
            terms = row["text_gain"]
            figures.setdefault(temper, []).extend([*found, NO_TERMS if terms is None else terms])

    def beats(one: str, other: str) -> bool:
        mine, theirs = figures[one], figures[other]
        return mine != theirs and all(own >= their for own, their in zip(mine, theirs, strict=True))

    return {
        temper: by for temper in figures if (by := next((one for one in figures if beats(one, temper)), None))
    }
