"""How a text in force stands, in words and per cent: durability of the text apart from this month's risk."""

from tabletop.game.views import InForce
from tabletop.words.language.voice import Voice, number, percent
from tabletop.words.sentences.fillings import violation_counts

RISKS = ((1_00, "slight"), (3_00, "low"), (8_00, "marked"))
"""Up to which chance a month's risk, per ten thousand, goes by which word; above them it is high."""


def in_force_lines(voice: Voice, found: InForce) -> tuple[str, ...]:
    """The lines, in the order they should be read."""
    lines = [
        voice.say("force.month", month=number(found.month), months=number(found.months)),
        voice.say(
            "force.durability", chance=voice.chance(found.durability), percent=percent(found.durability)
        ),
        voice.say(
            "force.risk", word=voice.table[f"force.risk.{risk(found.risk)}"], percent=percent(found.risk)
        ),
        voice.say("force.told", told=violation_counts(voice, found.told)),
        voice.say("force.believed", percent=percent(found.credibility)),
    ]
    if found.renewal:
        lines.append(voice.say("force.renewal", month=number(found.renewal)))
    return tuple(lines)


def risk(share: int) -> str:
    """The word for a month's risk, per ten thousand."""
    return next((word for most, word in RISKS if share <= most), "high")
