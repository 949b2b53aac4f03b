"""Orders held at what a file says: read with every finding in its place, and sealed for the seats it names."""

import json
from datetime import date
from pathlib import Path

import pytest

from tabletop.command.cli import run
from tabletop.errors import ScenarioError
from tabletop.game.records.events import OrdersOpened
from tabletop.journal.reader import read
from tabletop.lab.batch import simulate
from tabletop.lab.held_orders import day_of, first_day, read_orders
from tabletop.scenario.library import open_scenario

FLAGSHIP = "abu-dhabi-2026"
FILE = """
orders:
  2026-02-01:
    russia: {tempo: hold, strikes: none}
    ukraine: {call-up: widest}
  2026-02-20:
    russia: {tempo: probe}
"""


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "orders.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_fortnights_are_halves_of_months_from_the_month_of_the_start() -> None:
    first = first_day(open_scenario(FLAGSHIP))
    assert first == date(2026, 2, 1)
    assert [day_of(first, passed).isoformat() for passed in (0, 1, 2, 3)] == [
        "2026-02-01",
        "2026-02-16",
        "2026-03-01",
        "2026-03-16",
    ]
    assert day_of(first, 22) == date(2027, 1, 1)


def test_a_lever_is_held_until_a_later_day_says_otherwise(tmp_path: Path) -> None:
    held = read_orders(written(tmp_path, FILE), open_scenario(FLAGSHIP))
    assert held.in_round(1, "russia") == held.in_round(2, "russia") == {"tempo": "hold", "strikes": "none"}
    assert held.in_round(3, "russia") == {"tempo": "probe", "strikes": "none"}
    assert held.in_round(4, "ukraine") == {"call-up": "widest"}
    assert held.in_round(1, "us") == {}


def test_what_is_named_is_sealed_and_the_rest_is_the_bots(tmp_path: Path) -> None:
    path = written(tmp_path, FILE)
    found = simulate(FLAGSHIP, "pop-up", 2, "mixed", 3, orders=path, out=tmp_path / "out")
    free = simulate(FLAGSHIP, "pop-up", 2, "mixed", 3)
    assert set(found["orders"]["russia"]["tempo"]) <= {"hold", "probe"}
    assert set(found["orders"]["russia"]["strikes"]) == {"none"}
    assert set(found["orders"]["ukraine"]["call-up"]) == {"widest"}
    assert found["orders"]["russia"]["tempo"] != free["orders"]["russia"]["tempo"]
    assert "orders_file" not in free
    assert found.get("orders_file", {}).get("not_held") == 0
    opened = [
        event
        for journal in sorted((tmp_path / "out").iterdir())
        for entry in read(journal).entries
        for event in entry.events
        if isinstance(event, OrdersOpened) and event.seat == "russia"
    ]
    assert opened
    assert all(dict(event.choices)["strikes"] == "none" for event in opened)


def test_an_order_that_cannot_be_paid_for_gives_way_and_is_counted(tmp_path: Path) -> None:
    dear = "orders: {2026-02-01: {us: {aid: raise, sanctions: tighten, focus: high}}}\n"
    found = simulate(FLAGSHIP, "class", 2, "mixed", 3, orders=written(tmp_path, dear))
    counts = found.get("orders_file")
    assert counts is not None
    assert counts["held"] > 0
    assert counts["not_held"] > 0, "five points of capital a fortnight are more than the mediator gets back"


@pytest.mark.parametrize(
    ("text", "where", "found"),
    [
        ("orders: {2026-02-01: {rusia: {tempo: hold}}}", "1:23", "did you mean russia?"),
        ("orders: {2026-02-01: {russia: {tmpo: hold}}}", "1:32", "did you mean tempo?"),
        ("orders: {2026-02-01: {russia: {tempo: presss}}}", "1:39", "did you mean press?"),
        ("orders: {2026-02-01: {russia: {tempo: 3}}}", "1:39", "the name of an option"),
        ("orders: {2026-02-01: {russia: press}}", "1:31", "an option for each lever"),
        ("orders: {2026-02-30: {russia: {tempo: hold}}}", "1:10", "the day '2026-02-30'"),
        ("orders: {2026-01-15: {russia: {tempo: hold}}}", "1:10", "a day from 2026-02-01 to"),
        ("orders: {2031-01-15: {russia: {tempo: hold}}}", "1:10", "a day from 2026-02-01 to"),
        ("order: {}", "1:1", "did you mean orders?"),
        ("orders: [", "", "readable YAML"),
        ("- a", "1:1", "the key orders"),
    ],
)
def test_what_is_not_there_is_refused_with_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, where: str, found: str
) -> None:
    path = written(tmp_path, text)
    with pytest.raises(ScenarioError, match=r"orders\.yaml"):
        read_orders(path, open_scenario(FLAGSHIP))
    assert run(["simulate", "--matches", "1", "--seed", "1", "--orders", str(path), "--json"]) == 3
    told = capsys.readouterr()
    assert f"{path}:{where}" in told.err
    assert found in told.err
    assert told.out == ""


def test_a_file_that_is_not_there_is_a_usage_error(tmp_path: Path) -> None:
    assert run(["simulate", "--matches", "1", "--orders", str(tmp_path / "none.yaml")]) == 2
    with pytest.raises(ScenarioError, match="a file with orders"):
        read_orders(tmp_path / "none.yaml", open_scenario(FLAGSHIP))


def test_the_command_counts_as_the_function_does(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = written(tmp_path, FILE)
    asked = ["simulate", "--format", "pop-up", "--matches", "2", "--seed", "3", "--orders", str(path)]
    assert run([*asked, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    counted = simulate(FLAGSHIP, "pop-up", 2, "mixed", 3, orders=path)
    assert {**told, "seconds": 0} == {**json.loads(json.dumps(counted)), "seconds": 0}
    assert run(asked) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "orders of the file: held" in lines[-1]
    assert "  call-up: widest 100 %" in lines
