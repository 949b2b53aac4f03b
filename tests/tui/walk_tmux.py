"""A walk through the whole program in a real terminal, from the first run to the debrief, every screen kept as text.

`python -m tests.tui.walk_tmux` walks at both sizes and writes what the terminal shows to `goldens/walk`; read the
difference before keeping it. The program runs as a person runs it: in tmux, in a folder and a home of its own, on
relative paths, so that nothing of the machine stands in a capture.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

GOLDENS = Path(__file__).parent / "goldens" / "walk"
SIZES = {"80x24": (80, 24), "120x36": (120, 36)}

PATIENCE = 40.0
"""Seconds a screen may take to come."""

STILL = 0.12
"""Seconds a screen has to stand still to be believed."""

CONFIG = """
set -g status off
set -g default-terminal tmux-256color
set -sg escape-time 0
"""

STAMP = re.compile(r"\d{8}T\d{6}")


@dataclass(frozen=True, slots=True)
class Stop:
    """A place of the walk: the keys that lead there, what stands on the screen then, and its name if it is kept."""

    keys: str
    wanted: str
    name: str = ""


WALK = (
    Stop("", "1 of", "first-run"),
)


class Terminal:
    """The program in a tmux of its own."""

    def __init__(self, columns: int, rows: int, folder: Path) -> None:
        config = folder / "tmux.conf"
        config.write_text(CONFIG)
        self._tmux = ["tmux", "-S", str(folder / "socket"), "-f", str(config)]
        program = Path(sys.executable).parent / "tabletop"
        kept = {"HOME": str(folder), "TABLETOP_SAVES": "saves", "TABLETOP_SETTINGS": "settings.json",
                "PATH": os.environ["PATH"], "LANG": "C.UTF-8", "COLORTERM": "truecolor"}  # fmt: skip
        command = ["env", "-i", "TERM=tmux-256color", *(f"{name}={value}" for name, value in kept.items()), str(program)]
        self._run("new-session", "-d", "-x", str(columns), "-y", str(rows), "-c", str(folder), shlex.join(command))

    def _run(self, *arguments: str) -> str:
        done = subprocess.run([*self._tmux, *arguments], capture_output=True, text=True, check=False, timeout=20)
        return done.stdout

    def text(self) -> str:
        """What the terminal shows, without colours and without what the clock says."""
        shown = self._run("capture-pane", "-p")
        return STAMP.sub("20260201T120000", "\n".join(line.rstrip() for line in shown.split("\n")).rstrip("\n"))

    def press(self, keys: str) -> None:
        """Press keys, named as tmux names them, with spaces between."""
        for key in keys.split():
            self._run("send-keys", key)
            time.sleep(0.05)

    def see(self, wanted: str) -> str:
        """Wait until something stands on the screen and nothing moves any more."""
        until, before = time.monotonic() + PATIENCE, ""
        while time.monotonic() < until:
            shown = self.text()
            if re.search(wanted, shown) and shown == before:
                return shown
            before = shown
            time.sleep(STILL)
        raise AssertionError(f"{wanted!r} did not come:\n{before}")

    def close(self) -> None:
        """End the program and its terminal."""
        self._run("kill-server")
