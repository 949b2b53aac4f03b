"""The five results of whole matches, played by bots or by hand."""

from dataclasses import replace
from functools import cache

import pytest

from tabletop.debrief.missed_chances import Find
from tabletop.debrief.results import Created, Results, results, signing
from tabletop.debrief.summary import summary_lines
from tabletop.game.worth import value
from tabletop.journal.entry import Entry
from tabletop.journal.history import History, fold
from tabletop.players.roster import player
from tabletop.scenario.board.board import Board
from tabletop.scenario.compiler.lexicon import lexicon
from tabletop.scenario.library import open_scenario
from tabletop.table.bots import play_bots
from tabletop.table.match import new_match
from tabletop.words.language.voice import Voice

SEEDS = (1, 2, 3, 4, 5, 6)


@cache
def played(seed: int) -> tuple[Board, tuple[Entry, ...]]:
    """A pop-up match of yielding and trading bots, with the door open: soon signed, or soon over."""
    scenario = open_scenario("abu-dhabi-2026")
    tempers = dict.fromkeys(scenario.frame.seats, "trading") | {"ukraine": "yielding", "russia": "yielding"}
    match = new_match(scenario, seating=tempers, seed=seed, format_id="pop-up", door="open")
    play_bots(
        match,
        {
            seat: player(temper, match.board.seats[match.board.seat_index[seat]], f"{seed}")
            for seat, temper in tempers.items()
        },
    )
    return match.board, tuple(match.store.since(0))


@cache
def result(seed: int) -> tuple[Results, History]:
    board, entries = played(seed)
    return results(board, entries), fold(board, entries)


def one_with(*, signed: bool) -> int:
    """A seed whose match was signed, or was not."""
    return next(seed for seed in SEEDS if (signing(result(seed)[1]) is not None) == signed)


def test_value_claimed_is_measured_when_the_text_was_initialled() -> None:
    seed = one_with(signed=True)
    found, history = result(seed)
    board, _ = played(seed)
    signed = signing(history)
    assert signed is not None
    for at, own in enumerate(found.seats):
        assert own.claimed is not None
        assert own.claimed.alternative == signed.home.alternative[at]
        assert own.claimed == value.appraise_for(
            board, at, signed.text.signed, value.true_context(board, signed), signed.home.weights[at],
            signed.home.alternative[at],
        )  # fmt: skip


def test_the_text_gives_no_more_than_the_best_that_was_found() -> None:
    for seed in SEEDS:
        made = result(seed)[0].created
        if made.both is not None and made.best is not None:
            assert made.both <= made.best.both
            assert made.share is None or 0 <= made.share <= 10_000


def test_without_a_text_there_is_nothing_claimed_and_no_share() -> None:
    find = Find((), (120, 90), 90)
    assert Created(None, find).share is None
    assert Created(45, find).share == 5_000
    assert Created(-300, find).share == 0
    assert Created(-300, replace(find, both=-10)).share is None


def test_process_counts_what_the_journal_holds() -> None:
    for seed in SEEDS[:3]:
        found, history = result(seed)
        for own in found.seats:
            moves = [step.entry.move.kind for step in history.booked if step.entry.seat == own.seat]
            assert own.process.asked == moves.count("ask")
            assert own.process.polls == moves.count("poll")
            assert own.process.kept <= own.process.promised


def test_a_missed_door_is_a_round_of_the_match_in_which_both_could_gain() -> None:
    for seed in SEEDS:
        found, history = result(seed)
        rounds = {step.after.talks.round for step in history.booked}
        assert found.searched <= len(rounds)
        for door in found.open_doors:
            assert door.round in rounds
            assert door.find.both > 0
        assert set(found.missed) <= set(found.open_doors)


@pytest.mark.parametrize("seed", SEEDS)
def test_five_results_and_the_doors_in_six_lines_without_a_sum(seed: int) -> None:
    board, _ = played(seed)
    voice = Voice(board, lexicon(open_scenario("abu-dhabi-2026")), "ukraine")
    lines = summary_lines(voice, result(seed)[0], "ukraine")
    names = ("Value claimed", "Value created", "Durability", "Ratifiability", "Process", "Doors missed")
    assert tuple(line.split(":")[0] for line in lines) == names
    assert not any("{" in line or "None" in line for line in lines)


def test_the_same_journal_gives_the_same_results() -> None:
    board, entries = played(SEEDS[0])
    assert results(board, entries) == result(SEEDS[0])[0]
