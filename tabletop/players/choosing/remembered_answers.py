"""Questions that are asked often and answered once: views and chapters are frozen, so `is` tells what is the same."""

from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar

from tabletop.scenario.board.board import Board

What = TypeVar("What")
Rest = ParamSpec("Rest")
Found = TypeVar("Found")

NEWEST = 8
"""For so many things a function remembers its answers."""


def remembered(
    find: Callable[Concatenate[Board, What, Rest], Found],
) -> Callable[Concatenate[Board, What, Rest], Found]:
    """A pure function of a board, something frozen and more, which answers the same question about them once."""
    known: dict[tuple[int, int], tuple[Board, What, dict[object, Found]]] = {}

    def asked(board: Board, what: What, /, *rest: Rest.args, **named: Rest.kwargs) -> Found:
        """What was found then, or is found now."""
        key = id(board), id(what)
        held = known.get(key)
        if held is None:
            if len(known) >= NEWEST:
                known.clear()
            held = known[key] = (board, what, {})
        question = (rest, *named.items()) if named else rest
        answers = held[2]
        if question not in answers:
            answers[question] = find(board, what, *rest, **named)
        return answers[question]

    return asked
