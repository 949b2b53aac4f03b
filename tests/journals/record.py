"""Records a save of the present format: `python -m tests.journals.record`. Done once, before a release."""

import sys
from pathlib import Path

from tabletop.api.matches import new_match
from tabletop.journal.entry import VERSION
from tabletop.scenario.library import open_scenario

HERE = Path(__file__).parent
SAVES = (("abu-dhabi-2026", "pop-up", 14), (str(HERE.parent / "scenario" / "minimal"), "class", 4))
"""Scenario, format and seed of each save."""


def record() -> None:
    """Play each match among bots and keep its journal, unless there is one already."""
    folder = HERE / f"v{VERSION}"
    folder.mkdir(exist_ok=True)
    for name, format_id, seed in SAVES:
        scenario = open_scenario(name)
        path = folder / f"{scenario.id}.journal.jsonl"
        if not path.exists():
            match = new_match(scenario, seed=seed, format_id=format_id, door="open", journal=path)
            match.play_bots()
            sys.stdout.write(f"{path.name}: {match.phase}, {len(match.entries)} entries\n")


if __name__ == "__main__":
    record()
