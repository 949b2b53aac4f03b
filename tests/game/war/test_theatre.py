"""Sectors held, contested and claimed; claims settled; the ledger."""

from dataclasses import replace

import pytest

from tabletop.game.core.step import Step
from tabletop.game.records.events import (
    ClaimRefuted,
    SectorClaimed,
    SectorContested,
    SectorTaken,
    Shifted,
)
from tabletop.game.records.state import Figure
from tabletop.game.war import theatre
from tabletop.scenario.compiler.board import lexicon
from tabletop.scenario.library import open_scenario
from tabletop.words.language.voice import Voice
from tabletop.words.pages.doubt import claim_lines, sector_lines
from tests.game.doubt_rig import RUSSIA, UKRAINE, board, dealt, patient_match, step
from tests.laws.walk import dice

POKROVSK, KOSTIANTYNIVKA, KRAMATORSK, LYMAN, KUPIANSK, ZAPORIZHZHIA, KHERSON = range(7)


def moved(seed: int, momentum: int) -> Step:
    """A first day with another momentum."""
    state = dealt(seed)
    return Step(board(), replace(state, war=replace(state.war, momentum=momentum)), dice(seed))


def test_the_first_day() -> None:
    sectors = dealt(1).theatre.sectors
    assert [sector.holder for sector in sectors] == [-1, UKRAINE, UKRAINE, -1, -1, -1, UKRAINE]
    assert [sector.claimed for sector in sectors] == [RUSSIA, -1, -1, -1, RUSSIA, -1, -1]
    assert Figure("kupiansk-oskil", "russia", "disputed", 0) in dealt(1).theatre.ledger


def test_momentum_favours_the_side_it_is_on() -> None:
    assert theatre.favour(moved(1, 20_00), RUSSIA) == 20_00
    assert theatre.favour(moved(1, 20_00), UKRAINE) == -20_00

    def claims(momentum: int) -> tuple[int, int]:
        found = [0, 0]
        for seed in range(400):
            at = moved(seed, momentum)
            theatre.run_claims(at)
            for event in at.events:
                if isinstance(event, SectorClaimed):
                    found[board().seat_index[event.by]] += 1
        return found[0], found[1]

    for_ukraine, for_russia = claims(-20_00), claims(20_00)
    assert for_ukraine[UKRAINE] > 2 * for_russia[UKRAINE]
    assert for_russia[RUSSIA] > 2 * for_ukraine[RUSSIA]


def test_only_contested_sectors_that_nobody_claims_are_claimed() -> None:
    for seed in range(300):
        at = step(seed)
        free = {
            one.id
            for one, sector in zip(board().theatre.sectors, at.state.theatre.sectors, strict=True)
            if (sector.holder, sector.claimed) == (-1, -1)
        }
        theatre.claim(at, UKRAINE)
        event = at.events[0]
        assert isinstance(event, SectorClaimed)
        assert event.sector in free


def test_a_claim_is_true_or_not_whatever_is_said_and_nobody_sees_which() -> None:
    true = 0
    for seed in range(400):
        at = moved(seed, 0)
        theatre.claim(at, RUSSIA)
        lyman = at.state.theatre.sectors[LYMAN]
        place = LYMAN if lyman.claimed == RUSSIA else ZAPORIZHZHIA
        true += at.state.sealed.ground[place]
        assert at.events[-1].seen == 0
    assert 0.48 < true / 400 < 0.62


def test_a_settled_claim_is_held_or_refuted_and_opens_what_lies_behind() -> None:
    kinds: set[type[object]] = set()
    for seed in range(60):
        at = step(seed)
        true = at.state.sealed.ground[POKROVSK]
        theatre.settle_claim(at, POKROVSK)
        after = at.state.theatre
        kinds |= {type(event) for event in at.events}
        if true:
            assert (after.sectors[POKROVSK].holder, after.sectors[KOSTIANTYNIVKA].holder) == (RUSSIA, -1)
            assert after.ledger[-1].standing == "confirmed"
        else:
            assert (after.sectors[POKROVSK].holder, after.sectors[POKROVSK].claimed) == (-1, -1)
            assert after.ledger[-1].standing == "refuted"
    assert kinds == {ClaimRefuted, SectorTaken, SectorContested}


@pytest.mark.parametrize("seat", [UKRAINE, RUSSIA])
def test_a_sector_that_falls_was_contested_and_ones_own_claim_goes_first(seat: int) -> None:
    for seed in range(40):
        at = step(seed)
        theatre.fall_in_fighting(at, seat)
        event = at.events[0]
        assert isinstance(event, SectorTaken)
        expected = {"pokrovsk-myrnohrad", "kupiansk-oskil"}
        if seat == UKRAINE:
            expected |= {"lyman", "zaporizhzhia"}
        assert event.sector in expected


def test_ground_behind_ones_own_line_is_not_opened_by_taking_it() -> None:
    at = step(1)
    theatre.take_sector(at, LYMAN, UKRAINE)
    assert at.state.theatre.sectors[KRAMATORSK].holder == UKRAINE


def test_the_theatre_is_worth_nothing_to_anybody() -> None:
    """Claims, refutations and falls move no quantity of the world."""
    for seed in range(200):
        at = step(seed)
        theatre.run_claims(at)
        theatre.fall_in_fighting(at, RUSSIA)
        theatre.hear_card(at, "claim-disproved")
        assert not [event for event in at.events if isinstance(event, Shifted)]


def test_when_all_is_held_nobody_claims_or_falls() -> None:
    at = step(1)
    for place in range(len(board().theatre.sectors)):
        theatre.take_sector(at, place, UKRAINE)
    before = len(at.events)
    theatre.claim(at, RUSSIA)
    theatre.fall_in_fighting(at, RUSSIA)
    assert len(at.events) == before


def test_a_ledger_has_one_line_for_each_claim_and_words_without_holes() -> None:
    words = Voice(board(), lexicon(open_scenario("abu-dhabi-2026")))
    for seed in range(6):
        found = patient_match(seed)[-1].theatre
        keys = [(figure.about, figure.by) for figure in found.ledger]
        assert len(keys) == len(set(keys))
        lines = (*claim_lines(words, found.ledger), *sector_lines(words, found))
        assert len(lines) == len(found.ledger) + len(found.sectors)
        assert not any("{" in line for line in lines)
        losses = next(line for line in lines if "35,000" in line)
        assert losses.startswith("Corrected by its claimant")
        assert "claimed by Ukraine" in losses


def test_neutral_names_leave_no_real_name_in_sectors_or_ledger() -> None:
    words = Voice(board(), lexicon(open_scenario("abu-dhabi-2026"), neutral=True))
    found = patient_match(1)[-1].theatre
    told = " ".join((*claim_lines(words, found.ledger), *sector_lines(words, found))).lower()
    for name in ("ukrain", "russia", "kyiv", "moscow", "kupiansk", "pokrovsk", "lyman", "kherson", "oskil"):
        assert name not in told, name
