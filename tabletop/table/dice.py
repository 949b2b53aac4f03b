"""The dice: a draw's name and the seed give the number; there is no generator to save.

A fork that changes one move keeps every draw its change does not touch. Players have streams of their own,
so another bot never moves the dice of the world.
"""

from hashlib import blake2b

from tabletop.game.chance import Dice
from tabletop.game.state import State
from tabletop.journal.entry import Draw


def keyed(seed: int) -> Dice:
    """Dice of a seed: name and number of sides to a number from 0 to sides - 1."""

    def roll(name: str, sides: int) -> int:
        return int.from_bytes(blake2b(f"{seed}|{name}".encode(), digest_size=16).digest()) % sides

    return roll


class Recorder:
    """Dice that write down what was asked of them and what came, in order."""

    def __init__(self, dice: Dice) -> None:
        self._dice = dice
        self._draws: list[Draw] = []

    def __call__(self, name: str, sides: int) -> int:
        """Roll, and write it down."""
        value = self._dice(name, sides)
        self._draws.append((name, sides, value))
        return value

    @property
    def draws(self) -> tuple[Draw, ...]:
        """Everything asked so far."""
        return tuple(self._draws)


def slot(state: State) -> str:
    """The place in the match: round, sitting, step."""
    talks = state.talks
    return f"{talks.round}.{talks.sitting}.{talks.step}"


def stream(seed: int, seat: str, place: str, n: int) -> str:
    """The key of a player's own chance for its `n`-th move at a place; it does not show the seed."""
    return blake2b(f"{seed}|player/{seat}/{place}/{n}".encode(), digest_size=16).hexdigest()
