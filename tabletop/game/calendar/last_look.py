"""A last look at the orders between the session and the fortnight (rules T2.7 and T2.8).

Orders are sealed before the session so that strikes in it have a history. A seat that asked for a last look is
awaited once more at the recess and may change one of its levers; nobody is awaited who did not ask.
"""

from tabletop.errors import Refusal
from tabletop.game.core.floor import answered, spend_free
from tabletop.game.core.rule import Rule, is_in, no
from tabletop.game.core.sight import Sight
from tabletop.game.core.step import Step
from tabletop.game.leverage.pressure import cost_in
from tabletop.game.records import events as e
from tabletop.game.records.menu import Box, Levers, Pick
from tabletop.game.records.moves import Amend, KeepOrders, LastLook
from tabletop.scenario.board.board import Board
from tabletop.vocabulary import Phase

TALKING = (Phase.SCHEDULED, Phase.PLENARY, Phase.SUSPENDED)
"""Phases in which a last look can be asked for."""


def last_look_form(_board: Board, sight: Sight) -> tuple[Box, ...] | Refusal:
    """T2.7: ask for a last look at each recess from now on, or no longer; uses a free move."""
    if sight.talks.free_left[sight.seat] < 1:
        return no("no-free-moves-left", "T2.7")
    switch = "off" if is_in(sight.talks.looking, sight.seat) else "on"
    return (Box("last-look", "T2.7", "public", 0, 1, (Pick("switch", (switch,)),)),)


def decide_last_look(step: Step, move: LastLook) -> None:
    """T2.7: the seat will be awaited at the recess, or will not."""
    spend_free(step, "T2.7")
    step.emit(e.LastLookAsked(rule="T2.7", seat=step.seat, switch=move.switch))


def await_looks(step: Step) -> None:
    """T2.7: at the recess the seats that asked are awaited; without one the table goes on at once."""
    step.set("T2.7", awaiting=step.state.talks.looking)


def amend_form(board: Board, sight: Sight) -> tuple[Box, ...] | Refusal:
    """T2.8: one lever to another option, within the capital that the other orders leave (T2.4)."""
    mine = sight.mine
    if mine is None or not is_in(sight.talks.awaiting, sight.seat):
        return no("no-last-look", "T2.8", hint="last-look")
    seat = board.seats[sight.seat]
    orders = mine.orders or mine.standing
    cost = {
        choice: cost_in(seat.levers[choice[0]][choice[1]], f"alliance.capital.{seat.id}") for choice in orders
    }
    boxes: list[Box] = []
    for lever, now in orders:
        left = mine.capital - sum(cost.values()) + cost[lever, now]
        others = tuple(
            option
            for option, effects in seat.levers[lever].items()
            if option != now and cost_in(effects, f"alliance.capital.{seat.id}") <= left
        )
        if others:
            boxes.append(Box("amend", "T2.8", "own", 0, 1, (Levers("choices", ((lever, others),)),)))
    return tuple(boxes) or no("no-other-order", "T2.8")


def decide_amend(step: Step, move: Amend) -> None:
    """T2.8: the order is another; the rest stands as sealed."""
    step.emit(e.OrderAmended(seen=step.mask(step.mover), rule="T2.8", seat=step.seat, choices=move.choices))
    answered(step, "T2.8")


def keep_form(_board: Board, sight: Sight) -> tuple[Box, ...] | Refusal:
    """T2.8: leave the orders as they are."""
    if not is_in(sight.talks.awaiting, sight.seat):
        return no("no-last-look", "T2.8", hint="last-look")
    return (Box("keep-orders", "T2.8", "own", 0, 1, ()),)


def decide_keep(step: Step, _move: KeepOrders) -> None:
    """T2.8: nothing changes."""
    answered(step, "T2.8")


RULES: dict[str, Rule] = {
    "last-look": Rule("T2.7", last_look_form, decide_last_look, TALKING),
    "amend": Rule("T2.8", amend_form, decide_amend, (Phase.RECESSED,)),
    "keep-orders": Rule("T2.8", keep_form, decide_keep, (Phase.RECESSED,)),
}
