"""What the teacher can do from the room's page, at one table."""

from tabletop.classroom.lobby import refused
from tabletop.classroom.room import Room
from tabletop.game.records.moves import Pause
from tabletop.table.seats import PERSON


def done(room: Room, number: int, seat: str, act: str) -> str:
    """Do an act at a table; one of an unknown name does nothing.

    Args:
        room: The room.
        number: The table.
        seat: The seat, for acts that are about one.
        act: `pause`, `resume`, `fill` (bots at the empty seats), `stand-in`, `back`, `free`, or `link`.

    Returns:
        The token of a new link; empty for every other act.

    Raises:
        LobbyRefused: There is no such seat, or nothing can be done about it.
        IllegalMove: The match does not take it now.
        JournalError: It could not be written.
    """
    table = room.table(number)
    if any(each.closed for each in room.seats() if (each.table, each.seat) == (number, seat)):
        raise refused("seat-closed")
    match act:
        case "pause" | "resume":
            if not table.match.over and table.match.state.talks.paused == (act == "resume"):
                table.act(Pause("on" if act == "pause" else "off"))
        case "fill":
            for each in room.seats():
                if each.table == number and not (each.closed or each.taken) and each.keeper == PERSON:
                    room.stand_in(number, each.seat)
        case "stand-in":
            room.stand_in(number, seat)
        case "back":
            room.hand_back(number, seat)
        case "free":
            room.free_seat(number, seat)
        case "link":
            return room.issue(number, seat)
        case _:
            pass
    return ""
