"""What becomes of orders that an interim text forbids: comply, look away, or breach (rule T8.7)."""

from tabletop.errors import Refusal
from tabletop.game.core.floor import spend_free
from tabletop.game.core.rule import Rule, Who, no
from tabletop.game.core.sight import Sight
from tabletop.game.core.step import Step
from tabletop.game.records import events as e
from tabletop.game.records.menu import Box, Pick
from tabletop.game.records.moves import Comply
from tabletop.game.strikes.strikes import orders_of, truce_forbids, way_of_keeping
from tabletop.scenario.board.board import Board, SeatBoard
from tabletop.vocabulary import Phase

WAYS = ("comply", "look-away", "breach")
"""T8.7: what a party may seal beside its orders; the first is the default."""

NUMBER = "truce.rogue"
"""The number of the chance that a seat which looks away is broken by its own units; without it the rule rests."""


def comply_form(board: Board, sight: Sight) -> tuple[Box, ...] | Refusal:
    """T8.7: while an interim text of fire is in force a party seals how it keeps it; uses a free move."""
    if NUMBER not in board.numbers or sight.text.truce is None or sight.mine is None:
        return no("no-truce-in-force", "T8.7")
    if sight.talks.free_left[sight.seat] < 1:
        return no("no-free-moves-left", "T8.7")
    ways = tuple(way for way in WAYS if way != (sight.mine.comply or WAYS[0]))
    return (Box("comply", "T8.7", "own", 0, 1, (Pick("way", ways),)),)


def decide_comply(step: Step, move: Comply) -> None:
    """T8.7: it lies under seal and counts in the coming fortnight alone."""
    spend_free(step, "T8.7")
    step.emit(e.ComplianceSealed(seen=step.mask(step.mover), rule="T8.7", seat=step.seat, way=move.way))


def hold_orders(step: Step) -> None:
    """T8.7: before orders take effect, one that the truce forbids is replaced by the nearest it allows.

    A party that sealed *breach* keeps its order, and so, with the chance `truce.rogue`, does one that looks away: its
    units act on it. Whether the truce was kept is then judged by what took effect (T8.5).
    """
    truce = step.state.text.truce
    if truce is None or NUMBER not in step.board.numbers:
        return
    for at in step.board.parties:
        seat = step.board.seats[at]
        orders = orders_of(step, at)
        allowed = tuple((lever, nearest(seat, lever, option, truce.scope)) for lever, option in orders)
        if allowed == orders:
            continue
        way = way_of_keeping(step.state, at)
        if way == "breach" or (way == "look-away" and step.happens("rogue", seat.id, step.number(NUMBER))):
            continue
        step.emit(
            e.OrdersReplaced(seen=step.mask(at), rule="T8.7", seat=seat.id, was=orders, choices=allowed)
        )


def nearest(seat: SeatBoard, lever: str, option: str, scope: int) -> str:
    """T8.7: the option of a lever that is nearest in its order and not forbidden, the milder of two equally near.

    A lever all of whose options are forbidden keeps its own.
    """
    options = tuple(seat.levers[lever])

    def forbidden(other: str) -> bool:
        """Whether the truce covers the campaign that an option is."""
        choice = (lever, other)
        return choice in seat.campaigns and truce_forbids(scope, seat.strikes[choice][0])

    if not forbidden(option):
        return option
    now = options.index(option)
    free = [(abs(at - now), seat.strikes.get((lever, other), ("", 0))[1], other)
            for at, other in enumerate(options) if not forbidden(other)]  # fmt: skip
    return min(free)[2] if free else option


RULES: dict[str, Rule] = {
    "comply": Rule(
        "T8.7", comply_form, decide_comply, (Phase.SCHEDULED, Phase.PLENARY, Phase.SUSPENDED), Who.PARTY
    )
}
