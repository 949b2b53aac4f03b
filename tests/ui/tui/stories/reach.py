"""A match played to a certain moment, so that a story can begin there: bots think for the person's seat, too."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest

from tabletop.command import open_match
from tabletop.game.views import SeatView
from tabletop.players.roster import player
from tabletop.table.bots import bot_turns, make_bot_move
from tabletop.ui.shared.setup import PERSON, Setup
from tabletop.ui.tui.app import Window
from tabletop.vocabulary import ENDS, IN_FORCE, Phase
from tests.ui.tui.walk import NARROW, WIDE, taken_up

SEAT = "ukraine"
OTHERS = ("russia", "us", "europe")


def _open(*kinds: str) -> Callable[[SeatView], bool]:
    return lambda view: bool({box.move for box in view.legal.boxes} & {*kinds})


def _phase(*phases: Phase) -> Callable[[SeatView], bool]:
    return lambda view: view.sight.talks.phase in phases and bool(view.legal.boxes)


def _aside(view: SeatView) -> bool:
    return any(pair & 1 << view.sight.seat for pair in view.sight.talks.caucus) and bool(view.legal.boxes)


def _decided(view: SeatView) -> bool:
    return view.sight.talks.phase in IN_FORCE and _open("decide")(view)


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment of a match: how it was set up, who thinks for the person, and how it is known."""

    there: Callable[[SeatView], bool]
    form: str = "class"
    seed: int = 7
    temper: str = "trading"
    mine: str = "trading"
    door: str = "standard"


MOMENTS: dict[str, Moment] = {
    "briefing": Moment(_open("orders")),
    "table": Moment(_phase(Phase.PLENARY)),
    "amend": Moment(_open("amend"), seed=1, mine="uniform"),
    "caucus": Moment(_aside, seed=6, mine="uniform"),
    "strike": Moment(_phase(Phase.INTERRUPTED), "pop-up", 3),
    "signing": Moment(_phase(Phase.DRAFTING), "pop-up", 3, "yielding", "yielding", "open"),
    "home decides": Moment(_phase(Phase.INITIALLED), "pop-up", 44, "yielding", "yielding", "open"),
    "in force": Moment(_decided, "pop-up", 5, "yielding", "yielding", "open"),
    "end": Moment(lambda view: view.sight.talks.phase in ENDS, "pop-up", 3, "yielding", "yielding", "open"),
}


@cache
def _played(name: str) -> Path:
    moment = MOMENTS[name]
    folder = Path(mkdtemp(prefix="moment-"))
    seats = {SEAT: PERSON, **dict.fromkeys(OTHERS, moment.temper)}
    dealt = open_match.deal(Setup("abu-dhabi-2026", moment.form, seats, moment.seed, moment.door), folder)
    match, bots = dealt.table, dealt.players
    mine = player(moment.mine, match.board.seats[match.board.seat_index[SEAT]])
    for step in range(2_000):
        for ask in bot_turns(match, bots):
            make_bot_move(match, ask, ask.player.choose(ask.board, ask.view, ask.key))
        view = match.view(SEAT)
        if moment.there(view):
            break
        assert not match.over, f"{name}: the moment did not come"
        chosen = mine.choose(match.board_of(SEAT), view, f"{moment.seed}/{step}")
        match.submit(SEAT, chosen.move, match.turn(SEAT))
    match.store.close()
    (path,) = folder.glob("*.jsonl")
    return path


def journal_at(name: str, folder: Path) -> Path:
    """A journal that stands at a moment, in a folder of its own."""
    target = folder / "story.journal.jsonl"
    shutil.copy(_played(name), target)
    return target


def window_at(name: str, folder: Path) -> Window:
    """The window, about to sit down at a moment."""
    return taken_up(folder, _played(name))


SLOW = pytest.mark.slow
BY_KEYS = (NARROW, pytest.param(WIDE, marks=SLOW))
"""Sizes of a story told by keys; the other one runs with the slow tests."""

BY_MOUSE = (WIDE, pytest.param(NARROW, marks=SLOW))
"""Sizes of a story told by mouse."""
