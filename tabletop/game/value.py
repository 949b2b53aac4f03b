"""What a text is worth (chapter V): integers only, tables for every curve."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Appraisal:
    """What a text is worth to one seat, by its own lights; nothing here is another seat's.

    Attributes:
        terms: U: the terms if they hold, hundredths of a point, 0 to 10,000.
        alternative: RV: the alternative, hundredths of a point.
        survival: S: chance that the text holds 24 months, per ten thousand.
        ratified: q: chance that it is ratified, per ten thousand, as far as the seat can know.
        collapse: D: what a collapse leaves, against the alternative, hundredths of a point.
        gain: Expected value over no deal, hundredths of a point (V1.1).
    """

    terms: int
    alternative: int
    survival: int
    ratified: int
    collapse: int
    gain: int
