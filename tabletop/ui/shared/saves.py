"""The matches in a folder, read from the first line of each journal and nothing more."""

import json
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import cast

from tabletop.ui.shared.setup import PERSON, SCRIPTED
from tabletop.ui.shared.window_words import said
from tabletop.vocabulary import RULESET
from tabletop.words.language.sanitize import clean

MOST = 8_000_000
"""Characters of a first line that are read at most; it holds the scenario's own files."""


ABBREVIATED = 2
"""Letters of a seat's name that is an abbreviation."""


@dataclass(frozen=True, slots=True)
class Save:
    """A match that can be continued.

    Attributes:
        path: The journal.
        line: What is printed for it: scenario, format and who is played, without markup.
        tutorial: Whether it is the tutorial: a seat plays a part.
        people: Whether a person keeps a seat; bots alone show a match.
        rules: Version of the rules it was played by, where those are not this program's: it can be looked back at only.
    """

    path: Path
    line: str
    tutorial: bool = False
    people: bool = True
    rules: str = ""


def _plain(value: object) -> str:
    """A value as text that is harmless to print; empty when it is no text."""
    return "".join(char for char in value if char.isprintable())[:40] if isinstance(value, str) else ""


def _readable(name: str) -> str:
    """A name of the files as people write it: `abu-dhabi-2026` is `Abu Dhabi 2026`, `us` is `US`."""
    if len(name) == ABBREVIATED:
        return name.upper()
    return " ".join(word.capitalize() for word in name.replace("-", " ").split())


def _when(name: str) -> str:
    """The time in a journal's name, to the minute; another name as it is."""
    try:
        return datetime.strptime(name, "%Y%m%dT%H%M%S").strftime("%Y-%m-%d %H:%M")  # noqa: DTZ007 - as it was written
    except ValueError:
        return name


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A file among the saves that is none.

    Attributes:
        path: The file.
        why: Why it is none, as a clause.
    """

    path: Path
    why: str

    def __str__(self) -> str:
        """The sentence that says so."""
        return said("save.passed-over", name=clean(self.path.name, 120), why=self.why)


def read_save(path: Path) -> Save | PassedOver:
    """What the first line of a journal says; or why it is none."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return PassedOver(path, said("save.no-file"))
        with path.open(encoding="utf-8") as lines:
            line = lines.readline(MOST)
    except FileNotFoundError:
        return PassedOver(path, said("save.nowhere"))
    except OSError as error:
        return PassedOver(path, said("save.unread", why=error.strerror or type(error).__name__))
    except ValueError:
        return PassedOver(path, said("save.no-journal"))
    if not line:
        return PassedOver(path, said("save.empty"))
    try:
        read: object = json.loads(line)
    except (ValueError, RecursionError):
        return PassedOver(path, said("save.no-journal"))
    return _save(path, cast("dict[str, object]", read) if isinstance(read, dict) else {})


def _save(path: Path, header: dict[str, object]) -> Save | PassedOver:
    """What a header says of its match."""
    seating = header.get("seating")
    keepers = cast("dict[str, object]", seating) if isinstance(seating, dict) else {}
    people = ", ".join(_readable(_plain(seat)) for seat, keeper in keepers.items() if keeper == PERSON)
    tutorial = SCRIPTED in keepers.values()
    named = said("save.tutorial") if tutorial else ""
    scenario = _plain(header.get("scenario"))
    if not scenario:
        return PassedOver(path, said("save.no-journal"))
    name = path.name.removesuffix(".jsonl").removesuffix(".journal").removeprefix(f"{scenario}-")
    played_by = _plain(header.get("ruleset"))
    other = played_by if played_by != RULESET else ""
    old = said("save.rules", rules=other) if other else ""
    parts = (named, _readable(scenario), _plain(header.get("format")), people, _when(_plain(name)), old)
    line = " · ".join(part for part in parts if part)
    return Save(path, line, tutorial, PERSON in keepers.values(), other)


def saves_in(folder: Path) -> Iterator[Save | PassedOver]:
    """The matches in a folder, the last played first, and what else is named like one.

    Raises:
        OSError: The folder cannot be read.
    """
    files = list(folder.iterdir()) if folder.is_dir() else []
    paths = [path for path in files if path.name.endswith(".jsonl") and not path.name.startswith(".")]
    yield from map(read_save, sorted(paths, key=_written, reverse=True))


def _written(path: Path) -> int:
    """When a file was written last; what leads nowhere counts as now, so that it is told of."""
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return sys.maxsize


def list_saves(folder: Path, most: int = 9) -> tuple[Save, ...]:
    """The matches in a folder, the last played first, at most so many."""
    with suppress(OSError):
        return tuple(islice((each for each in saves_in(folder) if isinstance(each, Save)), most))
    return ()


def passed_over(folder: Path, most: int = 9) -> tuple[str, ...]:
    """What a list of the matches does not show, as sentences: files that are none, and a folder that cannot be read."""
    try:
        found = [str(each) for each in saves_in(folder) if isinstance(each, PassedOver)]
    except OSError as error:
        why = error.strerror or type(error).__name__
        return (said("save.passed-over", name=str(folder), why=said("save.unread", why=why)),)
    more = (said("save.more-passed-over", n=str(len(found) - most)),) if len(found) > most else ()
    return (*found[:most], *more)


def played(saves: Iterable[Save]) -> bool:
    """Whether a person has begun a match besides the tutorial; then the next one is proposed whole."""
    return any(save.people and not save.tutorial for save in saves)
