"""Belief against truth, and strikes with their truth, from the journals of whole matches."""

from collections import Counter
from collections.abc import Callable
from itertools import pairwise

from tabletop.debrief.doubt import beliefs, reports, strikes
from tabletop.game.records.events import LeakTraced
from tabletop.game.records.moves import Brief, Convene, Leak, Move, Orders, Undo
from tabletop.journal.history import fold
from tabletop.table.match import Match
from tests.debrief.test_results import SEEDS, played


def test_every_round_has_its_estimates_and_the_error_shrinks() -> None:
    for seed in SEEDS:
        board, entries = played(seed)
        found = beliefs(board, fold(board, entries))
        by_round = Counter(one.round for one in found)
        assert set(by_round.values()) == {4}
        assert {(one.seat, one.about) for one in found} == {
            ("ukraine", "russia"), ("russia", "ukraine"), ("us", "ukraine"), ("us", "russia"),
        }  # fmt: skip
        widths = [one.high - one.low for one in found if (one.seat, one.about) == ("ukraine", "russia")]
        assert all(later <= 1.05 * earlier for earlier, later in pairwise(widths)), (
            "but for what moves unseen"
        )
        assert widths[-1] < widths[0] * 0.8


def test_every_reported_strike_has_its_account() -> None:
    told = 0
    for seed in SEEDS:
        board, entries = played(seed)
        reported = [e for entry in entries for e in entry.events if e.kind == "strike-reported"]
        found = strikes(board, fold(board, entries))
        assert len(found) == len(reported)
        told += sum(len(account.evidence) for account in found)
        assert all(account.author in {"ukraine", "russia"} for account in found)
    assert told


def test_whose_words_were_in_the_press_is_laid_open(deal: Callable[..., Match]) -> None:
    seats = ("ukraine", "russia", "us", "europe")
    match = deal(3, None, *seats)

    def make(seat: str, move: Move) -> None:
        match.submit(seat, move, match.turn(seat))

    make("us", Brief("calm"))
    make("europe", Leak("russia", (("donetsk", 2),)))
    make("ukraine", Brief("not this"))
    make("ukraine", Undo())
    sealed = reports(fold(match.board, match.store.since(0)))
    assert [(one.sealed.seat, one.became) for one in sealed] == [("us", "withheld"), ("europe", "withheld")]
    for seat in match.board.seats:
        make(seat.id, Orders(seat.default_orders))
    make("us", Convene())
    history = fold(match.board, match.store.since(0))
    traced = {line.event.seat for line in history.state.record if isinstance(line.event, LeakTraced)}
    assert [(one.round, one.sealed.seat, one.became) for one in reports(history)] == [
        (1, seat, "traced" if seat in traced else "unsigned") for seat in ("us", "europe")
    ]
