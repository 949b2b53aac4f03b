"""What a seat keeps beside the match: notes of its own, and the receipts of its moves as a file to take home."""

import json
from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from tabletop.classroom.browser_forms import SEAT, as_json, aside, field, form_of
from tabletop.classroom.room import Room
from tabletop.classroom.sealed_receipts import all_written
from tabletop.ui.shared.seat_session import NOTES
from tabletop.ui.web.request import NOTES_MOST, mark_of

Unkept = Callable[[Request, tuple[int, str], str], Awaitable[Response]]
"""Answers with the page of notes that holds a text which was not kept."""


def keep_routes(room: Room, unkept: Unkept) -> list[Route]:
    """Notes are sent here, and receipts are fetched."""

    async def notes(asked: Request) -> Response:
        found = await aside(room.touch, asked.cookies.get(SEAT, ""))
        if found is None:
            return RedirectResponse("/seat", 303)
        form = await form_of(asked)
        typed = field(form, "notes")[:NOTES_MOST]
        kept = (await aside(room.port, *found)).notes
        before = await aside(kept.read, NOTES)
        if field(form, "kept") != mark_of(before):
            return await unkept(asked, found, f"{before}\n\n{typed}")
        await aside(kept.write, NOTES, typed)
        return RedirectResponse("/seat?page=notes", 303)

    async def receipts(asked: Request) -> Response:
        found = await aside(room.touch, asked.cookies.get(SEAT, ""))
        if found is None:
            return as_json({"state": "unknown"}, 403)
        headers = {"Content-Disposition": f'attachment; filename="receipts-{found[1]}.json"'}
        told = json.dumps(await aside(all_written, room, *found), indent=1)
        return Response(told, media_type="application/json", headers=headers)

    return [Route("/notes", notes, methods=["POST"]), Route("/receipts.json", receipts)]
