"""A seat's past is what it was shown: every step, nothing of others, and from nobody else's seat while it lasts."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tabletop.errors import JournalError, SeatError
from tabletop.game.core.sight import may_see
from tabletop.game.records.moves import Advance
from tabletop.table.bots import play_bots
from tabletop.table.local_table import LocalTable
from tabletop.table.match import Match
from tabletop.table.port import Player
from tabletop.table.replaying import open_replay
from tabletop.vocabulary import OBSERVER

Deal = Callable[..., Match]


@pytest.fixture
def played(deal: Deal, players: Mapping[str, Player], tmp_path: Path) -> Match:
    """A match among bots, to its end, on the disk."""
    match = deal(3, tmp_path / "match.journal.jsonl")
    play_bots(match, players)
    assert match.over
    return match


def test_every_view_is_the_view_the_seat_had(
    deal: Deal, players: Mapping[str, Player], tmp_path: Path
) -> None:
    match = deal(5, tmp_path / "match.journal.jsonl", "ukraine")
    table = LocalTable(match, players)
    port = table.port("ukraine")
    shown = []
    for key in range(12):
        if "ukraine" not in match.awaited:
            break
        chosen = players["ukraine"].choose(port.board, port.view, f"key-{key}")
        match.submit("ukraine", chosen.move, port.view.turn)
        shown.append((port.past.entries, port.view.sight))
        play_bots(match, {seat: player for seat, player in players.items() if seat != "ukraine"})
    assert len(shown) >= 5
    for moments, sight in shown:
        again = port.past.view(len(moments) - 1).sight
        assert (again.text, again.record, again.mine) == (sight.text, sight.record, sight.mine)


def test_a_moment_holds_nothing_that_its_seat_may_not_see(played: Match) -> None:
    replay = open_replay(Path(played.store.name))
    for at, seat in enumerate(played.board.seat_index):
        past = replay.past(seat)
        assert past.entries
        for moment in past.entries:
            assert all(may_see(event.seen, at) for event in moment.events)
            assert not isinstance(moment.move, Advance)
        own = [entry.move for entry in played.store.since(0) if entry.seat == seat]
        assert [moment.move for moment in past.entries if moment.move is not None] == own
    onlooker = replay.past(OBSERVER)
    assert not any(moment.move for moment in onlooker.entries)
    assert all(view.sight.mine is None for view in map(onlooker.view, (0, len(onlooker.entries) - 1)))
    assert len(onlooker.entries) < len(replay.past("ukraine").entries)


def test_the_last_view_is_the_end_and_nothing_is_open_in_it(played: Match) -> None:
    past = open_replay(Path(played.store.name)).past("russia")
    last = past.view(len(past.entries) - 1)
    assert last.sight == played.view("russia").sight
    assert last.legal.boxes == ()
    with pytest.raises(LookupError):
        past.view(len(past.entries))


def test_entries_are_numbered_only_when_the_match_is_over(
    played: Match, deal: Deal, players: Mapping[str, Player], tmp_path: Path
) -> None:
    over = open_replay(Path(played.store.name)).past("us")
    numbers = [moment.seq for moment in over.entries]
    assert numbers == sorted(set(numbers))
    assert numbers[-1] <= played.seq
    live = deal(3, tmp_path / "live.journal.jsonl", "us")
    play_bots(live, players)
    assert {moment.seq for moment in open_replay(Path(live.store.name)).past("us").entries} == {0}


def test_a_match_that_is_not_over_is_seen_from_outside_and_by_its_people(
    deal: Deal, players: Mapping[str, Player], tmp_path: Path
) -> None:
    match = deal(3, tmp_path / "live.journal.jsonl", "ukraine")
    play_bots(match, players)
    replay = open_replay(Path(match.store.name))
    assert not replay.over
    assert replay.seats == (OBSERVER, "ukraine")
    with pytest.raises(SeatError, match="not over"):
        replay.past("russia")
    with pytest.raises(SeatError):
        replay.past("facilitator")


def test_looking_writes_nothing(played: Match) -> None:
    path = Path(played.store.name)
    before = path.read_bytes()
    replay = open_replay(path)
    for seat in replay.seats:
        replay.past(seat).view(0)
    assert path.read_bytes() == before


def test_a_file_that_is_no_journal_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "no.journal.jsonl"
    path.write_text("nothing\n")
    with pytest.raises(JournalError):
        open_replay(path)
