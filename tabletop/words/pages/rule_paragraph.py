"""A paragraph of the rulebook as a player reads it: the names of numbers and effects give way to what they are."""

import re

from tabletop.scenario.sheets.named_dials import NUMBERS
from tabletop.scenario.sheets.rules import PER_CENT
from tabletop.vocabulary import WRITTEN
from tabletop.words.language.voice import Voice
from tabletop.words.sentences.moves import price_lines

NAME = re.compile(r"`(?P<name>[a-z][a-z0-9.-]*)`")
"""A name in the rulebook, as an author of `rules.yaml` writes it."""

FILE = ".yaml"
"""The end of a name that is a file's."""


def rule_in_words(voice: Voice, paragraph: str) -> str:
    """The paragraph with each number and effect as this match has it; other names in code stay as they are."""
    return NAME.sub(lambda found: _said(voice, found["name"]) or found[0], paragraph)


def _said(voice: Voice, name: str) -> str:
    """What a name stands for: a number, the changes of an effect, or that the scenario sets it; empty for a word."""
    board = voice.board
    if name in board.numbers:
        return _number(name, board.numbers[name])
    if name in board.effects:
        changes = "; ".join(price_lines(voice, board.effects[name])) or voice.table["rule.nothing"]
        return voice.table["rule.effect"].format(changes=changes)
    return voice.table["rule.set"] if "." in name and not name.endswith(FILE) else ""


def _number(name: str, value: int) -> str:
    """A number in the unit that people read; what is kept in hundredths is written whole."""
    unit = NUMBERS[name]
    shown = f"{value / WRITTEN.get(unit, 1):g}".replace("-", "−")
    return f"{shown} %" if unit == PER_CENT else shown
