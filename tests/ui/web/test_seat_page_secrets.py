"""No byte of another seat's secrets: a page is made from what its seat sees, and changes with nothing else."""

from dataclasses import dataclass, field, fields, replace
from typing import Any

import pytest

from tabletop.errors import Refusal
from tabletop.game.core.quantities import all_paths, write
from tabletop.game.core.sight import see
from tabletop.game.records.moves import Move
from tabletop.game.records.state import State
from tabletop.game.views import Preview, SeatView, preview, view
from tabletop.players.choosing.random_stream import Stream
from tabletop.scenario.board.board import Board
from tabletop.scenario.board.lexicon import Lexicon
from tabletop.scenario.compiler.lexicon import lexicon
from tabletop.scenario.library import open_scenario
from tabletop.table.advice import Counsel
from tabletop.table.notes import MemoryNotes
from tabletop.ui.shared.prefs import Prefs
from tabletop.ui.shared.seat_session import SeatSession
from tabletop.ui.web.request import PAGES, Request
from tabletop.ui.web.seat_page import seat_page
from tests.laws.test_laws import hidden_changes
from tests.laws.walk import board, walk


@dataclass(frozen=True)
class NoPast:
    """A seat that remembers nothing, so that only the state decides."""

    entries: tuple[()] = ()


@dataclass(frozen=True)
class StatePort:
    """A port over one state, made by the functions that every port uses."""

    board: Board
    state: State
    seat: str
    lexicon: Lexicon
    past: Any = NoPast()
    notes: Any = field(default_factory=MemoryNotes)
    notice: str = ""

    @property
    def view(self) -> SeatView:
        at = self.board.seat_index.get(self.seat, -1)
        return view(self.board, see(self.state, at, self.board.mediator), 3)

    def preview(self, move: Move) -> Preview | Refusal:
        return preview(self.board, self.view.sight, move)


def pages(port: StatePort, *wanted: str) -> dict[str, str]:
    session = SeatSession(port, Prefs(), counsel=Counsel.OFF)  # type: ignore[arg-type]
    return {page: seat_page(session, Request(page=page)) for page in wanted or PAGES}


@pytest.mark.parametrize("seed", [1, pytest.param(2, marks=pytest.mark.slow)])
def test_whatever_is_hidden_may_change_and_no_page_of_the_seat_does(seed: int) -> None:
    at = board()
    stops = list(walk(at, seed))
    words = lexicon(open_scenario("abu-dhabi-2026"))
    for step in (len(stops) // 4, len(stops) - 2):
        state = stops[step].state
        for place, seat in enumerate((*at.seat_index, "observer")):
            before = pages(StatePort(at, state, seat, words))
            changed = state
            hidden = -1 if seat == "observer" else place
            for _, other in hidden_changes(at, state, hidden, Stream(f"{step}/{seat}")):
                changed = merged(state, changed, other)
            assert changed != state
            assert pages(StatePort(at, changed, seat, words)) == before


def merged(state: State, changed: State, other: State) -> State:
    """A state with one more hidden change in it."""
    parts: dict[str, Any] = {}
    for chapter in fields(state):
        was, now, one = (getattr(each, chapter.name) for each in (state, changed, other))
        if one == was:
            continue
        if hasattr(was, "__dataclass_fields__"):
            new = {
                part.name: getattr(one, part.name)
                for part in fields(was)
                if getattr(one, part.name) != getattr(was, part.name)
            }
            parts[chapter.name] = replace(now, **new)
        else:
            parts[chapter.name] = one
    return replace(changed, **parts)


def test_what_is_a_seats_own_does_change_its_page() -> None:
    """So the law above has teeth: quantities that Ukraine alone may see change its pages and nobody else's."""
    at = board()
    state = changed = next(iter(walk(at, 1))).state
    words = lexicon(open_scenario("abu-dhabi-2026"))
    for path in all_paths(at):
        if path.audience == 1:
            changed = write(changed, path, path.range.least + 1)
    for page in ("table", "outside"):
        for seat in at.seat_index:
            ports = (StatePort(at, each, seat, words) for each in (state, changed))
            was, now = (pages(port, page)[page] for port in ports)
            assert (was != now) == (seat == "ukraine"), (page, seat)
