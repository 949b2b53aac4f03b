"""What a seat learns of others at the table, and what it reads of the war, from its view."""

from dataclasses import replace

import numpy as np
import pytest

from tabletop.game.core.sight import see
from tabletop.game.views import SeatView, view
from tabletop.game.worth.value import context_of
from tabletop.players.choosing.random_stream import Stream
from tabletop.players.ideas.orders import seal
from tabletop.players.mind.learning import learnt, tried
from tabletop.players.mind.model import Model
from tabletop.players.mind.opinion import Memory, Opinion
from tabletop.players.mind.temper import TEMPERS
from tabletop.players.mind.war import needs
from tabletop.players.roster import player
from tabletop.scenario.board.board import Board
from tabletop.scenario.library import open_scenario
from tabletop.table.bots import bot_turns, make_bot_move
from tabletop.table.match import Match, new_match

SCENARIO = open_scenario("abu-dhabi-2026")


def dealt(seed: int) -> Match:
    """A class match of trading players, dealt."""
    return new_match(SCENARIO, seating=dict.fromkeys(SCENARIO.frame.seats, "trading"), seed=seed)


def bridged(seed: int, seat: str, answer: int) -> tuple[Board, SeatView] | None:
    """The first view of a seat that knows of a failed bridge, with this answer of the other known to it."""
    match = dealt(seed)
    players = {one.id: player("trading", one, str(seed)) for one in match.board.seats}
    at = match.board.seat_index[seat]
    for ask in bot_turns(match, players):
        if ask.seat == seat:
            for one in tried(ask.board, ask.view):
                if one.answers.get(at, answer) == answer and 0 in one.answers.values():
                    return ask.board, ask.view
        make_bot_move(match, ask, ask.player.choose(ask.board, ask.view, ask.key))
    return None


@pytest.mark.parametrize("seat", ["ukraine", "russia"])
def test_a_no_is_learnt_from(seat: str) -> None:
    """A bridge that failed after the own yes makes the other's yes to that text less likely than it seemed."""
    found = next((hit for seed in range(1, 12) if (hit := bridged(seed, seat, 1)) is not None), None)
    assert found is not None
    board, seen = found
    opinion = Opinion(board, seen, TEMPERS["trading"], Memory())
    context = context_of(board, seen.sight)
    failed = [one for one in tried(board, seen) if one.answers.get(seen.sight.seat) == 1]
    texts = np.array([failed[0].text], dtype=np.int64)
    survives, ratified = opinion.tables.prospects(texts, context)
    before = Model(board, seen, opinion.other).chances(texts, survives, ratified, failed[0].elapsed)
    after = learnt(board, seen, opinion.tables, context)[opinion.other].chances(
        texts, survives, ratified, failed[0].elapsed
    )
    assert after[0] < before[0]


def test_the_mediator_models_both_and_a_party_the_other() -> None:
    match = dealt(3)
    for name, about in (("us", {0, 1}), ("ukraine", {1}), ("russia", {0})):
        board, seen = match.board_of(name), match.view(name)
        tables = Opinion(board, seen, TEMPERS["patient"], Memory()).tables
        assert set(learnt(board, seen, tables, context_of(board, seen.sight))) == about


def test_belief_is_a_distribution_whatever_is_seen() -> None:
    match = dealt(4)
    model = Model(match.board_of("us"), match.view("us"), 0)
    for share in (0, 300, 10_000, 1):
        model.learn(np.full(model.belief.shape, share, dtype=np.int64))
        assert 900_000 < int(model.belief.sum()) < 1_100_000
        assert int(model.belief.min()) > 0
        assert int(model.bars.min()) <= model.bar <= int(model.bars.max())


def ordered(match: Match, seat: str, grid: int) -> tuple[set[str], int]:
    """The needs of a seat with the grid at so many MW, and in how many of forty draws its orders repair it."""
    state = replace(match.state, war=replace(match.state.war, grid=grid))
    at = match.board.seat_index[seat]
    board = match.board_of(seat)
    seen = view(board, see(state, at, match.board.mediator), match.turn(seat))
    repairs = 0
    for draw in range(40):
        chosen = seal(board, seen, (), Stream(f"grid/{draw}"), "patient")
        assert chosen is not None
        choices = dict(getattr(chosen.move, "choices", ()))
        effects = [one for lever, option in choices.items() for one in board.seats[at].levers[lever][option]]
        repairs += sum(size for path, size in effects if path == "war.grid") // 700
    return {need.slug for need in needs(board, seen)}, repairs


@pytest.mark.parametrize("seat", ["ukraine", "europe"])
def test_a_low_grid_is_repaired(seat: str) -> None:
    match = dealt(2)
    calm, seldom = ordered(match, seat, 12_000)
    dark, often = ordered(match, seat, 6_000)
    assert "orders.grid" not in calm
    assert "orders.grid" in dark
    assert often > seldom + 10
