"""The command that keeps a class: many tables on this machine, in browsers."""
# ruff: noqa: PLC0415 - heavy worlds load with the command that needs them

import io
import json
import secrets
import socket
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tabletop.command.folders import log, rooms
from tabletop.command.language import language
from tabletop.command.output import FLAGSHIP, command_line, note, tell
from tabletop.command.typed_names import BOTS_HELP, known, tempers
from tabletop.errors import TabletopError
from tabletop.words.language.i18n import _
from tabletop.words.language.sanitize import safe

if TYPE_CHECKING:
    from tabletop.classroom.room import Room

PORT = 8000
LOOPBACK = "127.0.0.1"
GRACE_S = 1
"""Seconds that open requests have once the host is to end."""

SEED_BITS = 32

MINUTES_MOST = 24 * 60


@click.command()
@click.argument("scenario", default=FLAGSHIP)
@click.option("--tables", type=click.IntRange(1, 50), default=1, show_default=True, help="How many tables.")
@click.option("--format", "format_id", default="class", show_default=True, help="One of the scenario's.")
@click.option("--door", default="standard", show_default=True, help="One of the scenario's.")
@click.option("--seed", type=click.IntRange(min=0), help="One for all tables, so that they can be compared.")
@click.option(
    "--port", type=click.IntRange(0, 65_535), default=PORT, show_default=True, help="0 takes a free one."
)
@click.option(
    "--lan", is_flag=True, help="Let other devices of this network in; without it, this machine alone."
)
@click.option(
    "--address", default="", help="What students type, where a proxy with TLS stands before this host."
)
@click.option(
    "--bots", default="", help=f"Seats that bots keep at every table; a bare seat is mixed. {BOTS_HELP}"
)
@click.option(
    "--minutes",
    type=click.FloatRange(0, MINUTES_MOST),
    help="A clock for each sitting; it tells and ends nothing. 0 takes it away.",
)
@click.option("--room", "named", default="", help="Go on with a room that is kept on this machine.")
@click.option("--neutral", is_flag=True, help="Invented names in the place of real ones.")
@click.option(
    "--json", "as_json", is_flag=True, help="One line first: addresses, code, and a link for every seat."
)
@language
def host(  # noqa: PLR0913 - one a question
    scenario: str,
    tables: int,
    format_id: str,
    door: str,
    seed: int | None,
    port: int,
    *,
    lan: bool,
    address: str,
    bots: str,
    minutes: float | None,
    named: str,
    neutral: bool,
    as_json: bool,
    lang: str,
) -> None:
    """Keep a class: students come in with a browser and a code; nothing else of this machine is open."""
    from tabletop.classroom.clocks import set_minutes
    from tabletop.classroom.room import Room
    from tabletop.classroom.stored_rooms import find_room
    from tabletop.scenario.library import open_scenario

    public = _public(address)
    with _listening(LOOPBACK if not lan else "0.0.0.0", port) as ear:  # noqa: S104 - asked for with --lan
        if named:
            _alone(named)
            room = Room.open(find_room(named, rooms()))
        else:
            opened = open_scenario(scenario)
            frame = opened.frame
            known("format", format_id, frame.formats)
            known("door", door, frame.doors)
            kept = tempers(bots, tuple(frame.seats)) if bots else {}
            if len(kept) == len(frame.seats):
                raise click.UsageError(
                    _("--bots takes every seat: leave one for a person, or use `simulate`")
                )
            dealt = seed if seed is not None else secrets.randbits(SEED_BITS)
            room = Room.create(
                rooms(), opened, seed=dealt, tables=tables, format_id=format_id, door=door, bots=kept, lang=lang,
                neutral=neutral,
            )  # fmt: skip
        try:
            if minutes is not None:
                set_minutes(room, minutes)
            _serve(room, ear, lan=lan, public=public, as_json=as_json)
        finally:
            room.close()
    if not as_json:
        tell([_("The room is closed and saved. To go on: {command}").format(command=_again(room.path))])


def _alone(named: str) -> None:
    """Refuse options that say how a new room is made, beside one that goes on.

    Raises:
        click.UsageError: One of them was given.
    """
    context = click.get_current_context()
    made = {"scenario", "tables", "format_id", "door", "seed", "bots", "neutral"}
    given = [
        name for name in made
        if context.get_parameter_source(name) is click.core.ParameterSource.COMMANDLINE
    ]  # fmt: skip
    if given:
        raise click.UsageError(
            _("--room goes on with {room} as it was made: leave out what says how a room is made").format(
                room=named
            )
        )


def _again(path: Path) -> str:
    return command_line("host", "--room", str(path))


def _listening(address: str, port: int) -> socket.socket:
    """A socket at the port.

    Raises:
        TabletopError: Somebody else has the port.
    """
    ear = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    ear.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        ear.bind((address, port))
        ear.listen()  # whoever asks from now on is answered once the room is ready
    except OSError as error:
        ear.close()
        why = error.strerror or error
        raise TabletopError(
            _("port {port} cannot be used: {why}. Name another one with --port, or 0 for a free one").format(
                port=port, why=why
            )
        ) from error
    return ear


def _addresses(*, lan: bool) -> list[str]:
    """The addresses of this machine, the one that others most likely reach it by first."""
    if not lan:
        return [LOOPBACK]
    found: list[str] = []
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(("192.0.2.1", 9))
        found.append(probe.getsockname()[0])
    with suppress(OSError):
        found += socket.gethostbyname_ex(socket.gethostname())[2]
    return [*dict.fromkeys(each for each in found if not each.startswith("127."))] or [LOOPBACK]


def _public(address: str) -> str:
    """An address that students type, without an end of its own.

    Raises:
        click.UsageError: It is no address of a whole host.
    """
    from urllib.parse import urlsplit

    found = urlsplit(address)
    with suppress(ValueError):
        fits = found.scheme in {"http", "https"} and found.hostname and (found.port or 1)
        if not address or (fits and found.path in {"", "/"} and not found.query and "@" not in found.netloc):
            return f"{found.scheme}://{found.netloc.lower()}" if address else ""
    raise click.UsageError(
        _("--address has to be a whole host, such as https://class.example.org; it is {address}").format(
            address=safe(address)
        )
    )


def _serve(room: "Room", ear: socket.socket, *, lan: bool, public: str, as_json: bool) -> None:
    """Say where the room is, and serve it until Ctrl+C."""
    import uvicorn

    from tabletop.classroom.bounded_connections import Bounded, BoundedTerminal
    from tabletop.classroom.guard import BODY_MOST
    from tabletop.classroom.server import Server

    port = ear.getsockname()[1]
    addresses = _addresses(lan=lan)
    names = {*addresses, LOOPBACK, "localhost", socket.gethostname().lower()}
    reached = [public] * bool(public) + [f"http://{each}:{port}" for each in addresses]
    known_as = {*(f"{name}:{port}" for name in names), public.partition("//")[2]} - {""}
    served = Server(room, reached[0], known_as, _told)
    control = f"{served.address}/open/{room.new_control()}"
    if as_json:
        click.echo(json.dumps(_document(room, served.address, control)))
    else:
        tell(_said(room, served.address, control, reached[1:]))
    if room.notice:
        note(room.notice)
    settings = uvicorn.Config(
        served.app, http=Bounded, ws=BoundedTerminal, ws_max_size=BODY_MOST, log_level="critical", access_log=False,
        lifespan="off", timeout_graceful_shutdown=GRACE_S, server_header=False, proxy_headers=bool(public),
        forwarded_allow_ips=LOOPBACK,
    )  # fmt: skip

    class Ending(uvicorn.Server):
        """Ends streams of news first, for which it would wait."""

        async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
            served.news.end()
            await super().shutdown(sockets)

    served.clocks.start()
    try:
        with suppress(KeyboardInterrupt):
            Ending(settings).run(sockets=[ear])
    finally:
        served.clocks.close()


def _told(error: Exception) -> None:
    """Write a fault of ours into the log, and say where it is."""
    where = log(error) or _("no log: its folder cannot be written")
    note(
        _("The program has failed ({what}). Details are in {where}.").format(
            what=type(error).__name__, where=where
        )
    )


def _document(room: "Room", address: str, control: str) -> dict[str, object]:
    """The one line of `--json`; it issues a link for every seat that is free, and leaves those that are taken alone."""
    from tabletop.classroom.fair_dice import settled

    seats: dict[int, list[dict[str, str]]] = {number: [] for number in room.numbers}
    for each in room.seats():
        if not each.closed:
            join = f"{address}/s/{room.issue(each.table, each.seat)}" if not each.taken else ""
            seats[each.table].append({"seat": each.seat, "join": join})
    return {
        "url": address,
        "code": room.code,
        "commitment": settled(room),
        "control": control,
        "room": str(room.path),
        "tables": [{"table": number, "seats": found} for number, found in seats.items()],
    }


def _said(room: "Room", address: str, control: str, others: list[str]) -> list[str]:
    """What the teacher reads in the terminal."""
    import segno

    from tabletop.classroom.fair_dice import settled

    drawn = io.StringIO()
    segno.make(address, error="l").terminal(drawn, compact=True, border=2)
    return [
        _("Students type: {address}").format(address=address),
        *(_("or: {address}").format(address=each) for each in others),
        _("The code: {code}").format(code=room.code),
        *drawn.getvalue().splitlines(),
        _("Your own page, for nobody else: {control}").format(control=control),
        _("Commitment to the seed of the dice: {commitment}").format(commitment=settled(room)),
        _("The room is kept in {path}. Ctrl+C ends it; nothing is lost.").format(path=room.path),
    ]
