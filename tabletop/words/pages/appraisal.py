"""What a text is worth to its reader, in four parts: if it holds, will it hold, would home carry it, gain.

No deal is always the zero line. Nothing here is ever put on one scale with another seat's numbers.
"""

from dataclasses import dataclass

from tabletop.game.worth.value import Appraisal
from tabletop.words.language.voice import Voice, bar, points

TENTH = 10
"""A tenth of a point, in hundredths: the least that is shown."""


@dataclass(frozen=True, slots=True)
class Part:
    """One of the four parts.

    Attributes:
        slug: `terms`, `survival`, `ratified` or `gain`.
        label: Its name.
        share: How full its bar is, per ten thousand.
        words: What it says.
        brief: The same in a word or two, where columns are few.
    """

    slug: str
    label: str
    share: int
    words: str
    brief: str

    @property
    def bar(self) -> str:
        """The bar, eight shapes wide."""
        return bar(self.share)


def appraisal_parts(voice: Voice, appraisal: Appraisal) -> tuple[Part, ...]:
    """The four parts, in the order they should be read."""
    over = points(appraisal.terms - appraisal.alternative)
    home, worth = _ratified(appraisal), gain_words(voice, appraisal)
    said = voice.table["terms.over"].format(words=_terms(voice, appraisal), over=over)
    return (
        Part("terms", voice.say("part.terms"), appraisal.terms, said, over),
        Part(
            "survival",
            voice.say("part.survival"),
            appraisal.survival,
            _survival(voice, appraisal),
            _chance(voice, appraisal.survival),
        ),
        Part(
            "ratified",
            voice.say("part.ratified"),
            appraisal.ratified,
            voice.table[f"ratified.{home}"],
            voice.table[f"brief.ratified.{home}"],
        ),
        Part("gain", voice.say("part.gain"), _half(appraisal.gain), worth, worth),
    )


def parting_lines(voice: Voice, before: Appraisal, after: Appraisal) -> tuple[str, ...]:
    """Why the gain moves the other way than the terms, where it does by a tenth of a point or more."""
    terms = (after.terms - after.alternative) - (before.terms - before.alternative)
    gain = after.gain - before.gain
    return (voice.say("part.parting"),) if terms * gain < 0 and min(abs(terms), abs(gain)) >= TENTH else ()


FOLLOWS_TERMS = -2_00
"""Gain in hundredths of a point below which the meter follows the terms: a gain so low hardly moves."""


@dataclass(frozen=True, slots=True)
class Meter:
    """One meter of the whole draft for its reader, with no deal marked on it.

    Attributes:
        share: How far it is filled, per ten thousand.
        zero: Where no deal stands on it, per ten thousand.
        words: What it follows, and by how much it differs from no deal.
    """

    share: int
    zero: int
    words: str

    def bar(self, width: int) -> str:
        """The meter in so many columns: filled, empty, and a stroke where no deal stands."""
        cells = list(bar(self.share, width))
        if not cells:
            return ""
        cells[min(width - 1, self.zero * width // 100_00)] = "┃"
        return "".join(cells)


def draft_meter(voice: Voice, appraisal: Appraisal) -> Meter:
    """The meter: the gain over no deal, or the worth of the terms if they hold while the gain is very low."""
    if appraisal.gain < FOLLOWS_TERMS:
        over = points(appraisal.terms - appraisal.alternative)
        return Meter(appraisal.terms, appraisal.alternative, voice.say("meter.terms", over=over))
    return Meter(_half(appraisal.gain), 50_00, voice.say("meter.gain", over=points(appraisal.gain)))


def gain_words(voice: Voice, appraisal: Appraisal) -> str:
    """The expected value over no deal, in points with their sign."""
    return voice.table["gain.points"].format(points=points(appraisal.gain))


def _terms(voice: Voice, appraisal: Appraisal) -> str:
    over = appraisal.terms - appraisal.alternative
    for least, slug in ((8_00, "much-better"), (1_00, "better"), (-1_00, "even"), (-8_00, "worse")):
        if over >= least:
            return voice.table[f"terms.{slug}"]
    return voice.table["terms.much-worse"]


def _survival(voice: Voice, appraisal: Appraisal) -> str:
    return voice.table["survival.for"].format(chance=voice.chance(appraisal.survival))


def _chance(voice: Voice, share: int) -> str:
    """A chance as a band in few letters."""
    if share < 5_00:
        return voice.table["brief.least"]
    return voice.table["brief.most"] if share > 95_00 else voice.chance(share)


def _ratified(appraisal: Appraisal) -> str:
    for least, slug in ((92_00, "safe"), (70_00, "likely"), (40_00, "even"), (15_00, "doubtful")):
        if appraisal.ratified >= least:
            return slug
    return "unlikely"


def _half(gain_: int) -> int:
    """A bar whose middle is no deal; ten points to either side fill it or empty it."""
    return max(0, min(100_00, 50_00 + gain_ * 5))
