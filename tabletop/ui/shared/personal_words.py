"""A match seen through a person's own settings: the same ports, with other words."""

from collections.abc import AsyncIterator
from dataclasses import replace

from tabletop.errors import Refusal
from tabletop.game.records.moves import Move
from tabletop.game.views import Preview, SeatView
from tabletop.scenario.board.board import Board
from tabletop.scenario.board.lexicon import Lexicon
from tabletop.table.advice import Advice, Remark
from tabletop.table.port import Past, Shelf, TablePort
from tabletop.ui.shared.prefs import Prefs
from tabletop.ui.shared.setup import Seating
from tabletop.words.language.reduced import reduced


class Overlaid:
    """A port whose words are others; everything else is the port's own."""

    def __init__(self, port: TablePort, lexicon: Lexicon) -> None:
        self._port, self._lexicon = port, lexicon

    @property
    def seat(self) -> str:
        """The seat, or `observer`."""
        return self._port.seat

    @property
    def board(self) -> Board:
        """The board as this seat may know it."""
        return self._port.board

    @property
    def lexicon(self) -> Lexicon:
        """The words of the scenario, as the person wants them."""
        return self._lexicon

    @property
    def view(self) -> SeatView:
        """The newest view."""
        return self._port.view

    @property
    def past(self) -> Past:
        """What this seat was shown so far."""
        return self._port.past

    @property
    def shelf(self) -> Shelf:
        """This seat's own texts beside the journal."""
        return self._port.shelf

    def views(self) -> AsyncIterator[SeatView]:
        """Every new view."""
        return self._port.views()

    async def submit(self, move: Move, turn: int) -> None:
        """Make a move.

        Raises:
            IllegalMove: The move is refused, with its rule.
            StaleView: The table has moved on.
        """
        await self._port.submit(move, turn)

    async def advice(self) -> Advice | None:
        """Counsel on the newest view."""
        return await self._port.advice()

    async def remark(self) -> Remark | None:
        """A coach's word on the move made last."""
        return await self._port.remark()

    def preview(self, move: Move) -> Preview | Refusal:
        """What a move would do, or why it is refused."""
        return self._port.preview(move)


def worded(lexicon: Lexicon, prefs: Prefs) -> Lexicon:
    """The words of a scenario in as much detail of harm as a person wants; the one place that decides it."""
    return reduced(lexicon) if prefs.detail == "reduced" else lexicon


def overlaid(seating: Seating, prefs: Prefs) -> Seating:
    """The match as a person wants to read it; the match itself is not touched."""
    ports = tuple(Overlaid(port, worded(port.lexicon, prefs)) for port in seating.ports)
    return replace(seating, ports=ports)
