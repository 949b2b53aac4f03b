"""People's words at the border: what is typed is data, never a command to a terminal.

Control characters, bidirectional overrides, invisible tags and lone surrogates go; line ends become spaces;
marks that pile up on one letter are cut at three; the rest is kept as it was typed.
"""

import re
import unicodedata
from itertools import chain

MOST_MARKS = 3
"""Combining marks kept on one letter; every living script needs fewer."""

_DROPPED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
"""Controls, formats (bidirectional overrides and joiners among them), surrogates, private."""

_MARKS = frozenset({"Mn", "Me"})
_SPACES = frozenset({"Zl", "Zp", "Zs"})

_GONE = (
    *(range(0x20), range(0x7F, 0xA0), range(0x2028, 0x202F), range(0x2060, 0x2070), range(0xE0000, 0xE0080)),
    *(range(code, code + 1) for code in (0x61C, 0x200B, 0x200E, 0x200F, 0xFEFF)),
)
_HALVES = range(0xD800, 0xE000)

_UNSAFE: dict[int, str | None] = dict.fromkeys(chain(*_GONE)) | dict.fromkeys(_HALVES, "?")
"""What no line on a screen may hold, of whatever making: commands to a terminal, turns of direction and marks
without width, which go, and halves of letters, which count as a column."""

_FOUND = re.compile("[" + "".join(f"{chr(codes[0])}-{chr(codes[-1])}" for codes in (*_GONE, _HALVES)) + "]")


def is_safe(line: str) -> bool:
    """Whether a line holds nothing that a terminal would obey."""
    return _FOUND.search(line) is None


def safe(line: str) -> str:
    """A line column for column, without what a terminal would obey; everything else stays as it is."""
    return line if is_safe(line) else line.translate(_UNSAFE)


def clean(words: str, most: int = 280) -> str:
    """The words on one line, harmless to any screen, at most `most` characters.

    Args:
        words: What somebody typed, or what a file says somebody typed.
        most: The greatest length that is kept; the rest is cut off.
    """
    kept: list[str] = []
    marks = 0
    for char in unicodedata.normalize("NFC", words[: most * 8]):
        category = unicodedata.category(char)
        if char in "\n\r\t" or category in _SPACES:
            kept.append(" ")
            marks = 0
            continue
        if category in _DROPPED:
            continue
        marks = marks + 1 if category in _MARKS else 0
        if marks <= MOST_MARKS:
            kept.append(char)
    return " ".join("".join(kept).split())[:most].rstrip()
