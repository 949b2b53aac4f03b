"""Killed at any moment, a match is there again with every entry that was acknowledged."""

import subprocess
import sys
from pathlib import Path

import pytest

from tabletop.game.core.chance import keyed
from tabletop.journal.reader import read
from tabletop.journal.verify import verify
from tabletop.table.match import resume
from tabletop.vocabulary import ENDS

PROGRAM = Path(__file__).with_name("bots_at_play.py")


def play_until(path: Path, entries: int, pause: float) -> tuple[int, bool]:
    """Run the program, kill it `pause` seconds after it said `entries` more.

    Returns:
        The last entry it acknowledged, and whether the match had ended by itself.
    """
    with subprocess.Popen(
        [sys.executable, str(PROGRAM), str(path), "11"], stdout=subprocess.PIPE, text=True
    ) as program:
        assert program.stdout is not None
        last = 0
        for count, line in enumerate(program.stdout):
            last = int(line)
            if count >= entries:
                break
        try:
            program.wait(pause)
        except subprocess.TimeoutExpired:
            program.kill()
        rest = program.stdout.read().splitlines()
        whole = [int(line) for line in rest if line.isdigit()]
        program.wait()
        return max([last, *whole[:-1]]), program.returncode == 0


def survives(path: Path, kills: int) -> None:
    dice = keyed(kills)
    for kill in range(kills):
        acknowledged, ended = play_until(path, dice(f"entries/{kill}", 25), dice(f"pause/{kill}", 40) / 2_000)
        journal = read(path)
        assert len(journal.entries) >= acknowledged
        match = resume(path)
        match.store.close()
        assert match.seq >= acknowledged
        if ended:
            assert match.state.talks.phase in ENDS
            path.unlink()
    if path.exists():
        assert verify(path).entries > 0


def test_no_acknowledged_entry_is_lost_when_killed(tmp_path: Path) -> None:
    survives(tmp_path / "match.journal.jsonl", 4)


@pytest.mark.slow
def test_no_acknowledged_entry_is_lost_when_killed_fifty_times(tmp_path: Path) -> None:
    survives(tmp_path / "match.journal.jsonl", 50)
