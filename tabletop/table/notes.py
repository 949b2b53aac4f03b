"""Small texts beside the journal, one file each: notes of a seat, copies of the draft.

They are no part of the match: nothing reads them back into it, and the journal does not name them.
"""

import re
from pathlib import Path

from tabletop.errors import JournalError
from tabletop.journal.store import put
from tabletop.words.language.sanitize import clean

MOST_LINES = 2_000
"""Lines kept of a text; the rest is cut off."""

MOST = 400
"""Characters kept of a line."""

_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,60}")
_ENDING = ".journal.jsonl"


def harmless(text: str) -> str:
    """A text of several lines, each made harmless, without blank lines at its end."""
    return "\n".join(clean(line, MOST) for line in text.splitlines()[:MOST_LINES]).rstrip("\n")


class FileNotes:
    """The texts of one seat beside a journal, named `<match>.<seat>.<name>.txt`."""

    def __init__(self, journal: Path, seat: str) -> None:
        """Keep texts beside a journal."""
        self._stem = journal.name.removesuffix(_ENDING).removesuffix(".jsonl")
        self._folder, self._seat = journal.parent, seat

    def path(self, name: str) -> Path:
        """The file of a text.

        Raises:
            JournalError: The name is no plain word.
        """
        if not _NAME.fullmatch(name):
            raise JournalError(f"{name!r} cannot be the name of a text: small letters, digits and hyphens")
        return self._folder / f"{self._stem}.{self._seat}.{name}.txt"

    def read(self, name: str) -> str:
        """A text by its name; empty when there is none or it cannot be read."""
        try:
            return harmless(self.path(name).read_text(encoding="utf-8", errors="replace"))
        except OSError:
            return ""

    def write(self, name: str, text: str) -> str:
        """Keep a text, made harmless: the file is whole before it takes the place of the old one.

        Raises:
            JournalError: It could not be written; what was kept before is untouched.
        """
        path = self.path(name)
        put(path, f"{harmless(text)}\n".encode())
        return str(path)


class MemoryNotes:
    """The texts of one seat of a match that nobody keeps: gone with the program."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}

    def read(self, name: str) -> str:
        """A text by its name."""
        return self._texts.get(name, "")

    def write(self, name: str, text: str) -> str:
        """Keep a text until the program ends."""
        self._texts[name] = harmless(text)
        return "memory"
