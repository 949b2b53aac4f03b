"""`tabletop report`: a finished match laid open; an unfinished one as far as it may be."""

from pathlib import Path

import pytest

from tabletop.command import open_match
from tabletop.command.cli import run
from tabletop.ui.shared.setup import PERSON, Setup

SEATS = ("ukraine", "russia", "us", "europe")


def played(folder: Path) -> Path:
    """A short match among bots, played out."""
    match = open_match.deal(
        Setup("abu-dhabi-2026", "pop-up", dict.fromkeys(SEATS, "trading"), 3, "open"), folder
    )
    match.play_bots()
    assert match.journal is not None
    return match.journal


def test_a_report_names_results_strikes_and_beliefs_with_the_truth(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = played(tmp_path)
    assert run(["report", str(path)]) == 0
    everybody = capsys.readouterr().out
    for told in (
        "Value created: ",
        "Results: Ukraine:",
        "Results: Europe:",
        "attributed to Russia",
        "it was ",
    ):
        assert told in everybody
    assert everybody.count("Value created: ") == 1
    assert everybody.count("Value claimed: ") == len(SEATS)
    assert run(["report", str(path), "--seat", "ukraine"]) == 0
    own = capsys.readouterr().out
    assert own.count("Value claimed: ") == 1
    assert "United States held the alternative" in everybody
    assert "United States held the alternative" not in own


def test_neutral_names_hold_in_a_report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["report", str(played(tmp_path)), "--neutral"]) == 0
    told = capsys.readouterr().out
    assert "Russia" not in told
    assert "Ukraine" not in told


def test_a_match_that_is_not_over_is_told_as_far_as_it_may_be(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    seats = dict.fromkeys(SEATS, "trading") | {"ukraine": PERSON}
    seating = open_match.start(Setup("abu-dhabi-2026", "pop-up", seats, 3), tmp_path)
    assert run(["report", seating.where]) == 0
    public = capsys.readouterr().out
    assert "The match is not over: round 1 of 4" in public
    assert "The text so far:" in public
    assert "Gain over no deal" not in public
    assert run(["report", seating.where, "--seat", "ukraine"]) == 0
    own = capsys.readouterr().out
    assert "Gain over no deal" in own
    assert "What lay under seal" not in own
    assert run(["report", seating.where, "--seat", "russia"]) == 5
    assert "--spoilers" in capsys.readouterr().err
    assert run(["report", seating.where, "--seat", "russia", "--spoilers", "--lang", "uk"]) == 0
    assert "гру ще не завершено" in capsys.readouterr().out.lower()
    assert run(["report", seating.where, "--spoilers"]) == 0
    opened = capsys.readouterr().out
    assert "What lay under seal" in opened
    assert "Value claimed: " in opened


def test_a_seat_that_is_not_there_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["report", str(played(tmp_path)), "--seat", "nobody"]) == 5
    assert "there is no seat" in capsys.readouterr().err
