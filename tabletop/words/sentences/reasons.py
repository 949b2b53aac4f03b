"""Why a player that plays by itself moved: a reason's slug and its facts, as one sentence.

A journal keeps the English sentence, whoever reads it later; a reader hears it in the language that is spoken. A
sentence that no reason can have made, such as what a person typed or an older version said, is shown as it is.
"""

import re
from functools import cache
from string import Formatter

from tabletop.words.language.i18n import FIRST, english, language
from tabletop.words.language.tables import SPOKEN

REASONS = english("reasons")
"""English for why a player moved, by `reason.` and the reason."""

NUMBER = r"[+-]?[0-9]{1,9}(?:\.[0-9])?"
"""A fact that is a number: a gain in points with its sign, a share, megawatts, sessions."""

ALOUD = ".words"
"""How the slug ends of what a bot says to others."""


def why(slug: str, **facts: str) -> str:
    """The sentence of a reason, in English.

    Raises:
        KeyError: There is no such reason, or a fact is missing.
    """
    return REASONS[f"reason.{slug}"].format_map(facts)


def heard(sentence: str) -> str:
    """A reason in the language that is spoken; any other sentence as it is."""
    found = None if language() == FIRST else recognised(sentence)
    if found is None:
        return sentence
    slug, facts = found
    if temper := facts.get("temper"):
        facts["temper"] = SPOKEN[f"temper.{temper}"]
    return SPOKEN[slug].format_map(facts)


def aloud(words: str) -> str:
    """What a seat said: a bot's words in the language that is spoken, a person's as they were typed."""
    found = None if language() == FIRST else recognised(words)
    return SPOKEN[found[0]] if found and found[0].endswith(ALOUD) else words


def recognised(sentence: str) -> tuple[str, dict[str, str]] | None:
    """The slug of a reason and its facts, read from the whole of a sentence; None when no reason says it."""
    for slug, pattern in patterns().items():
        if found := pattern.fullmatch(sentence):
            return slug, found.groupdict()
    return None


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """Every reason as an expression: its words as they are, its facts by name."""
    tempers = "|".join(slug.removeprefix("temper.") for slug in SPOKEN if slug.startswith("temper."))
    found: dict[str, re.Pattern[str]] = {}
    for slug, sentence in REASONS.items():
        parts = (
            re.escape(said) + (f"(?P<{name}>{tempers if name == 'temper' else NUMBER})" if name else "")
            for said, name, *_ in Formatter().parse(sentence)
        )
        found[slug] = re.compile("".join(parts))
    return found
