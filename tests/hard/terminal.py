"""The program in a terminal of its own, to which anything can be sent: bytes, sizes, signals, an end."""

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from threading import Thread
from typing import Self

SOON = 30.0
"""Seconds within which a window opens, draws or has ended, on a busy machine."""

TICK = 0.01
"""Seconds between two looks."""

PIECE = 1024
"""Bytes that a terminal takes at a time without waiting for whoever reads."""

GONE = (
    b"\x1b[?1049l",
    b"\x1b[?1000l",
    b"\x1b[?1003l",
    b"\x1b[?1006l",
    b"\x1b[?2004l",
    b"\x1b[?1004l",
    b"\x1b[?25h",
)
"""What a terminal is told when it is put back: screen, mouse reports, pastes, focus, cursor."""


def kept_in(folder: Path) -> dict[str, str]:
    """Environment of a person who keeps everything in one folder and has chosen settings before."""
    settings = folder / "settings.json"
    if not settings.exists():
        settings.write_text("{}", encoding="utf-8")
    (folder / "saves").mkdir(exist_ok=True)
    return {
        "HOME": str(folder),
        "TABLETOP_SAVES": str(folder / "saves"),
        "TABLETOP_SETTINGS": str(settings),
        "XDG_STATE_HOME": str(folder / "state"),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "PATH": os.environ["PATH"],
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
        "PYTHONUTF8": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONFAULTHANDLER": "1",
    }


def faults(folder: Path) -> str:
    """What the log of faults says; empty when nothing has failed."""
    return "\n".join(path.read_text(encoding="utf-8") for path in folder.rglob("*.log"))


class Terminal:
    """A terminal with the program in it. What is drawn is read at once, so that it never waits for us.

    Attributes:
        seen: Everything that was drawn.
        process: The program.
    """

    def __init__(
        self,
        folder: Path,
        *arguments: str,
        size: tuple[int, int] = (80, 24),
        program: tuple[str, ...] = (sys.executable, "-m", "tabletop"),
        hung_up: bool = True,
        **environment: str | None,
    ) -> None:
        """Start the program.

        Args:
            folder: Holds whatever is kept.
            arguments: What is typed after the program's name.
            size: Columns and lines.
            program: What is started.
            hung_up: Whether the system tells the program when the terminal is closed.
            environment: Variables that are set, or taken away, on top of those of `kept_in`.
        """
        self.folder, self.seen, self._closed = folder, bytearray(), False
        self.side, self._its = pty.openpty()
        self.resize(*size)
        self.at_first = self.modes

        def take_terminal() -> None:
            fcntl.ioctl(0, termios.TIOCSCTTY, 0)

        given: Mapping[str, str | None] = {**kept_in(folder), **environment}
        self.process = subprocess.Popen(
            [*program, *arguments],
            stdin=self._its,
            stdout=self._its,
            stderr=self._its,
            start_new_session=True,
            preexec_fn=take_terminal if hung_up else None,  # noqa: PLW1509 - nothing else gives it the terminal
            env={name: value for name, value in given.items() if value is not None},
        )
        self._reader = Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        with contextlib.suppress(OSError):
            while not self._closed:
                if not select.select([self.side], [], [], TICK)[0]:
                    continue
                drawn = os.read(self.side, 65536)
                self.seen += drawn
                if len(self.seen) > 4_000_000:
                    del self.seen[:2_000_000]

    def send(self, what: bytes) -> None:
        """Send bytes, in one piece; a program that has ended, or takes none for a while, gets no more."""
        end = time.monotonic() + SOON
        while what and time.monotonic() < end and self.process.poll() is None:
            if select.select([], [self.side], [], TICK)[1]:
                with contextlib.suppress(OSError):
                    what = what[os.write(self.side, what[:PIECE]) :]

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size."""
        termios.tcsetwinsize(self.side, (rows, columns))

    def signal(self, which: signal.Signals) -> None:
        """Send a signal to the program alone."""
        with contextlib.suppress(ProcessLookupError):
            self.process.send_signal(which)

    def pid(self) -> int:
        """The program's number."""
        return self.process.pid

    def worked(self) -> float:
        """Seconds of the processor that the program has used; 0 where nobody can say."""
        with contextlib.suppress(OSError, ValueError):
            told = Path(f"/proc/{self.pid()}/stat").read_text(encoding="utf-8", errors="replace")
            return sum(map(int, told.rpartition(")")[2].split()[11:13])) / os.sysconf("SC_CLK_TCK")
        return 0.0

    def wait_for(self, wanted: bytes | Callable[[], bool], soon: float = SOON, since: int = 0) -> bool:
        """Whether something is drawn, or comes true, soon enough."""
        end = time.monotonic() + soon
        while time.monotonic() < end:
            if wanted() if callable(wanted) else wanted in self.seen[since:]:
                return True
            time.sleep(TICK)
        return False

    def opened(self) -> bool:
        """Whether the window has come; its footer is drawn last, and names help or the list of keys."""
        return self.wait_for(
            lambda: any(
                word in bytes(self.seen) for word in (b" help", b" keys", b"\xd0\xba\xd0\xbb\xd0\xb0\xd0\xb2")
            )
        )

    def rows(self) -> dict[int, str]:
        """By number: the lines as they were last drawn from their beginning."""
        drawn = bytes(self.seen).decode(errors="replace")
        found: dict[int, str] = {}
        for part in re.split(r"\x1b\[(?=\d+;\d+H)", drawn)[1:]:
            place, _, rest = part.partition("H")
            row, column = map(int, place.split(";"))
            text = re.sub(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\].*?\x07)", "", rest)
            found[row] = text if column == 1 or row not in found else found[row] + text
        return found

    @property
    def modes(self) -> list[object]:
        """How the terminal treats what is typed and shown."""
        return termios.tcgetattr(self._its)

    def where_it_hangs(self) -> str:
        """What a program that answers no more is busy with; it ends by that."""
        since = len(self.seen)
        self.signal(signal.SIGCONT)
        self.signal(signal.SIGABRT)
        self.wait_for(lambda: self.process.poll() is not None, 5)
        return bytes(self.seen[since:]).decode(errors="replace").replace("\r", "")

    def is_gone(self) -> bool:
        """Whether the terminal itself has ended; one of ours does not."""
        return False

    def put_back(self) -> list[bytes]:
        """What the terminal was not told after the window was opened: nothing when it is as it was."""
        since = self.seen.rfind(b"\x1b[?1049h")
        return [told for told in GONE if told not in self.seen[since:]]

    def hang_up(self) -> None:
        """Close the terminal."""
        self._closed = True
        os.close(self._its)
        self._reader.join(5)
        os.close(self.side)

    def ended(self, soon: float = SOON) -> int | None:
        """The exit code, once the program has ended; None where it does not."""
        self.wait_for(lambda: self.process.poll() is not None, soon)
        return self.process.poll()

    def close(self) -> None:
        """End the program and its terminal."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        if not self._closed:
            self.hang_up()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
