"""Plain mode and the commands in another language: the same match, and no sentence of the interface left in English."""

import re
import sys
from io import StringIO
from pathlib import Path

import pytest

from tabletop.command.cli import run
from tabletop.command.folders import preferences
from tabletop.command.open_match import start
from tabletop.command.plain_session import sit_down
from tabletop.journal.reader import read
from tabletop.ui.plain.console import Console
from tabletop.ui.shared.prefs import Prefs, write_prefs
from tabletop.words.language import i18n
from tests.ui.plain.test_session import Typist, journals, setup
from tests.words.english_left import left

LETTERS = ("?", "t", "c", "d", "n", "r", "p", "b", "w", "f", "y", "m", "s", "s 1", "g", "x")
"""Pages of plain mode, opened at the first question."""

JOURNALS = Path(__file__).parents[1] / "journals" / "v1"
OVER = JOURNALS / "abu-dhabi-2026.journal.jsonl"


@pytest.fixture(autouse=True)
def _own_saves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TABLETOP_SAVES", str(tmp_path / "saves"))
    monkeypatch.setattr(sys, "stdin", StringIO("q\n"))


class Echo:
    """Types what was typed before, word for word, but for the yes of the language."""

    def __init__(self, typed: list[str]) -> None:
        self.typed = iter(typed)
        self.written: list[str] = []

    def read(self) -> str:
        line = next(self.typed, "")
        return f"{i18n._('yes')}\n" if line == "yes\n" else line


class Recorder(Typist):
    """A typist that looks at every page first and remembers what it typed."""

    def __init__(self, seed: int, most: int) -> None:
        super().__init__(seed, most)
        self.pages = list(reversed(LETTERS))
        self.said: list[str] = []

    def read(self) -> str:
        line = f"{self.pages.pop()}\n" if self.pages else super().read()
        self.said.append(line)
        return line


@pytest.mark.parametrize(("seat", "seed"), [("ukraine", 7), ("us", 3)])
def test_a_match_in_ukrainian_is_the_same_match_and_says_nothing_in_english(
    seat: str, seed: int, tmp_path: Path
) -> None:
    typist = Recorder(seed, 4000)
    sit_down(lambda: start(setup(seed, seat), tmp_path / "en"), typist.console())
    i18n.speak("uk")
    echo = Echo(typist.said)
    sit_down(lambda: start(setup(seed, seat), tmp_path / "uk"), Console(echo.read, echo.written.append))
    (english,), (ukrainian,) = journals(tmp_path / "en"), journals(tmp_path / "uk")
    played = [[(e.seat, e.move) for e in read(path).entries] for path in (english, ukrainian)]
    assert played[0] == played[1]
    english_left = left(echo.written)
    assert not english_left, f"said in English: {english_left[:5]}"


@pytest.mark.parametrize("asked", [["--lang", "uk"], []])
def test_a_language_is_asked_for(
    asked: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    if not asked:
        monkeypatch.setenv("TABLETOP_LANG", "uk")
    for command in (
        ["play", "--plain", "--seed", "1", *asked],
        ["resume", "--plain", *asked],
        ["replay", str(OVER), "--plain", *asked],
        ["report", str(OVER), *asked],
        asked,
    ):
        monkeypatch.setattr(sys, "stdin", StringIO("q\n"))
        i18n.speak(i18n.FIRST)
        assert run(command) == 0, command
        assert re.search(r"[а-яіїєґ]{3,} [а-яіїєґ]{3,}", capsys.readouterr().out), command


def test_the_settings_speak_where_nothing_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    write_prefs(preferences(), Prefs(language="uk"))
    assert run(["replay", str(OVER), "--plain"]) == 0
    assert "Почалося засідання" in capsys.readouterr().out
    assert run(["replay", str(OVER), "--plain", "--lang", "en"]) == 0
    assert "Sitting 1 began" in capsys.readouterr().out
    write_prefs(preferences(), Prefs(language="tlh"))
    assert run(["replay", str(OVER), "--plain"]) == 0
    assert "Sitting 1 began" in capsys.readouterr().out


@pytest.mark.parametrize("command", [["play"], ["resume"], ["replay", str(OVER)], ["report", str(OVER)], []])
def test_a_language_that_is_not_there_is_a_usage_error(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*command, "--lang", "tlh"]) == 2
    assert "'tlh'" in capsys.readouterr().err
