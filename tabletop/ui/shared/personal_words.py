"""The words of a match as one person wants to read them."""

from tabletop.scenario.board.lexicon import Lexicon
from tabletop.ui.shared.prefs import Prefs
from tabletop.words.language.less_harm import reduced


def personal_words(lexicon: Lexicon, prefs: Prefs) -> Lexicon:
    """A scenario's words in as much detail of harm as a person wants; the one place that decides it."""
    return reduced(lexicon) if prefs.detail == "reduced" else lexicon
