"""The party that looks ahead: by its view alone, within its time, and with a true eye on its own hope."""

from time import perf_counter

import pytest

from tabletop.game.core.sight import see
from tabletop.game.views import view
from tabletop.players.mind.search import hope_left
from tabletop.players.roster import player
from tabletop.scenario.board.board import board_for
from tabletop.scenario.library import open_scenario
from tabletop.table.bots import bot_turns, make_bot_move
from tabletop.table.match import new_match
from tests.players.test_roster_blind import forged, shaken

SCENARIO = open_scenario("abu-dhabi-2026")

SECONDS = 2.0
"""What a decision may take."""


@pytest.mark.parametrize("seat", ["ukraine", "russia"])
def test_it_plays_by_its_view_and_in_time(seat: str) -> None:
    seating = dict.fromkeys(SCENARIO.frame.seats, "mixed") | {seat: "search"}
    match = new_match(SCENARIO, seating=seating, seed=12, format_id="pop-up")
    players = {one.id: player(seating[one.id], one, "12") for one in match.board.seats}
    at, compared = match.board.seat_index[seat], 0
    for ask in bot_turns(match, players):
        began = perf_counter()
        chosen = ask.player.choose(ask.board, ask.view, ask.key)
        took = perf_counter() - began
        if ask.seat == seat:
            assert took < SECONDS
            board = board_for(forged(match.board, at), at)
            sight = see(shaken(match.state, at), at, match.board.mediator)
            fresh = player("search", match.board.seats[at])
            assert fresh.choose(board, view(board, sight, ask.view.turn), ask.key) == chosen
            compared += 1
        make_bot_move(match, ask, chosen)
    assert match.over
    assert compared > 5


def test_hope_is_read_off_the_own_number() -> None:
    """On average its reckoning is nearer to the hope there is than the mean of the die; it never looks at it."""
    off, plain = 0, 0
    for seed in range(12):
        seating = dict.fromkeys(SCENARIO.frame.seats, "mixed")
        match = new_match(SCENARIO, seating=seating, seed=seed, format_id="pop-up")
        for seat in match.board.parties:
            name = match.board.seats[seat].id
            true = match.state.home.optimism[seat]
            off += abs(hope_left(match.board_of(name), match.view(name)) - true)
            mandate = match.board.mandates[seat]
            assert mandate is not None
            plain += abs(sum(mandate.optimism_die) // len(mandate.optimism_die) - true)
    assert off < plain
