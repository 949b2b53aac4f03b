"""A scenario's words as the person's settings ask for them, for commands that show a match without a window."""

from tabletop.command.folders import preferences
from tabletop.scenario.board.lexicon import Lexicon
from tabletop.ui.shared.personal_words import personal_words
from tabletop.ui.shared.prefs import read_prefs


def preferred(lexicon: Lexicon) -> Lexicon:
    """The words of a scenario in as much detail of harm as the person wants."""
    return personal_words(lexicon, read_prefs(preferences()))
