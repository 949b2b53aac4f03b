"""A journal as it stands in its file: every line checked, of whatever form, and nothing written.

A torn last line was never acknowledged: it is dropped, with a notice. Blank lines at the end are passed over. A break
anywhere else is named by its line and refused.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from pydantic import ValidationError

from tabletop.errors import JournalBroken, JournalError, JournalTooNew
from tabletop.journal.digest import chain, digest
from tabletop.journal.entry import VERSION, Entry, Header, Raw, decode_entry, decode_header, played
from tabletop.journal.lock import regular
from tabletop.journal.migrations import newest_entry, newest_header
from tabletop.words.language.sanitize import is_safe


@dataclass(frozen=True, slots=True)
class Journal:
    """A journal as it was read.

    Attributes:
        path: The file.
        header: What the match was opened with.
        entries: Every whole entry, in order.
        head: Digest that the next entry follows.
        written: Version of the form it was written in.
        size: Bytes that hold whole lines.
        rest: Bytes after them: a torn line, or blank ones that an editor left.
        whole: Whether the last whole line has its end.
        notice: What was dropped, as one sentence; empty when nothing was.
    """

    path: Path
    header: Header
    entries: tuple[Entry, ...]
    head: str
    written: int
    size: int
    rest: int
    whole: bool
    notice: str


def read(path: Path) -> Journal:
    """A journal from its file, every link of the chain checked.

    Raises:
        JournalBroken: It is damaged at a place that cannot be a torn last line.
        JournalTooNew: A later version of the program wrote it.
        JournalError: It cannot be read.
    """
    return parse(path, bytes_of(path))


def bytes_of(path: Path) -> bytes:
    """A file as it stands.

    Raises:
        JournalError: It cannot be read.
    """
    regular(path)
    try:
        return path.read_bytes()
    except OSError as error:
        raise JournalError(f"{path} could not be read: {error.strerror or error}") from error


def parse(path: Path, data: bytes) -> Journal:
    """A journal from what stands in its file; see `read`."""
    lines = data.split(b"\n")
    whole = not lines[-1].strip()
    while lines and not lines[-1].strip():
        lines.pop()
    if not lines:
        raise JournalBroken(
            f"{path} is empty: a journal begins with a header, which is written when a match is dealt"
        )
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
    size = size if whole else size - 1
    rest = len(data) - size
    return Journal(path, header, tuple(entries), head, written, size, rest, whole=whole, notice=notice)


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
    if raw is None or not isinstance(written, int) or isinstance(written, bool) or written < 1:
        raise JournalBroken(f"{path}, line 1: this is not the header of a journal")
    if written > VERSION:
        raise JournalTooNew(
            f"{path} was written by a later version (form {written}, this program reads up to {VERSION}): "
            "update the game to open it"
        )
    if digest(played(raw)) != raw.get("digest"):
        raise JournalBroken(f"{path}, line 1: the header was changed after it was written")
    try:
        return decode_header(newest_header(raw, written)), raw["digest"], written
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
        return decode_entry(newest_entry(raw, written)), raw["digest"]
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
