"""The language of a command: the one it is given, else `TABLETOP_LANG`, else that of the person's settings."""

import click

from tabletop.command.folders import preferences
from tabletop.ui.shared.prefs import read_prefs
from tabletop.words.language.i18n import FIRST, languages, speak


def speak_preferred() -> None:
    """Speak the language of the person's settings; English where there is no catalogue of it."""
    wanted = read_prefs(preferences()).language
    speak(wanted if wanted in languages() else FIRST)


def _speak_given(context: click.Context, _parameter: click.Parameter, code: str | None) -> str:
    """Speak the language given here or before the command's name, and return its code; empty where none is given.

    Raises:
        click.BadParameter: There is no catalogue of it.
    """
    if code is None:
        return str(context.parent.params.get("lang", "")) if context.parent is not None else ""
    try:
        speak(code)
    except LookupError as error:
        raise click.BadParameter(str(error)) from None
    return code


language = click.option(
    "--lang",
    "lang",
    envvar="TABLETOP_LANG",
    callback=_speak_given,
    help=f"Language of the game: {', '.join(languages())}. Also TABLETOP_LANG; else that of your settings.",
)
"""The option `--lang`, for every command that shows a match."""
