"""The record: every event with a story as one neutral sentence, from where a reader sits."""

from tabletop.game.events import (
    Answered,
    DraftFailed,
    Happening,
    MatchEnded,
    PaperChanged,
    PaperClosed,
    PaperTabled,
    PositionTaken,
    TruceRan,
    WalkedOut,
)
from tabletop.words.facts import facts
from tabletop.words.labels import Voice, tidy
from tabletop.words.papers import paper

BOOKKEEPING = frozenset(
    {"phase-changed", "talks-set", "shifted", "bound", "ballots-cleared", "hazard-changed", "faith-counted"}
)
"""Events without a story of their own: what they do is told by the line beside them."""


def line(voice: Voice, event: Happening) -> str:
    """The sentence of an event; empty for bookkeeping, and for a paper whose own event tells it."""
    if event.kind in BOOKKEEPING:
        return ""
    said = facts(voice, event)
    if isinstance(event, PaperTabled | PaperChanged):
        if event.paper.kind == "strike":
            return ""
        said["paper"] = paper(voice, event.paper)
    variant = f"line.{event.kind}.{_variant(event)}"
    sentence = voice.say(variant if variant in voice.table else f"line.{event.kind}", **said)
    return tidy(sentence)


def _variant(event: Happening) -> str:
    match event:
        case PositionTaken(move=variant) | PaperClosed(how=variant) | TruceRan(how=variant):
            return variant
        case WalkedOut(until=variant):
            return variant
        case Answered(clause=clause):
            return "" if clause else "pressure"
        case DraftFailed(reasons=reasons):
            return "reasons" if any(words for _, words in reasons) else ""
        case MatchEnded(by=by):
            return "by" if by else ""
        case _:
            return ""
