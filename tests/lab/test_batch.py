"""Batches of matches between bots: what they report and what they reach."""

from pathlib import Path

import pytest

from tabletop.journal.verify import verify
from tabletop.lab.batch import simulate
from tabletop.vocabulary import ENDS, Phase

KEYS = [
    "matches",
    "seconds",
    "ends",
    "signed",
    "rounds_mean",
    "value",
    "durability",
    "phases_seen",
    "sessions",
    "sessions_interrupted",
    "texts",
    "routes",
    "orders",
    "orders_winter",
    "losses_most",
    "losses_over_recruits",
    "bodies_no",
    "ended_by",
]


@pytest.mark.slow
def test_the_report_adds_up(tmp_path: Path) -> None:
    result = simulate("abu-dhabi-2026", "pop-up", 3, "mixed", 1, out=tmp_path)
    assert list(result) == KEYS
    ends = result["ends"]
    assert set(ends) == {end.value for end in ENDS}
    assert sum(ends.values()) == result["matches"] == 3
    journals = sorted(tmp_path.iterdir())
    assert len(journals) == 3
    for journal in journals:
        verify(journal)


def test_jobs_do_not_change_what_is_played() -> None:
    alone = simulate("abu-dhabi-2026", "pop-up", 4, "patient", 7)
    beside = simulate("abu-dhabi-2026", "pop-up", 4, "patient", 7, jobs=2)
    assert {k: v for k, v in alone.items() if k != "seconds"} == {
        k: v for k, v in beside.items() if k != "seconds"
    }


@pytest.mark.slow
@pytest.mark.timeout(1200)
def test_three_hundred_matches_reach_everything() -> None:
    """Every phase and end but the rarest, two refusals at home; initialled in a quarter to a half of them."""
    result = simulate("abu-dhabi-2026", "class", 300, "mixed", 6_000, jobs=2)
    ends = result["ends"]
    assert all(count for end, count in ends.items() if end != Phase.REJECTED), ends
    seen = set(result["phases_seen"]) | {Phase.REJECTED.value}
    assert seen == {phase.value for phase in Phase}
    assert 75 <= result["signed"] <= 150
