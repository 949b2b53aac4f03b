import json
import shlex
import shutil
import sys
from pathlib import Path

import pytest

from tabletop.command.cli import exit_code, run
from tabletop.command.output import started_as
from tabletop.errors import (
    EXIT,
    Diverged,
    Finding,
    IllegalMove,
    InvariantBroken,
    JournalBroken,
    JournalTooNew,
    MatchNotOver,
    NotationError,
    Refusal,
    ScenarioError,
    SeatError,
    StaleView,
    TabletopError,
)

ROOT = Path(__file__).parent.parent.parent
FLAGSHIP = ROOT / "scenarios" / "abu-dhabi-2026"


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TABLETOP_SAVES", str(tmp_path / "saves"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (ScenarioError((Finding("f", 0, 0, "", "a", "b"),)), 3),
        (JournalBroken("x"), 4),
        (JournalTooNew("x"), 4),
        (Diverged(1, "x"), 4),
        (MatchNotOver("x"), 5),
        (IllegalMove(Refusal("x", "T1.2")), 5),
        (SeatError("x"), 5),
        (StaleView(2, 1), 5),
        (NotationError("x", 0, "y"), 2),
        (InvariantBroken("x"), 1),
        (TabletopError("x"), 1),
    ],
)
def test_every_family_of_errors_has_its_exit_code(error: TabletopError, code: int) -> None:
    assert exit_code(error) == code


def test_no_family_of_errors_is_missing_above() -> None:
    assert set(EXIT.values()) == {1, 2, 3, 4, 5}


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        (["play", "--lang", "tlh"], "'tlh'"),
        (["play", "--seat", "ukrane"], "did you mean ukraine?"),
        (["play", "--bots", "angry"], "angry"),
        (["play", "--bots", "nobody=hard"], "nobody"),
        (["play", "--bots", "ukraine=serch"], "did you mean search?"),
        (["play", "--format", "endless"], "endless"),
        (["play", "--door", "opne"], "did you mean open?"),
        (["simulate", "--bots", "serch"], "did you mean search?"),
        (["simulate", "--bots", "russia=hard,russia=patient"], "twice for russia"),
        (["simulate", "--scheduler", ""], "address of a Dask scheduler"),
        (["backtest", "--json", "--markdown"], "choose one"),
        (["balance", "--json", "--markdown"], "choose one"),
        (["backtest", "--from", "9999-12"], "more than 240 months after 2026-02"),
        (["simulate", "--format", "clas"], "did you mean class?"),
        (["simulate", "--door", "ajar"], "ajar"),
        (["play", "--seed", "-1"], "-1"),
        (["simulate", "--matches", "0"], "0"),
        (["verify"], "JOURNALS"),
        (["rules", "nope"], "no rule 'NOPE'; there are"),
        (["rules", "T3.11"], "did you mean T3.1"),
        (["facts", "nope"], "no fact 'nope'; there are"),
        (["frontier", "--door", "ajar"], "no door 'ajar': open, standard, hard"),
        (["frontier", "--format", "clas"], "did you mean class?"),
        (["forecast"], "forecast"),
        (["--no-such-option"], "no-such-option"),
    ],
)
def test_usage_errors_are_one_sentence_and_code_two(
    arguments: list[str], wanted: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert wanted in said.err
    assert "Traceback" not in said.err


def test_an_unknown_scenario_is_code_three(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["play", "abu-dabi-2026"]) == 3
    assert "did you mean abu-dhabi-2026?" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["", "x" * 5000, "a/" * 3000])
@pytest.mark.parametrize("command", ["play", "check", "frontier", "simulate"])
def test_a_name_that_no_folder_could_have_is_code_three(
    name: str, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([command, name]) == 3
    said = capsys.readouterr().err
    assert "found no such scenario, expected a folder with a scenario.yaml, or one of " in said
    assert not said.startswith(":")
    assert len(said) < 400


@pytest.mark.parametrize("given", [".venv/bin/tabletop", "bin with blanks/tabletop"])
def test_commands_are_named_as_the_program_was_started(
    tmp_path: Path, given: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / given).parent.mkdir(parents=True)
    (tmp_path / given).touch(mode=0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", "/nowhere")
    started = shlex.quote(given)
    for typed in (given, str(tmp_path / given)):
        monkeypatch.setattr(sys, "argv", [typed])
        assert started_as() == started
    assert run(["play", "--format", "pop-up", "--seat", "observer", "--seed", "1"], started_as()) == 0
    said = capsys.readouterr().out
    assert f"the results: {started} report " in said
    assert f"take a seat: {started} play abu-dhabi-2026" in said
    monkeypatch.setattr(sys, "stdin", None)
    assert run(["resume", "--plain"], started_as()) == 0
    assert f" {started} " in capsys.readouterr().out


def test_a_program_on_the_path_or_in_a_module_is_named_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = tmp_path / "tabletop"
    found.touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(sys, "argv", [str(found)])
    assert started_as() == "tabletop"
    monkeypatch.setattr(sys, "argv", ["/any/tabletop/__main__.py"])
    assert started_as() == f"{Path(sys.executable).name} -m tabletop"


def test_check_names_file_line_and_column(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = tmp_path / "broken"
    shutil.copytree(FLAGSHIP, broken)
    frame = broken / "scenario.yaml"
    lines = frame.read_text().splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("roles:"))
    lines[at] = "rolls:"
    frame.write_text("\n".join(lines) + "\n")
    assert run(["check", str(broken)]) == 3
    assert f"scenario.yaml:{at + 1}:1: " in capsys.readouterr().out
    assert run(["check", str(broken), "--json"]) == 3
    said = capsys.readouterr()
    found = json.loads(said.out)
    assert found["valid"] is False
    assert any(finding["line"] == at + 1 for finding in found["findings"])
    assert run(["play", str(broken)]) == 3
    assert "scenario.yaml" in capsys.readouterr().err


def test_check_of_the_flagship(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "abu-dhabi-2026", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["valid"], told["findings"]) == (True, [])


def test_check_warns_of_what_can_be_played_and_looked_at(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = tmp_path / "flagship"
    shutil.copytree(FLAGSHIP, copy)
    (copy / "debrief.md").unlink()
    assert run(["check", str(copy)]) == 0
    warning, *_, last = capsys.readouterr().out.splitlines()
    assert warning.startswith("warning: debrief.md: found no page")
    assert last.endswith("can be played")
    assert run(["check", str(copy), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["valid"], told["warnings"][0]["path"]) == (True, "debrief.md")


@pytest.mark.parametrize("arguments", [["scenarios", "--json"], ["schema"]])
def test_json_is_one_document_and_nothing_else(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 0
    said = capsys.readouterr()
    assert json.loads(said.out)
    assert said.err == ""


def test_the_chart_holds_every_phase(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["chart"]) == 0
    drawn = capsys.readouterr().out
    assert all(phase in drawn for phase in ("plenary", "interrupted", "held", "relapsed", "broke", "expired"))


@pytest.mark.parametrize("content", ["", "not json\n", '{"version": 99}\n', '{"version": 1}\n'])
@pytest.mark.parametrize("command", [["verify"], ["replay"], ["resume"]])
def test_broken_journals_are_code_four(
    tmp_path: Path, command: list[str], content: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "match.journal.jsonl"
    path.write_text(content)
    assert run([*command, str(path)]) == 4
    said = capsys.readouterr()
    assert str(path) in said.err + said.out
    assert "Traceback" not in said.err + said.out


def test_a_journal_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["resume"]) == 4
    assert "no saved match" in capsys.readouterr().err
    assert run(["verify", str(tmp_path / "none"), "--json"]) == 4
    (verdict,) = json.loads(capsys.readouterr().out)
    assert verdict["agrees"] is False


def test_an_unforeseen_fault_goes_to_the_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(_: object) -> None:
        raise ZeroDivisionError("a fault of ours")

    monkeypatch.setattr("tabletop.scenario.library._listed", fails)
    assert run(["scenarios"]) == 1
    said = capsys.readouterr().err
    assert len(said.strip().splitlines()) == 1
    log = next((tmp_path / "state").rglob("tabletop.log"))
    assert str(log) in said
    assert "a fault of ours" in log.read_text()


def test_help_lists_what_there_is_and_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == 0
    listed = capsys.readouterr().out
    for command in (
        "play", "resume", "replay", "report", "scenarios", "check", "schema", "simulate", "verify", "balance",
        "chart", "rules", "facts", "doctor", "whatif", "frontier", "backtest", "host", "join",
    ):  # fmt: skip
        assert f"\n  {command} " in listed
    for later in ("new",):
        assert f"\n  {later} " not in listed
