"""Seats of real matches for tests of pages, and a writer of pages to look at.

`python -m tests.ui.web.seats FOLDER` writes pages of a match to files, the stylesheet beside them.
"""

import sys
from dataclasses import replace
from functools import partial
from pathlib import Path

from tabletop.command import open_match
from tabletop.command.open_match import seating_of
from tabletop.players.choosing.random_player import fill
from tabletop.players.choosing.random_stream import Stream
from tabletop.table.advice import Counsel
from tabletop.table.match import Match
from tabletop.ui.shared.prefs import Prefs
from tabletop.ui.shared.seat_session import SeatSession
from tabletop.ui.web.request import Receipt, Request
from tabletop.ui.web.seat_page import STYLESHEET, seat_page
from tests.laws.walk import RARE


def session_of(match: Match, seat: str) -> SeatSession:
    """A seat of a match in memory, kept by a person."""
    from tabletop.table.local_table import LocalTable

    return SeatSession(LocalTable(match, {}).port(seat), Prefs(), counsel=Counsel.ADVISER)


def play_on(match: Match, seed: int, steps: int) -> None:
    """Make so many random moves of the seats that are awaited; the table moves itself between them."""
    for number in range(steps):
        if match.over:
            return
        stream = Stream(f"web/{seed}/{number}")
        seat = stream.one_of(list(match.awaited))
        view = match.view(seat)
        boxes = [box for box in view.legal.boxes if box.move not in RARE] or list(view.legal.boxes)
        made = fill(stream.one_of(boxes), stream)
        if made is not None:
            match.submit(seat, made, view.turn)


def write_pages(folder: Path) -> None:
    """Pages of a match in its third sitting or later, for a look at them."""
    from tabletop.scenario.library import open_scenario
    from tabletop.table.match import new_match
    from tabletop.table.seats import PERSON

    scenario = open_scenario("abu-dhabi-2026")
    seating = dict.fromkeys(scenario.frame.seats, PERSON)
    match = new_match(scenario, seating=seating, seed=4, format_id="class", path=None, open_sittings=True)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "style.css").write_text(STYLESHEET.read_text(encoding="utf-8"), encoding="utf-8")
    session = session_of(match, "ukraine")

    def put(name: str, request: Request) -> None:
        shown = replace(request, style="style.css", clock="11:42")
        (folder / f"{name}.html").write_text(seat_page(session, shown), encoding="utf-8")

    put("orders", Request())
    play_on(match, 4, 90)
    for page in ("text", "document", "conditions", "record", "outside", "map", "ledger", "brief", "sources", "closed"):
        put(page, Request(page=page))
    put("source", Request(page="source", figure="war.grid"))
    put("table", Request(receipt=Receipt("written", "14:03:22", 61)))
    put("table-uk", Request(language="uk"))
    view = session.view
    boxes = view.open("offer") or view.legal.boxes
    made = fill(boxes[0], Stream("look"))
    put("preview", Request(chosen=made))
    print(match.state.talks.phase, len((folder / "table.html").read_bytes()))


if __name__ == "__main__":
    write_pages(Path(sys.argv[1]))
