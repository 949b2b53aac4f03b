"""What every command says and where: lines, notes, one document; and the words commands share."""

import io
import json
import os
import shlex
import shutil
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

import click

from tabletop.words.language.i18n import _
from tabletop.words.language.sanitize import safe

Played = TypeVar("Played")

PROGRAM = "tabletop"
FLAGSHIP = "abu-dhabi-2026"
COUNSELS = ("off", "adviser", "coach")


def started_as() -> str:
    """How a person starts this program here: by its name where the shell finds it, else by the path that was typed."""
    given = Path(sys.argv[0])
    if given.name == "__main__.py":
        return f"{Path(sys.executable).name} -m {PROGRAM}"
    found = shutil.which(PROGRAM)
    if given.name != PROGRAM or not given.is_file() or (found and given.samefile(found)):
        return PROGRAM
    here = Path.cwd()
    return shlex.quote(str(given.relative_to(here) if given.is_relative_to(here) else given))


def command_line(*words: str) -> str:
    """A command as a person types it, the program named as it was started."""
    context = click.get_current_context(silent=True)
    program = context.find_root().info_name if context else None
    return " ".join((program or PROGRAM, *map(shlex.quote, words)))


def tell(lines: Iterable[str]) -> None:
    """Lines on standard output; none of them holds a command to the terminal."""
    for line in lines:
        click.echo(safe(line))


def note(sentence: str) -> None:
    """A note to the person, apart from the output."""
    click.echo(safe(_("Note: {what}.").format(what=sentence)), err=True)


def clipped(sentence: str) -> str:
    """A sentence without the middle of a name that is longer than any: what is wrong stands at its ends."""
    return (
        sentence
        if len(sentence) <= SAID_MOST
        else f"{sentence[: SAID_MOST // 2]}…{sentence[-SAID_MOST // 2 :]}"
    )


SAID_MOST = 1_000
"""Characters of a sentence about a command at most."""


def say(sentence: str) -> None:
    """A sentence on standard error, where that can be written."""
    with suppress(OSError):
        click.echo(sentence, err=True)


def settle_streams() -> None:
    """Put a mark in the place of what a stream cannot say: a letter that its encoding lacks, bytes that are no text."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def shown() -> bool:
    """Whether standard output takes a line after a failure; where it does not, nothing more is written there."""
    try:
        sys.stdout.write("\n")
        sys.stdout.flush()
    except OSError:
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return False
    return True


def document(found: object) -> None:
    """One JSON document on standard output and nothing else."""
    click.echo(json.dumps(found, ensure_ascii=False, indent=2, default=str))


def seed_or_drawn(seed: int | None) -> int:
    """The seed that was given, else one that is drawn and said on standard error."""
    if seed is not None:
        return seed
    from tabletop.api.matches import draw_seed  # noqa: PLC0415 - matches load with the commands that play some

    drawn = draw_seed()
    click.echo(f"seed {drawn}", err=True)
    return drawn


def with_bar(label: str, length: int, play: Callable[[Callable[[], None]], Played]) -> Played:
    """Play so many of what the label names, each of which ticks; a terminal on standard error shows a bar."""
    with click.progressbar(
        length=length, label=label, file=sys.stderr, hidden=not sys.stderr.isatty()
    ) as bar:
        return play(lambda: bar.update(1))
