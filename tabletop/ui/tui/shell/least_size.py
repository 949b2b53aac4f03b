"""The least size of the window: below it a sentence covers any screen until there is room again."""

from textual.geometry import Size
from textual.screen import Screen
from textual.widgets import Static

from tabletop.ui.shared.window_words import said

COLUMNS, ROWS = 60, 16
"""Columns and lines that every screen needs."""

EDGE, NARROW = 2, 20
"""Columns left free beside the words of the cover, and the width up to which none can be."""

NAME = "too-small"


def fits(size: Size) -> bool:
    """Whether there is room for a screen."""
    return size.width >= COLUMNS and size.height >= ROWS


def laid_out(size: Size) -> Size:
    """The size that screens are laid out in: below the least the cover stands over a whole screen."""
    return Size(max(size.width, COLUMNS), max(size.height, ROWS))


def keep_fitting(screen: Screen[object], size: Size) -> None:
    """Put the sentence over a screen that has too little room, and take it away when there is enough.

    The screen beneath stays as it is: nothing is closed, nothing is laid out anew and the focus does not move. The
    cover is as large as the screen; its words keep to the columns that can be seen.
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
    elif not screen.is_attached:
        return  # it is covered when it comes
    else:
        note = Static(sentence, id=NAME, markup=False)
        screen.mount(note)
    edge = EDGE if size.width > NARROW else 0
    hidden = laid_out(size).width - size.width
    note.styles.padding = (1 if size.height > 2 * EDGE else 0, hidden + max(edge, 1), 0, edge)
