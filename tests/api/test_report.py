"""A report says where a match stands before its end, and what it came to after."""

import pytest

from tabletop.api.matches import new_match
from tabletop.errors import SeatError


def test_a_report_before_and_after_the_end() -> None:
    match = new_match(seats={"ukraine": "person"}, seed=1)
    report = match.report()
    assert (report.over, report.phase, report.round, report.rounds) == (False, "scheduled", 1, 6)
    assert report.summary == "in round 1 of 6, no text initialled"
    played = new_match(seed=1)
    played.play_bots()
    report = played.report()
    assert report.over
    assert report.summary.startswith(f"after round {report.round} of 6, a text initialled")
    assert report.results.durability.end == report.phase == played.phase
    claimed = [result.claimed for result in report.seats.values()]
    assert all(one is not None for one in claimed)
    lines = report.lines("ukraine")
    assert len(lines) == 6
    assert lines != report.lines("russia")
    with pytest.raises(SeatError):
        report.lines("atlantis")
