"""Play from here: another move at a step of a match that is over, the band while it is played, stopped, and drawn."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from tabletop.command import open_match
from tabletop.command.open_whatif import open_whatif
from tabletop.errors import IllegalMove, JournalError
from tabletop.game.records.moves import Convene, Move, Pass
from tabletop.players.roster import player
from tabletop.scenario.compiler.lexicon import lexicon
from tabletop.scenario.library import open_scenario
from tabletop.table.replaying import open_replay
from tabletop.table.whatif_port import Band, WhatIfMove
from tabletop.ui.shared import band_lines
from tabletop.ui.shared.setup import PERSON, Setup
from tabletop.ui.tui.app import Window
from tabletop.ui.tui.screens.compose.composer import Composer
from tabletop.ui.tui.screens.compose.confirm import Confirm
from tabletop.ui.tui.screens.pages.page import Page
from tabletop.ui.tui.screens.replay import whatif
from tabletop.ui.tui.screens.replay.replay import Replay
from tabletop.ui.tui.screens.replay.whatif import BandPage, WhatIf
from tabletop.ui.tui.screens.rooms.end import End
from tabletop.ui.tui.widgets.hints import HintKey
from tabletop.words.language.section import plain_lines
from tabletop.words.language.voice import Voice
from tests.ui.tui.walk import NARROW, SIZES, files, open_window, press, screen_text, settle, setup

SEATS = ("ukraine", "russia", "us", "europe")


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A short match among bots, to its end."""
    folder = tmp_path_factory.mktemp("saves")
    match = open_match.deal(Setup("abu-dhabi-2026", "pop-up", dict.fromkeys(SEATS, "trading"), 7), folder)
    match.play_bots()
    assert match.journal is not None
    return match.journal


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """So many continuations as a test can wait for."""
    monkeypatch.setattr(whatif, "CONTINUATIONS", 3)


async def until(pilot: Pilot[None], done: Callable[[], bool], seconds: float = 90) -> None:
    """Wait for something that is worked out beside the window."""
    end = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < end, screen_text(pilot.app)  # type: ignore[arg-type]
        await pilot.pause(0.05)
    await settle(pilot)


async def chosen(app: Window, pilot: Pilot[None], path: Path) -> WhatIf:
    """Look at the match from a seat, go some way into it, and open the choice of another move."""
    await settle(pilot)
    app.open_replay(str(path), "ukraine")
    await until(pilot, lambda: isinstance(app.screen, Replay))
    replay = app.screen
    assert isinstance(replay, Replay)
    replay.action_go(last_deed(path) - replay.step)
    await press(pilot, "w")
    await until(pilot, lambda: isinstance(app.screen, WhatIf))
    assert isinstance(app.screen, WhatIf)
    return app.screen


def last_deed(path: Path) -> int:
    """The place of the last step at which Ukraine could have passed."""
    moments = open_replay(path).past("ukraine").entries
    own = [at for at, one in enumerate(moments) if one.move is not None]
    return next(at for at in reversed(own) if open_whatif(path, moments[at].seq).view.open("pass"))


def written(path: Path) -> bytes:
    """What stands in a file."""
    return path.read_bytes()


def ukraine(path: Path) -> list[int]:
    """The entries that Ukraine made."""
    return [one.seq for one in open_replay(path).past("ukraine").entries if one.move is not None]


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.slow
async def test_a_move_in_notation_is_played_on_and_drawn(
    played: Path, tmp_path: Path, size: tuple[int, int]
) -> None:
    before = written(played)
    app = open_window(tmp_path)
    async with app.run_test(size=size) as pilot:
        page = await chosen(app, pilot, played)
        assert page.fork.seq in ukraine(played)
        page.query_one(Input).focus()
        await press(pilot, *"dance", "enter")
        assert isinstance(app.screen, WhatIf)
        assert "dance" in screen_text(app)
        page.query_one(Input).value = "pass"
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, BandPage) and app.screen.band is not None)
        found = app.screen
        assert isinstance(found, BandPage)
        assert found.band is not None
        assert found.band["continuations"] == 3
        assert found.band["complete"]
        shown = screen_text(app)
        assert "3 continuations of each arm" in shown
        assert max(len(line) for line in shown.splitlines()) <= size[0]
        assert f"tabletop whatif {played}" in found.summary().plain.replace("\n", "")
        await press(pilot, "escape")
        assert isinstance(app.screen, WhatIf)
    assert written(played) == before


@pytest.mark.usefixtures("few")
@pytest.mark.slow
async def test_a_move_is_chosen_from_the_boxes_of_that_step_by_keys(played: Path, tmp_path: Path) -> None:
    app = open_window(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        page = await chosen(app, pilot, played)
        at = next(at for at, box in enumerate(page.boxes, 1) if box.move == "pass")
        assert at <= 9
        await press(pilot, str(at))
        if isinstance(app.screen, Composer):
            await press(pilot, "enter")
        if isinstance(app.screen, Confirm):
            await press(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, BandPage) and app.screen.band is not None)
        assert isinstance(app.screen, BandPage)
        assert app.screen.move == Pass()
        assert [type(each) for each in app.screen_stack[-2:]] == [WhatIf, BandPage]


async def test_a_move_that_was_refused_there_is_a_sentence(played: Path, tmp_path: Path) -> None:
    app = open_window(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        page = await chosen(app, pilot, played)
        page._play_on(Convene())
        await until(pilot, lambda: isinstance(app.screen, BandPage) and app.screen.stopped)
        await pilot.pause(0.5)
        assert "rule T" in screen_text(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, WhatIf)


@pytest.mark.slow
async def test_what_was_played_is_kept_when_the_mouse_stops_it(
    played: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tabletop.ui.tui.screens.replay.whatif.CONTINUATIONS", 5_000)
    app = open_window(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        page = await chosen(app, pilot, played)
        page._play_on(Pass())
        await until(pilot, lambda: isinstance(app.screen, BandPage) and app.screen.done >= 2)
        found = app.screen
        assert isinstance(found, BandPage)
        await pilot.click(next(key for key in found.query(HintKey) if key.hint.key == "s"))
        await until(pilot, lambda: found.band is not None)
        assert found.band is not None
        assert 2 <= found.band["continuations"] < 5_000
        assert not found.band["complete"]
        assert f"Stopped: {found.band['continuations']} of 5000" in screen_text(app)


@pytest.mark.slow
async def test_whoever_leaves_the_page_stops_the_work(played: Path, tmp_path: Path) -> None:
    app = open_window(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        page = await chosen(app, pilot, played)
        page._play_on(Pass())
        await until(pilot, lambda: isinstance(app.screen, BandPage))
        found = app.screen
        assert isinstance(found, BandPage)
        await press(pilot, "escape")
        assert found.stopped
        await press(pilot, "escape")
        assert isinstance(app.screen, WhatIf)


async def test_onlookers_and_matches_still_played_are_told_why_not(played: Path, tmp_path: Path) -> None:
    app = open_window(tmp_path, setup("ukraine", "russia"))
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "f10")
        (journal,) = files(tmp_path, "*.jsonl")
        app.open_replay(str(journal), "ukraine")
        await until(pilot, lambda: isinstance(app.screen, Replay))
        await press(pilot, "w")
        assert "not over" in screen_text(app)
        await press(pilot, "escape")
        app.open_replay(str(played))
        await until(pilot, lambda: isinstance(app.screen, Replay))
        await press(pilot, "w")
        assert "onlooker" in screen_text(app)
    with pytest.raises(JournalError, match="not over"):
        open_whatif(journal, 2)


def test_a_fork_shows_the_seat_what_it_saw_and_refuses_what_was_refused(played: Path) -> None:
    entry = ukraine(played)[3]
    here = open_whatif(played, entry)
    assert here.seat == "ukraine"
    assert here.view.sight.seat == 0
    assert here.read(here.write(here.made)) == here.made
    with pytest.raises(IllegalMove):
        here.read("convene")


@pytest.mark.slow
def test_bars_lie_on_a_scale_of_the_seat_and_say_their_figures(played: Path) -> None:
    here = open_whatif(played, ukraine(played)[-1])
    band = asked(here, here.made)
    voice = Voice(here.board, lexicon(open_scenario("abu-dhabi-2026")), "ukraine")
    said = "\n".join(plain_lines(band_lines.banded(voice, band)))
    for seat in SEATS:
        assert voice.name(seat) in said
    assert "changed by 0.0 ± 0.0" in said
    spread = {"mean": 1.0, "low": -1.0, "high": 3.0}
    drawn = band_lines.drawn({"mean": 1.0, "low": -1.0, "high": 3.0}, -1.0, 3.0)
    assert (drawn[0], drawn[-1], len(drawn)) == ("━", "━", band_lines.WIDTH)
    assert drawn.index("●") == round((spread["mean"] + 1) / 4 * (band_lines.WIDTH - 1))
    apart = band_lines.drawn({"mean": 2.0, "low": 2.0, "high": 2.0}, 0.0, 2.0)
    assert (apart[0], apart[-1]) == ("┃", "●")


def asked(here: WhatIfMove, move: Move) -> Band:
    """A small band, played out."""
    return here.band(move, 2, lambda: True)


def over(folder: Path) -> Path:
    """A match that a person kept Ukraine in, played to its end."""
    seats = dict.fromkeys(SEATS, "trading") | {"ukraine": PERSON}
    match = open_match.deal(Setup("abu-dhabi-2026", "pop-up", seats, 7), folder).table
    everybody = {seat.id: player("trading", seat, "7") for seat in match.board.seats}
    while not match.over:
        seat = match.awaited[0]
        view = match.view(seat)
        chosen = everybody[seat].choose(match.board_of(seat), view, match.key(seat))
        match.submit(seat, chosen.move, view.turn)
    return Path(match.store.name)


@pytest.mark.slow
async def test_the_end_page_tells_what_could_have_been_and_plays_from_the_last_move(tmp_path: Path) -> None:
    journal = over(tmp_path)
    app = open_window(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        app.open_save(journal)
        await until(pilot, lambda: isinstance(app.screen, End) and bool(app.screen.results))
        end = app.screen
        assert isinstance(end, End)
        said = end.summary().plain
        assert "What could have been: exact, over every final text" in said
        await press(pilot, "w")
        await until(pilot, lambda: isinstance(app.screen, WhatIf))
        assert isinstance(app.screen, WhatIf)
        assert app.screen.fork.seq == ukraine(journal)[-1]
        await press(pilot, "escape")
        assert isinstance(app.screen, End)
        await press(pilot, "b")
        assert isinstance(app.screen, Page)
        assert "other faith in terms" in app.screen.page_title
        assert "0.2: holds 24 months" in app.screen.content.plain
        await press(pilot, "escape")
        assert isinstance(app.screen, End)
