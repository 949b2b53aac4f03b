"""A step: what one move has decided so far.

`decide` works on a step. Each event counts at once for the step's own state, so a later rule of the same move reads
what an earlier one did. Quantities and fields of the procedure change in bunches: their new values are kept, and booked
together as soon as somebody looks. Chapters get the step and stay strangers to each other.
"""

from collections.abc import Iterator
from itertools import takewhile
from typing import Any

from tabletop.game.core import chance
from tabletop.game.core.chance import Dice
from tabletop.game.core.evolve import evolve
from tabletop.game.core.price import FREE, Price, charges
from tabletop.game.core.quantities import (
    Path,
    Values,
    entry_at,
    resolve,
    seat_ids,
    with_entry,
    written,
)
from tabletop.game.core.talks import facts_of, fire
from tabletop.game.records import events as e
from tabletop.game.records.papers import Paper
from tabletop.game.records.state import RecordLine, State
from tabletop.scenario.board.board import Board
from tabletop.vocabulary import EVERYONE, TABLE, Effects

UNSEEN = frozenset({"free_left"})
"""Fields of the procedure that are each seat's own: nobody sees the event that sets all of them."""

WHOLE = 100_00
"""One, per ten thousand."""


class Step:
    """The events of one move, and the state after them.

    Attributes:
        board: The board.
        seat, mover: Who moves: the slug, and the place among the seats; -1 for one who keeps no seat.
        price: What the move costs its mover.
        seats: The seats' slugs, in order.
    """

    def __init__(
        self, board: Board, state: State, dice: Dice, seat: str = TABLE, price: Price = FREE
    ) -> None:
        self.board, self.dice, self.price = board, dice, price
        self.seat, self.mover = seat, board.seat_index.get(seat, -1)
        self._events: list[e.Happening] = []
        self.seats = seat_ids(board)
        self._state = state
        self._ahead: Values = {}
        """What events have changed that are not in `_state` yet."""

    @property
    def events(self) -> tuple[e.Happening, ...]:
        """What has happened, in order."""
        return tuple(self._events)

    @property
    def state(self) -> State:
        """The state as this move has made it so far."""
        if self._ahead:
            self._state, self._ahead = written(self._state, self._ahead), {}
        return self._state

    @state.setter
    def state(self, state: State) -> None:
        """Go on from another state."""
        self._state, self._ahead = state, {}

    def emit(self, event: e.Happening) -> None:
        """Something happened."""
        self._events.append(event)
        self._state = evolve(self.board, self.state, event)

    def roll(self, purpose: str, subject: str, sides: int, n: int = 0) -> int:
        """A die with `sides` sides, from 0, named by its place in the match."""
        return self.dice(chance.name(self.state, purpose, subject, n), sides)

    def happens(self, purpose: str, subject: str, share: int, n: int = 0) -> bool:
        """Whether something with a chance of `share` per ten thousand happens."""
        return self.roll(purpose, subject, WHOLE, n) < share

    def set(self, rule: str, **fields: int | str | bool | tuple[int, ...] | tuple[str, ...]) -> None:
        """Set fields of the procedure that have a new value."""
        for field, to in fields.items():
            if self._now("talks", field) != to:
                seen = 0 if field in UNSEEN else EVERYONE
                self._events.append(e.TalksSet(seen=seen, rule=rule, field=field, to=to))
                self._ahead.setdefault("talks", {})[field] = to

    def fire(self, trigger: str, rule: str) -> None:
        """Pull a trigger of the chart; where it leads nowhere from here, nothing happens (T1.1)."""
        to = fire(self.state.talks.phase, trigger, facts_of(self.board, self.state))
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
        field = self._now(path.chapter, path.field)
        if bounded != entry_at(field, path.at):
            self._events.append(e.Shifted(seen=path.audience, rule=rule, path=path.text, to=bounded))
            self._ahead.setdefault(path.chapter, {})[path.field] = with_entry(field, path.at, bounded)

    def read(self, path: Path) -> int:
        """The quantity at a path, as this move has made it so far."""
        return entry_at(self._now(path.chapter, path.field), path.at)

    def path(self, text: str) -> Path:
        """The path for a text that the compiler has checked.

        Raises:
            KeyError: There is no such quantity.
        """
        path = resolve(text, self.seats)
        if path is None:
            raise KeyError(text)
        return path

    def pay(self) -> None:
        """Charge the mover the price of its move (T1.7)."""
        self.charge(self.price)

    def charge(self, price: Price) -> None:
        """Let every effect of a price happen."""
        for text, change, rule in price:
            path = self.path(text)
            self.shift(path, self.read(path) + change, rule)

    def apply(self, effects: Effects, rule: str, own: int = -1, to: int = -1, other: int = -1) -> None:
        """Effects on quantities, with seats for their placeholders; see `price.charges`."""
        self.charge(charges(self.board, effects, rule, own, to, other))

    def act(self, key: str, rule: str, own: int = -1, to: int = -1, other: int = -1) -> None:
        """Apply the named effect of the rules."""
        self.apply(self.board.effects[key], rule, own, to, other)

    def this_round(self) -> Iterator[RecordLine]:
        """The lines of the record that fell in the round that runs, the newest first."""
        now = self.state.talks.round
        return takewhile(lambda line: line.round == now, reversed(self.state.record))

    def mask(self, *seats: int) -> int:
        """The mask of some seats."""
        return sum(1 << seat for seat in set(seats) if seat >= 0)

    def _now(self, chapter: str, field: str) -> Any:
        """The field of a chapter, as this move has made it so far."""
        ahead = self._ahead.get(chapter)
        if ahead is not None and field in ahead:
            return ahead[field]
        return getattr(getattr(self._state, chapter), field)

    def number(self, key: str) -> int:
        """A named number of the rules, in the state's unit."""
        return self.board.numbers[key]


def seats_in(mask: int, count: int) -> tuple[int, ...]:
    """The seats of a mask, by place."""
    return tuple(seat for seat in range(count) if mask == EVERYONE or mask >> seat & 1)
