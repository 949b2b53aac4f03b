"""The program in a terminal of its own, to which anything can be sent: bytes, sizes, signals, an end."""

import contextlib
import fcntl
import os
import pty
import select
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from threading import Thread

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
        before: Callable[[], None] = lambda: None,
        **environment: str | None,
    ) -> None:
        """Start the program.

        Args:
            folder: Holds whatever is kept.
            arguments: What is typed after the program's name.
            size: Columns and lines.
            before: Is done in the new process before the program starts.
            environment: Variables that are set, or taken away, on top of those of `kept_in`.
        """
        self.folder, self.seen = folder, bytearray()
        self.side, its = pty.openpty()
        self.resize(*size)
        self.at_first = termios.tcgetattr(its)

        def take_terminal() -> None:
            before()
            fcntl.ioctl(0, termios.TIOCSCTTY, 0)

        given: Mapping[str, str | None] = {**kept_in(folder), **environment}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tabletop", *arguments],
            stdin=its,
            stdout=its,
            stderr=its,
            start_new_session=True,
            preexec_fn=take_terminal,  # noqa: PLW1509 - nothing else gives it the terminal
            env={name: value for name, value in given.items() if value is not None},
        )
        self._its = its
        self._reader = Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        with contextlib.suppress(OSError):
            while drawn := os.read(self.side, 65536):
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

    def put_back(self) -> list[bytes]:
        """What the terminal was not told after the window was opened: nothing when it is as it was."""
        since = self.seen.rfind(b"\x1b[?1049h")
        return [told for told in GONE if told not in self.seen[since:]]

    def hang_up(self) -> None:
        """Close the terminal."""
        for side in (self._its, self.side):
            with contextlib.suppress(OSError):
                os.close(side)

    def close(self) -> None:
        """End the program and its terminal."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self._its)
        self._reader.join(5)
        with contextlib.suppress(OSError):
            os.close(self.side)
