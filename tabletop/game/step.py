"""A step: what one move has decided so far.

`decide` works on a step. Each event is booked at once into the step's own state, so a later rule of the same
move reads what an earlier one did. Chapters get the step and stay strangers to each other.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import product, takewhile

from tabletop.game import chance
from tabletop.game import events as e
from tabletop.game.chance import Dice
from tabletop.game.evolve import evolve
from tabletop.game.papers import Paper
from tabletop.game.paths import Path, read, resolve, seat_ids
from tabletop.game.state import Line, State
from tabletop.game.talks import facts_of, target
from tabletop.scenario.board import Board, Effects
from tabletop.terms import EVERYONE

WHOLE = 100_00
"""One, per ten thousand."""


class Step:
    """The events of one move, and the state after them.

    Attributes:
        board: The board.
        state: The state as this move has made it so far.
        events: What has happened, in order.
        trail: The state before the move, then the state after each event.
    """

    def __init__(self, board: Board, state: State, dice: Dice) -> None:
        self.board, self.state, self.dice = board, state, dice
        self.events: list[e.Happening] = []
        self.trail: list[State] = [state]
        self.seats = seat_ids(board)

    def emit(self, event: e.Happening) -> None:
        """Something happened."""
        self.events.append(event)
        self.state = evolve(self.board, self.state, event)
        self.trail.append(self.state)

    def roll(self, purpose: str, subject: str, sides: int, n: int = 0) -> int:
        """A die with `sides` sides, from 0, named by its place in the match."""
        return self.dice(chance.name(self.state, purpose, subject, n), sides)

    def happens(self, purpose: str, subject: str, share: int, n: int = 0) -> bool:
        """Whether something with a chance of `share` per ten thousand happens."""
        return self.roll(purpose, subject, WHOLE, n) < share

    def set(self, rule: str, **fields: int | str | bool | tuple[int, ...] | tuple[str, ...]) -> None:
        """Set fields of the procedure that have a new value."""
        for field, to in fields.items():
            if getattr(self.state.talks, field) != to:
                self.emit(e.TalksSet(rule=rule, field=field, to=to))

    def fire(self, trigger: str, rule: str) -> None:
        """Take a step of the chart, if an arrow is open."""
        to = target(self.state.talks.phase, trigger, facts_of(self.board, self.state))
        if to is not None:
            self.emit(e.PhaseChanged(rule=rule, trigger=trigger, to=to.value))

    def table(self, paper: Paper, rule: str) -> None:
        """Put a paper on the table, for those who may see it."""
        self.emit(e.PaperTabled(seen=paper.seen, rule=rule, paper=paper))

    def close(self, paper: Paper, by: str, how: str, rule: str) -> None:
        """Take a paper off the table."""
        of = getattr(paper, "by", "")
        self.emit(
            e.PaperClosed(seen=paper.seen, rule=rule, paper=paper.id, what=paper.kind, of=of, by=by, how=how)
        )

    def shift(self, path: Path, to: int, rule: str) -> None:
        """Give a quantity a new value, within its range."""
        bounded = max(path.range.least, min(path.range.most, to))
        if bounded != read(self.state, path):
            self.emit(e.Shifted(seen=path.audience, rule=rule, path=path.text, to=bounded))

    def path(self, text: str) -> Path:
        """The path for a text that the compiler has checked.

        Raises:
            KeyError: There is no such quantity.
        """
        path = resolve(text, self.seats)
        if path is None:
            raise KeyError(text)
        return path

    def apply(self, effects: Effects, rule: str, own: int = -1, to: int = -1, other: int = -1) -> None:
        """Effects on quantities: `own` is the actor, `to` the addressee, `other` the one it is about.

        Without an `other`, it is every party but the actor.
        """
        for text, amount in effects:
            for path in spelled(text, self.seats, self.board.parties, own, to, other):
                self.shift(path, read(self.state, path) + amount, rule)

    def act(self, key: str, rule: str, own: int = -1, to: int = -1, other: int = -1) -> None:
        """Apply the named effect of the rules."""
        self.apply(self.board.effects[key], rule, own, to, other)

    def this_round(self) -> Iterator[Line]:
        """The lines of the record that fell in the round that runs, the newest first."""
        now = self.state.talks.round
        return takewhile(lambda line: line.round == now, reversed(self.state.record))

    def mask(self, *seats: int) -> int:
        """The mask of some seats."""
        return sum(1 << seat for seat in set(seats) if seat >= 0)

    def number(self, key: str) -> int:
        """A named number of the rules, in the state's unit."""
        return self.board.numbers[key]


@lru_cache(maxsize=4096)
def spelled(
    text: str, seats: tuple[str, ...], parties: tuple[int, ...], own: int, to: int, other: int
) -> tuple[Path, ...]:
    """The paths an effect's path stands for, placeholders filled in."""
    about = (other,) if other >= 0 else tuple(at for at in parties if at != own)
    stands = {
        "own": (seats[own],) if own >= 0 else (),
        "to": (seats[to],) if to >= 0 else (),
        "other": tuple(seats[at] for at in about),
    }
    texts = product(*(stands.get(part, (part,)) for part in text.split(".")))
    return tuple(path for parts in texts if (path := resolve(".".join(parts), seats)) is not None)


def seats_in(mask: int, count: int) -> tuple[int, ...]:
    """The seats of a mask, by place."""
    return tuple(seat for seat in range(count) if mask == EVERYONE or mask >> seat & 1)
