"""A match from the code to its end: a telephone with scripts, a browser without, and two terminals; and the same moves
laid in one process come to the same journal.

The seed brings a caucus, a strike, an initialling, and a text that is held.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tabletop.players.roster import player
from tabletop.table.match import Match, new_match
from tabletop.table.seats import PERSON
from tabletop.vocabulary import Phase
from tests.browser.chromium import PHONE, WIDE, Browser
from tests.browser.conftest import PICTURES, Opens
from tests.browser.people import AtBrowser, AtTerminal, Person
from tests.classroom.host_process import HostProcess
from tests.ui.web.seats import scenario

pytestmark = [pytest.mark.browser, pytest.mark.timeout(170)]

SEED = 15
BROUGHT = {"interrupted", "initialled", "disputed", "held"}


def pictured(browser: Browser, name: str) -> None:
    """Wide and narrow, by night and by day."""
    browser.run("scrollTo(0, 0)")
    for size, shape in ((WIDE, "wide"), (PHONE, "phone")):
        for scheme in ("dark", "light"):
            browser.look(size, scheme)
            browser.picture(PICTURES / f"{name}-{shape}-{scheme}.png")
    browser.look(PHONE, "dark")


def test_a_match_in_browsers_and_terminals_is_the_match_laid_in_one_process(
    hosts: Callable[..., HostProcess], browsers: Opens, tmp_path: Path
) -> None:
    host = hosts("--format", "pop-up", "--seed", str(SEED))
    phone, plain = browsers(PHONE), browsers(script=False, scheme="light")
    phone.open(host.url)
    pictured(phone, "code")
    phone.one("#code").send_keys(host.told["code"].lower())
    phone.press(phone.one("button[type=submit]"))
    phone.one("#nickname")
    pictured(phone, "lobby")
    terminals = [AtTerminal(host.url, host.links[1, seat]) for seat in ("us", "europe")]
    with_script = AtBrowser(phone, host.links[1, "ukraine"], script=True)
    people: dict[str, Person] = {
        "ukraine": with_script,
        "russia": AtBrowser(plain, host.links[1, "russia"], script=False),
        "us": terminals[0],
        "europe": terminals[1],
    }
    laid = played(people, with_script, tmp_path / "laid.jsonl")
    phone.until(lambda: phone.one("main").get_attribute("data-phase") == "held", "the end")
    phone.open(f"{host.url}/seat?page=end")
    pictured(phone, "end")

    kinds = {entry.move.kind for entry in laid.store.since(0)}
    phases = {getattr(event, "to", "") for entry in laid.store.since(0) for event in entry.events}
    assert "caucus" in kinds
    assert {str(phase) for phase in phases} >= BROUGHT
    teacher = AtTerminal(host.url, host.told["control"])
    journal = tmp_path / "table.journal.jsonl"
    journal.write_text(teacher.get("/control/journal/1"), encoding="utf-8")
    assert digests(journal) == digests(tmp_path / "laid.jsonl")
    receipts = tmp_path / "receipts.json"
    receipts.write_text(terminals[0].get("/receipts.json"), encoding="utf-8")
    assert len(json.loads(receipts.read_text("utf-8"))) == terminals[0].made
    checked = subprocess.run(
        [sys.executable, "-m", "tabletop", "verify", str(journal), "--receipt", str(receipts)],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert checked.returncode == 0, checked.stdout
    for each in (teacher, *terminals):
        each.close()


def digests(journal: Path) -> list[str]:
    """The digest of each line, which covers the whole match up to it."""
    return [json.loads(line)["digest"] for line in journal.read_text(encoding="utf-8").splitlines()]


def played(people: dict[str, Person], watched: AtBrowser, path: Path) -> Match:
    """The match in this process, each of whose moves somebody makes at the host first."""
    seating = dict.fromkeys(people, PERSON)
    laid = new_match(
        scenario(), seating=seating, seed=SEED, format_id="pop-up", path=path, open_sittings=True
    )
    laid.settle()
    board = laid.board
    minds = {seat: player("mixed", board.seats[board.seat_index[seat]], str(SEED)) for seat in people}
    seen = set[str]()
    for number in range(400):
        if laid.over:
            laid.store.close()
            return laid
        phase = laid.state.talks.phase
        if phase.value not in seen:
            seen.add(phase.value)
            watched.see(laid.turn("ukraine"))
            if phase in {Phase.SCHEDULED, Phase.INTERRUPTED, Phase.DRAFTING}:
                pictured(watched.browser, "strike" if phase is Phase.INTERRUPTED else phase.value)
        seat = laid.awaited[0]
        view = laid.view(seat)
        move = minds[seat].choose(laid.board_of(seat), view, f"{SEED}/{number}").move
        box = next(box for box in view.open(move.kind) if box.holds(move))
        people[seat].make(move, box, view.turn)
        laid.submit(seat, move, view.turn)
        laid.settle()
    raise AssertionError("the match does not come to an end")
