"""Less detail of harm reaches whoever reads a match without a window: one setting, one rule, every surface."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from tabletop.api.matches import new_match
from tabletop.command.cli import run
from tabletop.command.folders import preferences
from tabletop.command.open_match import resume, start
from tabletop.command.plain_session import sit_down
from tabletop.debrief.report import debrief
from tabletop.journal.history import board_of, scenario_of
from tabletop.journal.reader import read
from tabletop.scenario.compiler.board import lexicon
from tabletop.ui.shared.personal_words import personal_words
from tabletop.ui.shared.prefs import Prefs, write_prefs
from tabletop.ui.shared.seat_session import seat_sessions
from tabletop.ui.shared.setup import PERSON, Setup
from tabletop.words.language.section import plain_lines
from tests.command.script import scripted

SEATS = ("ukraine", "russia", "us", "europe")
OVER = Path(__file__).parents[1] / "journals" / "v1" / "abu-dhabi-2026.journal.jsonl"
TOLL = re.compile(
    r"without power:? [\d,]+|[\d,]+ homes are without power|stopped [\d,]+; missiles|in the last fortnight, [\d,]+"
)
"""What a reader in full is told of harm, with its figure."""


@pytest.fixture(params=["full", "reduced"])
def detail(request: pytest.FixtureRequest) -> str:
    write_prefs(preferences(), Prefs(detail=request.param))
    return str(request.param)


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TABLETOP_SAVES", str(tmp_path / "saves"))


def setup() -> Setup:
    return Setup("abu-dhabi-2026", "pop-up", dict.fromkeys(SEATS, "trading") | {"ukraine": PERSON}, 4)


def test_plain_mode(detail: str, tmp_path: Path) -> None:
    console, written = scripted(("y", "n", "f", "r"))
    sit_down(lambda: start(setup(), tmp_path), console)
    said = "\n".join(written)
    assert "omes without power" in said, "the row stays"
    assert bool(TOLL.search(said)) is (detail == "full")


def test_a_replay_line_by_line(detail: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["replay", str(OVER), "--plain", "--seat", "ukraine"]) == 0
    said = capsys.readouterr().out
    assert "was reported at" in said
    assert bool(TOLL.search(said)) is (detail == "full")


def test_a_report_and_the_end_of_a_match_say_the_same(
    detail: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["report", str(OVER), "--seat", "ukraine"]) == 0
    said = capsys.readouterr().out
    kept = read(OVER)
    scenario = scenario_of(kept.header)
    words = personal_words(lexicon(scenario), Prefs(detail=detail))
    told = debrief(board_of(kept.header), words, kept.entries, "ukraine")
    assert said.splitlines()[1:] == "\n".join(plain_lines(told)).splitlines(), (
        "the first line names the rules"
    )
    assert not TOLL.search(said) or detail == "full"


def test_the_facts_of_a_scenario(detail: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["facts"]) == 0
    said = capsys.readouterr().out
    assert ("left out, as your settings ask" in said) is (detail == "reduced")
    for line in said.splitlines():
        name, _, told = line.partition(": ")
        if name in {"us-deadline", "newest-data-2026-07-01"}:
            assert told.startswith("[later than 2026-01-31: for the debrief alone, not in play]")
        if name == "strike-2026-01-28":
            assert not told.startswith("[")


def test_the_debrief_is_told_in_the_words_of_who_asks(tmp_path: Path) -> None:
    new_match(seed=4, format_id="pop-up", journal=tmp_path / "over.jsonl").play_bots()
    match = resume(str(tmp_path / "over.jsonl"), tmp_path)
    words = seat_sessions(match, Prefs(detail="reduced"))[0].voice.lexicon
    assert words.reduced
    other = replace(words, labels={**words.labels, "seat.russia": "The other chair"})
    assert "The other chair" in "\n".join(plain_lines(match.debrief("ukraine", other)))
