"""The least size of the window: below it a sentence covers any screen until there is room again."""

from textual.geometry import Size
from textual.screen import Screen
from textual.widgets import Static

from tabletop.ui.shared.window_words import said

COLUMNS, ROWS = 60, 16
"""Columns and lines that every screen needs."""

NAME = "too-small"


def fits(size: Size) -> bool:
    """Whether there is room for a screen."""
    return size.width >= COLUMNS and size.height >= ROWS


def keep_fitting(screen: Screen[object], size: Size) -> None:
    """Put the sentence over a screen that has too little room, and take it away when there is enough.

    The screen beneath stays as it is: nothing is closed and the focus does not move.
    """
    note = next(iter(screen.query(f"#{NAME}")), None)
    screen.set_class(not fits(size), f"-{NAME}")
    if fits(size):
        if note is not None:
            note.remove()
        return
    sentence = said(
        "small", columns=str(COLUMNS), rows=str(ROWS), width=str(size.width), height=str(size.height)
    )
    if isinstance(note, Static):
        note.update(sentence)
    else:
        screen.mount(Static(sentence, id=NAME, markup=False))
