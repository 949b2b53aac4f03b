"""Why a player that plays by itself moved: a reason's slug and its facts, as one sentence."""

from tabletop.words.english_reasons import REASONS


def why(slug: str, **facts: str) -> str:
    """The sentence of a reason.

    Raises:
        KeyError: There is no such reason, or a fact is missing.
    """
    return REASONS[f"reason.{slug}"].format_map(facts)
