"""Hidden causes, what seats are told, the rhythm of strikes, inspections."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest

from tabletop.game.core.sight import see
from tabletop.game.core.step import Step
from tabletop.game.records.events import CauseSealed, PaperTabled, StrikeSettled
from tabletop.game.records.papers import EvidencePaper, StrikePaper
from tabletop.game.records.state import Truce, Truth
from tabletop.game.strikes import evidence, strikes
from tabletop.scenario.board.doubt import CAUSES
from tabletop.scenario.compiler.board import lexicon
from tabletop.scenario.library import open_scenario
from tabletop.words.language.voice import Voice
from tabletop.words.pages.doubt import strike_account_lines
from tests.game.doubt_rig import EUROPE, RUSSIA, UKRAINE, US, board, patient_match, step, struck
from tests.laws.walk import dice

CAMPAIGN = (("tempo", "press"), ("strikes", "energy"), ("recruitment", "normal"), ("restraint", "no"))
RESTRAINED = (*CAMPAIGN[:3], ("restraint", "yes"))
NONE = (CAMPAIGN[0], ("strikes", "none"), *CAMPAIGN[2:])


def causes_drawn(orders: tuple[tuple[str, str], ...], runs: int = 3000) -> Counter[str]:
    found: Counter[str] = Counter()
    for seed in range(runs):
        at = step(seed, FIRST)
        found[evidence.draw_cause(at, RUSSIA, evidence.weights_of(at, RUSSIA, orders))] += 1
    return found


FIRST = step(0).state


def test_causes_follow_the_orders() -> None:
    """Within three points of the table: 85, 6, 4, 2, 3 in a hundred for a campaign against energy."""
    found = causes_drawn(CAMPAIGN)
    for cause, share in zip(CAUSES, (85, 6, 4, 2, 3), strict=True):
        assert abs(found[cause] / 30 - share) < 3, cause


def test_restraint_makes_orders_rarer_and_rogues_likelier() -> None:
    free, held = causes_drawn(CAMPAIGN), causes_drawn(RESTRAINED)
    assert held["ordered"] < free["ordered"] * 0.9
    assert held["rogue"] > free["rogue"] * 1.5


def test_without_an_order_nothing_was_ordered_unless_a_reply_was() -> None:
    assert causes_drawn(NONE, 400)["ordered"] == 0
    assert evidence.weights_of(step(1, FIRST), RUSSIA, NONE)[0] == 0
    reply = replace(FIRST, sealed=replace(FIRST.sealed, retaliation=(0, 1500, 0, 0)))
    assert evidence.weights_of(step(1, reply), RUSSIA, NONE)[0] > 0


def told(seat: int, truth: Truth, runs: int = 4000) -> Iterator[EvidencePaper]:
    for seed in range(runs):
        at = step(seed, FIRST)
        evidence.tell(at, seat, truth, RUSSIA)
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


@pytest.mark.parametrize(("cause", "author"), [("ordered", RUSSIA), ("staged", UKRAINE)])
def test_who_gave_an_order_knows_it(cause: str, author: int) -> None:
    assert {paper.cause for paper in told(author, Truth(1, cause, author), 300)} == {cause}


@pytest.mark.parametrize("cause", CAUSES)
def test_no_side_is_told_of_an_order_of_its_own_that_it_did_not_give(cause: str) -> None:
    author = UKRAINE if cause == "staged" else RUSSIA
    for seat in (UKRAINE, RUSSIA):
        for paper in told(seat, Truth(1, cause, author), 400):
            if paper.cause != cause and paper.author == board().seats[seat].id:
                assert paper.cause in {"rogue", "accident"}


def sealed(drones: int, most: int, runs: int = 600) -> tuple[Counter[str], Counter[str]]:
    """Causes of a strike of so many drones where nothing was ordered, and all that any seat was told of it."""
    at = replace(board(), causes=replace(board().causes, staged_most=most))
    causes: Counter[str] = Counter()
    heard: Counter[str] = Counter()
    for seed in range(runs):
        now = Step(at, FIRST, dice(seed))
        evidence.seal(now, replace(struck(seed), drones=drones), evidence.weights_of(now, RUSSIA, NONE))
        causes[now.state.sealed.causes[0].cause] += 1
        heard.update(paper.cause for paper in now.state.papers if isinstance(paper, EvidencePaper))
    return causes, heard


@pytest.mark.parametrize("drones", [101, 400])
def test_a_big_salvo_is_never_staged_nor_told_as_staged(drones: int) -> None:
    assert board().causes.staged_most == 100
    causes, heard = sealed(drones, 100)
    assert set(causes) == {"tolerated", "rogue", "accident"}
    assert set(heard) == {"ordered", "tolerated", "rogue", "accident"}


@pytest.mark.parametrize(("drones", "most"), [(100, 100), (400, 0)])
def test_a_small_one_may_be_and_so_may_any_without_the_limit(drones: int, most: int) -> None:
    causes, heard = sealed(drones, most)
    assert causes["staged"] > 40
    assert heard["staged"] > causes["staged"]


def test_without_orders_to_strike_none_fails_to_come_by_the_session_after_half_time() -> None:
    for seed in range(40):
        final = patient_match(seed, "pop-up", NONE)[-1]
        rounds = [paper.round for paper in final.papers if isinstance(paper, StrikePaper)]
        assert rounds
        assert rounds[0] <= 3


def test_a_strike_that_is_due_was_ordered_by_nobody_and_is_laid_to_either_side() -> None:
    causes: Counter[str] = Counter()
    by: Counter[str] = Counter()
    for seed in range(400):
        at = step(seed, FIRST)
        assert strikes.strike_by_itself(at)
        paper = strikes.struck_last(at)
        causes[at.state.sealed.causes[0].cause] += 1
        by[paper.by] += 1
    assert set(causes) == {"tolerated", "rogue", "staged"}
    assert min(by["ukraine"], by["russia"]) > 160


@pytest.mark.parametrize(("scope", "target"), [(1, "military"), (2, None)])
def test_a_truce_holds_the_strike_that_is_due(scope: int, target: str | None) -> None:
    """Over energy it takes another target; over all long-range fire there is none."""
    for seed in range(20):
        state = replace(FIRST, text=replace(FIRST.text, truce=Truce(scope, 2)))
        at = step(seed, state)
        assert strikes.strike_by_itself(at) == (target is not None)
        if target is not None:
            assert strikes.struck_last(at).target == target


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
