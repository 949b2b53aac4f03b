"""A seat's word and its orders: which of them an interim text in force or an own promise rules out."""

from tabletop.game.records.papers import PromisePaper
from tabletop.game.views import SeatView
from tabletop.scenario.board.board import Board, SeatBoard

Spot = tuple[str, str]
"""A lever and one of its options."""


def ruled_out(board: Board, view: SeatView) -> tuple[frozenset[Spot], str]:
    """The orders that would break an interim text in force or an own promise, and the reason to leave them out."""
    seat, text = board.seats[view.sight.seat], view.sight.text
    shut: set[Spot] = set()
    pledge = ""
    if text.truce is not None:
        shut |= {
            spot
            for spot in seat.campaigns
            if text.truce.scope > 1 or seat.strikes[spot][0] in {"energy", "refineries"}
        }
        pledge = "orders.truce" if shut else ""
    now = view.sight.talks.round
    for paper in view.sight.papers:
        if isinstance(paper, PromisePaper) and (paper.by, paper.state) == (seat.id, "open"):
            running = paper.start <= now <= paper.end
            against = (
                breaches(board, seat, board.act_tests.get(paper.act, "")) if running else frozenset[Spot]()
            )
            shut |= against
            pledge = "orders.promise" if against else pledge
    return frozenset(shut), pledge


def breaches(board: Board, seat: SeatBoard, test: str) -> frozenset[Spot]:
    """The orders that break a promise of this test (T6.7)."""
    spots = [(lever, option) for lever, options in seat.levers.items() for option in options]
    match test:
        case "no-energy-strikes" | "no-refinery-strikes":
            target = "energy" if test == "no-energy-strikes" else "refineries"
            return frozenset(spot for spot in spots if seat.strikes.get(spot, ("", 0))[0] == target)
        case "no-long-range":
            levers = {lever for lever, _ in seat.strikes}
            chance = {spot: seat.strikes.get(spot, ("", 0))[1] for spot in spots if spot[0] in levers}
            least = {lever: min(chance[spot] for spot in chance if spot[0] == lever) for lever in levers}
            return frozenset(spot for spot in chance if chance[spot] > least[spot[0]])
        case "quiet-line" if board.war is not None and board.war.lever in seat.levers:
            slow = min(one.tempo for one in board.war.tempo.values())
            lever = board.war.lever
            return frozenset(
                (lever, option) for option in seat.levers[lever] if board.war.tempo[option].tempo > slow
            )
        case "restraint":
            levers = {lever for lever, _ in seat.restraint}
            return frozenset(spot for spot in spots if spot[0] in levers and spot not in seat.restraint)
        case "no-new-sanctions":
            return frozenset(spot for spot in spots if _moves(seat, spot, "war.headroom") < 0)
        case "steady-aid":
            usual = dict(seat.default_orders)
            return frozenset(
                spot
                for spot in spots
                if _moves(seat, spot, "alliance.support")
                < min(0, _moves(seat, (spot[0], usual.get(spot[0], spot[1])), "alliance.support"))
            )
        case _:
            return frozenset()


def _moves(seat: SeatBoard, spot: Spot, path: str) -> int:
    """What an order does to a quantity, in its unit."""
    lever, option = spot
    return sum(size for name, size in seat.levers.get(lever, {}).get(option, ()) if name == path)
