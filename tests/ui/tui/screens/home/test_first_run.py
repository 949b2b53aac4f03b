"""The first run: four questions at most, each shown before it is chosen, all of it skipped by one key."""

from pathlib import Path

import pytest

from tabletop.ui.shared.prefs import Prefs, read_prefs, write_prefs
from tabletop.ui.tui.app import Window
from tabletop.ui.tui.screens.home.first_run import FirstRun
from tabletop.ui.tui.screens.home.home import Home
from tabletop.ui.tui.screens.rooms.briefing import Briefing
from tabletop.words.language.i18n import languages
from tests.ui.tui.walk import NARROW, WIDE, open_window, press, screen_text, settle, valley

FILE = "settings.json"


def fresh(folder: Path) -> Window:
    """A window that nobody has opened before."""
    app = open_window(folder)
    app.settings_file = folder / FILE
    return app


ASKED = ["language"] if len(languages()) > 1 else []


async def test_it_comes_once_and_only_where_settings_are_kept(tmp_path: Path) -> None:
    app = fresh(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, FirstRun)
        await press(pilot, "escape")
        assert isinstance(app.screen, Home)
    assert read_prefs(tmp_path / FILE) == Prefs()
    again = fresh(tmp_path)
    async with again.run_test(size=NARROW) as pilot:
        await settle(pilot)
        assert isinstance(again.screen, Home)
    nowhere = open_window(tmp_path)
    async with nowhere.run_test(size=NARROW) as pilot:
        await settle(pilot)
        assert isinstance(nowhere.screen, Home)


async def test_it_does_not_stand_before_a_match_that_was_asked_for(tmp_path: Path) -> None:
    app = open_window(tmp_path, valley())
    app.settings_file = tmp_path / FILE
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        assert not any(isinstance(screen, FirstRun) for screen in app.screen_stack)


async def test_enter_alone_leads_to_the_tutorial(tmp_path: Path) -> None:
    app = fresh(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, *["enter"] * (len(ASKED) + 3))
        assert isinstance(app.screen, Briefing)
        assert app.director is not None
        assert app.director.match.setup.tutorial
    assert read_prefs(tmp_path / FILE) == Prefs()


async def test_a_theme_shows_itself_before_it_is_chosen_and_an_odd_strip_draws_plain(tmp_path: Path) -> None:
    app = fresh(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, *["enter"] * len(ASKED))
        await press(pilot, "down")
        assert app.theme == "fifth-light"
        assert not (tmp_path / FILE).exists()
        await press(pilot, "enter")
        assert "Does this look right?" in screen_text(app)
        assert "120 columns and 36 lines" in screen_text(app)
        assert all(part in screen_text(app) for part in ("┌──┬──┐", "⣿", "Жж", "unmet"))
        await press(pilot, "down")
        assert app.prefs.ascii
        await press(pilot, "enter", "down", "enter")
        assert isinstance(app.screen, Home)
    assert read_prefs(tmp_path / FILE) == Prefs(theme="fifth-light", ascii=True)


async def test_what_was_only_looked_at_is_not_kept(tmp_path: Path) -> None:
    app = fresh(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, *["enter"] * len(ASKED))
        await press(pilot, "down", "down", "escape")
        assert app.theme == "fifth-dark"
    assert read_prefs(tmp_path / FILE) == Prefs()


async def test_by_mouse_alone(tmp_path: Path) -> None:
    app = fresh(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        for line in (*[0] * len(ASKED), 2, 0, 1):
            await pilot.click("#steps", offset=(4, line))
            await settle(pilot)
        assert isinstance(app.screen, Home)
        assert app.theme == "fifth-stark-dark"


@pytest.mark.skipif(len(languages()) < 2, reason="one language")
async def test_a_language_is_spoken_as_soon_as_it_is_chosen(tmp_path: Path) -> None:
    app = fresh(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "down", "enter")
        assert app.prefs.language == "uk"
        await press(pilot, "escape")
        app.wear(Prefs())
    assert read_prefs(tmp_path / FILE).language == "uk"


async def test_a_file_that_cannot_be_read_is_no_first_run_and_costs_nothing(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("{ not json", encoding="utf-8")
    app = fresh(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, Home)
        assert "could not be read" in screen_text(app)
    assert (tmp_path / FILE).read_text(encoding="utf-8") == "{ not json"
    assert write_prefs(tmp_path / FILE, Prefs())
