"""A second way to the text that leaves both parties best off: a climb from many starts over the players' tables.

The measure of a text is the gain that both parties have at once, the smaller of the two. From each start the
climb goes to the best text that differs in one clause, or in two of the best single changes, until none is better.
It finds no worse than a local best; on small domains, where every text can be tried, the tests compare the two.
On the flagship, 48 starts came within `TOLERANCE` of the best of 120 in every state that was tried.
"""

from collections.abc import Sequence

import numpy as np

from tabletop.debrief.missed_chances import Find
from tabletop.frontier.curve_arrays import Ints
from tabletop.game.records.state import State
from tabletop.game.text.drafting import FINAL_SCOPE
from tabletop.game.worth.value import Context, true_context
from tabletop.players.choosing.random_stream import Stream
from tabletop.players.mind.seat_tables import SeatTables, own_mind
from tabletop.scenario.board.board import Board

STARTS = 48
"""Starts of a search when none are named."""

CLIMBS = 40
"""The most steps of a climb; none of the flagship's took half as many."""

TOLERANCE = 10
"""How far under the best a search may stay, hundredths of a point of the smaller gain."""

TIE = 64
"""How much more the smaller gain counts than the sum, which only tells between equals and leads off ridges."""


class Space:
    """Every final text that could still be written in a state, with what it is worth in truth.

    Attributes:
        fixed: Clauses that stand as they are: annexed, or in force by an interim text.
    """

    def __init__(self, board: Board, state: State) -> None:
        self.board, self.state = board, state
        self.context: Context = true_context(board, state)
        self._tables = tuple(
            SeatTables(board, own_mind(board, at, state.home.weights[at]), self.context.credibility)
            for at in range(len(board.seats))
        )
        stands = [
            clause.annexed if clause.annexed >= 0 else state.text.banked[at]
            for at, clause in enumerate(board.clauses)
        ]
        self.fixed = frozenset(at for at, option in enumerate(stands) if option >= 0)
        self._stands = tuple(stands)

    def gains(self, texts: Ints, seat: int) -> Ints:
        """What texts are worth to a seat over its alternative now."""
        return self._tables[seat].gains(texts, seat, self.state.home.alternative[seat], self.context)

    def both(self, texts: Ints) -> Ints:
        """The smaller gain of the two parties."""
        one, other = (self.gains(texts, party) for party in self.board.parties)
        return np.minimum(one, other)

    def scores(self, texts: Ints) -> Ints:
        """What the climb goes by: the smaller gain, and between equals the sum."""
        one, other = (self.gains(texts, party) for party in self.board.parties)
        scores: Ints = np.minimum(one, other) * TIE + (one + other)
        scores[texts[:, self.board.roles.scope] < FINAL_SCOPE] = np.iinfo(np.int64).min
        return scores

    def laid(self, text: Sequence[int]) -> tuple[int, ...]:
        """A whole text with what stands put in, and a scope that makes it final."""
        put = [stands if stands >= 0 else option for stands, option in zip(self._stands, text, strict=True)]
        scope = self.board.roles.scope
        if scope not in self.fixed:
            put[scope] = max(put[scope], FINAL_SCOPE)
        return tuple(put)

    def random(self, stream: Stream) -> tuple[int, ...]:
        """Any final text."""
        return self.laid([stream.below(len(clause.options)) for clause in self.board.clauses])

    def climb(self, start: Sequence[int]) -> tuple[int, ...]:
        """A text that no change of one clause, or of two of the best, betters."""
        tables, text = self._tables[0], np.array(start, dtype=np.int64)
        best = int(self.scores(text[None, :])[0])
        for _ in range(CLIMBS):
            singles = tables.singles(tuple(text), self.fixed)
            if not len(singles):
                break
            scores = self.scores(singles)
            doubles = tables.doubles(tuple(text), singles, scores)
            rows = np.concatenate((singles, doubles))
            scores = np.concatenate((scores, self.scores(doubles)))
            at = int(np.argmax(scores))
            if int(scores[at]) <= best:
                break
            best, text = int(scores[at]), rows[at]
        return tuple(int(option) for option in text)

    def found(self, options: Sequence[int]) -> Find:
        """A text with its worth to every seat."""
        row: Ints = np.array([options], dtype=np.int64)
        gains = tuple(int(self.gains(row, seat)[0]) for seat in range(len(self.board.seats)))
        return Find(tuple(options), gains, min(gains[party] for party in self.board.parties))

    def best(self, key: str, starts: int = STARTS, also: Sequence[Sequence[int]] = ()) -> Find:
        """The best text of a search: from positions of the parties, from `also`, and from random texts."""
        stream = Stream(key)
        known = [self.laid(text) for text in also]
        known += [
            self.laid([max(option, 0) for option in self.state.text.positions[party]])
            for party in self.board.parties
        ]
        known += [self.random(stream) for _ in range(max(0, starts - len(known)))]
        return max(
            (self.found(self.climb(start)) for start in known), key=lambda find: (find.both, find.options)
        )
