"""A trial says what its match came to."""

from tabletop.lab.balance.trial import play_trial
from tabletop.lab.batch import simulate
from tests.lab.balance.rig import FLAGSHIP, SEATS, arm


def test_a_text_is_worth_what_a_batch_says_it_is() -> None:
    trials = ((seed, play_trial((arm(searched=True), seed))) for seed in range(1, 30))
    seed, trial = next((seed, trial) for seed, trial in trials if trial.signed)
    batch = simulate(FLAGSHIP, "pop-up", 1, "mixed", seed, door="open")
    value = batch["value"]
    assert {seat: gain / 100 for seat, gain in trial.gains.items()} == {
        seat: value[seat]["mean"] for seat in SEATS
    }
    assert batch["ends"][trial.end] == 1
    assert trial.rounds == batch["rounds_mean"]
    assert 1 <= len(trial.doors) <= trial.rounds
    assert max(trial.doors) >= min(trial.gains["ukraine"], trial.gains["russia"])


def test_without_a_text_nothing_is_gained_and_the_search_changes_nothing() -> None:
    searched, plain = play_trial((arm(searched=True), 6)), play_trial((arm(), 6))
    assert not plain.signed
    assert set(plain.gains.values()) == {0}
    assert len(searched.doors) == searched.rounds
    assert plain.doors == ()
    assert (searched.end, searched.rounds, searched.values) == (plain.end, plain.rounds, plain.values)
