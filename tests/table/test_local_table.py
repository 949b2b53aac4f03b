"""The port of a seat in this program."""

import asyncio
from collections.abc import Callable, Mapping

import pytest

from tabletop.errors import IllegalMove, SeatError, StaleView
from tabletop.game.records.moves import Convene, Pass
from tabletop.game.views import SeatView
from tabletop.table.local_table import LocalTable
from tabletop.table.match import Match
from tabletop.table.port import Player, TablePort
from tabletop.vocabulary import ENDS

Deal = Callable[..., Match]
Players = Mapping[str, Player]


async def test_a_person_plays_against_bots_to_the_end(deal: Deal, players: Players) -> None:
    table = LocalTable(deal(3, None, "russia"), players)
    port: TablePort = table.port("russia")
    watcher = table.port("observer")
    seen: list[SeatView] = []

    async def watch() -> None:
        seen.extend([view async for view in watcher.views()])

    task = asyncio.create_task(watch())
    moves = 0
    async for view in port.views():
        assert view == port.view
        if view.sight.talks.phase in ENDS:
            break
        if "russia" not in table.match.awaited:
            continue
        chosen = players["russia"].choose(port.board, port.view, table.match.key("russia"))
        await port.submit(chosen.move, port.view.turn)
        moves += 1
    await asyncio.wait_for(task, 10)
    assert moves > 3
    assert seen[-1].sight.talks.phase in ENDS
    assert seen[-1].sight.mine is None
    assert len(seen) > 1


async def test_refusals_come_back_to_the_one_who_asked(deal: Deal, players: Players) -> None:
    table = LocalTable(deal(3, None, "russia"), players)
    port = table.port("russia")
    with pytest.raises(StaleView):
        await port.submit(Pass(), port.view.turn + 1)
    with pytest.raises(IllegalMove) as refused:
        await port.submit(Convene(), port.view.turn)
    assert port.preview(Convene()) == refused.value.refusal
    with pytest.raises(SeatError):
        await table.port("observer").submit(Pass(), 1)
    with pytest.raises(SeatError):
        table.port("atlantis")


async def test_a_slow_window_gets_the_newest_view_only(deal: Deal, players: Players) -> None:
    table = LocalTable(deal(3, None, "ukraine", "russia", "us", "europe"), players)
    views = table.port("ukraine").views()
    await anext(views)
    for seat in ("us", "europe"):
        port = table.port(seat)
        chosen = players[seat].choose(port.board, port.view, table.match.key(seat))
        await port.submit(chosen.move, port.view.turn)
    assert await anext(views) == table.port("ukraine").view
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(anext(views), 0.05)
