"""Finding what was left in English on a screen or in lines that should speak Ukrainian."""

import re
from collections.abc import Iterable
from functools import cache
from string import Formatter

from tabletop.scenario.compiler.lexicon import lexicon
from tabletop.scenario.library import open_scenario
from tests.words.catalogue import kept

LEAST = 3
"""Words of a sentence that is looked for; shorter ones are found in the words of any author."""


def left(shown: Iterable[str], scenario: str = "abu-dhabi-2026") -> list[str]:
    """Sentences of the catalogue that stand within a line in English, unless the scenario says them too."""
    said, author = "\n".join(dict.fromkeys(shown)).lower(), authored(scenario)
    return [each for each, parts in sentences().items() if stands(parts, said) and not stands(parts, author)]


def stands(parts: tuple[str, ...], text: str) -> bool:
    """Whether the parts of a sentence stand in a line of a text, one after another, with facts between them."""
    if not all(part in text for part in parts):
        return False
    found = re.compile(r".{1,200}?".join(map(re.escape, parts))).finditer(text)
    return any(alone(text, *each.span()) for each in found)


def alone(text: str, start: int, end: int) -> bool:
    """Whether no word of a text goes on beyond a place."""
    inside = text[start].isalnum() and text[start - 1 : start].isalnum()
    return not inside and not (text[end - 1].isalnum() and text[end : end + 1].isalnum())


@cache
def authored(scenario: str) -> str:
    """The words of a scenario, which speak the language of their author; in lower case."""
    words = lexicon(open_scenario(scenario))
    told = [*words.labels.values(), *words.texts.values(), repr(words.facts), repr(words.background)]
    return "\n".join(told).lower()


@cache
def sentences() -> dict[str, tuple[str, ...]]:
    """Sentences of the catalogue that are others in Ukrainian, each by its parts between the facts, in lower case."""
    found: dict[str, tuple[str, ...]] = {}
    for message in kept("uk"):
        if isinstance(message.id, str) and message.string and message.string != message.id:
            pieces = (unwrapped(part) for part, *_ in Formatter().parse(message.id.strip()))
            parts = tuple(piece.lower() for piece in pieces if piece)
            if len(re.findall(r"[a-z]{2,}", " ".join(parts))) >= LEAST:
                found[message.id] = parts
    return found


def unwrapped(shown: str) -> str:
    """A screen as one line, without the frames on it."""
    return " ".join(re.sub(r"[│┃║┌┐└┘━─┏┓┗┛▃▆▇▂]", " ", shown).split())
