"""Counsel at the table: asked for by key and by mouse, composed with one key, switched while a match runs."""

from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from tabletop.game.records.moves import Move, Pass
from tabletop.game.views import SeatView
from tabletop.journal.reader import read
from tabletop.players.adviser import advise
from tabletop.players.roster import player
from tabletop.table.advice import Counsel
from tabletop.table.bots import bot_turns, make_bot_move
from tabletop.ui.shared.counsel import counsel_sections
from tabletop.ui.shared.fields import move_of, picked_of
from tabletop.ui.tui.app import Window
from tabletop.ui.tui.screens.compose.composer import Composer
from tabletop.ui.tui.screens.compose.confirm import Confirm
from tabletop.ui.tui.screens.pages.counsel import CounselPage
from tabletop.ui.tui.screens.rooms.table import TableRoom
from tabletop.ui.tui.widgets.counsel_line import CounselLine
from tabletop.ui.tui.widgets.hints import HintKey
from tabletop.ui.tui.widgets.move_form import MoveForm
from tabletop.words.language.section import plain_lines
from tabletop.words.sentences.reasons import said as reason
from tests.players.test_adviser import matches
from tests.ui.tui.walk import (
    NARROW,
    SIZES,
    files,
    open_at_table,
    open_window,
    press,
    screen_text,
    settle,
    setup,
    to_the_table,
)


async def counselled(pilot: Pilot[None]) -> CounselPage:
    """Open the page and wait for the adviser."""
    await press(pilot, "f4")
    app, page = cast("Window", pilot.app), pilot.app.screen
    assert isinstance(page, CounselPage)
    for _ in range(400):
        if page.advice is not None or "is off" in screen_text(app):
            break
        await pilot.pause(0.01)
    await settle(pilot)
    return page


def line_of(app: Window) -> CounselLine:
    room = next(screen for screen in app.screen_stack if isinstance(screen, TableRoom))
    return room.query_one(CounselLine)


@pytest.mark.parametrize("size", SIZES)
async def test_the_page_says_what_the_adviser_says_of_the_same_view(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = await open_at_table(tmp_path, setup("ukraine"))
    async with app.run_test(size=size) as pilot:
        await to_the_table(pilot)
        assert app.director is not None
        page = await counselled(pilot)
        port = app.director.seat.port
        assert page.advice is not None
        assert page.advice == advise(port.board, port.view)
        assert page.advice.suggestions
        shown = screen_text(app)
        assert "What your home would say to it" in shown
        assert "Moves worth a thought" in shown
        assert max(len(line) for line in shown.splitlines()) <= size[0]
        said = "\n".join(plain_lines(counsel_sections(app.director.seat.voice, port.view, page.advice)))
        assert reason(page.advice.suggestions[0].reason) in said
        await press(pilot, "escape")
        assert isinstance(app.screen, TableRoom)


async def test_enter_composes_the_marked_move_and_nothing_is_made_before_that(tmp_path: Path) -> None:
    app = await open_at_table(tmp_path, setup("ukraine"))
    async with app.run_test(size=NARROW) as pilot:
        await to_the_table(pilot)
        page = await counselled(pilot)
        assert page.advice is not None
        wanted = page.advice.suggestions[0].move
        (journal,) = files(tmp_path, "*.jsonl")
        before = len(read(journal).entries)
        await press(pilot, "enter")
        assert isinstance(app.screen, Composer | Confirm), screen_text(app)
        if isinstance(app.screen, Composer):
            assert app.screen.query_one(MoveForm).move() == wanted
        assert len(read(journal).entries) == before
        await press(pilot, "enter")
        if isinstance(app.screen, Confirm):
            await press(pilot, "enter")
        made = [entry.move for entry in read(journal).entries[before:] if entry.seat == "ukraine"]
        assert made[0] == wanted


async def test_the_mouse_alone_opens_a_move_and_turns_the_mode(tmp_path: Path) -> None:
    app = await open_at_table(tmp_path, setup("ukraine"))
    async with app.run_test(size=NARROW) as pilot:
        await to_the_table(pilot)
        page = await counselled(pilot)
        await pilot.click(next(key for key in page.query(HintKey) if key.hint.key == "c"))
        await settle(pilot)
        assert app.prefs.counsel == "coach"
        listed = page.query_one("#advised", OptionList)
        await pilot.click(listed, offset=(4, 2))
        await settle(pilot)
        assert isinstance(app.screen, Composer | Confirm), screen_text(app)


@pytest.mark.slow
async def test_a_coach_says_a_line_after_each_move_and_keeps_still_when_it_is_off(tmp_path: Path) -> None:
    app = open_window(tmp_path, replace(setup("ukraine"), counsel="coach"))
    async with app.run_test(size=NARROW) as pilot:
        await to_the_table(pilot)
        assert app.director is not None
        assert app.director.seat.counsel is Counsel.COACH
        page = await counselled(pilot)
        assert page.advice is not None
        await press(pilot, "1", "enter")
        if isinstance(app.screen, Confirm):
            await press(pilot, "enter")
        assert isinstance(app.screen, TableRoom), screen_text(app)
        assert line_of(app).display
        assert "Coach: " in screen_text(app)
        page = await counselled(pilot)
        assert "About your last move" in screen_text(app)
        await press(pilot, "c")
        assert app.prefs.counsel == Counsel.OFF.value
        assert "Counsel is off" in screen_text(app)
        assert not page.query_one("#advised", OptionList).option_count
        await press(pilot, "escape")
        assert not line_of(app).display
        (journal,) = files(tmp_path, "*.jsonl")
        assert "coach" not in journal.read_text(encoding="utf-8").lower()


@pytest.mark.slow
async def test_two_people_are_told_of_their_own_moves_only(tmp_path: Path) -> None:
    app = open_window(tmp_path, replace(setup("ukraine", "russia"), counsel="coach"))
    async with app.run_test(size=NARROW) as pilot:
        await to_the_table(pilot)
        assert app.director is not None
        first = app.director.seat
        await press(pilot, "e")
        if isinstance(app.screen, Composer | Confirm):
            await press(pilot, "enter")
        assert first.remark is not None
        assert first.remark.made.move == Pass()
        for _ in range(4):
            if app.director.seat is not first:
                break
            await press(pilot, "enter")
        second = app.director.seat
        assert second is not first
        assert second.remark is not None
        assert second.remark.made.move.kind == "orders"
        assert "Coach: Seal these orders" in screen_text(app)


@pytest.mark.slow
def test_every_move_of_counsel_goes_through_the_sheet_unchanged() -> None:
    match = matches()[1]
    players = {seat.id: player("mixed", seat, "5") for seat in match.board.seats}
    kinds: set[str] = set()
    for n, ask in enumerate(bot_turns(match, players)):
        for one in advise(ask.board, ask.view).suggestions:
            assert through(ask.view, one.move), one.move
            kinds.add(one.move.kind)
        make_bot_move(match, ask, ask.player.choose(ask.board, ask.view, ask.key))
        if n > 60:
            break
    assert len(kinds) >= 5


def through(view: SeatView, move: Move) -> bool:
    """Whether some open sheet is filled in by a move and makes it again."""
    filled = [(box, found) for box in view.legal.boxes if (found := picked_of(box, move)) is not None]
    return bool(filled) and all(move_of(box, *found) == move for box, found in filled)
