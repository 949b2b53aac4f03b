"""Old journals open for ever: every save that was ever kept still folds to its own end."""

from pathlib import Path

import pytest

from tabletop.game.records.events import MatchEnded
from tabletop.journal.history import History, board_of, scenario_of
from tabletop.journal.store import read
from tabletop.vocabulary import ENDS

SAVES = sorted(Path(__file__).parent.glob("v*/*.jsonl"))


def test_there_are_saves() -> None:
    assert {path.parent.name for path in SAVES} == {"v1"}


@pytest.mark.parametrize("path", SAVES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_an_old_save_folds_to_its_end(path: Path) -> None:
    opened = read(path)
    history = History(board_of(opened.header, scenario_of(opened.header)))
    told = ""
    for entry in opened.entries:
        history.push(entry, history.trail(entry.events)[-1])
        told = next((event.how for event in entry.events if isinstance(event, MatchEnded)), told)
    assert history.state.talks.phase in ENDS
    assert history.state.talks.phase.value == told
