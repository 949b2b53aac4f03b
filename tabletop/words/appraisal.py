"""What a text is worth to its reader, in four parts: if it holds, will it hold, would home carry it, gain.

No deal is always the zero line. Nothing here is ever put on one scale with another seat's numbers.
"""

from dataclasses import dataclass

from tabletop.game.value import Appraisal
from tabletop.words.labels import Voice, bar, points


@dataclass(frozen=True, slots=True)
class Part:
    """One of the four parts.

    Attributes:
        slug: `terms`, `survival`, `ratified` or `gain`.
        label: Its name.
        share: How full its bar is, per ten thousand.
        words: What it says.
    """

    slug: str
    label: str
    share: int
    words: str

    @property
    def bar(self) -> str:
        """The bar, eight shapes wide."""
        return bar(self.share)


def parts(voice: Voice, appraisal: Appraisal) -> tuple[Part, ...]:
    """The four parts, in the order they should be read."""
    return (
        Part("terms", voice.say("part.terms"), appraisal.terms, _terms(voice, appraisal)),
        Part("survival", voice.say("part.survival"), appraisal.survival, _survival(voice, appraisal)),
        Part("ratified", voice.say("part.ratified"), appraisal.ratified, _ratified(voice, appraisal)),
        Part("gain", voice.say("part.gain"), _half(appraisal.gain), gain(voice, appraisal)),
    )


def gain(voice: Voice, appraisal: Appraisal) -> str:
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


def _ratified(voice: Voice, appraisal: Appraisal) -> str:
    for least, slug in ((92_00, "safe"), (70_00, "likely"), (40_00, "even"), (15_00, "doubtful")):
        if appraisal.ratified >= least:
            return voice.table[f"ratified.{slug}"]
    return voice.table["ratified.unlikely"]


def _half(gain_: int) -> int:
    """A bar whose middle is no deal; ten points to either side fill it or empty it."""
    return max(0, min(100_00, 50_00 + gain_ * 5))
