"""Old journals: one function for each version that the form left behind, on plain data before validation.

A later version adds its step to `STEPS`; the steps run one after the other, so none knows more than the next.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tabletop.journal.entry import VERSION, Raw


@dataclass(frozen=True, slots=True)
class Step:
    """From one version of the form to the next.

    Attributes:
        header: Turns a header's line.
        entry: Turns an entry's line.
    """

    header: Callable[[Raw], Raw]
    entry: Callable[[Raw], Raw]


STEPS: Mapping[int, Step] = {}
"""By version that is left behind; version 1 is the first, so there is none yet."""


def upcast_header(raw: Raw, written: int, steps: Mapping[int, Step] = STEPS, newest: int = VERSION) -> Raw:
    """A header's line in the newest form, from the form it was `written` in."""
    for version in range(written, newest):
        raw = {**steps[version].header(raw), "version": version + 1}
    return raw


def upcast_entry(raw: Raw, written: int, steps: Mapping[int, Step] = STEPS, newest: int = VERSION) -> Raw:
    """An entry's line in the newest form, from the form it was `written` in."""
    for version in range(written, newest):
        raw = steps[version].entry(raw)
    return raw
