"""What is open to a seat does not hang on what the seat may not know of the board."""

from tabletop.game.core.sight import see
from tabletop.game.legality import Openings, legal
from tabletop.game.records.moves import Pass
from tabletop.table.bots import bot_turns, make_bot_move
from tabletop.table.cache import seat_board
from tests.bench.played import bots, opened


def test_a_seat_is_offered_the_same_on_its_board_as_on_the_whole() -> None:
    """The referee takes the boxes that a seat was shown, so what a seat may not know must not matter to them."""
    match = opened(seed=2)
    players = bots(match)
    for number, ask in enumerate(bot_turns(match, players)):
        for at in range(len(match.board.seats)):
            sight = see(match.state, at, match.board.mediator)
            openings = Openings(seat_board(match.board, at), sight)
            assert openings.all() == legal(match.board, sight)
            if not match.state.talks.awaiting >> at & 1:
                assert not any(box.holds(Pass()) for box in openings.of("pass"))
        make_bot_move(match, ask, ask.player.choose(ask.board, ask.view, ask.key))
        if number == 60:
            break
