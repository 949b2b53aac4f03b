"""Each temper plays whole matches by the rules, the same way each time, and says why."""

import pytest

from tabletop.errors import SeatError
from tabletop.players.mind.temper import CURVES, TEMPERS
from tabletop.players.roster import MIXES, deal, player
from tabletop.scenario.library import open_scenario
from tabletop.table.bots import bot_turns, make_bot_move
from tabletop.table.match import Match, new_match
from tabletop.words.sentences.reasons import said

SCENARIO = open_scenario("abu-dhabi-2026")


def played(temper: str, seed: int, format_id: str) -> tuple[Match, list[str]]:
    """A match to its end, and what was said for each move."""
    match = new_match(
        SCENARIO, seating=dict.fromkeys(SCENARIO.frame.seats, temper), seed=seed, format_id=format_id
    )
    players = {seat.id: player(temper, seat, str(seed)) for seat in match.board.seats}
    told: list[str] = []
    for ask in bot_turns(match, players):
        chosen = ask.player.choose(ask.board, ask.view, ask.key)
        told.append(f"{ask.seat}: {chosen.move} because {chosen.reason}")
        assert said(chosen.reason).endswith(".")
        assert chosen.reason is not None
        assert chosen.reason.slug != "any", told[-1]
        make_bot_move(match, ask, chosen)
    return match, told


@pytest.mark.parametrize("temper", sorted(TEMPERS))
@pytest.mark.parametrize("format_id", ["pop-up", "class"])
def test_a_whole_match_without_an_illegal_move(temper: str, format_id: str) -> None:
    match, told = played(temper, 11, format_id)
    assert match.over
    assert len(told) > 20


def test_the_same_seed_is_the_same_match() -> None:
    assert played("mixed", 5, "pop-up")[1] == played("mixed", 5, "pop-up")[1]
    assert played("mixed", 5, "pop-up")[1] != played("mixed", 6, "pop-up")[1]


def test_tempers_concede_in_their_order() -> None:
    halfway = [CURVES[name][50] for name in ("stalling", "hard", "patient", "trading", "yielding")]
    assert halfway == sorted(halfway)
    for curve in CURVES.values():
        assert (curve[0], curve[100]) == (0, 10_000)
        assert list(curve) == sorted(curve)


def test_mixed_deals_by_the_seats_mix() -> None:
    dealt = [deal("mixed", "russia", str(key)) for key in range(400)]
    for temper, share in MIXES["russia"]:
        assert dealt.count(temper) / 4 == pytest.approx(share, abs=8)
    assert "stalling" not in {deal("mixed", "ukraine", str(key)) for key in range(400)}
    assert deal("hard", "russia", "any") == "hard"
    with pytest.raises(SeatError):
        deal("angry", "russia", "any")
