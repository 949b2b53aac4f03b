"""Without a window: a match in plain mode, or one among bots to look at."""

import asyncio
import os
import signal
import sys
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import current_thread, main_thread

import click

from tabletop.api.record import record_lines
from tabletop.command import open_match
from tabletop.command.folders import preferences
from tabletop.command.open_window import on_terminal
from tabletop.command.output import command_line
from tabletop.command.preferred_words import preferred
from tabletop.errors import OtherRules
from tabletop.scenario.library import Listed, scenarios
from tabletop.ui.plain.console import Back, Console, EndOfInput, Left
from tabletop.ui.plain.home import Wanted, home
from tabletop.ui.plain.session import Outcome
from tabletop.ui.plain.session import play as play_plain
from tabletop.ui.shared.prefs import read_prefs
from tabletop.ui.shared.rulebook import rulebook
from tabletop.ui.shared.seat_session import SeatSession, seat_sessions
from tabletop.ui.shared.setup import OpenedMatch, Setup
from tabletop.ui.shared.window_words import of_other_rules
from tabletop.vocabulary import MIXED
from tabletop.words.language.i18n import _
from tabletop.words.language.sanitize import safe
from tabletop.words.language.section import plain_lines
from tabletop.words.language.tables import SPOKEN
from tabletop.words.language.voice import Voice

Opening = Callable[[], OpenedMatch]
"""Opens a match when it is called."""


LINE_MOST = 100_000
"""Characters of a line of input that are read at most; no answer is longer."""


def console() -> Console:
    """Plain mode on standard input and output."""
    return Console(_read_line, lambda line: click.echo(safe(line), color=False), clear=_clear)


def _read_line() -> str:
    """The next line of standard input; empty where there is none, it cannot be read or has no end."""
    source = sys.stdin
    if source is None or source.closed:
        return ""
    try:
        line = source.readline(LINE_MOST)
    except OSError as error:
        click.echo(_("The input could not be read: {why}.").format(why=error.strerror or error))
        return ""
    if len(line) == LINE_MOST:
        click.echo(_("A line of the input has no end: nothing more is read from it."))
        return ""
    return line


def _clear() -> bool:
    """Clear the screen and what can be scrolled back to; false where that cannot be done."""
    if not on_terminal() or os.environ.get("TERM", "") in {"dumb", "unknown"}:
        return False
    click.clear()
    click.echo("\x1b[3J", nl=False)
    return True


def at_home(saves: Path) -> None:
    """Plain mode's menu; with no input at all, a demonstration among bots."""
    screen = console()
    offered = scenarios()
    while True:
        try:
            wanted = home(screen, offered, saves)
        except Left:
            return
        except EndOfInput:
            if not screen.heard:
                demonstrate(demonstration_of(offered[0]), saves)
            return
        if wanted.what == "rules":
            screen.tell(rulebook().splitlines())
        elif wanted.what == "demonstration":
            demonstrate(demonstration_of(offered[0]), saves)
        else:
            try:
                sit_down(opening(wanted, saves), screen)
            except OtherRules as error:
                screen.write(of_other_rules(error))
                continue
            return


def opening(wanted: Wanted, saves: Path) -> Opening:
    """How the match that was asked for is opened: dealt anew, or taken up from its journal."""
    setup, path = wanted.setup, wanted.path
    if setup is not None:
        return lambda: open_match.start(setup, saves)
    return lambda: open_match.resume(
        str(path or ""), saves, notice=lambda said: console().write(_("Note: {what}.").format(what=said))
    )


def demonstration_of(offered: Listed) -> Setup:
    """A match to look at: bots of mixed tempers in every seat."""
    form = "class" if "class" in offered.formats else offered.formats[0]
    return Setup(offered.id, form, dict.fromkeys(offered.seats, MIXED))


def sit_down(opened: Opening, screen: Console) -> None:
    """Play a match in plain mode and say where it is kept."""
    match = opened()
    seats = seat_sessions(match, read_prefs(preferences()))
    seed = match.setup.seed
    screen.write(_("Seed {seed}.").format(seed=seed) if seed is not None else "")
    on = _("The match is saved in {where}. To go on: {command}").format(
        where=match.where, command=command_line("resume", match.where)
    )
    try:
        with _one_press_stops():
            outcome = asyncio.run(play_plain(seats, screen))
    except KeyboardInterrupt:
        screen.write("")
        screen.write(on)
        raise click.exceptions.Exit(1) from None
    if outcome is Outcome.OVER:
        for seat in seats:
            screen.tell(plain_lines(match.debrief(seat.port.seat, seat.voice.lexicon)))
        again = command_line("whatif", match.where, "--at", "N", "--move", "MOVE")
        screen.write(SPOKEN["whatif.end"].format(command=again))
        offer_faith(match, seats, screen)
        screen.write(
            _("The match is saved in {where}. To read it again: {command}").format(
                where=match.where, command=command_line("replay", match.where)
            )
        )
        return
    if outcome is Outcome.END_OF_INPUT:
        screen.write(_("The input has ended."))
    screen.write(on)


def sit_down_far_away(match: OpenedMatch, screen: Console) -> None:
    """Play a seat of a match that is kept on another machine in plain mode."""
    seats = seat_sessions(match, read_prefs(preferences()))
    try:
        with _one_press_stops():
            outcome = asyncio.run(play_plain(seats, screen))
    except KeyboardInterrupt:
        screen.write("")
        raise click.exceptions.Exit(1) from None
    if outcome is Outcome.OVER:
        for seat in seats:
            screen.tell(plain_lines(match.debrief(seat.port.seat, seat.voice.lexicon)))
    if outcome is Outcome.END_OF_INPUT:
        screen.write(_("The input has ended."))


@contextmanager
def _one_press_stops() -> Generator[None]:
    """Ctrl+C ends what runs at once: an event loop by itself would wait for the line that is being read."""

    def stop(_signal: int, _frame: object) -> None:
        raise KeyboardInterrupt

    if current_thread() is not main_thread():  # signals come to the main thread alone
        yield
        return
    before = signal.signal(signal.SIGINT, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def offer_faith(match: OpenedMatch, seats: Sequence[SeatSession], screen: Console) -> None:
    """Name the command for the last text in worlds with other faith in terms, and show it to who wants to see it."""
    command = command_line("whatif", match.where, "--faith", "0.2,0.4,0.6,0.8,1.0")
    screen.write(SPOKEN["faith.end"].format(command=command))
    try:
        screen.choose(_("See it now?"), [_("Show it")])
    except (Back, EndOfInput, Left):
        return
    seat = seats[0]
    screen.tell(plain_lines(match.faith(seat.port.seat, seat.voice.lexicon)))


def demonstrate(setup: Setup, saves: Path) -> None:
    """Let bots play a match to its end and tell it as an onlooker hears it."""
    match = open_match.deal(setup, saves)
    match.play_bots()
    header, lexicon, where = match.table.store.header, match.table.lexicon, match.journal
    voice = Voice(match.board, preferred(lexicon))
    who = ", ".join(f"{voice.name(seat)} ({keeper})" for seat, keeper in match.seats.items())
    title = lexicon.texts.get("title", header.scenario)
    tell = console().write
    tell(
        _("A demonstration: {title}, format {form}, seed {seed}. Bots in every seat: {who}.").format(
            title=title, form=header.format, seed=header.seed, who=who
        )
    )
    tell(_("What follows is what an onlooker hears; sealed things stay sealed."))
    for said in record_lines(voice, match.board, match.entries):
        tell(said)
    tell(_("The end: {end}.").format(end=voice.say(f"phase.{match.phase.value}")))
    tell(
        _("What was under seal, and the results: {command}").format(
            command=command_line("report", str(where))
        )
    )
    tell(_("The match is saved in {where}.").format(where=where))
    sit = command_line("play", setup.scenario, "--seat", next(iter(match.seats)))
    tell(_("To take a seat: {command}").format(command=sit))
