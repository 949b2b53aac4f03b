"""A room as its lobby and its teacher's page show it, in the language that is spoken."""

from tabletop.classroom.clocks import Clocks, shown
from tabletop.classroom.lobby import Seat
from tabletop.classroom.room import Room
from tabletop.errors import JournalError
from tabletop.table.seats import PERSON
from tabletop.ui.web.lobby import Chair, TableCard
from tabletop.vocabulary import ENDS
from tabletop.words.language.i18n import Table, english
from tabletop.words.language.voice import Voice

SENTENCES = Table(english("web", "classroom"))
"""The sentences of pages and rooms."""


def table_cards(room: Room, clocks: Clocks) -> list[TableCard]:
    """Every table of a room with its seats; one that cannot be taken up says why."""
    seats = {number: list[Seat]() for number in room.numbers}
    for each in room.seats():
        seats[each.table].append(each)
    return [_card(room, clocks, number, found) for number, found in seats.items()]


def _card(room: Room, clocks: Clocks, number: int, seats: list[Seat]) -> TableCard:
    try:
        port = room.port(number)
        view = port.view
    except JournalError as error:
        return TableCard(number, (), trouble=str(error))
    voice, talks = Voice(port.board, port.lexicon, ""), view.sight.talks
    waits = [voice.name(seat.id) for at, seat in enumerate(voice.board.seats) if talks.awaiting >> at & 1]
    trouble = port.table.trouble
    return TableCard(
        number,
        tuple(
            _chair(voice, each) for each in sorted(seats, key=lambda each: voice.board.seat_index[each.seat])
        ),
        where=SENTENCES["web.control.where"].format(
            round=talks.round, phase=voice.say(f"phase.{talks.phase.value}")
        ),
        waits=SENTENCES["web.control.waits"].format(seats=", ".join(waits)) if waits else "",
        paused=talks.paused,
        over=talks.phase in ENDS,
        clock=shown(clocks, number),
        until=_until(clocks, number),
        trouble=str(trouble) if trouble is not None else "",
    )


def _until(clocks: Clocks, number: int) -> int:
    """Whole minutes until a pause ends by itself, at least one; 0 for one without an end."""
    found, now = clocks.of(number)
    return max(1, round((found.until - now) / 60)) if found.until else 0


def _chair(voice: Voice, seat: Seat) -> Chair:
    bot = seat.keeper != PERSON
    temper = voice.table.get(f"temper.{seat.keeper}", seat.keeper)
    return Chair(
        seat.seat,
        voice.name(seat.seat),
        "bot" if seat.closed else "taken" if seat.taken else "free",
        seat.nickname,
        seat.presence.value,
        SENTENCES["web.control.keeper"].format(temper=temper) if bot else SENTENCES["web.control.person"],
        stands_in=bot and not seat.closed,
    )
