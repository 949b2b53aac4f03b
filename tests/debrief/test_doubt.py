"""Belief against truth, and strikes with their truth, from the journals of whole matches."""

from collections import Counter
from itertools import pairwise

from tabletop.debrief.doubt import beliefs, strikes
from tabletop.journal.history import fold
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
