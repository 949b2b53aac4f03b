"""What was drawn, written down; and the streams that players draw from.

Players have streams of their own, so another bot never moves the dice of the world.
"""

from hashlib import blake2b

from tabletop.game.core.chance import Dice
from tabletop.game.records.state import State
from tabletop.journal.entry import Draw


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


def match_place(state: State) -> str:
    """The place in the match: round, sitting, step."""
    talks = state.talks
    return f"{talks.round}.{talks.sitting}.{talks.step}"


def stream(seed: int, seat: str, place: str, n: int) -> str:
    """The key of a player's own chance for its `n`-th move at a place; it does not show the seed."""
    return blake2b(f"{seed}|player/{seat}/{place}/{n}".encode(), digest_size=16).hexdigest()
