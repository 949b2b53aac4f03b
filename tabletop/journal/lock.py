"""One program at a time goes on with a journal: a lock of the system's on the open file.

The lock lies on the file itself and goes with the program, however that ends; a small file beside it says who holds it,
for the sentence that the next one gets. Reading needs no lock. Within one program whoever opens a journal last has it.
"""

import errno
import os
import stat
import sys
import weakref
from contextlib import suppress
from io import FileIO
from pathlib import Path
from platform import node

from tabletop.errors import JournalError, JournalHeld
from tabletop.words.language.sanitize import clean

if sys.platform == "win32":
    import msvcrt

    FAR = 2**31 - 2
    """A byte that no journal reaches: what is locked there can be read all the same."""

    def _lock(handle: int) -> None:
        os.lseek(handle, FAR, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        os.lseek(handle, 0, os.SEEK_SET)
else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


TAKEN = frozenset({errno.EAGAIN, errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK})
"""What a system says when somebody else has the lock; everything else means that this disk has no locks."""

MOST_BYTES = 200_000_000
"""No journal is longer; a match of twelve rounds takes less than one of these millions."""

NEW = os.O_CREAT | os.O_EXCL | os.O_WRONLY
"""How a file is opened that nobody has yet."""


class Held:
    """A journal's file, open and locked.

    Attributes:
        path: Where it is.
        file: The open file, unbuffered.
        locked: Whether the disk gave a lock; some network disks have none.
    """

    def __init__(self, path: Path, file: FileIO) -> None:
        self.path, self.file = path, file
        try:
            _lock(file.fileno())
            self.locked = True
        except OSError as error:
            self.locked = False
            if error.errno in TAKEN:
                file.close()
                raise JournalHeld(str(path), _who(path)) from error
        self._steady = self._leads_here()
        if self._steady:
            _sign(path)
        self.close = weakref.finalize(self, _let_go, file, _note(path), os.getpid())
        """Lets the file go, and says so to who asks next; comes by itself when nobody has this any more."""

    @property
    def size(self) -> int:
        """How long the file is now."""
        return os.fstat(self.file.fileno()).st_size

    def read(self) -> bytes:
        """What stands in the file.

        Raises:
            JournalError: It cannot be read, or another file has come into its place.
        """
        if self.moved:
            raise JournalError(f"{self.path} was replaced by another program: open the match again")
        try:
            self.file.seek(0)
            return self.file.readall()
        except OSError as error:
            raise JournalError(f"{self.path} could not be read: {error.strerror or error}") from error

    @property
    def moved(self) -> bool:
        """Whether the path has come to lead elsewhere, or nowhere."""
        return self._steady and not self._leads_here()

    def _leads_here(self) -> bool:
        try:
            return os.path.samestat(self.path.stat(), os.fstat(self.file.fileno()))
        except OSError:
            return False


def hold(path: Path) -> Held:
    """Open a journal to go on with it.

    Raises:
        JournalHeld: Another program has it open.
        JournalError: It is no file, or cannot be read and written.
    """
    regular(path)
    try:
        earlier = _mine.get(_place(path))
        if earlier is not None:
            earlier.close()
        held = Held(path, path.open("r+b", buffering=0))
        _mine[_place(path)] = held
    except OSError as error:
        raise JournalError(f"{path} cannot be gone on with: {error.strerror or error}") from error
    return held


def regular(path: Path) -> None:
    """Check that there is a file that can be a journal, before anything waits for what it might give.

    Raises:
        JournalError: There is none, or it is something else: a folder, a pipe, a device; or it has no end.
    """
    try:
        found = path.stat()
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise JournalError(f"{clean(str(path), 300)} could not be read: {why}") from error
    if not stat.S_ISREG(found.st_mode):
        raise JournalError(f"{path} could not be read: it is no file but a {_kind(found.st_mode)}")
    if found.st_size > MOST_BYTES:
        raise JournalError(
            f"{path} could not be read: it has {found.st_size} bytes, and no journal has so many"
        )


_mine: weakref.WeakValueDictionary[tuple[int, int], Held] = weakref.WeakValueDictionary()
"""What this program has open."""


def _place(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_dev, found.st_ino


def _kind(mode: int) -> str:
    if stat.S_ISDIR(mode):
        return "folder"
    return "pipe" if stat.S_ISFIFO(mode) else "device"


def _note(path: Path) -> Path:
    """The small file that says who has a journal open."""
    return path.with_name(f".{path.name}.open")


def _sign(path: Path) -> None:
    """Say who has it, as well as that can be said here."""
    note = _note(path)
    with suppress(OSError):
        note.unlink(missing_ok=True)
        with os.fdopen(os.open(note, NEW, 0o600), "w", encoding="utf-8") as file:
            file.write(f"process {os.getpid()} on {node()}\n")


def _who(path: Path) -> str:
    """Who says to have it; empty when nobody does."""
    try:
        regular(_note(path))
        with _note(path).open(encoding="utf-8", errors="replace") as file:
            return clean(file.readline(200), 100)
    except (OSError, JournalError):
        return ""


def _let_go(file: FileIO, note: Path, owner: int) -> None:
    """Close the file and with it the lock; a process that was forked lets nothing go that is its parent's."""
    if os.getpid() == owner and not file.closed:
        with suppress(OSError):
            note.unlink(missing_ok=True)
    file.close()
