"""Where entries are kept: one line each in a file, or in memory.

A store takes an entry only at its place, and only once for a client's id within a seat. When `append` returns, the
entry is on the disk.
"""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from tabletop.errors import JournalError
from tabletop.journal.entry import VERSION, Entry, Header, encode_entry, encode_header
from tabletop.journal.reader import Journal, bytes_of, parse, read


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
    """A journal file that a match goes on writing."""

    lasting = True

    def __init__(self, journal: Journal, notice: str = "") -> None:
        """Open a journal of the newest form for appending; what comes after its entries is cut off.

        Args:
            journal: The journal as it was read.
            notice: What whoever goes on should know; by default what was torn.
        """
        super().__init__(journal.header, journal.entries)
        self.notice = notice or journal.notice
        self.path, self.name = journal.path, str(journal.path)
        self._head = journal.head
        self._size = journal.size
        self._file = self.path.open("r+b", buffering=0)
        if journal.rest:
            self._cut()
        else:
            self._file.seek(self._size)
        if not journal.whole:
            self._write(b"\n")

    def append(self, entry: Entry) -> None:
        """Write an entry and wait for the disk; see `Store`."""
        self._check(entry)
        line, head = encode_entry(entry, self._head)
        self._write(line.encode() + b"\n")
        self._head = head
        self._keep(entry)

    def close(self) -> None:
        """Let the file go."""
        self._file.close()

    def _write(self, line: bytes) -> None:
        """Write bytes at the end and wait until they are on the disk; on failure the file is as before."""
        if os.fstat(self._file.fileno()).st_size != self._size:
            raise JournalError(f"{self.path} was written to by another program: open the match again")
        try:
            written = self._file.write(line)
            os.fsync(self._file.fileno())
        except OSError as error:
            self._cut()
            raise JournalError(f"{self.path} could not be written: {error.strerror or error}") from error
        if written != len(line):
            self._cut()
            raise JournalError(f"{self.path} took only a part of an entry: is the disk full?")
        self._size += written

    def _cut(self) -> None:
        """Cut off what was not acknowledged."""
        self._file.truncate(self._size)
        self._file.seek(self._size)


def create(path: Path, header: Header) -> FileStore:
    """A new journal file; the header is on the disk when this returns.

    Raises:
        JournalError: There is such a file, or the folder cannot be written.
    """
    line, _ = encode_header(header)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        taken = path.exists()
    except OSError as error:
        raise JournalError(f"{path} could not be written: {error.strerror or error}") from error
    if taken:
        raise JournalError(f"{path} exists already: name another file")
    put(path, line.encode() + b"\n")
    return FileStore(read(path))


def reopen(path: Path) -> FileStore:
    """The journal of a match that goes on; one of an earlier form is first written again in the newest.

    The earlier file stays beside it, with its form after its name, such as `.v1`. Whenever the program is stopped,
    the journal is whole, in one form or the other.

    Raises:
        OtherRules: It was played by other rules, so that it cannot go on.
        JournalError: The file cannot be used (see `journal.reader.read`) or written, or another file has the name
            that the earlier one should keep.
    """
    data = bytes_of(path)
    journal = parse(path, data)
    journal.header.need_same_rules(str(path))
    if journal.written == VERSION:
        return FileStore(journal)
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
    forms = f"it was kept in form {journal.written} and goes on in form {VERSION}; the file as it was is {earlier}"
    return FileStore(read(path), f"{journal.notice}; {forms}" if journal.notice else forms)


def put(path: Path, data: bytes) -> None:
    """Write a whole file and wait for the disk: its name always stands for what was there before or for all of this.

    Raises:
        JournalError: It could not be written; what was there before is untouched.
    """
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with draft.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
        settle_folder(path.parent)
    except OSError as error:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise JournalError(f"{path} could not be written: {error.strerror or error}") from error


def settle_folder(folder: Path) -> None:
    """Wait until a folder's names are on the disk, where the system can do that."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
