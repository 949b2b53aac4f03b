"""Rows that no other row beats: the Pareto filter, and a staircase that tells what known rows beat."""

import numpy as np
from numpy.typing import NDArray

from tabletop.frontier.curve_arrays import Bools, Ints

Ranks = NDArray[np.int16 | np.int32]
"""Places of values in their order."""

BLOCK = 128
"""Rows filtered against each other at a time."""

STEPS = 48
"""Steps of the staircase by seat."""

CHUNK = 1 << 14
"""Rows compared with a block at a time."""

NOTHING = -(1 << 40)
"""Below every gain."""


def beaten(rows: Ints, by: Ints) -> Bools:
    """Which rows some row of `by` equals or exceeds in every place; fastest if its first rows beat most."""
    found = np.zeros(len(rows), dtype=np.bool_)
    known = np.ascontiguousarray(by.T)
    for first in range(0, len(rows), CHUNK):
        part = np.ascontiguousarray(rows[first : first + CHUNK].T)
        alive: Ints = np.arange(part.shape[1], dtype=np.int64)
        for begin in range(0, len(by), BLOCK):
            sound = ~_above(known[:, begin : begin + BLOCK], part).any(axis=0)
            alive, part = alive[sound], part[:, sound]
        found[first : first + CHUNK] = True
        found[first + alive] = False
    return found


def efficient(rows: Ints) -> Ints:
    """Where the rows stand that no row beats; of equal rows the first. In order of their sums, the largest first.

    A row can only be beaten by one with a larger sum, or by its equal: what comes later is never needed to judge it.
    """
    order = np.argsort(-rows.sum(axis=1), kind="stable")
    columns = _ranks(rows[order].T)
    kept: list[Ints] = []
    while len(order):
        part = columns[:, :BLOCK]
        sound = ~np.triu(_above(part, part), 1).any(axis=0)
        kept.append(order[:BLOCK][sound])
        rest = ~_above(part[:, sound], columns[:, BLOCK:]).any(axis=0)
        order, columns = order[BLOCK:][rest], columns[:, BLOCK:][:, rest]
    return np.concatenate(kept) if kept else order


def _ranks(columns: Ints) -> Ranks:
    """Each place's values as their ranks: compared alike, and much faster, since several fit where one did."""
    narrow = np.int16 if columns.shape[1] <= np.iinfo(np.int16).max else np.int32
    return np.stack([np.unique(column, return_inverse=True)[1].astype(narrow) for column in columns])


def _above(one: Ints | Ranks, other: Ints | Ranks) -> Bools:
    """By column of one and of the other: whether the first equals or exceeds the second in every place."""
    above: Bools = one[0][:, None] >= other[0]
    for place in range(1, len(one)):
        above &= one[place][:, None] >= other[place]
    return above


class Staircase:
    """Known rows, and whether one of them beats a bound.

    Three places are cut into steps, and for each three steps the best fourth value of the rows at or above them is
    kept: one look-up settles most bounds, and never in error. What it lets pass is held against every row. Rows of
    two or three places have fewer steps; with one, or more than four, only the second test is made.
    """

    def __init__(self, rows: Ints) -> None:
        self.rows = rows
        self._places = rows.shape[1] - 1 if 2 <= rows.shape[1] <= 4 and len(rows) else 0
        if self._places:
            self._build()

    def beats(self, bounds: Ints) -> Bools:
        """By bound (columns by seat): whether a known row equals or exceeds it in every place."""
        found = self.clearly_beats(bounds)
        doubtful = np.flatnonzero(~found)
        found[doubtful] = beaten(bounds[:, doubtful].T, self.rows)
        return found

    def clearly_beats(self, bounds: Ints) -> Bools:
        """The same by the steps alone: fast, and false now and then where the truth is true, never the other way."""
        if not self._places:
            return np.zeros(len(bounds.T), dtype=np.bool_)
        at = tuple(
            self._step[place][
                np.clip(bounds[place], self._low[place], self._high[place] + 1) - self._low[place]
            ]
            for place in range(self._places)
        )
        found: Bools = self._table[at] >= bounds[-1]
        return found

    def _build(self) -> None:
        rows = self.rows
        self._low = rows.min(axis=0)
        self._high = rows.max(axis=0)
        self._step: list[Ints] = []
        cells: list[Ints] = []
        shape: list[int] = []
        for place in range(self._places):
            values = np.sort(rows[:, place])
            edges = np.unique(values[np.linspace(0, len(values) - 1, STEPS).astype(np.int64)])
            figures: Ints = np.arange(self._low[place], self._high[place] + 2, dtype=np.int64)
            self._step.append(np.searchsorted(edges, figures))
            cells.append(np.searchsorted(edges, rows[:, place], side="right") - 1)
            shape.append(len(edges) + 1)
        table: Ints = np.full(shape, NOTHING, dtype=np.int64)
        np.maximum.at(table, tuple(cells), rows[:, -1])
        for axis in range(self._places):
            table = np.flip(np.maximum.accumulate(np.flip(table, axis), axis), axis)
        self._table: Ints = table
