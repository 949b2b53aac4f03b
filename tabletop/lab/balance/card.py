"""The balance card: what the matches of a plan came to, as one document (`docs/balance.md` explains each key)."""

from collections import Counter
from collections.abc import Callable, Sequence
from time import perf_counter
from typing import TypedDict

from tabletop.lab.balance.best_orders import LeverCard, lever_card, whole
from tabletop.lab.balance.compare import (
    POINT,
    Rows,
    decides,
    error,
    gains,
    lead,
    matched,
    mean,
    mean_rounds,
    signed_share,
    values,
)  # fmt: skip
from tabletop.lab.balance.first_day_agreements import SpaceCard, space
from tabletop.lab.balance.plan import Plan
from tabletop.lab.balance.situations import Ending, go_on
from tabletop.lab.balance.trial import Trial, play_trial
from tabletop.lab.parallel import spread
from tabletop.vocabulary import PLAYED_OUT, Phase

OPEN = 30
"""The gain for both above which the range counts as open, hundredths of a point: less nobody would feel."""

END_MOST = 0.55
"""No end should take a larger share of the matches at a door."""

AIMS: dict[str, tuple[float, float]] = {"open": (0.45, 0.60), "standard": (0.30, 0.45), "hard": (0.10, 0.25)}
"""The share of matches that should come to a text, by door."""

HOLDS = (0.60, 0.75)
"""The share of texts in force that should hold."""


class RangeCard(TypedDict):
    """The bargaining range at a door, in shares of the matches."""

    open_at_start: float
    opens_later: float
    shuts: float
    ever_open: float
    open_without_text: float
    largest: float


class DoorCard(TypedDict):
    """What the matches at one door came to."""

    matches: int
    ends: dict[str, int]
    end_largest: float
    signed: int
    signed_share: float
    signed_error: float
    aim: tuple[float, float] | None
    in_force: int
    held_share: float | None
    range: RangeCard
    rounds_mean: float
    walk_outs_mean: float


class StallCard(TypedDict):
    """Stalling against patience in one chair on the same seeds."""

    seeds: int
    better: float
    worse: float
    mean: float
    error: float


class TemperCard(TypedDict):
    """One temper in one chair."""

    signed_share: float
    gain: float
    value: float
    rounds_mean: float


class PartyCard(TypedDict):
    """The tempers of one party."""

    seeds: int
    tempers: dict[str, TemperCard]
    stalling: StallCard | None
    decides: bool | None


class Verdict(TypedDict):
    """What the exit code says."""

    largest_gain_for_both: float | None
    text_for_both: bool | None
    decides_alone: list[str]
    orders_outside: list[str]
    passed: bool


class Card(TypedDict):
    """The whole card."""

    scenario: str
    format: str
    seed: int
    matches: int
    compared: int
    situations: int
    continuations: int
    fortnights: int
    complete: bool
    played: int
    seconds: float
    space: dict[str, SpaceCard]
    doors: dict[str, DoorCard]
    orders: list[LeverCard]
    parties: dict[str, PartyCard]
    verdict: Verdict


def weigh(plan: Plan, jobs: int = 1, tell: Callable[[], object] = lambda: None) -> Card:
    """Play a plan's matches, search each door's texts, and sum up; stopped with Ctrl+C, sum up what has been done.

    Args:
        plan: What to play.
        jobs: Processes that play beside each other; they change nothing of what is played.
        tell: Is called after each match.

    Raises:
        ScenarioError: The scenario cannot be compiled for its format or a door.
    """
    began = perf_counter()
    spaces: list[SpaceCard] = []
    endings: list[Ending] = []
    trials, complete = spread(play_trial, plan.tasks(), jobs, tell=tell)
    if complete:
        doors = [(arm.scenario, arm.format_id, arm.door) for arm in plan.doors]
        spaces, complete = spread(space, doors, jobs)
    if complete:
        endings, complete = spread(go_on, plan.steps(), jobs, tell=tell)
    return summed(plan, trials, spaces, endings, complete=complete, seconds=perf_counter() - began)


def summed(
    plan: Plan,
    trials: Sequence[Trial],
    spaces: Sequence[SpaceCard] = (),
    endings: Sequence[Ending] = (),
    *,
    complete: bool,
    seconds: float,
) -> Card:
    """The card of these trials, of the texts at the first of the doors, and of these continuations."""
    doors = {arm.door: [trial for trial in trials if trial.arm == arm] for arm in plan.doors}
    situations = whole(endings, plan.continuations)
    orders = [lever_card(orders, situations) for orders in plan.levers.values()] if situations else []
    parties = {seat: party_card(seat, matched(trials, arms)) for seat, arms in plan.tempers.items()}
    return Card(
        scenario=plan.scenario,
        format=plan.format_id,
        seed=plan.seed,
        matches=plan.matches,
        compared=plan.compared,
        situations=len(situations),
        continuations=plan.continuations,
        fortnights=plan.fortnights,
        complete=complete,
        played=len(trials) + len(endings),
        seconds=round(seconds, 1),
        space={arm.door: found for arm, found in zip(plan.doors, spaces, strict=False)},
        doors={door: door_card(door, found) for door, found in doors.items() if found},
        orders=orders,
        parties={seat: card for seat, card in parties.items() if card["seeds"]},
        verdict=verdict(plan, trials, orders, parties),
    )


def door_card(door: str, trials: Sequence[Trial]) -> DoorCard:
    """What the matches at a door came to."""
    ends = Counter(trial.end for trial in trials)
    signed = [float(trial.signed) for trial in trials]
    held, fell = ends[Phase.HELD.value], ends[Phase.RELAPSED.value]
    return DoorCard(
        matches=len(trials),
        ends={end.value: ends[end.value] for end in Phase if end in PLAYED_OUT},
        end_largest=round(max(ends.values()) / len(trials), 3),
        signed=round(sum(signed)),
        signed_share=round(mean(signed), 3),
        signed_error=round(error(signed), 3),
        aim=AIMS.get(door),
        in_force=held + fell,
        held_share=round(held / (held + fell), 3) if held + fell else None,
        range=range_card(trials),
        rounds_mean=mean_rounds(trials),
        walk_outs_mean=round(mean([trial.walk_outs for trial in trials]), 2),
    )


def range_card(trials: Sequence[Trial]) -> RangeCard:
    """Where the largest gain that both can have at once stood, round by round, until a text was initialled."""
    paths = [[gain > OPEN for gain in trial.doors] for trial in trials]
    shut = [True in path and not all(path[path.index(True) :]) for path in paths]
    without = [any(path) for path, trial in zip(paths, trials, strict=True) if not trial.signed]
    return RangeCard(
        open_at_start=round(mean([path[0] for path in paths]), 3),
        opens_later=round(mean([not path[0] and any(path) for path in paths]), 3),
        shuts=round(mean(shut), 3),
        ever_open=round(mean([any(path) for path in paths]), 3),
        open_without_text=round(mean(without), 3),
        largest=max(gain for trial in trials for gain in trial.doors) / POINT,
    )


def party_card(seat: str, rows: Rows) -> PartyCard:
    """What each temper reaches in a party's chair, everybody else as the seed deals them."""
    by_temper = {dict(arm.tempers)[seat]: trials for arm, trials in rows.items()}
    seeds = len(next(iter(rows.values())))
    return PartyCard(
        seeds=seeds,
        tempers={
            temper: TemperCard(
                signed_share=signed_share(trials),
                gain=round(mean(gains(trials, seat)), 2),
                value=round(mean(values(trials, seat)), 2),
                rounds_mean=mean_rounds(trials),
            )
            for temper, trials in by_temper.items()
        },
        stalling=stall_card(seat, by_temper["stalling"], by_temper["patient"]) if seeds else None,
        decides=decides([[trial.signed for trial in trials] for trials in rows.values()]),
    )


def stall_card(seat: str, stalling: Sequence[Trial], patient: Sequence[Trial]) -> StallCard:
    """A chair that stalls against the same chair being patient, seed by seed."""
    ahead = lead(stalling, patient, seat)
    return StallCard(
        seeds=len(ahead),
        better=round(mean([points > 0 for points in ahead]), 3),
        worse=round(mean([points < 0 for points in ahead]), 3),
        mean=round(mean(ahead), 2),
        error=round(error(ahead), 2),
    )


def verdict(
    plan: Plan, trials: Sequence[Trial], orders: Sequence[LeverCard], parties: dict[str, PartyCard]
) -> Verdict:
    """What speaks against a scenario: no text that both parties gain by in any trial, or a chair that decides."""
    largest = max((gain for trial in trials for gain in trial.doors), default=None)
    alone = [f"{card['seat']}: {card['lever']}" for card in orders if card["decides"]]
    alone += [f"{seat}: temper" for seat, card in parties.items() if card["decides"]]
    return Verdict(
        largest_gain_for_both=None if largest is None else largest / POINT,
        text_for_both=None if largest is None else largest > 0,
        decides_alone=alone,
        orders_outside=[f"{card['seat']}: {card['lever']}" for card in orders if card["within"] is False],
        passed=not alone and (largest is not None and largest > 0 if plan.doors else bool(orders)),
    )
