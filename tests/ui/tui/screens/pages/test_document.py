"""The draft as a document: prose, brackets, findings, red lines against what the seat was shown before."""

from pathlib import Path

from textual.pilot import Pilot

from tabletop.ui.tui.app import Window
from tabletop.ui.tui.screens.pages.document import Document
from tabletop.ui.tui.screens.rooms.table import TableRoom
from tabletop.ui.tui.widgets.hints import HintKey
from tabletop.ui.tui.widgets.tabs import Tab
from tests.ui.tui.walk import (
    NARROW,
    WIDE,
    files,
    open_at_table,
    press,
    screen_text,
    settle,
    setup,
    to_the_table,
)


def prose(app: Window) -> str:
    """The document without its line ends, as a reader reads it."""
    assert isinstance(app.screen, Document)
    return " ".join(app.screen.content.plain.split())


async def agree_with_russia(pilot: Pilot[None]) -> None:
    """Ukraine takes Russia's position on the scope, so that the article changes."""
    await press(pilot, "p", "2", "enter")


async def test_brackets_say_who_stands_where_and_findings_stand_beside(tmp_path: Path) -> None:
    app = await open_at_table(tmp_path, setup("ukraine"))
    async with app.run_test(size=WIDE) as pilot:
        await to_the_table(pilot)
        await press(pilot, "t")
        shown = prose(app)
        assert "[Russia: Seven days. The text runs for seven days from a stated hour.]" in shown
        assert "Left out, it counts as: Undated" in shown
        first = next(line for line in screen_text(app).splitlines() if "1. What stops" in line)
        assert "[open]" in first
        assert "✗ What stops" in first, "the finding stands beside its article"
        await pilot.resize_terminal(*NARROW)
        await settle(pilot)
        first = next(line for line in screen_text(app).splitlines() if "1. What stops" in line)
        assert "✗" not in first
        assert "✗ What stops" in screen_text(app)
        assert max(len(line) for line in screen_text(app).splitlines()) <= NARROW[0]


async def test_red_lines_are_signs_and_words_and_need_no_colour(tmp_path: Path) -> None:
    app = await open_at_table(tmp_path, setup("ukraine"))
    async with app.run_test(size=WIDE) as pilot:
        await to_the_table(pilot)
        before = app.director.seat.port.view.sight.text.positions if app.director else ()
        await agree_with_russia(pilot)
        assert app.director is not None
        assert app.director.seat.port.view.sight.text.positions != before, screen_text(app)
        await press(pilot, "t")
        assert "added" not in prose(app)
        await press(pilot, "4")
        shown = prose(app)
        assert "Articles changed:" in shown
        assert "+ added: [Ukraine: Nothing yet" in shown or "± now also you" in shown
        await press(pilot, "3")
        assert "No session has ended yet; compared with the opening" in prose(app)
        await press(pilot, "left", "left")
        assert "Articles changed" not in prose(app)
        assert "added" not in prose(app)


async def test_the_text_is_copied_and_saved_with_its_red_lines(tmp_path: Path) -> None:
    app = await open_at_table(tmp_path, setup("ukraine"))
    async with app.run_test(size=NARROW) as pilot:
        await to_the_table(pilot)
        await agree_with_russia(pilot)
        await press(pilot, "t", "4", "c")
        assert app.clipboard.startswith("The Remaining Fifth")
        assert "copied" in screen_text(app)
        await press(pilot, "w")
        (saved,) = files(tmp_path, "*.ukraine.text-*.txt")
        assert saved.name in "".join(screen_text(app).split("\n")[-3:]).replace(" ", "")
        written = saved.read_text()
        assert written.rstrip("\n") == "\n".join(line.strip() for line in app.clipboard.split("\n")).rstrip()
        assert "1. What stops: [open]" in written
        assert "Since opening" in written


async def test_the_mouse_compares_saves_and_closes(tmp_path: Path) -> None:
    app = await open_at_table(tmp_path, setup("ukraine"))
    async with app.run_test(size=NARROW) as pilot:
        await to_the_table(pilot)
        text = next(key for key in app.screen.query(HintKey) if key.hint.key == "t")
        await pilot.click(text)
        await settle(pilot)
        assert isinstance(app.screen, Document)
        await pilot.click(list(app.screen.query(Tab))[3])
        await settle(pilot)
        assert app.screen.shown == 3
        await pilot.click(next(key for key in app.screen.query(HintKey) if key.hint.key == "w"))
        await settle(pilot)
        assert len(files(tmp_path, "*.txt")) == 1
        await pilot.click(next(key for key in app.screen.query(HintKey) if key.hint.key == "Esc"))
        await settle(pilot)
        assert isinstance(app.screen, TableRoom)


async def test_the_table_marks_what_is_new_since_the_own_turn(tmp_path: Path) -> None:
    app = await open_at_table(tmp_path, setup("ukraine"))
    async with app.run_test(size=WIDE) as pilot:
        await to_the_table(pilot)
        await agree_with_russia(pilot)
        for _ in range(6):
            if any(line.startswith("┃◆") or "│1.1 ◆" in line for line in screen_text(app).splitlines()):
                break
            await press(pilot, "e", "enter")
        shown = screen_text(app)
        assert "◆ new since your turn" in shown
        assert app.director is not None
        past = app.director.seat.port.past
        mine = max(at for at, moment in enumerate(past.entries) if moment.move is not None)
        after = past.entries[mine + 1 :]
        marked = sum(" ◆ " in line for line in shown.splitlines() if line.startswith("│"))
        assert bool(after) == bool(marked)
