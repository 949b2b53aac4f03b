"""Seats of real matches for tests of pages, and a writer of pages to look at.

`python -m tests.ui.web.seats FOLDER` writes pages of a match to files, the stylesheet beside them.
"""

import sys
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path

from tabletop.debrief.report import debrief
from tabletop.errors import Refusal
from tabletop.players.choosing.random_player import fill
from tabletop.players.choosing.random_stream import Stream
from tabletop.scenario.library import open_scenario
from tabletop.scenario.scenario import Scenario
from tabletop.table.advice import Counsel
from tabletop.table.local_table import LocalTable
from tabletop.table.match import Match, new_match
from tabletop.table.seats import PERSON
from tabletop.ui.shared.prefs import Prefs
from tabletop.ui.shared.seat_session import SeatSession
from tabletop.ui.web.posted import move_from
from tabletop.ui.web.rendered import STYLESHEET
from tabletop.ui.web.request import Clock, Receipt, Request
from tabletop.ui.web.seat_page import seat_page
from tests.laws.walk import RARE


def session_of(match: Match, seat: str) -> SeatSession:
    """A seat of a match in memory, kept by a person."""
    return SeatSession(LocalTable(match, {}).port(seat), Prefs(), counsel=Counsel.ADVISER)


Fields = dict[str, list[str]]
"""Fields of a form, each with its values."""


def fields(pairs: Iterable[tuple[str, str]]) -> Fields:
    """Fields in the order they are posted."""
    found: Fields = {}
    for name, value in pairs:
        found.setdefault(name, []).append(value)
    return found


@cache
def scenario() -> Scenario:
    return open_scenario("abu-dhabi-2026")


def dealt(seed: int) -> Match:
    """A new match of open sittings with a person in every seat, in memory."""
    seating = dict.fromkeys(scenario().frame.seats, PERSON)
    match = new_match(
        scenario(), seating=seating, seed=seed, format_id="class", path=None, open_sittings=True
    )
    match.settle()
    return match


def play_on(match: Match, seed: int, steps: int, first: int = 0) -> None:
    """Make so many random moves of the seats that are awaited; the table moves itself between them."""
    for number in range(first, first + steps):
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
    match = dealt(4)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "style.css").write_text(STYLESHEET.read_text(encoding="utf-8"), encoding="utf-8")
    session = session_of(match, "ukraine")

    def put(name: str, request: Request) -> None:
        shown = replace(request, style="style.css", clock=Clock(1_000, 703_000, 0))
        (folder / f"{name}.html").write_text(seat_page(session, shown), encoding="utf-8")

    put("orders", Request())
    play_on(match, 4, 90)
    for page in (
        "text",
        "document",
        "conditions",
        "record",
        "outside",
        "map",
        "ledger",
        "brief",
        "sources",
        "closed",
    ):
        put(page, Request(page=page))
    put("source", Request(page="source", figure="war.grid"))
    put("table", Request(receipt=Receipt("written", "14:03:22", 61)))
    put("table-uk", Request(language="uk"))
    view = session.view
    boxes = view.open("offer") or view.legal.boxes
    made = fill(boxes[0], Stream("look"))
    put("preview", Request(chosen=made))
    refused = move_from(view, {"kind": ["offer"], "to": ["nobody"], "terms": ["scope.1"]})
    put(
        "refused",
        Request(refused=refused if isinstance(refused, Refusal) else None, posted={"kind": ("offer",)}),
    )
    opened = (
        (folder / "table.html")
        .read_text(encoding="utf-8")
        .replace('<details class="move"', '<details open class="move"')
    )
    (folder / "opened.html").write_text(opened, encoding="utf-8")
    play_on(match, 4, 5000)
    put(
        "end",
        Request(page="end", debrief=debrief(match.board, match.lexicon, match.store.since(0), "ukraine")),
    )


if __name__ == "__main__":
    write_pages(Path(sys.argv[1]))
