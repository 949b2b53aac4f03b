"""Settings hold at once, are kept, and no file of theirs is ever lost; keys of one's own; the least window."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tabletop.journal.digest import state_digest
from tabletop.journal.history import board_of, fold
from tabletop.journal.reader import read
from tabletop.journal.verify import verify
from tabletop.scenario.compiler.lexicon import lexicon
from tabletop.scenario.library import open_scenario
from tabletop.ui.shared.prefs import BROKEN, Prefs, may_move, read_prefs, write_prefs
from tabletop.ui.shared.setup import FIRST_MATCH
from tabletop.ui.tui.app import Window
from tabletop.ui.tui.screens.home.home import Home
from tabletop.ui.tui.screens.home.match_setup import MatchSetup
from tabletop.ui.tui.screens.home.settings import Settings
from tabletop.ui.tui.screens.home.settings_keys import Keymap, actions, taken_by
from tabletop.ui.tui.screens.rooms.table import TableRoom
from tabletop.ui.tui.shell.keys import FIXED
from tabletop.ui.tui.shell.least_size import COLUMNS, NAME, ROWS
from tabletop.ui.tui.shell.look import PLAIN
from tabletop.ui.tui.widgets.choice import LABEL, ChoiceRow
from tabletop.ui.tui.widgets.hints import HintKey
from tabletop.words.language.less_harm import HARM, harmful, reduced
from tests.ui.tui.walk import (
    NARROW,
    open_at_table,
    open_window,
    press,
    screen_text,
    settle,
    setup,
    to_the_table,
    valley,
)


def kept_window(folder: Path, file: Path) -> Window:
    """A window that keeps its settings in a file; a match of two is among its saves."""
    app = open_window(folder)
    app.settings_file = file
    app.wear(read_prefs(file))
    return app


def row(app: Window, name: str) -> ChoiceRow:
    return next(each for each in app.screen.query(ChoiceRow) if each.field.name == name)


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "settings.json"
    prefs = Prefs(
        "en", "fifth-light", motion=True, detail="reduced", neutral=True, ascii=True, keys={"a.b": "z"}
    )
    assert write_prefs(file, prefs)
    assert read_prefs(file) == prefs
    assert [path.name for path in file.parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize(
    "broken", [b"", b"{", b"[1]", b"\xff\xfe\x00", b"null", b"[" * 50_000, b'{"theme": NaN', b'"text"']
)
def test_a_broken_file_is_read_as_none_and_put_aside_before_anything_is_written(
    tmp_path: Path, broken: bytes
) -> None:
    file = tmp_path / "settings.json"
    file.write_bytes(broken)
    assert read_prefs(file) == Prefs()
    assert write_prefs(file, Prefs(theme="fifth-light"))
    assert (tmp_path / f"settings.json{BROKEN}").read_bytes() == broken
    assert read_prefs(file).theme == "fifth-light"


def test_what_makes_no_sense_is_as_at_first_and_what_others_wrote_stays(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    odd = {
        "theme": 7,
        "motion": "yes",
        "detail": "all",
        "neutral": True,
        "keys": {"a": 1, "b": "\x1b"},
        "mine": [1],
    }
    file.write_text(json.dumps(odd), encoding="utf-8")
    found = read_prefs(file)
    assert found == Prefs(neutral=True)
    assert write_prefs(file, found)
    assert json.loads(file.read_text(encoding="utf-8"))["mine"] == [1]


def test_a_folder_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert not write_prefs(tmp_path / "file" / "settings.json", Prefs())
    assert read_prefs(tmp_path / "file" / "settings.json") == Prefs()


def test_nothing_glides_over_a_remote_shell(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SSH_CONNECTION", raising=False)
    monkeypatch.delenv("SSH_TTY", raising=False)
    assert may_move(Prefs(motion=True))
    assert not may_move(Prefs())
    monkeypatch.setenv("SSH_TTY", "/dev/pts/3")
    assert not may_move(Prefs(motion=True))


async def test_a_setting_holds_at_once_and_in_the_next_window(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    app = kept_window(tmp_path, file)
    write_prefs(file, app.prefs)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "s", "down", "right")
        assert isinstance(app.screen, Settings)
        assert app.theme == "fifth-light"
        await pilot.click(row(app, "motion"), offset=(LABEL + 6, 0))
        await pilot.click(row(app, "names"), offset=(LABEL + 6, 0))
        await settle(pilot)
        await press(pilot, "escape")
        assert isinstance(app.screen, Home)
    assert read_prefs(file) == Prefs(theme="fifth-light", motion=True, neutral=True)
    again = kept_window(tmp_path, file)
    async with again.run_test(size=NARROW) as pilot:
        assert isinstance(again.screen, Home)
        assert again.theme == "fifth-light"
        await press(pilot, "n")
        assert row(again, "names").value is not None
        assert again.screen.query(MatchSetup) is not None
        assert "invented" in screen_text(again)


async def test_settings_that_cannot_be_kept_say_so_and_hold(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    app = open_window(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        app.settings_file = tmp_path / "file" / "settings.json"
        await press(pilot, "s", "down", "right")
        assert app.theme == "fifth-light"
        assert "cannot be written" in screen_text(app)


@pytest.mark.slow
async def test_plain_characters_draw_every_screen(tmp_path: Path) -> None:
    app = open_window(tmp_path, valley())
    app.wear(replace(app.prefs, ascii=True))
    async with app.run_test(size=NARROW) as pilot:
        await to_the_table(pilot)
        assert isinstance(app.screen, TableRoom)
        drawn = "".join(
            segment.text
            for strip in app.screen._compositor.render_strips()
            for segment in strip.apply_filter(app._plain_characters, app.screen.styles.background)
        )
        assert "+-" in drawn
        assert not {char for char in drawn if ord(char) in PLAIN or ord(char) > 0x2000}
        assert app._plain_characters in app.get_line_filters()


async def test_a_key_of_ones_own_is_the_key_of_footer_help_and_action(tmp_path: Path) -> None:
    app = kept_window(tmp_path, tmp_path / "settings.json")
    write_prefs(tmp_path / "settings.json", app.prefs)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "s", "k")
        assert isinstance(app.screen, Keymap)
        at = [each.id for each in actions(app)].index("home.open.new")
        await press(pilot, *["down"] * at, "enter", "x", "escape", "escape")
        assert isinstance(app.screen, Home)
        assert " x new match" in screen_text(app)
        assert " x  New match" in screen_text(app)
        await press(pilot, "n")
        assert isinstance(app.screen, Home)
        await press(pilot, "question_mark")
        assert "x  new match" in screen_text(app)
        await press(pilot, "escape", "x")
        assert isinstance(app.screen, MatchSetup)
    assert read_prefs(tmp_path / "settings.json").keys == {"home.open.new": "x"}


async def test_a_key_in_use_or_needed_to_find_the_way_is_not_given(tmp_path: Path) -> None:
    app = open_window(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "s", "k", "down", "down", "enter", "q")
        assert "already does" in screen_text(app)
        await press(pilot, "enter", "tab")
        assert "cannot be given away" in screen_text(app)
        await press(pilot, "enter", "escape")
        assert app.prefs.keys == {}
        await press(pilot, "enter", "x")
        assert len(app.prefs.keys) == 1
        await press(pilot, "delete")
        assert app.prefs.keys == {}


async def test_no_two_actions_share_a_key_as_they_are(tmp_path: Path) -> None:
    app = open_window(tmp_path)
    async with app.run_test(size=NARROW):
        assert len(actions(app)) > 30
        for each in actions(app):
            for key in each.key.split(","):
                assert key not in FIXED
                holder = taken_by(app, each, key)
                assert holder is None or not holder.id, (each.id, holder)


@pytest.mark.slow
async def test_below_the_least_size_one_sentence_stands_in_the_place_of_any_screen(tmp_path: Path) -> None:
    app = await open_at_table(tmp_path, valley())
    async with app.run_test(size=NARROW) as pilot:
        await to_the_table(pilot)
        before, focused = screen_text(app), app.focused
        for size in ((COLUMNS - 1, 40), (120, ROWS - 1), (20, 5), (4, 2)):
            await pilot.resize_terminal(*size)
            await settle(pilot)
            assert len(app.screen.query(f"#{NAME}")) == 1
            assert "clause" not in screen_text(app)
            await press(pilot, "m")
            assert len(app.screen.query(f"#{NAME}")) == 1, "a screen that opens meanwhile is covered, too"
            await press(pilot, "escape")
        assert isinstance(app.screen, TableRoom)
        await pilot.resize_terminal(*NARROW)
        await settle(pilot)
        assert screen_text(app) == before
        assert app.focused is focused
        await pilot.resize_terminal(COLUMNS, ROWS)
        await settle(pilot)
        assert not app.screen.query(f"#{NAME}")


@pytest.mark.slow
async def test_less_detail_changes_words_and_not_the_match(tmp_path: Path) -> None:
    """The same keys under both settings: the words differ, every digest is the same."""
    journals: list[Path] = []
    words: list[str] = []
    for detail in ("full", "reduced"):
        folder = tmp_path / detail
        folder.mkdir()
        app = open_window(folder, setup("ukraine", seed=3))
        app.wear(replace(app.prefs, detail=detail))
        async with app.run_test(size=NARROW) as pilot:
            await to_the_table(pilot)
            await press(pilot, "e", "enter")
            assert app.director is not None
            lexicon = app.director.seat.voice.lexicon
            assert lexicon.reduced is (detail == "reduced")
            words.append(app.director.seat.voice.table["war.losses"])
            told = [fact for fact in lexicon.facts.values() if fact.statement and harmful(fact)]
            assert bool(told) is (detail == "full")
        journals += folder.glob("*.jsonl")
    assert words[0] != words[1]
    states = []
    for path in journals:
        opened = read(path)
        states.append(state_digest(fold(board_of(opened.header), opened.entries).state))
        verify(path)
    assert len(states) == 2
    assert states[0] == states[1]


def test_a_reduced_lexicon_keeps_every_label_and_leaves_harm_out() -> None:
    full = lexicon(open_scenario("abu-dhabi-2026"))
    less = reduced(full)
    assert set(less.labels) == set(full.labels)
    assert set(less.facts) == set(full.facts)
    assert not any(fact.statement for fact in less.facts.values() if harmful(fact))
    assert not any(HARM.search(text) for text in less.texts.values())
    assert all(text.strip() for name, text in less.texts.items() if full.texts[name].strip())


async def test_a_first_match_leaves_out_what_can_wait_and_the_second_has_everything(tmp_path: Path) -> None:
    app = open_window(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        assert "a first one leaves out" in screen_text(app)
        await press(pilot, "n")
        assert isinstance(app.screen, MatchSetup)
        chosen = app.screen.chosen()
        assert chosen is not None
        assert (chosen.format, chosen.door, chosen.without) == ("pop-up", "open", FIRST_MATCH)
        await press(pilot, "enter")
        assert app.director is not None
        assert app.director.seat.port.board.without == FIRST_MATCH
        await press(pilot, "f10")
        assert "a first one leaves out" not in screen_text(app)
        await press(pilot, "n")
        assert isinstance(app.screen, MatchSetup)
        second = app.screen.chosen()
        assert second is not None
        assert (second.format, second.door, second.without) == ("class", "standard", ())


async def test_the_set_up_by_mouse(tmp_path: Path) -> None:
    app = open_window(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await pilot.click("#menu", offset=(6, 1))
        await settle(pilot)
        assert isinstance(app.screen, MatchSetup)
        await pilot.click(row(app, "rules"), offset=(LABEL + 6, 0))
        await settle(pilot)
        chosen = app.screen.chosen()
        assert chosen is not None
        assert (chosen.door, chosen.without) == ("standard", ())
        begin = next(key for key in app.screen.query(HintKey) if key.hint.key == "Enter")
        await pilot.click(begin)
        await settle(pilot)
        assert app.director is not None


async def test_a_seed_that_is_none_is_not_taken_for_another(tmp_path: Path) -> None:
    app = open_window(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "n", *["down"] * 11, *"12x", "enter")
        assert isinstance(app.screen, MatchSetup)
        assert "whole number" in screen_text(app)
        await press(pilot, "backspace", "enter")
        assert app.director is not None
        assert app.director.match.setup.seed == 12
