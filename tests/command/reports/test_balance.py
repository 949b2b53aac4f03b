"""`tabletop balance`: one document on standard output, and an exit code that says what is wrong."""

import json
import shutil
from pathlib import Path

import pytest

from tabletop.command.cli import run
from tests.lab.balance.rig import MINIMAL

KEYS = [
    "scenario", "format", "seed", "matches", "compared", "complete", "played", "seconds", "space", "doors", "orders",
    "parties", "verdict",
]  # fmt: skip


def test_the_document_has_its_keys_and_nothing_stands_beside_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["balance", MINIMAL, "--matches", "1", "--seed", "3", "--json"]) == 0
    out, err = capsys.readouterr()
    card = json.loads(out)
    assert list(card) == KEYS
    assert err == ""
    assert card["complete"] is True
    assert card["played"] == 2 + 10 + 9
    assert set(card["doors"]) == {"open", "standard"}
    assert {(one["seat"], one["lever"]) for one in card["orders"]} >= {("southland", "strikes")}
    assert set(card["parties"]) == {"northland", "southland"}
    assert card["verdict"]["passed"] is True


def test_a_scenario_without_a_text_for_both_fails_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "minimal"
    shutil.copytree(MINIMAL, folder)
    frame = folder / "scenario.yaml"
    frame.write_text(frame.read_text().replace("doors: {open: -1.5, standard: 0}", "doors: {standard: 30}"))
    assert run(["balance", str(folder), "--matches", "1", "--seed", "3"]) == 1
    out = capsys.readouterr().out
    assert "No text was above no deal for both parties in any match" in out
    assert "standard (1)" in out


def test_a_seed_that_is_not_given_is_drawn_and_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("tabletop.lab.balance.card.play_trial", stopped)
    assert run(["balance", MINIMAL, "--matches", "1"]) == 1
    out, err = capsys.readouterr()
    assert err.startswith("seed ")
    assert "0 matches" in out
    assert "stopped early" in out
    assert "No match was searched" in out


def test_markdown_has_the_same_figures_as_the_lines(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["balance", MINIMAL, "--matches", "1", "--seed", "3"]) == 0
    lines = capsys.readouterr().out
    assert run(["balance", MINIMAL, "--matches", "1", "--seed", "3", "--markdown"]) == 0
    marked = capsys.readouterr().out
    assert marked.startswith("## minimal, format class\n")
    rows = [
        row for row in marked.splitlines() if row.startswith("|") and "---" not in row and "--:" not in row
    ]
    assert len(rows) > 30
    told = {" ".join(line.split()) for line in lines.splitlines()}
    for row in rows:
        assert " ".join(row.replace("|", " ").split()) in told
