"""A sentence before it has a language: its slug, and the facts that fill it.

Players give reasons so, and journals keep them so; `words.sentences.reasons` says them to a reader.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, whoever will read it.

    Attributes:
        slug: The sentence's id in the words; empty for a text that no id is known for.
        facts: What stands in its braces, by name; a text without an id is its only fact, `text`.
    """

    slug: str
    facts: Mapping[str, str] = field(default_factory=dict[str, str])
