"""News of a seat: a signal with its own turn and nothing else, few at a time, and never for whoever has no seat."""

import asyncio
import re
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from time import monotonic

import pytest

from tabletop.classroom import news_stream
from tabletop.classroom.news_stream import WINDOWS_MOST
from tabletop.classroom.presence import Presence
from tabletop.classroom.room import Room
from tabletop.classroom.server import Server
from tabletop.players.choosing.random_player import fill
from tabletop.players.choosing.random_stream import Stream
from tabletop.scenario.scenario import Scenario
from tests.classroom.host_process import HostProcess

HOST = "class.test:8000"


@pytest.fixture
def room(tmp_path: Path, scenario: Scenario) -> Iterator[Room]:
    made = Room.create(
        tmp_path, scenario, seed=4, format_id="pop-up", bots={"us": "patient", "europe": "patient"}
    )
    yield made
    made.close()


@dataclass
class Listener:
    """A browser's stream: what came, and when."""

    status: int = 0
    came: list[tuple[float, str]] = field(default_factory=list)
    slow: bool = False
    gone: asyncio.Event = field(default_factory=asyncio.Event)
    ended: bool = False

    @property
    def events(self) -> list[tuple[str, str]]:
        """Each event's name and data."""
        return re.findall(r"event: (\w+)\ndata: (.*)\n", "".join(text for _, text in self.came))

    async def until(self, wanted: int) -> None:
        """Wait for so many events."""
        for _ in range(400):
            if len(self.events) >= wanted or self.ended:
                break
            await asyncio.sleep(0.01)
        assert len(self.events) >= wanted, self.came


@asynccontextmanager
async def listening(
    server: Server, token: str, query: str = "window=a", *, slow: bool = False
) -> AsyncIterator[Listener]:
    """A stream that is open as long as the block."""
    found = Listener(slow=slow)
    scope = {
        "type": "http", "method": "GET", "path": "/news", "raw_path": b"/news", "query_string": query.encode(),
        "headers": [(b"host", HOST.encode()), (b"cookie", f"seat={token}".encode())], "http_version": "1.1",
        "scheme": "http", "server": ("class.test", 8000), "root_path": "", "asgi": {"spec_version": "2.3"},
    }  # fmt: skip

    async def receive() -> dict[str, object]:
        await found.gone.wait()
        return {"type": "http.disconnect"}

    async def send(message: dict[str, object]) -> None:
        if message["type"] == "http.response.start":
            found.status = int(str(message["status"]))
        elif body := message.get("body"):
            assert isinstance(body, bytes)
            found.came.append((monotonic(), body.decode()))
            if found.slow:
                await asyncio.sleep(60)

    async def served() -> None:
        await server.app(scope, receive, send)  # type: ignore[arg-type]
        found.ended = True

    task = asyncio.create_task(served())
    try:
        yield found
    finally:
        found.gone.set()
        await asyncio.wait_for(task, 5)


def server_of(room: Room) -> Server:
    return Server(room, f"http://{HOST}", {HOST})


def sealed(room: Room, seat: str, key: str) -> None:
    """A seat seals orders, one way or another."""
    port = room.port(1, seat)
    move = fill(port.view.open("orders")[0], Stream(key))
    assert move is not None
    assert port.send(move, port.view.turn, key).state == "written"


async def test_a_seat_hears_of_its_own_turn_and_nothing_of_what_another_sealed(room: Room) -> None:
    server, token = server_of(room), room.issue(1, "ukraine")
    async with listening(server, token) as heard:
        await heard.until(1)
        assert heard.events == [("news", str(room.port(1, "ukraine").view.turn))]
        sealed(room, "russia", "a")
        await asyncio.sleep(0.8)
        assert len(heard.events) == 1
        came = len(heard.came)
        sealed(room, "ukraine", "b")  # and the bots open the session
        await heard.until(2)
        for _ in range(50):
            await asyncio.sleep(0.1)
            if heard.events[-1] == ("news", str(room.port(1, "ukraine").view.turn)):
                break
        assert heard.events[-1] == ("news", str(room.port(1, "ukraine").view.turn))
        assert {name for name, _ in heard.events} == {"news"}
        assert len(heard.came) > came


async def test_signals_that_come_close_together_are_one(room: Room) -> None:
    server, token = server_of(room), room.issue(1, "ukraine")
    async with listening(server, token) as heard:
        await heard.until(1)
        for key in range(4):
            sealed(room, "ukraine", f"k{key}")
            await asyncio.sleep(0.05)
        await asyncio.sleep(1.2)
        times = [at for at, text in heard.came if "event: news" in text]
        assert heard.events[-1] == ("news", str(room.port(1, "ukraine").view.turn))
        assert len(times) <= 4
        assert all(after - before >= 0.45 for before, after in pairwise(times))


async def test_the_newest_windows_hear_and_the_oldest_is_told(room: Room) -> None:
    server, token = server_of(room), room.issue(1, "ukraine")
    async with listening(server, token, "window=w0") as first:
        await first.until(1)
        async with listening(server, token, "window=w0") as again:
            await again.until(1)
            await first.until(2)
            assert first.events[-1][0] == "replaced"
            others = [listening(server, token, f"window=w{at}") for at in range(1, WINDOWS_MOST + 1)]
            opened = [await each.__aenter__() for each in others]
            await again.until(2)
            assert again.events[-1] == ("elsewhere", "elsewhere")
            assert not any(each.ended for each in opened)
            for each in others:
                await each.__aexit__(None, None, None)


async def test_whoever_has_no_seat_hears_nothing_and_who_loses_it_is_told(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(news_stream, "BEAT_S", 0.2)
    server, token = server_of(room), room.issue(1, "ukraine")
    async with listening(server, "stranger") as nobody:
        await asyncio.sleep(0.1)
        assert (nobody.status, nobody.came) == (204, [])
    async with listening(server, token) as heard:
        await heard.until(1)
        room.issue(1, "ukraine")
        await heard.until(2)
        assert heard.events[-1] == ("gone", "gone")


async def test_a_hidden_window_is_quiet_and_a_silence_is_filled_with_comments(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(news_stream, "BEAT_S", 0.2)
    server, token = server_of(room), room.issue(1, "ukraine")
    room.arrive(token, "N")

    def presence() -> Presence:
        (seat,) = [each for each in room.seats() if each.seat == "ukraine"]
        return seat.presence

    async with listening(server, token, "window=a&hidden") as heard:
        await heard.until(1)
        await asyncio.sleep(0.9)
        assert presence() is Presence.QUIET
        assert sum(text.startswith(":") for _, text in heard.came) >= 2
        async with listening(server, token, "window=b") as other:
            await other.until(1)
            await asyncio.sleep(0.7)
            assert presence() is Presence.HERE


async def test_a_reader_that_takes_nothing_is_cut(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(news_stream, "SEND_S", 0.2)
    told: list[Exception] = []
    server = Server(room, f"http://{HOST}", {HOST}, told.append)
    async with listening(server, room.issue(1, "ukraine"), slow=True) as heard:
        await asyncio.sleep(0.6)
        assert heard.ended
    assert told == []


@pytest.mark.slow
def test_a_host_that_is_ended_ends_in_three_seconds_with_forty_streams_open(tmp_path: Path) -> None:
    host = HostProcess(tmp_path, "--format", "pop-up", "--tables", "4")
    try:
        address, port = host.url.removeprefix("http://").split(":")
        streams = [socket.create_connection((address, int(port)), timeout=10) for _ in range(40)]
        links = [link.rpartition("/")[2] for link in host.links.values()]
        for at, stream in enumerate(streams):
            ask = f"GET /news?window=w{at} HTTP/1.1\r\nHost: {address}:{port}\r\nCookie: seat={links[at % len(links)]}"
            stream.sendall(f"{ask}\r\n\r\n".encode())
        for stream in streams:
            assert b"event-stream" in stream.recv(4_096)
        began = monotonic()
        assert host.interrupt() == 0
        took = monotonic() - began
        assert took < 3, f"{took:.1f} s"
        for stream in streams:
            stream.close()
    finally:
        host.close()
