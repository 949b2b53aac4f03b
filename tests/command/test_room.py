"""`tabletop room`: rooms are listed, shown, taken out and removed, and whoever may not gets a sentence and a code."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tabletop.classroom.room import Room
from tabletop.command.cli import run
from tabletop.journal.verify import verify
from tabletop.scenario.scenario import Scenario

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, scenario: Scenario) -> Iterator[Room]:
    monkeypatch.setenv("TABLETOP_SAVES", str(tmp_path))
    made = Room.create(tmp_path / "rooms", scenario, seed=4, tables=2, format_id="pop-up")
    made.take_seat(1, "ukraine", "Olena")
    yield made
    made.close()


def test_rooms_are_listed_shown_taken_out_while_open_and_removed_when_closed(
    room: Room, capsys: Capture
) -> None:
    name = room.path.name.removesuffix(".room.sqlite")
    assert run(["room", "list", "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert [(each["room"], each["tables"], each["taken"]) for each in listed] == [(name, 2, 1)]
    assert run(["room", "show", name, "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert {"seat": "ukraine", "keeper": "person", "taken": True, "nickname": "Olena"} in shown["tables"][0][
        "seats"
    ]
    assert run(["room", "show", str(room.path), "--lang", "uk"]) == 0
    assert "код класу" in capsys.readouterr().out
    assert run(["room", "export", name, "--json"]) == 0
    exported = [Path(each["journal"]) for each in json.loads(capsys.readouterr().out)]
    assert len(exported) == 2
    assert all(verify(path).rules == "same" for path in exported)
    assert not any(b"Olena" in path.read_bytes() for path in exported)
    assert run(["room", "export", name, "--out", str(exported[0].parent)]) == 4
    assert "exists already" in capsys.readouterr().err
    assert run(["room", "purge", name, "--yes"]) == 4
    assert "is open in another program" in capsys.readouterr().err
    room.close()
    assert run(["room", "purge", name, "--yes"]) == 0
    assert not room.path.exists()
    assert run(["room", "list"]) == 0
    assert "there is no room" in capsys.readouterr().err
    assert run(["room", "show", name]) == 4
    assert "there is no room" in capsys.readouterr().err


def test_a_file_that_is_no_room_is_passed_over_with_a_note(room: Room, capsys: Capture) -> None:
    room.path.with_name("z.room.sqlite").write_text("x")
    assert run(["room", "list", "--json"]) == 0
    told = capsys.readouterr()
    assert len(json.loads(told.out)) == 1
    assert "z.room.sqlite is no room" in told.err
