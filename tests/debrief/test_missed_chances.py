"""Doors missed and trades left, against every text of the format, valued by another method (V6.2)."""

from itertools import product

import numpy as np
import pytest

from tabletop.debrief.missed_chances import doors, last_states, tabled, widths
from tabletop.debrief.results import created, signing
from tabletop.game.records.state import State
from tabletop.journal.history import fold
from tabletop.scenario.board.board import Board
from tests.debrief.second_search import Space
from tests.debrief.test_results import played

SEEDS = (1, 2, 3)

Texts = list[tuple[tuple[int, ...], tuple[int, ...]]]
"""Texts with their gains by seat."""


def every_text(board: Board, state: State) -> Texts:
    """Every final text of a state, valued by the tables that players use."""
    space = Space(board, state)
    options = [
        (clause.annexed,) if clause.annexed >= 0 else tuple(range(len(clause.options)))
        for clause in board.clauses
    ]
    roles, banked = board.roles, state.text.banked
    options = [(banked[at],) if banked[at] >= 0 else each for at, each in enumerate(options)]
    options[roles.scope] = tuple(option for option in options[roles.scope] if option >= 3)
    rows = np.array(list(product(*options)), dtype=np.int64)
    gains = np.stack([space.gains(rows, seat) for seat in range(len(board.seats))], axis=1)
    barred = set(state.text.barred)
    found = zip(map(tuple, rows.tolist()), map(tuple, gains.tolist()), strict=True)
    return [
        (text, worth)
        for text, worth in found
        if (text[roles.territory], text[roles.guarantee], text[roles.status]) not in barred
    ]


def signs(
    board: Board, state: State, text: tuple[int, ...], gains: tuple[int, ...], least: tuple[int, ...]
) -> bool:
    """Whether everybody whose initials a text needs gains enough."""
    mask = sum(1 << party for party in board.parties)
    for at, clause in enumerate(board.clauses):
        left_out = clause.omissible and state.text.banked[at] < 0 and text[at] == clause.default
        if clause.annexed < 0 and not left_out:
            mask |= clause.consent[text[at]]
    return all(gains[seat] >= least[seat] for seat in range(len(gains)) if mask >> seat & 1)


@pytest.mark.parametrize("seed", SEEDS)
def test_open_doors_are_those_of_every_text(seed: int) -> None:
    board, entries = played(seed)
    history = fold(board, entries)
    found, looked = doors(board, history)
    opened = {door.round: door for door in found}
    ends = last_states(history)
    assert looked == len(ends)
    nothing = (1,) * len(board.seats)
    one, other = board.parties
    for number, state in ends.items():
        through = {
            text: gains
            for text, gains in every_text(board, state)
            if signs(board, state, text, gains, nothing)
        }
        assert (number in opened) == bool(through)
        if number in opened:
            door = opened[number]
            assert door.find.both == max(min(gains[one], gains[other]) for gains in through.values())
            assert through[door.find.options] == door.find.gains
            assert door.tabled == any(text in through for text in tabled(board, history, number))


@pytest.mark.parametrize("seed", SEEDS)
def test_widths_count_every_text(seed: int) -> None:
    board, entries = played(seed)
    history = fold(board, entries)
    for width in widths(board, history):
        gains = [worth for _, worth in every_text(board, last_states(history)[width.round])]
        assert width.everybody.of == len(gains)
        assert width.everybody.outcomes == sum(min(worth) > 0 for worth in gains)
        assert width.parties.outcomes == sum(
            min(worth[seat] for seat in board.parties) > 0 for worth in gains
        )


def test_value_created_and_the_trade_left_are_exact() -> None:
    signed = 0
    for seed in (1, 2, 3, 4, 5, 6):
        board, entries = played(seed)
        state = signing(fold(board, entries))
        if state is None:
            continue
        signed += 1
        texts = dict(every_text(board, state))
        one, other = board.parties
        draft = state.text.signed
        now = texts[draft]
        made = created(board, state, ())
        assert made.best is not None
        assert made.best.both == max(min(gains[one], gains[other]) for gains in texts.values())
        assert made.both == min(now[one], now[other])
        least = tuple(gain + (seat in board.parties) for seat, gain in enumerate(now))
        left = max(
            (
                min(gains[one] - now[one], gains[other] - now[other])
                for text, gains in texts.items()
                if sum(a != b for a, b in zip(text, draft, strict=True)) <= board.numbers["trade.rows"]
                and signs(board, state, text, gains, least)
            ),
            default=None,
        )
        assert (made.trade.more if made.trade else None) == left
    assert signed
