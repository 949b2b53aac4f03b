"""Names that people type on the command line, held against those there are."""

import difflib
from collections.abc import Iterable

import click

TEMPERS = ("hard", "patient", "trading", "yielding", "stalling", "mixed")
"""Tempers that a bot can be asked to have."""


def tempers(asked: str, seats: tuple[str, ...]) -> dict[str, str]:
    """Tempers by seat from `TEMPER` or `seat=TEMPER,…`; `*` is every seat without its own.

    Raises:
        click.UsageError: There is no such seat or temper.
    """
    found: dict[str, str] = {}
    for part in filter(None, (piece.strip() for piece in asked.split(","))):
        seat, _, temper = part.rpartition("=")
        known("temper", temper, TEMPERS)
        if seat:
            known("seat", seat, seats)
        found[seat or "*"] = temper
    return found


def known(what: str, name: str, names: Iterable[str]) -> None:
    """Check that there is a thing of that name.

    Raises:
        click.UsageError: There is none; it names the nearest.
    """
    listed = list(names)
    if name not in listed:
        near = difflib.get_close_matches(name, listed, n=1)
        hint = f"; did you mean {near[0]}?" if near else ""
        rest = f": {', '.join(listed)}" if len(listed) <= 20 else ""
        raise click.UsageError(f"there is no {what} {name!r}{hint or rest}")
