"""A program in a terminal of its own: what it shows, how soon after a key, how much memory and time it takes."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import termios
from collections.abc import Mapping, Sequence
from pathlib import Path
from time import monotonic, sleep
from typing import Self

ROWS, COLUMNS = 36, 120
PATIENCE_S = 30.0
"""Seconds after which a program that shows nothing has failed."""

QUIET_S = 0.08
"""A frame is complete when nothing more has come for so long: Textual may draw the rest of a change two or three of its
ticks of 1/60 s later, and that belongs to it."""


class Terminal:
    """A running program behind a pseudo-terminal."""

    def __init__(self, command: Sequence[str], settings: Mapping[str, str]) -> None:
        """Start it."""
        self.leader, follower = pty.openpty()
        fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        kept = {"TERM": "xterm-256color", "PATH": os.environ["PATH"], **settings}
        self.program = subprocess.Popen(
            command, stdin=follower, stdout=follower, stderr=follower, env=kept, start_new_session=True
        )
        os.close(follower)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.program.kill()
        self.program.wait()
        os.close(self.leader)

    def wait_for(self, words: bytes) -> None:
        """Read until it has shown some words.

        Raises:
            TimeoutError: It shows them not.
        """
        shown, deadline = b"", monotonic() + PATIENCE_S
        while words not in shown:
            if not select.select([self.leader], [], [], max(0.0, deadline - monotonic()))[0]:
                raise TimeoutError(shown[-2000:])
            shown += os.read(self.leader, 65536)

    def settle(self, quiet_s: float = 0.5) -> None:
        """Read until nothing has come for a while."""
        while select.select([self.leader], [], [], quiet_s)[0]:
            os.read(self.leader, 65536)

    def frame_s(self, key: bytes) -> float:
        """Press a key; seconds until the last byte of what it changed has come.

        Raises:
            TimeoutError: It changes nothing.
        """
        began = monotonic()
        os.write(self.leader, key)
        if not select.select([self.leader], [], [], PATIENCE_S)[0]:
            raise TimeoutError(key)
        last = began
        while select.select([self.leader], [], [], QUIET_S)[0]:
            os.read(self.leader, 65536)
            last = monotonic()
        return last - began

    def memory_mb(self) -> float:
        """Memory it holds, MB."""
        status = Path(f"/proc/{self.program.pid}/status").read_text()
        line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
        return int(line.split()[1]) / 1024

    def idle_cpu(self, seconds: float) -> float:
        """Share of one processor it takes while nobody does anything."""
        before = self._spent_s()
        sleep(seconds)
        return (self._spent_s() - before) / seconds

    def _spent_s(self) -> float:
        """Processor time so far, seconds."""
        fields = Path(f"/proc/{self.program.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
