"""A seat at a host far away: the same match, the same views, and no move lost or doubled."""

import asyncio
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event, Thread
from time import monotonic, sleep

import pytest

from tabletop.classroom.room import Room
from tabletop.errors import IllegalMove, LobbyRefused, StaleView, TabletopError
from tabletop.game.records.moves import Convene, Move, Pause, Stop
from tabletop.game.views import SeatView
from tabletop.players.choosing.random_player import fill
from tabletop.players.choosing.random_stream import Stream
from tabletop.remote.address import Address
from tabletop.remote.link import Link
from tabletop.remote.port import RemotePort
from tabletop.scenario.scenario import Scenario
from tabletop.table.advice import Counsel
from tabletop.ui.plain.console import Console
from tabletop.ui.plain.session import Outcome, play
from tabletop.ui.shared.prefs import Prefs
from tabletop.ui.shared.seat_session import SeatSession
from tests.remote.hosting import dealt, hosted, linked, port_of, wired
from tests.ui.plain.test_session import Typist

SEAT = "ukraine"


@pytest.fixture
def room(tmp_path: Path, scenario: Scenario) -> Iterator[Room]:
    made = dealt(tmp_path, scenario)
    yield made
    made.close()


@pytest.fixture
def address(room: Room) -> Iterator[Address]:
    with hosted(room) as there:
        yield there


def until(holds: Callable[[], object], seconds: float = 10.0) -> None:
    """Wait until something holds."""
    ends = monotonic() + seconds
    while not holds():
        assert monotonic() < ends, "it does not come about"
        sleep(0.01)


def some_move(view: SeatView, key: str = "a") -> Move:
    made = fill(view.open("orders")[0], Stream(key))
    assert made is not None
    return made


def moves_of(room: Room, seat: str = SEAT) -> list[Move]:
    return [entry.move for entry in room.table(1).match.store.since(0) if entry.seat == seat]


class Noting(RemotePort):
    """A port that notes what was made through it."""

    made: list[Move]

    async def submit(self, move: Move, turn: int) -> None:
        await super().submit(move, turn)
        self.made.append(move)


def test_a_match_typed_in_plain_mode_far_away_is_the_hosts_move_for_move(
    room: Room, address: Address
) -> None:
    with linked(address, room.issue(1, SEAT)) as link:
        far = Noting(link, port_of(link).notes)
        far.made = []
        typist = Typist(7, 4000)
        seat = SeatSession(far, Prefs(), counsel=Counsel.OFF)
        outcome = asyncio.run(play([seat], Console(typist.read, typist.written.append)))
        assert outcome is Outcome.OVER
        assert far.made == moves_of(room)
        assert len(far.made) > 5
        near = room.port(1, SEAT)
        assert far.board == near.board
        until(lambda: far.past.entries == near.past.entries)
        assert all(entry.seq for entry in far.past.entries), "after the end, each step has its number"
        until(lambda: far.view == near.view)
        for index in range(0, len(near.past.entries), 7):
            assert far.past.view(index) == near.past.view(index), index
        assert "The match is over" in "\n".join(typist.written)
        found = link.debrief()
        assert "sources" in found.text.lower()
        assert len(found.sections) > 5, "what the match came to, strikes with what was behind them, estimates"


def test_a_move_whose_answer_is_lost_is_made_once(room: Room, address: Address) -> None:
    """The wire swallows the answer and breaks: the terminal comes back and sends the same move again."""
    with wired(address) as wire, linked(wire.address, room.issue(1, SEAT)) as link:
        port = port_of(link)
        before, sent = len(moves_of(room)), wire.up
        wire.deaf.set()

        async def made() -> None:
            under_way = asyncio.create_task(port.submit(some_move(port.view), port.view.turn))
            await asyncio.to_thread(until, lambda: len(moves_of(room)) > before)
            assert not under_way.done()
            wire.down.set()
            wire.cut()
            await asyncio.to_thread(until, lambda: port.notice)
            assert "connection lost" in port.notice.lower()
            with pytest.raises(TabletopError, match="still under way"):
                await port.submit(some_move(port.view, "b"), port.view.turn)
            wire.deaf.clear()
            wire.down.clear()
            await asyncio.wait_for(under_way, 10)

        asyncio.run(made())
        assert wire.up > sent
        assert len(moves_of(room)) == before + 1
        assert port.notice == ""
        assert [entry.move for entry in port.past.entries if entry.move] == moves_of(room)


def test_a_move_that_never_came_through_is_made_after_the_break(room: Room, address: Address) -> None:
    with wired(address) as wire, linked(wire.address, room.issue(1, SEAT)) as link:
        port = port_of(link)
        wire.down.set()
        wire.cut()
        until(lambda: port.notice)
        view = port.view
        assert port.past.entries, "what was told is still here"
        assert port.past.view(0).sight.seat == view.sight.seat

        async def made() -> None:
            under_way = asyncio.create_task(port.submit(some_move(view), view.turn))
            await asyncio.sleep(0.05)
            assert not moves_of(room)
            wire.down.clear()
            await asyncio.wait_for(under_way, 10)

        asyncio.run(made())
        assert len(moves_of(room)) == 1


def test_what_is_refused_says_its_rule_and_what_is_late_says_so(room: Room, address: Address) -> None:
    with linked(address, room.issue(1, SEAT)) as link:
        port = port_of(link)
        with pytest.raises(IllegalMove) as refused:
            asyncio.run(port.submit(Convene(), port.view.turn))
        assert refused.value.refusal.rule
        assert port.preview(Convene()) == refused.value.refusal
        with pytest.raises(StaleView):
            asyncio.run(port.submit(some_move(port.view), port.view.turn + 7))
        assert not moves_of(room)


def test_previews_need_no_network(room: Room, address: Address) -> None:
    with wired(address) as wire, linked(wire.address, room.issue(1, SEAT)) as link:
        port = port_of(link)
        wire.down.set()
        wire.cut()
        until(lambda: port.notice)
        moves = [some_move(port.view, key) for key in "abcdef"]
        assert [port.preview(move) for move in moves] == [room.port(1, SEAT).preview(move) for move in moves]


async def ended(link: Link) -> str:
    """What a seat is told for good."""
    with pytest.raises(LobbyRefused) as refused:
        async for _ in port_of(link).views():
            pass
    return refused.value.code


def test_a_seat_that_was_given_out_anew_is_told_and_lets_go(room: Room, address: Address) -> None:
    token = room.issue(1, SEAT)
    with linked(address, token) as link:
        room.issue(1, SEAT)
        with pytest.raises(LobbyRefused, match="does not lead to a seat"):
            asyncio.run(port_of(link).submit(some_move(port_of(link).view), port_of(link).view.turn))
        assert asyncio.run(ended(link)) == "token-unknown"
    with pytest.raises(LobbyRefused, match="ask your teacher for a new one"), linked(address, token):
        pass


def test_of_two_terminals_at_one_seat_the_newer_one_stays(room: Room, address: Address) -> None:
    token = room.issue(1, SEAT)
    with linked(address, token) as older, linked(address, token) as newer:
        assert asyncio.run(ended(older)) == "newer-terminal"
        port = port_of(newer)
        asyncio.run(port.submit(some_move(port.view), port.view.turn))
        assert port.notice == ""
    assert len(moves_of(room)) == 1


def test_a_stand_in_and_a_pause_are_told_and_waited_out(room: Room, address: Address) -> None:
    with linked(address, room.issue(1, SEAT)) as link:
        port = port_of(link)
        room.table(1).act(Pause("on"))
        until(lambda: port.view.sight.talks.paused)
        assert not port.view.legal.boxes
        assert "paused" in port.notice
        room.stand_in(1, SEAT)
        until(lambda: "A bot plays your seat" in port.notice)
        assert not port.view.legal.boxes
        room.hand_back(1, SEAT)
        room.table(1).act(Pause("off"))
        until(lambda: not port.notice and not port.view.sight.talks.paused)
        assert port.view.legal.boxes


def test_a_match_that_the_teacher_stops_is_over_and_has_its_report(room: Room, address: Address) -> None:
    with linked(address, room.issue(1, SEAT)) as link:
        assert link.leads_back
        assert not link.debrief().sections, "nothing of what is under seal before the end"

        async def followed() -> int:
            return len([view async for view in port_of(link).views()])

        room.table(1).act(Stop("the bell"))
        assert asyncio.run(asyncio.wait_for(followed(), 10)) >= 1
        assert not link.leads_back


def test_a_host_that_ends_and_comes_again_shows_what_is_seen_then(tmp_path: Path, scenario: Scenario) -> None:
    room = dealt(tmp_path, scenario)
    token = room.issue(1, SEAT)
    with hosted(room) as address:
        link = Link(address, token)
        link.open()
    port = port_of(link)
    try:
        until(lambda: "host was closed" in port.notice)
        room.close()
        room = Room.open(room.path)
        view = room.port(1, SEAT).view
        room.port(1, SEAT).send(some_move(view), view.turn, "browser")
        seen: list[SeatView] = []

        async def follow() -> None:
            async for now in port.views():
                seen.append(now)
                if not port.notice:
                    return

        with hosted(room, int(address.base.rpartition(":")[2])):
            asyncio.run(asyncio.wait_for(follow(), 10))
            until(lambda: port.past.entries == room.port(1, SEAT).past.entries)
            assert len(seen) == 2, "the view that was there, and the one there is now"
    finally:
        link.close()
        room.close()


def test_nobody_there_and_somebody_else_there_are_a_sentence(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as ear:
        here = Address(f"http://127.0.0.1:{ear.getsockname()[1]}")

        def rude() -> None:
            there, _ = ear.accept()
            there.recv(65_536)
            there.sendall(b"SSH-2.0-hello\r\n")
            there.close()

        Thread(target=rude, daemon=True).start()
        with pytest.raises(TabletopError, match="lets no terminal in"), linked(here, "x"):
            pass
    with pytest.raises(TabletopError, match="nobody answers"), linked(here, "x"):
        pass


def test_at_a_prompt_an_empty_line_shows_what_others_did_meanwhile(room: Room, address: Address) -> None:
    with linked(address, room.issue(1, SEAT)) as link:
        port = port_of(link)
        written: list[str] = []
        typed = iter(["", "q"])

        def read() -> str:
            answer = next(typed)
            if not answer:
                before = port.view
                room.table(1).act(Pause("on"))
                room.table(1).act(Pause("off"))
                until(lambda: port.view is not before and not port.view.sight.talks.paused)
            return f"{answer}\n"

        seat = SeatSession(port, Prefs(), counsel=Counsel.OFF)
        assert asyncio.run(play([seat], Console(read, written.append))) is Outcome.LEFT
        assert sum(line.startswith("Ukraine: round 1") for line in written) == 2
        assert not [line for line in written if "is not one of the moves" in line]


@pytest.mark.slow
def test_a_match_over_a_wire_that_keeps_breaking_loses_and_doubles_nothing(
    room: Room, address: Address
) -> None:
    with wired(address) as wire, linked(wire.address, room.issue(1, SEAT)) as link:
        far = Noting(link, port_of(link).notes)
        far.made = []
        over = Event()

        def breaking() -> None:
            dice = Stream("breaks")
            while not over.wait(0.02 + dice.below(20) / 100):
                if dice.below(2):
                    wire.deaf.set()
                    over.wait(0.05)
                wire.cut()
                wire.deaf.clear()

        breaks = Thread(target=breaking)
        breaks.start()
        typist = Typist(7, 4000)
        try:
            seat = SeatSession(far, Prefs(), counsel=Counsel.OFF)
            outcome = asyncio.run(play([seat], Console(typist.read, typist.written.append)))
        finally:
            over.set()
            breaks.join()
        assert outcome is Outcome.OVER
        assert far.made == moves_of(room)
        until(lambda: far.past.entries == room.port(1, SEAT).past.entries)
        cids = [entry.cid for entry in room.table(1).match.store.since(0) if entry.seat == SEAT]
        assert len(set(cids)) == len(cids) > 5
