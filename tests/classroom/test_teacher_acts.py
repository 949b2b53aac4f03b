"""The bell: a class is stopped where it stands, everybody reads why, and what was sealed is told."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tabletop.classroom.room import Room
from tabletop.classroom.server import Server
from tabletop.scenario.scenario import Scenario
from tests.classroom.test_server import HOST, HOSTILE, browser, seated

SEED = 3_847_361_250

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def server(tmp_path: Path, scenario: Scenario) -> Iterator[Server]:
    room = Room.create(tmp_path, scenario, seed=SEED, tables=2, format_id="pop-up")
    yield Server(room, f"http://{HOST}", {HOST})
    room.close()


def teacher_of(server: Server) -> TestClient:
    there = browser(server)
    assert there.get(f"/open/{server.room.new_control()}").url.path == "/control"
    return there


def told(page: str) -> str:
    return unescape(page)


def test_one_table_is_stopped_and_told_and_the_other_plays_on(server: Server) -> None:
    teacher, mine, other = teacher_of(server), seated(server, "ukraine"), seated(server, "ukraine", 2)
    so_far = mine.get("/report").text
    assert "The match is not over" in so_far
    assert "Value claimed" not in so_far
    teacher.post("/control", data={"table": "1", "act": "stop", "reason": HOSTILE})
    assert [server.room.table(number).match.over for number in (1, 2)] == [True, False]
    for page in ("/seat", "/seat?page=end", "/seat?page=record"):
        shown = mine.get(page).text
        assert HOSTILE not in shown
        assert f"stopped in round 1 by the facilitator: {HOSTILE}" in told(shown)
        assert 'href="/report"' in shown
    assert "data-stopped" not in other.get("/seat").text
    report = mine.get("/report")
    assert report.headers["content-type"].startswith("text/plain")
    assert "Value claimed" in report.text
    assert "Value claimed" in mine.get("/seat?page=end").text
    assert "зупинив гру в раунді 1" in mine.get("/report?lang=uk").text
    assert "The match is not over" in teacher.get("/control/report/2").text
    assert teacher.get("/control/report/1").text.count("over no deal, on its own scale") == 4
    for stranger in (browser(server), mine):
        assert stranger.get("/control/report/1").status_code == 404
    assert browser(server).get("/report").status_code == 404


def test_all_are_stopped_though_one_table_cannot_be_read(tmp_path: Path, scenario: Scenario) -> None:
    made = Room.create(tmp_path, scenario, seed=SEED, tables=2, format_id="pop-up")
    made.close()
    with closing(sqlite3.connect(made.path)) as damaged, damaged:
        damaged.execute("UPDATE entries SET line = replace(line, '\"seq\"', '\"sec\"') WHERE number = 1")
    room = Room.open(made.path)
    try:
        teacher = teacher_of(server := Server(room, f"http://{HOST}", {HOST}))
        answer = teacher.post("/control", data={"table": "0", "act": "stop"})
        assert "Not done" in answer.text
        assert server.room.table(2).match.over
    finally:
        room.close()
