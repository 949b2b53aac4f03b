"""What a seat remembers of the record is what a look through all of it finds, wherever the record was before."""

from itertools import pairwise
from random import Random

from tabletop.game.core.sight import RECORD_LINES, Record, may_see, newest
from tabletop.game.records.state import State
from tabletop.table.bots import bot_turns, make_bot_move
from tabletop.table.match import Match
from tabletop.table.turns import audience
from tabletop.vocabulary import CONTROL, ONLOOKER
from tests.bench.played import bots, opened

MOVES = 70


def looked_through(record: Record, seat: int) -> Record:
    """The newest lines, from the whole record."""
    return tuple(line for line in record if may_see(line.event.seen, seat))[-RECORD_LINES:]


def states(match: Match) -> list[State]:
    """The states of the first moves of a match."""
    found = [match.state]
    for ask, _ in zip(bot_turns(match, bots(match)), range(MOVES), strict=False):
        make_bot_move(match, ask, ask.player.choose(ask.board, ask.view, ask.key))
        found.append(match.state)
    return found


def test_in_any_order_of_two_matches() -> None:
    found = [*states(opened(seed=5)), *states(opened(seed=6))]
    assert len(found[-1].record) > RECORD_LINES
    anyhow = Random(1).choices(found, k=400)  # noqa: S311 - any order will do
    for state in [*found, *anyhow]:
        for seat in (CONTROL, ONLOOKER, 0, 1, 2, 3):
            assert newest(state.record, seat) == looked_through(state.record, seat)


def test_who_sees_papers_change_is_who_sees_others_than_before() -> None:
    found = states(opened(seed=5))
    changes = 0
    for before, after in pairwise(found):
        mask = audience(before.papers, after.papers)
        for seat in (ONLOOKER, 0, 1, 2, 3):
            old, new = (tuple(one for one in at.papers if may_see(one.seen, seat)) for at in (before, after))
            assert may_see(mask, seat) == (old != new)
            changes += old != new
    assert changes > MOVES // 2
