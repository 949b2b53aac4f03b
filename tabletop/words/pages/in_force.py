"""How a text in force stands, in words and per cent: durability of the text apart from this month's risk."""

from tabletop.game.aftermath.breaking import Reckoning
from tabletop.game.views import InForce
from tabletop.words.language.voice import Voice, number, percent, points
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
    if found.asked == "break" and found.breaking is not None and found.breaking.gain > 0:
        lines += breaking_lines(voice, found.breaking)
    return tuple(lines)


def breaking_lines(voice: Voice, own: Reckoning) -> tuple[str, ...]:
    """What it would mean to break the text, for a party that is asked: what is lost, what follows, what does not."""
    parts = {name: points(getattr(own, name)) for name in ("left", "balance", "ahead", "price", "terms")}
    return (
        voice.say("force.break.asked"),
        voice.say("force.break.parts", **parts),
        voice.say("force.break.lost"),
        voice.say("force.break.follows"),
        voice.say("force.break.counts"),
    )


def risk(share: int) -> str:
    """The word for a month's risk, per ten thousand."""
    return next((word for most, word in RISKS if share <= most), "high")
