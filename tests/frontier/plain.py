"""The second method: every text of a moment, beginning by beginning, with nothing left out.

A text is cut in two. Under one beginning every column of every ending is a sum over single clauses, so all endings
are valued at once. There is no tree and there are no bounds.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product
from math import prod

import numpy as np

from tabletop.frontier.bargaining_problem import BargainingProblem
from tabletop.frontier.columns import Columns
from tabletop.frontier.curve_arrays import Ints
from tabletop.frontier.efficient import beaten, efficient

ENDINGS = 8_000
"""About so many endings are valued at once."""


@dataclass
class Plain:
    """What an enumeration finds: the frontier, and counts of texts above 0 for all seats and for both parties."""

    front: Ints
    above_all: int = 0
    above_parties: int = 0
    texts: int = 0
    best: int = field(default=-(10**9))


def enumerated(problem: BargainingProblem) -> Plain:
    """Look at every text."""
    found = Plain(np.zeros((0, problem.seats), dtype=np.int64))
    parties = list(problem.board.parties)
    few = np.zeros((0, problem.seats), dtype=np.int64)
    for gains in chunks(problem):
        found.texts += len(gains)
        found.above_all += int((gains > 0).all(axis=1).sum())
        both = gains[:, parties].min(axis=1)
        found.above_parties += int((both > 0).sum())
        found.best = max(found.best, int(both.max()))
        rows = gains[~beaten(gains, few)]
        rows = rows[~beaten(rows, found.front)]
        if len(rows):
            joined = np.concatenate((found.front, rows))
            found.front = joined[efficient(joined)]
            few = found.front[:: max(1, len(found.front) // 12)]
    return found


def chunks(problem: BargainingProblem) -> Iterator[Ints]:
    """The gains of all texts, by text and seat, one beginning after another. No side payments, nothing barred."""
    columns, sizes = Columns(problem), [len(options) for options in problem.options]
    cut = next(at for at in range(len(sizes) + 1) if prod(sizes[at:]) <= ENDINGS)
    tail = np.array(list(product(*problem.options[cut:])), dtype=np.int64).reshape(prod(sizes[cut:]), -1)
    shared: Ints = np.zeros((columns.width, len(tail)), dtype=np.int64)
    for at in range(cut, len(sizes)):
        shared += columns.unary[at][:, tail[:, at - cut]]
    for (one, other), table in columns.pairs.items():
        if min(one, other) >= cut:
            shared += table[:, tail[:, one - cut], tail[:, other - cut]]
    for head in product(*problem.options[:cut]):
        sums = shared + sum(columns.unary[at][:, [option]] for at, option in enumerate(head))
        for (one, other), table in columns.pairs.items():
            if max(one, other) < cut:
                sums += table[:, head[one], head[other], None]
            elif one < cut <= other:
                sums += table[:, head[one], tail[:, other - cut]]
            elif other < cut <= one:
                sums += table[:, tail[:, one - cut], head[other]]
        yield columns.gains_of(sums)
