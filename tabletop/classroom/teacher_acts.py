"""What the teacher can do from the room's page, at one table."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from tabletop.classroom.browser_forms import number_in
from tabletop.classroom.clocks import Clocks
from tabletop.classroom.lobby import refused
from tabletop.classroom.room import Room
from tabletop.errors import TabletopError
from tabletop.game.records.moves import Stop
from tabletop.table.seats import PERSON
from tabletop.words.language.sanitize import clean

PAUSE_MOST = 180
"""Minutes of a pause at most."""


@dataclass(frozen=True, slots=True)
class Act:
    """What was asked for on the teacher's page.

    Attributes:
        act: `pause`, `resume`, `more` (time), `stop`, `fill` (bots at the empty seats), `stand-in`, `back`, `free`, or
            `link`.
        seat: The seat, for acts that are about one.
        reason: Why a match is stopped; may be empty.
        minutes: How long a pause lasts; empty or nothing sensible for one without an end.
    """

    act: str
    seat: str = ""
    reason: str = ""
    minutes: str = ""

    FIELDS: ClassVar = ("act", "seat", "reason", "minutes")
    """Names of the form's fields, in the order above."""


def done_at(room: Room, clocks: Clocks, numbers: Iterable[int], act: Act) -> dict[tuple[int, str], str]:
    """Do an act at each of some tables; where it cannot be done at one, the others do not miss it.

    Returns:
        By table and seat, the tokens of new links.

    Raises:
        TabletopError: It could not be done at a table: the first of these errors.
    """
    tokens: dict[tuple[int, str], str] = {}
    failed: TabletopError | None = None
    for number in numbers:
        try:
            if token := done(room, clocks, number, act):
                tokens[number, act.seat] = token
        except TabletopError as error:
            failed = failed or error
    if failed is not None:
        raise failed
    return tokens


def done(room: Room, clocks: Clocks, number: int, act: Act) -> str:
    """Do an act at a table; one of an unknown name does nothing.

    Returns:
        The token of a new link; empty for every other act.

    Raises:
        LobbyRefused: There is no such seat, or nothing can be done about it.
        IllegalMove: The match does not take it now.
        JournalError: It could not be written.
    """
    table, seat = room.table(number), act.seat
    if any(each.closed for each in room.seats() if (each.table, each.seat) == (number, seat)):
        raise refused("seat-closed")
    over = table.match.over
    match act.act:
        case "pause" if not over:
            clocks.pause(number, min(number_in(act.minutes), PAUSE_MOST))
        case "resume" if not over:
            clocks.resume(number)
        case "more" if not over:
            clocks.more(number)
        case "stop" if not over:
            table.act(Stop(clean(act.reason, table.match.board.numbers["words.most"])))
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
