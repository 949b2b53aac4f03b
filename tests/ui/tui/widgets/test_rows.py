"""The mark of a list moves in one frame, and what was drawn again is what drawing everything would have given."""

from pathlib import Path

import pytest
from textual.strip import Strip
from textual.widgets import Static

from tabletop.ui.tui.app import Window
from tabletop.ui.tui.screens.rooms.table import TableRoom
from tabletop.ui.tui.widgets.rows import Rows
from tests.ui.tui.walk import SIZES, WIDE, open_at_table, press, settle, setup, to_the_table

pytestmark = pytest.mark.drawn


def drawn(app: Window) -> list[Strip]:
    """Every line of the screen, letters and styles."""
    return app.screen._compositor.render_strips()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.slow
async def test_the_mark_goes_through_the_text_and_back(tmp_path: Path, size: tuple[int, int]) -> None:
    app = await open_at_table(tmp_path, setup("ukraine"))
    async with app.run_test(size=size) as pilot:
        await to_the_table(pilot)
        assert isinstance(app.screen, TableRoom)
        rows = app.screen.query_one("#clauses", Rows)
        seen: set[str] = set()
        for key in ("down",) * 14 + ("up",) * 14 + ("end", "home", "pagedown"):
            before = rows.highlighted
            await press(pilot, key)
            kept = drawn(app)
            for widget in app.screen.walk_children():
                widget.refresh()
            await settle(pilot)
            assert drawn(app) == kept, (key, before, rows.highlighted)
            seen.add(str(app.screen.query_one("#marked", Static).content))
        assert len(seen) == rows.option_count


async def test_the_marked_row_is_said_before_anything_is_drawn(tmp_path: Path) -> None:
    app = await open_at_table(tmp_path, setup("ukraine"))
    async with app.run_test(size=WIDE) as pilot:
        await to_the_table(pilot)
        rows, marked = app.screen.query_one("#clauses", Rows), app.screen.query_one("#marked", Static)
        said = str(marked.content)
        rows.highlighted = (rows.highlighted or 0) + 1
        assert str(marked.content) != said, "without a message, and so in the same frame"
