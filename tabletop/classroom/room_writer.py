"""The one connection that writes to a room, in a thread of its own.

Whoever writes waits until the disk has it. What several ask for while one commit runs is in the next one together.
"""

import sqlite3
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Lock, Thread

from tabletop.errors import JournalBroken, JournalError, JournalGone
from tabletop.words.sentences.classroom import said

TOGETHER_MOST = 200
"""So many works share a commit at most."""

Work = Callable[[sqlite3.Connection], None]
"""Something to be written, whole or not at all."""

Asked = tuple[Work, "Future[None]"]


class Writer:
    """Writes to a room's file; any thread may ask."""

    def __init__(self, path: Path) -> None:
        """Open the file to write to it.

        Raises:
            JournalError: It cannot be written to.
        """
        self.path = path
        self._asked: SimpleQueue[Asked | None] = SimpleQueue()
        self._closing, self._closed = Lock(), False
        self._gone = False
        try:
            self._connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
            try:
                found = path.stat()
                self._file = found.st_dev, found.st_ino
                self.mode: str = self._connection.execute("PRAGMA journal_mode = WAL").fetchone()[0]
                self._connection.execute("PRAGMA synchronous = FULL")
                self._connection.execute("PRAGMA busy_timeout = 5000")
            except BaseException:
                self._connection.close()
                raise
        except (sqlite3.Error, OSError) as error:
            raise unwritten(path, error) from error
        self._thread = Thread(target=self._write_on, name=f"writer of {path.name}", daemon=True)
        self._thread.start()

    def run(self, work: Work) -> None:
        """Do something and return when it is on the disk.

        Raises:
            JournalGone: The file is not any more where it was.
            JournalError: It could not be written; the file is as before.
        """
        done: Future[None] = Future()
        with self._closing:
            if self._closed:
                raise JournalError(said("room.closed", path=self.path))
            self._asked.put((work, done))
        done.result()

    def close(self) -> None:
        """Write what was asked for, and let the file go."""
        with self._closing:
            if self._closed:
                return
            self._closed = True
            self._asked.put(None)
        self._thread.join()

    def _write_on(self) -> None:
        """Write whatever is asked for, until there is nothing more to come."""
        last = False
        while not last:
            batch: list[Asked] = []
            asked = self._asked.get()
            while asked is not None:
                batch.append(asked)
                if len(batch) == TOGETHER_MOST:
                    break
                try:
                    asked = self._asked.get_nowait()
                except Empty:
                    break
            last = asked is None
            if batch:
                self._commit(batch)
        with suppress(sqlite3.Error):
            self._connection.close()

    def _commit(self, batch: list[Asked]) -> None:
        """One commit for all; what fails by itself fails alone."""
        failed: dict[int, Exception] = {}
        why: Exception | None = None
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            for at, (work, _) in enumerate(batch):
                if (error := self._done(work)) is not None:
                    failed[at] = error
            self._connection.execute("COMMIT")
            self._check_place()
        except (sqlite3.Error, JournalGone) as error:
            with suppress(sqlite3.Error):
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
            why = error if isinstance(error, JournalGone) else unwritten(self.path, error)
        for at, (_, done) in enumerate(batch):
            if (told := why or failed.get(at)) is not None:
                done.set_exception(told)
            else:
                done.set_result(None)

    def _done(self, work: Work) -> Exception | None:
        """Do one work within the transaction; what went wrong with it alone.

        Raises:
            sqlite3.Error: The whole transaction is lost.
        """
        self._connection.execute("SAVEPOINT one")
        try:
            work(self._connection)
        except sqlite3.Error as error:
            if not isinstance(error, sqlite3.IntegrityError):
                raise
            self._back()
            return JournalError(said("room.unwritten", path=self.path, why=error))
        except Exception as error:  # noqa: BLE001 - whoever asked gets it; the thread and the others go on
            self._back()
            return error
        self._connection.execute("RELEASE one")
        return None

    def _back(self) -> None:
        """Leave out one work."""
        self._connection.execute("ROLLBACK TO one")
        self._connection.execute("RELEASE one")

    def _check_place(self) -> None:
        """Check that the path still leads to the file that was written.

        Raises:
            JournalGone: It does not, or did not before.
        """
        try:
            found = self.path.stat()
            self._gone = self._gone or (found.st_dev, found.st_ino) != self._file
        except OSError:
            self._gone = True
        if self._gone:
            raise JournalGone(said("room.gone", path=self.path))


DAMAGED = {"SQLITE_CORRUPT", "SQLITE_NOTADB"}
READ_ONLY = {"SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM"}


def unwritten(path: Path, error: Exception) -> JournalError:
    """What to say of a room that could not be written."""
    name = _kind(error)
    if name in DAMAGED:
        return JournalBroken(said("room.damaged", path=path, why=error))
    if name == "SQLITE_FULL":
        return JournalError(said("room.full", path=path))
    if name in READ_ONLY:
        return JournalError(said("room.read-only", path=path))
    why = getattr(error, "strerror", None) or error
    return JournalError(said("room.unwritten", path=path, why=why))


def unread(path: Path, error: Exception) -> JournalError:
    """What to say of a room that could not be read."""
    if _kind(error) in DAMAGED:
        return JournalBroken(said("room.none", path=path))
    why = getattr(error, "strerror", None) or error
    return JournalError(said("room.unread", path=path, why=why))


def _kind(error: Exception) -> str:
    """The first two words of SQLite's name for an error, which say its kind; empty for another error."""
    return "_".join(str(getattr(error, "sqlite_errorname", "")).split("_")[:2])
