"""What is promised of a terminal, each in a real one: whatever it sends, however it ends, whatever it is called."""

import re
import shutil
import signal
import sys
import time
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("these terminals are POSIX's alone", allow_module_level=True)

from tests.hard.fuzz import TORN, Told, answers, fuzz
from tests.hard.terminal import Terminal, faults

QUIT = b"\x11"
SPENT_S = 1.0
"""Seconds of processor time that are too much for a window that nobody touches."""


def leave(terminal: Terminal) -> None:
    """Quitting works, the terminal is as it was, and nothing has failed."""
    terminal.send(QUIT)
    assert terminal.ended() == 0, terminal.seen[-2000:]
    assert not faults(terminal.folder)
    assert not terminal.put_back()
    assert terminal.modes == terminal.at_first


def test_bytes_that_are_no_text_never_end_the_window(tmp_path: Path) -> None:
    with Terminal(tmp_path, size=(200, 50)) as terminal:
        assert terminal.opened()
        for sent in (*TORN, b"\x1b[M \xa0\xa0", b"\x1b[M#\xf0\x30", bytes(range(128, 256)), b"\x00" * 500):
            terminal.send(sent)
            time.sleep(0.02)
        assert answers(terminal), terminal.where_it_hangs()
        terminal.send(b"\x1b[200~" + b"W\xff\x00\n" * 50_000 + b"\x1b[201~")
        assert answers(terminal), terminal.where_it_hangs()
        leave(terminal)


@pytest.mark.slow
def test_a_paste_whose_end_never_came_does_not_swallow_the_keys_for_ever(tmp_path: Path) -> None:
    with Terminal(tmp_path) as terminal:
        assert terminal.opened()
        terminal.send(b"\x1b[200~torn")
        time.sleep(3.5)
        leave(terminal)


@pytest.mark.slow
def test_an_old_mouse_report_points_where_a_new_one_does(tmp_path: Path) -> None:
    """Past column 95 a report of the old form is no text; it opens what it points at all the same."""
    with Terminal(tmp_path, size=(120, 36)) as terminal:
        assert terminal.opened()
        rows = terminal.rows()
        row = next(number for number, text in rows.items() if "New match" in text)
        terminal.send(
            b"\x1b[M" + bytes((32, 32 + 110, 32 + row)) + b"\x1b[M" + bytes((35, 32 + 110, 32 + row))
        )
        assert terminal.wait_for(b"A new match"), terminal.seen[-3000:]
        leave(terminal)


ENDINGS = (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT)
"""Signals that end the window beside TERM, with the slow tests."""


@pytest.mark.parametrize(
    "ending",
    [signal.SIGTERM, *(pytest.param(each, marks=pytest.mark.slow) for each in ENDINGS)],
)
def test_a_signal_ends_the_window_and_puts_the_terminal_back(tmp_path: Path, ending: signal.Signals) -> None:
    with Terminal(tmp_path) as terminal:
        assert terminal.opened()
        assert terminal.put_back()
        assert terminal.modes != terminal.at_first
        terminal.signal(ending)
        assert terminal.ended() == -ending
        assert terminal.wait_for(lambda: not terminal.put_back(), 5), terminal.put_back()
        assert terminal.modes == terminal.at_first
        assert not faults(tmp_path)


def test_a_terminal_that_goes_without_a_word_ends_the_window(tmp_path: Path) -> None:
    """No hang-up reaches the program: the end of its input is what there is."""
    with Terminal(tmp_path, hung_up=False) as terminal:
        assert terminal.opened()
        terminal.hang_up()
        assert terminal.ended() == -signal.SIGHUP
        assert not faults(tmp_path)


@pytest.mark.skipif(not shutil.which("bash"), reason="a shell with jobs is needed")
def test_control_z_goes_back_to_the_shell_and_comes_back_whole(tmp_path: Path) -> None:
    shell = (shutil.which("bash") or "", "--norc", "-i")
    with Terminal(tmp_path, program=shell, PS1="here>") as terminal:
        assert terminal.wait_for(b"here>")
        terminal.send(f"{sys.executable} -m tabletop\r".encode())
        assert terminal.opened()
        for _ in range(2):
            time.sleep(0.5)
            away = len(terminal.seen)
            terminal.send(b"\x1a")
            assert terminal.wait_for(b"Stopped", since=away), terminal.seen[away:]
            assert not terminal.put_back()
            assert terminal.wait_for(b"here>", since=away)
            terminal.resize(90, 30)
            back = len(terminal.seen)
            terminal.send(b"fg\r")
            assert terminal.wait_for(b" keys", since=back), terminal.seen[back:]
            assert terminal.put_back(), "mouse, pastes and the second screen are asked for again"
        drawn = len(terminal.seen)
        terminal.send(b"\x0c")
        assert terminal.wait_for(b" keys", since=drawn), "Ctrl+L draws everything"
        away = len(terminal.seen)
        terminal.send(QUIT)
        assert terminal.wait_for(b"here>", since=away)
        assert not terminal.put_back()
    assert not faults(tmp_path)


@pytest.mark.slow
def test_control_z_without_a_shell_stops_nothing(tmp_path: Path) -> None:
    with Terminal(tmp_path) as terminal:
        assert terminal.opened()
        terminal.send(b"\x1a")
        assert terminal.wait_for(b"no shell")
        terminal.signal(signal.SIGTSTP)
        assert answers(terminal)
        leave(terminal)


def test_the_real_size_wins_over_what_the_environment_remembers(tmp_path: Path) -> None:
    with Terminal(tmp_path, size=(100, 30), COLUMNS="40", LINES="10") as terminal:
        assert terminal.opened()
        assert 30 in terminal.rows()
        terminal.resize(90, 40)
        assert terminal.wait_for(lambda: 40 in terminal.rows())
        leave(terminal)


@pytest.mark.parametrize("name", ["dumb", pytest.param(None, marks=pytest.mark.slow)])
def test_a_terminal_that_cannot_draw_gets_plain_mode(tmp_path: Path, name: str | None) -> None:
    with Terminal(tmp_path, TERM=name) as terminal:
        assert terminal.wait_for(b"New match")
        assert b"\x1b" not in terminal.seen
        terminal.send(b"q\n")
        assert terminal.ended() is not None


@pytest.mark.parametrize(("said", "coloured"), [("", True), ("1", False)])
@pytest.mark.slow
def test_no_color_counts_when_it_says_something(tmp_path: Path, said: str, coloured: bool) -> None:
    with Terminal(tmp_path, NO_COLOR=said) as terminal:
        assert terminal.opened()
        drawn = bytes(terminal.seen)
        tones = set(re.findall(rb"[34]8;5;(\d+)", drawn))
        greys = {tone for tone in tones if int(tone) >= 232 or int(tone) in {0, 7, 8, 15, 16, 231}}
        assert bool(tones - greys) is coloured, tones
        leave(terminal)


def test_a_failure_says_where_the_match_lies_and_is_logged(tmp_path: Path) -> None:
    slip = (
        "from tabletop.ui.tui.screens.home.home import Home\n"
        "Home.action_go_on = lambda self: 1 / 0\n"
        "from tabletop.command.cli import main\nmain()"
    )
    with Terminal(tmp_path, program=(sys.executable, "-c", slip)) as terminal:
        assert terminal.opened()
        terminal.send(b"c")
        assert terminal.ended() == 1
        assert terminal.wait_for(lambda: not terminal.put_back(), 5)
        told = bytes(terminal.seen)[terminal.seen.rfind(b"\x1b[?1049l") :].decode()
    assert "The program has failed (ZeroDivisionError)" in told
    assert "are whole" in told
    assert str(tmp_path / "saves") in told.replace("\r\n", "")
    assert "Traceback" not in told
    assert "ZeroDivisionError" in faults(tmp_path)


@pytest.mark.slow
def test_anything_at_all_at_the_window(tmp_path: Path) -> None:
    """The quick part; `python -m tests.hard.fuzz` goes through any seeds."""
    told = Told()
    fuzz(101, 120, told, at="home")
    assert not told.faults, "\n".join(told.faults)


@pytest.mark.slow
@pytest.mark.parametrize("seed", [201, 202, 203])
def test_anything_at_all_at_every_room(seed: int) -> None:
    told = Told()
    fuzz(seed, 2000, told)
    assert not told.faults, "\n".join(told.faults)
    assert told.verified
