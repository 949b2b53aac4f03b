"""What a room says to those who keep it and to those who come in, by slug and in the person's language."""

from tabletop.words.language.i18n import Table, english

SENTENCES = Table(english("classroom"))
"""The room's own sentences."""


def said(slug: str, **facts: object) -> str:
    """The sentence of a slug with its facts filled in, literally.

    Raises:
        KeyError: There is no such sentence, or a fact it needs is missing.
    """
    return SENTENCES[slug].format_map(facts)
