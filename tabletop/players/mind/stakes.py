"""What a fortnight's orders are worth to a party's own alternative, by the rules of news, which all may read (W3)."""

from tabletop.players.mind.war import COUNTER, DRONES, TEMPO, Need
from tabletop.scenario.board.board import Board
from tabletop.scenario.board.war import WarRules

POINT = 1_000
"""What a hundredth of a point of the own alternative counts for in the choice of orders."""

MOOD = 35
"""What a hundredth of a point of mood at home counts for: it bears on whether home carries a text."""

KEPT = 15
"""What a hundredth of a point of the mediator's patience counts for, while talks are worth something."""

LASTS = 50
"""A share, per cent, of what flows do that is still there when it counts: momentum, repair and hits wear off."""

MONTH = 2
"""Fortnights in a month; flows are a month's."""


def stakes(board: Board, seat: int, share: int) -> tuple[Need, ...]:
    """A need that weighs every order by what it does to the seat's own alternative; none for a seat without news.

    Args:
        board: The seat's board.
        seat: The seat, by place.
        share: How much it counts, per cent.
    """
    war = board.war
    me = board.seats[seat].id
    if war is None or seat not in war.news.moves or share <= 0:
        return ()
    pulls: list[tuple[str, int]] = [(f"home.audience.{me}", MOOD), ("alliance.patience", KEPT)]
    for driver, points, per in war.news.moves[seat]:
        for path, part, whole in flows(board, war, driver):
            pulls.append((path, POINT * points * part // (per * whole)))
    return (Need("orders.worth", tuple((path, weight * share // 100) for path, weight in pulls)),)


def flows(board: Board, war: WarRules, driver: str) -> tuple[tuple[str, int, int], ...]:
    """What moves a driver: path, and how much of the driver a unit of it is worth, as a fraction."""
    attacker, defender = board.seats[war.attacker].id, board.seats[war.defender].id
    match driver:
        case "advance":
            return (
                ("war.momentum", war.ground.pace * LASTS // 100, 10_000),
                (DRONES, -war.ground.pace // 2, 10_000),
            )
        case "attacker-outlook":
            lost = war.losses.attacker // MONTH
            kept = war.news.kept
            return (
                (TEMPO, -lost * kept // 10_000, 10_000),
                (f"war.force.{attacker}", kept, 10_000),
                ("war.recruiting", war.intake.attacker * war.news.months // 4, 10_000),
                (DRONES, -war.losses.attacker * war.news.months, 10_000),
            )
        case "defender-outlook":
            return ((f"war.force.{defender}", 1, 1),)
        case "headroom":
            return (("war.headroom", 1, 1),)
        case "support":
            return (("alliance.support", 1, 1),)
        case "air-cover":
            return (("war.air_cover", 1, 1),)
        case "grid":
            return (("war.grid", LASTS, 100),)
        case "held":
            ground = war.ground
            region = ground.region_share * ground.fortress // 10_000
            per = ground.region * MONTH
            return (
                (TEMPO, ground.pace * region, 10_000 * per),
                (COUNTER, -ground.counter * region, 10_000 * per),
            )
        case _:
            return ()
