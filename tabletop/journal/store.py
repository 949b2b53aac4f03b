"""Where entries are kept: one line each in a file, or in memory.

A store takes an entry only at its place, and only once for a client's id within a seat. When `append` returns, the
entry is on the disk, in the file that the journal's path leads to.
"""

import os
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from shlex import quote

from tabletop.errors import JournalError, JournalGone, NameTaken
from tabletop.journal.entry import VERSION, Entry, Header, encode_entry, encode_header
from tabletop.journal.lock import NEW, Held, hold
from tabletop.journal.reader import Journal, bytes_of, parse


class Store:
    """Entries at hand, and which of them each client made; by itself it keeps nothing beyond the program.

    Attributes:
        header: What the match was opened with.
        name: Where it is, for people.
        lasting: Whether entries outlive the program, so that digests of the state are worth their time.
    """

    name: str
    lasting: bool

    def __init__(self, header: Header, entries: Iterable[Entry] = ()) -> None:
        self.header = header
        self._entries = list(entries)
        self._by_client = {(entry.seat, entry.cid): entry for entry in self._entries if entry.cid}

    def append(self, entry: Entry) -> None:
        """Keep the next entry.

        Raises:
            JournalError: Its number is not the next, or its seat has used its client's id already.
        """
        self._check(entry)
        self._keep(entry)

    def since(self, seq: int) -> tuple[Entry, ...]:
        """Every entry after number `seq`, in order."""
        return tuple(self._entries[seq:])

    def find(self, seat: str, cid: str) -> Entry | None:
        """The entry that a seat made under a client's id."""
        return self._by_client.get((seat, cid))

    def close(self) -> None:
        """Let it go: nothing more will be kept."""

    def _check(self, entry: Entry) -> None:
        """Refuse an entry out of its place, or one that was kept already."""
        length = len(self._entries)
        if entry.seq != length + 1:
            raise JournalError(
                f"{self.name} holds {length} entries, so the next is not {entry.seq}: look again"
            )
        if entry.cid and self.find(entry.seat, entry.cid):
            raise JournalError(f"{self.name} holds the move {entry.cid} of {entry.seat} already")

    def _keep(self, entry: Entry) -> None:
        self._entries.append(entry)
        if entry.cid:
            self._by_client[entry.seat, entry.cid] = entry


class MemoryStore(Store):
    """Entries that are gone with the program: for batches and rehearsals."""

    lasting = False
    name = "memory"


class FileStore(Store):
    """A journal file that a match goes on writing; nobody else does while it is open."""

    lasting = True

    def __init__(self, held: Held, journal: Journal, notice: str = "") -> None:
        """Go on with a journal of the newest form; what comes after its entries is cut off.

        Args:
            held: The file, open and locked.
            journal: The journal as it was read from it since.
            notice: What whoever goes on should know besides what was torn.
        """
        super().__init__(journal.header, journal.entries)
        notices = [each for each in (journal.notice, notice, "" if held.locked else NO_LOCKS) if each]
        self.notice = "; ".join(notices)
        self.path, self.name = journal.path, str(journal.path)
        self._head = journal.head
        self._size = journal.size
        self._held, self._file = held, held.file
        self._gone: JournalGone | None = None
        try:
            if journal.rest:
                self._cut()
            else:
                self._file.seek(self._size)
        except OSError as error:
            raise self._unwritten(error) from error
        if not journal.whole:
            self._write(b"\n")

    def append(self, entry: Entry) -> None:
        """Write an entry and wait for the disk; see `Store`.

        Raises:
            JournalGone: The journal is not any more where it was; what was played is kept under another name.
        """
        self._check(entry)
        line, head = encode_entry(entry, self._head)
        self._write(line.encode() + b"\n")
        self._head = head
        self._keep(entry)

    def close(self) -> None:
        """Let the file go."""
        self._held.close()

    def _write(self, line: bytes) -> None:
        """Write bytes at the end and wait until they are on the disk; on failure the file is as before."""
        self._check_place()
        try:
            written = self._file.write(line)
            os.fsync(self._file.fileno())
        except OSError as error:
            self._cut_back()
            raise self._unwritten(error) from error
        if written != len(line):
            self._cut_back()
            raise JournalError(f"{self.path} took only a part of an entry: is the disk full?")
        self._size += written
        try:
            self._check_place()
        except JournalGone:
            self._size -= written
            self._cut_back()
            raise

    def _check_place(self) -> None:
        """Check that this is still the file that the journal's path leads to, and as it was left.

        Raises:
            JournalError: The match was let go, or opened again in this program.
            JournalGone: It is another file, or none, or somebody has written to it.
        """
        if self._gone is not None:
            raise self._gone
        if self._file.closed:
            raise JournalError(f"{self.path} was opened again since: this copy of the match does not go on")
        try:
            moved, size = self._held.moved, self._held.size
        except OSError as error:
            raise self._unwritten(error) from error
        if moved:
            self._gone = self._kept_elsewhere(f"{self.path} is gone, or another file stands in its place")
        elif size != self._size:
            self._gone = self._kept_elsewhere(f"{self.path} was written to by another program")
        if self._gone is not None:
            raise self._gone

    def _kept_elsewhere(self, what: str) -> JournalGone:
        """The error for a journal that is not as it was left; what was played is first kept under a free name."""
        for folder in (self.path.parent, Path(tempfile.gettempdir())):
            with suppress(JournalError):
                where = self._copied(folder)
                return JournalGone(
                    f"{what}: nothing more is written to it. All that was played before is saved in {where}; to go "
                    f"on with it: tabletop resume {quote(str(where))}"
                )
        return JournalGone(
            f"{what}: nothing more is written to it, and what was played could not be saved elsewhere"
        )

    def _copied(self, folder: Path) -> Path:
        """Everything that was acknowledged, in a new file."""
        line, head = encode_header(self.header)
        lines = [line]
        for entry in self._entries:
            line, head = encode_entry(entry, head)
            lines.append(line)
        data = "".join(f"{line}\n" for line in lines).encode()
        stem = self.path.name.removesuffix(ENDING)
        for number in range(1, COPIES_MOST):
            with suppress(NameTaken):
                return claim(folder / f"{stem}-kept{number if number > 1 else ''}{ENDING}", data)
        raise JournalError(f"there are {COPIES_MOST} copies of {self.path} already")

    def _unwritten(self, error: OSError) -> JournalError:
        return JournalError(f"{self.path} could not be written: {error.strerror or error}")

    def _cut(self) -> None:
        """Cut off what was not acknowledged."""
        self._file.truncate(self._size)
        self._file.seek(self._size)

    def _cut_back(self) -> None:
        """Cut off what was not acknowledged, as well as the disk lets; a reader drops a torn line."""
        with suppress(OSError):
            self._cut()


ENDING = ".journal.jsonl"
"""How the name of a journal ends."""

COPIES_MOST = 100
"""More copies of one journal nobody has."""

NO_LOCKS = "this disk has no locks: do not go on with the match in two programs at once"


def create(path: Path, header: Header) -> FileStore:
    """A new journal file; its name is nobody else's, and the header is on the disk when this returns.

    Raises:
        NameTaken: There is such a file.
        JournalError: The folder cannot be written.
    """
    line, _ = encode_header(header)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise JournalError(f"{path} could not be written: {error.strerror or error}") from error
    claim(path, line.encode() + b"\n")
    return _opened(hold(path))


def reopen(path: Path) -> FileStore:
    """The journal of a match that goes on; one of an earlier form is first written again in the newest.

    The earlier file stays beside it, with its form after its name, such as `.v1`. Whenever the program is stopped,
    the journal is whole, in one form or the other.

    Raises:
        OtherRules: It was played by other rules, so that it cannot go on.
        JournalHeld: Another program has it open.
        JournalError: The file cannot be used (see `journal.reader.read`) or written, or another file has the name
            that the earlier one should keep.
    """
    held = hold(path)
    try:
        data = held.read()
        journal = parse(path, data)
        journal.header.need_same_rules(str(path))
        if journal.written == VERSION:
            return FileStore(held, journal)
        if os.name == "nt":
            held.close()  # Windows replaces no file that is open
        told = _renewed(path, data, journal)
    except BaseException:
        held.close()
        raise
    held.close()
    return _opened(hold(path), told if not journal.notice else f"{journal.notice}; {told}")


def _opened(held: Held, notice: str = "") -> FileStore:
    """A journal of the newest form, read since it is held."""
    try:
        return FileStore(held, parse(held.path, held.read()), notice)
    except BaseException:
        held.close()
        raise


def _renewed(path: Path, data: bytes, journal: Journal) -> str:
    """Write a journal of an earlier form again in the newest, and say so."""
    earlier = path.with_name(f"{path.name}.v{journal.written}")
    if earlier.exists() and bytes_of(earlier) != data:
        raise JournalError(f"{earlier} is in the way of keeping the journal as it was: move it elsewhere")
    put(earlier, data)
    if bytes_of(path) != data:
        raise JournalError(f"{path} was written to by another program: open the match again")
    line, head = encode_header(journal.header)
    lines = [line]
    for entry in journal.entries:
        line, head = encode_entry(entry, head)
        lines.append(line)
    put(path, "".join(f"{line}\n" for line in lines).encode())
    return f"it was kept in form {journal.written} and goes on in form {VERSION}; the file as it was is {earlier}"


def put(path: Path, data: bytes) -> None:
    """Write a whole file and wait for the disk: its name always stands for what was there before or for all of this.

    Only its owner can read it.

    Raises:
        JournalError: It could not be written; what was there before is untouched.
    """
    try:
        draft = drafted(path, data)
        try:
            draft.replace(path)
            settle_folder(path.parent)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        raise JournalError(f"{path} could not be written: {error.strerror or error}") from error


def claim(path: Path, data: bytes) -> Path:
    """Write a whole file under a name that nobody has: of two who want it at once, one gets it.

    Raises:
        NameTaken: Somebody has the name.
        JournalError: It could not be written.
    """
    try:
        draft = drafted(path, data)
        try:
            _named(draft, path)
            settle_folder(path.parent)
        finally:
            draft.unlink(missing_ok=True)
    except FileExistsError as error:
        raise NameTaken(f"{path} exists already: name another file") from error
    except OSError as error:
        raise JournalError(f"{path} could not be written: {error.strerror or error}") from error
    return path


def _named(draft: Path, path: Path) -> None:
    """Give a draft its name, if nobody has it.

    Raises:
        FileExistsError: Somebody has it.
    """
    try:
        os.link(draft, path)
    except FileExistsError:
        raise
    except OSError:  # a disk without links: the empty name is claimed first
        os.close(os.open(path, NEW, 0o600))
        draft.replace(path)


def drafted(path: Path, data: bytes) -> Path:
    """A file with what another is to hold, beside it and on the disk; only its owner can read it."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:100]}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        with suppress(OSError):
            Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


def settle_folder(folder: Path) -> None:
    """Wait until a folder's names are on the disk, where the system can do that."""
    if os.name == "posix":
        try:
            handle = os.open(folder, os.O_RDONLY)
        except PermissionError:  # a folder that is written to and not read
            return
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
