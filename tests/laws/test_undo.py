"""What a preview says of taking back is so, for every move of random play (T9.1)."""

from collections.abc import Callable

import pytest

from tabletop.game.views import Preview
from tabletop.players.choosing.random_player import Uniform
from tabletop.table.match import Match

EVERYBODY = ("ukraine", "russia", "us", "europe")


@pytest.mark.parametrize("seed", [3, 7])
def test_what_is_said_to_be_taken_back_can_be_and_nothing_else(deal: Callable[..., Match], seed: int) -> None:
    match, dice = deal(seed, None, *EVERYBODY), Uniform(avoid=frozenset({"undo"}))
    promised = kept = 0
    for step in range(300):
        asked = [
            seat for seat in EVERYBODY if any(box.move != "undo" for box in match.view(seat).legal.boxes)
        ]
        if not asked:
            break
        seat = asked[(step * 7 + seed) % len(asked)]
        move = dice.choose(match.board_of(seat), match.view(seat), f"{seed}/{step}").move
        said = match.preview(seat, move)
        assert isinstance(said, Preview)
        match.submit(seat, move, match.turn(seat))
        open_now = any(box.move == "undo" for box in match.view(seat).legal.boxes)
        assert open_now == said.undo, (step, seat, move)
        promised += said.undo
        kept += not said.undo
    assert promised > 5
    assert kept > 5
