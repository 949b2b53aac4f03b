"""The card sums trials up, also those of a run that was stopped."""

import pytest

from tabletop.errors import SeatError
from tabletop.lab.balance.card import range_card, stall_card, summed, weigh
from tabletop.lab.balance.plan import Plan, Size, plan
from tabletop.lab.balance.trial import play_trial
from tabletop.lab.parallel import spread
from tests.lab.balance.rig import FLAGSHIP, MINIMAL, arm, trial


@pytest.fixture(scope="module")
def small() -> Plan:
    return plan(MINIMAL, Size(4, 2, 2), 11)


def test_a_plan_has_every_door_temper_and_order() -> None:
    found = plan(FLAGSHIP, Size(7, continuations=5, fortnights=2), 20)
    assert [one.door for one in found.doors] == ["open", "standard", "hard"]
    assert {seat for seat, _ in found.levers} == {"ukraine", "russia", "us", "europe"}
    assert [one.option for one in found.levers["russia", "tempo"]] == ["hold", "probe", "press", "surge"]
    assert set(found.tempers) == {"ukraine", "russia"}
    assert found.compared == 3
    tasks = list(found.tasks())
    assert len(tasks) == len(set(tasks)) == 3 * 7 + 2 * 5 * 3
    assert {seed for one, seed in tasks if one in found.doors} == set(range(20, 27))
    assert {seed for one, seed in tasks if one not in found.doors} == {20, 21, 22}
    steps = list(found.steps())
    assert len(steps) == len(set(steps)) == 2 * 5 * sum(map(len, found.levers.values()))
    assert {order.fortnights for _, _, order in steps} == {2}


def test_a_plan_of_some_levers_plays_their_orders_alone() -> None:
    found = plan(FLAGSHIP, Size(7, 3), 20, ("russia.tempo", "us.aid"))
    assert list(found.levers) == [("russia", "tempo"), ("us", "aid")]
    assert list(found.tasks()) == []
    assert len(list(found.steps())) == 3 * 12 * (4 + 3)
    with pytest.raises(SeatError, match=r"no lever 'russia.temp'; did you mean russia.tempo"):
        plan(FLAGSHIP, Size(7, 3), 20, ("russia.temp",))


def test_the_range_opens_stays_and_shuts() -> None:
    one = arm()
    paths = [(50, 60), (0, 31), (31, 30, 40), (30, -200)]
    trials = [trial(one, at, doors=doors, signed=at == 0) for at, doors in enumerate(paths)]
    card = range_card(trials)
    assert card["open_at_start"] == 0.5
    assert card["opens_later"] == 0.25
    assert card["shuts"] == 0.25
    assert card["ever_open"] == 0.75
    assert card["open_without_text"] == pytest.approx(2 / 3, abs=0.001)
    assert card["largest"] == 0.6


def test_stalling_is_set_against_patience_seed_by_seed() -> None:
    stalling = [trial(arm("stalling"), at, own) for at, own in enumerate((5000, 5100, 5300, 5000))]
    patient = [trial(arm("patient"), at, own) for at, own in enumerate((5100, 5000, 5000, 5000))]
    assert stall_card("russia", stalling, patient) == {
        "seeds": 4, "better": 0.5, "worse": 0.25, "mean": 0.75, "error": 0.85,
    }  # fmt: skip


@pytest.mark.slow
def test_processes_change_nothing_of_what_is_played(small: Plan) -> None:
    tasks = list(small.tasks())[:4]
    alone, all_there = spread(play_trial, tasks, 1)
    beside, _ = spread(play_trial, tasks, 2)
    assert all_there
    assert alone == beside


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.slow
def test_stopped_it_sums_up_what_it_has(small: Plan, jobs: int) -> None:
    told = 0

    def stop() -> None:
        nonlocal told
        told += 1
        if told == 3:
            raise KeyboardInterrupt

    card = weigh(small, jobs, stop)
    assert not card["complete"]
    assert card["played"] == 3
    assert {door: found["matches"] for door, found in card["doors"].items()} == {"open": 2, "standard": 1}
    assert (card["orders"], card["parties"]) == ([], {})


@pytest.mark.slow
def test_stopped_among_situations_it_keeps_those_that_are_whole() -> None:
    some = plan(MINIMAL, Size(1, 3, 2), 11, ("harbour.focus",))
    told = 0

    def stop() -> None:
        nonlocal told
        told += 1
        if told == 7:
            raise KeyboardInterrupt

    card = weigh(some, 1, stop)
    assert not card["complete"]
    assert (card["played"], card["situations"]) == (7, 1)
    assert [(lever["lever"], lever["situations"]) for lever in card["orders"]] == [("focus", 1)]


def test_a_card_of_nothing_does_not_pass(small: Plan) -> None:
    card = summed(small, [], complete=False, seconds=0.0)
    assert card["doors"] == {}
    assert card["verdict"]["text_for_both"] is None
    assert not card["verdict"]["passed"]


def test_no_text_for_both_or_a_chair_that_decides_does_not_pass(small: Plan) -> None:
    def passed(doors: tuple[int, ...], *, deciding: bool) -> bool:
        standard = small.doors[-1]
        trials = [trial(standard, 1, doors=doors)]
        for one in small.tempers["southland"]:
            signs = deciding and dict(one.tempers)["southland"] == "yielding"
            trials += [trial(one, seed, signed=signs) for seed in range(6)]
        for each in trials:
            each.values = each.gains = dict.fromkeys(("northland", "southland", "harbour"), 0)
        return summed(small, trials, complete=True, seconds=1.0)["verdict"]["passed"]

    assert passed((-40, 10), deciding=False)
    assert not passed((-40, 0), deciding=False)
    assert not passed((-40, 10), deciding=True)
