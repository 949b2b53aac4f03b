"""Names that people type on the command line, held against those there are."""
# ruff: noqa: PLC0415 - heavy worlds load with the command that needs them

from collections.abc import Iterable
from datetime import date

import click

from tabletop.errors import SeatError, unknown
from tabletop.vocabulary import BOTS

BOTS_HELP = "TEMPER for all, or seat=TEMPER,…: " + ", ".join(BOTS) + "."
"""What `--bots` takes."""


def tempers(asked: str, seats: tuple[str, ...]) -> dict[str, str]:
    """Tempers by seat from `TEMPER` or `seat=TEMPER,…`; see `bots_named`.

    Raises:
        click.UsageError: There is no such seat or temper.
    """
    from tabletop.table.seats import bots_named

    try:
        return bots_named(asked, seats)
    except SeatError as error:
        raise click.UsageError(str(error)) from error


def known(what: str, name: str, names: Iterable[str]) -> None:
    """Check that there is a thing of that name.

    Raises:
        click.UsageError: There is none; it names the nearest.
    """
    listed = list(names)
    if name not in listed:
        raise click.UsageError(unknown(what, name, listed))


def month_typed(option: str, text: str) -> str:
    """The month of a date, YYYY-MM; empty for nothing.

    Raises:
        click.UsageError: It is neither a month nor a day.
    """
    try:
        return (
            date.fromisoformat(f"{text}-01" if len(text) == len("2026-01") else text).strftime("%Y-%m")
            if text
            else ""
        )
    except ValueError as error:
        raise click.UsageError(
            f"{option} takes a month, YYYY-MM, or a day, YYYY-MM-DD, not {text!r}"
        ) from error


def one_form(*, as_json: bool, as_markdown: bool) -> None:
    """Refuse to print in two forms at once.

    Raises:
        click.UsageError: Both were asked for.
    """
    if as_json and as_markdown:
        raise click.UsageError("--json and --markdown are two forms of one document: choose one")
