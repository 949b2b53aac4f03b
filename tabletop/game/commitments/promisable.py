"""What a seat can promise: acts that its own orders and moves can do or leave (rule T6.2)."""

from collections.abc import Callable, Iterable, Iterator

from tabletop.scenario.board.board import Board, SeatBoard
from tabletop.vocabulary import Role


def effects_of(seat: SeatBoard) -> Iterator[tuple[str, int]]:
    """Every effect of every order a seat has."""
    return (effect for options in seat.levers.values() for way in options.values() for effect in way)


def moves(seat: SeatBoard, path: str, *, up: bool = False) -> bool:
    """Whether an order of the seat moves a quantity, or with `up` raises it."""
    return any(what == path and (amount > 0 or not up) for what, amount in effects_of(seat))


def takes(seat: SeatBoard, choices: Iterable[tuple[str, str]], path: str) -> int:
    """What these orders do to a quantity together, in its unit."""
    return sum(
        amount for lever, option in choices for what, amount in seat.levers[lever][option] if what == path
    )


ONLY_OWN = "promise.own"
"""The number by which a scenario says that only own acts may be promised: 1 when it is so."""

Own = Callable[[Board, SeatBoard], bool]


def hits(*targets: str) -> Own:
    """An act of a seat that can order strikes at one of these targets; without a target, any strikes."""

    def own(_board: Board, seat: SeatBoard) -> bool:
        """Whether an order of the seat is a campaign against one of them."""
        found = {seat.strikes[choice][0] for choice in seat.campaigns}
        return bool(found.intersection(targets) if targets else found)

    return own


def lowers(path: str) -> Own:
    """An act of a seat that is no party and has an order that takes from a quantity."""

    def own(_board: Board, seat: SeatBoard) -> bool:
        """Whether an order of the seat takes more than its default does."""
        least = min((amount for what, amount in effects_of(seat) if what == path), default=0)
        return seat.role is not Role.PARTY and least < min(takes(seat, seat.default_orders, path), 0)

    return own


def raises(path: str) -> Own:
    """An act of a seat that has an order which raises a quantity."""
    return lambda _board, seat: moves(seat, path, up=True)


def of_a_party(_board: Board, seat: SeatBoard) -> bool:
    """An act of the parties: people and lists are theirs to give."""
    return seat.role is Role.PARTY


def of_the_tempo(board: Board, seat: SeatBoard) -> bool:
    """An act of the side whose lever sets the tempo on the ground."""
    return board.war is not None and board.war.lever in seat.levers


def of_restraint(_board: Board, seat: SeatBoard) -> bool:
    """An act of a seat that can order restraint."""
    return bool(seat.restraint)


def of_anybody(_board: Board, _seat: SeatBoard) -> bool:
    """An act of any seat: to stay in the room, to hold its tongue."""
    return True


OWN: dict[str, Own] = {
    "no-energy-strikes": hits("energy"),
    "no-refinery-strikes": hits("refineries"),
    "no-long-range": hits(),
    "quiet-line": of_the_tempo,
    "restraint": of_restraint,
    "attend": of_anybody,
    "no-public-attacks": of_anybody,
    "exchange": of_a_party,
    "lists": of_a_party,
    "no-new-sanctions": lowers("war.headroom"),
    "steady-aid": lowers("alliance.support"),
    "deliver": raises("war.grid"),
}
"""T6.2: whose act it is, by the same names: a seat promises what its own orders and moves can do or leave."""


def own_acts(board: Board, seat: int) -> tuple[str, ...]:
    """T6.2: the acts that a seat can promise, in the scenario's order; one without a test is anybody's.

    A scenario without the number `promise.own` lets any seat promise any act of its list.
    """
    if ONLY_OWN not in board.numbers or not board.numbers[ONLY_OWN]:
        return board.acts
    giver = board.seats[seat]
    return tuple(
        act for act in board.acts if act not in board.act_tests or OWN[board.act_tests[act]](board, giver)
    )
