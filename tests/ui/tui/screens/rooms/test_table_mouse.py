"""The mouse does what the keys do, and the room fits the terminal while it changes."""

from pathlib import Path

from tabletop.ui.tui.screens.compose.composer import Composer
from tabletop.ui.tui.screens.rooms.table import TableRoom
from tabletop.ui.tui.widgets.choice import LABEL, ChoiceRow
from tabletop.ui.tui.widgets.hints import HintKey
from tabletop.ui.tui.widgets.tabs import Tab
from tests.ui.tui.walk import (
    NARROW,
    WIDE,
    open_at_table,
    press,
    screen_text,
    settle,
    to_the_table,
    valley,
)


async def test_hints_tabs_and_values_can_be_clicked(tmp_path: Path) -> None:
    app = await open_at_table(tmp_path, valley())
    async with app.run_test(size=NARROW) as pilot:
        await to_the_table(pilot)
        record = list(app.screen.query(Tab))[2]
        await pilot.click(record)
        assert "Sitting 1 began" in screen_text(app)
        position = next(key for key in app.screen.query(HintKey) if key.hint.key == "p")
        await pilot.click(position)
        await settle(pilot)
        assert isinstance(app.screen, Composer)
        row = app.screen.query(ChoiceRow).first()
        await pilot.click(row, offset=(LABEL + 6, 0))
        assert row.index == 0
        await pilot.click(row, offset=(3, 0))
        assert row.index == -1
        arrows = next(key for key in app.screen.query(HintKey) if key.hint.key == "← →")
        await pilot.click(arrows)
        assert row.index == 0


async def test_panels_become_tabs_below_a_hundred_columns_and_panels_again(tmp_path: Path) -> None:
    app = await open_at_table(tmp_path, valley())
    async with app.run_test(size=WIDE) as pilot:
        await to_the_table(pilot)
        assert isinstance(app.screen, TableRoom)
        assert all(title in screen_text(app) for title in ("─ Record", "─ Outside", "─ Conditions"))
        await pilot.resize_terminal(*NARROW)
        await settle(pilot)
        assert "[1 Text]" in screen_text(app)
        assert "─ Record" not in screen_text(app)
        await press(pilot, "3")
        assert "[3 Record]" in screen_text(app)
        assert "━ Record" in screen_text(app)
        await pilot.resize_terminal(60, 16)
        await settle(pilot)
        assert "…" in screen_text(app).splitlines()[0]
        await pilot.resize_terminal(*WIDE)
        await settle(pilot)
        assert "sitting 1 of" in screen_text(app).splitlines()[0]
        assert "[1 Text]" not in screen_text(app)
        assert "━ Record" in screen_text(app)
        assert "─ Outside" in screen_text(app)
