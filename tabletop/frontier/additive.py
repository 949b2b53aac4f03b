"""The frontier of what only adds up: clause by clause, keeping what nothing beats.

If one beginning of a text is worth no less than another to every seat, so is every text that goes on from it in the
same way. That holds for terms alone; survival and ratification may turn it round, so texts need the tree.
"""

from collections.abc import Iterable

import numpy as np

from tabletop.frontier.bargaining_problem import BargainingProblem
from tabletop.frontier.columns import Columns
from tabletop.frontier.curve_arrays import Ints
from tabletop.frontier.efficient import efficient


def additive(tables: Iterable[Ints]) -> Ints:
    """The sums that nothing beats, of one row from each table: by sum, then seat.

    An option that another of its clause beats is in none of them. The clauses with most options left come last, so
    that the many sums are filtered few times.

    Args:
        tables: By clause: rows by option, then seat.
    """
    sums: Ints | None = None
    for table in sorted((table[efficient(table)] for table in tables), key=len):
        grown = table if sums is None else (sums[:, None] + table[None]).reshape(-1, table.shape[1])
        sums = grown[efficient(grown)]
    return np.zeros((1, 0), dtype=np.int64) if sums is None else sums


def of_terms(problem: BargainingProblem) -> Ints:
    """The frontier of the terms if every text held and were carried, hundredths of a point times a hundred."""
    columns = Columns(problem)
    return additive(
        np.ascontiguousarray(columns.unary[at][columns.terms : columns.left, list(options)].T)
        for at, options in enumerate(problem.options)
    )
