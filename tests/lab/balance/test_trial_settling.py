"""Bots settle when there is something to settle on, and not when there is nothing.

The same seeds are played with both parties' alternatives lowered, or raised, point by point (V2.1), until the door
stood as wide, or as shut, as asked in every round before a text was initialled.
"""

import re
import shutil
from pathlib import Path

import pytest

from tabletop.lab.balance.trial import Arm, Trial, play_trial
from tabletop.scenario.library import find
from tests.examples import examples

NAME = "abu-dhabi-2026"

WIDE, SHUT = 400, 0
"""The gain both parties can have at once: at least, or less than, all match; hundredths of a point."""

FARTHEST = 12
"""Points the alternatives are moved at most."""

pytestmark = [pytest.mark.slow, pytest.mark.timeout(7_200)]


def moved(folder: Path) -> str:
    """The flagship with a door for every whole point that alternatives are moved, `down-4` or `up-4`."""
    copy = folder / NAME
    shutil.copytree(find(NAME), copy)
    frame = copy / "scenario.yaml"
    doors = {f"down-{points}": -points for points in range(FARTHEST + 1)}
    doors |= {f"up-{points}": points for points in range(FARTHEST + 1)}
    line = ", ".join(f"{name}: {float(points)}" for name, points in doors.items())
    text, found = re.subn(r"(?m)^doors: \{", f"doors: {{{line}, ", frame.read_text(encoding="utf-8"))
    assert found == 1
    frame.write_text(text, encoding="utf-8")
    return str(copy)


def played(name: str, seed: int, way: str) -> Trial | None:
    """The seed between two trading parties at the first point at which the door stood as asked all match."""
    tempers = {"russia": "trading", "ukraine": "trading", "us": "mixed", "europe": "mixed"}
    for points in range(FARTHEST + 1):
        trial = play_trial(
            (Arm(name, "class", f"{way}-{points}", tuple(tempers.items()), searched=True), seed)
        )
        if min(trial.doors) >= WIDE if way == "down" else max(trial.doors) < SHUT:
            return trial
    return None


@pytest.mark.parametrize(
    ("way", "least", "most"),
    [pytest.param("down", 0.8, 1.0, id="wide"), pytest.param("up", 0.0, 0.05, id="shut")],
)
def test_two_traders_settle_when_it_is_there(tmp_path: Path, way: str, least: float, most: float) -> None:
    name = moved(tmp_path)
    count = examples(30)
    trials = [trial for seed in range(1, count + 1) if (trial := played(name, seed, way))]
    assert len(trials) >= 0.9 * count
    signed = sum(trial.signed for trial in trials) / len(trials)
    assert least <= signed <= most, f"{signed:.0%} of {len(trials)} matches came to a text"
