"""Strings that somebody types, pastes or writes into a file to break a screen, and what a screen must be like after."""

import unicodedata

from textual import events
from textual.pilot import Pilot

from tabletop.ui.tui.app import Window
from tabletop.words.language.sanitize import clean
from tests.ui.tui.walk import press, screen_text, settle

HOSTILE: dict[str, str] = {
    "closing tag": "[/b] [bold red]loud[/bold red]",
    "link": "[@click=app.quit]press me[/]",
    "brackets": "[/] ] [ [[ \\[ \\",
    "colours": "\x1b[31;5mred\x1b[0m",
    "clear": "\x1b[2J\x1b[H\x1bcgone",
    "clipboard": "\x1b]52;c;cm0gLXJm\x07paste",
    "title": "\x1b]0;owned\x1b\\title",
    "eight bits": "\x9b31mred \x9d0;t\x9c",
    "override": "\u202egnp.exe\u202c",
    "isolates": "\u2066left\u2069 \u200fright\u061c",
    "without width": "in\u200bvis\u2060ib\ufeffle\u00ad",
    "marks": "e" + "\u0301\u0489" * 5_000,
    "long": "W" * 3_000,
    "family": "👩\u200d👩\u200d👧\u200d👦 👍🏽 ❤\ufe0f",
    "flood": "a" + "\r\n" * 300 + "b",
    "braces": "{seat} {to.__class__} {0} {",
    "percent": "%s %(seat)s %n $error ${HOME}",
    "shell": "$(rm -rf .) `id` ; : > x",
    "control": "nul\x00 bel\x07 bs\x08 del\x7f vt\x0b",
    "tabs": "a\t\t\tb",
    "half": "half \ud800 a letter \udfff",
    "tags": "flag\U000e0067\U000e007f",
    "lines": "one\u2028two\u2029three\x85four",
}


def faults(shown: str) -> list[str]:
    """The characters of a screen that a terminal might obey, or that would break its lines."""
    return [
        f"U+{ord(char):04X}"
        for char in shown
        if char != "\n"
        and (
            unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"} or unicodedata.bidirectional(char) in TURNS
        )
    ]


TURNS = frozenset({"LRE", "LRO", "RLE", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})


def harmless(app: Window) -> str:
    """The screen, which must hold nothing harmful and no more columns than there are."""
    shown = screen_text(app)
    assert not faults(shown), (type(app.screen).__name__, faults(shown))
    assert shown.encode("utf-8")
    assert len(app.screen_stack) > 0
    return shown


def told(words: str) -> str:
    """The first word of a string as it should be seen."""
    return clean(words).split()[0][:12]


async def paste(pilot: Pilot[None], words: str) -> None:
    """Paste as a terminal does."""
    driver = pilot.app._driver
    assert driver is not None
    driver.send_message(events.Paste(words))
    await settle(pilot)


async def leave(pilot: Pilot[None], app: Window) -> None:
    """Quitting works, and the program has no fault."""
    await press(pilot, "ctrl+q")
    assert app._exit
    assert app.fault is None
