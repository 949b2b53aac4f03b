"""Bad Wi-Fi and odd connections: requests lost, doubled, late and out of order; no move is lost or made twice."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from random import Random

import httpx2
import pytest

from tabletop.classroom.room import Room
from tabletop.journal.reader import parse
from tabletop.journal.verify import verify
from tabletop.scenario.scenario import Scenario
from tests.classroom.hosted import Student, chance, serving

MOVES = 16


@pytest.fixture
def room(tmp_path: Path, scenario: Scenario) -> Iterator[Room]:
    made = Room.create(
        tmp_path, scenario, seed=4, format_id="pop-up", bots={"us": "patient", "europe": "patient"}
    )
    yield made
    made.close()


class BadNetwork(httpx2.BaseTransport):
    """A network that loses requests and answers, doubles requests, and lets the second come late."""

    def __init__(self, dice: Random) -> None:
        self._dice, self._there = dice, httpx2.HTTPTransport()
        self._late = ThreadPoolExecutor(4)
        self.came: dict[str, int] = dict.fromkeys(("lost", "answer lost", "doubled", "late", "well"), 0)

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        fate = self._dice.choices(list(self.came), (3, 3, 3, 3, 8))[0]
        self.came[fate] += 1
        request.read()
        if fate == "lost":
            raise httpx2.ConnectError("lost")
        if fate == "late":
            time.sleep(self._dice.uniform(0.0, 0.05))
        if fate == "doubled":
            # the same request once more, after later ones it may be
            self._late.submit(self._again, request, self._dice.uniform(0.0, 0.1))
        answer = self._there.handle_request(request)
        if fate == "answer lost":
            answer.read()
            raise httpx2.ReadError("lost")
        return answer

    def _again(self, request: httpx2.Request, wait: float) -> None:
        time.sleep(wait)
        with suppress(httpx2.TransportError):
            self._there.handle_request(request).read()

    def close(self) -> None:
        self._late.shutdown()
        self._there.close()


def test_moves_over_bad_wifi_are_made_once(room: Room, tmp_path: Path) -> None:
    with serving(room) as address:
        networks = [BadNetwork(chance(number)) for number in range(2)]
        students = {
            seat: Student(f"{address}/s/{room.issue(1, seat)}", chance(number), network=network)
            for number, (seat, network) in enumerate(zip(("ukraine", "russia"), networks, strict=True))
        }
        until = time.monotonic() + 90
        while sum(len(each.written) for each in students.values()) < MOVES:
            assert time.monotonic() < until
            for student in students.values():
                with suppress(httpx2.TransportError):
                    if not student.arrived:
                        student.arrive()
                    elif not student.step():
                        time.sleep(0.02)
        for network in networks:
            network.close()
            assert all(network.came.values()), network.came
    journal = tmp_path / "table-1.journal.jsonl"
    journal.write_bytes(room.journal(1))
    verify(journal)
    made = [(entry.seat, entry.cid) for entry in parse(journal, journal.read_bytes()).entries if entry.cid]
    assert len(set(made)) == len(made)
    for seat, student in students.items():
        assert {cid for place, cid in made if place == seat} == set(student.written)
