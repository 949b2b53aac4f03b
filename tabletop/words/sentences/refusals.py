"""Refusals as sentences: the cause, the rule's number, the next step."""

from tabletop.errors import Refusal
from tabletop.words.language.voice import Voice, capitalised


def refusal_sentence(voice: Voice, refused: Refusal) -> str:
    """Why a move is not open, in one or two sentences; an unknown code reads as its own words."""
    said = {key: _fact(voice, key, value) for key, value in refused.facts}
    cause = capitalised(
        _fill(voice.table.get(f"refusal.{refused.code}", refused.code.replace("-", " ")), said)
    )
    if not refused.hint:
        return voice.say("refusal.frame", cause=cause, rule=refused.rule)
    hint = capitalised(
        _fill(voice.table.get(f"hint.{refused.hint}", f"{refused.hint.replace('-', ' ')}."), said)
    )
    return voice.say("refusal.frame.hint", cause=cause, rule=refused.rule, hint=hint)


def _fill(sentence: str, said: dict[str, str]) -> str:
    """Fill in the facts there are; a sentence that names others keeps its braces out of sight."""
    for key, value in said.items():
        sentence = sentence.replace(f"{{{key}}}", value)
    return sentence


def _fact(voice: Voice, key: str, value: str) -> str:
    if key in {"seat", "by", "to", "about", "other", "floor", "owes", "awaiting"}:
        return voice.whom(seat for seat in value.split(",") if seat)
    if key == "clause":
        return voice.clause(value)
    if key == "phase":
        return voice.table.get(f"phase.{value}", value)
    return voice.word(value)
