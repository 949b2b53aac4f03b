"""Where a line may be broken: never between a number and the word that says what is counted, nor at a no-break blank.

Rich and Textual break lines at every blank. They have no setting for it, so the pattern they find words by is put in
its place here, once, for whatever the window shows.
"""

import re

from rich import _wrap

WORD = re.compile(r"\s*(?:[(+−]*\d[\d.,\u00a0]* (?=[%a-zа-яіїєґ]))?\S+(?:\u00a0\S+)*\s*")
"""A word with the blanks about it; a number and its unit are one."""


def keep_numbers_whole() -> None:
    """Let lines be broken by `WORD` from now on."""
    _wrap.re_word = WORD  # pyright: ignore[reportPrivateUsage]
