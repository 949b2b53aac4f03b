"""What a connection is allowed: uvicorn's own protocols, which would wait for ever for one that neither asks nor reads.

Half a request, or an answer that nobody takes, holds a place among the open files of the machine; who opens enough of
them keeps a class out. Streams of news and connections of terminals are left alone while their answers are taken.
"""

import asyncio
from typing import Any, cast

from uvicorn.protocols.http.h11_impl import H11Protocol, RequestResponseCycle
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

ASKING_S = 20.0
"""Seconds in which a request has to be whole."""

READING_S = 30.0
"""Seconds in which something of an answer has to be taken."""


class TakenInTime:
    """A connection that ends when its other side takes nothing of what it is sent."""

    reading_s = READING_S
    loop: asyncio.AbstractEventLoop
    transport: asyncio.Transport
    _reading: asyncio.TimerHandle | None = None

    def pause_writing(self) -> None:
        """What was sent is not taken."""
        super().pause_writing()  # type: ignore[misc]
        if self._reading is None:
            self._reading = self.loop.call_later(self.reading_s, self.transport.abort)

    def resume_writing(self) -> None:
        """It is taken again."""
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None
        super().resume_writing()  # type: ignore[misc]


class Bounded(TakenInTime, H11Protocol):
    """A connection whose other side has to say what it wants, and to take what it asked for."""

    asking_s = ASKING_S

    def __init__(self, *given: Any, **named: Any) -> None:
        """See uvicorn's own."""
        super().__init__(*given, **named)
        self._asking: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Somebody has come."""
        super().connection_made(transport)
        self._wait_for_request()

    def data_received(self, data: bytes) -> None:
        """A piece of a request came; a request that has come whole is answered without haste."""
        super().data_received(data)
        if self._whole():
            self._asked()
        elif self._asking is None:
            self._wait_for_request()

    def handle_websocket_upgrade(self, event: Any) -> None:
        """The connection is a terminal's from now on, which has limits of its own."""
        self._asked()
        super().handle_websocket_upgrade(event)

    def connection_lost(self, exc: Exception | None) -> None:
        """They are gone."""
        self._asked()
        self.resume_writing()
        super().connection_lost(exc)

    def _whole(self) -> bool:
        """Whether a request is there with all its body, and not yet answered to its end."""
        cycle = cast("RequestResponseCycle | None", self.cycle)
        return cycle is not None and not cycle.more_body and not cycle.response_complete

    def _wait_for_request(self) -> None:
        self._asking = self.loop.call_later(self.asking_s, self.transport.abort)

    def _asked(self) -> None:
        if self._asking is not None:
            self._asking.cancel()
            self._asking = None


class BoundedTerminal(TakenInTime, WebSocketsSansIOProtocol):
    """A terminal's connection, whose other side has to take what it is sent."""

    def connection_lost(self, exc: Exception | None) -> None:
        """They are gone."""
        self.resume_writing()
        super().connection_lost(exc)
