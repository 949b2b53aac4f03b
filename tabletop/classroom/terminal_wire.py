"""The way in for terminals: one WebSocket a terminal, over which a seat gets what it sees and sends its moves.

What is sent is made from the seat's sight and from nothing else, and only when that has changed: neither what is said
nor when tells of what others do under seal. A terminal that does not read is let go, and so is the older one of two at
one seat.
"""

import asyncio
import json
from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import replace
from typing import cast

from starlette.routing import WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from tabletop.classroom.browser_forms import aside
from tabletop.classroom.fair_dice import dice_of, dice_section, settled
from tabletop.classroom.guard import Patience
from tabletop.classroom.port import SeatPort
from tabletop.classroom.receipts import Receipt
from tabletop.classroom.reports import Reports
from tabletop.classroom.room import Room
from tabletop.errors import LobbyRefused, TabletopError
from tabletop.remote.messages import (
    PATH,
    UP_MOST,
    Answer,
    AskDebrief,
    Bye,
    Come,
    Debrief,
    Down,
    Knock,
    Look,
    Looked,
    Make,
    Place,
    Places,
    Seated,
    Seen,
    Shown,
    Sit,
    Strange,
    Up,
    Welcome,
    down_sent,
    seen_of,
    shape,
    told_of,
    up_read,
)
from tabletop.scenario.board.lexicon import Lexicon
from tabletop.table.cache import package
from tabletop.table.seats import PERSON
from tabletop.words.language.i18n import FIRST, languages, speaking

BEAT_S = 10.0
"""After so many seconds in which nothing changed it is looked whether the seat's token still holds."""

FAREWELL_S = 2.0
"""Seconds in which a terminal that is let go must have read why."""

KNOCKING_S = 600.0
"""Seconds that somebody has to choose a seat."""

TERMINALS_MOST = 600
"""So many terminals a host has at once."""

CID_MOST = 64
"""Characters of a terminal's own id of a move at most."""

Fault = Callable[[Exception], object]


class Ended(Exception):
    """This conversation is over, and its terminal is told why."""

    def __init__(self, code: str, **facts: str) -> None:
        self.bye = Bye(code, facts)
        super().__init__(code)


def terminal_routes(room: Room, patience: Patience, reports: Reports, fault: Fault) -> list[WebSocketRoute]:
    """The routes by which terminals come in.

    Args:
        room: The room.
        patience: How often an address may try a class code.
        reports: What matches came to.
        fault: Is told of a fault of ours.
    """
    terminals = Terminals(room, patience, reports, fault)
    return [WebSocketRoute(PATH, terminals.talk)]


class Terminals:
    """The terminals of a room."""

    def __init__(self, room: Room, patience: Patience, reports: Reports, fault: Fault) -> None:
        self.room, self.patience, self.reports = room, patience, reports
        self._fault = fault
        self._count = 0
        self._at: dict[tuple[int, str], Conversation] = {}

    async def talk(self, socket: WebSocket) -> None:
        """Talk to one terminal until it goes or is let go."""
        await socket.accept()
        conversation = Conversation(self, socket)
        if self._count >= TERMINALS_MOST:
            await conversation.end(Bye("full", {}))
            return
        self._count += 1
        try:
            await conversation.held()
        except Ended as ended:
            await conversation.end(ended.bye)
        except (WebSocketDisconnect, TimeoutError):
            pass
        except LobbyRefused as error:
            await conversation.end(Bye(error.code, error.facts))
        except TabletopError as error:
            await conversation.end(Bye("trouble", {"why": str(error)}))
        except Exception as error:  # noqa: BLE001 - whoever keeps the host is told, and the terminal gets a sentence
            await aside(self._fault, error)
            await conversation.end(Bye("broken", {}))
        finally:
            self._count -= 1
            self._at = {place: other for place, other in self._at.items() if other is not conversation}

    async def seated(self, place: tuple[int, str], conversation: "Conversation") -> None:
        """Let a terminal have its seat; the one that had it is told, and goes."""
        before, self._at[place] = self._at.get(place), conversation
        if before is not None:
            await before.end(Bye("newer-terminal", {}))


class Conversation:
    """What is said to one terminal."""

    def __init__(self, terminals: Terminals, socket: WebSocket) -> None:
        self._terminals, self._socket = terminals, socket
        self._room = terminals.room
        self._sending, self._showing = asyncio.Lock(), asyncio.Lock()
        self._token = ""
        self._told = 0
        """Steps that were told so far."""
        self._over = self._ended = False
        self._last: Shown | None = None

    async def end(self, bye: Bye) -> None:
        """Say why, and close, where somebody is still there."""
        with suppress(RuntimeError, WebSocketDisconnect, TimeoutError):
            async with asyncio.timeout(FAREWELL_S):
                await self._send(bye)
                self._ended = True
                await self._socket.close()

    async def held(self) -> None:
        """Let somebody in, then show what changes and take what is sent.

        Raises:
            Ended: Of its own accord.
            WebSocketDisconnect: The terminal went.
            TimeoutError: It chooses no seat.
            TabletopError: It cannot be served now.
        """
        async with asyncio.timeout(KNOCKING_S):
            come = await self._let_in()
        self._token, self._told = come.token, max(0, come.known)
        await self._arrive()
        found = await aside(self._room.touch, come.token)
        if found is None:
            raise Ended("token-unknown")
        port = await aside(self._room.port, *found)
        await self._terminals.seated(found, self)
        if come.known < 0:
            words = seat_words(port.lexicon, port.seat, port.board.seat_index)
            dice = await aside(settled, self._room)
            await self._send(Welcome(self._room.path.stem, found[0], port.seat, port.board, words, dice))
        both = [asyncio.create_task(work) for work in (self._follow(port), self._serve(port))]
        try:
            ended, _ = await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in both:
                task.cancel()
            await asyncio.gather(*both, return_exceptions=True)
        ended.pop().result()

    async def _serve(self, port: SeatPort) -> None:
        """Answer whatever is asked for."""
        while True:
            await self._answer(port, await self._heard())

    async def _arrive(self) -> None:
        """Whoever opens a seat's link for the first time takes the seat, under its own name."""
        found = self._room.seat_of(self._token)
        if found is None:
            raise Ended("token-unknown")
        seat = next(each for each in self._room.seats() if (each.table, each.seat) == found)
        name = (
            "" if seat.nickname else (await aside(self._room.port, *found)).lexicon.label(f"seat.{found[1]}")
        )
        await aside(self._room.arrive, self._token, name)

    async def _let_in(self) -> Come:
        """Hear a token; before it a class code and a choice of seat, from whoever has none."""
        knocked = False
        while True:
            message = await self._heard()
            match message:
                case Knock(code=code):
                    address = self._socket.client.host if self._socket.client else ""
                    if self._terminals.patience.spent(address):
                        raise Ended("slow")
                    if not self._room.lets_in(code):
                        self._terminals.patience.failed(address)
                        raise Ended("wrong-code")
                    knocked = True
                    await self._send(Places(await aside(places, self._room)))
                case Sit(table=table, seat=seat, nickname=nickname) if knocked:
                    await self._send(Seated(await aside(self._room.take_seat, table, seat, nickname)))
                case Come():
                    return message
                case _:
                    raise Ended("strange")

    async def _heard(self) -> Up:
        """The next message.

        Raises:
            Ended: It is none, or its terminal speaks otherwise.
        """
        message = await self._socket.receive()
        if message["type"] == "websocket.disconnect":
            raise WebSocketDisconnect(message.get("code", 1005))
        raw = message.get("text")
        if not isinstance(raw, str) or len(raw) > UP_MOST:
            raise Ended("strange")
        need_same_shape(raw)
        try:
            return up_read(raw)
        except Strange:
            raise Ended("strange") from None

    async def _answer(self, port: SeatPort, message: Up) -> None:
        """Do what a terminal that has its seat asks for."""
        match message:
            case Make(cid=cid, turn=turn, move=move) if 0 < len(cid) <= CID_MOST:
                receipt = await aside(self._room.submit, self._token, move, turn, cid)
                if receipt.refusal is not None and receipt.refusal.code == "token-unknown":
                    raise Ended("token-unknown")
                await self._show(port)
                await self._send(answer_of(cid, receipt))
            case Look(index=index):
                await self._send(await aside(looked, port, index))
            case AskDebrief(language=tongue):
                await self._send(await aside(debrief, self._room, self._terminals.reports, port, tongue))
            case _:
                raise Ended("strange")

    async def _follow(self, port: SeatPort) -> None:
        """Show what the seat sees, now and whenever it changes."""
        loop, news = asyncio.get_running_loop(), asyncio.Event()

        def wake() -> None:
            with suppress(RuntimeError):  # the loop has ended, and with it who waited
                loop.call_soon_threadsafe(news.set)

        ends = port.table.listen(wake)
        try:
            while True:
                news.clear()
                await self._show(port)
                with suppress(TimeoutError):
                    await asyncio.wait_for(news.wait(), BEAT_S)
                if await aside(self._room.touch, self._token) is None:
                    raise Ended("token-unknown")
        finally:
            ends()

    async def _show(self, port: SeatPort) -> None:
        """Send what the seat sees, where that is not what was sent last."""
        async with self._showing:
            over = port.table.match.over
            if over and not self._over:
                self._told = 0  # now that all is over each step has its number in the journal
            shown = await aside(shown_to, port, self._told)
            now = replace(shown, since=0, told=())
            if shown.told or now != self._last:
                await self._send(shown)
            self._last, self._over = now, over
            self._told = shown.since + len(shown.told)

    async def _send(self, message: Down) -> None:
        """Send something, one after another."""
        async with self._sending:
            if self._ended:
                raise WebSocketDisconnect
            try:
                await self._socket.send_text(down_sent(message))
            except (
                RuntimeError
            ) as error:  # uvicorn has closed the connection, and its terminal has not heard of it
                raise WebSocketDisconnect from error


def need_same_shape(raw: str) -> None:
    """Refuse a terminal that says it speaks otherwise, before anything else it says is read.

    Raises:
        Ended: With the version of this program.
    """
    with suppress(ValueError, RecursionError):
        found: object = json.loads(raw)
        if isinstance(found, dict) and cast("dict[str, object]", found).get("shape", shape()) != shape():
            raise Ended("version", host=package())


def shown_to(port: SeatPort, known: int) -> Shown:
    """What a seat sees now, and the steps it was told after the first `known`, of one moment."""
    table, seat = port.table, port.seat
    with table.lock:
        view, steps = port.view, port.past.entries
        undo = bool(table.match.history.undoable(seat))
        stand_in = table.seating[seat] != PERSON and not table.match.over
    since = min(known, len(steps))
    told = tuple(told_of(step) for step in steps[since:])
    return Shown(seen_of(view.sight, view.turn, undo=undo), stand_in, since, told)


def looked(port: SeatPort, index: int) -> Looked:
    """What a seat saw after one of its steps."""
    seen: Seen | None = None
    with suppress(LookupError), port.table.lock:
        view = port.past.view(index)
        seen = seen_of(view.sight, view.turn, undo=False)
    return Looked(index, seen)


def debrief(room: Room, reports: Reports, port: SeatPort, tongue: str) -> Debrief:
    """What a match came to, as its seat may read it; nothing before the end."""
    if not port.table.match.over:
        return Debrief((), "")
    with speaking(tongue if tongue in languages() else FIRST):
        found = (*reports.sections(port.table.number, port.seat), dice_section(dice_of(room)))
    return Debrief(found, port.lexicon.texts.get("debrief", ""))


def answer_of(cid: str, receipt: Receipt) -> Answer:
    """A receipt as a terminal gets it: without the entry's number and digest, which would count what others sealed."""
    return Answer(cid, receipt.state, receipt.refusal, receipt.why)


def places(room: Room) -> tuple[Place, ...]:
    """Every seat of the class, as whoever has the code may know it."""
    words = room.port(1).lexicon
    return tuple(
        Place(
            each.table, each.seat, words.label(f"seat.{each.seat}"),
            "closed" if each.closed else "taken" if each.taken else "free", each.nickname,
        )
        for each in room.seats()
    )  # fmt: skip


def seat_words(words: Lexicon, seat: str, seats: Collection[str]) -> Lexicon:
    """The words of a scenario without what is written for other seats, or for all once the match is over."""
    others = [other for other in seats if other != seat]
    left_out = {"debrief", *(f"confidential.{other}" for other in others)}
    theirs = tuple(f"mandate.{other}." for other in others)
    return replace(
        words,
        labels={path: label for path, label in words.labels.items() if not path.startswith(theirs)},
        neutral={path: label for path, label in words.neutral.items() if not path.startswith(theirs)},
        texts={name: text for name, text in words.texts.items() if name not in left_out},
        presets={of: cards for of, cards in words.presets.items() if of == seat},
    )
