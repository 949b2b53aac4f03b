"""The command line: the door. The commands themselves stand in `play`, `author`, `read`, `room`, `host`.

The scenario models, the match and the window are imported inside the commands that need them, so that help and usage
errors come at once. Exit codes: 0 done, 1 failed, 2 usage, 3 scenario invalid,
4 journal broken or diverged, 5 refused.
"""
# ruff: noqa: PLC0415 - heavy worlds load with the command that needs them

import io
import sys
from collections.abc import Sequence

import click

from tabletop.command import author, host, join, play, read, room
from tabletop.command.folders import log, saves
from tabletop.command.language import language, speak_preferred
from tabletop.command.open_window import on_terminal, window
from tabletop.command.output import PROGRAM, clipped, say, settle_streams, shown, started_as
from tabletop.errors import EXIT, TabletopError
from tabletop.words.language.i18n import _
from tabletop.words.language.sanitize import clean, safe


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command and leave with its exit code."""
    settle_streams()
    sys.exit(run(arguments, started_as()))


def run(arguments: Sequence[str] | None = None, program: str = PROGRAM) -> int:
    """Run a command; errors become one sentence on standard error and an exit code, never a traceback.

    Args:
        arguments: What was typed after the program's name; None for that of this process.
        program: The program's name, as sentences repeat it.
    """
    if sys.stdout is None:
        say(_("There is no standard output, so nothing can be shown."))
        return 1
    try:
        outcome = commands.main(args=arguments, prog_name=program, standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        told = io.StringIO()
        error.show(told)
        for sentence in told.getvalue().splitlines():
            say(clipped(safe(sentence)))
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        say(
            _("Stopped. A match is saved after every move. To go on: {command}").format(
                command=f"{program} resume"
            )
        )
        return 1
    except TabletopError as error:
        for sentence in str(error).splitlines():
            say(clean(sentence, most=2000))
        return exit_code(error)
    except Exception as error:  # noqa: BLE001 - the last door: a fault of ours ends in a log, not a traceback
        if isinstance(error, OSError) and not shown():
            if not isinstance(error, BrokenPipeError):
                say(_("The output could not be written: {why}.").format(why=error.strerror or error))
            return 1
        where = log(error) or _("no log: its folder cannot be written")
        failed = _("The program has failed ({what}). Details are in {where}.")
        for sentence in (
            failed.format(what=type(error).__name__, where=where),
            *getattr(error, "__notes__", ()),
        ):
            say(clean(sentence, most=2000))
        return 1
    return outcome if isinstance(outcome, int) else 0


def exit_code(error: TabletopError) -> int:
    """The exit code of an error: that of its nearest family."""
    return next((EXIT[cls] for cls in type(error).__mro__ if cls in EXIT), 1)


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="remaining-fifth", prog_name="tabletop")
@language
@click.pass_context
def commands(context: click.Context, lang: str) -> None:
    """The Remaining Fifth: a negotiation-scenario tabletop game for the terminal.

    Without a command: the home screen; without a terminal, the same by numbered choices.
    """
    if not lang:
        speak_preferred()
    if context.invoked_subcommand is not None:
        return
    if on_terminal():
        window(lang=lang)
        return
    from tabletop.command import plain_session

    plain_session.at_home(saves())


for _command in (
    play.play,
    play.resume,
    play.replay,
    read.report,
    read.verify,
    read.whatif,
    read.rules,
    read.facts,
    read.doctor,
    room.room,
    host.host,
    join.join,
    author.scenarios,
    author.check,
    author.schema,
    author.simulate,
    author.balance,
    author.backtest,
    author.frontier,
    author.chart,
):
    commands.add_command(_command)
