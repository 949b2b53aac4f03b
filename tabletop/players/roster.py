"""Who plays a seat: a temper's name and a role make a player."""

from tabletop.errors import SeatError, unknown
from tabletop.players.choosing.random_player import Uniform
from tabletop.players.choosing.random_stream import Stream
from tabletop.players.mind.opinion import Opinion
from tabletop.players.mind.search import Foresight
from tabletop.players.mind.temper import TEMPERS
from tabletop.players.scripted import TUTORIAL, Scripted
from tabletop.players.seats.mediator import Mediator
from tabletop.players.seats.outside_seat import Outside
from tabletop.players.seats.party import Party
from tabletop.scenario.board.board import SeatBoard
from tabletop.table.port import Player
from tabletop.vocabulary import BOTS, MIXED, Role

NAMES = (*BOTS, "uniform")
"""What a seat's player may be called: what a bot may be asked to be, or one that plays anything."""

MIXES: dict[str, tuple[tuple[str, int], ...]] = {
    "russia": (("hard", 30), ("patient", 30), ("trading", 20), ("yielding", 5), ("stalling", 15)),
    "ukraine": (("hard", 25), ("patient", 35), ("trading", 30), ("yielding", 10)),
}
"""How `mixed` deals tempers, by seat; other seats are dealt the first row's."""

DEFAULT_MIX = (("hard", 20), ("patient", 40), ("trading", 30), ("yielding", 10))
"""How `mixed` deals tempers to a seat without a row of its own."""


def deal(name: str, seat: str, key: str) -> str:
    """The temper a seat plays by: the name itself, or for `mixed` one drawn by the key.

    Raises:
        SeatError: There is no such temper.
    """
    if name not in NAMES:
        raise SeatError(unknown("temper", name, BOTS))
    if name != MIXED:
        return name
    mix = MIXES.get(seat, DEFAULT_MIX)
    left = Stream(f"{key}/temper/{seat}").below(sum(weight for _, weight in mix))
    for temper, weight in mix:
        left -= weight
        if left < 0:
            return temper
    return mix[0][0]


def player(name: str, seat: SeatBoard, key: str = "") -> Player:
    """The player of a seat by a temper's name.

    Raises:
        SeatError: There is no such temper.
    """
    if name == "scripted":
        return Scripted(TUTORIAL.get(seat.id, ()))
    dealt = deal(name, seat.id, key)
    if dealt == "uniform":
        return Uniform(frozenset({"undo"}))
    temper = TEMPERS[dealt]
    if seat.role == Role.PARTY:
        return Party(temper, Foresight if dealt == "search" else Opinion)
    return Mediator(temper) if seat.role == Role.MEDIATOR else Outside(temper)
