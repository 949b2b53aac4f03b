"""Looking at a match step by step: by keys alone, by the mouse alone, from the seats it may be seen from."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from tabletop.command import open_match
from tabletop.ui.shared.setup import Setup
from tabletop.ui.tui.app import Window
from tabletop.ui.tui.screens.curtain import Curtain
from tabletop.ui.tui.screens.pages.document import Document
from tabletop.ui.tui.screens.pages.entry import EntryPage
from tabletop.ui.tui.screens.replay.journal_choice import JournalChoice
from tabletop.ui.tui.screens.replay.replay import Replay
from tabletop.ui.tui.screens.replay.seat_choice import SeatChoice
from tabletop.ui.tui.screens.rooms.table import TableRoom
from tabletop.ui.tui.widgets.hints import HintKey
from tabletop.ui.tui.widgets.slider import Slider
from tests.ui.tui.walk import (
    NARROW,
    SIZES,
    WIDE,
    files,
    open_at_table,
    open_window,
    press,
    screen_text,
    settle,
    setup,
    to_the_table,
)

SEATS = ("ukraine", "russia", "us", "europe")


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A short match among bots, to its end."""
    folder = tmp_path_factory.mktemp("saves")
    match = open_match.deal(Setup("abu-dhabi-2026", "pop-up", dict.fromkeys(SEATS, "trading"), 7), folder)
    match.play_bots()
    assert match.journal is not None
    return match.journal


async def look(app: Window, pilot: Pilot[None], path: Path, seat: str = "") -> Replay:
    """Open a journal to be looked at."""
    await settle(pilot)
    app.open_replay(str(path), seat)
    await app.workers.wait_for_complete([each for each in app.workers if each.group == "replay"])
    await settle(pilot)
    assert isinstance(app.screen, Replay), screen_text(app)
    return app.screen


@pytest.mark.parametrize("size", SIZES)
async def test_keys_go_through_the_whole_match(played: Path, tmp_path: Path, size: tuple[int, int]) -> None:
    app = open_window(tmp_path)
    async with app.run_test(size=size) as pilot:
        replay = await look(app, pilot, played, "ukraine")
        steps = len(replay.past.entries)
        assert f"Step 1 of {steps}" in screen_text(app)
        await press(pilot, ",")
        assert "This is the first step" in screen_text(app)
        await press(pilot, ".", "right")
        assert replay.step == 2
        await press(pilot, ",", "pagedown")
        assert replay.step == 11
        await press(pilot, "end")
        shown = screen_text(app)
        assert f"Step {steps} of {steps}" in shown
        assert f"entry {replay.past.entries[-1].seq}".lower() in shown.lower()
        await press(pilot, ".")
        assert "This is the last step" in screen_text(app)
        await press(pilot, "home", "pageup")
        assert replay.step == 0
        assert max(len(line) for line in screen_text(app).splitlines()) <= size[0]


async def test_each_step_shows_the_view_the_seat_was_shown_and_its_rule(played: Path, tmp_path: Path) -> None:
    app = open_window(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        replay = await look(app, pilot, played, "russia")
        moved = [
            at
            for at, moment in enumerate(replay.past.entries)
            if any(event.kind == "position-taken" for event in moment.events)
        ]
        assert moved
        await press(pilot, *["."] * moved[0])
        assert replay.step == moved[0]
        assert replay.view == replay.past.view(moved[0])
        rule = next(event.rule for event in replay.past.entries[moved[0]].events if event.rule)
        assert rule in screen_text(app)
        await press(pilot, "3", "enter")
        assert isinstance(app.screen, EntryPage)
        assert "By this rule" in screen_text(app)
        await press(pilot, "escape", "t", "4")
        assert isinstance(app.screen, Document)
        assert "Articles changed" in screen_text(app)
        await press(pilot, "escape", "escape")
        assert not isinstance(app.screen, Replay)


async def test_a_match_that_is_over_is_seen_from_every_seat_at_the_same_step(
    played: Path, tmp_path: Path
) -> None:
    app = open_window(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        replay = await look(app, pilot, played, "ukraine")
        await press(pilot, "pagedown", "pagedown")
        entry = replay.past.entries[replay.step].seq
        await press(pilot, "s")
        assert isinstance(app.screen, SeatChoice)
        await press(pilot, "3")
        other = app.screen
        assert isinstance(other, Replay)
        assert other.past.seat == "russia"
        assert other.past.entries[other.step].seq <= entry
        assert "Seen as: Russia" in screen_text(app)
        assert sum(isinstance(screen, Replay) for screen in app.screen_stack) == 1


async def test_the_mouse_alone_goes_through_a_match(played: Path, tmp_path: Path) -> None:
    app = open_window(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        replay = await look(app, pilot, played)
        await pilot.click(next(key for key in app.screen.query(HintKey) if key.hint.key == "."))
        await settle(pilot)
        assert replay.step == 1
        slider = replay.query_one(Slider)
        await pilot.click(slider, offset=(slider.content_size.width, 0))
        await settle(pilot)
        assert replay.step == len(replay.past.entries) - 1
        await pilot.click(next(key for key in app.screen.query(HintKey) if key.hint.key == "s"))
        await settle(pilot)
        assert isinstance(app.screen, SeatChoice)
        await pilot.click("#menu", offset=(3, 3))
        await settle(pilot)
        assert isinstance(app.screen, Replay)
        assert app.screen.past.seat == "us"


async def test_a_match_being_played_is_looked_back_at_from_the_own_seat_only(tmp_path: Path) -> None:
    app = await open_at_table(tmp_path, setup("ukraine"))
    async with app.run_test(size=NARROW) as pilot:
        await to_the_table(pilot)
        await press(pilot, ",")
        assert isinstance(app.screen, Replay)
        assert app.screen.past.seat == "ukraine"
        assert app.screen.step == len(app.screen.past.entries) - 1
        await press(pilot, "s")
        assert isinstance(app.screen, Replay)
        await press(pilot, "escape")
        assert isinstance(app.screen, TableRoom)


async def test_two_people_of_one_live_match_have_a_curtain_between_them(tmp_path: Path) -> None:
    app = open_window(tmp_path, setup("ukraine", "russia"))
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "f10")
        (journal,) = files(tmp_path, "*.jsonl")
        replay = await look(app, pilot, journal, "ukraine")
        assert replay.replayed is not None
        assert replay.replayed.seats == ("observer", "ukraine", "russia")
        await press(pilot, "s", "3")
        assert isinstance(app.screen, Curtain), screen_text(app)
        assert not any(isinstance(screen, Replay) for screen in app.screen_stack)
        assert "Ukraine" not in screen_text(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, Replay)
        assert app.screen.past.seat == "russia"


async def test_what_cannot_be_looked_at_is_a_sentence(tmp_path: Path) -> None:
    broken = tmp_path / "broken.journal.jsonl"
    broken.write_text('{"version": 1}\n')
    app = open_window(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        app.push_screen("replay")
        await settle(pilot)
        assert isinstance(app.screen, JournalChoice)
        assert "There is no saved match yet" in screen_text(app)
        app.open_replay(str(broken))
        await app.workers.wait_for_complete([each for each in app.workers if each.group == "replay"])
        await settle(pilot)
        assert "cannot be looked at" in screen_text(app)


async def test_a_saved_match_is_chosen_by_its_number(played: Path) -> None:
    app = open_window(played.parent)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        app.push_screen("replay")
        await settle(pilot)
        await press(pilot, "1")
        await app.workers.wait_for_complete([each for each in app.workers if each.group == "replay"])
        await settle(pilot)
        assert isinstance(app.screen, Replay)
        assert "Seen as: an onlooker" in screen_text(app)
