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
    said, author = "\n".join(dict.fromkeys(shown)), authored(scenario)
    return [
        each for each, pattern in sentences().items() if pattern.search(said) and not pattern.search(author)
    ]


@cache
def authored(scenario: str) -> str:
    """The words of a scenario, which speak the language of their author."""
    words = lexicon(open_scenario(scenario))
    return "\n".join(
        [*words.labels.values(), *words.texts.values(), repr(words.facts), repr(words.background)]
    )


@cache
def sentences() -> dict[str, re.Pattern[str]]:
    """Every sentence of the catalogue that says something else in Ukrainian, as a pattern, its facts left open."""
    found: dict[str, re.Pattern[str]] = {}
    for message in kept("uk"):
        if isinstance(message.id, str) and message.string and message.string != message.id:
            parts = [unwrapped(part) for part, *_ in Formatter().parse(message.id.strip())]
            if len(re.findall(r"[a-z]{2,}", " ".join(parts), re.IGNORECASE)) >= LEAST:
                pieces = r".{1,200}?".join(re.escape(part) for part in parts)
                found[message.id] = re.compile(rf"(?<!\w){pieces}(?!\w)", re.IGNORECASE)
    return found


def unwrapped(shown: str) -> str:
    """A screen as one line, without the frames on it."""
    return " ".join(re.sub(r"[│┃║┌┐└┘━─┏┓┗┛▃▆▇▂]", " ", shown).split())
