"""The way in for terminals: who is let in, what is refused, and nothing of what others sealed."""

import json
import socket
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin

from tabletop.classroom.bounded_connections import BoundedTerminal
from tabletop.classroom.fair_dice import settled
from tabletop.classroom.guard import BODY_MOST
from tabletop.classroom.room import Room
from tabletop.classroom.server import TRIES
from tabletop.game.records.moves import LastLook
from tabletop.players.choosing.random_player import fill
from tabletop.players.choosing.random_stream import Stream
from tabletop.remote.address import Address
from tabletop.remote.messages import (
    Answer,
    Bye,
    Come,
    Down,
    Knock,
    Look,
    Make,
    Places,
    Seated,
    Shown,
    Sit,
    Up,
    Welcome,
    down_read,
    shape,
    up_sent,
)
from tabletop.scenario.scenario import Scenario
from tests.remote.hosting import dealt, hosted

SEAT = "ukraine"
LOOKS = 800
"""Answers to so many questions lie in no buffer of a system."""


@pytest.fixture
def room(tmp_path: Path, scenario: Scenario) -> Iterator[Room]:
    made = dealt(tmp_path, scenario, {"us": "patient", "europe": "patient"})
    yield made
    made.close()


@pytest.fixture
def address(room: Room) -> Iterator[Address]:
    with hosted(room) as there:
        yield there


def said(there: ClientConnection, *messages: Up | str | bytes) -> list[Down]:
    """What a host answers, until it closes or has nothing to say for a moment."""
    for message in messages:
        there.send(message if isinstance(message, str | bytes) else up_sent(message))
    found: list[Down] = []
    try:
        while True:
            found.append(down_read(there.recv(timeout=0.4 if found else 5)))
    except (TimeoutError, ConnectionClosed):
        return found


def asked(address: Address, *messages: Up | str | bytes) -> list[Down]:
    with connect(address.wire, proxy=None) as there:
        return said(there, *messages)


def code(found: list[Down]) -> str:
    """Why the host let a terminal go."""
    assert isinstance(found[-1], Bye), found
    return found[-1].code


def test_from_the_code_to_a_seat(room: Room, address: Address) -> None:
    places, seated = asked(address, Knock(shape(), room.code.lower()), Sit(1, SEAT, "Olha"))
    assert isinstance(places, Places)
    assert isinstance(seated, Seated)
    assert {(each.seat, each.state) for each in places.places} == {
        ("ukraine", "free"), ("russia", "free"), ("us", "closed"), ("europe", "closed"),
    }  # fmt: skip
    welcome, shown, *_ = asked(address, Come(shape(), seated.token, -1))
    assert isinstance(welcome, Welcome)
    assert welcome.seat == SEAT
    assert isinstance(shown, Shown)
    assert [each.nickname for each in room.seats() if each.taken] == ["Olha"]
    again = asked(address, Knock(shape(), room.code), Sit(1, SEAT, "Ivan"))
    assert code(again) == "seat-taken"
    assert code(asked(address, Knock(shape(), room.code), Sit(1, "us", "Ivan"))) == "seat-closed"
    assert code(asked(address, Knock(shape(), room.code), Sit(9, "mars", "Ivan"))) == "no-seat"
    assert code(asked(address, Knock(shape(), room.code), Sit(1, "russia", "\x1b\x07"))) == "no-nickname"


def test_who_comes_by_a_link_has_the_seats_name_for_a_nickname(room: Room, address: Address) -> None:
    asked(address, Come(shape(), room.issue(1, SEAT), -1))
    assert [each.nickname for each in room.seats() if each.taken] == ["Ukraine"]


def test_strangers_get_nothing(room: Room, address: Address) -> None:
    token = room.issue(1, SEAT)
    assert code(asked(address, Come(shape(), "x", -1))) == "token-unknown"
    assert code(asked(address, Sit(1, SEAT, "Olha"))) == "strange", "no seat before the code"
    assert code(asked(address, Look(0))) == "strange"
    for raw in ("", "{", "[1]", b"\0\1", '{"kind":"come"}', "[" * 9_000):
        assert code(asked(address, raw)) == "strange", raw
    too_much = json.dumps({"kind": "come", "shape": shape(), "token": "a" * BODY_MOST, "known": 0})
    assert asked(address, too_much) == []
    for cid in ("", "c" * 999):
        move = Make(cid, 1, LastLook("on"))
        assert code(asked(address, Come(shape(), token, -1), move)) == "strange"
    with pytest.raises(InvalidStatus) as foreign:
        asked_from(address, origin="http://elsewhere.test")
    assert foreign.value.response.status_code == 403
    with pytest.raises(InvalidStatus) as named:
        asked_from(Address(address.base.replace("127.0.0.1", "localhost")))
    assert named.value.response.status_code == 421
    assert not [each for each in room.seats() if each.nickname == "Olha"]


def asked_from(address: Address, origin: str = "") -> None:
    with connect(address.wire, proxy=None, origin=Origin(origin) if origin else None):
        pass


def test_who_speaks_otherwise_is_told_the_hosts_version(room: Room, address: Address) -> None:
    other = json.dumps({"kind": "come", "shape": "9.9/0", "token": room.issue(1, SEAT), "more": [1]})
    (bye,) = asked(address, other)
    assert isinstance(bye, Bye)
    assert (bye.code, list(bye.facts)) == ("version", ["host"])


def test_codes_are_not_tried_for_ever(room: Room, address: Address) -> None:
    tried = [code(asked(address, Knock(shape(), "NONE"))) for _ in range(TRIES + 1)]
    assert tried == ["wrong-code"] * TRIES + ["slow"]
    assert code(asked(address, Knock(shape(), room.code))) == "slow"


@pytest.mark.slow
def test_a_terminal_that_does_not_read_is_let_go(room: Room) -> None:
    gone = Event()

    class Hasty(BoundedTerminal):
        reading_s = 0.3

        def connection_lost(self, exc: Exception | None) -> None:
            super().connection_lost(exc)
            gone.set()

    narrow = socket.socket()
    narrow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
    with hosted(room, terminal=Hasty) as address:
        narrow.connect(("127.0.0.1", int(address.base.rpartition(":")[2])))
        with connect(address.wire, sock=narrow, max_queue=1, compression=None, close_timeout=0.1) as there:
            said(there, Come(shape(), room.issue(1, SEAT), -1))
            assert not gone.is_set()
            for _ in range(LOOKS):
                there.send(up_sent(Look(0)))
            assert gone.wait(20), "it has not read what it asked for, and is served on"


def test_a_seat_is_sent_the_same_bytes_however_another_seals(tmp_path: Path, scenario: Scenario) -> None:
    """Twins: the other seat seals one thing or another, before a move of this one; nothing sent tells which."""
    sent: list[list[str]] = []
    for key in ("a", "b"):
        folder = tmp_path / key
        folder.mkdir()
        room = dealt(folder, scenario, {"us": "patient", "europe": "patient"})
        with hosted(room) as address, connect(address.wire, proxy=None) as there:
            found: list[str] = []

            def take(found: list[str] = found, there: ClientConnection = there) -> None:
                try:
                    while True:
                        found.append(str(there.recv(timeout=0.3 if found else 5)))
                except TimeoutError:
                    return

            there.send(up_sent(Come(shape(), room.issue(1, SEAT), -1)))
            take()
            port = room.port(1, "russia")
            for number in range(1 if key == "a" else 2):
                move = fill(port.view.open("orders")[0], Stream(f"{key}{number}"))
                assert move is not None
                assert port.send(move, port.view.turn, f"{key}{number}").state == "written"
            take()
            turn = room.port(1, SEAT).view.turn
            there.send(up_sent(Make("mine", turn, LastLook("on"))))
            take()
            there.send(up_sent(Look(0)))
            take()
        assert isinstance(down_read(found[-2]), Answer)
        assert all(word not in "".join(found) for word in ("confidential.russia", '"seed"', '"digest":"",'))
        sent.append([raw.replace(room.path.stem, "room").replace(settled(room), "dice") for raw in found])
        room.close()
    assert sent[0] == sent[1]
    assert len(sent[0]) > 4
