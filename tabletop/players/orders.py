"""What a player orders for a fortnight: by what it cares for, its needs in the war, its word, and some chance."""

from collections.abc import Mapping

from tabletop.game.forms import Levers
from tabletop.game.views import SeatView
from tabletop.players.base import boxes, build
from tabletop.players.pledges import Spot, kept
from tabletop.players.stakes import stakes
from tabletop.players.stream import Stream
from tabletop.players.war import TEMPO, Need, needs
from tabletop.scenario.board import Board, Effects, SeatBoard
from tabletop.table.port import Chosen
from tabletop.words.reasons import why

Care = tuple[tuple[str, int], ...]
"""What a player cares for: prefix of a path, and the weight of a point of it."""

HABIT = 6_000
"""Chance that a lever stays where it usually stands: a campaign does not turn about every fortnight."""

SPREAD = 600_00
"""How much chance weighs in the choice of an option."""

URGENT = 15_000
"""A need that is worth so much between the options of a lever breaks the habit."""

TELLS = 10_000
"""A need that is worth so much in the orders as they were chosen is named as their reason."""

KEEPS = 10_000
"""Chance that a seat keeps its word, where nothing else is said."""


def seal(
    board: Board,
    view: SeatView,
    care: Care,
    stream: Stream,
    name: str,
    habit: int = HABIT,
    keeps: int = KEEPS,
    reckons: int = 0,
) -> Chosen | None:
    """Orders for each lever that is offered, or None when none are.

    Args:
        board: The seat's board.
        view: Its view.
        care: What it cares for.
        stream: Its chance.
        name: What its sentence calls it.
        habit: Chance that a lever stays as usual, per ten thousand.
        keeps: Chance that it keeps interim texts and promises in these orders, per ten thousand.
        reckons: How much what orders do to its own alternative counts, per cent; chance counts so much less.
    """
    mine = view.sight.mine
    for box in boxes(view, "orders"):
        slot = next((slot for slot in box.slots if isinstance(slot, Levers)), None)
        if slot is None or (mine is not None and mine.orders):
            return None
        seat = board.seats[view.sight.seat]
        shut, pledge = kept(board, view) if stream.chance(keeps) else (frozenset[Spot](), "")
        pulls = (*needs(board, view), *stakes(board, view.sight.seat, reckons))
        usual, spread = dict(seat.default_orders), SPREAD * max(100 - reckons, 0) // 100 + 1
        choices: list[Spot] = []
        for lever, options in slot.levers:
            free = tuple(option for option in options if (lever, option) not in shut) or options
            found = {option: effects_of(board, seat, lever, option) for option in free}
            moved = stirred(found, pulls)
            if usual.get(lever) in free and moved < URGENT and stream.chance(habit):
                choices.append((lever, usual[lever]))
            else:
                choices.append((lever, best(free, found, care, seat.id, stream, pulls, spread)))
        reason = because(board, seat, tuple(choices), pulls, pledge, name)
        return Chosen(build(box, {slot.name: tuple(choices)}), reason)
    return None


def effects_of(board: Board, seat: SeatBoard, lever: str, option: str) -> Effects:
    """What an option does in a fortnight; for the lever of the ground, with the tempo it sets."""
    effects = seat.levers.get(lever, {}).get(option, ())
    war = board.war
    if war is None or lever != war.lever or seat.id != board.seats[war.attacker].id:
        return effects
    return (*effects, (TEMPO, war.tempo[option].tempo - 10_000))


def stirred(found: Mapping[str, Effects], pulls: tuple[Need, ...]) -> int:
    """How far needs tell the options of a lever apart."""
    worths = [sum(need.worth(effects) for need in pulls) for effects in found.values()]
    return max(worths) - min(worths)


def best(
    options: tuple[str, ...],
    known: Mapping[str, Effects],
    care: Care,
    me: str,
    stream: Stream,
    pulls: tuple[Need, ...] = (),
    spread: int = SPREAD,
) -> str:
    """The option that does most for what the seat cares for and needs, some chance added."""
    scores = [
        worth(known.get(option, ()), care, me)
        + sum(need.worth(known.get(option, ())) for need in pulls)
        + stream.below(spread)
        for option in options
    ]
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


def because(
    board: Board, seat: SeatBoard, choices: tuple[Spot, ...], pulls: tuple[Need, ...], pledge: str, name: str
) -> str:
    """Why the orders are what they are: the need they serve most, a word that is kept, or the temper."""
    effects = tuple(one for choice in choices for one in effects_of(board, seat, *choice))
    served = max(pulls, key=lambda need: need.worth(effects), default=None)
    if served is not None and served.worth(effects) >= TELLS:
        return why(served.slug, **dict(served.facts))
    return why(pledge) if pledge else why("orders", temper=name)
