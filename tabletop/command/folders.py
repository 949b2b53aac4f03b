"""Where things are kept on this machine: journals, rooms, settings, and the log of faults."""

import os
import traceback
from pathlib import Path

import platformdirs

PROGRAM = "remaining-fifth"


def saves() -> Path:
    """Where journals are kept: `TABLETOP_SAVES`, `./saves` in a checkout, else the user's data folder."""
    named = os.environ.get("TABLETOP_SAVES")
    if named:
        return _at_home(named)
    if Path("saves").is_dir() and Path("scenarios").is_dir():
        return Path("saves")
    return platformdirs.user_data_path(PROGRAM, appauthor=False) / "saves"


def rooms() -> Path:
    """Where the rooms of classes are kept: beside the journals, in a folder of their own."""
    return saves() / "rooms"


def preferences() -> Path:
    """Where a person's settings are kept: `TABLETOP_SETTINGS`, else the user's configuration folder."""
    named = os.environ.get("TABLETOP_SETTINGS")
    return (
        _at_home(named)
        if named
        else platformdirs.user_config_path(PROGRAM, appauthor=False) / "settings.json"
    )


def _at_home(named: str) -> Path:
    """A folder as it was named, `~` for the user's own; as it stands where nobody knows whose that is."""
    try:
        return Path(named).expanduser()
    except RuntimeError:
        return Path(named)


def log(error: Exception) -> Path | None:
    """Write a fault to the log and return where that is; None when it cannot be written."""
    path = platformdirs.user_log_path(PROGRAM, appauthor=False) / "tabletop.log"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.write("".join(traceback.format_exception(error)) + "\n")
    except OSError:
        return None
    return path
