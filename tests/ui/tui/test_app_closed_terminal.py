"""A terminal that is closed ends the window: whoever started it, and without a word of a fault."""

import contextlib
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("a terminal is hung up on POSIX alone", allow_module_level=True)

import fcntl
import pty
import termios

SOON = 30.0
"""Seconds within which a window opens, or has ended."""


def take_terminal() -> None:
    """Let the new process have its standard input for a terminal of its own."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def take_terminal_as_nohup_does() -> None:
    """The same in a process whose starter asked that a hang-up be ignored."""
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    take_terminal()


def painted(terminal: int, wanted: bytes) -> bytes:
    """What stands on the terminal once it shows what is wanted, or when time is up."""
    seen, end = b"", time.monotonic() + SOON
    while wanted not in seen and time.monotonic() < end:
        if select.select([terminal], [], [], 0.1)[0]:
            with contextlib.suppress(OSError):
                seen += os.read(terminal, 65536)
    return seen


@pytest.mark.parametrize("start", [take_terminal, take_terminal_as_nohup_does])
@pytest.mark.parametrize("match", [False, True], ids=["home", "match"])
def test_a_window_whose_terminal_was_closed_ends(
    tmp_path: Path, start: Callable[[], None], match: bool
) -> None:
    terminal, its = pty.openpty()
    termios.tcsetwinsize(its, (24, 80))
    folders = {name: str(tmp_path / name) for name in ("TABLETOP_SAVES", "XDG_STATE_HOME", "XDG_CONFIG_HOME")}
    command = [
        sys.executable,
        "-m",
        "tabletop",
        *(["play", "--format", "pop-up", "--seed", "1"] if match else []),
    ]
    process = subprocess.Popen(
        command,
        stdin=its,
        stdout=its,
        stderr=its,
        start_new_session=True,
        preexec_fn=start,  # noqa: PLW1509 - nothing else gives it the terminal
        env={**os.environ, **folders, "TERM": "xterm-256color", "PYTHONUTF8": "1"},
    )
    os.close(its)
    try:
        assert b" help" in painted(terminal, b" help"), "the footer is drawn last"
        os.close(terminal)
        assert process.wait(SOON) == -signal.SIGHUP
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()
    assert not list(tmp_path.rglob("*.log")), "a fault was written down"
