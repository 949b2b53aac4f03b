"""The line between a seat's terminal and its host: kept by threads of its own, and taken up again when it breaks.

Whoever draws or asks never waits for the network here, but for what is said. A move lies in the outbox until the host
has written or refused it, and is sent again under the same id after every break. Coming back shows what the seat sees
now, never how it came to that.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import Future
from contextlib import suppress
from secrets import token_hex
from threading import Condition, Event, Thread

from websockets.exceptions import ConnectionClosed
from websockets.frames import CloseCode
from websockets.sync.client import ClientConnection

from tabletop.errors import TabletopError
from tabletop.game.records.moves import Move
from tabletop.remote.address import Address
from tabletop.remote.connection import PASSING, Away, NoWayIn, connected, refused
from tabletop.remote.messages import (
    Answer,
    AskDebrief,
    Bye,
    Come,
    Debrief,
    Down,
    Look,
    Looked,
    Make,
    Seen,
    Shown,
    Strange,
    Up,
    Welcome,
    down_read,
    entry_of,
    shape,
    up_sent,
)
from tabletop.table.port import SeatEntry
from tabletop.vocabulary import ENDS
from tabletop.words.language.i18n import language
from tabletop.words.sentences.classroom import said

LOOK_S = 1.0
"""Seconds that somebody who draws waits for what was seen earlier; mostly it is here already."""

FIRST_S = 20.0
"""Seconds in which a seat must be shown for the first time."""

PAUSES_S = (0.2, 0.5, 1.0, 2.0, 4.0)
"""Seconds before the host is tried again; the last goes on for ever."""

Waking = Callable[[], object]


class Link:
    """A seat's line to its host; any thread may ask.

    Attributes:
        address: The host.
        token: The seat's token.
    """

    def __init__(self, address: Address, token: str) -> None:
        """A line that is not open yet."""
        self.address, self.token = address, token
        self._news, self._closing = Condition(), Event()
        self._socket: ClientConnection | None = None
        self._welcome: Welcome | None = None
        self._shown: Shown | None = None
        self._entries: tuple[SeatEntry, ...] = ()
        self._looks: dict[int, Seen | None] = {}
        self._asked = -1
        """The step that is asked for beside play; -1 when none is."""
        self._patient = True
        """Whether it is worth while to wait for what was seen earlier: the host has answered such a question."""
        self._outbox: dict[str, tuple[Make, Future[Answer]]] = {}
        self._debrief: Debrief | None = None
        self._notice = ""
        self._error: TabletopError | None = None
        self._wakings: set[Waking] = set()
        self._thread = Thread(target=self._keep, name="line to the host", daemon=True)

    def open(self) -> Welcome:
        """Open the line, and wait until the seat is shown.

        Raises:
            LobbyRefused: The host lets this seat in no more, or speaks otherwise.
            TabletopError: It is not reached, or cannot serve the table now.
        """
        self._thread.start()
        with self._news:
            self._news.wait_for(lambda: self._shown or self._error, FIRST_S)
            if self._shown is None:
                self._error = self._error or Away(
                    said("join.away", address=self.address.base, why=said("join.no-answer"))
                )
                self._closing.set()
                raise self._error
        return self.welcome

    def close(self) -> None:
        """Let go of the host; a move that has no answer yet gets none here."""
        self._closing.set()
        with self._news:
            socket, self._socket = self._socket, None
            for _, future in self._outbox.values():
                future.cancel()
        if socket is not None:
            socket.close()
        self._thread.join(2.0)

    @property
    def welcome(self) -> Welcome:
        """The seat, its board and its words; there once the line was opened."""
        assert self._welcome is not None  # noqa: S101 - `open` waits for it
        return self._welcome

    @property
    def shown(self) -> Shown:
        """What the seat sees; the same object until something of it changes."""
        assert self._shown is not None  # noqa: S101 - `open` waits for it
        return self._shown

    @property
    def entries(self) -> tuple[SeatEntry, ...]:
        """Every step that the seat was told."""
        return self._entries

    @property
    def notice(self) -> str:
        """What is wrong with the line, as a sentence; empty when nothing is."""
        return self._notice

    @property
    def error(self) -> TabletopError | None:
        """Why the host will not be asked again; None while it is."""
        return self._error

    @property
    def leads_back(self) -> bool:
        """Whether it is worth while to come back: the match goes on, and the host has not let this seat go."""
        over = self._shown is not None and self._shown.seen.sight.talks.phase in ENDS
        return not over and (self._error is None or isinstance(self._error, Away))

    def make(self, move: Move, turn: int) -> Future[Answer]:
        """Put a move into the outbox; what comes back says what became of it, however often the line breaks.

        Raises:
            TabletopError: The move before it has no answer yet, or the host is not asked any more.
        """
        with self._news:
            if self._error is not None:
                raise self._error
            if self._outbox:
                raise TabletopError(said("join.under-way"))
            message, future = Make(token_hex(8), turn, move), Future[Answer]()
            self._outbox[message.cid] = message, future
        self._send(message)
        return future

    def look(self, index: int) -> Seen | None:
        """What was seen after a step; None where that is not to be had in a moment."""
        with self._news:
            if index in self._looks:
                return self._looks[index]
            if self._socket is None or not self._patient:
                return None
        self._send(Look(index))
        with self._news:
            self._patient = self._news.wait_for(lambda: index in self._looks, LOOK_S)
            return self._looks.get(index)

    def nearest(self, index: int) -> Seen:
        """What was seen at the last step up to one of them that is known here; what is seen now where none is."""
        with self._news:
            known = (self._looks[at] for at in sorted(self._looks, reverse=True) if at <= index)
            return next((seen for seen in known if seen is not None), self.shown.seen)

    def debrief(self) -> Debrief:
        """What the match came to, once it is over, in the language that is spoken.

        Raises:
            Away: It is not to be had now.
        """
        self._send(AskDebrief(language()))
        with self._news:
            self._news.wait_for(lambda: self._debrief is not None or self._socket is None, FIRST_S)
            if self._debrief is None:
                raise Away(said("join.away", address=self.address.base, why=said("join.no-answer")))
            return self._debrief

    async def changes(self) -> AsyncIterator[None]:
        """Something has changed: once now, then whenever it has, without end."""
        loop, news = asyncio.get_running_loop(), asyncio.Event()

        def wake() -> None:
            with suppress(RuntimeError):  # the loop has ended, and with it who waited
                loop.call_soon_threadsafe(news.set)

        with self._news:
            self._wakings.add(wake)
        try:
            while True:
                news.clear()
                yield
                await news.wait()
        finally:
            with self._news:
                self._wakings.discard(wake)

    def _keep(self) -> None:
        """Hold the line until it is closed or the host ends it."""
        pauses = self._pauses()
        while not self._closing.is_set():
            before = self._shown
            try:
                with connected(self.address) as socket:
                    self._talk(socket)
                    self._lost(Away(said("join.lost")))
            except (Away, NoWayIn, Strange) as error:
                self._lost(error)
            if self._error is not None:
                return
            if self._shown is not before:
                pauses = self._pauses()
            self._closing.wait(next(pauses))

    @staticmethod
    def _pauses() -> Iterator[float]:
        yield from PAUSES_S
        while True:
            yield PAUSES_S[-1]

    def _talk(self, socket: ClientConnection) -> None:
        """Come in, and take what is said until the connection ends."""
        known = -1 if self._welcome is None else len(self._entries)
        socket.send(up_sent(Come(shape(), self.token, known)))
        with self._news:
            self._socket, self._asked = socket, -1
        again = True
        for raw in socket:
            message = down_read(raw)
            if isinstance(message, Bye):
                self._refuse(message)
                return
            self._take(message)
            if again and isinstance(message, Shown):
                again = False
                for make, _ in tuple(self._outbox.values()):
                    self._send(make)
            self._fetch()

    def _take(self, message: Down) -> None:
        """Let what was said count, and wake who waits for it."""
        with self._news:
            match message:
                case Welcome():
                    self._welcome = message
                case Shown(since=since, told=told):
                    if self._welcome is None or since > len(self._entries):
                        raise Strange(said("join.not-understood"))
                    self._shown, self._notice = message, ""
                    self._entries = (*self._entries[:since], *map(entry_of, told))
                case Looked(index=index, seen=seen):
                    self._looks[index], self._patient = seen, True
                case Debrief():
                    self._debrief = message
                case Answer(cid=cid):
                    _, future = self._outbox.pop(cid, (None, None))
                    if future is not None and future.set_running_or_notify_cancel():
                        future.set_result(message)
                case _:
                    raise Strange(said("join.not-understood"))
            self._wake()

    def _fetch(self) -> None:
        """Ask for what was seen after the newest step that is not known here, one at a time."""
        with self._news:
            if self._asked >= 0 and self._asked not in self._looks:
                return
            wanted = (at for at in range(len(self._entries) - 1, -1, -1) if at not in self._looks)
            self._asked = next(wanted, -1)
        if self._asked >= 0:
            self._send(Look(self._asked))

    def _send(self, message: Up) -> None:
        """Send, where there is a connection; who waits for an answer is served after the next one, too."""
        socket = self._socket
        if socket is not None:
            with suppress(ConnectionClosed, OSError):
                socket.send(up_sent(message))

    def _refuse(self, bye: Bye) -> None:
        """The host has said why it closes."""
        error = refused(bye, self.address)
        if bye.code in PASSING:
            raise error
        self._end(error)

    def _lost(self, error: TabletopError) -> None:
        """The connection is gone; before the seat was ever shown that is the end."""
        if self._closing.is_set() or self._error is not None:
            return
        if self._shown is None:
            self._end(error)
            return
        cause = error.__cause__
        farewell = cause.rcvd if isinstance(cause, ConnectionClosed) else None
        stopped = farewell is not None and farewell.code == CloseCode.SERVICE_RESTART
        with self._news:
            self._socket = None
            if cause is None:
                self._notice = str(error)
            elif stopped or not self._notice:
                self._notice = said("join.closed" if stopped else "join.lost")
            self._wake()

    def _end(self, error: TabletopError) -> None:
        """The host will not be asked again."""
        with self._news:
            self._error, self._socket = error, None
            for _, future in self._outbox.values():
                if future.set_running_or_notify_cancel():
                    future.set_exception(error)
            self._outbox.clear()
            self._wake()

    def _wake(self) -> None:
        self._news.notify_all()
        for waking in self._wakings:
            waking()
