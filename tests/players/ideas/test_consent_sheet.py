"""The seat outside seals a sheet for each session it is outside of, before its orders; guests get an answer."""

from functools import cache

import pytest

from tabletop.api.matches import new_match
from tabletop.game.records.events import Invited
from tabletop.game.records.moves import AnswerInvitation, Consent, Invite, Orders
from tabletop.journal.entry import Entry
from tabletop.scenario.board.consent import NO_PRICE
from tabletop.scenario.compiler.board import compile_board
from tabletop.scenario.library import open_scenario

SCENARIO = open_scenario("abu-dhabi-2026")
SEEDS = tuple(range(6))


@cache
def played(seed: int) -> tuple[Entry, ...]:
    match = new_match(SCENARIO, seed=seed)
    match.play_bots()
    return match.entries


@pytest.mark.parametrize("seed", SEEDS)
def test_a_sheet_before_the_orders_until_it_is_in_the_room(seed: int) -> None:
    """One sheet a round at most, never after the orders, none once it was let in."""
    sealed = False
    for entry in played(seed):
        if any(isinstance(event, Invited) and event.to == "europe" for event in entry.events):
            return
        if entry.seat != "europe":
            continue
        if isinstance(entry.move, Consent):
            assert not sealed
            assert entry.reason
            sealed = True
        if isinstance(entry.move, Orders):
            sealed = False


def test_sheets_say_what_they_are_worth_and_keep_to_the_list() -> None:
    rules = compile_board(SCENARIO).consent
    assert rules is not None
    sheets = [entry for seed in SEEDS for entry in played(seed) if isinstance(entry.move, Consent)]
    assert sheets
    for entry in sheets:
        assert isinstance(entry.move, Consent)
        priced = entry.move.price != NO_PRICE
        assert entry.reason is not None
        assert entry.reason.slug == ("sheet.price" if priced else "sheet.free")
        assert entry.reason.facts["gain"].startswith("+")
        assert not priced or entry.move.price in rules.prices


def test_every_invitation_is_answered() -> None:
    told = [entry for seed in SEEDS for entry in played(seed)]
    invited = [entry for entry in told if isinstance(entry.move, Invite) and entry.move.to == "europe"]
    answers = [entry for entry in told if isinstance(entry.move, AnswerInvitation)]
    assert invited
    assert len(invited) <= len(answers) <= 2 * len(invited)
    assert all(entry.reason is not None and entry.reason.slug != "any" for entry in answers)
