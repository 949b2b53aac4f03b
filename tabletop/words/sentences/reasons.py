"""Why a player that plays by itself moved, and what it says aloud, in the language that is spoken."""

import re
from string import Formatter

from tabletop.game.records.sentence import Sentence
from tabletop.words.language.i18n import english
from tabletop.words.language.tables import SPOKEN

ALOUD = english("aloud")
"""English for what bots say to others in moves that take words; such words stand in journals as they are here."""

POINTS = re.compile(r"[+−]?\d+\.\d+")

MISSING = "…"
"""Stands for a fact that a journal does not give."""

_ALOUD_SLUGS = {sentence: slug for slug, sentence in ALOUD.items()}


def said(reason: Sentence | None) -> str:
    """A reason as a sentence, empty for none; a text without an id as it stands, an id without words by itself."""
    if reason is None:
        return ""
    slug = f"reason.{reason.slug}"
    if slug not in SPOKEN:
        return reason.facts.get("text", reason.slug)
    template = SPOKEN[slug]
    facts = {
        name: _as_read(reason.facts.get(name, MISSING)) for _, name, *_ in Formatter().parse(template) if name
    }
    if temper := facts.get("temper"):
        facts["temper"] = SPOKEN.get(f"temper.{temper}", temper)
    return template.format_map(facts)


def _as_read(fact: str) -> str:
    """A fact; points stand in a journal as `+1.4` whoever reads them."""
    return fact.replace(".", SPOKEN["number.decimal"]) if POINTS.fullmatch(fact) else fact


def bot_words(slug: str) -> str:
    """What a bot writes into a move that takes words: always English, so that no match depends on a reader.

    Raises:
        KeyError: No bot says this.
    """
    return ALOUD[f"aloud.{slug}"]


def aloud(words: str) -> str:
    """What a seat said: a bot's words in the language that is spoken, a person's as they were typed."""
    slug = _ALOUD_SLUGS.get(words)
    return words if slug is None else SPOKEN[slug]
