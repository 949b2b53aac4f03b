"""Lines to choose from: a box that leaves one thing to pick becomes one line for each answer."""

from dataclasses import dataclass, replace

from tabletop.game.records.menu import Box, Pick
from tabletop.game.records.papers import Paper
from tabletop.words.language.voice import Voice
from tabletop.words.sentences.moves import MenuLine, menu_line


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """A line of a menu and the box it opens."""

    words: MenuLine
    box: Box


def menu_lines(voice: Voice, boxes: tuple[Box, ...], papers: tuple[Paper, ...]) -> tuple[AnswerLine, ...]:
    """The boxes as lines, in their order."""
    return tuple(AnswerLine(menu_line(voice, box, papers), box) for whole in boxes for box in _single(whole))


def _single(box: Box) -> tuple[Box, ...]:
    """A box that leaves a single pick open, as one box for each value; any other box as it is."""
    left = [slot for slot in box.slots if slot.only is None]
    if len(left) != 1 or not isinstance(left[0], Pick):
        return (box,)
    pick = left[0]
    return tuple(
        replace(
            box,
            slots=tuple(replace(pick, ids=(each,)) if slot is pick else slot for slot in box.slots),
        )
        for each in pick.ids
    )
