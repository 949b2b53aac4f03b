"""What a scenario gives every match alike, made once: batches and branches play many matches on one board.

It belongs to no match, since matches share it, and it cannot grow: what falls out is made again.
"""

from functools import cache
from importlib.metadata import version

from tabletop.scenario.board.board import Board, board_for
from tabletop.scenario.board.lexicon import Lexicon
from tabletop.scenario.compiler.lexicon import lexicon
from tabletop.scenario.scenario import Scenario

MOST = 8
"""How many boards and lexicons are remembered, the newest; a program plays on one or two at a time."""

_boards: list[tuple[Board, dict[int, Board]]] = []
_words: list[tuple[Scenario, bool, Lexicon]] = []


def seat_board(board: Board, seat: int) -> Board:
    """`board_for`, the same object each time it is asked of the same board; `seat` is a place."""
    made = next((made for whole, made in _boards if whole is board), None)
    if made is None:
        made = dict[int, Board]()
        _boards[:] = [*_boards[1 - MOST :], (board, made)]
    if seat not in made:
        made[seat] = board_for(board, seat)
    return made[seat]


def words_of(scenario: Scenario, *, neutral: bool) -> Lexicon:
    """`lexicon`, the same object each time it is asked of the same scenario."""
    found = next((words for of, veiled, words in _words if of is scenario and veiled == neutral), None)
    if found is None:
        found = lexicon(scenario, neutral=neutral)
        _words[:] = [*_words[1 - MOST :], (scenario, neutral, found)]
    return found


@cache
def package() -> str:
    """The version of this program."""
    return version("remaining-fifth")
