"""What a seat takes another to want: learnt from what that other showed at the table, and nothing else.

A model is a set of hypotheses: which clause matters most to the other (as a mandate card would have it) and how much
a text must be worth to it. Where it opened, what it holds on to, what it asked for in packages and what it answered
to questions set the weights; bridges that failed or carried, and texts that were objected to, move belief between
the hypotheses by Bayes. All of it is read from one view, so the same view always gives the same model.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence

import numpy as np

from tabletop.frontier.curve_arrays import LOGISTIC, Ints
from tabletop.frontier.shared_tables import Options
from tabletop.game.core.sight import Record
from tabletop.game.records.events import Answered, PositionTaken
from tabletop.game.views import SeatView
from tabletop.game.worth.value import WHOLE
from tabletop.players.choosing.lazy_attribute import lazy_attribute
from tabletop.players.choosing.random_stream import Stream
from tabletop.players.choosing.remembered_answers import remembered
from tabletop.players.mind.public_record import offered, package, revealing
from tabletop.scenario.board.board import Board

MIDDLE, ERROR = 55_00, 6_00
"""What a party is taken to have without a text where a seat has no estimate of it, and how far off that may be."""

SCALE, BLIND = -4_00, 2_50
"""How much lower the bar lies on the scale of these wishes, which fall too fast, and what that adds to the error."""

BASE = 300
"""What every clause is taken to matter, beside what it moves at home."""

HOME = 3
"""What a clause moves at home counts by this part."""

FIRST = 140
"""What the clause of a hypothesis is taken to matter, per cent, and how many clauses get one."""

WEIGHTINGS = 4
"""How many of the weightiest clauses get a hypothesis of their own, beside the one in which none does."""

INSISTED, HELD, MOVED = 140, 120, 85
"""What a clause is taken to matter that was asked for in the last package, not moved on, or moved on, per cent."""

ASKED = {"high": 150, "middle": 100, "low": 60}
"""What an answer says of a clause's weight, per cent."""

STEPS = (-3, -2, -1, 0, 1, 2, 3)
"""How far the bar of a hypothesis lies from the estimate, in halves of its error."""

PRIOR = (2, 7, 15, 20, 15, 7, 2)
"""How likely each is at first."""

_STEPS: Ints = np.array(STEPS, dtype=np.int64)
_PRIOR: Ints = np.array(PRIOR, dtype=np.int64)

LEFT_AT, LEFT_DEFENDER, LEFT_ATTACKER, LEFT_PER = 80, 115, 55, 28
"""A collapse is taken to leave so much, hundredths of a point, for each point by which the other likes the option on
the territory more than this; who gave ground up is left with less of it, who got it with more."""

ASKS, ASKS_EARLY = 60, 170
"""What a seat is taken to ask of a text over no deal at the end of the talks, and how much more at their start."""

BLUR = 90
"""A text is taken with even odds at that level; so many hundredths of a point are one logit."""

SURE = 300
"""No answer is taken to be less or more likely than this allows, per ten thousand."""

MASS = 1_000_000
"""All belief."""

FARTHEST = 9_000
"""Beyond so many thousandths of a logit an answer is taken to be sure."""

_YES = LOGISTIC[np.abs(np.arange(-FARTHEST, FARTHEST + 1))]
TAKES: Ints = np.clip(
    np.where(np.arange(-FARTHEST, FARTHEST + 1) < 0, WHOLE - _YES, _YES), SURE, WHOLE - SURE
)
"""Chance that a text is taken by thousandths of a logit, from `-FARTHEST` on, per ten thousand."""


class Model:
    """What a seat takes a party to want.

    Attributes:
        about: The party, by place.
        bars: By hypothesis: what a text must be worth, hundredths of a point.
        belief: By hypothesis of weights, then bar: belief, summing to about a million.
    """

    def __init__(self, board: Board, view: SeatView, about: int) -> None:
        self.about, self._board = about, board
        self._values, self.left, self._places = wishes_of(board, view.sight.text.opening, about)
        self._weightings: Ints = np.array(weightings_of(weights_of(board, view, about)), dtype=np.int64)
        middle, error = estimate_of(view, about)
        self.bars: Ints = middle + error * _STEPS // 2
        self.belief: Ints = np.empty((len(self._weightings), len(PRIOR)), dtype=np.int64)
        self.belief[:] = MASS // (68 * len(self._weightings)) * _PRIOR
        self._refused = board.numbers["no-deal.price"]
        self._territory = board.roles.territory

    def terms(self, texts: Ints) -> Ints:
        """By hypothesis of weights, then text: what the terms are worth to it, hundredths of a point."""
        found: Ints = self._weightings @ self._values.take((self._places + texts).T) // 100
        return found

    @lazy_attribute
    def worths(self) -> Ints:
        """By hypothesis of weights, clause and option: hundredths of a point, times a hundred."""
        found: Ints = self._weightings[:, :, None] * self._values
        return found

    def gains(self, texts: Ints, survives: Ints, ratified: Ints) -> Ints:
        """What texts are taken to be worth to the other over no deal, on the mean of belief, hundredths of a point."""
        return self.gains_if(texts, survives, ratified, self.middle)

    @property
    def middle(self) -> tuple[Ints, int]:
        """Worths and bar on the mean of belief."""
        return self._worth, self.bar

    def gains_if(self, texts: Ints, survives: Ints, ratified: Ints, mind: tuple[Ints, int]) -> Ints:
        """The same, were these worths and this bar the other's own."""
        worths, bar = mind
        terms = np.add.reduce(worths.take((self._places + texts).T)) // 100
        inner = survives * (terms - bar) + (WHOLE - survives) * self.left.take(texts[:, self._territory])
        found: Ints = (ratified * (inner // WHOLE) - self._refused * (WHOLE - ratified)) // WHOLE
        return found

    @property
    def pains(self) -> tuple[int, ...]:
        """By clause: what a step away from where it opened is taken to cost it, per cent of the usual step."""
        spans = np.maximum.reduce(self._worth, axis=1) - np.minimum.reduce(self._worth, axis=1)
        steps = [
            span // max(len(clause.options) - 1, 1)
            for span, clause in zip(spans.tolist(), self._board.clauses, strict=True)
        ]
        usual = max(sum(steps) // len(steps), 1)
        return tuple(max(100 * step // usual, 10) for step in steps)

    def drawn(self, stream: Stream) -> tuple[Ints, int]:
        """Worths and bar half way between the mean of belief and one hypothesis drawn by it."""
        left = stream.below(self._mass)
        at = int(self.belief.cumsum().searchsorted(left, side="right"))
        weighting, bar = divmod(at, len(self.bars))
        return (self.worths[weighting] + self._worth) // 2, (int(self.bars[bar]) + self.bar) // 2

    def odds(self, texts: Ints, survives: Ints, ratified: Ints, elapsed: int | Ints) -> Ints:
        """By text, hypothesis and bar: chance that the other takes it then, per ten thousand.

        `elapsed` is when, for all texts or for each: hundredths of the time for talks.
        """
        inner = self.terms(texts).T[:, :, None] - self.bars
        inner *= survives[:, None, None]
        inner += ((WHOLE - survives) * self.left.take(texts[:, self._territory]))[:, None, None]
        inner //= WHOLE
        inner *= ratified[:, None, None]
        inner -= (self._refused * (WHOLE - ratified))[:, None, None]
        inner //= WHOLE
        inner -= np.reshape(ASKS + ASKS_EARLY * (100 - np.minimum(elapsed, 100)) // 100, (-1, 1, 1))
        inner *= 1_000
        inner //= BLUR
        inner += FARTHEST
        chances: Ints = TAKES.take(inner, mode="clip")
        return chances

    def chances(self, texts: Ints, survives: Ints, ratified: Ints, elapsed: int) -> Ints:
        """By text: chance that the other takes it at that time, over all it may be, per ten thousand."""
        return self.mean(self.odds(texts, survives, ratified, elapsed))

    def mean_of(self, odds: Ints) -> int:
        """The chance of one text over all hypotheses, by belief."""
        return int(np.vdot(odds, self.belief)) // self._mass

    def mean(self, odds: Ints) -> Ints:
        """Chances over all hypotheses, by belief."""
        found: Ints = (odds * self.belief).sum(axis=(1, 2)) // self._mass
        return found

    def learn(self, chances: Ints) -> None:
        """Bayes: belief moves with how likely each hypothesis made what was seen, per ten thousand."""
        moved = self.belief * chances
        moved //= WHOLE
        np.maximum(moved, 1, out=moved)
        total = int(np.add.reduce(moved, axis=None))
        moved *= MASS
        moved //= total
        self.belief = np.maximum(moved, 1, out=moved)
        for name in ("_mass", "bar", "_worth"):
            self.__dict__.pop(name, None)

    @lazy_attribute
    def bar(self) -> int:
        """What a text must be worth to it, on the mean of belief, hundredths of a point."""
        return int(np.dot(np.add.reduce(self.belief), self.bars)) // self._mass

    @lazy_attribute
    def _worth(self) -> Ints:
        weights = np.add.reduce(self.belief, axis=1)
        found: Ints = (weights @ self._weightings)[:, None] * self._values // self._mass
        return found

    @lazy_attribute
    def _mass(self) -> int:
        return int(np.add.reduce(self.belief, axis=None))


def left_at(board: Board, about: int) -> int:
    """From which worth of the territory, 0 to 100, a collapse is taken to leave a party better off than none."""
    if board.war is None:
        return LEFT_AT
    return LEFT_DEFENDER if about == board.war.defender else LEFT_ATTACKER


def estimate_of(view: SeatView, about: int) -> tuple[int, int]:
    """The seat's estimate of the other's alternative: its middle and error, hundredths of a point (I1)."""
    mine = view.sight.mine
    found = next((one for one in (mine.belief if mine else ()) if one.about == about), None)
    middle, error = (MIDDLE, ERROR) if found is None else ((found.low + found.high) // 2, found.error)
    return middle + SCALE, error + BLIND


@remembered
def shown(board: Board, record: Record) -> dict[str, tuple[dict[str, int], Counter[str]]]:
    """By seat: what it answered a clause matters, per cent, and on which clauses it conceded, how often."""
    found: dict[str, tuple[dict[str, int], Counter[str]]] = defaultdict(lambda: ({}, Counter()))
    for line in revealing(board, record):
        event = line.event
        if isinstance(event, Answered):
            if event.answer in ASKED:
                found[event.seat][0][event.clause] = ASKED[event.answer]
        elif isinstance(event, PositionTaken) and event.move == "concession":
            found[event.seat][1][event.clause] += 1
    return found


@remembered
def stakes_of(board: Board, about: int) -> tuple[int, ...]:
    """By clause: what it is taken to matter to a party by what it moves at home alone."""
    supports = [[option.support[about] for option in clause.options] for clause in board.clauses]
    return tuple(BASE + (max(support) - min(support)) // HOME for support in supports)


def weights_of(board: Board, view: SeatView, about: int) -> list[int]:
    """What each clause is taken to matter to a party, by what it moves at home, holds on to, asks for and says."""
    opening, me = view.sight.text.opening[about], board.seats[about].id
    now = offered(board, view, about)
    asked = {clause for clause, _ in package(board, view, about)}
    answers, moves = shown(board, view.sight.record)[me]
    found: list[int] = []
    for at, stake in enumerate(stakes_of(board, about)):
        weight, clause = stake, board.clauses[at].id
        if clause in asked:
            weight = weight * INSISTED // 100
        weight = weight * (HELD if now[at] == opening[at] else MOVED) // 100
        moved = min(moves[clause], 2)
        if moved:
            weight = weight * MOVED**moved // 100**moved
        found.append(weight * answers[clause] // 100 if clause in answers else weight)
    return found


def weightings_of(weights: Sequence[int]) -> list[list[int]]:
    """Hypotheses of weights, each summing to about ten thousand: as they seem, and with one heavy clause first."""
    heavy = sorted(range(len(weights)), key=lambda at: -weights[at])[:WEIGHTINGS]
    total = sum(weights)
    rows = [[WHOLE * weight // max(total, 1) for weight in weights]]
    for first in heavy:
        most = weights[first] * FIRST // 100
        summed = max(total - weights[first] + most, 1)
        row = [WHOLE * weight // summed for weight in weights]
        row[first] = WHOLE * most // summed
        rows.append(row)
    return rows


@remembered
def wishes_of(board: Board, opening: tuple[Options, ...], about: int) -> tuple[Ints, Ints, Ints]:
    """What options are taken to be worth to a party: all where it opened, less each step.

    Three tables: by clause and option, 0 to 100; by option of the territory, what a collapse is taken to leave it,
    hundredths of a point; by clause, its place in the first, whose rows are as long as that of the clause with the
    most options: nought stands where there is none.
    """
    most = max(len(clause.options) for clause in board.clauses)
    found = np.zeros((len(board.clauses), most), dtype=np.int64)
    for at, clause in enumerate(board.clauses):
        found[at, : len(clause.options)] = wishes(len(clause.options), opening[about][at])
    left = (found[board.roles.territory] - left_at(board, about)) * LEFT_PER
    return found, left, np.arange(len(found)) * most


def wishes(options: int, own: int) -> list[int]:
    """What the options of one clause are taken to be worth, 0 to 100."""
    if own < 0:
        return [50] * options
    return [100 - 100 * abs(option - own) // max(options - 1, 1) for option in range(options)]
