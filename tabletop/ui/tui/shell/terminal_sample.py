"""A sample of what a terminal can draw: colours, frames, marks, dots, letters, and its size."""

from textual.content import Content
from textual.geometry import Size

from tabletop.ui.shared.window_words import said
from tabletop.ui.tui.shell.look import MARKS

LABEL = 10
"""Columns of the names on the left."""

EDGE = 44
"""The column in which every line of the sample ends."""

TONES = {"plain": "", "accent": "$accent", "success": "$success", "warning": "$warning", "error": "$error",
         "quiet": "dim"}  # fmt: skip
"""Tones of text; the word says which it is."""


def terminal_sample(size: Size) -> Content:
    """The sample for a terminal of a size."""
    tones = [part for tone, style in TONES.items() for part in ((said(f"tone.{tone}"), style), (" ", ""))]
    lines = [
        _line("colours", Content.assemble(*tones)),
        _line("frames", Content("┌──┬──┐ ┏━━┳━━┓ ▇▇▇▇▇▁▁▁")),
        _line("", Content("└──┴──┘ ┗━━┻━━┛ ■ ▒ ‹ › →")),
        _line("marks", Content("  ".join(MARKS.values()))),
        _line("dots", Content("⠁⠃⠇⡇⣇⣧⣷⣿ ⣀⣠⣤⣶⣿")),
        _line("letters", Content("Aa Éé Łł Жж Щщ Її Єє Ґґ")),
    ]
    wide = said("strip.size", width=str(size.width), height=str(size.height))
    return Content("\n").join([*lines, Content(wide)])


def _line(name: str, shown: Content) -> Content:
    """A line with its name, filled up to the edge."""
    label = said(f"strip.{name}") if name else ""
    return Content.assemble(f"{label:<{LABEL}}", shown, " " * max(1, EDGE - LABEL - shown.cell_length), "│")
