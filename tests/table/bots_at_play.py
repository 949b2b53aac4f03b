"""Plays a match of bots on a journal and says each entry that is acknowledged: its path, its seed."""

import sys
from pathlib import Path

from tabletop.players.choosing.random_player import Uniform
from tabletop.scenario.library import open_scenario
from tabletop.table.bots import play_bots
from tabletop.table.match import new_match, resume


def main(path: Path, seed: int) -> None:
    """Go on with the journal, or begin it."""
    scenario = open_scenario("abu-dhabi-2026")
    seats = tuple(scenario.frame.seats)
    if path.exists():
        match = resume(path)
    else:
        match = new_match(scenario, seating=dict.fromkeys(seats, "uniform"), seed=seed, path=path)
    said = 0

    def say(_entered: object) -> None:
        nonlocal said
        said = match.seq
        sys.stdout.write(f"{said}\n")
        sys.stdout.flush()

    match.listen(say)
    say(())
    play_bots(match, {seat: Uniform() for seat in seats})


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
