"""Two themes of high contrast, and the marks that stand beside words.

A mark never stands alone: its word is printed with it, and colour only repeats what both say.
"""

from textual.theme import Theme

DARK = Theme(
    name="fifth-dark",
    primary="#9ec5ff",
    secondary="#c9d3e0",
    accent="#ffd479",
    warning="#ffb454",
    error="#ff9c8f",
    success="#8fe0a5",
    foreground="#f2f4f8",
    background="#0e1116",
    surface="#161b22",
    panel="#1f2630",
    dark=True,
)

LIGHT = Theme(
    name="fifth-light",
    primary="#0b3d91",
    secondary="#30445c",
    accent="#7a4a00",
    warning="#7a4a00",
    error="#9b1c12",
    success="#0b5d2b",
    foreground="#10151c",
    background="#ffffff",
    surface="#f4f6f9",
    panel="#e4e9f0",
    dark=False,
)

THEMES = (DARK, LIGHT)

MARKS = {"met": "✓", "unmet": "✗", "unclear": "?", "vow": "▣", "moved": "▲", "you": "●", "here": "▸"}
"""Marks by meaning."""

TONES = {"met": "$success", "unmet": "$error", "unclear": "$warning"}
"""Colours by meaning; each stands beside its mark and its word."""
