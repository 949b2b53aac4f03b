"""Presets of orders: four cards a seat at most, words and choices together; they are no rule and enter no digest."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Preset:
    """A set of orders somebody may take as it is.

    Attributes:
        id: Its slug.
        label: Its name on the card.
        does: What it is thought to do, in a sentence.
        orders: Lever and choice; levers that are not named stay as they are chosen.
    """

    id: str
    label: str
    does: str
    orders: tuple[tuple[str, str], ...]
