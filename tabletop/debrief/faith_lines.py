"""A text in worlds with other faith in terms, in lines: for the command line, the end page and plain mode."""

from collections.abc import Sequence

from tabletop.debrief.faith import FaithWorld, FaithWorlds
from tabletop.words.language.section import Section
from tabletop.words.language.voice import Voice, number, percent, points


def faith_section(voice: Voice, found: FaithWorlds | None) -> Section:
    """What the text is in each world, one line a world; or that there was none."""
    title = voice.say("faith.title")
    if found is None:
        return Section(title, (voice.say("faith.none"),))
    which = voice.say("faith.signed" if found.signed else "faith.draft", round=number(found.round))
    lines = [which, *(_world(voice, world, played=world.faith == found.played) for world in found.worlds)]
    if all(world.faith != found.played for world in found.worlds):
        lines.append(voice.say("faith.played", faith=decimal(found.played)))
    return Section(title, (*lines, voice.say("faith.caution")))


def _world(voice: Voice, world: FaithWorld, *, played: bool) -> str:
    gains = ", ".join(
        voice.table["maths.gain"].format(seat=voice.name(seat), points=points(gain))
        for seat, gain in world.gains
    )
    return voice.say(
        "faith.world.played" if played else "faith.world",
        faith=decimal(world.faith),
        survival=percent(world.survival),
        gains=gains,
        signers=_signers(voice, world),
    )


def _signers(voice: Voice, world: FaithWorld) -> str:
    """Who would have signed."""
    if len(world.signers) == len(world.gains):
        return voice.say("faith.both")
    names: Sequence[str] = [voice.name(seat) for seat in world.signers]
    return voice.say("faith.only", seat=names[0]) if names else voice.say("faith.neither")


def decimal(thousandths: int) -> str:
    """A share of one, as `0.6`."""
    return f"{thousandths / 1_000:g}"
