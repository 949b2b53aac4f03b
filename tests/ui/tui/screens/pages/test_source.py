"""The source key: `z` or a click on any figure shows where it comes from, in the window and in plain mode."""

import re
from pathlib import Path

import pytest

from tabletop.ui.tui.screens.curtain import Curtain
from tabletop.ui.tui.screens.home.home import Home
from tabletop.ui.tui.screens.pages.page import Page
from tabletop.ui.tui.screens.pages.source import Sources
from tabletop.ui.tui.screens.rooms.briefing import Briefing
from tabletop.ui.tui.screens.rooms.orders import OrdersRoom
from tabletop.ui.tui.screens.rooms.table import TableRoom
from tabletop.ui.tui.widgets.sourced_lines import SourcedList
from tests.ui.tui.walk import (
    NARROW,
    SIZES,
    WIDE,
    open_at_table,
    open_window,
    press,
    screen_text,
    settle,
    setup,
    to_the_table,
)


def flat(text: str) -> str:
    """A screen as one line: what is beside the bar on the right, wrapped lines joined."""
    return " ".join(" ".join(line.split("│")[-1] for line in text.splitlines()).split())


@pytest.mark.parametrize("size", SIZES)
async def test_z_lists_the_figures_and_the_card_follows_the_marked_one(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = await open_at_table(tmp_path, setup("ukraine"))
    async with app.run_test(size=size) as pilot:
        await to_the_table(pilot)
        await press(pilot, "z")
        assert isinstance(app.screen, Sources)
        assert "What the draft is worth" in screen_text(app)
        assert "Rule: V1.1" in flat(screen_text(app))
        await press(pilot, "down")
        assert "Rule: A2.2" in flat(screen_text(app))
        assert max(len(row) for row in screen_text(app).splitlines()) <= size[0]
        await press(pilot, "enter")
        assert app.screen.query_one(".provenance").has_focus
        await press(pilot, "enter")
        assert app.screen.query_one(SourcedList).has_focus
        await press(pilot, "z")
        assert isinstance(app.screen, TableRoom)


async def test_what_is_looked_at_stands_first(tmp_path: Path) -> None:
    app = open_window(tmp_path, setup("ukraine"))
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        seen: dict[str, str] = {}
        for _ in range(20):
            await press(pilot, "z")
            assert isinstance(app.screen, Sources)
            first = app.screen.groups[0].title
            await press(pilot, "escape")
            seen[type(app.screen).__name__] = first
            if isinstance(app.screen, TableRoom):
                break
            await press(pilot, "enter")
            if isinstance(app.screen, OrdersRoom | Briefing):
                continue
            await to_the_table(pilot)
        assert seen["Briefing"] == "What clauses weigh for you"
        assert seen["OrdersRoom"].startswith("Your orders")
        await press(pilot, "4", "z")
        assert isinstance(app.screen, Sources)
        assert app.screen.groups[0].title == "The world outside"


async def test_a_click_on_a_figure_of_the_panel_opens_its_card(tmp_path: Path) -> None:
    app = await open_at_table(tmp_path, setup("ukraine"))
    async with app.run_test(size=WIDE) as pilot:
        await to_the_table(pilot)
        for words, said in (("Attention (United", "Rule: L2.1"), ("attention (United", "Rule: L2.1")):
            rows = screen_text(app).splitlines()
            row = next((at for at, line in enumerate(rows) if words in line), None)
            if row is None:
                continue
            await pilot.click(offset=(rows[row].index(words) + 2, row))
            await settle(pilot)
            assert isinstance(app.screen, Sources)
            assert said in flat(screen_text(app))
            return
        raise AssertionError(screen_text(app))


async def test_there_is_nothing_to_ask_at_home_and_behind_a_curtain(tmp_path: Path) -> None:
    app = open_window(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "z")
        assert isinstance(app.screen, Home)
    two = open_window(tmp_path, setup("ukraine", "russia"))
    async with two.run_test(size=NARROW) as pilot:
        await settle(pilot)
        assert isinstance(two.screen, Curtain)
        await press(pilot, "z")
        assert isinstance(two.screen, Curtain)


async def test_the_key_is_in_the_list_of_keys_and_in_the_palette(tmp_path: Path) -> None:
    app = await open_at_table(tmp_path, setup("ukraine"))
    async with app.run_test(size=NARROW) as pilot:
        await to_the_table(pilot)
        assert "Where figures come from" in [each.title for each in app.get_system_commands(app.screen)]
        await press(pilot, "question_mark")
        assert isinstance(app.screen, Page)
        assert re.search(r"\bz +where figures come from", app.screen.content.plain)


async def test_the_russian_layout_reaches_it_by_place(tmp_path: Path) -> None:
    app = await open_at_table(tmp_path, setup("ukraine"))
    async with app.run_test(size=NARROW) as pilot:
        await to_the_table(pilot)
        await press(pilot, "я")
        assert isinstance(app.screen, Sources)
