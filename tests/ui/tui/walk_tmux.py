"""A walk through the whole program in a real terminal, from the first run to the debrief, every screen kept as text.

`python -m tests.ui.tui.walk_tmux` walks at both sizes and writes what the terminal shows to `goldens/walk`; read the
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
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from tests.ui.tui.stories.reach import journal_at
from tests.ui.tui.walk_stops import ENDED, IN_UKRAINIAN, MARKS, MOST, ROUTE, TRIPS, WALK, Stop

GOLDENS = Path(__file__).parent / "goldens" / "walk"
SIZES = {"80x24": (80, 24), "120x36": (120, 36)}

PATIENCE = 40.0
"""Seconds a screen may take to come."""

STILL = 0.4
LOOKS = 3
"""So many looks, so many seconds apart, a screen has to stand still to be believed, on a busy machine too."""

HEARD = 3.0
"""Seconds a key may take to change the screen before it is believed to change nothing."""

CONFIG = """
set -g status off
set -g default-terminal tmux-256color
set -sg escape-time 0
"""

BUSY = re.compile(
    "thinking…|Opening the match…|Reading the journal…|дума(є|ють)…|Відкриття гри…|Читання журналу…"
)
"""What the program says while something is still to come."""

STILLED = {15: "20260201T120000", 16: "2026-02-01 12:00"}
"""What stands in the place of the clock: in a journal's name, in a list of matches."""

STAMP = re.compile(r"\d{8}T\d{6}|\d{4}-\d\d-\d\d \d\d:\d\d")


class Terminal:
    """The program in a tmux of its own."""

    def __init__(self, columns: int, rows: int, folder: Path, *arguments: str) -> None:
        config = folder / "tmux.conf"
        config.write_text(CONFIG)
        self._tmux = ["tmux", "-S", str(folder / "socket"), "-f", str(config)]
        program = Path(sys.executable).parent / "tabletop"
        kept = {"HOME": str(folder), "TABLETOP_SAVES": "saves", "TABLETOP_SETTINGS": "settings.json",
                "PATH": os.environ["PATH"], "LANG": "C.UTF-8", "COLORTERM": "truecolor"}  # fmt: skip
        command = [
            "env",
            "-i",
            "TERM=tmux-256color",
            *(f"{name}={value}" for name, value in kept.items()),
            str(program),
            *arguments,
        ]
        self._run(
            "new-session", "-d", "-x", str(columns), "-y", str(rows), "-c", str(folder), shlex.join(command)
        )

    def _run(self, *arguments: str) -> str:
        done = subprocess.run(
            [*self._tmux, *arguments], capture_output=True, text=True, check=False, timeout=20
        )
        return done.stdout

    def text(self) -> str:
        """What the terminal shows, without colours and without what the clock says."""
        shown = self._run("capture-pane", "-p")
        bare = "\n".join(line.rstrip() for line in shown.split("\n")).rstrip("\n")
        return STAMP.sub(lambda found: STILLED[len(found[0])], bare)

    def press(self, keys: str) -> None:
        """Press keys, named as tmux names them, with spaces between."""
        for key in keys.split():
            before = self.text()
            self._run("send-keys", key)
            self.changed(before)

    def see(self, wanted: str) -> str:
        """Wait until something stands on the screen and nothing moves any more."""
        until, before, alike = time.monotonic() + PATIENCE, "", 0
        while time.monotonic() < until:
            shown = self.text()
            alike = alike + 1 if shown == before else 0
            if alike >= LOOKS and not BUSY.search(shown) and re.search(wanted, flat(shown)):
                return shown
            before = shown
            time.sleep(STILL)
        raise AssertionError(f"{wanted!r} did not come:\n{before}")

    def changed(self, before: str) -> None:
        """Wait until the screen is another one; one that stays as it is is no fault."""
        until = time.monotonic() + HEARD
        while self.text() == before and time.monotonic() < until:
            time.sleep(0.03)

    def resize(self, room: str) -> None:
        """Give the terminal other columns and lines."""
        columns, rows = room.split("x")
        self._run("resize-window", "-x", columns, "-y", rows)

    def close(self) -> None:
        """End the program and its terminal."""
        self._run("kill-server")


def walk(size: str) -> dict[str, str]:
    """Walk at one size; the captures by name, in their order."""
    captures: dict[str, str] = {}
    with opened(size) as terminal:
        follow(terminal, captures)
    for trip in TRIPS:
        with opened(size, *trip.arguments, moment=trip.moment) as terminal:
            go(terminal, trip.stops, captures)
    return captures


@contextmanager
def opened(size: str, *arguments: str, moment: str = "") -> Generator[Terminal]:
    """The program in a terminal and a folder of its own, where a journal may stand at a moment of a match."""
    folder = Path(tempfile.mkdtemp(prefix="walk-"))
    (folder / "saves").mkdir()
    if moment:
        journal_at(moment, folder / "saves")
    terminal = Terminal(*SIZES[size], folder, *arguments)
    try:
        yield terminal
    finally:
        terminal.close()
        shutil.rmtree(folder, ignore_errors=True)


def keep(captures: dict[str, str], name: str, shown: str) -> None:
    """Keep what the terminal shows, numbered in the order of the walk."""
    captures[f"{len(captures) + 1:02}-{name}"] = shown


def go(terminal: Terminal, stops: tuple[Stop, ...], captures: dict[str, str]) -> None:
    """Go from stop to stop."""
    for stop in stops:
        if stop.room:
            terminal.resize(stop.room)
        terminal.press(stop.keys)
        shown = terminal.see(stop.wanted)
        if stop.name:
            keep(captures, stop.name, shown)


def follow(terminal: Terminal, captures: dict[str, str]) -> None:
    """Walk from the first run into a match, to its end, and home; then the end in the other language."""
    go(terminal, WALK, captures)
    coming = dict(MARKS)
    for _ in range(MOST):
        shown = terminal.see("F1 help|m all moves")
        if "Enter home" in shown:
            break
        for name in [name for name, wanted in coming.items() if re.search(wanted, flat(shown))]:
            keep(captures, name, shown)
            del coming[name]
        keys = next((keys for said, keys in ROUTE if said in shown), "")
        assert keys, shown
        terminal.press(keys)
    assert not coming, f"did not come: {', '.join(coming)}"
    go(terminal, ENDED, captures)
    go(terminal, IN_UKRAINIAN, captures)


def flat(shown: str) -> str:
    """A screen as one line of words."""
    return " ".join(shown.replace("█", "").split())


def record() -> None:
    """Walk at both sizes and write the captures anew."""
    for size in SIZES:
        captures = walk(size)
        folder = GOLDENS / size
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        for name, shown in captures.items():
            (folder / f"{name}.txt").write_text(f"{shown}\n", encoding="utf-8")
        sys.stdout.write(f"{size}: {len(captures)} screens in {folder}\n")


if __name__ == "__main__":
    record()
