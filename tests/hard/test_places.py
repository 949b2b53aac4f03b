"""An author's fault is told at its line: what no screen may see, and what no reader can read."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tabletop.game.core.chance import Dice, keyed
from tabletop.scenario.check import check

MINIMAL = Path(__file__).parents[1] / "scenario" / "minimal"
FILES = sorted(path.name for path in MINIMAL.glob("*.yaml"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(MINIMAL, tmp_path / "minimal")
    return tmp_path / "minimal"


def nearest(folder: Path, file: str, line: int) -> int | None:
    """How many lines the nearest finding is from a line of a file; None without one in that file."""
    found = [finding.line for finding in check(folder) if finding.path == str(folder / file)]
    return min((abs(each - line) for each in found), default=None)


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("bad", ["\x00", "\x1b", "\x9b"])
def test_a_control_character_is_told_at_its_line(bad: str, file: str, folder: Path) -> None:
    lines = (MINIMAL / file).read_text(encoding="utf-8").split("\n")
    where = {1: ("", bad), len(lines) // 2: ("", f" # a {bad} word"), len(lines) - 2: (bad, "")}
    for at, (before, after) in where.items():
        changed = [*lines[:at], f"{before}{lines[at]}{after}", *lines[at + 1 :]]
        (folder / file).write_text("\n".join(changed), encoding="utf-8")
        assert nearest(folder, file, at + 1) == 0, (at, check(folder))


FAULTS: dict[str, Callable[[str], str]] = {
    "quote": lambda line: f'{line.partition(":")[0]}: "never closed',
    "single": lambda line: f"{line.partition(':')[0]}: 'never closed",
    "bracket": lambda line: f"{line.partition(':')[0]}: [a, b",
    "brace": lambda line: f"{line.partition(':')[0]}: {{a: b",
    "tab": lambda line: f"\t{line}",
    "at": lambda line: f"{line.partition(':')[0]}: @x",
    "anchor": lambda line: f"{line.partition(':')[0]}: &x y",
    "tag": lambda line: f"{line.partition(':')[0]}: !!int 7",
    "no-colon": lambda line: line.replace(":", "", 1) if line.count(":") == 1 else f"{line} : : x",
    "twice": lambda line: f"{line}\n{line}",
    "unknown": lambda line: f"{line}\n{line[: len(line) - len(line.lstrip())]}no-such-key-here: 7",
}


def faulty(folder: Path, dice: Dice, trial: int) -> int | str | None:
    """How far from one fault the nearest finding is; an empty text when the fault is none."""
    file = FILES[dice(f"file/{trial}", len(FILES))]
    lines = (MINIMAL / file).read_text(encoding="utf-8").split("\n")
    keyed_lines = [
        at for at, line in enumerate(lines) if ": " in line and not line.lstrip().startswith(("#", "-"))
    ]
    at = keyed_lines[dice(f"line/{trial}", len(keyed_lines))]
    fault = list(FAULTS)[dice(f"fault/{trial}", len(FAULTS))]
    changed = [*lines[:at], FAULTS[fault](lines[at]), *lines[at + 1 :]]
    (folder / file).write_text("\n".join(changed), encoding="utf-8")
    try:
        return nearest(folder, file, at + 1) if check(folder) else ""
    finally:
        (folder / file).write_text("\n".join(lines), encoding="utf-8")


def near(folder: Path, seed: int, trials: int) -> None:
    dice = keyed(seed)
    found = [faulty(folder, dice, trial) for trial in range(trials)]
    told = [each for each in found if each != ""]
    close = [each for each in told if isinstance(each, int) and each <= 2]
    assert len(told) > 0.9 * trials
    assert len(close) >= 0.98 * len(told), sorted(map(str, told))


def test_findings_stand_at_or_near_the_fault(folder: Path) -> None:
    near(folder, 1, 15)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2, 7))
def test_findings_stand_at_or_near_the_fault_in_many_trials(seed: int, folder: Path) -> None:
    near(folder, seed, 200)
