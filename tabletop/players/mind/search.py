"""A party that looks ahead: what the talks may still bring, over worlds that fit what it saw, at the level of texts.

It takes the hope out of its own alternative, as far as its number gives it away; it draws worlds by its model of the
other party; and for each sitting that is left it counts what a middle text may be worth, against waiting on. What
comes out are three numbers and a text: the least it signs for, the least a bridge must give, and what to work for.
"""

from typing import ClassVar, NamedTuple

import numpy as np

from tabletop.frontier.curve_arrays import LOGISTIC, Ints
from tabletop.frontier.shared_tables import Options
from tabletop.game.views import SeatView
from tabletop.game.worth.value import WHOLE
from tabletop.players.choosing.lazy_attribute import lazy_attribute
from tabletop.players.choosing.random_stream import Stream
from tabletop.players.mind.learning import elapsed_at
from tabletop.players.mind.model import ASKS, ASKS_EARLY, BLUR
from tabletop.players.mind.opinion import EXCLUDED, Memory, Opinion
from tabletop.players.mind.temper import Temper
from tabletop.scenario.board.board import Board

WORLDS = 12
"""Worlds that are drawn for a decision."""

WEIGHTS = (35, 45, 55, 65, 75, 85)
"""How much the own gain counts against the other's, per cent, in the texts that are looked at: one for each."""

ASKING = (30, 70, 100, 160)
"""How much of the usual surplus the other asks for in a world, per cent: yielding to hard."""

USEFUL = 15
"""How often a sitting brings a middle text that is near one of those looked at, per cent."""

STAYS = 96
"""Chance that the talks are still there a sitting later, per cent."""

FADES = 600
"""Patience that a round wears off, hundredths of a point: when it is gone the talks are over."""

NEAREST = 20
"""How far the own number may lie from what dice and hope add up to, hundredths of a point, to give them away."""

ASKS_FOR_TIME = 120
"""How much more it asks for while all the time is left, hundredths of a point; its guess of what waiting brings is
rough, and what is signed early cannot be bettered."""

RISES, GOES_ON = 120, 60
"""The most its alternative is taken to rise in a round, hundredths of a point, and how much of the rise so far is taken
to go on, per cent."""

CLIMBS = 12
"""Steps of a climb."""


class Reach(NamedTuple):
    """A text that is looked at: what it is worth, and the chance that the other takes it before the talks end."""

    text: Options
    gain: int
    chance: int


class Foresight(Opinion):
    """The opinion of a party that looks ahead."""

    looks: ClassVar[bool] = True

    def __init__(self, board: Board, view: SeatView, temper: Temper, memory: Memory) -> None:
        super().__init__(board, view, temper, memory)
        self.alternative = self.mine.alternative - hope_left(board, view)

    @lazy_attribute
    def _pool(self) -> tuple[Options, ...]:
        """Texts along the trade-off between the own gain and the other's, as the model has it."""
        starts = self.final(self.theirs), self.best
        found = [self._between(start, weight) for weight in WEIGHTS for start in starts]
        return tuple(dict.fromkeys(found))

    def _between(self, text: Options, weight: int) -> Options:
        """From a text climb to where the weighed gains of both are most."""
        best = EXCLUDED
        mind = self.model.middle
        for _ in range(CLIMBS):
            rows = self.tables.rows(text)
            survives, ratified = self.tables.prospects_near(text, self.context)
            other = self.model.gains_if(rows, survives, ratified, mind)
            own = self.near(text)
            score = weight * own + (100 - weight) * other + 100 * np.minimum(own, 0)
            score = np.where(self.changed(text), score, EXCLUDED)
            at = int(score.argmax())
            if score[at] <= best:
                break
            text, best = self.space.put(text, at), int(score[at])
        return text

    @lazy_attribute
    def _times(self) -> tuple[int, ...]:
        """The sittings that are left after this one, each as hundredths of the time."""
        talks, form = self.view.sight.talks, self.board.format
        rounds = form.rounds + talks.extra
        last = min(rounds, talks.round + self.view.sight.figures.patience // FADES)
        here = (talks.round, max(talks.sitting, 1))
        return tuple(
            elapsed_at(self.board, self.view, number, sitting)
            for number in range(max(talks.round, 1), last + 1)
            for sitting in range(1, form.sittings + 1)
            if (number, sitting) > here
        )

    @lazy_attribute
    def _takes(self) -> Ints:
        """By time (now first), then text of the pool: chance that the other takes it, over worlds, per ten thousand."""
        texts = np.array(self._pool, dtype=np.int64)
        survives, ratified = self.tables.prospects(texts, self.context)
        times = np.array((self.elapsed, *self._times), dtype=np.int64)
        level = ASKS + ASKS_EARLY * (100 - times) // 100
        stream = Stream(f"worlds/{self.view.turn}/{self.seat}")
        total = np.zeros((len(times), len(texts)), dtype=np.int64)
        for _ in range(WORLDS):
            gains = self.model.gains_if(texts, survives, ratified, self.model.drawn(stream))
            asks = level * stream.one_of(ASKING) // 100
            scores = np.clip((gains[None, :] - asks[:, None]) * 1_000 // BLUR, -9_000, 9_000)
            found = np.where(scores < 0, WHOLE - LOGISTIC[np.abs(scores)], LOGISTIC[np.abs(scores)])
            total += found
        mean: Ints = total // WORLDS
        return mean

    @lazy_attribute
    def waiting(self) -> int:
        """What going on is worth over no deal, hundredths of a point: counted back from the last sitting."""
        gains = np.array([self.gain(text) for text in self._pool], dtype=np.int64)
        worth = 0
        for row in self._takes[:0:-1]:
            better = int((row * np.maximum(gains - worth, 0)).sum()) // (len(gains) * WHOLE)
            worth = (worth + better * USEFUL // 100) * STAYS // 100
        return worth

    @lazy_attribute
    def target(self) -> Reach:
        """The text to work for: worth most, taken or not, against waiting on."""
        chances = self._takes[: max(len(self._takes) // 2, 1)].max(axis=0)
        found = [
            Reach(text, self.gain(text), int(chance))
            for text, chance in zip(self._pool, chances, strict=True)
        ]
        return max(
            found, key=lambda reach: (reach.chance * (reach.gain - self.waiting), reach.chance, reach.text)
        )

    @lazy_attribute
    def drift(self) -> int:
        """What its own alternative may still rise by while nothing is signed, as it rose so far (W3.2)."""
        talks = self.view.sight.talks
        left = max(self.board.format.rounds + talks.extra - talks.round, 0)
        risen = sum(points for _, points in self.mine.news) // max(talks.round, 1)
        return min(max(risen, 0), RISES) * left * GOES_ON // 100

    @property
    def floor(self) -> int:
        """The least gain it signs for: what waiting is worth, or what is asked for by the time that is left."""
        asks = self.temper.floor + ASKS_FOR_TIME * (100 - self.elapsed) // 100
        return max(self.waiting, asks) + self.drift

    @property
    def bridge_floor(self) -> int:
        """The least gain for which it says yes to a bridge."""
        return self.floor

    @lazy_attribute
    def hope(self) -> int:
        """What it works for is what its target gives."""
        return max(self.target.gain, self.floor)

    @lazy_attribute
    def aim(self) -> tuple[Options, int]:
        """The text it works for now."""
        return self.target.text, self.target.gain


def hope_left(board: Board, view: SeatView) -> int:
    """How much of the seat's own alternative is hope, as far as its number tells, hundredths of a point (V2.1, V2.3).

    What its table, the door and the news give is known to it; the rest is a private die and hope that has faded a
    known share a round. Every pair of faces that adds up to about the rest is as likely as its faces are.
    """
    mine, mandate = view.sight.mine, board.mandates[view.sight.seat]
    if mine is None or mandate is None or not mandate.optimism_die:
        return 0
    rest = mine.alternative - mandate.alternative - board.door - sum(points for _, points in mine.news)
    fades = max(view.sight.talks.round - 1, 0)
    pairs: list[tuple[int, int]] = []
    for face in mandate.optimism_die:
        left = face
        for _ in range(fades):
            left -= left * board.numbers["optimism.fade"] // WHOLE
        pairs += [(abs(rest - die - left), left) for die in mandate.private_die or (0,)]
    fitting = [left for off, left in pairs if off <= NEAREST] or [left for _, left in pairs]
    return sum(fitting) // len(fitting)
