"""The command line: the only place that knows everyone.

Heavy worlds (the scenario models, the match, the window) are imported inside the commands that need them,
so that help and usage errors come at once. Exit codes: 0 done, 1 failed, 2 usage, 3 scenario invalid,
4 journal broken or diverged, 5 refused.
"""
# ruff: noqa: PLC0415 - heavy worlds load with the command that needs them

import json
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tabletop.command.asking import TEMPERS, known, tempers
from tabletop.command.folders import log, saves
from tabletop.errors import EXIT, TabletopError
from tabletop.words.sanitize import clean

if TYPE_CHECKING:
    from tabletop.tui.setup import Seating, Setup

FLAGSHIP = "abu-dhabi-2026"
FORMATS = ("pop-up", "class", "full")
DOORS = ("open", "standard", "hard")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command and leave with its exit code."""
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run a command; errors become one sentence on standard error and an exit code, never a traceback."""
    try:
        outcome = commands.main(args=arguments, prog_name="tabletop", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped. A match is saved after every move: tabletop resume goes on with it.", err=True)
        return 1
    except TabletopError as error:
        for sentence in str(error).splitlines():
            click.echo(clean(sentence, most=2000), err=True)
        return exit_code(error)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:  # noqa: BLE001 - the last door: a fault of ours ends in a log, not a traceback
        where = log(error) or "no log: its folder cannot be written"
        click.echo(f"The program has failed ({type(error).__name__}). Details are in {where}.", err=True)
        return 1
    return outcome if isinstance(outcome, int) else 0


def exit_code(error: TabletopError) -> int:
    """The exit code of an error: that of its nearest family."""
    return next((EXIT[cls] for cls in type(error).__mro__ if cls in EXIT), 1)


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="remaining-fifth", prog_name="tabletop")
@click.pass_context
def commands(context: click.Context) -> None:
    """The Remaining Fifth: a negotiation-scenario tabletop game for the terminal.

    Without a command: the home screen; without a terminal, the same by numbered choices.
    """
    if context.invoked_subcommand is not None:
        return
    if _on_terminal():
        _window()
        return
    from tabletop.command import desk

    desk.at_home(saves())


@commands.command()
@click.argument("scenario", default=FLAGSHIP)
@click.option("--format", "form", type=click.Choice(FORMATS), default="class", show_default=True)
@click.option("--seat", "seats", multiple=True, help="Your seat; repeat it for several; `observer` watches.")
@click.option("--bots", default="", help="TEMPER for all, or seat=TEMPER,…: " + ", ".join(TEMPERS) + ".")
@click.option("--door", type=click.Choice(DOORS), default="standard", show_default=True)
@click.option("--seed", type=click.IntRange(min=0), help="The same seed and moves give the same match.")
@click.option("--plain", is_flag=True, help="Line by line: for screen readers and pipes.")
@click.option("--hot-seat", is_flag=True, help="Both parties are people at this screen.")
@click.option("--neutral", is_flag=True, help="Invented names in the place of real ones.")
@click.option("--lang", default="en", show_default=True, help="Language of the game; en in this version.")
def play(  # noqa: PLR0913 - one a question
    scenario: str,
    form: str,
    seats: tuple[str, ...],
    bots: str,
    door: str,
    seed: int | None,
    *,
    plain: bool,
    hot_seat: bool,
    neutral: bool,
    lang: str,
) -> None:
    """Play a match."""
    if lang != "en":
        raise click.UsageError(f"the language {lang!r} is not in this version; English (en) is")
    from tabletop.command import desk
    from tabletop.command.host import draw_seed, keepers, start
    from tabletop.scenario.library import open_scenario
    from tabletop.tui.setup import Setup

    frame = open_scenario(scenario).frame
    known("format", form, frame.formats)
    parties = tuple(seat for seat, sheet in frame.seats.items() if sheet.role == "party")
    people = seats or (parties if hot_seat else parties[:1])
    for seat in people:
        known("seat", seat, (*frame.seats, "observer"))
    asked = tempers(bots, tuple(frame.seats))
    seating = keepers({seat: sheet.temper for seat, sheet in frame.seats.items()}, people, asked)
    setup = Setup(scenario, form, seating, draw_seed() if seed is None else seed, door, neutral)
    if people == ("observer",):
        desk.demonstrate(setup, saves())
    elif plain or not _on_terminal():
        desk.sit_down(lambda: start(setup, saves()), desk.console())
    else:
        _window(lambda: start(setup, saves()))


@commands.command()
@click.argument("journal", default="")
@click.option("--plain", is_flag=True, help="Line by line: for screen readers and pipes.")
@click.option("--neutral", is_flag=True, help="Invented names in the place of real ones.")
def resume(journal: str, *, plain: bool, neutral: bool) -> None:
    """Go on with a saved match; without a JOURNAL, the one played last."""
    from tabletop.command import desk
    from tabletop.command.host import taken_up

    def again() -> "Seating":
        return taken_up(journal, saves(), neutral=neutral, notice=_note)

    if plain or not _on_terminal():
        desk.sit_down(again, desk.console())
    else:
        _window(again)


@commands.command()
@click.argument("journal", type=click.Path(path_type=Path))
@click.option("--seat", default="observer", help="From whose chair; an onlooker sees what is public.")
@click.option("--plain", is_flag=True, help="As it is: a replay is plain text in this version.")
@click.option("--neutral", is_flag=True, help="Invented names in the place of real ones.")
def replay(journal: Path, seat: str, *, plain: bool, neutral: bool) -> None:
    """Tell a match step by step, as one seat saw it."""
    del plain
    from tabletop.command.telling import entries
    from tabletop.journal.replay import board_of, scenario_of
    from tabletop.journal.store import read
    from tabletop.scenario.compile import lexicon
    from tabletop.words.labels import Voice

    kept = read(journal)
    scenario = scenario_of(kept.header)
    board = board_of(kept.header, scenario)
    known("seat", seat, (*board.seat_at, "observer"))
    voice = Voice(board, lexicon(scenario, neutral=neutral), seat)
    _tell(entries(voice, board, kept.entries))
    if kept.notice:
        _note(kept.notice)


@commands.command()
@click.argument("journal", type=click.Path(path_type=Path))
@click.option("--seat", default="observer", help="Whose results; without it, those of every seat.")
@click.option("--neutral", is_flag=True, help="Invented names in the place of real ones.")
def report(journal: Path, seat: str, *, neutral: bool) -> None:
    """Lay a finished match open: results, strikes, beliefs against the truth."""
    from tabletop.command.reckoning import report as told

    _tell(told(journal, seat, neutral=neutral))


@commands.command()
@click.option("--json", "as_json", is_flag=True)
def scenarios(*, as_json: bool) -> None:
    """List the scenarios that can be played by name."""
    from tabletop.scenario.library import scenarios as listed

    found = listed()
    if as_json:
        _json([asdict(one) for one in found])
    else:
        _tell(f"{one.id}: {one.title} (as of {one.as_of}; formats {', '.join(one.formats)})" for one in found)


@commands.command()
@click.argument("path")
@click.option("--json", "as_json", is_flag=True)
def check(path: str, *, as_json: bool) -> int:
    """Check a scenario: every finding with file, line and column."""
    from tabletop.scenario.check import check as checked
    from tabletop.scenario.library import find

    findings = checked(find(path))
    if as_json:
        _json({"valid": not findings, "findings": [asdict(finding) for finding in findings]})
    else:
        _tell(str(finding) for finding in findings)
        click.echo(f"{path}: findings: {len(findings)}" if findings else f"{path}: can be played")
    return 3 if findings else 0


@commands.command()
def schema() -> None:
    """Print the JSON Schema of a scenario's files."""
    from tabletop.scenario.schema import json_schema

    _json(json_schema())


@commands.command()
@click.argument("scenario", default=FLAGSHIP)
@click.option("--format", "form", type=click.Choice(FORMATS), default="class", show_default=True)
@click.option("--matches", type=click.IntRange(min=1), default=100, show_default=True)
@click.option("--bots", default="mixed", show_default=True, help="TEMPER for all, or seat=TEMPER,….")
@click.option("--door", type=click.Choice(DOORS), default="standard", show_default=True)
@click.option("--seed", type=click.IntRange(min=0), help="Drawn and printed when it is not given.")
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True)
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="Folder for the journals.")
@click.option("--json", "as_json", is_flag=True)
def simulate(  # noqa: PLR0913 - one a question
    scenario: str,
    form: str,
    matches: int,
    bots: str,
    door: str,
    seed: int | None,
    jobs: int,
    out: Path | None,
    *,
    as_json: bool,
) -> None:
    """Let bots play many matches and count what they reach."""
    from tabletop.batch import simulate as played
    from tabletop.command.host import draw_seed
    from tabletop.command.telling import summary
    from tabletop.scenario.library import open_scenario

    frame = open_scenario(scenario).frame
    known("format", form, frame.formats)
    tempers(bots, tuple(frame.seats))
    chosen = draw_seed() if seed is None else seed
    if seed is None:
        click.echo(f"seed {chosen}", err=True)
    result = played(scenario, form, matches, bots, chosen, jobs=jobs, out=out, door=door)
    if as_json:
        _json(result)
    else:
        _tell(summary(result))


@commands.command()
@click.argument("scenario", default=FLAGSHIP)
@click.option("--matches", type=click.IntRange(min=1), default=60, show_default=True, help="At each door.")
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True)
@click.option("--seed", type=click.IntRange(min=0), help="Drawn and printed when it is not given.")
@click.option("--json", "as_json", is_flag=True)
def balance(scenario: str, matches: int, jobs: int, seed: int | None, *, as_json: bool) -> int:
    """Weigh a scenario: what bots reach at each door, what each order is worth to its owner.

    Ctrl+C stops it and prints what has been played. It ends with 1 when no text was above no deal for both
    parties in any match, when one choice of one seat explains all signatures, or when it was stopped.
    """
    from tabletop.command.balancing import told, weighed

    card = weighed(scenario, matches, seed, jobs)
    if as_json:
        _json(card)
    else:
        _tell(told(card))
    return 0 if card["complete"] and card["verdict"]["passed"] else 1


@commands.command()
@click.argument("journals", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True)
def verify(journals: tuple[Path, ...], *, as_json: bool) -> int:
    """Decide every step of each JOURNAL again and compare."""
    from tabletop.errors import Diverged
    from tabletop.journal.verify import verify as verified

    verdicts: list[dict[str, object]] = []
    for journal in journals:
        verdict: dict[str, object] = {"journal": str(journal)}
        try:
            verdict |= {"agrees": True, **asdict(verified(journal))}
        except TabletopError as error:
            verdict |= {"agrees": False, "error": str(error)}
            if isinstance(error, Diverged):
                verdict |= {"entry": error.seq, "rule": error.rule}
        verdicts.append(verdict)
        if not as_json:
            agreed = f"agrees, {verdict.get('entries')} entries" if verdict["agrees"] else verdict["error"]
            click.echo(f"{journal}: {agreed}")
    if as_json:
        _json(verdicts)
    return 0 if all(verdict["agrees"] for verdict in verdicts) else 4


@commands.command()
@click.option("--format", "form", type=click.Choice(["mermaid"]), default="mermaid", show_default=True)
def chart(form: str) -> None:
    """Draw the chart of the talks."""
    del form
    from tabletop.game.talks import mermaid

    click.echo(mermaid())


@commands.command()
@click.argument("number", default="")
def rules(number: str) -> None:
    """Print the rulebook, or one rule: `tabletop rules T5.1`."""
    from tabletop.command.telling import rule, rulebook

    book = rulebook()
    text = rule(book, number) if number else book
    if not text.strip():
        raise click.UsageError(f"there is no rule {number!r}" if number else "this copy has no rulebook")
    click.echo(text)


@commands.command()
@click.argument("fact", default="")
@click.option("--scenario", default=FLAGSHIP, show_default=True)
def facts(fact: str, scenario: str) -> None:
    """List the facts of a scenario, or print one with its date, status and sources."""
    from tabletop.scenario.compile import lexicon
    from tabletop.scenario.library import open_scenario

    listed = lexicon(open_scenario(scenario)).facts
    if fact:
        known("fact", fact, listed)
        click.echo(listed[fact])
    else:
        _tell(f"{name}: {text}" for name, text in listed.items())


@commands.command()
def doctor() -> int:
    """Look at the terminal and the folders, and say what would get in the way."""
    from tabletop.command.doctor import findings

    found = list(findings(saves()))
    for fine, sentence in found:
        click.echo(f"{'ok  ' if fine else 'look'}  {sentence}")
    return 0 if all(fine for fine, _ in found) else 1


def _window(first: Callable[[], "Seating"] | None = None) -> None:
    """Open the window, at home or at a match; a match's own world loads when one is opened."""
    from tabletop.tui.app import run_app

    folder = saves()

    def start(setup: "Setup") -> "Seating":
        from tabletop.command.host import start as opened

        return opened(setup, folder)

    def resume(path: str) -> "Seating":
        from tabletop.command.host import taken_up

        return taken_up(path, folder, notice=_note)

    run_app(start, resume, folder, first)


def _on_terminal() -> bool:
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def _tell(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)


def _note(sentence: str) -> None:
    """A note to the person, apart from the output."""
    click.echo(f"Note: {sentence}.", err=True)


def _json(document: object) -> None:
    """One JSON document on standard output and nothing else."""
    click.echo(json.dumps(document, ensure_ascii=False, indent=2, default=str))
