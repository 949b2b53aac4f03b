"""Counsel line by line, the frontier by command, a replay and the tutorial from the command line."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tabletop.api.matches import new_match
from tabletop.command import open_window, play
from tabletop.command.cli import run
from tabletop.command.open_match import deal, start
from tabletop.command.plain_session import sit_down
from tabletop.errors import OtherRules
from tabletop.journal.reader import read
from tabletop.ui.shared.setup import PERSON, Host, Setup, tutorial
from tests.command.script import scripted

SEATS = ("ukraine", "russia", "us", "europe")
OVER = Path(__file__).parents[1] / "journals" / "v1" / "abu-dhabi-2026.journal.jsonl"


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TABLETOP_SAVES", str(tmp_path / "saves"))
    monkeypatch.setenv("TABLETOP_SETTINGS", str(tmp_path / "settings.json"))


def setup(*, counsel: str = "", person: str = "ukraine") -> Setup:
    seats = dict.fromkeys(SEATS, "trading") | {person: PERSON}
    return Setup("abu-dhabi-2026", "pop-up", seats, 4, counsel=counsel)


def typed(folder: Path, setup: Setup, *lines: str) -> str:
    console, written = scripted(lines)
    sit_down(lambda: start(setup, folder), console)
    return "\n".join(written)


ORDERS = ("1", "", "", "", "", "", "", "")
"""Take the orders box and what each question proposes."""


def test_v_gives_counsel_and_a_coach_a_line_after_a_move(tmp_path: Path) -> None:
    said = typed(tmp_path, setup(), "v", "v coach", *ORDERS, "v", "v off", "v")
    assert "Counsel for Ukraine · mode: adviser" in said
    assert "What your home would say to it:" in said
    assert "  1. Seal these orders" in said
    assert "Counsel is now: coach" in said
    assert "Coach: " in said
    assert "About your last move:" in said
    assert said.rindex("Counsel is off.") > said.index("About your last move:")


def test_the_option_and_the_settings_say_how_much(tmp_path: Path) -> None:
    assert "Coach: " in typed(tmp_path / "a", setup(counsel="coach"), *ORDERS)
    assert "Counsel is off." in typed(tmp_path / "b", setup(counsel="off"), "v")
    (tmp_path / "settings.json").write_text('{"counsel": "coach"}', encoding="utf-8")
    assert "Coach: " in typed(tmp_path / "c", setup(), *ORDERS)
    assert "Coach: " not in typed(tmp_path / "d", tutorial(), *ORDERS)


def test_counsel_leaves_no_trace_in_the_journal(tmp_path: Path) -> None:
    kept: list[list[str]] = []
    for folder, lines in (("a", ORDERS), ("b", ("v coach", "v", *ORDERS, "v"))):
        typed(tmp_path / folder, setup(), *lines)
        (path,) = (tmp_path / folder).glob("*.jsonl")
        kept.append([f"{entry.seat} {entry.move} {entry.events}" for entry in read(path).entries])
    assert kept[0] == kept[1]


def test_the_frontier_of_a_match_still_played_is_not_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(deal(setup(), tmp_path).journal)
    assert run(["frontier", "--journal", path]) == 5
    assert "not over" in capsys.readouterr().err
    assert run(["frontier", "--journal", path, "--spoilers", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["format"] == "pop-up"
    assert run(["frontier", "--at", "3"]) == 2
    assert run(["frontier", "--format", "pop-up"]) == 0
    assert "Nash point" in capsys.readouterr().out


def test_a_replay_on_a_terminal_opens_the_window_at_that_journal(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[tuple[object, object]] = []
    monkeypatch.setattr(play, "on_terminal", lambda: True)

    def shown(*_first: Callable[[], object], look_at: object = None, **said: object) -> None:
        opened.append((look_at, said["neutral"]))

    monkeypatch.setattr(play, "window", shown)
    assert run(["replay", str(OVER), "--seat", "us", "--neutral"]) == 0
    assert opened == [((str(OVER), "us"), True)]
    assert run(["replay", str(OVER), "--seat", "mars"]) == 2
    assert run(["replay", "nowhere.jsonl"]) == 4
    assert len(opened) == 1


def test_the_window_is_given_what_replays_and_forks_need(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[Host] = []

    def run_app(host: Host, *_given: object, **_named: object) -> None:
        given.append(host)

    monkeypatch.setattr("tabletop.ui.tui.app.run_app", run_app)
    open_window.window(look_at=(str(OVER), "us"))
    (host,) = given
    assert host.open_journal is not None
    assert host.fork is not None
    played = tmp_path / "played.jsonl"
    new_match(seed=4, format_id="pop-up", journal=played).play_bots()
    replayed = host.open_journal(str(played))
    own = [one.seq for one in replayed.past("us").entries if one.move is not None]
    assert host.fork(str(played), own[0]).seat == "us"
    with pytest.raises(OtherRules):
        host.fork(str(OVER), own[0])


def test_the_tutorial_is_dealt_by_its_option(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    assert run(["play", "--tutorial", "--plain"]) == 0
    assert "tutorial" in capsys.readouterr().out.lower()
    (path,) = (tmp_path / "saves").glob("*.jsonl")
    assert read(path).header.seating["russia"] == "scripted"
