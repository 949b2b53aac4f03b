"""What a seat keeps beside the match: notes that no window overwrites unseen, and receipts to be checked later."""

import json
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from time import sleep

import pytest

from tabletop.classroom.room import Room
from tabletop.classroom.sealed_receipts import compared
from tabletop.classroom.server import Server
from tabletop.command.cli import run
from tabletop.players.choosing.random_player import fill
from tabletop.players.choosing.random_stream import Stream
from tabletop.scenario.scenario import Scenario
from tests.classroom.test_server import HOST, seated
from tests.ui.web.markup import read


@pytest.fixture
def server(tmp_path: Path, scenario: Scenario) -> Iterator[Server]:
    bots = {"us": "patient", "europe": "patient", "russia": "patient"}
    room = Room.create(tmp_path, scenario, seed=10, format_id="pop-up", bots=bots)
    yield Server(room, f"http://{HOST}", {HOST})
    room.close()


def test_notes_are_the_seats_own_and_another_window_does_not_lose_them(server: Server) -> None:
    mine = seated(server, "ukraine")
    page = read(mine.get("/seat?page=notes").text)
    (field,) = page.all("textarea")
    assert field.text == ""
    kept = page.all("input", name="kept")[0].attrs["value"]
    saved = mine.post("/notes", data={"kept": kept, "notes": "<b>ours</b>\r\nand more"})
    assert saved.url.params["page"] == "notes"
    assert "&lt;b&gt;ours&lt;/b&gt;" in saved.text
    late = mine.post("/notes", data={"kept": kept, "notes": "theirs"})
    assert late.status_code == 409
    (field,) = read(late.text).all("textarea")
    assert "ours" in field.text
    assert "theirs" in field.text
    assert "theirs" not in unescape(mine.get("/seat?page=notes").text)
    assert b"<b>ours" not in server.room.journal(1)
    stranger = seated(server, "ukraine")  # by a new link: the old one ends
    assert "ours" in stranger.get("/seat?page=notes").text
    assert mine.post("/notes", data={"kept": "", "notes": "x"}).status_code == 403


def test_a_card_fills_in_the_orders_form_without_a_script(server: Server) -> None:
    mine = seated(server, "ukraine")
    links = {
        each.attrs["href"] for each in read(mine.get("/seat").text).all("a") if "card=" in each.attrs["href"]
    }
    assert len(links) == 4
    quiet = next(link for link in links if "card=quiet" in link)
    page = read(mine.get(f"/seat{quiet}").text)
    opened = [each for each in page.all("details") if "open" in each.attrs]
    assert [each.attrs["data-move"] for each in opened] == ["orders"]
    chosen = {each.attrs["value"] for each in opened[0].all("option") if "selected" in each.attrs}
    assert "long-range.none" in chosen
    for card in ("nothing", "<b>", ""):
        assert (
            "card" not in mine.get(f"/seat?card={card}").text.partition("<main")[2].partition("data-turn")[0]
        )


def test_receipts_lie_beside_the_journal_once_the_match_is_over(
    server: Server, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mine, dice = seated(server, "ukraine"), Stream("receipts")
    sealed: list[dict[str, object]] = []
    port = server.room.port(1, "ukraine")
    for number in range(2_000):
        if server.room.table(1).match.over:
            break
        view = port.view
        boxes = [box for box in view.legal.boxes if box.move not in {"undo", "last-look", "say"}]
        move = fill(dice.one_of(boxes), dice) if boxes else None
        if move is None or port.send(move, view.turn, f"k{number}").state != "written":
            sleep(0.01)  # the bots think
        elif not sealed:
            sealed = mine.get("/receipts.json").json()
    assert server.room.table(1).match.over
    opened = mine.get("/receipts.json").json()
    digests = [json.loads(line)["digest"] for line in server.room.journal(1).splitlines()[1:]]
    assert [entry is not None and digests[entry - 1] for _, entry in compared(opened, digests)] == [
        each["digest"] for each in opened
    ]
    early = compared([*sealed, opened[-1]], digests)[: len(sealed)]
    assert early == compared(opened, digests)[: len(sealed)]
    assert compared(sealed, digests) == [(own, None) for own, _ in early]
    forged = [dict(each) for each in opened]
    forged[0] |= {"seq": 1}
    forged[1] |= {"digest": "0" * 64}
    assert [entry for _, entry in compared(forged, digests)][:2] == [0, 0]

    journal, told = tmp_path / "t.journal.jsonl", tmp_path / "receipts.json"
    journal.write_bytes(server.room.journal(1))
    told.write_text(json.dumps([*sealed, *opened]), encoding="utf-8")
    asked = ["verify", str(journal), "--receipt", str(told)]
    assert run(asked) == 0
    assert f"receipt 1: entry {early[0][1]}" in capsys.readouterr().out
    told.write_text(json.dumps(forged), encoding="utf-8")
    assert run([*asked, "--json"]) == 4
    (verdict,) = json.loads(capsys.readouterr().out)
    assert (verdict["agrees"], verdict["receipts"][0]["agrees"]) == (False, False)
    told.write_text("[1]", encoding="utf-8")
    assert run(asked) != 0
    assert "holds no receipts" in capsys.readouterr().err
