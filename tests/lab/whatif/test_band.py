"""What-if: common dice, arms that differ only by the change, refusals, and what is kept when it is stopped."""

from pathlib import Path

import pytest

from tabletop.errors import IllegalMove, JournalError, NotationError
from tabletop.game.notation import format_move
from tabletop.journal.entry import Entry
from tabletop.journal.reader import read
from tabletop.lab.batch import simulate
from tabletop.lab.whatif.arms import begun, both_arms, branch_point, go_on
from tabletop.lab.whatif.band import whatif

SEED = 10

SEATS = ("ukraine", "russia", "us", "europe")


@pytest.fixture(scope="module")
def journal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A whole match of bots."""
    folder = tmp_path_factory.mktemp("whatif")
    simulate("abu-dhabi-2026", "pop-up", 1, "patient", SEED, out=folder)
    return folder / f"abu-dhabi-2026-{SEED}.journal.jsonl"


@pytest.fixture(scope="module")
def entry(journal: Path) -> Entry:
    """The last move of a party that a pass could have stood for."""
    moved = [one for one in read(journal).entries if one.move.kind in {"position", "offer", "say"}]
    return next(one for one in reversed(moved) if one.seat in {"russia", "ukraine"})


def test_before_the_fork_nothing_differs(journal: Path, entry: Entry) -> None:
    here = branch_point(journal, entry.seq)
    assert here.match.seq == entry.seq - 1
    assert (here.seat, here.move) == (entry.seat, entry.move)
    assert here.match.store.since(0) == read(journal).entries[: entry.seq - 1]


def test_the_same_move_makes_equal_arms(journal: Path, entry: Entry) -> None:
    line = format_move(branch_point(journal, entry.seq).match.board, entry.move)
    band = whatif(journal, entry.seq, line, 4, {})
    assert band["as_played"] | {"move": ""} == band["changed"] | {"move": ""}
    assert band["difference"]["signed"] == (0.0, 0.0)


def test_another_move_goes_another_way_under_the_same_dice(journal: Path, entry: Entry) -> None:
    arms = both_arms(journal, entry.seq, "pass", dict.fromkeys(SEATS, "patient"))
    old, new = (begun(arm, 3) for arm in arms)
    assert old.store.header.seed == new.store.header.seed != SEED
    assert old.store.since(entry.seq - 1)[0].move == entry.move
    assert new.store.since(entry.seq - 1)[0].move.kind == "pass"
    assert go_on((arms[1], 3)) == go_on((arms[1], 3))


def test_continuations_spread(journal: Path, entry: Entry) -> None:
    band = whatif(journal, entry.seq, "pass", 6, dict.fromkeys(SEATS, "trading"))
    spread = band["changed"]["value"]["russia"]
    assert spread["low"] <= spread["mean"] <= spread["high"]
    assert spread["low"] < spread["high"]
    assert sum(band["changed"]["ends"].values()) == band["continuations"] == 6
    assert set(band["tempers"].values()) == {"trading"}


def test_processes_change_nothing(journal: Path, entry: Entry) -> None:
    alone, beside = (whatif(journal, entry.seq, "pass", 4, {}, jobs) for jobs in (1, 2))
    assert alone | {"seconds": 0.0} == beside | {"seconds": 0.0}


def test_stopped_it_keeps_what_was_played(journal: Path, entry: Entry) -> None:
    def stop() -> None:
        raise KeyboardInterrupt

    band = whatif(journal, entry.seq, "pass", 50, {}, tell=stop)
    assert (band["continuations"], band["asked"], band["complete"]) == (1, 50, False)


def test_what_cannot_be_forked_is_refused_with_a_reason(journal: Path, entry: Entry) -> None:
    with pytest.raises(JournalError, match="step of the table"):
        both_arms(journal, 1, "pass", {})
    with pytest.raises(JournalError, match="there is no entry 9999"):
        both_arms(journal, 9999, "pass", {})
    with pytest.raises(NotationError):
        both_arms(journal, entry.seq, "surrender", {})
    with pytest.raises(IllegalMove, match="T"):
        both_arms(journal, entry.seq, "convene", {})
