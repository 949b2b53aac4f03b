"""Where entries are kept: one line each in a file, or in memory.

A store takes an entry only at the place the caller expects and only once for a client's id. When `append`
returns, the entry is on the disk. A torn last line was never acknowledged: it is dropped, with a notice. A
break anywhere else is named by its line and refused.
"""

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, cast

from pydantic import ValidationError

from tabletop.errors import JournalBroken, JournalError, JournalTooNew
from tabletop.journal.digest import chain, digest
from tabletop.journal.entry import (
    VERSION,
    Entry,
    Header,
    Raw,
    decode_entry,
    decode_header,
    encode_entry,
    encode_header,
    played,
)
from tabletop.journal.migrations import upcast_entry, upcast_header
from tabletop.words.language.sanitize import is_safe


class Store(Protocol):
    """What a match needs of the place its entries are kept in."""

    @property
    def header(self) -> Header:
        """What the match was opened with."""
        ...

    @property
    def name(self) -> str:
        """Where it is, for people."""
        ...

    @property
    def lasting(self) -> bool:
        """Whether entries outlive the program, so that digests of the state are worth their time."""
        ...

    def append(self, expected_seq: int, cid: str, entry: Entry) -> None:
        """Keep an entry as number `expected_seq`.

        Raises:
            JournalError: Another entry stands there already, or the client's id is known.
        """
        ...

    def since(self, seq: int) -> tuple[Entry, ...]:
        """Every entry after number `seq`, in order."""
        ...

    def knows(self, cid: str) -> bool:
        """Whether a client's id was kept with an entry."""
        ...

    def close(self) -> None:
        """Let it go: nothing more will be kept."""
        ...


class Kept:
    """The entries of a store and the clients' ids that came with them, at hand."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._entries = list(entries)
        self._cids = {entry.cid for entry in self._entries if entry.cid}

    def _keep(self, cid: str, entry: Entry) -> None:
        self._entries.append(entry)
        if cid:
            self._cids.add(cid)

    def since(self, seq: int) -> tuple[Entry, ...]:
        """Every entry after number `seq`."""
        return tuple(self._entries[seq:])

    def knows(self, cid: str) -> bool:
        """Whether a client's id was kept."""
        return cid in self._cids


class Memory(Kept):
    """Entries that nobody keeps: for batches and rehearsals."""

    lasting = False
    name = "memory"

    def __init__(self, header: Header) -> None:
        super().__init__()
        self.header = header

    def append(self, expected_seq: int, cid: str, entry: Entry) -> None:
        """Keep an entry; see `Store`."""
        check(self.name, len(self._entries), expected_seq, cid in self._cids)
        self._keep(cid, entry)

    def close(self) -> None:
        """Nothing to let go."""


@dataclass(frozen=True, slots=True)
class Journal:
    """A journal as it was read.

    Attributes:
        path: The file.
        header: What the match was opened with.
        entries: Every whole entry, in order.
        head: Digest that the next entry follows.
        written: Version of the form it was written in.
        size: Bytes that hold whole lines; what comes after is torn.
        whole: Whether the last whole line has its end.
        notice: What was dropped, as one sentence; empty when nothing was.
    """

    path: Path
    header: Header
    entries: tuple[Entry, ...]
    head: str
    written: int
    size: int
    whole: bool
    notice: str


class File(Kept):
    """A journal file that a match goes on writing."""

    lasting = True

    def __init__(self, journal: Journal) -> None:
        """Open for appending; what was torn is cut off.

        Raises:
            JournalError: The journal was written in an earlier form; it can be replayed and verified only.
        """
        if journal.written != VERSION:
            raise JournalError(
                f"{journal.path} was written in form {journal.written}, this program goes on in form "
                f"{VERSION} only: it can be replayed and verified, not resumed"
            )
        super().__init__(journal.entries)
        self.header = journal.header
        self.notice = journal.notice
        self.path = journal.path
        self._head = journal.head
        self._size = journal.size
        self._file = self.path.open("r+b", buffering=0)
        if journal.notice:
            self._file.truncate(journal.size)
        self._file.seek(journal.size)
        if not journal.whole:
            self._write(b"\n")

    @property
    def name(self) -> str:
        """The file's path."""
        return str(self.path)

    def append(self, expected_seq: int, cid: str, entry: Entry) -> None:
        """Write an entry and wait for the disk; see `Store`."""
        check(self.name, len(self._entries), expected_seq, cid in self._cids)
        line, head = encode_entry(entry, self._head)
        self._write(line.encode() + b"\n")
        self._head = head
        self._keep(cid, entry)

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


def check(name: str, length: int, expected_seq: int, known: bool) -> None:  # noqa: FBT001
    """Refuse an entry out of its place, or one that was kept already (the contract of every store)."""
    if expected_seq != length + 1:
        raise JournalError(f"{name} holds {length} entries, so the next is not {expected_seq}: look again")
    if known:
        raise JournalError(f"{name} holds this client's move already")


def create(path: Path, header: Header) -> File:
    """A new journal file; the header is on the disk when this returns.

    Raises:
        JournalError: There is such a file, or the folder cannot be written.
    """
    line, _ = encode_header(header)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists():
            raise JournalError(f"{path} exists already: name another file")
        with draft.open("wb") as file:
            file.write(line.encode() + b"\n")
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
        settle_folder(path.parent)
    except OSError as error:
        raise JournalError(f"{path} could not be written: {error.strerror or error}") from error
    return File(read(path))


def settle_folder(folder: Path) -> None:
    """Wait until a folder's names are on the disk, where the system can do that."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def read(path: Path) -> Journal:
    """A journal from its file, every link of the chain checked.

    Raises:
        JournalBroken: It is damaged at a place that cannot be a torn last line.
        JournalTooNew: A later version of the program wrote it.
        JournalError: It cannot be read.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise JournalError(f"{path} could not be read: {error.strerror or error}") from error
    lines = data.split(b"\n")
    whole = not lines[-1]
    if whole:
        lines.pop()
    if not lines:
        raise JournalBroken(f"{path} is empty: it has no header")
    header, head, written = header_of(path, lines[0])
    entries: list[Entry] = []
    size, notice = len(lines[0]) + 1, ""
    for number, line in enumerate(lines[1:], start=2):
        raw = parsed(line)
        last = number == len(lines)
        if raw is None and last:
            notice = f"the last line of {path.name} was not finished when the program stopped: it was dropped"
            whole = True
            break
        entry, head = entry_of(path, number, raw, head, written)
        entries.append(entry)
        size += len(line) + 1
    return Journal(
        path, header, tuple(entries), head, written, size if whole else size - 1, whole=whole, notice=notice
    )


def parsed(line: bytes) -> Raw | None:
    """The object on a line, or None when there is none."""
    try:
        raw: object = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return cast("Raw", raw) if isinstance(raw, dict) else None


def header_of(path: Path, line: bytes) -> tuple[Header, str, int]:
    """The header on the first line, its digest and the version of the form.

    Raises:
        JournalBroken: It is no header, or it was changed.
        JournalTooNew: A later version of the program wrote it.
    """
    raw = parsed(line)
    written = raw.get("version") if raw else None
    if raw is None or not isinstance(written, int) or written < 1:
        raise JournalBroken(f"{path}, line 1: this is not the header of a journal")
    if written > VERSION:
        raise JournalTooNew(
            f"{path} was written by a later version (form {written}, this program reads up to {VERSION}): "
            "update the game to open it"
        )
    if digest(played(raw)) != raw.get("digest"):
        raise JournalBroken(f"{path}, line 1: the header was changed after it was written")
    try:
        return decode_header(upcast_header(raw, written)), raw["digest"], written
    except ValidationError as error:
        raise JournalBroken(f"{path}, line 1: {first(error)}") from error


def entry_of(path: Path, number: int, raw: Raw | None, prev: str, written: int) -> tuple[Entry, str]:
    """The entry on a line and its digest.

    Raises:
        JournalBroken: It is no entry, it does not follow the line before, or it was changed.
    """
    seq = number - 1
    where = f"{path}, line {number} (entry {seq})"
    if raw is None:
        raise JournalBroken(f"{where}: the line is damaged, and others follow it")
    if raw.get("seq") != seq:
        raise JournalBroken(f"{where}: the line is entry {raw.get('seq')}")
    if raw.get("prev") != prev:
        raise JournalBroken(f"{where}: the entry does not follow the line before it")
    if chain(prev, played(raw)) != raw.get("digest"):
        raise JournalBroken(f"{where}: the entry was changed after it was written")
    if not all(map(is_safe, texts(played(raw)))):
        raise JournalBroken(f"{where}: it holds characters that are commands to a terminal")
    try:
        return decode_entry(upcast_entry(raw, written)), raw["digest"]
    except ValidationError as error:
        raise JournalBroken(f"{where}: {first(error)}") from error


def texts(raw: object) -> Iterator[str]:
    """Every text within a line, names of fields among them."""
    match raw:
        case str():
            yield raw
        case dict():
            for key, value in cast("Raw", raw).items():
                yield key
                yield from texts(value)
        case list():
            for value in cast("list[object]", raw):
                yield from texts(value)
        case _:
            pass


def first(error: ValidationError) -> str:
    """The first thing wrong with a record, as a clause of a sentence."""
    found = error.errors()[0]
    return f"{'.'.join(str(part) for part in found['loc'])}: {found['msg']}"
