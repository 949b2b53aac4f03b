"""The clock of a sitting is data in the room: it survives pauses, restarts and a machine that sleeps."""

from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest

from tabletop.classroom.clocks import BEAT_S, MORE_S, Clocks, set_minutes, shown
from tabletop.classroom.room import Room
from tabletop.game.records.moves import Convene, Orders, Pause
from tabletop.scenario.scenario import Scenario
from tests.classroom.hosted import Hosted, Student, chance
from tests.classroom.test_room import until

FULL = 600.0
SEATS = ("ukraine", "russia", "us", "europe")


class Time:
    """The time of day and the seconds that only go forward, as one machine has them; asleep the latter stand."""

    def __init__(self) -> None:
        self.now, self.ticked = 1_000_000.0, 50.0

    def wall(self) -> float:
        return self.now

    def ticks(self) -> float:
        return self.ticked

    def passes(self, seconds: float) -> None:
        self.now, self.ticked = self.now + seconds, self.ticked + seconds

    def sleeps(self, seconds: float) -> None:
        self.now += seconds


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def room(tmp_path: Path, scenario: Scenario) -> Iterator[Room]:
    made = Room.create(tmp_path, scenario, seed=4, tables=2, format_id="pop-up")
    set_minutes(made, FULL / 60)
    yield made
    made.close()


def clocks_of(room: Room, time: Time) -> Clocks:
    return Clocks(room, time.wall, time.ticks)


def convened(room: Room, number: int = 1) -> None:
    """Bring a table into its first sitting."""
    table = room.table(number)
    board = table.match.board
    for seat in SEATS:
        orders = Orders(board.seats[board.seat_index[seat]].default_orders)
        table.enter(seat, orders, table.view(seat).turn)
    table.enter("us", Convene(), table.view("us").turn)
    assert table.match.state.talks.sitting == 1


def pass_(clocks: Clocks, time: Time, seconds: float) -> None:
    """Let time pass on a machine that is awake."""
    while seconds > 0:
        time.passes(min(seconds, BEAT_S))
        seconds -= BEAT_S
        clocks.beat()


def left(clocks: Clocks, number: int = 1) -> float | None:
    found = shown(clocks, number)
    return None if found is None else found.left


def test_a_sitting_has_its_time_and_a_pause_stops_it(room: Room, time: Time) -> None:
    clocks = clocks_of(room, time)
    assert left(clocks) is None
    convened(room)
    assert left(clocks) == FULL
    assert left(clocks, 2) is None
    pass_(clocks, time, 100)
    assert left(clocks) == FULL - 100
    clocks.pause(1, 5)
    pass_(clocks, time, 200)
    assert (left(clocks), room.table(1).match.state.talks.paused) == (FULL - 100, True)
    clocks.pause(1, 5)
    pass_(clocks, time, 200)
    assert room.table(1).match.state.talks.paused, "it was renewed"
    pass_(clocks, time, 101)
    assert not room.table(1).match.state.talks.paused
    assert left(clocks) == FULL - 100
    clocks.more(1)
    assert left(clocks) == FULL - 100 + MORE_S
    pass_(clocks, time, 2 * FULL)
    assert left(clocks) == 0
    clocks.more(1)
    assert left(clocks) == MORE_S


def test_a_pause_without_an_end_or_by_another_way_stands_until_somebody_lets_it_go(
    room: Room, time: Time
) -> None:
    clocks = clocks_of(room, time)
    convened(room)
    assert left(clocks) == FULL
    room.table(1).act(Pause("on"))
    clocks.beat()
    pass_(clocks, time, BEAT_S * 100)
    assert room.table(1).match.state.talks.paused
    assert left(clocks) == FULL
    clocks.resume(1)
    time.passes(1)
    assert left(clocks) == FULL - 1


def test_a_host_that_is_killed_in_a_pause_goes_on_in_it(room: Room, time: Time) -> None:
    clocks = clocks_of(room, time)
    convened(room)
    left(clocks)
    pass_(clocks, time, 100)
    clocks.pause(1, 5)
    clocks.beat()
    again = clocks_of(room, time)
    time.passes(50)
    again.beat()
    assert (left(again), room.table(1).match.state.talks.paused) == (FULL - 100, True)
    pass_(again, time, BEAT_S * 4)
    found, now = again.of(1)
    assert found.until - now == 300 - 50 - BEAT_S * 4
    assert again.full == FULL


@pytest.mark.parametrize("killed", [False, True])
def test_a_machine_that_slept_gives_the_time_back_and_pauses(room: Room, time: Time, killed: bool) -> None:
    clocks = clocks_of(room, time)
    convened(room)
    left(clocks)
    time.passes(10)
    clocks.beat()
    time.sleeps(3_000)
    if killed:
        clocks = clocks_of(room, time)
    clocks.beat()
    assert room.table(1).match.state.talks.paused
    assert not room.table(2).match.state.talks.paused
    assert left(clocks) == FULL - 10
    time.passes(BEAT_S)
    clocks.beat()
    assert room.table(1).match.state.talks.paused, "nobody said that it goes on"


def test_the_thread_ends_a_pause_and_closes(room: Room) -> None:
    clocks = Clocks(room)
    clocks.pause(1, 0.002)
    clocks.start()
    try:
        until(lambda: not room.table(1).match.state.talks.paused)
    finally:
        clocks.close()


@pytest.mark.slow
def test_a_real_host_that_is_killed_in_a_pause_shows_the_same_time(tmp_path: Path) -> None:
    bots = "russia=patient,us=patient,europe=patient"
    with Hosted(tmp_path, "--format", "pop-up", "--minutes", "10", "--bots", bots) as host:
        student = Student(host.links[1, "ukraine"], chance(1))
        student.arrive()
        teacher = httpx2.Client(timeout=20, headers={"origin": host.address}, follow_redirects=True)
        teacher.get(host.told["control"])

        def clock() -> dict[str, str]:
            return next(each.attrs for each in student.page().all("p") if "data-clock" in each.attrs)

        def sitting() -> bool:
            student.step()
            return bool(clock().get("data-deadline"))

        until(sitting)
        teacher.post(f"{host.address}/control", data={"table": "1", "act": "pause", "minutes": "9"})
        stood = clock()["data-paused-left"]
        assert 0 < int(stood) <= FULL * 1000
        host.kill()
        host.again()
        assert clock()["data-paused-left"] == stood
