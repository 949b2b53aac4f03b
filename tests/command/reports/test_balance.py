"""`tabletop balance`: one document on standard output, and an exit code that says what is wrong."""

import json
import shutil
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

from tabletop.command.cli import run
from tabletop.command.reports import tables
from tabletop.command.reports.balance_tables import card_sections
from tabletop.lab.balance.card import Card
from tests.lab.balance.rig import MINIMAL

KEYS = [
    "scenario", "format", "seed", "matches", "compared", "situations", "continuations", "fortnights", "complete",
    "played", "seconds", "space", "doors", "orders", "parties", "verdict",
]  # fmt: skip

OPTION = {"share", "low", "high", "open", "best", "value", "error"}


@pytest.fixture(scope="module")
def card() -> Card:
    """What the command prints for one match a door; it prints nothing beside it."""
    with redirect_stdout(StringIO()) as out, redirect_stderr(StringIO()) as err:
        assert (
            run(["balance", MINIMAL, "--matches", "1", "--continuations", "2", "--seed", "3", "--json"]) == 0
        )
    assert err.getvalue() == ""
    printed: Card = json.loads(out.getvalue())
    return printed


@pytest.mark.slow
def test_the_document_has_its_keys(card: Card) -> None:
    assert list(card) == KEYS
    assert card["complete"] is True
    assert card["played"] == 2 + 10 + 2 * 9
    assert set(card["doors"]) == {"open", "standard"}
    assert {(one["seat"], one["lever"]) for one in card["orders"]} >= {("southland", "strikes")}
    assert all(set(one["options"][name]) == OPTION for one in card["orders"] for name in one["options"])
    assert set(card["parties"]) == {"northland", "southland"}
    assert card["verdict"]["passed"] is True


@pytest.mark.slow
def test_a_scenario_without_a_text_for_both_fails_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "minimal"
    shutil.copytree(MINIMAL, folder)
    frame = folder / "scenario.yaml"
    frame.write_text(frame.read_text().replace("doors: {open: -1.5, standard: 0}", "doors: {standard: 30}"))
    assert run(["balance", str(folder), "--matches", "1", "--continuations", "2", "--seed", "3"]) == 1
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


def test_levers_that_are_named_are_measured_alone(capsys: pytest.CaptureFixture[str]) -> None:
    sizes = ["--situations", "2", "--continuations", "3", "--seed", "3"]
    assert run(["balance", MINIMAL, "--lever", "harbour.focus", *sizes]) == 0
    out = capsys.readouterr().out
    assert out.splitlines()[1].startswith("12 matches")
    assert "Situations of each lever" in out
    assert "harbour  focus  high" in out
    assert "Doors" not in out
    assert run(["balance", MINIMAL, "--lever", "harbour.fokus", "--seed", "3"]) == 5
    assert "did you mean harbour.focus?" in capsys.readouterr().err


@pytest.mark.slow
def test_markdown_has_the_same_figures_as_the_lines(card: Card) -> None:
    lines = "\n".join(tables.as_text(card_sections(card)))
    marked = "\n".join(tables.as_markdown(card_sections(card)))
    assert marked.startswith("## minimal, format class\n")
    rows = [
        row for row in marked.splitlines() if row.startswith("|") and "---" not in row and "--:" not in row
    ]
    assert len(rows) > 30
    told = {" ".join(line.split()) for line in lines.splitlines()}
    for row in rows:
        assert " ".join(row.replace("|", " ").split()) in told
