"""A match of other rules: the list of saves says so, going on is refused in a sentence, looking back works."""

import sys
from io import StringIO
from pathlib import Path

import pytest

from tabletop.command import plain_session
from tabletop.ui.tui.screens.home.home import Home
from tabletop.ui.tui.screens.replay.replay import Replay
from tabletop.words.language.i18n import speak
from tests.journals import SAVES, unpacked
from tests.ui.tui.walk import WIDE, open_window, press, screen_text, settle


@pytest.mark.parametrize(("code", "sentence"), [("en", "cannot be gone on with"), ("uk", "продовжити її")])
async def test_the_window_says_what_can_be_done_instead(tmp_path: Path, code: str, sentence: str) -> None:
    journal = unpacked(SAVES[-1], tmp_path)
    app = open_window(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        speak(code)
        assert "rules 1.1: to look back at" in screen_text(app)
        await press(pilot, "c")
        await settle(pilot)
        assert isinstance(app.screen, Home)
        assert sentence in " ".join(screen_text(app).split())
        app.open_replay(str(journal))
        await settle(pilot)
        assert isinstance(app.screen, Replay)


def test_plain_mode_says_it_and_asks_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    unpacked(SAVES[-1], tmp_path)
    monkeypatch.setattr(sys, "stdin", StringIO("2\n1\nq\n"))
    plain_session.at_home(tmp_path)
    said = capsys.readouterr().out
    assert "rules 1.1: to look back at" in said
    assert "cannot be gone on with" in said
    assert said.count("What would you like to do?") == 2
