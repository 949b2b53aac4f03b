"""What a seat's page shows beside the match: the clock, the dice, what became of a move, the report at the end."""

from secrets import token_hex

from tabletop.classroom.clocks import Clocks, shown
from tabletop.classroom.fair_dice import dice_of
from tabletop.classroom.receipts import Receipt
from tabletop.classroom.reports import Reports
from tabletop.classroom.room import Room
from tabletop.classroom.sealed_receipts import place_of
from tabletop.ui.web.request import Receipt as Shown
from tabletop.ui.web.request import Request
from tabletop.words.language.i18n import speaking


def request_of(
    room: Room,
    clocks: Clocks,
    reports: Reports,
    place: tuple[int, str],
    tongue: str,
    page: str,
    mine: str,
) -> Request:
    """What a page of a seat is asked for with.

    Args:
        room: The room.
        clocks: Its clocks.
        reports: Its reports.
        place: Table and seat.
        tongue: The language of the answer.
        page: The page that is asked for.
        mine: Under what a browser keeps what belongs to this seat.

    Raises:
        JournalError: The table cannot be read.
    """
    number, seat = place
    over = room.table(number).match.over
    with speaking(tongue):
        debrief = reports.sections(number, seat) if over and page == "end" else ()
    return Request(
        page=page,
        language=tongue,
        cid=token_hex(8),
        script="/seat.js",
        mine=mine,
        clock=shown(clocks, number),
        dice=dice_of(room),
        report="/report" if over else "",
        debrief=debrief,
    )


def shown_receipt(room: Room, place: tuple[int, str], receipt: Receipt) -> Shown | None:
    """A receipt as the page shows it; nothing of a move that nobody knows."""
    if receipt.state == "unknown":
        return None
    own, at = place_of(room, *place, receipt)
    return Shown(receipt.state, at, own=own)
