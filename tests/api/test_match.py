"""A script's match is the same match: move for move, on disk, forked, and with players of the script's own."""

from pathlib import Path

import pytest

from tabletop.api.legal_moves import LegalMoves
from tabletop.api.matches import new_match, open_match, read_match
from tabletop.errors import CidReused, IllegalMove, JournalError, NotationError, Refusal, SeatError
from tabletop.game.records.moves import Move, Pass
from tabletop.game.views import SeatView
from tabletop.players.roster import player
from tabletop.scenario.board.board import Board
from tabletop.scenario.library import open_scenario
from tabletop.table import match as table
from tabletop.table.bots import play_bots
from tabletop.table.port import Chosen

SEATS = ("ukraine", "russia", "us", "europe")
JOURNALS = Path(__file__).parents[1] / "journals"


class Any:
    """Makes any move."""

    def choose(self, board: Board, view: SeatView, key: str) -> Move:
        del board
        return LegalMoves(view).sample(key)


class Passes:
    """Passes, open or not, without a reason."""

    def choose(self, board: Board, view: SeatView, key: str) -> Chosen:
        del board, view, key
        return Chosen(Pass())


def test_bots_play_the_match_the_table_plays() -> None:
    other = table.new_match(
        open_scenario("abu-dhabi-2026"), seating=dict.fromkeys(SEATS, "mixed"), seed=5, format_id="pop-up"
    )
    play_bots(other, {seat.id: player("mixed", seat, "5") for seat in other.board.seats})
    match = new_match(seed=5, format_id="pop-up")
    moves = match.play_bots()
    assert [entry.events for entry in match.entries] == [entry.events for entry in other.store.since(0)]
    assert moves == sum(entry.seat in SEATS for entry in match.entries)
    assert match.over
    assert match.step() is None


def test_a_person_is_waited_for_and_moves_on_the_newest_view() -> None:
    match = new_match(seats={"ukraine": "person"}, seed=1)
    match.play_bots()
    assert match.awaited == ("ukraine",)
    entry = match.submit("ukraine", "position terms=scope:energy")
    assert (entry.seat, match.format_move(entry.move)) == ("ukraine", "position terms=scope:energy")
    assert match.entries[entry.seq - 1] == entry
    one = match.submit("ukraine", "position terms=scope:long-range", cid="a")
    assert match.submit("ukraine", "position terms=scope:long-range", cid="a") == one
    with pytest.raises(CidReused):
        match.submit("ukraine", "position terms=term:week", cid="a")
    match.submit("ukraine", match.legal_moves("ukraine").sample("x", "orders"))
    match.play_bots()
    assert match.phase != "scheduled"


def test_a_refused_move_changes_nothing() -> None:
    match = new_match(seats={"ukraine": "person"}, seed=1)
    before = match.digest, len(match.entries)
    why_not = match.preview("ukraine", Pass())
    assert isinstance(why_not, Refusal)
    with pytest.raises(IllegalMove) as refused:
        match.submit("ukraine", Pass())
    assert refused.value.refusal == why_not
    with pytest.raises(NotationError):
        match.submit("ukraine", "position terms=scope")
    with pytest.raises(SeatError, match="russia"):
        match.view("atlantis")
    assert (match.digest, len(match.entries)) == before


def test_players_of_ones_own_play_and_are_named(tmp_path: Path) -> None:
    path = tmp_path / "match.jsonl"
    match = new_match(seats={"ukraine": Any()}, seed=2, format_id="pop-up", journal=path)
    for _ in range(6):
        match.step()
    assert match.seats["ukraine"] == "player:Any"
    with pytest.raises(SeatError, match="say who goes on"):
        open_match(path)
    again = open_match(path, seats={"ukraine": Any()})
    again.play_bots()
    assert again.over
    whole = new_match(seats={"ukraine": Any()}, seed=2, format_id="pop-up")
    whole.play_bots()
    assert again.digest == whole.digest


def test_a_player_of_ones_own_that_chooses_what_is_not_open_is_told() -> None:
    match = new_match(seats={"ukraine": Passes()}, seed=1)
    with pytest.raises(IllegalMove, match=r"T3\.2"):
        match.play_bots()


def test_nobody_unknown_is_seated_and_no_file_is_left(tmp_path: Path) -> None:
    path = tmp_path / "match.jsonl"
    with pytest.raises(SeatError, match="atlantis"):
        new_match(seats={"atlantis": "person"}, journal=path)
    with pytest.raises(SeatError, match="angry"):
        new_match(seats={"ukraine": "angry"}, journal=path)
    assert not path.exists()


def test_a_match_is_saved_opened_and_read(tmp_path: Path) -> None:
    match = new_match(seats={"ukraine": "person"}, seed=3, format_id="pop-up")
    match.play_bots()
    assert match.journal is None
    saved = match.save(tmp_path / "match.jsonl")
    with pytest.raises(JournalError):
        match.save(saved)
    read, opened = read_match(saved), open_match(saved)
    assert read.digest == opened.digest == match.digest
    assert opened.journal == saved
    read.submit("ukraine", "position terms=scope:energy")
    assert len(read_match(saved).entries) == len(match.entries)
    opened.submit("ukraine", "position terms=scope:energy")
    assert read_match(saved).digest == opened.digest == read.digest


@pytest.mark.parametrize("path", sorted(JOURNALS.glob("v*/*.jsonl")), ids=lambda path: path.stem)
def test_old_journals_are_read(path: Path) -> None:
    match = read_match(path)
    assert match.over
    assert len(match.record()) > 20
    assert set(match.report().seats) == set(match.seats)


def test_a_fork_goes_on_alike_until_something_differs() -> None:
    match = new_match(seed=1, format_id="pop-up")
    match.play_bots()
    at = next(entry.seq for entry in match.entries if entry.seq > 30 and entry.seat == "us")
    before = match.entries
    same = match.fork(at)
    same.play_bots()
    assert [entry.move for entry in same.entries] == [entry.move for entry in match.entries]
    assert same.digest == match.digest
    other = match.fork(at, seats={"us": Any()}, seed=9)
    assert other.seats["us"] == "player:Any"
    assert [entry.move for entry in other.entries] == [entry.move for entry in before[: at - 1]]
    other.play_bots()
    assert other.over
    assert other.digest != match.digest
    assert match.entries == before
    for wrong in (0, 1, len(before) + 1):
        with pytest.raises(JournalError, match="can be forked"):
            match.fork(wrong)


def test_a_band_compares_two_ways_on() -> None:
    match = new_match(seed=1, format_id="pop-up")
    match.play_bots()
    at = next(entry.seq for entry in match.entries if entry.seat == "ukraine")
    band = match.whatif(at, "position terms=scope:energy", continuations=2)
    assert band["seat"] == "ukraine"
    assert band["continuations"] == 2
    assert band["journal"] == "memory"
    assert set(band["difference"]["value"]) == set(SEATS)


def test_what_a_seat_hears_is_its_own() -> None:
    match = new_match(seed=1, format_id="pop-up")
    match.play_bots()
    assert match.record("ukraine") != match.record("russia")
    assert len(match.record()) < len(match.record("ukraine"))


def test_a_refusal_says_why_by_which_rule_and_what_is_open() -> None:
    match = new_match(seats={"ukraine": "person"}, seed=1)
    with pytest.raises(IllegalMove, match=r"ukraine: .+ \(rule T3.2\).*; open are: orders") as refused:
        match.submit("ukraine", "pass")
    assert refused.value.refusal.code == "wrong-phase"
    with pytest.raises(IllegalMove, match=r"\(rule T4.1\).*legal_moves\('ukraine'\).boxes\('position'\)"):
        match.submit("ukraine", "position terms=donetsk:freeze")


def test_who_goes_on_takes_the_place_of_a_player(tmp_path: Path) -> None:
    path = tmp_path / "match.journal.jsonl"
    new_match(seats={"ukraine": "person"}, seed=1, format_id="pop-up", journal=path).table.store.close()
    for opened in (open_match, read_match):
        with pytest.raises(SeatError, match="no seat 'ukrain'; did you mean ukraine"):
            opened(path, seats={"ukrain": "hard"})
        with pytest.raises(SeatError, match=r"'us' is kept by 'mixed'.*reseat seat=us keeper=person"):
            opened(path, seats={"us": "person"})
        with pytest.raises(
            SeatError, match=r"'ukraine' is kept by 'person'.*reseat seat=ukraine keeper=hard"
        ):
            opened(path, seats={"ukraine": "hard"})
        with pytest.raises(SeatError, match=r"'ukraine' is kept by a person.*fork"):
            opened(path, seats={"ukraine": Any()})
        again = opened(path, seats={"ukraine": "person", "us": "hard"})
        assert "ukraine" in again.awaited
        again.table.store.close()
