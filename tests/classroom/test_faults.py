"""A fault of ours at a table is told to whoever keeps the host: once, with those of before anybody listened."""

from pathlib import Path
from typing import Never

import pytest

from tabletop.classroom.faults import Faults
from tabletop.classroom.room import Room
from tabletop.classroom.server import Server
from tabletop.errors import JournalError
from tabletop.scenario.scenario import Scenario
from tests.classroom.test_room import until

HOST = "class.test:8000"


class Broken:
    """A bot with a fault."""

    def choose(self, *_given: object) -> Never:
        raise ZeroDivisionError("a fault of ours")


def broken(*_given: object) -> Broken:
    return Broken()


def test_a_bot_that_fails_is_told_once_and_stands_on_the_teachers_page(
    tmp_path: Path, scenario: Scenario, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tabletop.classroom.table.player", broken)
    room = Room.create(tmp_path, scenario, seed=4, format_id="pop-up", bots={"us": "patient"})
    told: list[Exception] = []
    try:
        table = room.table(1)
        Server(room, f"http://{HOST}", {HOST}, told.append)
        until(lambda: table.trouble is not None)
        for _ in range(3):
            table.go_on()
    finally:
        room.close()
    assert isinstance(table.trouble, ZeroDivisionError)
    assert [str(error) for error in told] == ["a fault of ours"]


def test_faults_of_before_are_kept_and_each_table_has_its_own() -> None:
    faults, told = Faults(), list[str]()
    faults.tell(1, JournalError("a"))
    faults.hear(lambda error: told.append(str(error)))
    for table in (1, 2, 2):
        faults.tell(table, JournalError("a"))
    faults.tell(1, JournalError("b"))
    assert told == ["a", "a", "b"]
