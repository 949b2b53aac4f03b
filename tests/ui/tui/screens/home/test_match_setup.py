"""Setting up a match: every row is in sight on the smallest terminal."""

from pathlib import Path

import pytest
from textual.widgets import Input

from tabletop.ui.tui.screens.home.match_setup import MatchSetup
from tabletop.ui.tui.widgets.choice import ChoiceRow
from tabletop.words.language import i18n
from tests.ui.tui.walk import NARROW, open_window, press, settle


@pytest.mark.parametrize("language", ["en", "uk"])
async def test_every_row_is_in_sight_at_once(tmp_path: Path, language: str) -> None:
    app = open_window(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        i18n.speak(language)
        await press(pilot, "n")
        assert isinstance(app.screen, MatchSetup)
        for _ in app.screen.query(ChoiceRow):
            shown = app.screen.query_one(".rows").region
            rows = [row.region for row in (*app.screen.query(ChoiceRow), app.screen.query_one(Input))]
            assert all(shown.contains_region(row) for row in rows)
            assert app.screen.query_one(".detail").region.bottom <= NARROW[1] - 1
            await press(pilot, "down")
        await settle(pilot)
    i18n.speak(i18n.FIRST)
