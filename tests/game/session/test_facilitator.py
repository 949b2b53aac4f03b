"""The facilitator's moves are entries like any other, and a match that is taken up again remembers them."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tabletop.errors import IllegalMove, SeatError
from tabletop.game.records.moves import Orders, Override, Pass, Pause, Reseat, Stop, Undo
from tabletop.journal.verify import verify
from tabletop.table.bots import bot_turns, make_bot_move, next_bot, play_bots
from tabletop.table.match import Match, resume
from tabletop.table.port import Player
from tabletop.table.seats import PERSON
from tabletop.vocabulary import ENDS

Deal = Callable[..., Match]
Players = Mapping[str, Player]


def test_a_paused_match_stands_still_until_it_goes_on(deal: Deal, players: Players, tmp_path: Path) -> None:
    path = tmp_path / "match.jsonl"
    match = deal(2, path)
    match.submit("facilitator", Pause("on"), match.turn("facilitator"))
    state = match.state
    play_bots(match, players)
    match.settle()
    assert match.state is state
    with pytest.raises(IllegalMove) as refused:
        match.submit("us", Pass(), match.turn("us"))
    assert refused.value.refusal.rule == "T10.4"
    again = resume(path)
    assert next(bot_turns(again, players), None) is None
    again.submit("facilitator", Pause("off"), again.turn("facilitator"))
    play_bots(again, players)
    assert again.state.talks.phase in ENDS
    assert verify(path).entries == again.seq


def test_a_seat_that_changed_hands_stays_so(deal: Deal, players: Players, tmp_path: Path) -> None:
    path = tmp_path / "match.jsonl"
    match = deal(2, path)
    match.submit("facilitator", Reseat("russia", PERSON), match.turn("facilitator"))
    assert match.seating["russia"] == PERSON
    play_bots(match, players)
    again = resume(path)
    assert again.seating == match.seating
    assert "russia" in again.awaited
    assert next_bot(again) is None
    again.submit("facilitator", Reseat("russia", "hard"), again.turn("facilitator"))
    assert again.seating["russia"] == "hard"
    play_bots(again, players)
    assert again.over


def test_an_override_is_on_the_record_with_its_reason(deal: Deal, tmp_path: Path) -> None:
    path = tmp_path / "match.jsonl"
    match = deal(2, path)
    match.submit("facilitator", Override("alliance.patience", 1234, "to show it"), 0)
    assert match.state.alliance.patience == 1234
    assert resume(path).state.alliance.patience == 1234
    assert b"to show it" in path.read_bytes()


def test_a_match_that_is_stopped_is_over_and_agrees(deal: Deal, tmp_path: Path) -> None:
    """Nobody can take back what they had sealed, and the journal verifies."""
    path = tmp_path / "match.jsonl"
    match = deal(2, path, "ukraine")
    seat = match.board.seats[match.board.seat_index["ukraine"]]
    match.submit("ukraine", Orders(seat.default_orders), match.turn("ukraine"))
    assert any(box.move == "undo" for box in match.view("ukraine").legal.boxes)
    stopped = match.submit("facilitator", Stop("The bell."), 0)
    assert (match.over, match.awaited, stopped.draws) == (True, (), ())
    assert not match.view("ukraine").legal.boxes
    with pytest.raises(IllegalMove):
        match.submit("ukraine", Undo(), match.turn("ukraine"))
    verdict = verify(path)
    assert (verdict.entries, verdict.end) == (match.seq, "stopped")
    assert resume(path).over


def test_nobody_else_makes_the_facilitators_moves(deal: Deal) -> None:
    match = deal(2)
    for seat in ("ukraine", "us"):
        with pytest.raises(IllegalMove):
            match.submit(seat, Pause("on"), match.turn(seat))
    with pytest.raises(SeatError):
        match.submit("observer", Pause("on"), match.turn("observer"))


def test_bots_make_one_move_before_each_of_a_persons(deal: Deal, players: Players) -> None:
    match = deal(5, None, "ukraine", open_sittings=True)
    made: list[str] = []
    while not match.over:
        place = match.state.talks.round, match.state.talks.sitting, match.state.talks.step
        for ask in bot_turns(match, players):
            make_bot_move(match, ask, ask.player.choose(ask.board, ask.view, ask.key))
        if match.over:
            break
        now = match.state.talks.round, match.state.talks.sitting, match.state.talks.step
        if place == now:
            own = match.moves_here("ukraine")
            others = [seat for seat in match.awaited if seat != "ukraine"]
            assert all(match.moves_here(seat) > own for seat in others)
        view = match.view("ukraine")
        chosen = players["ukraine"].choose(match.board_of("ukraine"), view, match.key("ukraine"))
        match.submit("ukraine", chosen.move, view.turn)
        made.append(chosen.move.kind)
    assert len(made) > 3
