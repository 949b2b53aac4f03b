"""Where things are kept on this machine: journals, settings, and the log of faults."""

import os
import traceback
from pathlib import Path

import platformdirs

PROGRAM = "remaining-fifth"


def saves() -> Path:
    """Where journals are kept: `TABLETOP_SAVES`, `./saves` in a checkout, else the user's data folder."""
    named = os.environ.get("TABLETOP_SAVES")
    if named:
        return Path(named)
    if Path("saves").is_dir() and Path("scenarios").is_dir():
        return Path("saves")
    return platformdirs.user_data_path(PROGRAM, appauthor=False) / "saves"


def preferences() -> Path:
    """Where a person's settings are kept: `TABLETOP_SETTINGS`, else the user's configuration folder."""
    named = os.environ.get("TABLETOP_SETTINGS")
    return Path(named) if named else platformdirs.user_config_path(PROGRAM, appauthor=False) / "settings.json"


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
