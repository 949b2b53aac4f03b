"""The same in tmux, as a person on a train has it: keys go through it, and it draws what comes back."""

import contextlib
import os
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.hard.terminal import Terminal, kept_in
from tests.ui.tui.walk_tmux import CONFIG

PIECE = 400
"""Bytes that are sent as keys; more are pasted, without marks of tmux's own."""


class InTmux(Terminal):
    """The program in a tmux of its own."""

    def __init__(
        self, folder: Path, *arguments: str, size: tuple[int, int] = (80, 24), **environment: str | None
    ) -> None:
        self.folder = folder
        config, self._drawn = folder / "tmux.conf", folder / f"drawn-{time.monotonic_ns()}"
        config.write_text(f"{CONFIG}set -g remain-on-exit on\nset -g default-terminal tmux-256color\n")
        self._drawn.touch()
        self._tmux = ["tmux", "-S", str(folder / "socket"), "-f", str(config)]
        given = {**kept_in(folder), "COLORTERM": "truecolor", **environment, "TERM": "tmux-256color"}
        command = ["env", "-i", *(f"{name}={value}" for name, value in given.items() if value is not None)]
        command += [sys.executable, "-m", "tabletop", *arguments]
        columns, rows = map(str, size)
        self._run("new-session", "-d", "-x", columns, "-y", rows, "sleep 1000")
        self._run("pipe-pane", f"cat >> {shlex.quote(str(self._drawn))}")
        self._run("respawn-pane", "-k", shlex.join(command))
        self.process = InPane(self)  # type: ignore[assignment]  # of what is asked of a process

    def _run(self, *arguments: str, given: bytes | None = None) -> str:
        done = subprocess.run(
            [*self._tmux, *arguments], input=given, capture_output=True, check=False, timeout=20
        )
        return done.stdout.decode()

    @property
    def seen(self) -> bytes:  # type: ignore[override]
        """What the program has drawn."""
        return self._drawn.read_bytes()

    def asked(self, what: str) -> str:
        """What tmux says of the pane."""
        return self._run("display-message", "-p", what).strip()

    def send(self, what: bytes) -> None:
        """Send bytes: each as a key of its own, in one piece; many as a paste."""
        if len(what) <= PIECE:
            self._run("send-keys", "-H", *(f"{byte:02x}" for byte in what))
        else:
            self._run("load-buffer", "-", given=what)
            self._run("paste-buffer", "-r", "-d")

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size."""
        self._run("resize-window", "-x", str(columns), "-y", str(rows))

    def pid(self) -> int:
        """The program's number."""
        return int(self.asked("#{pane_pid}"))

    def signal(self, which: signal.Signals) -> None:
        """Send a signal to the program."""
        with contextlib.suppress(ProcessLookupError, ValueError):
            os.kill(int(self.asked("#{pane_pid}")), which)

    def where_it_hangs(self) -> str:
        """What tmux says of the pane and what stands in it, and what the program is busy with."""
        said = self.asked(
            "pid #{pane_pid} dead #{pane_dead} mode #{pane_mode} pipe #{pane_pipe} #{session_windows}"
        )
        state = ""
        with contextlib.suppress(OSError, ValueError):
            state = Path(f"/proc/{self.pid()}/status").read_text(encoding="utf-8").partition("Tgid")[0]
        return f"{said}\n{state}\n{self.shown()}\n{super().where_it_hangs()}"

    def is_gone(self) -> bool:
        """Whether tmux has ended: some of its versions fall over libevent."""
        return not self.asked("#{session_id}")

    def shown(self) -> str:
        """What stands on the screen."""
        return self._run("capture-pane", "-p")

    def close(self) -> None:
        """End the program and its tmux."""
        self._run("kill-server")


class InPane:
    """The program as a process, by what tmux says of its pane."""

    def __init__(self, terminal: InTmux) -> None:
        self._terminal = terminal
        self.returncode: int | None = None

    def poll(self) -> int | None:
        """The exit code, once it has ended; that of a signal is negative."""
        said = self._terminal.asked("#{pane_dead} #{pane_dead_status} #{pane_dead_signal}")
        dead, *how = said.split(" ")
        if dead == "1":
            code, killed = (*how, "", "")[:2]
            self.returncode = -int(killed) if killed and killed.isdigit() else int(code or 0)
        return self.returncode
