"""Tempers, formats and doors on the command line: what there is can be asked for everywhere, and nothing else."""

import shutil
from pathlib import Path

import pytest

from tabletop.command.cli import run
from tabletop.game.notation import format_move
from tabletop.journal.history import board_of
from tabletop.journal.reader import read
from tests.lab.balance.rig import MINIMAL


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TABLETOP_SAVES", str(tmp_path / "saves"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


def test_a_match_is_shown_with_a_bot_that_looks_ahead(capsys: pytest.CaptureFixture[str]) -> None:
    asked = [
        "--format",
        "pop-up",
        "--seat",
        "observer",
        "--bots",
        "ukraine=search,russia=hard",
        "--seed",
        "1",
    ]
    assert run(["play", *asked]) == 0
    said = capsys.readouterr().out
    assert "Ukraine (search), Russia (hard), United States (trading), Europe (trading)" in said


def test_batches_and_what_ifs_take_the_same_tempers(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    batch = ["--format", "pop-up", "--matches", "1", "--seed", "1", "--out", str(tmp_path)]
    assert run(["simulate", *batch, "--bots", "search,russia=hard"]) == 0
    (path,) = tmp_path.glob("*.jsonl")
    kept = read(path)
    assert kept.header.seating == {"ukraine": "search", "russia": "hard", "us": "search", "europe": "search"}
    entry = next(one for one in reversed(kept.entries) if one.seat == "ukraine")
    move = format_move(board_of(kept.header), entry.move)
    whatif = ["whatif", str(path), "--at", str(entry.seq), "--move", move, "--continuations", "1"]
    capsys.readouterr()
    assert run([*whatif, "--bots", "ukraine=search,russia=search"]) == 0
    assert "search" in capsys.readouterr().out
    assert run([*whatif, "--bots", "serch"]) == 2
    assert "did you mean search?" in capsys.readouterr().err


@pytest.fixture
def own_names(tmp_path: Path) -> str:
    """A scenario whose one format and one of whose doors have names of their own."""
    folder = tmp_path / "minimal"
    shutil.copytree(MINIMAL, folder)
    frame = folder / "scenario.yaml"
    text = frame.read_text()
    assert "doors: {open:" in text
    frame.write_text(text.replace("doors: {open:", "doors: {ajar:"))
    return str(folder)


def test_formats_and_doors_are_those_of_the_scenario(
    own_names: str, capsys: pytest.CaptureFixture[str]
) -> None:
    own = ["--format", "short", "--door", "ajar", "--seed", "1"]
    assert run(["play", own_names, *own, "--seat", "observer"]) == 0
    assert run(["simulate", own_names, *own, "--matches", "1"]) == 0
    assert run(["frontier", own_names, *own]) == 0
    capsys.readouterr()
    assert run(["play", own_names, "--door", "open"]) == 2
    assert "there is no door 'open': ajar, standard" in capsys.readouterr().err
    assert run(["frontier", own_names, "--format", "short", "--door", "open"]) == 2
    assert "there is no door 'open': ajar, standard" in capsys.readouterr().err
