"""A host in a process of its own, which can be killed and started again at the same address."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any


class HostProcess:
    """`tabletop host` on this machine alone.

    Attributes:
        told: The one line of `--json`: address, code, the teacher's link, a link for every seat.
    """

    def __init__(self, folder: Path, *options: str) -> None:
        """Open a room in a folder."""
        self._environment = {
            **os.environ, "TABLETOP_SAVES": str(folder), "TABLETOP_SETTINGS": str(folder / "none.json"),
            "PYTHONUTF8": "1",
        }  # fmt: skip
        self.told: dict[str, Any] = {}
        self._process = self._started("--json", "--port", "0", *options)
        self.told = self._first_line()
        self.links: dict[tuple[int, str], str] = {
            (table["table"], seat["seat"]): seat["join"] for table in self.told["tables"] for seat in table["seats"]
        }  # fmt: skip

    def _started(self, *options: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "tabletop", "host", *options],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=self._environment,
        )  # fmt: skip

    def _first_line(self) -> dict[str, Any]:
        """The document of `--json`."""
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise AssertionError(self._process.communicate(timeout=10)[1])
        return dict(json.loads(line))

    @property
    def url(self) -> str:
        """The address."""
        return str(self.told["url"])

    @property
    def room(self) -> Path:
        """The room's file."""
        return Path(self.told["room"])

    def kill(self) -> None:
        """End it as a loss of power would."""
        self._process.kill()
        self._process.communicate(timeout=10)

    def again(self) -> None:
        """Start it again at the same port, as a teacher does; links that were given out work on."""
        self._process = self._started("--port", self.url.rpartition(":")[2], "--room", str(self.room))

    def interrupt(self) -> int:
        """Ctrl+C; its exit code."""
        self._process.send_signal(signal.SIGINT)
        self._process.communicate(timeout=30)
        return self._process.returncode

    def close(self) -> None:
        """Let it go, however it is."""
        if self._process.poll() is None:
            self.kill()
