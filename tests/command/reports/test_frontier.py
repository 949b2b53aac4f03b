"""What `tabletop frontier` reckons and tells."""

import json
from pathlib import Path

import pytest

from tabletop.command.reports.frontier import reckoned, told
from tabletop.debrief.doors import last_states
from tabletop.errors import JournalError, ScenarioError
from tabletop.journal.history import board_of, fold, scenario_of
from tabletop.journal.reader import read
from tabletop.scenario.library import open_scenario

JOURNAL = Path(__file__).parents[2] / "journals" / "v1" / "abu-dhabi-2026.journal.jsonl"
FLAGSHIP = "abu-dhabi-2026"


def test_the_card_of_the_flagship_is_json_and_fast() -> None:
    card = reckoned(FLAGSHIP, door="open", cap=5)
    assert json.loads(json.dumps(card)) == card
    assert card["outcomes"] == 81_920_000
    assert card["texts"] == 1_012_500_000
    assert len(card["points"]) == 5 < card["frontier"]
    assert card["zopa_share"] == card["zopa_outcomes"] / card["outcomes"]
    assert card["zopa_outcomes"] <= card["parties"]["zopa_outcomes"]
    assert card["nash"] is not None
    assert all(0 < gain <= card["ideal"][seat] for seat, gain in card["nash"]["gains"].items())
    assert card["seconds"] < 5


def test_a_door_that_is_shut_leaves_fewer_texts() -> None:
    counts = [reckoned(FLAGSHIP, door=door)["zopa_outcomes"] for door in ("open", "standard", "hard")]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > counts[-1]


def test_mandates_can_be_drawn_by_a_seed() -> None:
    one, other = (reckoned(FLAGSHIP, seed=seed, cap=0) for seed in (1, 2))
    assert one["seed"] == 1
    assert one["alternatives"] != other["alternatives"]


def test_a_moment_of_a_match_and_its_draft() -> None:
    kept = read(JOURNAL)
    board = board_of(kept.header, scenario_of(kept.header))
    for at in (20, len(kept.entries)):
        card = reckoned("", journal=JOURNAL, at=at)
        state = fold(board, kept.entries[:at]).state
        assert card["entry"] == at
        assert card["phase"] == state.talks.phase.value
        assert tuple(card["alternatives"].values()) == state.home.alternative
        assert [each["round"] for each in card["rounds"]] == sorted(
            {each["round"] for each in card["rounds"]}
        )
        assert len(card["rounds"]) == len(last_states(fold(board, kept.entries[:at])))
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


def test_every_line_has_its_facts() -> None:
    for card in (reckoned(FLAGSHIP, door="hard"), reckoned("", journal=JOURNAL, at=30)):
        lines = list(told(card))
        assert not any("{" in line or "None" in line for line in lines)
        assert any("Frontier" in line for line in lines)


def test_the_small_scenario_of_three_seats() -> None:
    folder = Path(__file__).parents[2] / "scenario" / "minimal"
    card = reckoned(str(folder), format_id=next(iter(open_scenario(folder).frame.formats)))
    assert len(card["alternatives"]) == 3
    assert card["frontier"] > 0


def test_what_does_not_exist_is_refused() -> None:
    with pytest.raises(JournalError, match="there is no entry 99999"):
        reckoned("", journal=JOURNAL, at=99_999)
    with pytest.raises(ScenarioError):
        reckoned(FLAGSHIP, door="ajar")
