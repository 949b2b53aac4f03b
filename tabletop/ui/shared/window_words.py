"""The window's own sentences, by slug and in the person's language."""

from tabletop.errors import OtherRules, TabletopError
from tabletop.words.language.i18n import Table, english

SENTENCES = Table(english("window"))
"""The window's own table; home is shown before any other is read."""


def said(slug: str, **facts: str) -> str:
    """The sentence of a slug with its facts filled in, literally.

    Raises:
        KeyError: There is no such sentence, or a fact it needs is missing.
    """
    return SENTENCES[slug].format_map(facts)


def said_or(slug: str, otherwise: str) -> str:
    """The sentence of a slug, or `otherwise` where there is none: what an author may name freely has no words here."""
    return SENTENCES.get(slug, otherwise)


def of_other_rules(error: TabletopError) -> str:
    """What can be done with a match of other rules, where that is why it was refused; else empty."""
    return (
        said("save.other-rules", played=error.played, ours=error.ours)
        if isinstance(error, OtherRules)
        else ""
    )
