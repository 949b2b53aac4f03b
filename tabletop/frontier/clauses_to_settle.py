"""The clauses to settle first, so that whatever is left of a text only adds up."""

from collections.abc import Iterable, Sequence
from math import prod


def smallest_cover(
    sizes: Sequence[int], pairs: Iterable[tuple[int, int]], wanted: Iterable[int]
) -> tuple[int, ...]:
    """The clauses, with the fewest ways to settle them, that hold all of `wanted` and one of every pair.

    Clauses of one option are settled anyway and cost nothing. The search is exhaustive over the clauses that stand
    in pairs: for the flagship some sixty sets.
    """
    need = frozenset(wanted)
    edges = {pair for pair in pairs if not need & set(pair)}
    loose = sorted({at for pair in edges for at in pair})
    best: tuple[int, list[int]] | None = None
    for mask in range(1 << len(loose)):
        picked = [at for bit, at in enumerate(loose) if mask >> bit & 1]
        if all(one in picked or other in picked for one, other in edges):
            found = (prod(sizes[at] for at in picked), picked)
            best = found if best is None else min(best, found)
    return tuple(sorted({*need, *(best[1] if best else ())}))
