"""What can be taken home of a table: its report as text, and for the teacher its journal.

A report tells what may be told now, and all of it after the end.
"""

from collections.abc import Awaitable, Callable

from starlette.requests import Request as Asked
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from tabletop.classroom.browser_forms import aside, number_in
from tabletop.classroom.fair_dice import dice_of, dice_section
from tabletop.classroom.room import Room
from tabletop.debrief.report import debrief
from tabletop.vocabulary import OBSERVER
from tabletop.words.language.i18n import language, speaking
from tabletop.words.language.section import Section, plain_lines
from tabletop.words.sentences.classroom import said

SeatOf = Callable[[Asked], Awaitable[tuple[int, str] | None]]
MayTeach = Callable[[Asked], Awaitable[bool]]
Strange = Callable[[Asked, Exception | None], Awaitable[Response]]


class Reports:
    """The reports of a room; those of matches that are over are worked out once."""

    def __init__(self, room: Room) -> None:
        """Tell of a room's tables."""
        self._room = room
        self._told: dict[tuple[int, str, str], tuple[Section, ...]] = {}

    def sections(self, number: int, seat: str) -> tuple[Section, ...]:
        """The report of a table as a seat, or an onlooker, may read it now, in the language that is spoken.

        Raises:
            JournalError: The table cannot be read.
        """
        table, key = self._room.table(number), (number, seat, language())
        with table.lock:
            match, entries = table.match, table.match.store.since(0)
            over = match.over
        if key in self._told:
            return self._told[key]
        found = debrief(match.board, match.lexicon, entries, seat)
        if over:
            self._told[key] = found
        return found

    def text(self, number: int, seat: str, tongue: str) -> str:
        """The same as text."""
        with speaking(tongue):
            name = self._room.table(number).match.lexicon.texts.get("title", "").strip()
            head = said("room.report", title=name, number=number)
            found = (*self.sections(number, seat), dice_section(dice_of(self._room)))
            return "\n".join((head, "", *plain_lines(found), ""))

    def routes(
        self, seat_of: SeatOf, is_teacher: MayTeach, tongue: Callable[[Asked], str], strange: Strange
    ) -> list[Route]:
        """The pages: a seat's own report, and one of each table for the teacher."""

        async def own(asked: Asked) -> Response:
            found = await seat_of(asked)
            if found is None:
                return await strange(asked, None)
            return PlainTextResponse(await aside(self.text, *found, tongue(asked)))

        async def of_table(asked: Asked) -> Response:
            number = number_in(asked.path_params["number"])
            if not await is_teacher(asked) or number not in self._room.numbers:
                return await strange(asked, None)
            return PlainTextResponse(await aside(self.text, number, OBSERVER, tongue(asked)))

        async def journal(asked: Asked) -> Response:
            number = number_in(asked.path_params["number"])
            if not await is_teacher(asked) or number not in self._room.numbers:
                return await strange(asked, None)
            name = f"{self._room.scenario.id}-table-{number}.journal.jsonl"
            headers = {"Content-Disposition": f'attachment; filename="{name}"'}
            raw = await aside(self._room.journal, number)
            return Response(raw, media_type="application/x-ndjson", headers=headers)

        return [
            Route("/report", own),
            Route("/control/report/{number}", of_table),
            Route("/control/journal/{number}", journal),
        ]
