"""`tabletop backtest`: what a script may rely on, the files that people hand in, and what is refused."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tabletop.command.cli import run
from tabletop.words.language.i18n import speak

ROOT = Path(__file__).parents[3]
MINIMAL = ROOT / "tests" / "scenario" / "minimal"
FLAGSHIP = ROOT / "scenarios" / "abu-dhabi-2026"
KEYS = {
    "month",
    "figure",
    "unit",
    "low",
    "middle",
    "high",
    "record",
    "inside",
    "source",
    "series",
    "grade",
    "counted",
}
OWN = """\
months:
  2026-03: {ground: {value: 300, source: my own map}, losses: {value: 31000, source: a claim}}
  2026-04: {ground: {value: 2000, source: my own map}}
"""
ORDERS = """\
orders:
  2026-02-01: {russia: {tempo: hold, strikes: none}}
  2026-04-01: {russia: {tempo: surge}, ukraine: {effort: drones-drones-repair}}
"""


def told(capsys: pytest.CaptureFixture[str], *arguments: object) -> dict[str, Any]:
    """The document of a backtest."""
    assert run(["backtest", *map(str, arguments), "--seeds", "60", "--json"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def written(folder: Path, name: str, text: str) -> Path:
    """A file of somebody's own."""
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def test_the_document_has_the_keys_that_scripts_rely_on(capsys: pytest.CaptureFixture[str]) -> None:
    found = told(capsys)
    assert {
        "months",
        "inside",
        "of",
        "width_mean",
        "interval_score",
        "free_run",
        "net_loss_share",
    } <= found.keys()
    assert found["of"] == 12
    assert all(row.keys() >= KEYS for row in found["months"])
    assert found["interval_score"].keys() == {"ours", "last_month", "months_before"}
    assert found["interval_score_months"] == [
        "2025-04", "2025-05", "2025-06", "2025-07", "2025-08", "2025-09", "2025-10", "2025-11", "2025-12",
    ]  # fmt: skip
    assert found["free_run"]["of"] == 12
    assert set(found["net_loss_share"]) == {"share", "basis"}
    assert told(capsys) == found


def test_every_figure_of_a_record_of_ones_own_is_counted(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    found = told(capsys, "--record", written(tmp_path, "record.yaml", OWN))
    assert [(row["month"], row["figure"], row["source"]) for row in found["months"]] == [
        ("2026-03", "ground", "my own map"),
        ("2026-03", "losses", "a claim"),
        ("2026-04", "ground", "my own map"),
    ]
    assert found["of"] == 3
    assert found["months"][2]["inside"] is False
    assert all(row["counted"] for row in found["months"])


def test_orders_of_ones_own_stand_until_a_later_day_says_otherwise(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    window = ("--from", "2026-02-01", "--months", 4)
    plain = told(capsys, *window)
    ordered = told(capsys, *window, "--orders", written(tmp_path, "orders.yaml", ORDERS))

    def middles(found: dict[str, Any], figure: str) -> list[float]:
        return [row["middle"] for row in found["months"] if row["figure"] == figure]

    assert [row["month"] for row in plain["months"] if row["figure"] == "ground"] == [
        "2026-02", "2026-03", "2026-04", "2026-05",
    ]  # fmt: skip
    losses, lighter = middles(plain, "losses"), middles(ordered, "losses")
    assert lighter[0] < 0.6 * losses[0]
    assert lighter[1] < 0.6 * losses[1]
    assert lighter[2] > losses[2]
    assert middles(ordered, "drones")[0] < 1_000
    assert middles(ordered, "drones")[2] < 1_000, "no later day says otherwise of the strikes"


def test_lines_for_people_in_both_languages(capsys: pytest.CaptureFixture[str]) -> None:
    try:
        assert run(["backtest", "--seeds", "60"]) == 0
        english = capsys.readouterr().out
        assert run(["backtest", "--seeds", "60", "--markdown"]) == 0
        markdown = capsys.readouterr().out
        assert run(["--lang", "uk", "backtest", "--seeds", "60"]) == 0
        ukrainian = capsys.readouterr().out
    finally:
        speak("en")
    assert "of 12 figures that are counted." in english
    assert "DeepState 133" in english
    assert "| 2025-03 | ground |" in markdown
    assert "інтервал" in ukrainian.lower()
    assert "Inside the band" not in ukrainian


@pytest.mark.parametrize(
    ("option", "text", "code", "said"),
    [
        ("--orders", ORDERS.replace("hold", "hoold"), 3, ["orders.yaml:2:", "did you mean hold?"]),
        (
            "--orders",
            ORDERS.replace("tempo: hold", "tempi: hold"),
            3,
            ["orders.yaml:2:", "did you mean tempo?"],
        ),
        ("--orders", ORDERS.replace("ukraine", "ukrain"), 3, ["orders.yaml:3:", "did you mean ukraine?"]),
        ("--orders", ORDERS.replace("2026-04-01", "2026-02-30"), 3, ["orders.yaml:3:", "2026-02-30"]),
        ("--orders", ORDERS.replace("2026-04-01", "in April"), 3, ["orders.yaml:3:", "in April"]),
        ("--orders", ORDERS.replace("orders:", "order:"), 3, ["orders.yaml:1:", "did you mean orders?"]),
        ("--orders", "orders: [", 3, ["orders.yaml:"]),
        ("--record", OWN.replace("losses", "loses"), 3, ["record.yaml:2:", "loses"]),
        ("--record", OWN.replace("300", "lots"), 3, ["record.yaml:2:", "months.2026-03.ground.value"]),
        ("--record", OWN.replace("2026-04", "2026-14"), 3, ["record.yaml:3:", "2026-14"]),
        ("--record", OWN.replace(", source: a claim", ""), 3, ["record.yaml:2:", "the key 'source'"]),
        ("--record", "months: {}\n", 3, ["record.yaml:1:", "months"]),
        ("--record", OWN.replace("2026", "2024"), 2, ["2025-01"]),
    ],
)
def test_a_bad_file_is_refused_with_its_place(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, option: str, text: str, code: int, said: list[str]
) -> None:
    path = written(tmp_path, f"{option[2:]}.yaml", text)
    assert run(["backtest", option, str(path), "--json"]) == code
    captured = capsys.readouterr()
    assert captured.out == ""
    assert all(part in captured.err for part in said), captured.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--from", "2026-13"], "2026-13"),
        (["--from", "soon"], "soon"),
        (["--from", "2024-01-01"], "2025-01"),
        (["--months", "0"], "0"),
        (["--seeds", "0"], "0"),
        (["--orders", "no-such-file.yaml"], "no-such-file.yaml"),
        (["--record", "no-such-file.yaml"], "no-such-file.yaml"),
    ],
)
def test_bad_arguments_are_usage_errors(
    capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    assert run(["backtest", *arguments]) == 2
    assert said in capsys.readouterr().err


def test_a_scenario_without_a_war_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["backtest", str(MINIMAL)]) == 3
    assert "war" in capsys.readouterr().err


def test_a_scenario_without_a_record_is_run_from_its_first_day(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    folder = tmp_path / "bare"
    shutil.copytree(FLAGSHIP, folder)
    (folder / "record.yaml").unlink()
    found = told(capsys, folder)
    assert (found["of"], found["width_mean"]) == (0, None)
    assert {row["month"] for row in found["months"]} == {f"2026-{month:02d}" for month in range(2, 8)}
    assert run(["backtest", str(folder), "--from", "2025-01"]) == 2
    assert "start" in capsys.readouterr().err
