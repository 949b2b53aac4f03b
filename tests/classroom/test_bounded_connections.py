"""Connections that ask half a question or take no answer are let go, and others are served meanwhile."""

import socket
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import httpx2
import pytest

from tabletop.classroom.bounded_connections import Bounded
from tabletop.classroom.room import Room
from tabletop.scenario.scenario import Scenario
from tests.classroom.hosted import serving


@pytest.fixture
def room(tmp_path: Path, scenario: Scenario) -> Iterator[Room]:
    made = Room.create(
        tmp_path, scenario, seed=4, format_id="pop-up", bots={"us": "patient", "europe": "patient"}
    )
    yield made
    made.close()


class Hasty(Bounded):
    asking_s, reading_s = 0.3, 0.3


def is_closed(there: socket.socket, seconds: float = 5.0) -> bool:
    """Whether the other side ends a connection soon."""
    there.settimeout(seconds)
    try:
        while there.recv(65_536):
            pass
    except ConnectionError:
        return True
    except TimeoutError:
        return False
    return True


def test_half_a_request_is_not_waited_for(room: Room) -> None:
    with serving(room, Hasty) as address:
        name, port = address.removeprefix("http://").split(":")
        head = f"POST /enter HTTP/1.1\r\nhost: {name}:{port}\r\norigin: {address}\r\n"
        whole = f"{head}content-length: 9\r\n\r\n"
        for piece in ("", "GET / HT", head, f"{whole}code="):
            with closing(socket.create_connection((name, int(port)))) as slow:
                slow.sendall(piece.encode())
                assert is_closed(slow), piece
        with closing(socket.create_connection((name, int(port)))) as second:
            second.sendall(f"{whole}code=NONE".encode())
            assert b" 403 " in second.recv(65_536)
            second.sendall(head.encode())  # half a request after a whole one
            assert is_closed(second)


def test_who_never_reads_is_let_go_and_others_are_served(room: Room) -> None:
    with serving(room, Hasty) as address:
        name, port = address.removeprefix("http://").split(":")
        with socket.socket() as deaf:
            deaf.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1)
            deaf.connect((name, int(port)))
            ask = f"GET / HTTP/1.1\r\nhost: {name}:{port}\r\n\r\n".encode()
            let_go = False
            deaf.settimeout(1)
            until = time.monotonic() + 60
            while not let_go and time.monotonic() < until:
                try:
                    deaf.sendall(ask * 50)
                except (ConnectionError, TimeoutError):
                    deaf.settimeout(0.2)
                    let_go = is_reset(deaf)
                assert httpx2.get(address).status_code == 200
            assert let_go


def is_reset(there: socket.socket) -> bool:
    """Whether a connection is broken for good, without reading what came."""
    return there.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR) != 0 or _unsendable(there)


def _unsendable(there: socket.socket) -> bool:
    try:
        there.sendall(b"x")
    except TimeoutError:
        return False
    except OSError:
        return True
    return False
