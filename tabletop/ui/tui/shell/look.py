"""Four themes, the marks that stand beside words, and plain characters for terminals that draw no others.

A mark never stands alone: its word is printed with it, and colour only repeats what both say.
"""

from collections.abc import Mapping

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter
from textual.theme import Theme

from tabletop.words.language.sanitize import is_safe, safe


def _quiet(colour: str) -> dict[str, str]:
    """The colour of closed and empty things; textual's own is too faint."""
    return dict.fromkeys(("text-muted", "text-disabled", "foreground-muted", "foreground-disabled"), colour)


DARK = Theme(
    name="fifth-dark",
    dark=True,
    variables=_quiet("#aab6c6"),
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
)

LIGHT = Theme(
    name="fifth-light",
    dark=False,
    variables=_quiet("#4a586a"),
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
)

STARK_DARK = Theme(
    name="fifth-stark-dark",
    dark=True,
    variables=_quiet("#e0e0e0"),
    primary="#a8d0ff",
    secondary="#ffffff",
    accent="#ffe600",
    warning="#ffc53d",
    error="#ffb3ab",
    success="#9dffb8",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#1a1a1a",
)

STARK_LIGHT = Theme(
    name="fifth-stark-light",
    dark=False,
    variables=_quiet("#2b2b2b"),
    primary="#00246b",
    secondary="#000000",
    accent="#4a2a00",
    warning="#5c3200",
    error="#7a0000",
    success="#003f16",
    foreground="#000000",
    background="#ffffff",
    surface="#ffffff",
    panel="#ededed",
)

THEMES = (DARK, LIGHT, STARK_DARK, STARK_LIGHT)

MARKS = {"met": "✓", "unmet": "✗", "unclear": "?", "vow": "▣", "moved": "▲", "you": "●", "here": "▸"}
"""Marks by meaning."""

TONES = {"met": "$success", "unmet": "$error", "unclear": "$warning"}
"""Colours by meaning; each stands beside its mark and its word."""


def _plain_characters() -> Mapping[int, str]:
    """Each drawn character to a plain one of the same width."""
    frames = dict.fromkeys(range(9472, 9600), "+")
    frames |= dict.fromkeys(map(ord, "─━┄┅┈┉╌╍═╴╶╸╺"), "-") | dict.fromkeys(map(ord, "│┃┆┇┊┋╎╏║╵╷╹╻"), "|")
    blocks = dict.fromkeys(range(0x2580, 0x25A0), "#") | dict.fromkeys(map(ord, "▁▂▔▕▏"), "_")
    shades = {ord("░"): ".", ord("▒"): "%", ord("▓"): "%"}
    shapes = dict.fromkeys(range(0x25A0, 0x2600), "#") | dict.fromkeys(map(ord, "●◉◆"), "*")
    shapes |= dict.fromkeys(map(ord, "○◇□"), "o") | dict.fromkeys(map(ord, "▲△"), "^")
    shapes |= dict.fromkeys(map(ord, "▼▽"), "v") | dict.fromkeys(map(ord, "▸▶▹"), ">")
    shapes |= dict.fromkeys(map(ord, "◂◀◃"), "<")
    arrows = dict.fromkeys(range(0x2190, 0x2200), ">") | {ord("←"): "<", ord("↑"): "^", ord("↓"): "v"}
    signs = {
        ord(sign): plain for sign, plain in zip("✓✗−–—‹›“”‘’…·•≤≥×≈²", "+x---<>\"\"''.-*<>x~2", strict=True)
    }
    dots = {0x2800 + bits: " .:#"[min(3, (bits.bit_count() + 2) // 3)] for bits in range(256)}
    return frames | blocks | shades | shapes | arrows | signs | dots


PLAIN = _plain_characters()


class PlainCharacters(LineFilter):
    """Draws frames, bars, marks and dots with characters that every terminal has; letters stay."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same line in plain characters, column for column."""
        del background
        return [Segment(text.translate(PLAIN), style, control) for text, style, control in segments]


class Harmless(LineFilter):
    """The last safeguard: no control sequence of a person or a file reaches the terminal."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same line, column for column, without control sequences."""
        del background
        if all(is_safe(text) for text, _, _ in segments):
            return segments
        return [Segment(safe(text), style, control) for text, style, control in segments]
