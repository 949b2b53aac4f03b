"""Theatre, war and ledger open over a room by key, mouse and palette and close with Esc; the end tells the results."""

from pathlib import Path

import pytest

from tabletop.command.report import report_lines
from tabletop.ui.tui.screens.pages.page import Page
from tabletop.ui.tui.screens.pages.sourced_page import SourcedPage
from tabletop.ui.tui.screens.rooms.end import End
from tabletop.ui.tui.screens.rooms.strike import Strike
from tabletop.ui.tui.screens.rooms.table import TableRoom
from tabletop.vocabulary import Phase
from tests.ui.tui.stories.reach import window_at
from tests.ui.tui.walk import (
    NARROW,
    SIZES,
    open_at_table,
    press,
    screen_text,
    settle,
    setup,
    to_the_table,
)

PAGES = {
    "f": ("The theatre", "Druzhkivka: held by"),
    "y": ("The war outside", "Alternative of Russia: between"),
    "g": ("The ledger", "Vows"),
}


@pytest.mark.parametrize("size", SIZES)
async def test_each_page_opens_on_a_real_match_and_esc_closes_it(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = await open_at_table(tmp_path, setup("ukraine"))
    async with app.run_test(size=size) as pilot:
        await to_the_table(pilot)
        assert isinstance(app.screen, TableRoom)
        for key, (title, line) in PAGES.items():
            await press(pilot, key)
            assert isinstance(app.screen, Page | SourcedPage)
            shown = screen_text(app)
            assert title in shown
            assert line in shown
            assert max(len(row) for row in shown.splitlines()) <= size[0]
            await press(pilot, "escape")
            assert isinstance(app.screen, TableRoom)


@pytest.mark.slow
async def test_a_page_is_in_the_palette_and_its_footer_takes_the_mouse(tmp_path: Path) -> None:
    app = await open_at_table(tmp_path, setup("us"))
    async with app.run_test(size=NARROW) as pilot:
        await to_the_table(pilot)
        titles = [command.title for command in app.get_system_commands(app.screen)]
        assert {
            "The theatre: held, contested, claimed",
            "The war outside, and what moved your alternative",
        } <= {*titles}
        await press(pilot, "f")
        assert isinstance(app.screen, Page | SourcedPage)
        await pilot.click("HintKey")
        await settle(pilot)
        assert isinstance(app.screen, TableRoom)


async def test_a_strike_puts_the_seats_own_evidence_forward(tmp_path: Path) -> None:
    app = window_at("strike", tmp_path)
    async with app.run_test(size=(120, 60)) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, Strike), screen_text(app)
        shown = screen_text(app)
        assert "A strike is reported" in shown
        assert "Told to you in confidence" in shown
        assert "confidence" in shown.split("Your services say:")[1].splitlines()[0]
        assert app.director is not None
        assert app.director.seat.port.view.sight.talks.phase is Phase.INTERRUPTED


async def test_the_end_tells_what_the_report_tells(tmp_path: Path) -> None:
    app = window_at("end", tmp_path)
    async with app.run_test(size=(160, 100)) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, End), screen_text(app)
        await app.workers.wait_for_complete([each for each in app.workers if each.group == "debrief"])
        await settle(pilot)
        shown = " ".join(screen_text(app).split())
        assert app.director is not None
        told = list(report_lines(Path(app.director.match.where), "ukraine"))
    assert sum(line.startswith("  ") for line in told) >= 7
    for name in ("Value claimed", "Value created", "Durability", "Ratifiability", "Process"):
        (line,) = (each.strip().rstrip(".") for each in told if each.strip().startswith(f"{name}:"))
        assert line in shown
