"""What every command says and where: lines, notes, one document; and the words commands share."""

import json
from collections.abc import Iterable

import click

from tabletop.words.language.i18n import _
from tabletop.words.language.sanitize import safe

FLAGSHIP = "abu-dhabi-2026"
COUNSELS = ("off", "adviser", "coach")


def tell(lines: Iterable[str]) -> None:
    """Lines on standard output; none of them holds a command to the terminal."""
    for line in lines:
        click.echo(safe(line))


def note(sentence: str) -> None:
    """A note to the person, apart from the output."""
    click.echo(_("Note: {what}.").format(what=sentence), err=True)


def document(found: object) -> None:
    """One JSON document on standard output and nothing else."""
    click.echo(json.dumps(found, ensure_ascii=False, indent=2, default=str))
