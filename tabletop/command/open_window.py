"""Opening the window, with what it needs from below."""
# ruff: noqa: PLC0415 - the window and a match's own world load when they are wanted

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from tabletop.command.folders import preferences, saves
from tabletop.command.output import note

if TYPE_CHECKING:
    from tabletop.table.replaying import Recording
    from tabletop.table.whatif_port import WhatIfMove
    from tabletop.ui.shared.setup import OpenedMatch, Setup


def on_terminal() -> bool:
    """Whether a person sits at a terminal that can draw; one that is `dumb`, or that has no name, shows lines alone."""
    named = sys.platform == "win32" or os.environ.get("TERM", "") not in {"", "dumb"}
    return named and all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def window(
    first: Callable[[], "OpenedMatch"] | None = None,
    look_at: tuple[str, str] | None = None,
    *,
    neutral: bool = False,
    lang: str = "",
) -> None:
    """Open the window, at home or at a match; a match's own world loads when one is opened.

    Args:
        first: Opens the match to begin with; without it the home screen opens.
        look_at: A journal to replay, and the seat to see it from.
        neutral: Whether matches that are replayed use invented names.
        lang: Code of the language that was given; empty for that of the settings.
    """
    from tabletop.ui.shared.setup import Host
    from tabletop.ui.tui.app import run_app

    folder = saves()

    def start(setup: "Setup") -> "OpenedMatch":
        from tabletop.command import open_match

        return open_match.start(setup, folder)

    def resume(path: str) -> "OpenedMatch":
        from tabletop.command import open_match

        return open_match.resume(path, folder, notice=note)

    def open_journal(path: str) -> "Recording":
        from tabletop.table.replaying import open_replay

        return open_replay(Path(path), neutral=neutral)

    def fork(path: str, seq: int) -> "WhatIfMove":
        from tabletop.command.open_whatif import open_whatif

        return open_whatif(Path(path), seq)

    host = Host(start, resume, folder, open_journal, fork)
    run_app(host, first, look_at=look_at, settings_file=preferences(), spoken=lang)
