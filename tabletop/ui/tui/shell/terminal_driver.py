"""The terminal as it is found: whatever bytes it sends, whenever it goes, and however it is taken away and given back.

Textual's own driver is what draws; this one reads. Textual decodes what is typed strictly and takes an end of input for
a pause, so that one stray byte ends a program and a terminal that is gone keeps it busy for ever.
"""

from __future__ import annotations

import codecs
import contextlib
import os
import re
import selectors
import signal
import sys
import termios
import threading
import time
from typing import TYPE_CHECKING, Any, cast

from textual import events
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.messages import InBandWindowResize

from tabletop.ui.tui.shell.restore_terminal import can_be_called_back, in_front

if TYPE_CHECKING:
    from io import TextIOWrapper

    from textual.app import App
    from textual.message import Message

PIECE = 4096
"""Bytes read at a time."""

TICK_S = 0.1
"""Seconds after which a lone Esc is one, and an end of the window is noticed."""

OLD_MOUSE = re.compile(rb"\x1b\[M[\x20-\xff]{3}")
"""A mouse report as old terminals send it: three bytes that are no text."""

BEGUN = re.compile(rb"(?<!\x1b\[M..)(?<!\x1b\[M.)\x1b\[M[\x20-\xff]{0,2}\Z", re.DOTALL)
"""The beginning of one, at the end of what was read."""

OFFSET = 32
"""What is added to each number of such a report."""

PASTE_BEGINS, PASTE_ENDS = "\x1b[200~", "\x1b[201~"

TORN_S, ONE_KEY = 3.0, 16
"""A paste whose end never came is over when nothing came for so many seconds and then no more bytes than a key has."""

FARTHEST = 10_000
"""The column and the line beyond which no mouse is."""


class Typed:
    """Bytes into text, whatever they are: what is no text is left out, old mouse reports are put in the new form."""

    def __init__(self, encoding: str) -> None:
        self._decode = codecs.getincrementaldecoder(encoding)(errors="ignore").decode
        self._begun = b""

    def rest(self) -> str:
        """What has waited for a rest that did not come."""
        begun, self._begun = self._begun, b""
        return self._decode(begun)

    def text(self, given: bytes) -> str:
        """What was typed; a report or a letter that has only begun waits for its rest."""
        given = self._begun + given
        self._begun = b""
        if begun := BEGUN.search(given):
            given, self._begun = given[: begun.start()], begun[0]
        return self._decode(OLD_MOUSE.sub(_in_new_form, given))


def _in_new_form(found: re.Match[bytes]) -> bytes:
    button, column, line = (byte - OFFSET for byte in found[0][-3:])
    released = button & 3 == 3 and not button & 96
    if column < 1 or line < 1:
        return b""
    return b"\x1b[<%d;%d;%d%s" % (
        button & ~3 if released else button,
        column,
        line,
        b"m" if released else b"M",
    )


class HardTerminal(LinuxDriver):
    """Draws as Textual does, and reads whatever comes."""

    def __init__(
        self,
        app: App[object],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)  # pyright: ignore[reportUnknownMemberType]
        shown = cast("TextIOWrapper", sys.__stdout__)
        self._output = os.fdopen(os.dup(shown.fileno()), "w", encoding=shown.encoding, errors="replace")
        self._file = self._output
        self._parser, self._last, self._pasting = XTermParser(debug), "", False
        self._raw: list[Any] = []
        self._on_signals()

    def _on_signals(self) -> None:
        """Being sent away and called back, between two messages rather than in the middle of one."""
        self._loop.add_signal_handler(signal.SIGTSTP, self._go_away)
        self._loop.add_signal_handler(signal.SIGCONT, self._come_back)

    def start_application_mode(self) -> None:
        """Take the terminal."""
        super().start_application_mode()  # type: ignore[no-untyped-call]
        with contextlib.suppress(termios.error):
            self._raw = termios.tcgetattr(self.fileno)

    def _go_away(self) -> None:
        """Give the terminal back, stop, and take it again when the shell calls."""
        if not can_be_called_back():
            return
        self.suspend_application_mode()
        self._loop.remove_signal_handler(signal.SIGTSTP)
        self._loop.remove_signal_handler(signal.SIGCONT)
        signal.raise_signal(signal.SIGTSTP)
        while not in_front(self.fileno):
            signal.raise_signal(signal.SIGSTOP)  # called back without the terminal, as `bg` does
        self._on_signals()
        self._must_signal_resume = True
        self.resume_application_mode()

    def _come_back(self) -> None:
        """Somebody stopped the program without asking it, and has called it back."""
        if not in_front(self.fileno):
            return
        with contextlib.suppress(termios.error):
            termios.tcsetattr(self.fileno, termios.TCSANOW, self._raw)
        self.renew()
        self.send_message(self.SignalResume())

    def renew(self) -> None:
        """Ask once more for everything that the window needs of a terminal: it may be another one by now."""
        self.write("\x1b[?1049h\x1b[?7l\x1b[?25l\x1b[?1004h\x1b[2J")
        self._enable_mouse_support()
        self._enable_bracketed_paste()

    def _get_terminal_size(self) -> tuple[int, int]:
        """The real size, whatever the environment remembers."""
        for stream in (self._output.fileno(), self.fileno):
            with contextlib.suppress(OSError):
                columns, rows = os.get_terminal_size(stream)
                if columns and rows:
                    return columns, rows
        return super()._get_terminal_size()

    def _query_in_band_window_resize(self) -> None:
        """Sizes come from the system: what is typed cannot change them."""

    def process_message(self, message: Message) -> None:
        """Hand on what a person can have done."""
        if possible(message):
            super().process_message(message)

    def _run_input_thread(self) -> None:
        try:
            self.run_input_thread()
        except Exception as error:  # noqa: BLE001 - the window ends as after any fault
            fault = self._app._handle_exception  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] - as textual does
            self._app.call_later(fault, error)

    def run_input_thread(self) -> None:
        """Read until the window ends, or the terminal does."""
        typed = Typed((sys.__stdin__ and sys.__stdin__.encoding) or "utf-8")
        heard = time.monotonic()
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if not selector.select(TICK_S):
                    self._feed(typed.rest())
                elif given := self._read():
                    silent, heard = time.monotonic() - heard, time.monotonic()
                    if self._pasting and silent > TORN_S and len(given) <= ONE_KEY:
                        self._feed(PASTE_ENDS)
                    self._feed(typed.text(given))
                else:
                    self._hang_up()
                    return
                self._let_time_pass()

    def _read(self) -> bytes:
        """What has been typed; nothing when there will never be anything more."""
        try:
            return os.read(self.fileno, PIECE)
        except OSError:
            return b""

    def _feed(self, text: str) -> None:
        """Let text be read; after a sequence that makes no sense reading begins anew."""
        for letter in text:
            self._last = (self._last + letter)[-len(PASTE_ENDS) :]
            if self._last in {PASTE_BEGINS, PASTE_ENDS}:
                self._pasting = self._last == PASTE_BEGINS
            try:
                messages = list(self._parser.feed(letter))
            except Exception:  # noqa: BLE001 - textual's parser meets numbers that may be anything
                messages, self._parser, self._pasting = [], XTermParser(self._debug), False
            for message in messages:
                self.process_message(message)
            self._parser.mouse_pixels = False  # nobody asked for pixels

    def _let_time_pass(self) -> None:
        """A sequence that has only begun is the keys it looks like, once nothing more has come."""
        for message in self._parser.tick():
            self.process_message(message)

    def _hang_up(self) -> None:
        """End the program as its system does when a terminal is closed: nobody can see or leave it any more."""
        signal.pthread_kill(cast("int", threading.main_thread().ident), signal.SIGHUP)


def possible(message: Message) -> bool:
    """Whether a message says something that a person or a terminal can have done."""
    match message:
        case events.Resize() | InBandWindowResize() | events.CursorPosition():
            return False  # sizes come from the system
        case events.Key():
            return not any("\ud800" <= letter <= "\udfff" for letter in message.character or "")
        case events.MouseEvent():
            return message.x < FARTHEST and message.y < FARTHEST
        case _:
            return True
