"""The names of draws: chance is keyed by the draw's place in the game, never by a sequence number.

A draw's name is `round.sitting.step/purpose/subject/n`; a die answers a name and a number of sides with a
number from 0. The same name always gives the same number in a match, so a fork that changes one move keeps
every draw its change does not touch.
"""

from collections.abc import Callable
from hashlib import blake2b

from tabletop.game.records.state import State

Dice = Callable[[str, int], int]
"""Name of the draw and number of sides to a number from 0 to sides - 1."""


def keyed(seed: int) -> Dice:
    """The dice of a seed: a draw's name and the seed give the number; there is no generator to save."""

    def _roll(name: str, sides: int) -> int:
        return int.from_bytes(blake2b(f"{seed}|{name}".encode(), digest_size=16).digest()) % sides

    return _roll


def name(state: State, purpose: str, subject: str, n: int = 0) -> str:
    """The name of a draw at this place of the match."""
    talks = state.talks
    return f"{talks.round}.{talks.sitting}.{talks.step}/{purpose}/{subject}/{n}"
