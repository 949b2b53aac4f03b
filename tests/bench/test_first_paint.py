"""The first picture of the home screen against an empty Textual app, in turns, each in a terminal of its own.

Seven runs of each; the median time from the start of the process to the first time its own words stand in what it
sends to the terminal.
"""

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
from collections.abc import Sequence
from pathlib import Path
from time import monotonic

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tabletop.ui.shared.prefs import Prefs, write_prefs
from tests.bench.timing import medians, repeat, tell

pytestmark = pytest.mark.benchmark(group="first paint")

BARE = Path(__file__).with_name("bare_app.py")
ROWS, COLUMNS = 30, 100
PATIENCE = 30.0
"""Seconds after which a program that shows nothing has failed."""


def first_paint(command: Sequence[str], words: bytes, saves: Path) -> None:
    """Start a program in a new terminal, wait until it has shown some words, and end it.

    Raises:
        TimeoutError: It shows them not.
    """
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    settings = {
        "TERM": "xterm-256color",
        "TABLETOP_SAVES": str(saves),
        "TABLETOP_SETTINGS": str(saves / "settings.json"),
        "PATH": os.environ["PATH"],
    }
    program = subprocess.Popen(
        command, stdin=follower, stdout=follower, stderr=follower, env=settings, start_new_session=True
    )
    os.close(follower)
    try:
        wait_for(leader, words)
    finally:
        program.kill()
        program.wait()
        os.close(leader)


def wait_for(leader: int, words: bytes) -> None:
    """Read a terminal until it has shown some words."""
    shown, deadline = b"", monotonic() + PATIENCE
    while words not in shown:
        if not select.select([leader], [], [], max(0.0, deadline - monotonic()))[0]:
            raise TimeoutError(shown[-2000:])
        shown += os.read(leader, 65536)


@pytest.mark.skipif(os.name != "posix", reason="needs a pseudo-terminal")
def test_first_paint(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    write_prefs(
        tmp_path / "settings.json", Prefs()
    )  # whoever opens it for the first time is asked for settings first

    def home() -> None:
        first_paint([sys.executable, "-m", "tabletop"], b"New match", tmp_path)

    def bare() -> None:
        first_paint([sys.executable, str(BARE)], b"nothing in it", tmp_path)

    ours, theirs = medians(home, bare, rounds=7)
    tell(benchmark, home_ms=ours / 1_000, bare_ms=theirs / 1_000, ratio=ours / theirs, aim_ratio=1.3)
    repeat(benchmark, home, rounds=1)
