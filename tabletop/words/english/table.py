"""English, one table: every sentence of the game by its slug.

A second language is another table with the same slugs. Sentences are built "label: value", so that no word
needs a case; facts stand in braces and are filled in literally. Lines of the record are in the past tense,
which reads alike after "you" and after a name.
"""

from tabletop.words.english.aftermath import AFTERMATH
from tabletop.words.english.consent import CONSENT
from tabletop.words.english.counsel import COUNSEL
from tabletop.words.english.desk import DESK
from tabletop.words.english.doubt import DOUBT
from tabletop.words.english.frontier import FRONTIER
from tabletop.words.english.lines import LINES
from tabletop.words.english.moves import MOVES
from tabletop.words.english.pages import PAGES
from tabletop.words.english.refusals import REFUSALS
from tabletop.words.english.screens import SCREENS
from tabletop.words.english.sources import SOURCES
from tabletop.words.english.tutorial import TUTORIAL
from tabletop.words.english.window import WINDOW

ENGLISH: dict[str, str] = (
    LINES
    | AFTERMATH
    | CONSENT
    | COUNSEL
    | DESK
    | DOUBT
    | FRONTIER
    | MOVES
    | PAGES
    | REFUSALS
    | SCREENS
    | SOURCES
    | TUTORIAL
    | WINDOW
)
