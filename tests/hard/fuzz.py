"""Anything at all, at the window: keys, bytes, sizes and signals by a seed, in a real terminal.

`python -m tests.hard.fuzz --seeds 1-20 --steps 2000` goes through twenty seeds of two thousand steps each; with
`--tmux` the terminal is tmux, as a person has it. What it did before something failed is told, so that it can be gone
through again: the same seed makes the same steps.
"""

import argparse
import contextlib
import itertools
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tabletop.journal.reader import read
from tabletop.journal.verify import verify
from tests.hard.in_tmux import InTmux
from tests.hard.terminal import Terminal, faults
from tests.ui.tui.stories.reach import MOMENTS, journal_at

PLAIN_KEYS = [letter.encode() for letter in "abcdefghijklmnopqrstuvwxyzABCMPQTZ0123456789,.?/ їйфяЯ"]
NAMED_KEYS = {
    "enter": b"\r", "escape": b"\x1b", "tab": b"\t", "backtab": b"\x1b[Z", "backspace": b"\x7f", "up": b"\x1b[A",
    "down": b"\x1b[B", "right": b"\x1b[C", "left": b"\x1b[D", "home": b"\x1b[H", "end": b"\x1b[F",
    "pageup": b"\x1b[5~", "pagedown": b"\x1b[6~", "delete": b"\x1b[3~", "f1": b"\x1bOP", "f2": b"\x1bOQ",
    "f3": b"\x1bOR", "f4": b"\x1bOS", "f5": b"\x1b[15~", "f6": b"\x1b[17~", "f7": b"\x1b[18~", "f8": b"\x1b[19~",
    "f10": b"\x1b[21~", "ctrl+p": b"\x10", "ctrl+c": b"\x03", "ctrl+z": b"\x1a", "ctrl+l": b"\x0c",
}  # fmt: skip
KEYS = [*PLAIN_KEYS, *NAMED_KEYS.values()]
ON = [b"\r", b"\r", b"\x1b", b"\x1b", b"\x1b[B", b"\x1b[C", b"m", b"1", b"e", b"n"]
"""Keys that lead on, or back, and are pressed more often than the others."""

TORN = [
    b"\x1b", b"\x1b[", b"\x1b[M", b"\x1b[M ", b"\x1b[<0;", b"\x1b[<0;1;1", b"\x1bO", b"\x1b[200~torn", b"\x1b[201~",
    b"\x1b]0;title", b"\x1b[?", b"\x1b[48;9999;9999;1;1t", b"\x1b[48;0;0;0;0t", b"\x1b[?2048;1$y", b"\x1b[?2026;1$y",
    b"\x1b[97;1:3u", b"\x1b[::u", b"\x1b[99999999999u", b"\x1b[97;1;55296u", b"\x1b[I", b"\x1b[O", b"\x1b[5;5R",
    b"\x1b[<999999;1;1M", b"\x1b[<0;-3;-4M", b"\x1bP1$r", b"\xe2\x96", b"\xff\xfe", b"\xf0\x9f", b"\x00\x00", b"\xe9",
]  # fmt: skip
SIZES = [
    (80, 24),
    (80, 24),
    (120, 36),
    (100, 30),
    (300, 100),
    (60, 16),
    (59, 16),
    (60, 15),
    (34, 20),
    (2, 2),
    (1, 1),
]
PAUSES = (0.0, 0.0, 0.01, 0.03, 0.1)
"""Seconds between two steps."""

MOST_FAULTS = 10
"""After so many nothing more is looked for."""

MOST_GONE = 2
"""More terminals do not end by themselves: the window does something to them."""

WORK_S, LATEST_S = 20.0, 240.0
"""A window that works so many seconds of the processor without drawing hangs, and one that waits for so long."""

LOOK = 50
"""After so many steps it is looked whether the window still answers."""


@dataclass
class Told:
    """What a run came to."""

    steps: Counter[str] = field(default_factory=Counter[str])
    starts: Counter[str] = field(default_factory=Counter[str])
    faults: list[str] = field(default_factory=list[str])
    verified: int = 0
    entries: int = 0
    gone: int = 0
    """Terminals that ended by themselves, and the window with them."""

    def __str__(self) -> str:
        steps = ", ".join(f"{count} {kind}" for kind, count in sorted(self.steps.items()))
        starts = ", ".join(f"{count} {name}" for name, count in sorted(self.starts.items()))
        return (
            f"{self.steps.total()} steps ({steps}); windows opened: {starts}; "
            f"{self.verified} journals with {self.entries} entries verified; "
            f"{self.gone} terminals ended by themselves; {len(self.faults)} faults"
        )


Step = tuple[str, Callable[[Terminal], None]]


def step(dice: random.Random) -> Step:
    """Anything that a person, a terminal or a machine may do next."""
    kind = dice.choices(
        ("key", "keys", "bytes", "torn", "mouse", "old mouse", "paste", "size", "sizes", "signal"),
        (60, 12, 4, 5, 10, 3, 2, 6, 2, 1),
    )[0]
    columns, rows = dice.randrange(1, 130), dice.randrange(1, 40)
    sent: bytes
    match kind:
        case "key":
            sent = dice.choice(ON if dice.random() < 0.4 else KEYS)
        case "keys":
            sent = b"".join(dice.choices(KEYS, k=dice.choice((2, 2, 2, 3, 8))))
        case "bytes":
            sent = dice.randbytes(dice.choice((1, 2, 5, 40, 300))).replace(b"\x11", b"")
        case "torn":
            sent = dice.choice(TORN)
        case "mouse":
            button = dice.choice((0, 0, 0, 1, 2, 32, 35, 64, 65))
            sent = b"\x1b[<%d;%d;%dM" % (button, columns, rows)
            sent += b"\x1b[<%d;%d;%dm" % (button, columns, rows) if button < 3 else b""
        case "old mouse":
            sent = b"\x1b[M" + bytes((32 + dice.choice((0, 3, 35)), 32 + dice.randrange(1, 223), 32 + rows))
        case "paste":
            sent = (
                b"\x1b[200~"
                + dice.choice((b"word", b"l\r\n" * 400, dice.randbytes(2000), b"W" * 60_000))
                + b"\x1b[201~"
            )
        case "size" | "sizes":
            chosen = [
                dice.choice(SIZES)
                if dice.random() < 0.7
                else (dice.randrange(1, 301), dice.randrange(1, 101))
                for _ in range(1 if kind == "size" else 5)
            ]
            return f"{kind} {chosen}", lambda terminal: resize(terminal, chosen)
        case _:
            which = dice.choice((signal.SIGWINCH, signal.SIGCONT, signal.SIGTSTP))
            return f"signal {which.name}", lambda terminal: terminal.signal(which)
    return f"{kind} {sent[:60]!r}", lambda terminal: terminal.send(sent)


def left(terminal: Terminal) -> bool:
    """Whether a window that has ended was left by a key; further ones may end the rest once the terminal is back."""
    code, typed = terminal.process.returncode, {-signal.SIGINT, -signal.SIGQUIT}
    return not faults(terminal.folder) and (code == 0 or (code in typed and not terminal.put_back()))


def resize(terminal: Terminal, sizes: list[tuple[int, int]]) -> None:
    """Give a terminal one size after another, as somebody who draws at its corner does."""
    for columns, rows in sizes:
        terminal.resize(columns, rows)


def answers(terminal: Terminal) -> bool:
    """Whether the window still draws when it is asked to; on a busy machine it may take its time, not more work."""
    drawn, worked, end = len(terminal.seen), terminal.worked(), time.monotonic() + LATEST_S
    terminal.send(b"\x1b[201~\x0c")

    def drew() -> bool:
        return len(terminal.seen) > drawn or terminal.process.poll() is not None

    while not terminal.wait_for(drew, 1):
        if terminal.worked() - worked > WORK_S or time.monotonic() > end:
            return False
    return True


def fuzz(seed: int, steps: int, told: Told, start: Callable[..., Terminal] = Terminal, at: str = "") -> None:
    """Go through so many steps of a seed, opening the window anew wherever it was left."""
    dice = random.Random(seed)  # noqa: S311 - the same steps for the same seed
    folder = Path(tempfile.mkdtemp(prefix="hard-"))
    (folder / "saves").mkdir()
    made = 0
    try:
        while made < steps and len(told.faults) < MOST_FAULTS:
            name = at or dice.choice(("home", "first run", *MOMENTS))
            with opened(folder, name, start) as terminal:
                told.starts[name] += 1
                made += go(terminal, dice, steps - made, told, f"seed {seed} from step {made} at {name}")
            for journal in sorted((folder / "saves").glob("*.jsonl")):
                check(journal, told)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def check(journal: Path, told: Told) -> None:
    """A journal must be whole, and its rules must agree with it, whatever was done to the window."""
    verify(journal)
    told.verified += 1
    told.entries += len(read(journal).entries)
    journal.unlink()


@contextlib.contextmanager
def opened(folder: Path, name: str, start: Callable[..., Terminal]) -> Iterator[Terminal]:
    """The window at a place of the program: home, the first run, or a moment of a match."""
    settings, arguments = folder / "settings.json", list[str]()
    if name == "first run":
        terminal = start(folder, TABLETOP_SETTINGS=str(folder / f"new-{time.monotonic_ns()}.json"))
    else:
        settings.write_text("{}", encoding="utf-8")
        if name in MOMENTS:
            arguments = ["resume", str(journal_at(name, folder / "saves"))]
        terminal = start(folder, *arguments)
    try:
        yield terminal
    finally:
        terminal.close()
        for log in folder.rglob("*.log"):
            log.unlink()


def go(terminal: Terminal, dice: random.Random, most: int, told: Told, place: str) -> int:
    """Make steps until there have been enough or the window was left; how many were made."""
    done: list[str] = []
    fine = terminal.opened()
    for made in itertools.count():
        if terminal.process.poll() is not None:
            failed = not left(terminal)
        else:
            if fine and made < most and (made % LOOK or not made):
                what, do = step(dice)
                told.steps[what.split()[0]] += 1
                done.append(what)
                do(terminal)
                time.sleep(dice.choice(PAUSES))
                continue
            fine = fine and answers(terminal)
            failed = not fine or bool(faults(terminal.folder))
            if not failed and made < most:
                what, do = step(dice)
                told.steps[what.split()[0]] += 1
                done.append(what)
                do(terminal)
                continue
        if failed and terminal.is_gone() and told.gone < MOST_GONE:
            told.gone += 1
        elif failed:
            shown = repr(bytes(terminal.seen[-300:])) if fine else terminal.where_it_hangs()
            told.faults.append(
                f"{place}: ended with {terminal.process.poll()}, answers: {fine}\n  last steps: "
                + "\n    ".join(done[-12:])
                + f"\n{faults(terminal.folder)}\n{shown}"
            )
        return made
    raise AssertionError


def main() -> None:
    """Fuzz a range of seeds and tell what came of it; leaves with 1 at the first fault."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", default="1-3")
    parser.add_argument("--steps", type=int, default=2000)
    parser.add_argument("--at", default="", help="Always begin there: home, first run, or a moment.")
    parser.add_argument("--tmux", action="store_true")
    given = parser.parse_args()
    first, _, last = given.seeds.partition("-")
    told = Told()
    for seed in range(int(first), int(last or first) + 1):
        fuzz(seed, given.steps, told, InTmux if given.tmux else Terminal, given.at)
        sys.stdout.write(f"seed {seed}: {told}\n")
        sys.stdout.flush()
        if told.faults:
            sys.stdout.write("\n".join(told.faults) + "\n")
            sys.exit(1)


if __name__ == "__main__":
    main()
