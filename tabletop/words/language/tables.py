"""The tables of the game's sentences, in the language that is spoken: in full, and with less detail of harm."""

from tabletop.words.language.i18n import Table, english

_ENGLISH = english()

SPOKEN = Table(_ENGLISH)
"""Every sentence by slug."""

REDUCED = Table(_ENGLISH, preferred="reduced.")
"""The same for who asked for less detail of harm: the shorter sentence where there is one."""
