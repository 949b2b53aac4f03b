"""The tutorial's advice on a screen: none on one that has gone meanwhile."""

from pathlib import Path
from typing import cast

from textual.content import Content
from textual.screen import Screen

from tabletop.ui.tui.match.coach import keep_advising
from tabletop.ui.tui.screens.pages.help import KeysPage
from tests.ui.tui.stories.reach import window_at
from tests.ui.tui.walk import settle


async def test_a_page_that_has_gone_gets_no_advice(tmp_path: Path) -> None:
    app = window_at("table", tmp_path)
    async with app.run_test() as pilot:
        await settle(pilot)
        page = KeysPage(lambda: ("Keys", Content("")))
        assert app.director is not None
        keep_advising(cast("Screen[object]", page), app.director.seat)
        assert not page.children
    assert app.fault is None
