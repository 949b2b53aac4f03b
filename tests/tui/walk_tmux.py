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

STILL = 0.6
"""Seconds a screen has to stand still to be believed."""

HEARD = 3.0
"""Seconds a key may take to change the screen before it is believed to change nothing."""

CONFIG = """
set -g status off
set -g default-terminal tmux-256color
set -sg escape-time 0
"""

BUSY = re.compile("are thinking…|Opening the match…|Reading the journal…")
"""What the program says while something is still to come."""

STILLED = {15: "20260201T120000", 16: "2026-02-01 12:00"}
"""What stands in the place of the clock: in a journal's name, in a list of matches."""

STAMP = re.compile(r"\d{8}T\d{6}|\d{4}-\d\d-\d\d \d\d:\d\d")


@dataclass(frozen=True, slots=True)
class Stop:
    """A place of the walk.

    Attributes:
        keys: The keys that lead there, as tmux names them.
        wanted: What stands on the screen then, as an expression.
        name: What its capture is called; empty for a place that is only passed.
    """

    keys: str
    wanted: str
    name: str = ""


WALK = (
    Stop("", "1 of 4", "language"),
    Stop("Enter", "2 of 4", "colours"),
    Stop("Enter", "3 of 4", "characters"),
    Stop("Enter", "4 of 4", "begin"),
    Stop("Enter", "This is your brief", "tutorial-briefing"),
    Stop("Enter", "First the fortnight", "tutorial-orders"),
    Stop("Enter", "At the table", "tutorial-table"),
    Stop("p", "Up and down go", "tutorial-composer"),
    Stop("Down Down Down Right Right", "Stand on Guarantee"),
    Stop("Enter", "A package lies before you", "tutorial-offer"),
    Stop("x", "Accept: offer", "tutorial-answers"),
    Stop("1", "Second step", "tutorial-second-step"),
    Stop("Enter", "Enough for"),
    Stop("e", "no more moves in this sitting"),
    Stop("Enter", "round 2 of 4"),
    Stop("Enter", "A strike interrupts", "tutorial-strike"),
    Stop("1", "only you; uses up no move"),
    Stop("Enter", "The second round"),
    Stop("e", "no more moves in this sitting"),
    Stop("Enter", "asked in secret", "tutorial-bridge"),
    Stop("x", "Your answer ‹ choose ›"),
    Stop("1", "‹ yes ›"),
    Stop("Enter", "Second step"),
    Stop("Enter", "lies on the drafting table", "tutorial-signing"),
    Stop("1", "Second step"),
    Stop("Enter", "That was the tutorial", "tutorial-signed"),
    Stop("F10", "New match", "home"),
    Stop("s", "Settings", "settings"),
    Stop("k", "Keys", "keys-of-your-own"),
    Stop("Escape", "Settings"),
    Stop("Escape", "New match"),
    Stop("b", "Enter new match", "scenarios"),
    Stop("Escape", "Continue"),
    Stop("l", "1 tutorial", "learn"),
    Stop("2", "Each round has three parts", "how-to-play"),
    Stop("Escape", "1 tutorial"),
    Stop("Escape", "Continue"),
    Stop("n", "A new match", "set-up"),
    Stop("Down 2", "door ‹ standard ›"),
    Stop("Down 1 Up Up Up", "."),
    Stop("5", " 5 ", "set-up-seed"),
    Stop("Enter", "For everybody", "briefing"),
    Stop("F3 F i r s t Space a Space truce", "First a truce", "notes"),
    Stop("Escape", "For everybody"),
    Stop("Enter", "F5 ", "orders"),
    Stop("F5", "Hold the line:", "orders-card"),
    Stop("Enter", "plenary", "table-text"),
    Stop("2", r"Gain over no deal", "table-conditions"),
    Stop("3", "Sitting 1 began", "table-record"),
    Stop("4", "patience", "table-outside"),
    Stop("1 Enter", "In the draft", "clause"),
    Stop("Escape", "plenary"),
    Stop("3 Home Enter", "By this rule", "entry"),
    Stop("Escape", "plenary"),
    Stop("t", "as it stands|As it stands", "text"),
    Stop("4", "since the opening|Since the opening|Articles", "text-red-lines"),
    Stop("Escape", "plenary"),
    Stop("f", "On the map: The theatre", "map"),
    Stop("Right", "On the map: The rest of", "map-closer"),
    Stop("Escape", "plenary"),
    Stop("y", "The war outside", "war"),
    Stop("Escape", "plenary"),
    Stop("g", "The ledger", "ledger"),
    Stop("Escape", "plenary"),
    Stop("r", "The record", "record"),
    Stop("Escape", "plenary"),
    Stop("z", "Rule:", "source"),
    Stop("Escape", "plenary"),
    Stop("F4", "adviser", "adviser"),
    Stop("Escape", "plenary"),
    Stop("m", "not open", "all-moves"),
    Stop("Escape", "plenary"),
    Stop("?", "Keys", "keys"),
    Stop("Escape", "plenary"),
    Stop("F1", "Help", "help"),
    Stop("Escape", "plenary"),
    Stop("p", "Not complete yet", "composer"),
    Stop("2", "Stand on", "composer-chosen"),
    Stop("Enter", "plenary", "after-a-move"),
    Stop(",", "Step ", "looking-back"),
    Stop("Escape", "plenary"),
    Stop("F10", "New match"),
    Stop("n", "A new match"),
    Stop("Down 2", "door ‹ standard ›"),
    Stop("Down 1 Down Down 6 Down 6 Down 6", "Russia ‹ a bot: yielding ›.*Europe ‹ a bot: yielding ›"),
    Stop("Down 1", "door ‹ open ›"),
    Stop("Down Down Down Down 5", " 5 ", "set-up-bots"),
    Stop("Enter", "For everybody"),
    Stop("Enter", "F5 "),
    Stop("Enter", "plenary"),
    Stop("c", "Ask for a caucus", "caucus-asking"),
    Stop("1", "Enter go on"),
    Stop("Enter", "c caucus"),
    Stop("c", "In caucus", "caucus"),
    Stop("Escape", "plenary"),
)
"""From the first run into a match, page by page; then into a second one, which comes to a signature."""

MARKS = {
    "drafting": "On the drafting table",
    "signing": "Second step: is this what you mean.*Initial",
    "in-force": "Durability of the text: ",
    "in-force-asked": "Durability of the text: .*Open to you",
}
"""What is kept when it first comes on the way to the end, by what stands on it."""

ENDED = (
    Stop("", "Results, side by side", "end"),
    Stop("Space", "Door missed|What could have been|Nash", "end-results"),
    Stop("w", "Esc ", "what-if"),
    Stop("Escape", "Enter home"),
    Stop("v", "Step 1 of", "replay"),
    Stop("PageDown", "Step 11 of", "replay-further"),
    Stop("Escape", "Enter home"),
    Stop("Enter", "New match", "home-again"),
    Stop("r", "Step|Replay|match", "replay-choice"),
)
"""From the end home."""

ROUTE = (
    ("Esc close", "Escape"),
    ("Second step", "Enter"),
    ("‹ choose ›", "Right Down"),
    ("Enter seal", "Enter"),
    ("Enter choose", "1"),
    ("Enter go on", "Enter"),
    ("x answer", "x"),
    ("e end my turn", "e"),
    ("m all moves", "m"),
)
"""On the way to the end: what a footer or a heading says, and the key that goes on from there."""

MOST = 200
"""Steps to the end, at most."""


class Terminal:
    """The program in a tmux of its own."""

    def __init__(self, columns: int, rows: int, folder: Path) -> None:
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
        until, before = time.monotonic() + PATIENCE, ""
        while time.monotonic() < until:
            shown = self.text()
            if shown == before and not BUSY.search(shown) and re.search(wanted, flat(shown)):
                return shown
            before = shown
            time.sleep(STILL)
        raise AssertionError(f"{wanted!r} did not come:\n{before}")

    def changed(self, before: str) -> None:
        """Wait until the screen is another one; one that stays as it is is no fault."""
        until = time.monotonic() + HEARD
        while self.text() == before and time.monotonic() < until:
            time.sleep(0.03)

    def close(self) -> None:
        """End the program and its terminal."""
        self._run("kill-server")


def walk(size: str) -> dict[str, str]:
    """Walk at one size; the captures by name, in their order."""
    captures: dict[str, str] = {}
    folder = Path(tempfile.mkdtemp(prefix="walk-"))
    (folder / "saves").mkdir()
    terminal = Terminal(*SIZES[size], folder)
    try:
        follow(terminal, captures)
    finally:
        terminal.close()
        shutil.rmtree(folder, ignore_errors=True)
    return captures


def follow(terminal: Terminal, captures: dict[str, str]) -> None:
    """Walk from the first run into a match, to its end, and home."""

    def keep(name: str, shown: str) -> None:
        captures[f"{len(captures) + 1:02}-{name}"] = shown

    def go(stops: tuple[Stop, ...]) -> None:
        for stop in stops:
            terminal.press(stop.keys)
            shown = terminal.see(stop.wanted)
            if stop.name:
                keep(stop.name, shown)

    go(WALK)
    coming = dict(MARKS)
    for _ in range(MOST):
        shown = terminal.see("F1 help|m all moves")
        if "Enter home" in shown:
            break
        for name in [name for name, wanted in coming.items() if re.search(wanted, flat(shown))]:
            keep(name, shown)
            del coming[name]
        keys = next((keys for said, keys in ROUTE if said in shown), "")
        assert keys, shown
        terminal.press(keys)
    assert not coming, f"did not come: {', '.join(coming)}"
    go(ENDED)
    terminal.press("q")


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
