"""Streams of every sort: letters that cannot be shown, bytes that are no text, no end of it, nowhere to write."""

import io
import os
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import repeat
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from tabletop.command import folders, output, plain_session
from tabletop.command.cli import run
from tabletop.command.output import settle_streams
from tabletop.table.match import Match
from tabletop.ui.plain.console import IDLE_MOST, Console, EndOfInput
from tabletop.ui.plain.session import _curtain
from tabletop.ui.shared.seat_session import SeatSession
from tests.command.script import scripted

PROGRAM = (sys.executable, "-m", "tabletop")
POSIX = pytest.mark.skipif(os.name != "posix", reason="streams as POSIX has them")
ENCODINGS = ["ascii", "cp1251", "cp932", "utf-16-le"]


def through(
    monkeypatch: pytest.MonkeyPatch, encoding: str, typed: bytes, command: list[str]
) -> tuple[int, bytes, bytes]:
    """What a command answers, and what it writes, on streams of an encoding."""
    out, err = io.BytesIO(), io.BytesIO()
    for name, buffer in (("stdin", io.BytesIO(typed)), ("stdout", out), ("stderr", err)):
        monkeypatch.setattr(sys, name, io.TextIOWrapper(buffer, encoding=encoding, errors="strict"))
    settle_streams()
    code = run(command)
    sys.stdout.flush()
    sys.stderr.flush()
    return code, out.getvalue(), err.getvalue()


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize(
    "command",
    [["rules"], ["facts"], ["doctor"], ["--lang", "uk"]],
)
def test_every_encoding_is_written_to(
    encoding: str, command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TABLETOP_SAVES", str(tmp_path))
    typed = "q\n".encode(encoding)
    code, out, err = through(monkeypatch, encoding, typed, command)
    assert code in ({0, 1} if command == ["doctor"] else {0}), err.decode(encoding)
    shown = out.decode(
        "utf-8" if encoding == "ascii" else encoding
    )  # click takes ASCII for a mistake of the system's
    assert shown.strip()
    assert b"failed" not in err


@pytest.mark.parametrize("encoding", ["ascii", "cp932", "utf-8"])
@pytest.mark.parametrize("stray", [b"\xff", b"\x81", b"\xe9\n\xe9", b"\x80\xfe", b"caf\xe9"])
def test_input_that_is_no_text_is_told_and_asked_again(
    encoding: str, stray: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TABLETOP_SAVES", str(tmp_path))
    code, out, err = through(monkeypatch, encoding, stray + b"\nq\n", [])
    assert code == 0, err
    assert b"type it again" in out or b"not one of the choices" in out
    assert out.count(b"Number, 1 to 4:") == stray.count(b"\n") + 2


@pytest.mark.parametrize("typed", ["", "z\n", "0\n", "?\n", "\n", "\ufffd\n"])
def test_answers_that_come_to_nothing_have_an_end(typed: str) -> None:
    feed: Iterator[str] = repeat(typed)
    written: list[str] = []
    console = Console(lambda: next(feed), written.append, pages={"?": lambda: ("help",)})
    with pytest.raises(EndOfInput):
        console.choose("What?", ["this"], back="")
    assert console.heard <= IDLE_MOST + 1
    assert not typed or "no more are read" in written[-1]


@POSIX
@pytest.mark.parametrize(
    ("shell", "code", "told"),
    [
        ("{program} rules >/dev/full", 1, "output could not be written: No space left"),
        ("{program} rules T1.1 >/dev/full", 1, "output could not be written: No space left"),
        ("{program} rules >&-", 1, "no standard output"),
        ("{program} rules T1.1 2>&- >&-", 1, ""),
        ("{program} rules 2>/dev/full", 0, ""),
        ("{program} rules XX 2>/dev/full", 2, ""),
        ("{program} rules | head -1", 0, ""),
        ("{program} rules T1.1 <&-", 0, ""),
        pytest.param("{program} play --plain --format pop-up </dev/zero", 0, "", marks=pytest.mark.slow),
        ("PYTHONIOENCODING=cp1251 {program} rules", 0, ""),
    ],
)
def test_streams_that_are_closed_full_or_endless(shell: str, code: int, told: str, tmp_path: Path) -> None:
    line = shell.format(program=" ".join(map(shlex.quote, PROGRAM)))
    found = subprocess.run(
        ["bash", "-c", line],
        input=b"",
        capture_output=True,
        timeout=60,
        env=os.environ | {"TABLETOP_SAVES": str(tmp_path)},
        check=False,
    )
    assert found.returncode == code, found.stderr.decode()
    err = found.stderr.decode()
    assert told in err
    assert len(err.splitlines()) <= 1 or "Usage" in err, err
    assert "has failed" not in err
    if "/dev/zero" in shell:
        assert b"The match is saved in" in found.stdout


@POSIX
def test_one_press_of_ctrl_c_says_where_the_match_is_and_how_to_go_on(tmp_path: Path) -> None:
    saves = tmp_path / "my saves"
    command = [*PROGRAM, "play", "--plain", "--format", "pop-up", "--seed", "3"]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=os.environ | {"TABLETOP_SAVES": str(saves), "PYTHONUNBUFFERED": "1"},
    ) as program:
        assert program.stdout is not None
        assert any("Your move" in line for line in program.stdout)
        time.sleep(0.1)
        program.send_signal(signal.SIGINT)
        rest = program.stdout.read()
        assert program.wait(20) == 1
    (journal,) = saves.glob("*.jsonl")
    assert f"The match is saved in {journal}. To go on: " in rest
    words = shlex.split(rest.strip().splitlines()[-1].partition("To go on: ")[2])
    assert words[-2:] == ["resume", str(journal)]


@POSIX
def test_the_curtain_clears_the_screen_and_what_can_be_scrolled_back_to(
    deal: Callable[..., Match], monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(plain_session, "on_terminal", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    master, slave = os.openpty()
    with io.TextIOWrapper(io.FileIO(slave, "w"), write_through=True) as terminal:
        monkeypatch.setattr(sys, "stdout", terminal)
        assert plain_session._clear()
        wrote = os.read(master, 100)
    os.close(master)
    assert b"\x1b[2J" in wrote
    assert b"\x1b[3J" in wrote
    monkeypatch.setenv("TERM", "dumb")
    assert not plain_session._clear()


def test_where_the_screen_cannot_be_cleared_the_curtain_says_so() -> None:
    seat = SimpleNamespace(voice=SimpleNamespace(name=str), port=SimpleNamespace(seat="ukraine"))
    console, written = scripted(["", ""])
    _curtain(console, cast("SeatSession", seat))
    assert any("cannot be cleared" in line for line in written)
    assert written.count("") == 40
    console.clear = lambda: True
    del written[:]
    _curtain(console, cast("SeatSession", seat))
    assert len(written) == 1


def test_a_folder_of_ones_own_is_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("TABLETOP_SAVES", "~/my saves")
    monkeypatch.setenv("TABLETOP_SETTINGS", "~/s.json")
    assert folders.saves() == tmp_path / "my saves"
    assert folders.preferences() == tmp_path / "s.json"
    monkeypatch.setenv("TABLETOP_SAVES", "~nobody-of-this-name/saves")
    assert folders.saves() == Path("~nobody-of-this-name/saves")


@pytest.mark.parametrize("typed", ["q\n", pytest.param("1\n" * 5000, marks=pytest.mark.slow)])
def test_every_printed_command_can_be_pasted(
    typed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A match left at once, and a whole one by first choices, in a folder as macOS has it."""
    saves = tmp_path / "Application Support"
    monkeypatch.setenv("TABLETOP_SAVES", str(saves))
    monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
    assert run(["play", "--plain", "--format", "pop-up", "--seed", "3"]) == 0
    told = capsys.readouterr().out
    (journal,) = saves.glob("*.jsonl")
    commands = [line for line in told.splitlines() if str(journal) in line and "tabletop" in line]
    assert len(commands) >= 1
    for line in commands:
        assert f"'{journal}'" in line, line
    assert output.command_line("replay", str(journal)).endswith(f"replay '{journal}'")
