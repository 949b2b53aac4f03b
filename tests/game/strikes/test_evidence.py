"""Hidden causes, what seats are told, the rhythm of strikes, inspections."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest

from tabletop.game.core.sight import see
from tabletop.game.records.events import CauseSealed, PaperTabled, StrikeSettled
from tabletop.game.records.papers import EvidencePaper, StrikePaper
from tabletop.game.records.state import State, Truth
from tabletop.game.strikes import evidence, strikes
from tabletop.scenario.board.doubt import CAUSES, HANDS, INTENTS
from tabletop.scenario.compiler.board import lexicon
from tabletop.scenario.library import open_scenario
from tabletop.words.language.voice import Voice
from tabletop.words.pages.doubt import strike_account_lines
from tests.game.doubt_rig import EUROPE, RUSSIA, UKRAINE, US, board, patient_match, step, struck

CAMPAIGN = (("tempo", "press"), ("strikes", "energy"), ("recruitment", "normal"), ("restraint", "no"))
RESTRAINED = (*CAMPAIGN[:3], ("restraint", "yes"))
NONE = (CAMPAIGN[0], ("strikes", "none"), *CAMPAIGN[2:])


def causes_drawn(
    orders: tuple[tuple[str, str], ...], runs: int = 1500, drones: int = 300, state: State | None = None
) -> Counter[str]:
    """Causes of salvos of so many drones under these orders."""
    found: Counter[str] = Counter()
    for seed in range(runs):
        now = step(seed, state or FIRST)
        evidence.seal(now, replace(struck(seed), drones=drones), evidence.weights_of(now, RUSSIA, orders))
        found[now.state.sealed.causes[-1].cause] += 1
    return found


FIRST = step(0).state


def test_why_a_large_salvo_came_follows_the_orders() -> None:
    """Within three points of the table: timed to the talks in 40 of a hundred, a standing plan in 60."""
    found = causes_drawn(CAMPAIGN)
    assert set(found) == {"timed", "standing"}
    assert abs(found["timed"] / 15 - 40) < 3


def test_whose_hand_a_small_event_was_follows_them_too() -> None:
    found = causes_drawn(CAMPAIGN, drones=40)
    for cause, share in zip(HANDS, (80, 5, 8, 7), strict=True):
        assert abs(found[cause] / 15 - share) < 3, cause


def test_restraint_makes_salvos_timed_to_the_talks_rare_and_rogues_likelier() -> None:
    assert causes_drawn(RESTRAINED, 800)["timed"] < causes_drawn(CAMPAIGN, 800)["timed"] * 0.3
    small = causes_drawn(RESTRAINED, 800, 40), causes_drawn(CAMPAIGN, 800, 40)
    assert small[0]["rogue"] > small[1]["rogue"] * 1.5


def test_a_reply_answers_something_named() -> None:
    """Only a side that ordered a reply may have one, and only while a strike of the other side is fresh."""
    ordered = replace(FIRST, sealed=replace(FIRST.sealed, retaliation=(0, 1500, 0, 0)))
    assert causes_drawn(CAMPAIGN, 300, state=ordered)["reply"] == 0
    by_kyiv = replace(struck(1), by="ukraine", round=ordered.talks.round)
    fresh = replace(ordered, papers=(*ordered.papers, by_kyiv))
    assert causes_drawn(CAMPAIGN, 300, state=fresh)["reply"] > 80


def test_no_large_salvo_has_another_author_than_the_side_that_fired_it() -> None:
    """Strikes of more than a hundred drones, under every order: the intents are all there is."""
    for orders in (CAMPAIGN, RESTRAINED, NONE):
        for seed in range(150):
            now = step(seed, FIRST)
            large = replace(struck(seed), drones=101 + seed)
            evidence.seal(now, large, evidence.weights_of(now, RUSSIA, orders))
            truth = now.state.sealed.causes[-1]
            assert truth.cause in INTENTS
            assert truth.author == RUSSIA
            told = [paper for paper in now.state.papers if isinstance(paper, EvidencePaper)]
            assert {paper.cause for paper in told} <= set(INTENTS)
            assert {paper.author for paper in told} == {"russia"}


def told(seat: int, truth: Truth, runs: int = 4000) -> Iterator[EvidencePaper]:
    for seed in range(runs):
        at = step(seed, FIRST)
        evidence.tell(at, seat, truth)
        event = at.events[0]
        assert isinstance(event, PaperTabled)
        assert isinstance(event.paper, EvidencePaper)
        assert event.paper.seen == 1 << seat == event.seen
        yield event.paper


def test_confidence_means_what_it_says() -> None:
    """Of all that is told with so much confidence, so much is right, within four points."""
    right: Counter[int] = Counter()
    all_: Counter[int] = Counter()
    for paper in told(US, Truth(1, "rogue", RUSSIA)):
        all_[paper.confidence] += 1
        right[paper.confidence] += paper.cause == "rogue"
    assert set(all_) == {40, 50, 60, 70, 80}
    for confidence, count in all_.items():
        assert abs(100 * right[confidence] / count - confidence) < 4


def test_its_own_side_sees_better_than_the_other_and_the_mediator_better_than_outside() -> None:
    truth = Truth(1, "rogue", RUSSIA)
    share = {seat: sum(p.cause == "rogue" for p in told(seat, truth, 1500)) for seat in range(4)}
    assert share[RUSSIA] > share[US] > share[UKRAINE] > share[EUROPE]


@pytest.mark.parametrize("cause", ["ordered", "timed", "standing", "reply"])
def test_who_gave_an_order_knows_it(cause: str) -> None:
    assert {paper.cause for paper in told(RUSSIA, Truth(1, cause, RUSSIA), 300)} == {cause}


@pytest.mark.parametrize("cause", CAUSES)
def test_no_side_is_told_of_an_order_of_its_own_that_it_did_not_give(cause: str) -> None:
    for seat in (UKRAINE, RUSSIA):
        for paper in told(seat, Truth(1, cause, RUSSIA), 400):
            if paper.cause != cause and paper.author == board().seats[seat].id:
                assert paper.cause in {"rogue", "astray", "debris"}


@pytest.mark.parametrize("seat", ["ukraine", "russia"])
def test_an_event_at_a_single_site_is_small_and_in_doubt(seat: str) -> None:
    """What no campaign ordered: few pieces, every hand possible, the attack always that of its side."""
    causes: Counter[str] = Counter()
    for seed in range(300):
        now = step(seed, FIRST)
        strikes.report_strike(now, board().seat_index[seat], strikes.SINGLE, board().causes.single)
        paper = strikes.struck_last(now)
        assert paper.drones <= 30
        truth = now.state.sealed.causes[-1]
        causes[truth.cause] += 1
        assert now.seats[truth.author] == seat
    assert set(causes) == set(HANDS)


def test_no_new_scenario_has_staged_among_its_causes() -> None:
    assert not {"staged", "tolerated", "accident"} & set(CAUSES)


def test_every_strike_is_reported_from_the_side_that_was_struck() -> None:
    sides = board().theatre.struck
    for seed in range(25):
        for paper in patient_match(seed, "pop-up")[-1].papers:
            if isinstance(paper, StrikePaper):
                assert paper.place in sides[UKRAINE if paper.by == "russia" else RUSSIA]


def test_no_seat_ever_sees_a_cause_before_it_is_settled() -> None:
    at = board("pop-up")
    for seed in range(12):
        for state in patient_match(seed, "pop-up"):
            for seat in range(4):
                sight = see(state, seat, at.mediator)
                assert not any(isinstance(line.event, CauseSealed) for line in sight.record)
                for paper in sight.papers:
                    if isinstance(paper, EvidencePaper):
                        assert paper.to == at.seats[seat].id
                    if isinstance(paper, StrikePaper) and paper.settled:
                        assert any(
                            isinstance(line.event, StrikeSettled) and line.event.paper == paper.id
                            for line in state.record
                        )


def test_the_debrief_lays_truth_told_and_answer_side_by_side() -> None:
    state = next(
        states[-1] for seed in range(9) if (states := patient_match(seed, "pop-up"))[-1].sealed.causes
    )
    at = board("pop-up")
    accounts = evidence.accounts(state, tuple(seat.id for seat in at.seats))
    assert len(accounts) == len(state.sealed.causes)
    assert [paper.to for paper in accounts[0].evidence] == ["ukraine", "russia", "us", "europe"]
    lines = strike_account_lines(Voice(at, lexicon(open_scenario("abu-dhabi-2026"))), accounts[0])
    assert len(lines) >= 6
    assert not any("{" in line for line in lines)


def test_a_strike_laid_on_the_table_has_no_truth_to_settle() -> None:
    """A paper without a sealed cause is left alone."""
    at = step(3)
    evidence.settle(at, struck(3))
    assert at.events == ()
