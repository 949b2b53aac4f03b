"""F1 explains whatever is open and closes itself; `?` lists its keys and closes itself; neither closes another page."""

from pathlib import Path

import pytest

from tabletop.ui.tui.screens.pages.help import HelpPage, KeysPage
from tests.ui.tui.stories.reach import window_at
from tests.ui.tui.walk import NARROW, press, screen_text, settle

PAGES = ("question_mark", "t", "g", "n", "f", "y", "f4", "1 enter")
"""What opens a page at the table."""


@pytest.mark.parametrize("keys", PAGES)
async def test_help_lies_over_a_page_and_goes_by_its_own_key(tmp_path: Path, keys: str) -> None:
    app = window_at("table", tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, *keys.split())
        page = app.screen
        assert page is not app.screen_stack[1], screen_text(app)
        await press(pilot, "f1")
        assert isinstance(app.screen, HelpPage)
        await press(pilot, "f1")
        assert app.screen is page
        if not isinstance(page, KeysPage):
            await press(pilot, "question_mark")
            assert isinstance(app.screen, KeysPage)
        await press(pilot, "question_mark")
        assert not isinstance(app.screen, KeysPage)
