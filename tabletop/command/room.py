"""Commands about the rooms of classes that are kept on this machine."""
# ruff: noqa: PLC0415 - heavy worlds load with the command that needs them

import sys
from dataclasses import asdict
from pathlib import Path

import click

from tabletop.command.folders import rooms
from tabletop.command.language import language
from tabletop.command.output import document, note, tell
from tabletop.words.language.i18n import _


@click.group()
def room() -> None:
    """The rooms of classes on this machine: list, look, take journals out, remove."""


@room.command(name="list")
@click.option("--json", "as_json", is_flag=True)
@language
def list_(*, as_json: bool, lang: str) -> None:
    """List the rooms, the newest first."""
    del lang
    from tabletop.classroom.stored_rooms import RoomCard, rooms_in

    cards: list[RoomCard] = []
    for found in rooms_in(rooms()):
        if isinstance(found, RoomCard):
            cards.append(found)
        else:
            note(str(found))
    if as_json:
        document([asdict(card) for card in cards])
    elif not cards:
        note(_("there is no room in {folder}").format(folder=rooms()))
    else:
        tell(
            _("{room}: {scenario}, {format}, tables: {tables}, seats taken: {taken}, made {created}").format(
                **asdict(card)
            )
            for card in cards
        )


@room.command()
@click.argument("named", metavar="ROOM")
@click.option("--json", "as_json", is_flag=True)
@language
def show(named: str, *, as_json: bool, lang: str) -> None:
    """Show the tables of a ROOM: where the talks stand, who plays which seat, who sits there."""
    del lang
    from tabletop.classroom.stored_rooms import card, find_room, tables_of
    from tabletop.words.language.tables import SPOKEN

    path = find_room(named, rooms())
    shown, tables = card(path), tables_of(path)
    if as_json:
        document({**asdict(shown), "tables": [asdict(table) for table in tables]})
        return
    lines = [_("{room}: {scenario}, {format}, class code {code}, seed {seed}").format(**asdict(shown))]
    for table in tables:
        lines.append(
            _("Table {table}: {phase}, round {round}, entries: {entries}").format(
                table=table.table,
                phase=SPOKEN[f"phase.{table.phase}"],
                round=table.round,
                entries=table.entries,
            )
        )
        for seat in table.seats:
            who = seat.nickname or (_("taken") if seat.taken else _("nobody sits here"))
            lines.append(f"  {seat.seat}: {who} ({seat.keeper})")
    tell(lines)


@room.command()
@click.argument("named", metavar="ROOM")
@click.option(
    "--out", type=click.Path(path_type=Path), help="The folder; by default a new one beside the room."
)
@click.option("--json", "as_json", is_flag=True)
@language
def export(named: str, out: Path | None, *, as_json: bool, lang: str) -> None:
    """Write one journal a table of a ROOM, without nicknames; while it is played, too. After the end: the dice."""
    del lang
    from tabletop.classroom.stored_rooms import export as take_out
    from tabletop.classroom.stored_rooms import export_dice, find_room

    found = find_room(named, rooms())
    paths = take_out(found, out)
    dice = export_dice(found, paths[0].parent)
    opened = {"dice": str(dice)} if dice is not None else {}
    if as_json:
        document(
            [{"table": number, "journal": str(path)} | opened for number, path in enumerate(paths, start=1)]
        )
    else:
        tell(map(str, [*paths, *opened.values()]))


@room.command()
@click.argument("named", metavar="ROOM")
@click.option("--yes", is_flag=True, help="Do not ask.")
@language
def purge(named: str, *, yes: bool, lang: str) -> int:
    """Remove a ROOM: nicknames, links, notes and all that was played; what was exported stays."""
    del lang
    from tabletop.classroom.store import purge as remove
    from tabletop.classroom.stored_rooms import find_room

    path = find_room(named, rooms())
    asked = _("Remove {path} with everything in it? What was not exported is lost.").format(path=path)
    if not yes and sys.stdin.isatty() and not click.confirm(asked, err=True):
        return 1
    remove(path)
    tell((_("{path} is removed.").format(path=path),))
    return 0
