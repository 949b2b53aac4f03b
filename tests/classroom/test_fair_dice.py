"""The commitment to the seed stands on every page; what opens it is told when the last table is over."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tabletop.classroom.fair_dice import settled
from tabletop.classroom.room import Room
from tabletop.classroom.server import Server
from tabletop.command.cli import run
from tabletop.journal.commitment import commitment
from tabletop.scenario.scenario import Scenario
from tests.classroom.test_server import HOST, seated
from tests.classroom.test_teacher_acts import SEED, teacher_of

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def server(tmp_path: Path, scenario: Scenario) -> Iterator[Server]:
    room = Room.create(tmp_path, scenario, seed=SEED, tables=2, format_id="pop-up")
    yield Server(room, f"http://{HOST}", {HOST})
    room.close()


def test_seed_and_salt_are_told_when_every_table_is_over_and_not_before(
    server: Server, tmp_path: Path, capsys: Capture
) -> None:
    room, salt = server.room, server.room.recall("salt")
    assert settled(room) == commitment(SEED, salt)
    teacher, mine = teacher_of(server), seated(server, "russia")
    mine.post("/enter", data={"code": room.code})

    def pages() -> str:
        asked = ("/seat?page=brief", "/seat?page=end", "/report", "/tables", "/?lang=en")
        return "".join(mine.get(page).text for page in asked)

    for stopped in ("1", "2"):
        shown = pages()
        assert shown.count(settled(room)) >= 4
        for secret in (salt, str(SEED)):
            assert secret not in shown
            assert secret not in teacher.get("/control").text
        if stopped == "2":
            assert run(["room", "export", str(room.path), "--out", str(tmp_path / "early"), "--json"]) == 0
            assert "dice" not in json.loads(capsys.readouterr().out)[0]
        teacher.post("/control", data={"table": stopped, "act": "stop"})
    assert salt in pages()
    assert str(SEED) in teacher.get("/control").text
    assert run(["room", "export", str(room.path), "--out", str(tmp_path / "late"), "--json"]) == 0
    first, _second = json.loads(capsys.readouterr().out)
    opened = json.loads(Path(first["dice"]).read_text())
    assert (opened["seed"], opened["salt"], opened["commitment"]) == (SEED, salt, settled(room))
    check = ["verify", first["journal"], "--dice", "--commitment", opened["commitment"], "--salt", salt]
    assert run(check) == 0
    said = capsys.readouterr().out
    assert "dice follows from the seed; seed and salt give the commitment" in said
    assert run([*check[:-1], "0" * 32]) == 4
    assert "do not give the commitment" in capsys.readouterr().out
    assert run(check[:-2]) == 2
