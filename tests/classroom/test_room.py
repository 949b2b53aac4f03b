"""A room: seats are taken, given back and found again; every move gets its receipt; nothing is lost by closing."""

import asyncio
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from threading import Thread
from time import sleep

import pytest

from tabletop.classroom.lobby import NICKNAME_MOST
from tabletop.classroom.presence import Presence
from tabletop.classroom.room import Room
from tabletop.errors import IllegalMove, JournalError, LobbyRefused, RoomHeld, SeatError, WrongArgument
from tabletop.game.records.moves import Pause
from tabletop.journal.reader import parse
from tabletop.journal.verify import verify
from tabletop.players.choosing.random_player import Uniform
from tabletop.scenario.scenario import Scenario

Open = Callable[..., Room]

OUTSIDE = {"us": "patient", "europe": "patient"}


@pytest.fixture
def create(tmp_path: Path, scenario: Scenario) -> Iterator[Open]:
    made: list[Room] = []

    def new(tables: int = 1, bots: Mapping[str, str] = OUTSIDE) -> Room:
        made.append(Room.create(tmp_path, scenario, seed=4, tables=tables, format_id="pop-up", bots=bots))
        return made[-1]

    yield new
    for room in made:
        room.close()


def again(room: Room) -> Room:
    room.close()
    return Room.open(room.path)


def code(error: pytest.ExceptionInfo[LobbyRefused]) -> str:
    return error.value.code


def until(true: Callable[[], bool]) -> None:
    for _ in range(600):
        if true():
            return
        sleep(0.05)
    raise AssertionError("it never came to be")


def moved(room: Room, token: str, number: int, seat: str, cid: str) -> str:
    """Let a person make any legal move; the state of its receipt."""
    port = room.port(number, seat)
    view = port.view
    return room.submit(token, Uniform().choose(port.board, view, cid).move, view.turn, cid).state


def test_a_room_is_played_closed_and_gone_on_with(create: Open, tmp_path: Path) -> None:
    room = create(2)
    tokens = {
        (n, seat): room.take_seat(n, seat, f"{seat} {n}") for n in (1, 2) for seat in ("ukraine", "russia")
    }

    def play(number: int) -> None:
        for turn in range(6):
            for seat in ("ukraine", "russia"):
                if seat in room.table(number).match.awaited:
                    moved(room, tokens[number, seat], number, seat, f"c{turn}")

    threads = [Thread(target=play, args=(number,)) for number in (1, 2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    receipt = room.receipt(tokens[1, "ukraine"], "c0")
    assert receipt.state == "written"
    live = tmp_path / "live.journal.jsonl"
    live.write_bytes(room.journal(1))
    assert verify(live).rules == "same"
    until(lambda: not room.table(1)._answering)
    state, seats = room.table(1).match.state, room.seats()
    reopened = again(room)
    assert reopened.receipt(tokens[1, "ukraine"], "c0") == receipt
    line = reopened.journal(1).split(b"\n")[receipt.seq]
    assert receipt.digest.encode() in line
    assert reopened.table(1).match.state == state
    assert [(s.seat, s.keeper, s.taken, s.nickname) for s in reopened.seats()] == [
        (s.seat, s.keeper, s.taken, s.nickname) for s in seats
    ]
    assert reopened.seat_of(tokens[2, "russia"]) == (2, "russia")
    assert {s.presence for s in reopened.seats()} == {Presence.AWAY}
    assert reopened.table(1).trouble is None
    reopened.close()


def test_all_tables_begin_alike_and_seats_move_at_once(create: Open) -> None:
    room = create(2)
    first, second = (parse(room.path, room.journal(number)) for number in (1, 2))
    assert first.header == second.header
    assert first.header.open_sittings
    assert [each.events for each in first.entries[:1]] == [each.events for each in second.entries[:1]]
    assert {"ukraine", "russia"} <= set(room.table(1).match.awaited)
    until(lambda: "us" not in room.table(1).match.awaited)
    assert room.lets_in(room.code.lower())
    assert not room.lets_in("")


def test_a_move_sent_again_gets_the_same_receipt_and_another_is_refused(create: Open) -> None:
    room = create()
    token, port = room.take_seat(1, "ukraine", "One"), room.port(1, "ukraine")
    view = port.view
    move = Uniform().choose(port.board, view, "a").move
    other = next(m for k in "bcdefghi" if (m := Uniform().choose(port.board, view, k).move) != move)
    assert room.receipt(token, "c").state == "unknown"
    first = room.submit(token, move, view.turn, "c")
    assert first.state == "written"
    assert room.submit(token, move, view.turn, "c") == first
    reused = room.submit(token, other, view.turn, "c")
    assert (reused.state, reused.refusal and reused.refusal.code) == ("refused", "cid-reused")
    assert room.receipt(token, "c") == first
    stale = room.submit(token, other, view.turn - 1, "d")
    assert (stale.state, stale.refusal and stale.refusal.code) == ("refused", "stale")
    assert room.receipt(token, "d") == stale
    forged = room.submit("forged", other, view.turn, "e")
    assert (forged.state, forged.refusal and forged.refusal.code) == ("refused", "token-unknown")
    assert room.receipt("forged", "c").state == "unknown"


def test_seats_are_taken_once_and_links_die_when_issued_anew(create: Open) -> None:
    room = create()
    token = room.take_seat(1, "ukraine", "  Ol\u202eena\x1b\n" + "x" * 60)
    assert room.seats()[[s.seat for s in room.seats()].index("ukraine")].nickname == "Olena " + "x" * (
        NICKNAME_MOST - 6
    )
    for seat, name, why in (
        ("ukraine", "B", "seat-taken"),
        ("us", "B", "seat-closed"),
        ("mars\x1b", "B", "no-seat"),
        ("russia", "\u200b \x07", "no-nickname"),
    ):
        with pytest.raises(LobbyRefused) as error:
            room.take_seat(1, seat, name)
        assert code(error) == why
        assert "\x1b" not in str(error.value)
    newer = room.issue(1, "ukraine")
    assert room.seat_of(token) is None
    with pytest.raises(LobbyRefused) as error:
        room.arrive(token)
    assert code(error) == "token-unknown"
    assert room.arrive(newer) == (1, "ukraine")
    link = room.issue(1, "russia")
    assert not next(s for s in room.seats() if s.seat == "russia").taken
    assert room.arrive(link, "Ivan") == (1, "russia")
    room.free_seat(1, "ukraine")
    assert room.seat_of(newer) is None
    with pytest.raises(LobbyRefused):
        room.free_seat(1, "ukraine")
    assert room.take_seat(1, "ukraine", "Late") != newer
    raw = b"".join(path.read_bytes() for path in room.path.parent.iterdir())
    assert not any(each.encode() in raw for each in (token, newer, link))


def test_a_stand_in_plays_until_the_seat_is_handed_back(create: Open) -> None:
    room = create()
    token = room.take_seat(1, "ukraine", "One")
    room.stand_in(1, "ukraine")
    until(lambda: "ukraine" not in room.table(1).match.awaited)
    refused = room.submit(token, Pause("on"), room.port(1, "ukraine").view.turn, "c")
    assert refused.refusal is not None
    assert refused.refusal.code == "stand-in"
    assert room.seat_of(token) == (1, "ukraine")
    room.hand_back(1, "ukraine")
    assert room.table(1).seating["ukraine"] == "person"
    with pytest.raises(IllegalMove):
        room.stand_in(1, "ukraine", "nobody")
    entries = parse(room.path, room.journal(1)).entries
    assert [e.move.kind for e in entries if e.seat == "facilitator"] == ["reseat", "reseat"]


def test_who_comes_late_to_a_paused_table_has_the_seat_at_once(create: Open) -> None:
    room = create()
    room.stand_in(1, "ukraine", "hard")
    room.table(1).act(Pause("on"))
    room.take_seat(1, "ukraine", "Late")
    assert room.table(1).seating["ukraine"] == "person"


def test_a_stand_in_that_could_not_be_stopped_stops_with_a_later_request(create: Open) -> None:
    room = create()
    room.stand_in(1, "ukraine", "hard")
    until(lambda: not room.table(1)._answering)
    fails = "CREATE TEMP TRIGGER no BEFORE INSERT ON entries BEGIN SELECT RAISE(ABORT, 'no'); END"
    room._store._writer.run(lambda file: file.execute(fails).close())
    token = room.take_seat(1, "ukraine", "Late")
    assert room.table(1).seating["ukraine"] == "hard"
    room._store._writer.run(lambda file: file.execute("DROP TRIGGER no").close())
    assert room.touch(token) == (1, "ukraine")
    until(lambda: room.table(1).seating["ukraine"] == "person")


def test_what_a_full_disk_stopped_goes_on_with_the_next_request(create: Open) -> None:
    room = create()
    token = room.take_seat(1, "ukraine", "One")
    until(lambda: not room.table(1)._answering)

    def limit(pages: int) -> None:
        room._store._writer.run(lambda file: file.execute(f"PRAGMA max_page_count = {pages}").close())

    limit(1)
    port = room.port(1, "ukraine")
    view = port.view
    moves = [Uniform().choose(port.board, view, str(key)).move for key in range(40)]
    receipts = [room.submit(token, move, port.view.turn, f"c{at}") for at, move in enumerate(moves)]
    lost = next(at for at, each in enumerate(receipts) if each.state == "unknown")
    assert "the disk is full" in receipts[lost].why
    limit(1_000_000)
    assert room.submit(token, moves[lost], port.view.turn, f"c{lost}").state in {"written", "refused"}
    for at, each in enumerate(receipts):
        if each.state == "written":
            assert room.receipt(token, f"c{at}") == each


async def test_whoever_waits_is_woken_from_another_thread(create: Open) -> None:
    room = create()
    token = room.take_seat(1, "ukraine", "One")
    port = room.port(1, "ukraine")
    until(lambda: not room.table(1)._answering)
    views = port.views()
    first = await anext(views)
    await asyncio.to_thread(moved, room, token, 1, "ukraine", "c")
    assert await asyncio.wait_for(anext(views), 10) != first
    await views.aclose()  # type: ignore[attr-defined]
    assert port.past.entries
    assert port.notes.write("mine", "a\x1bb").endswith("table 1")
    assert room.port(1, "ukraine").notes.read("mine") == "ab"
    assert room.port(1, "russia").notes.read("mine") == ""
    with pytest.raises(JournalError, match="in its name"):
        port.notes.write("../x", "")


def test_what_cannot_be_is_a_sentence(create: Open, tmp_path: Path, scenario: Scenario) -> None:
    with pytest.raises(WrongArgument, match="from 1 to 50 tables"):
        create(0)
    with pytest.raises(SeatError, match="no seat 'mars'"):
        create(bots={"mars": "hard"})
    assert list(tmp_path.iterdir()) == []
    room = create()
    with pytest.raises(RoomHeld):
        Room.open(room.path)
    with pytest.raises(JournalError, match="no table 9"):
        room.table(9)
    control = room.new_control()
    assert room.is_control(control)
    assert room.new_control() != control
    assert not room.is_control(control)
    room.remember("clock", "paused")
    reopened = again(room)
    assert reopened.recall("clock") == "paused"
    assert reopened.recall("nothing") == ""
    assert reopened.scenario.id == scenario.id
    reopened.close()
