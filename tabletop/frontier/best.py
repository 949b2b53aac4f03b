"""The one text that does most for some seats at once, mostly both parties: exact, by the same tree.

The measure of a text is what each of them gets beyond a base, the smallest of these. A text counts only if nobody
whose initials it needs falls under a floor (T8.4).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from tabletop.frontier.bargaining_problem import BargainingProblem
from tabletop.frontier.curve_arrays import Bools, Floats, Ints
from tabletop.frontier.descent import descend
from tabletop.frontier.frontier import Point
from tabletop.frontier.tree import Nodes, Tree, trees

NO_FLOOR = -(1 << 40)
"""Below every gain."""

BLOCK = 1 << 10
"""Nodes looked at together: fewer than for a frontier, so that the first good text is found early."""


@dataclass(frozen=True, slots=True)
class Trade:
    """What a text would have been with some clauses changed.

    Attributes:
        changed: Clauses that change, by place.
        point: The text, and what it is worth to every seat.
        more: What both parties get beyond what they have, the smaller of the two; hundredths of a point.
    """

    changed: tuple[int, ...]
    point: Point
    more: int


@dataclass(frozen=True, slots=True)
class _Aim:
    """What is looked for.

    Attributes:
        seats: Whose gains are measured.
        base: By seat: what they are measured from.
        floors: By seat: the least gain with which it initials.
        draft: A text to stay near, or empty.
        most: How many clauses may differ from it.
    """

    seats: tuple[int, ...]
    base: tuple[int, ...]
    floors: tuple[int, ...]
    draft: tuple[int, ...] = ()
    most: int = 0


class _Search:
    """The best text so far."""

    def __init__(self, problem: BargainingProblem, aim: _Aim) -> None:
        self._moment, self._aim = problem, aim
        self._parties = list(problem.board.parties)
        self._others = [seat for seat in range(problem.seats) if seat not in problem.board.parties]
        self.best: tuple[int, tuple[int, ...], tuple[int, ...]] | None = None

    def extra(self) -> Iterator[list[Floats]]:
        """Columns: for each seat but the parties the clauses that need it, then the clauses changed."""
        clauses = range(len(self._moment.options))
        for seat in self._others:
            yield [_needing(self._moment, at, seat) for at in clauses]
        if self._aim.draft:
            yield [_changing(self._moment, at, self._aim.draft[at]) for at in clauses]

    def judge(self, tree: Tree, nodes: Nodes) -> Ints:
        """Keep what may still be better, the most promising first."""
        most = tree.most(nodes)
        score = self._score(most)
        alive = self._signed(most, [tree.column(nodes, at)[0] for at in range(len(self._others))])
        if self.best is not None:
            alive &= score >= self.best[0]
        if self._aim.draft:
            alive &= tree.column(nodes, len(self._others))[0] <= self._aim.most
        kept = np.flatnonzero(alive)
        kept = kept[np.argsort(-score[kept], kind="stable")]
        if nodes.level == tree.depth and len(kept):
            self._value(tree, nodes.some(kept))
        return kept

    def _value(self, tree: Tree, nodes: Nodes) -> None:
        texts = tree.texts(nodes)
        gains = tree.columns.gains(texts).T
        needed = [tree.column(nodes, at)[0] for at in range(len(self._others))]
        score = self._score(gains)
        for at in np.flatnonzero(self._signed(gains, needed)):
            text = tuple(int(option) for option in texts[at])
            found = (int(score[at]), tuple(int(gain) for gain in gains[:, at]), text)
            self.best = found if self.best is None else max(self.best, found)

    def _score(self, gains: Ints) -> Ints:
        seats = list(self._aim.seats)
        base = np.array(self._aim.base, dtype=np.int64)[seats, None]
        score: Ints = (gains[seats] - base).min(axis=0)
        return score

    def _signed(self, gains: Ints, needed: Sequence[Floats]) -> Bools:
        """Where nobody whose initials are needed falls under its floor."""
        fine = np.ones(gains.shape[1], dtype=np.bool_)
        for seat in self._parties:
            fine &= gains[seat] >= self._aim.floors[seat]
        for seat, clauses in zip(self._others, needed, strict=True):
            fine &= (gains[seat] >= self._aim.floors[seat]) | (clauses == 0)
        return fine


def best_for(problem: BargainingProblem, seats: Sequence[int]) -> tuple[Point, int] | None:
    """The text with the largest gain that all of some seats have at once, and that gain; hundredths of a point.

    The gain may be below 0, and others may lose. Among equals the one with the larger gains, seat by seat. None when
    no final text can be written.
    """
    return _found(problem, _Aim(tuple(seats), (0,) * problem.seats, (NO_FLOOR,) * problem.seats))


def best_for_both(problem: BargainingProblem) -> tuple[Point, int] | None:
    """The text with the largest gain that both parties have at once, as `best_for`."""
    return best_for(problem, problem.board.parties)


def open_door(problem: BargainingProblem) -> tuple[Point, int] | None:
    """The best such text among those that gain something for everybody whose initials they need; None without one."""
    return _found(problem, _Aim(problem.board.parties, (0,) * problem.seats, (1,) * problem.seats))


def best_trade(problem: BargainingProblem, draft: Sequence[int], most: int) -> Trade | None:
    """The best change of a whole text in at most `most` clauses.

    Both parties get more, and nobody whose initials the new text needs gets less. None when there is no such change.
    """
    now = problem.gains(tuple(draft))
    floors = tuple(gain + (seat in problem.board.parties) for seat, gain in enumerate(now))
    found = _found(problem, _Aim(problem.board.parties, now, floors, tuple(draft), most))
    if found is None:
        return None
    point, more = found
    changed = tuple(at for at, option in enumerate(point.text) if option != draft[at])
    return Trade(changed, point, more)


def _found(problem: BargainingProblem, aim: _Aim) -> tuple[Point, int] | None:
    search = _Search(problem, aim)
    for tree in trees(problem, *search.extra()):
        descend(tree, search.judge, BLOCK)
    if search.best is None:
        return None
    score, gains, text = search.best
    return Point(text, gains), score


def needed(problem: BargainingProblem, text: Sequence[int]) -> frozenset[int]:
    """T8.4: the seats without whose initials a text cannot be; clauses at their default are left out."""
    others = {
        seat
        for seat in range(problem.seats)
        if any(_needing(problem, at, seat)[option] for at, option in enumerate(text))
    }
    return frozenset(problem.board.parties) | others


def _needing(problem: BargainingProblem, at: int, seat: int) -> Floats:
    clause = problem.board.clauses[at]
    return np.array(
        [
            clause.annexed < 0 and not (at in problem.loose and option == clause.default) and mask >> seat & 1
            for option, mask in enumerate(clause.consent)
        ],
        dtype=np.float64,
    )


def _changing(problem: BargainingProblem, at: int, stands: int) -> Floats:
    size = len(problem.board.clauses[at].options)
    return np.array([option != stands for option in range(size)], dtype=np.float64)
