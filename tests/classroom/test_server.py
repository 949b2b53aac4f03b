"""A room in browsers: from the code to a seat, every move by a form, and nothing for strangers."""

import json
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import urlencode

import pytest
from starlette.testclient import TestClient

from tabletop.classroom.guard import BODY_MOST
from tabletop.classroom.room import Room
from tabletop.classroom.server import TRIES, Server
from tabletop.errors import JournalError
from tabletop.players.choosing.random_stream import Stream
from tabletop.scenario.scenario import Scenario
from tabletop.vocabulary import ENDS
from tests.ui.web.markup import Form, forms, read

HOST = "class.test:8000"
HOSTILE = "<img src=x onerror=alert(1)>"


@pytest.fixture
def room(tmp_path: Path, scenario: Scenario) -> Iterator[Room]:
    made = Room.create(
        tmp_path, scenario, seed=4, tables=2, format_id="pop-up", bots={"us": "patient", "europe": "patient"}
    )
    yield made
    made.close()


@pytest.fixture
def server(room: Room) -> Server:
    return Server(room, f"http://{HOST}", {HOST})


def browser(server: Server) -> TestClient:
    return TestClient(server.app, base_url=f"http://{HOST}", headers={"origin": f"http://{HOST}"})


def seated(server: Server, seat: str, number: int = 1) -> TestClient:
    """A browser that has opened a seat's link."""
    there = browser(server)
    page = there.get(f"/s/{server.room.issue(number, seat)}")
    assert page.status_code == 200
    assert f'data-seat="{seat}"' in page.text
    return there


def filled(form: Form, stream: Stream) -> list[tuple[str, str]]:
    """A form as somebody might send it."""
    found = [(name, value) for name, values in form.hidden.items() for value in values]
    for kind, name, values in form.rows:
        match kind:
            case "select" | "radio":
                full = [value for value in values if value]
                found.append((name, full[stream.below(len(full))] if full else ""))
            case "number":
                found.append((name, values[0]))
            case _:
                found.append((name, HOSTILE))
    return found


def test_from_the_code_to_a_seat(server: Server) -> None:
    there = browser(server)
    assert "class code" in there.get("/").text
    assert there.post("/enter", data={"code": "NONE"}).status_code == 403
    tables = there.post("/enter", data={"code": server.room.code.lower()})
    assert tables.url.path == "/tables"
    assert 'value="2.ukraine"' in tables.text
    assert "2.us" not in tables.text
    page = there.post("/sit", data={"place": "2.ukraine", "nickname": HOSTILE})
    assert page.url.path == "/seat"
    assert 'data-seat="ukraine"' in page.text
    other = browser(server)
    other.post("/enter", data={"code": server.room.code})
    listed = other.get("/tables").text
    assert HOSTILE[:24] not in listed
    assert HOSTILE[:24] in unescape(listed)
    taken = other.post("/sit", data={"place": "2.ukraine", "nickname": "b"})
    assert taken.status_code == 409
    for place in ("2.mars", "x.ukraine", "", "99.ukraine", "².", f"{'1' * 5000}.ukraine"):
        assert other.post("/sit", data={"place": place, "nickname": "b"}).status_code == 409, place
    assert there.get("/").url.path == "/seat"


def test_codes_are_not_tried_for_ever(server: Server) -> None:
    there = browser(server)
    tried = [there.post("/enter", data={"code": "NONE"}).status_code for _ in range(TRIES + 1)]
    assert tried == [403] * TRIES + [429]
    assert there.post("/enter", data={"code": server.room.code}).status_code == 429


def test_a_whole_class_may_come_from_one_address(server: Server) -> None:
    there = browser(server)
    for _ in range(2 * TRIES):
        assert there.post("/enter", data={"code": server.room.code}).url.path == "/tables"
    assert there.post("/enter", data={"code": "NONE"}).status_code == 403


def test_strangers_get_nothing(server: Server) -> None:
    there = browser(server)
    for path in ("/seat", "/receipt/a"):
        assert there.get(path).status_code == 403
    assert there.get("/control", follow_redirects=False).headers["location"] == "/"
    assert there.get("/control/journal/1").status_code == 404
    assert there.get(f"/control/journal/{'1' * 5000}").status_code == 404
    assert (
        there.get("/s/x").status_code
        == there.get("/open/x").status_code
        == there.get("/../etc").status_code
        == 404
    )
    assert there.get("/", headers={"host": "elsewhere.test"}).status_code == 421
    mine = seated(server, "ukraine")
    for origin in ("http://elsewhere.test", "null", "http://class.test:8001", "http://[", "http://[x]"):
        assert mine.post("/seat", data={}, headers={"origin": origin}).status_code == 403, origin
    assert mine.post("/seat", content=b"a" * (BODY_MOST + 1)).status_code == 413
    policy = mine.get("/seat").headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    cookie = (
        browser(server)
        .get(f"/s/{server.room.issue(1, 'russia')}", follow_redirects=False)
        .headers["set-cookie"]
    )
    assert {"HttpOnly", "SameSite=strict"} <= {part.strip() for part in cookie.split(";")}


def test_a_move_is_made_once_and_has_its_receipt(server: Server) -> None:
    mine = seated(server, "ukraine")
    (form,) = [each for each in forms(read(mine.get("/seat").text)) if each.kind == "orders"]
    posted = filled(form, Stream("a"))
    cid = dict(posted)["cid"]
    looked = mine.post("/seat", content=urlencode([*posted, ("do", "preview")]))
    assert 'data-preview="orders"' in looked.text
    assert mine.get(f"/receipt/{cid}").json() == {"state": "unknown"}
    first = mine.post("/seat", content=urlencode(posted))
    assert first.url.params["done"] == cid
    assert 'data-receipt="written"' in first.text
    told = mine.get(f"/receipt/{cid}").json()
    assert (told["state"], told["seq"]) == ("written", 1)
    entries = server.room.table(1).match.seq
    assert mine.post("/seat", content=urlencode(posted)).url.params["done"] == cid
    assert server.room.table(1).match.seq == entries
    rest = [(name, value) for name, value in posted if name != "choices"]
    other = filled(form, Stream("b"))
    changed = [*rest, *[each for each in other if each[0] == "choices"]]
    assert 'data-refused="cid-reused"' in mine.post("/seat", content=urlencode(changed)).text
    stale = [(name, "k2" if name == "cid" else value) for name, value in posted]
    assert 'data-refused="stale"' in mine.post("/seat", content=urlencode(stale)).text
    store = server.room.table(1).match.store
    assert told["digest"] not in {json.dumps(entry.seq) for entry in store.since(0)}


def test_a_seat_is_told_nothing_of_what_another_sealed(server: Server) -> None:
    """The other seals its orders in one way or another: the pages, the turn and the receipts stay the same."""
    mine, other = seated(server, "ukraine"), seated(server, "russia")
    (form,) = [each for each in forms(read(other.get("/seat").text)) if each.kind == "orders"]
    shown = []
    for stream in ("a", "b"):
        fresh = [
            (name, f"k{stream}" if name == "cid" else value)
            for name, value in filled(form, Stream(stream))
            if name != "turn"
        ]
        turn = server.room.port(1, "russia").view.turn
        assert other.post("/seat", content=urlencode([*fresh, ("turn", str(turn))])).url.params["done"]
        page = mine.get("/seat?page=record").text
        shown.append(page.partition("<main")[2])
    assert shown[0] == shown[1]


def test_forms_alone_bring_a_match_to_its_end(server: Server) -> None:
    """Two browsers without scripts play until the match is over; whatever is open to them can be posted."""
    there = {seat: seated(server, seat) for seat in ("ukraine", "russia")}
    dice = Stream("forms")
    for step in range(600):
        if server.room.port(1).view.sight.talks.phase in ENDS:
            break
        seat = ("ukraine", "russia")[step % 2]
        page = there[seat].get("/seat")
        open_ = [each for each in forms(read(page.text)) if each.kind not in {"undo", "last-look", "say"}]
        if not open_:
            continue
        answer = there[seat].post("/seat", content=urlencode(filled(open_[dice.below(len(open_))], dice)))
        assert answer.status_code in {200, 409}, answer.text[:400]
    assert server.room.port(1).view.sight.talks.phase in ENDS
    assert "data-phase" in there["russia"].get("/seat?page=end").text


def test_the_teacher_sees_who_is_here_and_can_help(server: Server) -> None:
    teacher = browser(server)
    page = teacher.get(f"/open/{server.room.new_control()}")
    assert page.url.path == "/control"
    assert server.room.code in page.text
    form = {"table": "1", "seat": "ukraine"}
    linked = teacher.post("/control", data=form | {"act": "link"}).text
    link = linked.partition(f"http://{HOST}/s/")[2].partition("<")[0]
    assert f"/s/{link}" not in teacher.get("/control").text
    student = browser(server)
    assert 'data-seat="ukraine"' in student.get(f"/s/{link}").text
    teacher.post("/control", data={"table": "0", "act": "pause"})
    assert all(server.room.table(number).match.state.talks.paused for number in (1, 2))
    teacher.post("/control", data={"table": "0", "act": "resume"})
    teacher.post("/control", data=form | {"act": "stand-in"})
    assert server.room.table(1).seating["ukraine"] != "person"
    teacher.post("/control", data=form | {"act": "back"})
    assert server.room.table(1).seating["ukraine"] == "person"
    teacher.post("/control", data=form | {"act": "free"})
    assert student.get("/seat").status_code == 403
    assert teacher.post("/control", data=form | {"act": "free"}).status_code == 200
    closed = teacher.post("/control", data={"table": "1", "seat": "us", "act": "back"})
    assert "a bot keeps this seat" in unescape(closed.text).lower()
    assert server.room.table(1).seating["us"] == "patient"
    journal = teacher.get("/control/journal/1")
    assert journal.headers["content-type"].startswith("application/x-ndjson")
    assert json.loads(journal.text.splitlines()[0])["scenario"] == server.room.scenario.id
    assert "сто" in teacher.get("/control?lang=uk").text.lower()


def test_what_a_table_cannot_do_now_is_a_sentence(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    mine = seated(server, "ukraine")

    def full(*_given: object) -> None:
        raise JournalError("the disk is full")

    monkeypatch.setattr(server.room, "port", full)
    server._sessions.clear()
    page = mine.get("/seat")
    assert page.status_code == 503
    assert "the disk is full" in page.text


async def test_a_browser_that_goes_away_halfway_leaves_no_fault(server: Server) -> None:
    told: list[Exception] = []
    served = Server(server.room, f"http://{HOST}", {HOST}, told.append)
    headers = [(b"host", HOST.encode()), (b"origin", f"http://{HOST}".encode())]
    scope = {
        "type": "http", "method": "POST", "path": "/enter", "raw_path": b"/enter", "query_string": b"",
        "headers": headers, "http_version": "1.1", "scheme": "http", "server": ("class.test", 8000), "root_path": "",
    }  # fmt: skip
    sent: list[object] = []

    async def receive() -> dict[str, object]:
        return {"type": "http.disconnect"}

    async def send(message: object) -> None:
        sent.append(message)

    await served.app(scope, receive, send)
    assert sent == told == []
