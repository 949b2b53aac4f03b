"""News for an open page: that there is something new for its seat, and nothing of what; the page then fetches itself.

A signal holds the turn of the seat, which counts only what that seat sees change. Signals that come close together are
one. Where the clock of the table is set anew, that is told, too. A window that opens when a seat has too many closes
the oldest, which is told so; whoever does not read is cut.
"""

import asyncio
from asyncio import Event, get_running_loop
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass, field

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route
from starlette.types import Message, Send

from tabletop.classroom.browser_forms import SEAT, aside
from tabletop.classroom.clocks import Clocks
from tabletop.classroom.room import Room

WINDOWS_MOST = 3
"""Windows of a seat that hear news; a browser makes six connections to a host at most, and a page needs one."""

BEAT_S, APART_S, SEND_S = 10.0, 0.5, 15.0
"""Seconds of silence after which a comment is sent, between two signals, and that a reader may take for one."""

AGAIN_MS = 1_500
"""After so long a browser that lost its stream asks for it anew."""

NAME_MOST = 32
"""Characters of a window's name that count."""


@dataclass(eq=False, slots=True)
class Window:
    """An open page of a seat."""

    hidden: bool
    woken: Event = field(default_factory=Event)
    closing: str = ""
    """The last event it is sent; empty while it is open."""


class TimelyResponse(StreamingResponse):
    """A stream whose reader is cut when it does not take what is sent."""

    async def stream_response(self, send: Send) -> None:
        """Send until the end, or until a part is not taken in time."""

        async def timely(message: Message) -> None:
            await asyncio.wait_for(send(message), SEND_S)

        with suppress(TimeoutError):
            await super().stream_response(timely)


class NewsStreams:
    """The streams of a room's seats."""

    def __init__(self, room: Room, clocks: Clocks) -> None:
        self._room, self._clocks = room, clocks
        self._open: dict[tuple[int, str], dict[str, Window]] = {}

    def routes(self) -> list[Route]:
        """The stream."""
        return [Route("/news", self.news)]

    def end(self) -> None:
        """End every stream: the host is closing."""
        for there in self._open.values():
            for window in there.values():
                _close(window, "ended")

    async def news(self, asked: Request) -> Response:
        """The stream of the seat that a browser has; without one an answer after which no browser asks again."""
        token, hidden = asked.cookies.get(SEAT, ""), "hidden" in asked.query_params
        found = await aside(self._room.touch, token) if token else None
        if found is None:
            return Response(status_code=204)
        name = asked.query_params.get("window", "")[:NAME_MOST]
        return TimelyResponse(self._events(token, found, name, hidden=hidden), media_type="text/event-stream")

    async def _events(
        self, token: str, found: tuple[int, str], name: str, *, hidden: bool
    ) -> AsyncIterator[str]:
        number, seat = found
        table = await aside(self._room.table, number)
        loop, window = get_running_loop(), self._admit(found, name, hidden=hidden)
        told, beat = -1, 0.0

        def wake() -> None:
            with suppress(RuntimeError):  # the loop has ended, and with it who listened
                loop.call_soon_threadsafe(window.woken.set)

        ends = table.listen(wake)
        try:
            clock = await aside(self._clock, number)
            yield f"retry: {AGAIN_MS}\n\n"
            while not window.closing:
                window.woken.clear()
                turn = await aside(table.turn, seat)
                if turn != told:
                    yield f"id: {turn}\nevent: news\ndata: {turn}\n\n"
                    told = turn
                    await asyncio.sleep(APART_S)
                if (now := await aside(self._clock, number)) != clock:
                    clock = now
                    yield "event: clock\ndata: clock\n\n"
                if loop.time() >= beat:
                    beat = loop.time() + BEAT_S
                    if not await self._still(token, found):
                        window.closing = "gone"
                        break
                    yield ": \n\n"
                with suppress(TimeoutError):
                    await asyncio.wait_for(window.woken.wait(), max(0.0, beat - loop.time()))
            yield f"event: {window.closing}\ndata: {window.closing}\n\n"
        finally:
            ends()
            self._leave(found, name, window)

    def _clock(self, number: int) -> tuple[float, float]:
        """What a page counts from: when the time is up, or what is left while the clock stands."""
        found, _now = self._clocks.of(number)
        return found.deadline, found.left

    async def _still(self, token: str, found: tuple[int, str]) -> bool:
        """Whether a token still has its seat; whoever has a window open there is heard of."""
        hidden = all(each.hidden for each in self._open.get(found, {}).values())
        return await aside(self._touch, token, hidden) == found

    def _touch(self, token: str, hidden: bool) -> tuple[int, str] | None:  # noqa: FBT001 - called in a thread
        return self._room.touch(token, hidden=hidden)

    def _admit(self, found: tuple[int, str], name: str, *, hidden: bool) -> Window:
        """A new window of a seat, the newest; a page that asks anew keeps its place to nobody."""
        there = self._open.setdefault(found, {})
        if name in there:
            _close(there.pop(name), "replaced")
        while len(there) >= WINDOWS_MOST:
            _close(there.pop(next(iter(there))), "elsewhere")
        there[name] = Window(hidden)
        return there[name]

    def _leave(self, found: tuple[int, str], name: str, window: Window) -> None:
        there = self._open.get(found, {})
        if there.get(name) is window:
            del there[name]


def _close(window: Window, why: str) -> None:
    window.closing = why
    window.woken.set()
