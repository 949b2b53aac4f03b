"""Another language while the window runs: every open screen is drawn anew, and what was done on it stays."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from tabletop.ui.shared.prefs import Prefs, read_prefs, write_prefs
from tabletop.ui.tui.app import Window
from tabletop.ui.tui.screens.compose.composer import Composer
from tabletop.ui.tui.screens.home.home import Home
from tabletop.ui.tui.screens.home.match_setup import MatchSetup
from tabletop.ui.tui.screens.home.settings import Settings
from tabletop.ui.tui.screens.rooms.table import TableRoom
from tabletop.ui.tui.widgets.choice import ChoiceRow
from tabletop.words.language import i18n
from tests.ui.tui.walk import (
    NARROW,
    VALLEY,
    WIDE,
    open_at_table,
    open_window,
    press,
    screen_text,
    settle,
    to_the_table,
    valley,
)
from tests.words.english_left import left, unwrapped

pytestmark = pytest.mark.drawn

PAGES = (
    ("t", "m"),
    pytest.param(("y", "f3", "r", "n", "g", "f", "z", "f1", "question_mark"), marks=pytest.mark.slow),
)
"""Keys of what can be opened over the table; two with every change, the others with the slow tests."""


@pytest.fixture(autouse=True)
def _back() -> Iterator[None]:
    yield
    i18n.speak(i18n.FIRST)


async def speak(pilot: Pilot[None], app: Window, code: str) -> None:
    """Choose a language in the palette's way."""
    app.prefer(replace(app.prefs, language=code))
    await settle(pilot)
    await pilot.pause()


def said(sentence: str) -> str:
    """A sentence of the window in Ukrainian."""
    i18n.speak("uk")
    return i18n._(sentence)


async def test_settings_change_the_language_at_once_and_home_follows(tmp_path: Path) -> None:
    app = open_window(tmp_path)
    app.settings_file = tmp_path / "settings.json"
    write_prefs(app.settings_file, Prefs())
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "s")
        assert isinstance(app.screen, Settings)
        assert len(left([unwrapped(screen_text(app))])) > 3
        await press(pilot, "right")
        assert i18n.language() == "uk"
        assert "Українська" in screen_text(app)
        assert not left([unwrapped(screen_text(app))])
        assert app.focused is app.screen.query(ChoiceRow).first()
        await press(pilot, "escape")
        assert isinstance(app.screen, Home)
        assert i18n.Table({"home.settings": "Settings"})["home.settings"] in screen_text(app)
        assert "Settings" not in screen_text(app)
    assert read_prefs(tmp_path / "settings.json").language == "uk"


@pytest.mark.parametrize("pages", PAGES)
@pytest.mark.slow
async def test_whatever_lies_over_the_table_is_drawn_anew_and_back(
    tmp_path: Path, pages: tuple[str, ...]
) -> None:
    app = await open_at_table(tmp_path, valley())
    async with app.run_test(size=WIDE) as pilot:
        await to_the_table(pilot)
        for key in pages:
            await press(pilot, key)
            opened, english = app.screen, screen_text(app)
            await speak(pilot, app, "uk")
            assert app.screen is opened, key
            assert screen_text(app) != english, key
            assert not left([unwrapped(screen_text(app))], str(VALLEY)), key
            await press(pilot, "escape")
            assert isinstance(app.screen, TableRoom), key
            assert said("your move") in screen_text(app), key
            await press(pilot, key)
            await speak(pilot, app, "en")
            assert words_of(screen_text(app)) == words_of(english), key
            await press(pilot, "escape")


def words_of(screen: str) -> list[str]:
    """The words of a screen, without bars of scrolling."""
    return [word for word in screen.split() if any(letter.isalpha() for letter in word)]


@pytest.mark.slow
async def test_a_sheet_keeps_what_was_chosen(tmp_path: Path) -> None:
    app = await open_at_table(tmp_path, valley())
    async with app.run_test(size=WIDE) as pilot:
        await to_the_table(pilot)
        await press(pilot, "p", "3", "down", "2")
        assert isinstance(app.screen, Composer)
        chosen = [row.index for row in app.screen.query(ChoiceRow)]
        assert chosen[:2] != [-1, -1]
        await speak(pilot, app, "uk")
        assert [row.index for row in app.screen.query(ChoiceRow)] == chosen
        assert app.focused is list(app.screen.query(ChoiceRow))[1]
        assert "Ще не повно" not in screen_text(app), "the outlook is that of the choice"
        await press(pilot, "enter")
        assert not isinstance(app.screen, Composer), "the move was made"


async def test_a_set_up_keeps_its_rows_and_its_seed(tmp_path: Path) -> None:
    app = open_window(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "n")
        assert isinstance(app.screen, MatchSetup)
        for row in app.screen.query(ChoiceRow):
            if row.field.name == "door":
                row.pick(2)
        app.screen.query_one(Input).value = "42"
        await settle(pilot)
        await speak(pilot, app, "uk")
        chosen = app.screen.chosen()
        assert chosen is not None
        assert (chosen.door, chosen.seed) == ("hard", 42)


async def test_the_palette_names_the_other_languages(tmp_path: Path) -> None:
    app = await open_at_table(tmp_path, valley())
    async with app.run_test(size=WIDE) as pilot:
        await to_the_table(pilot)
        named = {command.title: command for command in app.get_system_commands(app.screen)}
        assert not [title for title in named if "English" in title]
        next(command for title, command in named.items() if "Українська (Ukrainian)" in title).callback()
        await settle(pilot)
        assert said("your move") in screen_text(app)
        titles = {command.title for command in app.get_system_commands(app.screen)}
        assert any(title.endswith("English (англійська)") for title in titles)
        assert said("the record").capitalize() in titles
