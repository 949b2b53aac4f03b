"""The program as a script meets it: its own process, pipes for a terminal."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

NAMES = re.compile(r"Ukrain|Russia|Moscow|Kyiv|Donetsk|Europe|United States|Washington")

STARTED = f"{Path(sys.executable).name} -m tabletop"
"""How the program is named that is started as a module."""


def tabletop(tmp_path: Path, *arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tabletop", *arguments],
        input=typed,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env={**os.environ, "TABLETOP_SAVES": str(tmp_path / "saves"), "PYTHONUTF8": "1"},
    )


def journal(tmp_path: Path) -> Path:
    (path,) = (tmp_path / "saves").glob("*.jsonl")
    return path


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A match among bots, shown because there was no input at all."""
    tmp_path = tmp_path_factory.mktemp("shown")
    done = tabletop(tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return journal(tmp_path), done.stdout


def test_without_terminal_and_input_bots_play_a_match_to_its_end(shown: tuple[Path, str]) -> None:
    path, said = shown
    lines = said.splitlines()
    assert any(line.startswith("A demonstration: ") for line in lines)
    assert any(line.startswith("The end: ") for line in lines)
    assert lines[-2] == f"The match is saved in {path}."
    assert lines[-1].startswith(f"To take a seat: {STARTED} play ")


@pytest.mark.slow
def test_a_match_that_was_shown_verifies(shown: tuple[Path, str], tmp_path: Path) -> None:
    done = tabletop(tmp_path, "verify", str(shown[0]), "--json")
    assert done.returncode == 0
    (verdict,) = json.loads(done.stdout)
    assert verdict["agrees"] is True
    assert verdict["entries"] > 10


def test_a_changed_journal_does_not_verify(shown: tuple[Path, str], tmp_path: Path) -> None:
    changed = tmp_path / "changed.jsonl"
    lines = shown[0].read_text().splitlines()
    lines[5] = lines[5].replace('"seat":"', '"seat":"x', 1)
    changed.write_text("\n".join(lines) + "\n")
    done = tabletop(tmp_path, "verify", str(changed))
    assert done.returncode == 4
    assert "line 6" in done.stdout


@pytest.mark.slow
def test_a_replay_shows_a_seat_its_own_sealed_things_and_nobody_elses(
    shown: tuple[Path, str], tmp_path: Path
) -> None:
    public = tabletop(tmp_path, "replay", str(shown[0])).stdout
    own = tabletop(tmp_path, "replay", str(shown[0]), "--seat", "ukraine").stdout
    assert "sealed orders" not in public
    assert "You sealed orders" in own
    assert "Russia sealed orders" not in own
    assert "Round 1 began" in public


@pytest.mark.slow
def test_neutral_names_leave_no_real_name(shown: tuple[Path, str], tmp_path: Path) -> None:
    said = tabletop(tmp_path, "replay", str(shown[0]), "--neutral").stdout
    assert said
    assert not NAMES.findall(said)
    assert NAMES.findall(tabletop(tmp_path, "replay", str(shown[0])).stdout)


def test_the_end_of_input_saves_and_says_how_to_go_on(tmp_path: Path) -> None:
    done = tabletop(
        tmp_path, "play", "--seat", "ukraine", "--seed", "3", "--plain", typed="t\nw\nc\nb\nr\np\nx\n?\n"
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1].endswith(f"To go on: {STARTED} resume {journal(tmp_path)}")
    assert "Seed 3." in done.stdout
    again = tabletop(tmp_path, "resume", typed="q\n")
    assert again.returncode == 0, again.stderr
    assert "The input has ended" not in again.stdout
    assert str(journal(tmp_path)) in again.stdout


@pytest.mark.slow
def test_a_torn_last_line_is_dropped_with_a_note(tmp_path: Path) -> None:
    tabletop(tmp_path, "play", "--seat", "ukraine", "--seed", "3", typed="1\n\n\n\n\n")
    path = journal(tmp_path)
    whole = path.read_text()
    path.write_text(whole + '{"seq": 99, "se')
    done = tabletop(tmp_path, "resume", str(path), typed="t\n")
    assert done.returncode == 0, done.stderr
    assert done.stderr.startswith("Note: the last line of ")
    assert path.read_text().startswith(whole.rstrip("\n"))


@pytest.mark.slow
def test_the_same_seed_and_choices_are_the_same_match(tmp_path: Path) -> None:
    said: list[list[str]] = []
    for name in ("one", "two"):
        done = tabletop(tmp_path / name, "play", "--seed", "9", "--bots", "hard", typed="1\n\n\n\n\n1\n")
        said.append([line for line in done.stdout.splitlines() if "saves" not in line])
    assert said[0] == said[1]
    assert len(said[0]) > 20


@pytest.mark.slow
def test_the_menu_by_numbers(tmp_path: Path) -> None:
    left = tabletop(tmp_path, typed="q\n")
    assert left.returncode == 0
    assert "New match" in left.stdout
    assert not (tmp_path / "saves").exists()
    begun = tabletop(tmp_path, typed="1\n1\n2\n\n\n\n")
    assert begun.returncode == 0, begun.stderr
    assert "Your moves:" in begun.stdout
    assert journal(tmp_path).exists()
    kept = tabletop(tmp_path, typed="2\n1\n")
    assert kept.returncode == 0, kept.stderr
    assert "Your moves:" in kept.stdout
