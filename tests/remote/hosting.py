"""A real host in a thread, and a wire to it that can be cut."""

import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, Thread

import uvicorn

from tabletop.classroom.bounded_connections import Bounded, BoundedTerminal
from tabletop.classroom.guard import BODY_MOST
from tabletop.classroom.room import Room
from tabletop.classroom.server import Server
from tabletop.remote.address import Address
from tabletop.remote.link import Link
from tabletop.remote.port import RemotePort
from tabletop.scenario.scenario import Scenario
from tabletop.table.notes import MemoryNotes

BOTS = dict.fromkeys(("russia", "us", "europe"), "uniform")


def dealt(folder: Path, scenario: Scenario, bots: Mapping[str, str] = BOTS, seed: int = 4) -> Room:
    return Room.create(folder, scenario, seed=seed, tables=1, format_id="pop-up", bots=bots)


@contextmanager
def hosted(room: Room, port: int = 0, terminal: type[BoundedTerminal] = BoundedTerminal) -> Iterator[Address]:
    """Serve a room on this machine until the block ends; what the host says went wrong fails the test."""
    ear = socket.socket()
    ear.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    ear.bind(("127.0.0.1", port))
    ear.listen(64)
    number = ear.getsockname()[1]
    base, faults = f"http://127.0.0.1:{number}", list[Exception]()
    # a cut wire comes in by another port than the host's own
    hosts = {f"127.0.0.1:{each}" for each in range(32_768, 61_000)}
    served = Server(room, base, hosts, faults.append)
    settings = uvicorn.Config(
        served.app, http=Bounded, ws=terminal, ws_max_size=BODY_MOST, log_level="critical", lifespan="off",
        timeout_graceful_shutdown=1,
    )  # fmt: skip
    server = uvicorn.Server(settings)
    thread = Thread(target=lambda: server.run(sockets=[ear]), daemon=True)
    thread.start()
    try:
        yield Address(base)
    finally:
        server.should_exit = True
        thread.join(10)
        ear.close()
    assert not faults


@contextmanager
def linked(address: Address, token: str) -> Iterator[Link]:
    link = Link(address, token)
    try:
        link.open()
        yield link
    finally:
        link.close()


def port_of(link: Link) -> RemotePort:
    return RemotePort(link, MemoryNotes())


class Wire:
    """A wire to a host, at a port of its own, that can be cut: both ways at once, or only the way back."""

    def __init__(self, to: Address) -> None:
        self._to = int(to.base.rpartition(":")[2])
        self._ear = socket.create_server(("127.0.0.1", 0))
        self.address = Address(f"http://127.0.0.1:{self._ear.getsockname()[1]}")
        self._ends: list[socket.socket] = []
        self.down, self.deaf = Event(), Event()
        """Nobody is let through; nothing comes back from the host."""
        self.up = 0
        """Bytes that went to the host."""
        Thread(target=self._listen, daemon=True).start()

    def cut(self) -> None:
        """Break every connection there is."""
        ends, self._ends = self._ends, []
        for end in ends:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()

    def close(self) -> None:
        self.down.set()
        self._ear.close()
        self.cut()

    def _listen(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._ear.accept()
                if self.down.is_set():
                    near.close()
                    continue
                far = socket.create_connection(("127.0.0.1", self._to))
                self._ends += [near, far]
                Thread(target=self._carry, args=(near, far, False), daemon=True).start()
                Thread(target=self._carry, args=(far, near, True), daemon=True).start()

    def _carry(self, one: socket.socket, other: socket.socket, back: bool) -> None:
        with suppress(OSError):
            while data := one.recv(65_536):
                if back and self.deaf.is_set():
                    continue
                self.up += 0 if back else len(data)
                other.sendall(data)
        for end in (one, other):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)


@contextmanager
def wired(to: Address) -> Iterator[Wire]:
    wire = Wire(to)
    try:
        yield wire
    finally:
        wire.close()
