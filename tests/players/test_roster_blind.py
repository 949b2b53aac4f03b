"""A player's choice does not change when what it cannot see changes."""

from dataclasses import replace

import pytest

from tabletop.game.core.sight import see
from tabletop.game.records.state import State
from tabletop.game.views import view
from tabletop.players.roster import player
from tabletop.scenario.board.board import Board, board_for
from tabletop.scenario.library import open_scenario
from tabletop.table.bots import bot_turns, make_bot_move
from tabletop.table.match import Match, new_match

SCENARIO = open_scenario("abu-dhabi-2026")


def shaken(state: State, seat: int) -> State:
    """The state with what is hidden from a seat changed: mandates, moods, seals, the table's own."""

    def others(row: tuple[int, ...], by: int) -> tuple[int, ...]:
        return tuple(value if at == seat else value + by for at, value in enumerate(row))

    home, war, sealed = state.home, state.war, state.sealed
    weights = tuple(row if at == seat else (row[1], row[0], *row[2:]) for at, row in enumerate(home.weights))
    return replace(
        state,
        home=replace(
            home,
            alternative=others(home.alternative, 700),
            audience=others(home.audience, -400),
            banked=others(home.banked, 300),
            optimism=tuple(value + 100 for value in home.optimism),
            trust=tuple(row if at == seat else others(row, 900) for at, row in enumerate(home.trust)),
            weights=weights,
            sincerity=others(home.sincerity, 500),
        ),
        war=replace(
            war, headroom=war.headroom // 2, air_cover=war.air_cover // 2, force=others(war.force, 5_000)
        ),
        sealed=replace(
            sealed,
            deck=("oil-falls", *sealed.deck),
            odds=((0, 9_000),),
            ballots=tuple(ballot if at == seat else "object" for at, ballot in enumerate(sealed.ballots)),
        ),
    )


def forged(board: Board, seat: int) -> Board:
    """The whole board with what options are worth to others turned round."""
    clauses = tuple(
        replace(
            clause,
            options=tuple(
                replace(
                    option,
                    values=tuple(v if at == seat else 100 - v for at, v in enumerate(option.values)),
                )
                for option in clause.options
            ),
        )
        for clause in board.clauses
    )
    return replace(board, clauses=clauses)


def compared(match: Match, seats: tuple[str, ...], key: str) -> int:
    """Play a match to its end and compare at every choice; how many were compared."""
    players = {seat.id: player("mixed", seat, key) for seat in match.board.seats}
    count = 0
    for ask in bot_turns(match, players):
        chosen = ask.player.choose(ask.board, ask.view, ask.key)
        if ask.seat in seats:
            at = match.board.seat_index[ask.seat]
            board = board_for(forged(match.board, at), at)
            sight = see(shaken(match.state, at), at, match.board.mediator)
            fresh = player("mixed", match.board.seats[at], key)
            assert fresh.choose(board, view(board, sight, ask.view.turn), ask.key) == chosen
            count += 1
        make_bot_move(match, ask, chosen)
    return count


@pytest.mark.parametrize("seat", ["ukraine", "russia", "us", "europe"])
def test_hidden_things_do_not_move_a_player(seat: str) -> None:
    match = new_match(
        SCENARIO, seating=dict.fromkeys(SCENARIO.frame.seats, "mixed"), seed=3, format_id="pop-up"
    )
    assert compared(match, (seat,), "3") > 5
