"""Going down a tree, depth first and many nodes at a time."""

from collections.abc import Callable, Iterator

from tabletop.frontier.curve_arrays import Ints
from tabletop.frontier.tree import Nodes, Tree

BLOCK = 1 << 14
"""Nodes looked at together, at most."""

Judge = Callable[[Tree, Nodes], Ints]
"""Which nodes to go on with, the most promising first; what it says of whole texts is not read."""


def descend(tree: Tree, judge: Judge, block: int = BLOCK) -> int:
    """Show every node that may matter to a judge, and go on below those it keeps; whole texts are shown as well.

    Returns:
        How many nodes were looked at.
    """
    nodes = tree.roots()
    looked = len(nodes)
    waiting = list(_parts(tree, nodes, judge, block))
    while waiting:
        nodes = tree.children(waiting.pop())
        looked += len(nodes)
        waiting += _parts(tree, nodes, judge, block)
    return looked


def _parts(tree: Tree, nodes: Nodes, judge: Judge, block: int) -> Iterator[Nodes]:
    """What a judge keeps, in parts small enough to be opened at once, the most promising last."""
    kept = judge(tree, nodes)
    if nodes.level < tree.depth:
        step = max(1, block // tree.ways(nodes.level))
        for first in reversed(range(0, len(kept), step)):
            yield nodes.some(kept[first : first + step])
