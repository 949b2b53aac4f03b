"""The frontier card, of a scenario and of a match."""

import json
from pathlib import Path
from time import process_time

import pytest

from tabletop.api.matches import read_match
from tabletop.api.tools import find_frontier
from tabletop.debrief.missed_chances import last_states
from tabletop.errors import JournalError, ScenarioError
from tabletop.journal.history import fold
from tabletop.scenario.library import open_scenario

JOURNAL = Path(__file__).parents[1] / "journals" / "v1" / "abu-dhabi-2026.journal.jsonl"
FLAGSHIP = "abu-dhabi-2026"


def test_the_card_of_the_flagship_is_json_and_fast() -> None:
    began = process_time()
    card = find_frontier(FLAGSHIP, door="open", points=5)
    assert process_time() - began < 5
    assert json.loads(json.dumps(card)) == card
    assert card["outcomes"] == 81_920_000
    assert card["texts"] == 1_012_500_000
    assert len(card["points"]) == 5 < card["frontier"]
    assert card["zopa_share"] == card["zopa_outcomes"] / card["outcomes"]
    assert card["zopa_outcomes"] <= card["parties"]["zopa_outcomes"]
    assert card["nash"] is not None
    assert all(0 < gain <= card["ideal"][seat] for seat, gain in card["nash"]["gains"].items())
    assert card["seconds"] > 0


@pytest.mark.slow
def test_a_door_that_is_shut_leaves_fewer_texts() -> None:
    counts = [find_frontier(FLAGSHIP, door=door)["zopa_outcomes"] for door in ("open", "standard", "hard")]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > counts[-1]


@pytest.mark.slow
def test_mandates_can_be_drawn_by_a_seed() -> None:
    one, other = (find_frontier(FLAGSHIP, seed=seed, points=0) for seed in (1, 2))
    assert one["seed"] == 1
    assert one["alternatives"] != other["alternatives"]


def test_a_moment_of_a_match_and_its_draft() -> None:
    match = read_match(JOURNAL)
    board = match.board
    for at in (20, len(match.entries)):
        card = match.frontier(at)
        state = fold(board, match.entries[:at]).state
        assert card["entry"] == at
        assert card["phase"] == state.talks.phase.value
        assert tuple(card["alternatives"].values()) == state.home.alternative
        assert [each["round"] for each in card["rounds"]] == sorted(
            {each["round"] for each in card["rounds"]}
        )
        assert len(card["rounds"]) == len(last_states(fold(board, match.entries[:at])))
        draft = card["draft"]
        assert draft is not None
        assert (draft["all"]["left"] == 0) >= (draft["all"]["better"] == 0)
        for trade in draft["trades"]:
            assert 1 <= len(trade["changed"]) <= trade["within"]
            assert all(trade["text"][clause] != draft["text"][clause] for clause in trade["changed"])
            assert all(
                trade["gains"][board.seats[party].id] >= draft["gains"][board.seats[party].id] + trade["more"]
                for party in board.parties
            )


def test_the_small_scenario_of_three_seats() -> None:
    folder = Path(__file__).parents[1] / "scenario" / "minimal"
    card = find_frontier(folder, format_id=next(iter(open_scenario(folder).frame.formats)))
    assert len(card["alternatives"]) == 3
    assert card["frontier"] > 0


def test_what_does_not_exist_is_refused() -> None:
    with pytest.raises(JournalError, match="there is no entry 99999"):
        read_match(JOURNAL).frontier(99_999)
    with pytest.raises(ScenarioError):
        find_frontier(FLAGSHIP, door="ajar")
