"""The room's dice: a commitment to their seed from the beginning, seed and salt once every table is over.

All tables have one seed, so what opens it at one table would tell the dice of the others.
"""

from tabletop.classroom.room import Room
from tabletop.classroom.stored_rooms import SALT
from tabletop.errors import JournalError
from tabletop.journal.commitment import commitment, new_salt
from tabletop.ui.web.request import Dice
from tabletop.words.language.section import Section
from tabletop.words.language.voice import capitalised
from tabletop.words.sentences.classroom import said


def settled(room: Room) -> str:
    """The commitment of a room; one that was made before rooms had a salt gets it now.

    Raises:
        JournalError: The salt could not be written.
    """
    if not room.recall(SALT):
        room.remember(SALT, new_salt())
    return commitment(room.header.seed, room.recall(SALT))


def dice_of(room: Room) -> Dice:
    """What may be told of a room's dice now."""
    told = settled(room)
    return Dice(told, str(room.header.seed), room.recall(SALT)) if all_over(room) else Dice(told)


def all_over(room: Room) -> bool:
    """Whether every table of a room has come to its end."""
    try:
        return all(room.table(number).match.over for number in room.numbers)
    except JournalError:
        return False  # a table that cannot be read may go on elsewhere


def dice_section(dice: Dice) -> Section:
    """The same for a report."""
    lines = [said("dice.commitment", commitment=dice.commitment)]
    if dice.salt:
        facts = {"commitment": dice.commitment, "seed": dice.seed, "salt": dice.salt}
        lines += [said("dice.opened", **facts), said("dice.check", **facts)]
    else:
        lines.append(said("dice.sealed"))
    return Section(capitalised(said("dice")), tuple(map(capitalised, lines)))
