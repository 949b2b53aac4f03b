"""Holding an order: the lever stands, the rest of the player and of the rules is as it was."""

from tabletop.game.records.moves import Orders
from tabletop.lab.balance.held_lever import HeldLever, options
from tabletop.players.roster import player
from tabletop.scenario.library import open_scenario
from tabletop.table.bots import play_bots
from tabletop.table.match import Match, new_match
from tests.lab.balance.rig import FLAGSHIP, SEATS


def sealed(match: Match, seat: str) -> list[dict[str, str]]:
    """The orders a seat sealed, fortnight by fortnight."""
    return [
        dict(entry.move.choices)
        for entry in match.store.since(0)
        if entry.seat == seat and isinstance(entry.move, Orders)
    ]


def dealt() -> Match:
    seating: dict[str, str] = dict.fromkeys(SEATS, "patient")
    return new_match(open_scenario(FLAGSHIP), seating=seating, seed=5, format_id="pop-up")


def played(lever: str = "", ways: tuple[str, ...] = ()) -> Match:
    match = dealt()
    players = {seat.id: player("patient", seat, "5") for seat in match.board.seats}
    if lever:
        players["russia"] = HeldLever(players["russia"], lever, ways)
    play_bots(match, players)
    return match


def test_the_lever_stands_all_match_and_the_first_fortnight_is_else_the_same() -> None:
    free, held = sealed(played(), "russia"), sealed(played("tempo", ("hold",)), "russia")
    assert len(held) > 1
    assert {orders["tempo"] for orders in held} == {"hold"}
    assert held[0] == free[0] | {"tempo": "hold"}


def test_an_option_that_is_not_open_leaves_the_players_own_order() -> None:
    assert sealed(played("tempo", ("no-such-order",)), "russia") == sealed(played(), "russia")


def test_a_lever_of_points_is_held_by_as_many_as_a_line_takes() -> None:
    levers = open_scenario(FLAGSHIP).rules.levers.seats
    found = options(levers["ukraine"]["effort"])
    assert set(found) == {"drones", "air-defence", "repair", "line"}
    for line, ways in found.items():
        assert len(ways) == 3
        assert all(way.replace(line, "*").count("*") == 2 for way in ways)
    assert options(levers["russia"]["tempo"])["surge"] == ("surge",)
