"""A match on its journal: what is live is what is folded, what is verified and what is resumed."""

import json
from collections.abc import Callable, Mapping
from itertools import permutations
from pathlib import Path

import pytest

from tabletop.errors import (
    CidReused,
    Diverged,
    IllegalMove,
    InvariantBroken,
    JournalBroken,
    JournalError,
    SeatError,
    StaleView,
)
from tabletop.game.records.events import Happening, PhaseChanged, RowAgreed, TalksSet, Undone
from tabletop.game.records.moves import Advance, Convene, Orders, Pass, Say, Undo
from tabletop.game.views import SeatView
from tabletop.journal.digest import state_digest
from tabletop.journal.entry import Entry
from tabletop.journal.history import board_of, fold
from tabletop.journal.reader import read
from tabletop.journal.store import create
from tabletop.journal.verify import verify
from tabletop.players.choosing.random_player import fill
from tabletop.players.choosing.random_stream import Stream
from tabletop.scenario.board.board import Board
from tabletop.table.bots import bot_turns, make_bot_move, play_bots
from tabletop.table.match import Match, resume
from tabletop.table.port import Chosen, Player, why
from tabletop.vocabulary import ENDS, FACILITATOR, Phase

Deal = Callable[..., Match]
Players = Mapping[str, Player]
EVERYBODY = ("ukraine", "russia", "us", "europe")


def journal(tmp_path: Path, name: str = "match") -> Path:
    return tmp_path / f"{name}.journal.jsonl"


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_match_of_bots_ends_and_its_journal_agrees(
    deal: Deal, players: Players, tmp_path: Path, seed: int
) -> None:
    path = journal(tmp_path)
    match = deal(seed, path)
    play_bots(match, players)
    assert match.state.talks.phase in ENDS
    held = read(path)
    history = fold(board_of(held.header), held.entries)
    assert history.state == match.state
    verdict = verify(path)
    assert (verdict.entries, verdict.end) == (match.seq, match.state.talks.phase.value)
    assert verdict.digests > 0


def test_the_same_seed_and_moves_write_the_same_lines_but_for_the_time(
    deal: Deal, players: Players, tmp_path: Path
) -> None:
    texts = []
    for run in ("one", "two"):
        path = journal(tmp_path, run)
        play_bots(deal(5, path), players)
        lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        assert all(line.pop("at") for line in lines)
        texts.append([json.dumps(line) for line in lines])
    assert texts[0] == texts[1]


def test_another_seed_is_another_match(deal: Deal) -> None:
    assert deal(1).state.home != deal(2).state.home


def test_a_match_is_resumed_where_it_was_left_seat_by_seat(
    deal: Deal, players: Players, tmp_path: Path
) -> None:
    path = journal(tmp_path)
    whole = deal(4)
    play_bots(whole, players)
    match = deal(4, path)
    for _ in range(12):
        ask = next(bot_turns(match, players))
        make_bot_move(match, ask, ask.player.choose(ask.board, ask.view, ask.key))
        again = resume(path)
        assert again.state == match.state
        for watcher in (*EVERYBODY, "observer", "facilitator"):
            assert again.view(watcher) == match.view(watcher)
            assert again.turn(watcher) == match.turn(watcher)
        match = again
    play_bots(match, players)
    assert match.state == whole.state


def test_moves_are_refused_with_nothing_changed(deal: Deal, tmp_path: Path) -> None:
    path = journal(tmp_path)
    match = deal(1, path, *EVERYBODY)
    size, state = path.stat().st_size, match.state
    turn = match.turn("ukraine")
    with pytest.raises(SeatError):
        match.submit("atlantis", Pass(), turn)
    with pytest.raises(SeatError):
        match.submit("table", Advance(), 1)
    with pytest.raises(SeatError):
        match.submit("observer", Pass(), match.turn("observer"))
    with pytest.raises(StaleView):
        match.submit("ukraine", Pass(), turn + 1)
    with pytest.raises(StaleView):
        match.submit("ukraine", Pass(), turn - 1)
    for move in (Convene(), Advance(), Undo(), Say("all", "a\x1b[31mb"), Say("all", "\ud800")):
        with pytest.raises(IllegalMove):
            match.submit("ukraine", move, turn)
    assert match.state is state
    assert path.stat().st_size == size


def default_orders(match: Match, seat: str) -> Orders:
    return Orders(match.board.seats[match.board.seat_index[seat]].default_orders)


def test_two_seats_may_seal_on_the_view_they_both_saw(deal: Deal) -> None:
    match = deal(1, None, *EVERYBODY)
    turns = {seat: match.turn(seat) for seat in ("ukraine", "russia")}
    for seat, turn in turns.items():
        match.submit(seat, default_orders(match, seat), turn)
    assert match.seq == 3


@pytest.fixture(params=["file", "memory"])
def at_table(request: pytest.FixtureRequest, deal: Deal, tmp_path: Path) -> Match:
    """A match of four people, in every store there is."""
    return deal(1, journal(tmp_path) if request.param == "file" else None, *EVERYBODY)


def test_what_is_sent_twice_counts_once(at_table: Match) -> None:
    turn, orders = at_table.turn("ukraine"), default_orders(at_table, "ukraine")
    entry = at_table.submit("ukraine", orders, turn, cid="c-1")
    assert (entry.seq, entry.seat, entry.move, entry.cid) == (at_table.seq, "ukraine", orders, "c-1")
    assert at_table.submit("ukraine", orders, turn, cid="c-1") is entry
    assert at_table.seq == entry.seq


def test_another_move_under_the_same_id_is_refused(at_table: Match) -> None:
    turn = at_table.turn("ukraine")
    at_table.submit("ukraine", default_orders(at_table, "ukraine"), turn, cid="c-1")
    state, seq = at_table.state, at_table.seq
    for move in (Undo(), Say("all", "words")):
        with pytest.raises(CidReused) as refused:
            at_table.submit("ukraine", move, at_table.turn("ukraine"), cid="c-1")
        assert refused.value.refusal.code == "cid-reused"
    assert (at_table.state, at_table.seq) == (state, seq)


def test_the_same_id_of_another_seat_is_another_clients(at_table: Match) -> None:
    made = [
        at_table.submit(seat, default_orders(at_table, seat), at_table.turn(seat), cid="c-1")
        for seat in ("ukraine", "russia")
    ]
    assert [entry.seat for entry in made] == ["ukraine", "russia"]
    assert made[1].seq == made[0].seq + 1


def test_a_move_that_was_taken_back_keeps_its_id(at_table: Match) -> None:
    orders = default_orders(at_table, "ukraine")
    first = at_table.submit("ukraine", orders, at_table.turn("ukraine"), cid="c-1")
    back = at_table.submit("ukraine", Undo(), at_table.turn("ukraine"), cid="c-2")
    assert at_table.submit("ukraine", orders, at_table.turn("ukraine"), cid="c-1") is first
    assert at_table.submit("ukraine", Undo(), at_table.turn("ukraine"), cid="c-2") is back
    assert at_table.seq == back.seq
    again = at_table.submit("ukraine", orders, at_table.turn("ukraine"), cid="c-3")
    assert again.seq == back.seq + 1


def test_ids_are_known_when_the_match_is_resumed(deal: Deal, tmp_path: Path) -> None:
    match = deal(1, journal(tmp_path), *EVERYBODY)
    turn, orders = match.turn("ukraine"), default_orders(match, "ukraine")
    entry = match.submit("ukraine", orders, turn, cid="c-1")
    again = resume(journal(tmp_path))
    assert again.submit("ukraine", orders, turn, cid="c-1") == entry
    with pytest.raises(CidReused):
        again.submit("ukraine", Undo(), again.turn("ukraine"), cid="c-1")
    russian = again.submit("russia", default_orders(again, "russia"), again.turn("russia"), cid="c-1")
    assert russian.seq == again.seq == entry.seq + 1


def test_a_branch_knows_the_ids_of_the_match(at_table: Match) -> None:
    orders = default_orders(at_table, "ukraine")
    entry = at_table.submit("ukraine", orders, at_table.turn("ukraine"), cid="c-1")
    branch = at_table.branch(2, at_table.seating)
    assert branch.submit("ukraine", orders, 0, cid="c-1") == entry


def test_sealed_orders_can_be_taken_back_until_somebody_else_acts(deal: Deal, tmp_path: Path) -> None:
    path = journal(tmp_path)
    match = deal(1, path, *EVERYBODY)
    before = match.state
    assert not match._history.undoable("ukraine")
    match.submit("ukraine", default_orders(match, "ukraine"), match.turn("ukraine"))
    sealed = match.state
    assert sealed != before
    with pytest.raises(IllegalMove):
        match.submit("russia", Undo(), match.turn("russia"))
    match.submit("ukraine", Undo(), match.turn("ukraine"))
    assert match.state == before
    again = resume(path)
    assert again.state == before
    with pytest.raises(JournalError, match="opened again"):
        match.submit("ukraine", default_orders(match, "ukraine"), match.turn("ukraine"))
    match = again
    match.submit("ukraine", default_orders(match, "ukraine"), match.turn("ukraine"))
    assert match.state == sealed
    match.submit("russia", default_orders(match, "russia"), match.turn("russia"))
    with pytest.raises(IllegalMove):
        match.submit("ukraine", Undo(), match.turn("ukraine"))
    assert verify(path).entries == match.seq == 5


def test_what_was_done_out_of_sight_stands_when_a_step_is_taken_back(deal: Deal, tmp_path: Path) -> None:
    """A card armed since neither closes the way back, or it would tell of itself, nor goes back with the step."""
    path = tmp_path / "a.jsonl"
    match = deal(1, path, *EVERYBODY)
    before = match.state
    match.submit("ukraine", default_orders(match, "ukraine"), match.turn("ukraine"))
    cards = next(box for box in match.view(FACILITATOR).legal.boxes if box.move == "inject")
    move = fill(cards, Stream("card"))
    assert move is not None
    match.submit(FACILITATOR, move, match.turn(FACILITATOR))
    armed = match.state
    assert armed.sealed.injects
    match.submit("ukraine", Undo(), match.turn("ukraine"))
    assert match.state.sealed.injects == armed.sealed.injects
    assert match.state.talks.awaiting == before.talks.awaiting
    assert resume(path).state == match.state
    assert verify(path).entries == match.seq


def test_undo_ends_after_three_in_a_phase(deal: Deal) -> None:
    match = deal(1, None, *EVERYBODY)
    for _ in range(3):
        match.submit("ukraine", default_orders(match, "ukraine"), match.turn("ukraine"))
        match.submit("ukraine", Undo(), match.turn("ukraine"))
    match.submit("ukraine", default_orders(match, "ukraine"), match.turn("ukraine"))
    with pytest.raises(IllegalMove):
        match.submit("ukraine", Undo(), match.turn("ukraine"))


def test_a_person_is_waited_for_and_bots_are_not_asked_in_their_place(deal: Deal, players: Players) -> None:
    match = deal(1, None, "us")
    play_bots(match, players)
    assert "us" in match.awaited
    assert all(step.entry.seat != "us" for step in match._history.booked)
    seq = match.seq
    play_bots(match, players)
    assert match.seq >= seq
    assert all(step.entry.seat != "us" for step in match._history.booked)


def test_a_seat_without_a_player_is_named(deal: Deal) -> None:
    with pytest.raises(SeatError, match="nobody plays it"):
        play_bots(deal(1), {})


def test_nothing_is_written_after_the_end(deal: Deal, players: Players, tmp_path: Path) -> None:
    path = journal(tmp_path)
    match = deal(2, path)
    heard: list[Phase] = []
    match.listen(heard.extend)
    play_bots(match, players)
    assert heard[-1] in ENDS
    with pytest.raises(IllegalMove):
        match.submit("ukraine", Pass(), match.turn("ukraine"))
    assert read(path).entries[-1].seq == match.seq


def test_a_save_is_not_overwritten(deal: Deal, tmp_path: Path) -> None:
    deal(1, journal(tmp_path))
    with pytest.raises(JournalError, match="exists already"):
        deal(2, journal(tmp_path))


def test_a_player_sees_neither_seed_nor_what_options_are_worth_to_others(deal: Deal) -> None:
    match = deal(987_654_321, None, *EVERYBODY)
    board = match.board_of("ukraine")
    own = board.seat_index["ukraine"]
    for clause in board.clauses:
        for option in clause.options:
            assert {value for at, value in enumerate(option.values) if at != own} == {-1}
    assert "987654321" not in repr(match.view("ukraine")) + match.key("ukraine")


class Stubborn:
    """A player that makes a move which is never its to make."""

    def choose(self, board: Board, view: SeatView, key: str) -> Chosen:
        del board, view, key
        return Chosen(Advance(), why("any"))


def test_a_player_that_breaks_the_rules_is_our_fault_and_names_the_journal(
    deal: Deal, tmp_path: Path
) -> None:
    match = deal(1, journal(tmp_path))
    with pytest.raises(InvariantBroken, match=r"match\.journal\.jsonl"):
        play_bots(match, dict.fromkeys(EVERYBODY, Stubborn()))
    assert verify(journal(tmp_path)).entries == match.seq


@pytest.mark.parametrize(
    "impossible",
    [
        Undone(seat="us", to=99),
        RowAgreed(clause="no-such-clause", option=1),
        PhaseChanged(trigger="convene", to="no-such-phase"),
        TalksSet(field="no_such_field", to=1),
    ],
)
def test_a_forged_journal_that_cannot_have_happened_is_broken(
    deal: Deal, tmp_path: Path, impossible: Happening
) -> None:
    honest = deal(1, journal(tmp_path))
    store = create(journal(tmp_path, "forged"), honest.store.header)
    for entry in honest.store.since(0):
        store.append(entry)
    store.append(Entry(honest.seq + 1, "table", Advance(), (), (impossible,)))
    with pytest.raises(JournalBroken, match=f"entry {honest.seq + 1} cannot have happened"):
        fold(honest.board, store.since(0))
    for opened in (resume, verify):
        with pytest.raises(Diverged, match=f"line {honest.seq + 2}: entry {honest.seq + 1}"):
            opened(journal(tmp_path, "forged"))


def test_a_full_disk_loses_nothing_that_was_there(deal: Deal, tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    match = deal(1, journal(tmp_path), *EVERYBODY)
    size, state = journal(tmp_path).stat().st_size, match.state
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    for room in (0, 40):
        resource.setrlimit(resource.RLIMIT_FSIZE, (size + room, hard))
        try:
            with pytest.raises(JournalError):
                match.submit("ukraine", default_orders(match, "ukraine"), match.turn("ukraine"))
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        assert match.state is state
        assert journal(tmp_path).stat().st_size == size
    match.submit("ukraine", default_orders(match, "ukraine"), match.turn("ukraine"))
    assert resume(journal(tmp_path)).state == match.state != state


def test_the_order_in_which_seats_seal_makes_no_difference(deal: Deal) -> None:
    ends = set()
    for order in permutations(EVERYBODY):
        match = deal(1, None, *EVERYBODY)
        turns = {seat: match.turn(seat) for seat in EVERYBODY}
        for seat in order:
            match.submit(seat, default_orders(match, seat), turns[seat])
        match.submit("us", Convene(), match.turn("us"))
        assert match.state.talks.phase is Phase.PLENARY
        ends.add((state_digest(match.state), match.seq))
    assert len(ends) == 1
