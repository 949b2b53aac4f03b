"""A host as a program of its own, and students who play at it by the forms of their pages, without scripts."""

import json
import os
import random
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from types import TracebackType
from typing import Any, Self
from uuid import uuid4

import httpx2
import uvicorn

from tabletop.classroom.bounded_connections import Bounded
from tabletop.classroom.room import Room
from tabletop.classroom.server import Server
from tabletop.vocabulary import ENDS
from tests.ui.web.markup import Element, Form, forms, read

SOON = 60.0
"""Seconds in which a host serves."""


def chance(seed: int) -> random.Random:
    """A stream of what students do by chance."""
    return random.Random(seed)  # noqa: S311 - the same for the same seed


class Hosted:
    """A host in a process of its own; it can be killed and started again with its room."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self.folder = folder
        self._process = self._started("--port", "0", "--json", *arguments)
        assert self._process.stdout is not None
        self.told: dict[str, Any] = json.loads(self._process.stdout.readline())
        self.address: str = self.told["url"]
        self.room = Path(self.told["room"])

    def _started(self, *arguments: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "tabletop", "host", *arguments],
            stdout=subprocess.PIPE, text=True, env={**os.environ, "TABLETOP_SAVES": str(self.folder)},
        )  # fmt: skip

    @property
    def links(self) -> dict[tuple[int, str], str]:
        """Every seat's link, by table and seat."""
        return {
            (table["table"], seat["seat"]): seat["join"]
            for table in self.told["tables"]
            for seat in table["seats"]
        }

    def kill(self) -> None:
        """End the program as a power cut would."""
        self._process.kill()
        self._process.wait()
        assert self._process.stdout is not None
        self._process.stdout.close()

    def again(self) -> float:
        """Start it anew at the same port; the seconds until it shows its first page."""
        began = time.monotonic()
        self._process = self._started("--room", str(self.room), "--port", self.address.rpartition(":")[2])
        while time.monotonic() - began < SOON:
            with suppress(httpx2.TransportError):
                if httpx2.get(self.address).status_code == 200:
                    return time.monotonic() - began
            assert self._process.poll() is None, "the host ended by itself"
            time.sleep(0.02)
        raise TimeoutError(self.address)

    def memory(self) -> float:
        """Megabytes that it holds now."""
        status = Path(f"/proc/{self._process.pid}/status").read_text(encoding="ascii")
        return int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS"))) / 1024

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill()


@contextmanager
def serving(room: Room, protocol: type[Bounded] = Bounded) -> Iterator[str]:
    """The same in a thread of this program; its address."""
    with socket.create_server(("127.0.0.1", 0)) as ear:
        name = f"127.0.0.1:{ear.getsockname()[1]}"
        app = Server(room, f"http://{name}", {name}).app
        settings = uvicorn.Config(
            app,
            http=protocol,
            log_level="critical",
            access_log=False,
            lifespan="off",
            timeout_graceful_shutdown=2,
        )
        server = uvicorn.Server(settings)
        thread = Thread(target=server.run, kwargs={"sockets": [ear]}, daemon=True)
        thread.start()
        try:
            yield f"http://{name}"
        finally:
            server.should_exit = True
            thread.join(20)


@dataclass
class Student:
    """A browser without scripts at one seat.

    Attributes:
        written: By the id of a move, what its receipt said.
        refused: How many moves were refused.
        away: How often the host did not answer.
    """

    link: str
    dice: random.Random
    written: dict[str, dict[str, Any]] = field(default_factory=dict)
    refused: int = 0
    away: int = 0
    phase: str = ""
    network: httpx2.BaseTransport | None = None

    def __post_init__(self) -> None:
        self.address = self.link.partition("/s/")[0]
        self._browser = httpx2.Client(timeout=20, headers={"origin": self.address}, transport=self.network)

    def arrive(self) -> None:
        """Open the link; the cookie is kept from then on."""
        self._browser.get(self.link)
        assert self.arrived

    @property
    def arrived(self) -> bool:
        """Whether the browser has its seat."""
        return "seat" in self._browser.cookies

    def page(self) -> Element:
        """The seat's page as it is now."""
        answer = self._browser.get(f"{self.address}/seat?page=table")
        assert answer.status_code == 200, (answer.status_code, answer.text[:200])
        shown = read(answer.text)
        self.phase = shown.all("main")[0].attrs["data-phase"]
        return shown

    def step(self) -> bool:
        """Look at the page and make one of its moves; whether there was one to make."""
        open_now = [form for form in forms(self.page()) if form.kind != "undo"]
        if not open_now:
            return False
        self.send(filled(self.dice.choice(open_now), self.dice))
        return True

    def send(self, posted: dict[str, list[str]]) -> None:
        """Send a move until it is known what became of it, as an outbox does."""
        cid = posted["cid"][0] = uuid4().hex[:16]
        while True:
            with suppress(httpx2.TransportError):
                answer = self._browser.post(f"{self.address}/seat", data=posted | {"do": ["make"]})
                if answer.status_code == 409:
                    self.refused += 1
                    return
                assert answer.status_code in {303, 503}, (answer.status_code, answer.text[:300])
                if answer.status_code == 303:
                    told = self._browser.get(f"{self.address}/receipt/{cid}").json()
                    assert told["state"] == "written"
                    self.written[cid] = told
                    return
            self.away += 1
            time.sleep(0.1)

    def receipt(self, cid: str) -> dict[str, Any]:
        """What became of a move."""
        found: dict[str, Any] = self._browser.get(f"{self.address}/receipt/{cid}").json()
        return found

    @property
    def over(self) -> bool:
        """Whether the match was at its end when the page was last looked at."""
        return self.phase in {phase.value for phase in ENDS}


def filled(form: Form, dice: random.Random) -> dict[str, list[str]]:
    """A form as somebody might send it."""
    found = {name: list(values) for name, values in form.hidden.items()}
    for kind, name, values in form.rows:
        match kind:
            case "select" | "radio":
                full = [value for value in values if value]
                found.setdefault(name, []).append(dice.choice(full) if full else "")
            case "number":
                found[name] = [values[0]]
            case _:
                found[name] = [""]
    return found
