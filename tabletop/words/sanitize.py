"""People's words at the border: what is typed is data, never a command to a terminal.

Control characters, bidirectional overrides, invisible tags and lone surrogates go; line ends become spaces;
marks that pile up on one letter are cut at three; the rest is kept as it was typed.
"""

import unicodedata

MOST_MARKS = 3
"""Combining marks kept on one letter; every living script needs fewer."""

_DROPPED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
"""Controls, formats (bidirectional overrides and joiners among them), surrogates, private."""

_MARKS = frozenset({"Mn", "Me"})
_SPACES = frozenset({"Zl", "Zp", "Zs"})


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
