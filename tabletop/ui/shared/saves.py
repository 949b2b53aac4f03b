"""The matches in a folder, read from the first line of each journal and nothing more."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import cast

from tabletop.ui.shared.setup import PERSON, SCRIPTED
from tabletop.ui.shared.window_words import said
from tabletop.vocabulary import RULESET

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


def read_save(path: Path) -> Save | None:
    """What the first line of a journal says, or None when it is not a journal's."""
    try:
        with path.open(encoding="utf-8") as lines:
            read: object = json.loads(lines.readline(MOST))
    except (OSError, ValueError):
        return None
    if not isinstance(read, dict):
        return None
    header = cast("dict[str, object]", read)
    seating = header.get("seating")
    keepers = cast("dict[str, object]", seating) if isinstance(seating, dict) else {}
    people = ", ".join(_readable(_plain(seat)) for seat, keeper in keepers.items() if keeper == PERSON)
    tutorial = SCRIPTED in keepers.values()
    named = said("save.tutorial") if tutorial else ""
    scenario = _plain(header.get("scenario"))
    name = path.name.removesuffix(".jsonl").removesuffix(".journal").removeprefix(f"{scenario}-")
    played_by = _plain(header.get("ruleset"))
    other = played_by if played_by != RULESET else ""
    old = said("save.rules", rules=other) if other else ""
    parts = (named, _readable(scenario), _plain(header.get("format")), people, _when(_plain(name)), old)
    line = " · ".join(part for part in parts if part)
    return Save(path, line, tutorial, PERSON in keepers.values(), other) if scenario else None


def list_saves(folder: Path, most: int = 9) -> tuple[Save, ...]:
    """The matches in a folder, the last played first, at most so many."""
    if not folder.is_dir():
        return ()
    paths = sorted(folder.glob("*.jsonl"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
    found = (save for path in paths if (save := read_save(path)) is not None)
    return tuple(islice(found, most))


def played(saves: Iterable[Save]) -> bool:
    """Whether a person has begun a match besides the tutorial; then the next one is proposed whole."""
    return any(save.people and not save.tutorial for save in saves)
