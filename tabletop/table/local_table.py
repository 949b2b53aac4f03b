"""A table in this program: the ports of the seats kept here, over one match.

All changes happen in the event loop, one after another; only the thinking of bots is done beside it. A slow
window skips to the newest view.
"""

import asyncio
from collections.abc import AsyncIterator, Mapping
from pathlib import Path

from tabletop.errors import JournalError, MoveKept, Refusal
from tabletop.game.records.moves import Move, Undo
from tabletop.game.views import Preview, SeatView
from tabletop.table.advice import Advice, Adviser, Remark
from tabletop.table.bots import bot_turns, make_bot_move, play_bots
from tabletop.table.match import Match
from tabletop.table.notes import FileNotes, MemoryNotes
from tabletop.table.port import Player, SeatNotes
from tabletop.table.replaying import GrowingHistory, SeatPast
from tabletop.vocabulary import Phase


class LocalTable:
    """A match with its bots, for the windows of one event loop.

    Attributes:
        match: The match.
        players: The bot of each seat that a bot keeps.
        adviser: Whom a person's seat may ask; None for nobody.
    """

    def __init__(self, match: Match, players: Mapping[str, Player], adviser: Adviser | None = None) -> None:
        """Take a table; bots that are awaited move at once, before anybody looks."""
        self.match, self.players, self.adviser = match, players, adviser
        self.history = GrowingHistory(match.board, match.lexicon, match.store.since)
        self._turn_taking = asyncio.Lock()
        self._waiting: set[asyncio.Event] = set()
        play_bots(match, players)
        match.listen(self._tell)

    def port(self, seat: str) -> "LocalPort":
        """A port for a seat; `observer` sees what is public.

        Raises:
            SeatError: There is no such seat.
        """
        return LocalPort(self, seat)

    async def submit(self, seat: str, move: Move, turn: int) -> None:
        """Make a person's move, then let the bots answer.

        Raises:
            MoveKept: It stands on the disk; an answer could not be written.
        """
        self.match.submit(seat, move, turn)
        try:
            await self._answer()
        except MoveKept:
            raise
        except JournalError as error:
            raise MoveKept(self.match.store.name, error) from error

    async def _answer(self) -> None:
        """Let the bots move that are awaited."""
        async with self._turn_taking:
            for bot in bot_turns(self.match, self.players):
                chosen = await asyncio.to_thread(bot.player.choose, bot.board, bot.view, bot.key)
                if bot.view.turn == self.match.turn(bot.seat) and bot.seat in self.match.awaited:
                    make_bot_move(self.match, bot, chosen)

    async def changes(self) -> AsyncIterator[int]:
        """The number of the last entry, now and whenever it has grown, until the match is over."""
        news = asyncio.Event()
        self._waiting.add(news)
        try:
            while True:
                news.clear()
                yield self.match.seq
                if self.match.over:
                    return
                await news.wait()
        finally:
            self._waiting.discard(news)

    def _tell(self, _entered: tuple[Phase, ...]) -> None:
        """Wake everybody who waits for a change."""
        for news in self._waiting:
            news.set()


class LocalPort:
    """One seat's way to a table in this program; see `TablePort`.

    Attributes:
        seat: The seat, or `observer`.
        board: The board as this seat may know it.
        lexicon: The words of the scenario.
        past: What this seat was shown so far.
        notes: This seat's own texts beside the journal.
    """

    def __init__(self, table: LocalTable, seat: str) -> None:
        self._table, self.seat = table, seat
        self.board, self.lexicon = table.match.board_of(seat), table.match.lexicon
        self.past = SeatPast(table.history, seat)
        store = table.match.store
        self.notes: SeatNotes = FileNotes(Path(store.name), seat) if store.lasting else MemoryNotes()
        self._made: tuple[SeatView, Move] | None = None
        """The move made last through this port, and the view it was made on."""

    @property
    def view(self) -> SeatView:
        """The newest view."""
        return self._table.match.view(self.seat)

    @property
    def notice(self) -> str:
        """Nothing: the table is in this program."""
        return ""

    async def views(self) -> AsyncIterator[SeatView]:
        """The view now, then the newest whenever something this seat sees has changed."""
        shown: SeatView | None = None
        async for _ in self._table.changes():
            view = self.view
            if view != shown:
                shown = view
                yield view

    async def submit(self, move: Move, turn: int) -> None:
        """Make a move on the view of turn `turn`; returns when it is on disk and the bots have answered.

        Raises:
            IllegalMove: The move is refused, with its rule.
            StaleView: The table has moved on.
            SeatError: This port only watches.
            MoveKept: It is on disk; what comes after it could not be written.
        """
        view = self.view
        await self._table.submit(self.seat, move, turn)
        self._made = (view, move)

    def preview(self, move: Move) -> Preview | Refusal:
        """What a move would do, or why it is refused."""
        return self._table.match.preview(self.seat, move)

    async def advice(self) -> Advice | None:
        """Counsel on the newest view; None for an onlooker or without an adviser."""
        adviser, view = self._table.adviser, self.view
        if adviser is None or view.sight.mine is None:
            return None
        return await asyncio.to_thread(adviser.advise, self.board, view)

    async def remark(self) -> Remark | None:
        """A coach's word on the move made last through this port; taking back and an onlooker get none."""
        adviser, made = self._table.adviser, self._made
        if adviser is None or made is None or made[0].sight.mine is None or isinstance(made[1], Undo):
            return None
        return await asyncio.to_thread(adviser.coach, self.board, *made)
