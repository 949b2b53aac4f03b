"""A match played to a certain moment, so that a story can begin there: bots think for the person's seat, too."""

import re
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
from tabletop.scenario.library import find
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
    return any(pair & 1 << view.sight.seat for pair in view.sight.talks.caucus) and _open("pass")(view)


def _decided(view: SeatView) -> bool:
    return view.sight.talks.phase in IN_FORCE and _open("decide")(view)


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment of a match: how it was set up, who thinks for the person, and how it is known.

    Attributes:
        seed: The first seed that is tried; the rules' numbers decide at which the moment comes.
        refused: Whether those who are asked about their guarantee refuse it, so that the parties are asked again.
    """

    there: Callable[[SeatView], bool]
    form: str = "class"
    seed: int = 7
    temper: str = "trading"
    mine: str = "trading"
    door: str = "standard"
    refused: bool = False


MOMENTS: dict[str, Moment] = {
    "briefing": Moment(_open("orders")),
    "table": Moment(_phase(Phase.PLENARY)),
    "amend": Moment(_open("amend"), seed=1, mine="uniform"),
    "caucus": Moment(_aside, seed=6, mine="uniform"),
    "strike": Moment(_phase(Phase.INTERRUPTED), "pop-up", 3),
    "signing": Moment(_phase(Phase.DRAFTING), "pop-up", 3, "yielding", "yielding", "open"),
    "home decides": Moment(
        _phase(Phase.INITIALLED), "pop-up", 5, "yielding", "yielding", "open", refused=True
    ),
    "in force": Moment(_decided, "pop-up", 5, "yielding", "yielding", "open"),
    "end": Moment(lambda view: view.sight.talks.phase in ENDS, "pop-up", 3, "yielding", "yielding", "open"),
}


SEEDS = 30
"""So many seeds are tried for a moment."""

GUARANTORS = re.compile(r"(base: (?:attention|cohesion)\n +middle: )\d+(.*?counts: )true", re.DOTALL)
"""What the support of a body is measured against that is asked about a guarantee, and whether bots reckon with it."""


@cache
def _unwilling() -> str:
    """The flagship with guarantors who refuse what they are asked."""
    folder = Path(mkdtemp(prefix="unwilling-")) / "abu-dhabi-2026"
    shutil.copytree(find("abu-dhabi-2026"), folder)
    rules = folder / "rules.yaml"
    text, changed = GUARANTORS.subn(r"\g<1>100\2false", rules.read_text(encoding="utf-8"))
    assert changed > 1
    rules.write_text(text, encoding="utf-8")
    return str(folder)


@cache
def _played(name: str) -> Path:
    moment = MOMENTS[name]
    for seed in range(moment.seed, moment.seed + SEEDS):
        if found := _tried(moment, seed):
            return found
    raise AssertionError(f"{name}: the moment did not come")


def _tried(moment: Moment, seed: int) -> Path | None:
    """A journal that stands at a moment, None where the match ended before."""
    folder = Path(mkdtemp(prefix="moment-"))
    seats = {SEAT: PERSON, **dict.fromkeys(OTHERS, moment.temper)}
    scenario = _unwilling() if moment.refused else "abu-dhabi-2026"
    dealt = open_match.deal(Setup(scenario, moment.form, seats, seed, moment.door), folder)
    match, bots = dealt.table, dealt.players
    mine = player(moment.mine, match.board.seats[match.board.seat_index[SEAT]])
    for step in range(2_000):
        for ask in bot_turns(match, bots):
            make_bot_move(match, ask, ask.player.choose(ask.board, ask.view, ask.key))
        view = match.view(SEAT)
        if moment.there(view):
            break
        if match.over:
            match.store.close()
            return None
        chosen = mine.choose(match.board_of(SEAT), view, f"{seed}/{step}")
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

BY_MOUSE = (pytest.param(WIDE, marks=SLOW), pytest.param(NARROW, marks=SLOW))
"""Sizes of a story told by mouse, with the slow tests: every hint of every room is clicked in the others."""
