"""Holding an order: the lever stands, the rest of the player and of the rules is as it was."""

from tabletop.game.records.moves import Orders
from tabletop.lab.balance.held_lever import HeldLever
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
    return new_match(open_scenario(FLAGSHIP), seating=seating, seed=6, format_id="pop-up")


def played(lever: str = "", option: str = "", last: int = 99) -> Match:
    match = dealt()
    players = {seat.id: player("patient", seat, "6") for seat in match.board.seats}
    if lever:
        players["russia"] = HeldLever(players["russia"], lever, option, last)
    play_bots(match, players)
    return match


def test_the_lever_stands_and_the_first_fortnight_is_else_the_same() -> None:
    free, held = sealed(played(), "russia"), sealed(played("tempo", "hold"), "russia")
    assert len(held) > 1
    assert {orders["tempo"] for orders in held} == {"hold"}
    assert held[0] == free[0] | {"tempo": "hold"}


def test_an_option_that_is_not_open_leaves_the_players_own_order() -> None:
    assert sealed(played("tempo", "no-such-order"), "russia") == sealed(played(), "russia")


def test_it_is_held_up_to_a_round_and_no_longer() -> None:
    assert sealed(played("tempo", "hold", 0), "russia") == sealed(played(), "russia")
    held = sealed(played("tempo", "hold", 1), "russia")
    assert held[0]["tempo"] == "hold"
    assert {orders["tempo"] for orders in held[1:]} - {"hold"}
