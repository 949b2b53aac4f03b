"""Verify decides again: what was played agrees, what was forged is named with its entry and its rule."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tabletop.errors import Diverged
from tabletop.game.records.events import Happening, NewsCame, OrdersSealed
from tabletop.game.records.moves import Advance, Convene, Undo
from tabletop.journal.entry import Entry
from tabletop.journal.reader import read
from tabletop.journal.store import create
from tabletop.journal.verify import verify
from tabletop.players.choosing.random_player import Uniform
from tabletop.scenario.library import open_scenario
from tabletop.table.bots import play_bots
from tabletop.table.match import new_match

SEED = 6


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A whole match, honestly played."""
    path = tmp_path_factory.mktemp("played") / "honest.jsonl"
    scenario = open_scenario("abu-dhabi-2026")
    seats = tuple(scenario.frame.seats)
    seating = dict.fromkeys(seats, "uniform")
    match = new_match(scenario, seating=seating, seed=SEED, format_id="pop-up", path=path)
    play_bots(match, {seat: Uniform() for seat in seats})
    return path


def first(entries: tuple[Entry, ...], wanted: Callable[[Entry], bool]) -> int:
    """The place of the first entry like this."""
    return next(at for at, entry in enumerate(entries) if wanted(entry))


def forged(played: Path, tmp_path: Path, at: int, change: Callable[[Entry], Entry]) -> Path:
    """A copy with one entry changed and a chain that fits it."""
    journal = read(played)
    path = tmp_path / "forged.jsonl"
    store = create(path, journal.header)
    for place, entry in enumerate(journal.entries):
        kept = change(entry) if place == at else entry
        store.append(kept)
    store.close()
    return path


def test_an_honest_match_agrees(played: Path) -> None:
    verdict = verify(played)
    assert verdict.entries == len(read(played).entries) > 20
    assert verdict.draws > 20


def diverges(path: Path) -> Diverged:
    with pytest.raises(Diverged) as raised:
        verify(path)
    return raised.value


def test_a_changed_event_is_named(played: Path, tmp_path: Path) -> None:
    entries = read(played).entries
    at = first(entries, lambda entry: any(isinstance(event, NewsCame) for event in entry.events))

    def change(entry: Entry) -> Entry:
        def other(event: Happening) -> Happening:
            return replace(event, card="nothing-at-all") if isinstance(event, NewsCame) else event

        return replace(entry, events=tuple(other(event) for event in entry.events))

    found = diverges(forged(played, tmp_path, at, change))
    assert (found.seq, found.rule) == (at + 1, "W1.2")
    assert "news-came" in found.what


def test_an_event_too_few_and_one_too_many(played: Path, tmp_path: Path) -> None:
    at = first(read(played).entries, lambda entry: len(entry.events) > 3)
    fewer = diverges(
        forged(played, tmp_path, at, lambda entry: replace(entry, events=entry.events[:-1], state=""))
    )
    assert fewer.seq == at + 1
    assert "deciding adds" in fewer.what


def test_a_loaded_die_is_found(played: Path, tmp_path: Path) -> None:
    at = first(read(played).entries, lambda entry: bool(entry.draws))

    def load(entry: Entry) -> Entry:
        name, sides, value = entry.draws[0]
        return replace(entry, draws=((name, sides, (value + 1) % sides), *entry.draws[1:]))

    assert diverges(forged(played, tmp_path, at, load)).seq == at + 1


def test_a_draw_nobody_asked_for_and_one_that_is_missing(played: Path, tmp_path: Path) -> None:
    at = first(read(played).entries, lambda entry: bool(entry.draws))
    (tmp_path / "more").mkdir()
    more = diverges(
        forged(
            played,
            tmp_path / "more",
            at,
            lambda entry: replace(entry, draws=(*entry.draws, ("1.1.1/luck/all/0", 6, 3))),
        )
    )
    assert "nobody asks" in more.what
    less = diverges(forged(played, tmp_path, at, lambda entry: replace(entry, draws=())))
    assert (less.seq, "no draw" in less.what) == (at + 1, True)


def test_a_changed_digest_of_the_state_is_found(played: Path, tmp_path: Path) -> None:
    at = first(read(played).entries, lambda entry: entry.seq > 1 and bool(entry.state))
    found = diverges(forged(played, tmp_path, at, lambda entry: replace(entry, state="0" * 32)))
    assert (found.seq, "state" in found.what) == (at + 1, True)


def test_every_seat_that_moved_was_shown_its_own_view(played: Path, tmp_path: Path) -> None:
    entries = read(played).entries
    assert all(bool(entry.saw) == (entry.seat != "table") for entry in entries)
    mine = first(entries, lambda entry: entry.seat == "ukraine")
    other = next(entry for entry in entries if entry.seat == "russia")
    found = diverges(forged(played, tmp_path, mine, lambda entry: replace(entry, saw=other.saw)))
    assert (found.seq, "another view" in found.what) == (mine + 1, True)


@pytest.mark.parametrize(
    ("seat", "move", "rule"),
    [("europe", Convene(), ""), ("ukraine", Advance(), "T1.4"), ("ukraine", Undo(), "T9.1")],
)
def test_a_move_that_was_not_open_is_named(
    played: Path, tmp_path: Path, seat: str, move: Convene | Advance | Undo, rule: str
) -> None:
    at = first(
        read(played).entries, lambda entry: any(isinstance(event, OrdersSealed) for event in entry.events)
    )
    found = diverges(forged(played, tmp_path, at, lambda entry: replace(entry, seat=seat, move=move)))
    assert found.seq == at + 1
    assert found.rule == rule or (not rule and found.rule)


def test_a_seat_that_does_not_exist(played: Path, tmp_path: Path) -> None:
    found = diverges(forged(played, tmp_path, 1, lambda entry: replace(entry, seat="atlantis")))
    assert (found.seq, "atlantis" in found.what) == (2, True)


def test_a_draw_that_the_seed_does_not_give_is_named(played: Path, tmp_path: Path) -> None:
    """A journal rewritten from one lucky draw on is consistent in itself; the seed tells."""
    entries = read(played).entries
    at = first(entries, lambda entry: bool(entry.draws))

    def change(entry: Entry) -> Entry:
        (name, sides, value), *others = entry.draws
        return replace(entry, draws=((name, sides, (value + 1) % sides), *others))

    found = diverges(forged(played, tmp_path, at, change))
    assert found.seq == at + 1
    assert "by the seed" in found.what
