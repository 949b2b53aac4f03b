"""A person's settings, in one JSON file.

The file belongs to the person: keys that are not understood stay in it, and a file that cannot be read is renamed
before anything is written, so that nothing in it is lost.
"""

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import cast

DETAILS = ("full", "reduced")
"""How much is said of harm to people; only a matter of display."""

COUNSELS = ("off", "adviser", "coach")
"""How much counsel: none, on demand, or also a line after each move."""

BROKEN = ".broken"
"""Added to the name of a file that could not be read."""

MOST = 100_000
"""Characters that are read at most; no settings file is longer."""


@dataclass(frozen=True, slots=True)
class Prefs:
    """The choices of one person.

    Attributes:
        language: Code of the language.
        theme: Name of the theme.
        motion: Whether scrolling may glide; never over a remote shell.
        detail: One of `DETAILS`.
        neutral: Whether a new match is proposed with invented names.
        ascii: Whether frames, bars and marks are drawn with plain characters.
        counsel: One of `COUNSELS`.
        keys: Key of each action that has another than its own, by the action's id.
    """

    language: str = "en"
    theme: str = "fifth-dark"
    motion: bool = False
    detail: str = "full"
    neutral: bool = False
    ascii: bool = False
    counsel: str = "adviser"
    keys: Mapping[str, str] = field(default_factory=dict[str, str])


def read_prefs(path: Path) -> Prefs:
    """The settings in a file; whatever is missing or makes no sense has its default."""
    found = _read(path) or {}
    values: dict[str, object] = {}
    for each in fields(Prefs):
        value, usual = found.get(each.name), getattr(Prefs(), each.name)
        if each.name == "keys":
            pairs = cast("dict[object, object]", value) if isinstance(value, dict) else {}
            values["keys"] = {key: to for key, to in pairs.items() if _is_name(key) and _is_name(to)}
        elif isinstance(value, bool) if isinstance(usual, bool) else _is_name(value):
            values[each.name] = value
    if values.get("detail") not in DETAILS:
        values.pop("detail", None)
    if values.get("counsel") not in COUNSELS:
        values.pop("counsel", None)
    return Prefs(**values)  # type: ignore[arg-type]  # each value was held against its field just now


def is_broken(path: Path) -> bool:
    """Whether there is a file that cannot be read."""
    return path.exists() and _read(path) is None


def write_prefs(path: Path, prefs: Prefs) -> bool:
    """Keep the choices; false when the file cannot be written, and then nothing has changed.

    What others wrote into the file stays; a file that cannot be read is put aside first.
    """
    found = _read(path)
    fresh = path.with_name(path.name + ".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if found is None and path.exists():
            path.replace(path.with_name(path.name + BROKEN))
        text = json.dumps((found or {}) | asdict(prefs), indent=2, ensure_ascii=False)
        with fresh.open("w", encoding="utf-8") as file:
            file.write(text + "\n")
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except OSError:
        return False
    return True


def may_move(prefs: Prefs) -> bool:
    """Whether scrolling may glide: when it is switched on, and never over a remote shell."""
    return prefs.motion and not {"SSH_CONNECTION", "SSH_TTY"}.intersection(os.environ)


def _read(path: Path) -> dict[str, object] | None:
    """The JSON object in the file; None without a file, or when it cannot be read."""
    try:
        with path.open(encoding="utf-8") as file:
            found: object = json.loads(file.read(MOST))
    except (OSError, ValueError, RecursionError):
        return None
    return cast("dict[str, object]", found) if isinstance(found, dict) else None


def _is_name(value: object) -> bool:
    """Whether a value is a short printable word."""
    return isinstance(value, str) and 0 < len(value) <= 60 and value.isprintable()
