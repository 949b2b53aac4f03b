"""The adviser: its figures are the rules' own, its moves are open, and it knows what its seat knows."""

import pytest

from tabletop.game.core.sight import see
from tabletop.game.legality import refusal
from tabletop.game.records.moves import Pass
from tabletop.game.views import Preview, preview, view
from tabletop.game.worth.value import appraise
from tabletop.players.adviser import MOST, advise, coach
from tabletop.players.roster import player
from tabletop.scenario.board.board import board_for
from tabletop.scenario.library import open_scenario
from tabletop.table.bots import bot_turns, make_bot_move
from tabletop.table.match import Match, new_match
from tests.examples import examples
from tests.players.test_roster_blind import forged, shaken

SCENARIO = open_scenario("abu-dhabi-2026")
POSITIONS = examples(30)
"""Positions that are looked at, from as many matches as it takes."""


def matches() -> list[Match]:
    return [
        new_match(
            SCENARIO, seating=dict.fromkeys(SCENARIO.frame.seats, "mixed"), seed=seed, format_id="pop-up"
        )
        for seed in range(40, 70)
    ]


def test_over_many_positions_its_figures_are_the_rules_and_hidden_fields_do_not_move_it() -> None:
    looked = with_moves = 0
    for match in matches():
        players = {seat.id: player("mixed", seat, str(looked)) for seat in match.board.seats}
        for ask in bot_turns(match, players):
            at = match.board.seat_index[ask.seat]
            advice = advise(ask.board, ask.view)
            assert advice.draft == appraise(ask.board, ask.view.sight, ask.view.draft)
            assert 1 <= len(advice.suggestions) <= MOST
            for one in advice.suggestions:
                assert refusal(ask.board, ask.view.sight, one.move) is None
                assert one.reason
                shown = preview(ask.board, ask.view.sight, one.move)
                assert isinstance(shown, Preview)
                assert (one.before, one.after) == (shown.before, shown.after)
                with_moves += one.change != 0
            board = board_for(forged(match.board, at), at)
            blind = view(board, see(shaken(match.state, at), at, match.board.mediator), ask.view.turn)
            assert advise(board, blind) == advice
            looked += 1
            make_bot_move(match, ask, ask.player.choose(ask.board, ask.view, ask.key))
            if looked >= POSITIONS:
                break
        if looked >= POSITIONS:
            break
    assert looked >= POSITIONS
    assert with_moves


@pytest.mark.slow
def test_a_coach_says_what_a_move_did_and_what_else_there_was() -> None:
    match = matches()[0]
    players = {seat.id: player("mixed", seat, "0") for seat in match.board.seats}
    for ask in bot_turns(match, players):
        if ask.view.open("position"):
            advice = advise(ask.board, ask.view)
            remark = coach(ask.board, ask.view, advice.suggestions[0].move)
            assert remark.agreed
            assert remark.made == advice.suggestions[0]
            assert all(one.move != remark.made.move for one in remark.others)
            passed = coach(ask.board, ask.view, Pass())
            assert passed.made.move == Pass()
            return
        make_bot_move(match, ask, ask.player.choose(ask.board, ask.view, ask.key))
    raise AssertionError("nobody could take a position")


def test_an_onlooker_gets_no_counsel() -> None:
    match = matches()[0]
    assert advise(match.board_of("observer"), match.view("observer")).suggestions == ()
