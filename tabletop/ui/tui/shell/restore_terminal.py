"""Whatever signal ends the program, the terminal is put back as it was."""

import contextlib
import os
import select
import signal
import sys
from collections.abc import Generator
from types import FrameType

if sys.platform != "win32":
    import termios

ENDINGS = ("SIGHUP", "SIGINT", "SIGQUIT", "SIGTERM")
"""Signals that end the window."""

PATIENCE_S = 1.0
"""Seconds that a terminal may take nothing before it is left as it is."""

LEFT = "".join(f"\x1b[?{mode}l" for mode in (2026, 1000, 1003, 1015, 1006, 1016, 2004, 2048))
"""Ends a half-drawn frame, mouse reports, marked pastes, reports of size."""

BACK = f"{LEFT}\x1b[?7h\x1b[<u\x1b[?1049l\x1b[?25h\x1b[?1004l\x1b[0m".encode()
"""After these a terminal wraps lines, reads keys plainly, shows its first screen and its cursor."""


def in_front(terminal: int) -> bool:
    """Whether the terminal is this program's to change: a shell may have taken it back meanwhile."""
    try:
        return os.tcgetpgrp(terminal) == os.getpgrp()
    except OSError:
        return True


def can_be_called_back() -> bool:
    """Whether a shell looks after the program, so that it can be stopped and called back."""
    return sys.platform != "win32" and os.getpgrp() != os.getsid(0)


@contextlib.contextmanager
def terminal_put_back() -> Generator[None]:
    """Put the terminal back when a signal ends the program, then let that signal end it.

    Nothing is waited for and no lock is taken: every move is on the disk before anybody is told of it. A hang-up ends
    the program even where its starter asked that hang-ups be ignored: nobody could see or leave the window any more.
    """
    if sys.platform == "win32":
        yield
        return
    read, written = sys.stdin.fileno(), sys.stdout.fileno()
    before = termios.tcgetattr(read)

    def end(number: int, _frame: FrameType | None) -> None:
        with contextlib.suppress(OSError, ValueError, termios.error):
            if in_front(read):
                if select.select([], [written], [], PATIENCE_S)[1]:
                    os.write(written, BACK)
                termios.tcsetattr(read, termios.TCSANOW, before)
                termios.tcflush(read, termios.TCIFLUSH)
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)

    kept = {each: signal.signal(getattr(signal, each), end) for each in ENDINGS}
    try:
        yield
    finally:
        for each, handler in kept.items():
            signal.signal(getattr(signal, each), handler)
