"""Which language a command speaks: the one asked for, else `TABLETOP_LANG`, else that of the person's settings."""

import click

from tabletop.command.folders import preferences
from tabletop.ui.shared.prefs import read_prefs
from tabletop.words.language.i18n import FIRST, languages, speak


def usual() -> None:
    """Speak the language of the person's settings; English where there is no catalogue of it."""
    wanted = read_prefs(preferences()).language
    speak(wanted if wanted in languages() else FIRST)


def _spoken(context: click.Context, _parameter: click.Parameter, code: str | None) -> str:
    """Speak the language that was asked for here or before the command's name; empty when none was.

    Raises:
        click.BadParameter: There is no catalogue of it.
    """
    if code is None:
        return str(context.parent.params.get("spoken", "")) if context.parent is not None else ""
    try:
        speak(code)
    except LookupError as error:
        raise click.BadParameter(str(error)) from None
    return code


language = click.option(
    "--lang",
    "spoken",
    envvar="TABLETOP_LANG",
    callback=_spoken,
    help=f"Language of the game: {', '.join(languages())}. Also TABLETOP_LANG; else that of your settings.",
)
"""The option of every command that tells a match."""
