"""Less detail of harm, for who asks for it: shorter sentences and fewer facts, an overlay over the same match.

Nothing of it enters a journal, a rule or a digest; another reader of the same match may read in full.
"""

import re
from dataclasses import replace

from tabletop.scenario.board.background import SourcedFact
from tabletop.scenario.board.lexicon import Lexicon
from tabletop.words.language.tables import SPOKEN

HARM = re.compile(
    r"\b(killed|dead|died|deaths?|wounded|injured|casualt\w+|bodies|tortur\w+|abduct\w+|losses"
    r"|without (?:power|heat\w*|water|light))\b",
    re.IGNORECASE,
)
"""Words by which a scenario's sentence is known to tell of harm to people."""

SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z“])")


def reduced(lexicon: Lexicon) -> Lexicon:
    """The words of a scenario without what tells of harm: whole facts, and sentences of news and briefings."""
    return replace(
        lexicon,
        labels={
            path: lighter(text) if path.startswith("card.") else text for path, text in lexicon.labels.items()
        },
        texts={name: lighter(text) for name, text in lexicon.texts.items()},
        facts={
            slug: replace(fact, statement="") if harmful(fact) else fact
            for slug, fact in lexicon.facts.items()
        },
        reduced=True,
    )


def harmful(fact: SourcedFact) -> bool:
    """Whether a fact tells of harm to people, be it in the title or the address of a source."""
    cited = (f"{source.title} {source.address}" for source in fact.sources)
    return any(map(HARM.search, (fact.statement, fact.value, fact.by, *cited)))


def lighter(text: str) -> str:
    """A text without the sentences that tell of harm; a paragraph that has no others goes."""
    if not HARM.search(text):
        return text
    kept = (
        " ".join(part for part in SENTENCE.split(block) if not HARM.search(part))
        for block in text.split("\n\n")
    )
    return "\n\n".join(block for block in kept if block.strip()) or SPOKEN["reduced.fact"]
