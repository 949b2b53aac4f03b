"""What could get in the way on this machine: Python, terminal, encoding, folders."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

Finding = tuple[bool, str]
"""Whether all is well, and one sentence with the next step if it is not."""


def findings(saves: Path) -> Iterator[Finding]:
    """Everything that was looked at.

    Args:
        saves: The folder of the journals.
    """
    yield True, f"Python {sys.version.split()[0]}"
    terminal = sys.stdin.isatty() and sys.stdout.isatty()
    yield True, "a terminal: the window opens" if terminal else "no terminal: the game plays in plain mode"
    if terminal:
        columns, rows = shutil.get_terminal_size()
        fits = columns >= 80 and rows >= 24
        yield (
            fits,
            f"{columns} columns by {rows} rows"
            + ("" if fits else ": make it 80 by 24 or more, or use --plain"),
        )
    encoding = (sys.stdout.encoding or "ascii").lower()
    utf = encoding.replace("-", "").startswith("utf")
    yield utf, f"encoding {encoding}" + ("" if utf else ": set PYTHONUTF8=1 so that every name can be shown")
    yield (
        True,
        "NO_COLOR is set: no colours" if os.environ.get("NO_COLOR") else "colours as the terminal has them",
    )
    for name, folder in (("saves", saves), ("temporary files", Path(tempfile.gettempdir()))):
        fine = writable(folder)
        yield (
            fine,
            f"{name} in {folder}"
            + ("" if fine else ": it cannot be written; name another in TABLETOP_SAVES"),
        )


def writable(folder: Path) -> bool:
    """Whether a file can be made in a folder, or in the nearest folder above that there is."""
    there = next((place for place in (folder, *folder.parents) if place.exists()), None)
    return there is not None and there.is_dir() and os.access(there, os.W_OK | os.X_OK)
