"""The command that takes a seat of a class that is kept on another machine, in this terminal."""
# ruff: noqa: PLC0415 - heavy worlds load with the command that needs them

import re
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tabletop.command.folders import saves
from tabletop.command.language import language
from tabletop.command.open_window import on_terminal, window
from tabletop.command.output import command_line, note, tell
from tabletop.words.language.i18n import _

if TYPE_CHECKING:
    from tabletop.remote.address import Address
    from tabletop.remote.link import Link
    from tabletop.remote.messages import Place
    from tabletop.ui.shared.setup import OpenedMatch

HARMLESS = re.compile(r"[^A-Za-z0-9-]+")
"""What no name of a file gets of what a host says."""


@click.command()
@click.argument("address")
@click.option("--code", default="", help="The class code.")
@click.option("--table", type=click.IntRange(min=1), help="Your table.")
@click.option("--seat", default="", help="Your seat.")
@click.option("--nickname", default="", help="What the others may call you.")
@click.option("--plain", is_flag=True, help="Line by line: for screen readers and pipes.")
@language
def join(
    address: str, code: str, table: int | None, seat: str, nickname: str, *, plain: bool, lang: str
) -> None:
    """Take a seat in a class that is kept with `tabletop host`.

    ADDRESS is what the host prints, your seat's own link, or the class code alone for a host on this machine. What is
    not given is asked for.
    """
    from tabletop.remote.address import HERE, address_of
    from tabletop.remote.link import Link
    from tabletop.words.language.voice import capitalised
    from tabletop.words.sentences.classroom import said

    where = address_of(address)
    if where.code:
        note(_("a code alone is looked up on this machine, at {address}").format(address=HERE))
    token = where.token
    if not token:
        token = _sit_down(where, code or where.code, table, seat, nickname)
    link = Link(where, token)
    try:
        link.open()
        tell(
            [
                _("Your seat's own link, for nobody else: {link}").format(link=where.link(token)),
                f"{capitalised(said('dice'))}: {said('dice.commitment', commitment=link.welcome.commitment)}",
            ]
        )
        if plain or not on_terminal():
            _in_lines(link)
        else:
            opened = _opened(link)
            window(lambda: opened, lang=lang)
    finally:
        link.close()
        if link.leads_back:
            again = command_line("join", where.link(token))
            tell([_("To come back to your seat: {command}").format(command=again)])


def _sit_down(where: "Address", code: str, table: int | None, seat: str, nickname: str) -> str:
    """Take a seat: its token; whatever was not given is asked for."""
    from tabletop.remote.connection import Doorway, connected

    with connected(where) as socket:
        doorway = Doorway(socket, where)
        found = doorway.places(code or _asked(_("The class code"), "--code"))
        if table is None or not seat:
            chosen = _place(found.places, table, seat)
            table, seat = chosen.table, chosen.seat
        nickname = nickname or _asked(_("What may the others call you?"), "--nickname")
        return doorway.sit(table, seat, nickname)


def _place(places: "tuple[Place, ...]", table: int | None, seat: str) -> "Place":
    """One of the free seats, as far as nothing else was said."""
    from tabletop.errors import LobbyRefused
    from tabletop.words.sentences.classroom import said

    wanted = [
        each
        for each in places
        if table in {None, each.table} and seat in {"", each.seat} and each.state == "free"
    ]
    if not wanted:
        raise LobbyRefused("no-free-seat", said("join.no-free-seat"))
    if len(wanted) == 1:
        return wanted[0]
    tell(
        f"  {number}. "
        + _("table {table}: {seat}").format(table=each.table, seat=f"{each.label} ({each.seat})")
        for number, each in enumerate(wanted, start=1)
    )
    missing = "--seat" if not seat else "--table"
    number = _asked(
        _("Your seat, 1 to {most}").format(most=len(wanted)), missing, click.IntRange(1, len(wanted))
    )
    return wanted[int(number) - 1]


def _asked(question: str, option: str, kind: click.IntRange | None = None) -> str:
    """An answer to a question.

    Raises:
        click.UsageError: Nobody is there to answer.
    """
    try:
        return str(click.prompt(question, type=kind))
    except click.Abort:
        raise click.UsageError(
            _("{option} is not given, and nobody answers: give it with the command").format(option=option)
        ) from None


def _opened(link: "Link") -> "OpenedMatch":
    """The seat as the window and plain mode want it."""
    from tabletop.remote.port import RemotePort
    from tabletop.scenario.board.lexicon import Lexicon
    from tabletop.table.notes import FileNotes
    from tabletop.ui.shared.prose_blocks import prose_sections
    from tabletop.ui.shared.setup import PERSON, OpenedMatch, Setup
    from tabletop.words.language.less_harm import lighter
    from tabletop.words.language.section import Section

    welcome = link.welcome
    board = welcome.board
    stem = HARMLESS.sub("-", f"{welcome.room}-table-{welcome.table}")
    folder = joined()
    with suppress(OSError):  # what is written there says so
        folder.mkdir(parents=True, exist_ok=True)
    notes = FileNotes(folder / stem, HARMLESS.sub("-", welcome.seat))
    seats = {seat: PERSON if seat == welcome.seat else "" for seat in board.seat_index}
    setup = Setup(board.scenario, board.format.id, seats, counsel="off")

    def debrief(_seat: str, words: Lexicon) -> tuple[Section, ...]:
        found = link.debrief()
        return (*found.sections, *prose_sections(lighter(found.text) if words.reduced else found.text))

    return OpenedMatch((RemotePort(link, notes),), "", setup, debrief)


def joined() -> Path:
    """Where the notes of seats in other people's classes are kept."""
    return saves() / "joined"


def _in_lines(link: "Link") -> None:
    """Play in plain mode."""
    from tabletop.command import plain_session

    plain_session.sit_down_far_away(_opened(link), plain_session.console())
