"""The band of a what-if: what the continuations of both arms came to, side by side, with their spread.

A band, never a verdict: it says how players of named tempers go on from here under common chance, and nothing
about what people would have done. Values are points over no deal by each seat's own lights when a text was first
initialled; nought without a text. Continuations of one number have the same dice in both arms, so the difference
is taken pair by pair.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from math import sqrt
from pathlib import Path
from statistics import fmean, quantiles, stdev
from time import perf_counter

from tabletop.lab.batch import Outcome
from tabletop.lab.parallel import spread
from tabletop.lab.whatif.arms import Arm, both_arms, branch_point, go_on
from tabletop.table.whatif_port import ArmBand, Band, Difference, Spread
from tabletop.vocabulary import PLAYED_OUT, Phase

POINT = 100
"""Values are held in hundredths of a point."""


def whatif(
    journal: Path,
    at: int,
    move: str,
    continuations: int,
    tempers: Mapping[str, str],
    jobs: int = 1,
    tell: Callable[[], object] = lambda: None,
    *,
    beside_threads: bool = False,
) -> Band:
    """Change the move of an entry of a match, and play both arms on; stopped, sum up what was played.

    Args:
        journal: The journal's file.
        at: Number of the entry whose move is changed.
        move: What its seat does instead, in notation.
        continuations: How many of each arm.
        tempers: By seat, who goes on; bots go on as themselves where none is named, a patient one for a person.
        jobs: Processes that play beside each other.
        tell: Is called after each pair; raising `Stopped` in it keeps what has been played.
        beside_threads: Whether this process has threads of its own, so that fresh processes have to be started.

    Raises:
        JournalError: The file cannot be used, or the entry is no seat's move.
        ScenarioError: Its scenario is not valid for this version of the game.
        NotationError: The move cannot be read.
        IllegalMove: The move is refused there.
        SeatError: A temper is not known.
    """
    began = perf_counter()
    arms = both_arms(journal, at, move, tempers)
    pairs, complete = spread(
        pair, ((arms, number) for number in range(continuations)), jobs, tell=tell, fresh=beside_threads
    )
    here = branch_point(journal, at)
    seats = tuple(seat.id for seat in here.match.board.seats)
    played, changed = ([one[arm] for one in pairs] for arm in (0, 1))
    return Band(
        journal=str(journal),
        at=at,
        seat=here.seat,
        tempers=dict(arms[0].tempers),
        asked=continuations,
        continuations=len(pairs),
        complete=complete,
        seconds=round(perf_counter() - began, 2),
        as_played=arm_band("", played, seats),
        changed=arm_band(arms[1].move, changed, seats),
        difference=difference(played, changed, seats),
    )


def pair(task: tuple[tuple[Arm, Arm], int]) -> tuple[Outcome, Outcome]:
    """One continuation of both arms under the same dice."""
    arms, number = task
    return go_on((arms[0], number)), go_on((arms[1], number))


def arm_band(move: str, found: Sequence[Outcome], seats: Sequence[str]) -> ArmBand:
    """One arm summed up."""
    ends = Counter(outcome.end for outcome in found)
    signed = [outcome for outcome in found if outcome.signed]
    share = len(signed) / len(found) if found else 0.0
    lives = [next(iter(outcome.signed.values())).survival / 10_000 for outcome in signed]
    return ArmBand(
        move=move,
        ends={end.value: ends[end.value] for end in Phase if end in PLAYED_OUT},
        signed_share=round(share, 3),
        signed_error=round(sqrt(share * (1 - share) / len(found)), 3) if found else 0.0,
        held_share=round(ends[Phase.HELD.value] / len(found), 3) if found else 0.0,
        survival=_spread(lives) if lives else None,
        value={seat: _spread([_gain(outcome, seat) for outcome in found]) for seat in seats},
    )


def difference(played: Sequence[Outcome], changed: Sequence[Outcome], seats: Sequence[str]) -> Difference:
    """The arms apart, pair by pair."""
    both = list(zip(played, changed, strict=True))
    return Difference(
        signed=_apart([bool(new.signed) - bool(old.signed) for old, new in both]),
        held=_apart([(new.end == Phase.HELD.value) - (old.end == Phase.HELD.value) for old, new in both]),
        value={seat: _apart([_gain(new, seat) - _gain(old, seat) for old, new in both]) for seat in seats},
    )


def _gain(outcome: Outcome, seat: str) -> float:
    """What a seat had over no deal, points."""
    return outcome.signed[seat].gain / POINT if outcome.signed else 0.0


def _spread(figures: Sequence[float]) -> Spread:
    """Mean and the middle nine tenths."""
    if len(figures) < 2:
        only = round(figures[0], 3) if figures else 0.0
        return Spread(mean=only, low=only, high=only)
    cuts = quantiles(figures, n=20, method="inclusive")
    return Spread(mean=round(fmean(figures), 3), low=round(cuts[0], 3), high=round(cuts[-1], 3))


def _apart(figures: Sequence[float]) -> tuple[float, float]:
    """Mean and standard error."""
    if len(figures) < 2:
        return (round(fmean(figures), 3) if figures else 0.0, 0.0)
    return round(fmean(figures), 3), round(stdev(figures) / sqrt(len(figures)), 3)
