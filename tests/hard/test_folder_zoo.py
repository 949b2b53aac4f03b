"""Folders with what people and programs leave in them: odd files are told and passed over, never waited for."""

import os
import shutil
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from tabletop.command.cli import run
from tabletop.command.open_match import newest
from tabletop.errors import JournalError, ScenarioError
from tabletop.scenario.check import check
from tabletop.scenario.library import find, open_scenario, scenarios
from tabletop.table.match import Match
from tabletop.ui.plain.console import Left
from tabletop.ui.plain.home import home
from tabletop.ui.shared.saves import list_saves, passed_over
from tests.command.script import scripted

MINIMAL = Path(__file__).parents[1] / "scenario" / "minimal"

POSIX = pytest.mark.skipif(os.name != "posix", reason="files as POSIX has them")


def loop(path: Path) -> None:
    path.symlink_to(path.name)


ODD: dict[str, Callable[[Path], object]] = {
    "dangling": lambda path: path.symlink_to("nowhere"),
    "loop": loop,
    "pipe": os.mkfifo,
    "device": lambda path: path.symlink_to("/dev/zero"),
    "folder": lambda path: path.mkdir(),
    "empty": lambda path: path.write_bytes(b""),
    "blank": lambda path: path.write_bytes(b"\n\n"),
    "deep": lambda path: path.write_text("[" * 200_000),
    "deep-header": lambda path: path.write_text('{"scenario":' * 100_000),
    "foreign": lambda path: path.write_text('{"scenario": "other", "version": 2}\n'),
    "list": lambda path: path.write_text("[1, 2]\n"),
    "bytes": lambda path: path.write_bytes(b"\xff\xfe\x00\x01" * 100),
    "\x1b[31m\u202ered\nname": lambda path: path.write_text("x"),
    "line-without-end": lambda path: path.write_bytes(b"{" * 9_000_000),
}


def later(path: Path) -> None:
    """A file that was written after every other."""
    if path.exists():
        os.utime(path, (4_000_000_000, 4_000_000_000))


@pytest.fixture
def zoo(tmp_path: Path, deal: Callable[..., Match]) -> Path:
    """One journal among everything else that is called like one, all of it newer."""
    deal(1, tmp_path / "match.journal.jsonl", "ukraine").store.close()
    for name, make in ODD.items():
        path = tmp_path / f"{name}.jsonl"
        make(path)
        if not path.is_symlink():
            later(path)
    return tmp_path


@POSIX
def test_the_newest_that_is_a_journal_is_gone_on_with_and_what_was_passed_over_is_said(zoo: Path) -> None:
    assert [save.path.name for save in list_saves(zoo)] == ["foreign.jsonl", "match.journal.jsonl"]
    found, passed = newest(zoo)
    assert found.name == "match.journal.jsonl"
    assert len(passed) >= len(ODD) - 1, "the device is as old as it is"
    assert all(each.isprintable() for each in passed)
    console, written = scripted(["q"])
    with pytest.raises(Left):
        home(console, scenarios(), zoo)
    assert sum("is passed over" in line for line in written) == 9, "the first nine"
    assert any("more files are passed over" in line for line in written)


@POSIX
@pytest.mark.parametrize("name", ODD)
@pytest.mark.parametrize("command", ["resume", "replay", "verify"])
def test_no_command_waits_for_what_is_no_journal_or_fails(
    name: str, command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / f"{name}.jsonl"
    ODD[name](path)
    assert run([command, str(path)]) in {2, 4}
    told = capsys.readouterr()
    said = (told.out + told.err).strip()
    assert said
    assert "has failed" not in said
    assert all(line.isprintable() for line in said.splitlines())


@pytest.mark.parametrize("size", [300, 100_000])
@pytest.mark.parametrize(
    "command",
    [
        ["play", "{}"], ["play", "--seat", "{}"], ["play", "--door", "{}"], ["resume", "{}"], ["replay", "{}"],
        ["report", "{}"], ["verify", "{}"], ["check", "{}"], ["rules", "{}"], ["facts", "{}"],
        ["whatif", "{}", "--at", "1", "--move", "pass"], ["frontier", "{}"], ["frontier", "--journal", "{}"],
        ["simulate", "{}"], ["simulate", "--orders", "{}"], ["balance", "{}"], ["backtest", "{}"], ["{}"],
        ["simulate", "--matches", "1", "--format", "pop-up", "--out", "{}"], ["backtest", "--record", "{}"],
    ],
)  # fmt: skip
def test_names_of_any_length_are_refused_in_a_sentence(
    command: list[str], size: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([word.format("ї" * size) for word in command]) in {2, 3, 4}
    told = capsys.readouterr()
    assert "has failed" not in told.err + told.out
    assert len(told.err + told.out) < 4_000


HIDDEN = [
    ".#general.md",
    "#general.md#",
    "._general.md",
    "general.md~",
    ".general.md.swp",
    ".~lock.general.md#",
]


@POSIX
def test_what_an_editor_leaves_in_a_scenario_is_passed_over(tmp_path: Path) -> None:
    folder = tmp_path / "minimal"
    shutil.copytree(MINIMAL, folder)
    for name in HIDDEN:
        for place in (folder, folder / "briefings"):
            (place / name).symlink_to("somebody@somewhere.4711")
    assert check(folder) == ()


@POSIX
@pytest.mark.parametrize("name", ["dangling", "loop", "pipe", "device", "folder", "bytes"])
@pytest.mark.parametrize(
    "file", ["rules.yaml", "map.yaml", "briefings/general.md", "briefings/new.md", "debrief.md"]
)
def test_what_should_be_a_file_of_a_scenario_and_is_none_is_a_finding(
    name: str, file: str, tmp_path: Path
) -> None:
    folder = tmp_path / "minimal"
    shutil.copytree(MINIMAL, folder)
    (folder / file).unlink(missing_ok=True)
    ODD[name](folder / file)
    findings = check(folder)
    assert [finding for finding in findings if finding.path == str(folder / file)], findings


def test_a_scenario_is_called_by_its_id(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for folder, own in (("one", "the-valley"), ("two", "one"), ("three", "three")):
        shutil.copytree(MINIMAL, tmp_path / "scenarios" / folder)
        frame = tmp_path / "scenarios" / folder / "scenario.yaml"
        frame.write_text(
            frame.read_text(encoding="utf-8").replace("id: minimal", f"id: {own}"), encoding="utf-8"
        )
    for listed in scenarios():
        assert open_scenario(listed.id).id == listed.id
        assert check(find(listed.id)) == ()
    assert find("two").name == "two", "a folder that has another id is found by its name, too"
    assert open_scenario("one").id == "one"


@POSIX
def test_what_is_forbidden_is_a_sentence(
    tmp_path: Path, deal: Callable[..., Match], capfd: pytest.CaptureFixture[str]
) -> None:
    """Rights bind no administrator, so another user tries."""
    user = os.getuid() or 54_321
    path = tmp_path / "match.journal.jsonl"
    deal(1, path, "ukraine").store.close()
    folder = tmp_path / "minimal"
    shutil.copytree(MINIMAL, folder)
    shut, listed = tmp_path / "shut", tmp_path / "listed"
    for each in (shut, listed):
        each.mkdir()
        shutil.copy(path, each)
    if not os.getuid():
        for place in (tmp_path, *tmp_path.rglob("*")):
            os.chown(place, user, user)
    path.chmod(0o444)
    (folder / "rules.yaml").chmod(0)
    shut.chmod(0)
    listed.chmod(0o600)
    tried = {
        "read only": (["resume", str(path)], 4),
        "folder without rights": (["resume", str(shut / path.name)], 4),
        "folder that is listed alone": (["replay", str(listed / path.name)], 4),
        "rules": (["check", str(folder)], 3),
        "scenario in a shut folder": (["check", str(shut)], 3),
        "verify": (["verify", str(shut / path.name)], 4),
        "reading needs no right to write": (["verify", str(path)], 0),
    }
    child = os.fork()
    if not child:
        try:
            if not os.getuid():
                for place in reversed(tmp_path.parents):  # a way for the other user
                    if place != Path("/") and not place.stat().st_mode & stat.S_IXOTH:
                        place.chmod(place.stat().st_mode | stat.S_IXOTH)
                os.setgid(user)
                os.setuid(user)
            for name, (command, code) in tried.items():
                found = run(command)
                os.write(2, f"{name}: {'as it should' if found == code else found}\n".encode())
            for saves in (shut, listed):
                os.write(2, f"{passed_over(saves)}\n".encode())
                try:
                    newest(saves)
                except JournalError as error:
                    os.write(2, f"newest: {error}\n".encode())
        finally:
            os._exit(0)
    os.waitpid(child, 0)
    said = capfd.readouterr().err
    for each in (shut, listed):
        each.chmod(0o700)
    assert "has failed" not in said
    for name in tried:
        assert f"{name}: as it should" in said, said
    assert said.count("newest: ") == 2, said


def test_no_scenario_at_all(tmp_path: Path) -> None:
    with pytest.raises(ScenarioError, match="no such scenario"):
        find(tmp_path)
