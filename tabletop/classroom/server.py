"""The host of a class: pages of a room for browsers, over one `Room`. It holds no rule and no state of the match.

A seat's token lies in a cookie that scripts of a page cannot read and that other sites do not send. Every call that
may wait for a disk or a table is made in a thread.
"""

import io
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import TypeVar

import segno
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request as Asked
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from tabletop.classroom.browser_forms import SEAT, as_json, aside, field, form_of, keep, number_in
from tabletop.classroom.clocks import Clocks
from tabletop.classroom.fair_dice import dice_of, settled
from tabletop.classroom.guard import Guard, Patience
from tabletop.classroom.news_stream import NewsStreams
from tabletop.classroom.notes_and_receipts import keep_routes
from tabletop.classroom.page_files import file_routes
from tabletop.classroom.page_request import request_of, shown_receipt
from tabletop.classroom.reports import Reports
from tabletop.classroom.room import Room
from tabletop.classroom.sealed_receipts import written
from tabletop.classroom.table_cards import SENTENCES, table_cards
from tabletop.classroom.teacher_acts import Act, done_at
from tabletop.classroom.terminal_wire import terminal_routes
from tabletop.classroom.tokens import hashed
from tabletop.errors import IllegalMove, JournalError, LobbyRefused, Refusal, TabletopError
from tabletop.table.advice import Counsel
from tabletop.ui.shared.prefs import Prefs
from tabletop.ui.shared.seat_session import SeatSession
from tabletop.ui.web import lobby
from tabletop.ui.web.lobby import Door, Host, TableCard
from tabletop.ui.web.posted import frame_of, move_from
from tabletop.ui.web.request import STALE, Request
from tabletop.ui.web.seat_page import seat_page
from tabletop.words.language.i18n import FIRST, languages, speaking
from tabletop.words.language.voice import Voice
from tabletop.words.sentences.refusals import refusal_sentence

Result = TypeVar("Result")

CODE, CONTROL, TONGUE = "class", "control", "tongue"
"""Names of cookies: the class code, the teacher's token, the language."""

TRIES = 20
"""Wrong class codes that an address may try in a minute."""

AGAIN_S = 8
"""After so many seconds a page on which nothing can be done asks anew by itself, where no script does."""

NOTHING_TO_FILL = frozenset({"undo"})
"""Moves whose forms nobody fills in halfway."""


class Server:
    """The pages of one room.

    Attributes:
        room: The room.
        address: What students type, such as `http://192.168.1.5:8000`.
        app: The application to be served.
        clocks: The room's clocks; whoever serves starts and closes them.
        news: The streams of open pages; whoever serves ends them.
    """

    def __init__(
        self,
        room: Room,
        address: str,
        hosts: Collection[str],
        fault: Callable[[Exception], object] = lambda _error: None,
    ) -> None:
        """Serve a room.

        Args:
            room: The room.
            address: What students type.
            hosts: Names with ports under which this host may be asked for.
            fault: Is told of a fault of ours.
        """
        self.room, self.address, self._fault = room, address, fault
        self._sessions: dict[tuple[int, str], SeatSession] = {}
        self._patience = Patience(TRIES)
        self._links: dict[tuple[int, str], str] = {}
        self.clocks, self._reports = Clocks(room), Reports(room)
        self.news = NewsStreams(room, self.clocks)
        self._commitment = settled(room)
        room.faults.hear(fault)
        routes = [
            *self._reports.routes(self._seat_of, self._is_teacher, self._tongue, self.strange),
            Route("/", self.first),
            Route("/enter", self.enter, methods=["POST"]),
            Route("/tables", self.tables),
            Route("/sit", self.sit, methods=["POST"]),
            Route("/s/{token}", self.arrive),
            Route("/seat", self.seat),
            Route("/seat", self.move, methods=["POST"]),
            Route("/receipt/{cid}", self.receipt),
            Route("/open/{token}", self.open_control),
            Route("/control", self.control),
            Route("/control", self.act, methods=["POST"]),
            Route("/code.svg", self.picture),
            *self.news.routes(),
            *file_routes(),
            *keep_routes(room, self.unkept),
            *terminal_routes(room, self._patience, self._reports, fault),
        ]
        self.app = Starlette(
            routes=routes,
            middleware=[Middleware(Guard, hosts=hosts)],
            exception_handlers={404: self.strange, TabletopError: self.failed, Exception: self.broken},
        )

    async def first(self, asked: Asked) -> Response:
        """The first page: whoever has a seat goes there."""
        if await self._seat_of(asked) is not None and "lang" not in asked.query_params:
            return RedirectResponse("/seat", 303)
        return self._html(asked, lobby.code_page(self._door(asked)))

    async def enter(self, asked: Asked) -> Response:
        """The class code."""
        typed = field(await form_of(asked), "code")
        address = asked.client.host if asked.client else ""
        if self._patience.spent(address):
            return self._html(asked, lobby.code_page(self._door(asked, "web.door.slow", typed)), 429)
        if not self.room.lets_in(typed):
            self._patience.failed(address)
            return self._html(asked, lobby.code_page(self._door(asked, "web.door.wrong-code", typed)), 403)
        answer = RedirectResponse("/tables", 303)
        keep(answer, asked, CODE, self.room.code)
        return answer

    async def tables(self, asked: Asked) -> Response:
        """The tables and their free seats, for whoever has the code."""
        if not self.room.lets_in(asked.cookies.get(CODE, "")):
            return RedirectResponse("/", 303)
        return self._html(asked, lobby.tables_page(self._door(asked), self._cards(asked)))

    async def sit(self, asked: Asked) -> Response:
        """Sit down at a seat."""
        if not self.room.lets_in(asked.cookies.get(CODE, "")):
            return RedirectResponse("/", 303)
        form = await form_of(asked)
        number, _, seat = field(form, "place").partition(".")
        try:
            token = await aside(self.room.take_seat, number_in(number), seat, field(form, "nickname"))
        except LobbyRefused as error:
            door = self._door(asked, f"lobby.{error.code}", facts=error.facts)
            return self._html(asked, lobby.tables_page(door, self._cards(asked)), 409)
        answer = RedirectResponse("/seat", 303)
        keep(answer, asked, SEAT, token)
        return answer

    async def arrive(self, asked: Asked) -> Response:
        """A seat's own link, opened for the first time or again."""
        token = asked.path_params["token"]
        found = self.room.seat_of(token)
        try:
            if found is not None:
                await aside(self.room.arrive, token, self._label(found[1]) if not self._named(*found) else "")
        except LobbyRefused:
            found = None
        if found is None:
            door = self._door(asked, "lobby.token-unknown")
            return self._html(asked, lobby.code_page(door), 404)
        answer = RedirectResponse("/seat", 303)
        keep(answer, asked, SEAT, token)
        return answer

    async def seat(self, asked: Asked) -> Response:
        """A page of the seat that a browser has."""
        found = await self._seat_of(asked)
        if found is None:
            return self._html(asked, lobby.again_page(self._door(asked)), 403)
        session = await self._session(*found)
        done = asked.query_params.get("done", "")
        receipt = await aside(self.room.receipt, asked.cookies.get(SEAT, ""), done) if done else None
        idle = not {box.move for box in session.view.legal.boxes} - NOTHING_TO_FILL and not session.over
        request = replace(
            await self._request(asked, found, asked.query_params.get("page", "")),
            figure=asked.query_params.get("figure", ""),
            card=asked.query_params.get("card", ""),
            receipt=await aside(shown_receipt, self.room, found, receipt) if receipt is not None else None,
            again=AGAIN_S if idle and not done else 0,
        )
        return self._html(asked, await aside(seat_page, session, request))

    async def move(self, asked: Asked) -> Response:
        """A form of the seat's page: a move to look at, or to make."""
        found = await self._seat_of(asked)
        if found is None:
            return self._html(asked, lobby.again_page(self._door(asked)), 403)
        session, posted = await self._session(*found), await form_of(asked)
        frame = frame_of(posted)
        if isinstance(frame, Refusal):
            return await self._refused(asked, found, session, frame, posted)
        token = asked.cookies.get(SEAT, "")
        view = session.view  # before the receipt: a move that this view shows has one
        known = await aside(self.room.receipt, token, frame.cid)
        if known.state != "written" and frame.turn != view.turn:
            return await self._refused(asked, found, session, STALE, posted)
        chosen = await aside(move_from, view, posted)
        if isinstance(chosen, Refusal):
            if known.state == "written":
                return RedirectResponse(f"/seat?page=table&done={frame.cid}", 303)
            return await self._refused(asked, found, session, chosen, posted)
        if frame.preview:
            request = replace(await self._request(asked, found), chosen=chosen, posted=posted)
            return self._html(asked, await aside(seat_page, session, request))
        receipt = await aside(self.room.submit, token, chosen, frame.turn, frame.cid)
        if receipt.refusal is not None:
            return await self._refused(asked, found, session, receipt.refusal, posted)
        if receipt.state != "written":
            request = replace(await self._request(asked, found), notice=receipt.why, posted=posted)
            return self._html(asked, await aside(seat_page, session, request), 503)
        return RedirectResponse(f"/seat?page=table&done={frame.cid}", 303)

    async def receipt(self, asked: Asked) -> Response:
        """What became of a move, for a script or an outbox."""
        found = await self._seat_of(asked)
        if found is None:
            return as_json({"state": "unknown"}, 403)
        receipt = await aside(self.room.receipt, asked.cookies.get(SEAT, ""), asked.path_params["cid"])
        if receipt.state == "written":
            return as_json(await aside(written, self.room, *found, receipt))
        told = {"state": str(receipt.state)}
        if (why := receipt.refusal) is not None:
            told |= {"say": self._why(asked, why), "rule": why.rule, "code": why.code}
        return as_json(told)

    async def unkept(self, asked: Asked, found: tuple[int, str], typed: str) -> Response:
        """The page of notes with a text that another window's notes stand in the way of."""
        notice = SENTENCES["web.notes.both"]
        request = replace(await self._request(asked, found, "notes"), unkept=typed, notice=notice)
        return self._html(asked, await aside(seat_page, await self._session(*found), request), 409)

    async def open_control(self, asked: Asked) -> Response:
        """The teacher's link."""
        token = asked.path_params["token"]
        if not await aside(self.room.is_control, token):
            return self._html(asked, lobby.code_page(self._door(asked, "lobby.token-unknown")), 404)
        answer = RedirectResponse("/control", 303)
        keep(answer, asked, CONTROL, token)
        return answer

    async def control(self, asked: Asked) -> Response:
        """The teacher's list."""
        if not await self._is_teacher(asked):
            return RedirectResponse("/", 303)
        return await self._control_page(asked)

    async def act(self, asked: Asked) -> Response:
        """One of the teacher's acts, at one table or at all."""
        if not await self._is_teacher(asked):
            return RedirectResponse("/", 303)
        form = await form_of(asked)
        number, act = field(form, "table"), Act(*(field(form, name) for name in Act.FIELDS))
        numbers = [each for each in self.room.numbers if number in {"0", str(each)}]
        try:
            tokens = await aside(done_at, self.room, self.clocks, numbers, act)
            self._links |= {place: f"{self.address}/s/{token}" for place, token in tokens.items()}
        except LobbyRefused as error:
            return await self._control_page(asked, f"lobby.{error.code}", error.facts)
        except IllegalMove as error:
            return await self._control_page(
                asked, "web.control.refused", {"why": self._why(asked, error.refusal)}
            )
        except JournalError as error:
            return await self._control_page(asked, "web.control.refused", {"why": str(error)})
        return RedirectResponse("/control", 303)

    async def picture(self, _asked: Asked) -> Response:
        """The address as a picture that telephones read."""
        drawn = io.BytesIO()
        segno.make(self.address, error="m").save(
            drawn, kind="svg", scale=5, border=4, light="#ffffff", xmldecl=False
        )
        return Response(drawn.getvalue(), media_type="image/svg+xml")

    async def strange(self, asked: Asked, _error: Exception | None) -> Response:
        """An address that leads nowhere."""
        return self._html(asked, lobby.code_page(self._door(asked, "web.strange")), 404)

    async def failed(self, asked: Asked, error: Exception) -> Response:
        """What cannot be done now, as a sentence."""
        door = self._door(asked, "web.control.refused", facts={"why": str(error)})
        return self._html(asked, lobby.again_page(door), 503)

    async def broken(self, asked: Asked, error: Exception) -> Response:
        """A fault of ours: whoever keeps the host is told, and whoever asked gets a sentence."""
        await aside(self._fault, error)
        return self._html(asked, lobby.again_page(self._door(asked, "web.broken")), 500)

    async def _control_page(
        self, asked: Asked, slug: str = "", facts: Mapping[str, str] | None = None
    ) -> Response:
        links, self._links = self._links, {}
        dice = await aside(dice_of, self.room)
        host = Host(self.address, self.room.code, "/code.svg", dice, links, timed=self.clocks.full > 0)
        await aside(self.room.warm)
        return self._html(
            asked, lobby.control_page(self._door(asked, slug, facts=facts or {}), host, self._cards(asked))
        )

    async def _refused(
        self,
        asked: Asked,
        found: tuple[int, str],
        session: SeatSession,
        refusal: Refusal,
        posted: Mapping[str, list[str]],
    ) -> Response:
        request = replace(await self._request(asked, found), refused=refusal, posted=posted)
        return self._html(asked, await aside(seat_page, session, request), 409)

    async def _seat_of(self, asked: Asked) -> tuple[int, str] | None:
        token = asked.cookies.get(SEAT, "")
        return await aside(self.room.touch, token) if token else None

    async def _session(self, number: int, seat: str) -> SeatSession:
        if (number, seat) not in self._sessions:
            port = await aside(self.room.port, number, seat)
            self._sessions[number, seat] = SeatSession(port, Prefs(), counsel=Counsel.OFF)
        return self._sessions[number, seat]

    async def _is_teacher(self, asked: Asked) -> bool:
        token = asked.cookies.get(CONTROL, "")
        return bool(token) and await aside(self.room.is_control, token)

    def _tongue(self, asked: Asked) -> str:
        """The language of an answer: asked for in a link, kept by the browser, the class's, or the browser's own."""
        browser = asked.headers.get("accept-language", "")[:2].lower()
        wished = (
            asked.query_params.get("lang", ""),
            asked.cookies.get(TONGUE, ""),
            self.room.language,
            browser,
        )
        return next((code for code in wished if code in languages()), FIRST)

    async def _request(self, asked: Asked, place: tuple[int, str], page: str = "") -> Request:
        """What every page of a seat is asked for with; what a browser keeps for it ends with its token."""
        mine = hashed(asked.cookies.get(SEAT, "")).hex()[:16]
        tongue = self._tongue(asked)
        return await aside(request_of, self.room, self.clocks, self._reports, place, tongue, page, mine)

    def _door(
        self, asked: Asked, slug: str = "", code: str = "", facts: Mapping[str, str] | None = None
    ) -> Door:
        tongue, scenario = self._tongue(asked), self.room.scenario
        with speaking(tongue):
            refused = SENTENCES[slug].format_map(dict(facts or {})) if slug else ""
            as_of = SENTENCES["web.door.as-of"].format(day=scenario.frame.as_of)
            baseline = SENTENCES["web.door.baseline"].format(baseline=scenario.frame.legal_baseline.strip())
        return Door(
            title=scenario.frame.title,
            about=(as_of, baseline) if not self.room.header.neutral else (),
            style="/style.css",
            language=tongue,
            refused=f"{refused[:1].upper()}{refused[1:]}",
            code=code[:40],
            commitment=self._commitment,
        )

    def _cards(self, asked: Asked) -> list[TableCard]:
        """Every table with its seats, as the answer's language has them."""
        with speaking(self._tongue(asked)):
            return table_cards(self.room, self.clocks)

    def _label(self, seat: str) -> str:
        """A seat's name as the class has it."""
        return self.room.port(1).lexicon.label(f"seat.{seat}")

    def _named(self, number: int, seat: str) -> bool:
        return any(each.nickname for each in self.room.seats() if (each.table, each.seat) == (number, seat))

    def _why(self, asked: Asked, refusal: Refusal) -> str:
        port = self.room.port(1)
        with speaking(self._tongue(asked)):
            return refusal_sentence(Voice(port.board, port.lexicon, ""), refusal)

    def _html(self, asked: Asked, page: str, status: int = 200) -> Response:
        answer = HTMLResponse(page, status)
        asked_for = asked.query_params.get("lang", "")
        if asked_for in languages():
            keep(answer, asked, TONGUE, asked_for)
        return answer
