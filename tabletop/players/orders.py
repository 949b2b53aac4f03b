"""What a player orders for a fortnight: by what each option does to what it cares for, and some chance."""

from collections.abc import Mapping

from tabletop.game.forms import Levers
from tabletop.game.views import SeatView
from tabletop.players.base import boxes, build
from tabletop.players.stream import Stream
from tabletop.scenario.board import Board, Effects
from tabletop.table.port import Chosen

Care = tuple[tuple[str, int], ...]
"""What a player cares for: prefix of a path, and the weight of a point of it."""

HABIT = 6_000
"""Chance that a lever stays where it usually stands: a campaign does not turn about every fortnight."""

SPREAD = 600_00
"""How much chance weighs in the choice of an option."""


def seal(
    board: Board, view: SeatView, care: Care, stream: Stream, name: str, habit: int = HABIT
) -> Chosen | None:
    """Orders for each lever that is offered, or None when none are; `habit` is how readily they stay as usual."""
    mine = view.sight.mine
    for box in boxes(view, "orders"):
        slot = next((slot for slot in box.slots if isinstance(slot, Levers)), None)
        if slot is None or (mine is not None and mine.orders):
            return None
        known = board.seats[view.sight.seat].levers
        usual = dict(board.seats[view.sight.seat].default_orders)
        me = board.seats[view.sight.seat].id
        choices = tuple(
            (
                lever,
                usual[lever]
                if usual.get(lever) in options and stream.chance(habit)
                else best(options, known.get(lever, {}), care, me, stream),
            )
            for lever, options in slot.levers
        )
        return Chosen(build(box, {slot.name: choices}), f"Orders as a {name} seat weighs them.")
    return None


def best(options: tuple[str, ...], known: Mapping[str, Effects], care: Care, me: str, stream: Stream) -> str:
    """The option that does most for what the seat cares for, some chance added."""
    scores = [worth(known.get(option, ()), care, me) + stream.below(SPREAD) for option in options]
    return options[scores.index(max(scores))]


def worth(effects: Effects, care: Care, me: str) -> int:
    """What an option does to what a seat cares for: its own mood at home, others' trust in it, and so on."""
    total = 0
    for path, size in effects:
        if path.startswith("home.audience") and not path.endswith((f".{me}", ".own")):
            continue
        if path.startswith("alliance.capital") and not path.endswith((f".{me}", ".own")):
            continue
        total += sum(weight * size for prefix, weight in care if path.startswith(prefix))
    return total
