"""What a party thinks of texts: its stance, its hope for now, and the nearest text that gives it that."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from functools import cached_property
from operator import itemgetter

import numpy as np

from tabletop.game.papers import BridgeNotice, BridgePaper
from tabletop.game.value import Context, context_of, credibility
from tabletop.game.views import SeatView
from tabletop.players.public import Options, finals, offered, settled, stands
from tabletop.players.tables import Ints, Tables, own_mind
from tabletop.players.temper import STEPS, Temper
from tabletop.scenario.board import Board
from tabletop.terms import SILENT

YIELDS_TO_PRESSURE = 150
"""How much lower a party accepts for each lean on it, hundredths of a point."""

AMBITION = 220
"""How far over its floor a party hopes at most, hundredths of a point."""

MIRRORED = 30
"""How much a party hopes for less when the other has moved, and more when it stands still."""

CLIMBS = 40
"""The most steps a search takes."""


class Shelf:
    """Tables kept from one choice to the next; a pure cache, nothing a choice depends on."""

    __slots__ = ("_board", "_ideal", "_key", "_tables")

    def __init__(self) -> None:
        self._board: Board | None = None
        self._key: tuple[int, tuple[int, ...], int] | None = None
        self._tables: Tables | None = None
        self._ideal: tuple[Hashable, tuple[Options, int]] | None = None

    def tables(self, board: Board, seat: int, weights: tuple[int, ...], believed: int) -> Tables:
        """The tables of a seat at this credibility."""
        key = (seat, weights, believed)
        if self._tables is None or self._board is not board or self._key != key:
            self._tables = Tables(board, own_mind(board, seat, weights), believed)
            self._board, self._key, self._ideal = board, key, None
        return self._tables

    def ideal(self, key: Hashable, search: Callable[[], tuple[Options, int]]) -> tuple[Options, int]:
        """What a search found, which is done only when its key is new."""
        if self._ideal is None or self._ideal[0] != key:
            self._ideal = (key, search())
        return self._ideal[1]


class Opinion:
    """A party's opinion at one moment, from its board and its view alone."""

    def __init__(self, board: Board, view: SeatView, temper: Temper, shelf: Shelf) -> None:
        sight = view.sight
        if sight.mine is None:
            raise ValueError("an onlooker has no opinion")
        figures = sight.figures
        self.board, self.view, self.temper, self.shelf = board, view, temper, shelf
        self.seat = sight.seat
        self.mine = sight.mine
        self.context = context_of(board, sight)
        believed = credibility(board, figures.attention, figures.cohesion, figures.force_step)
        self.tables = shelf.tables(board, sight.seat, sight.mine.weights, believed)
        self.other = next((party for party in board.parties if party != sight.seat), sight.seat)
        self.fixed = settled(board, view)
        self.finals = finals(board, self.fixed)

    def gains(self, texts: Ints) -> Ints:
        """Gains of texts over no deal, hundredths of a point."""
        return self.tables.gains(texts, self.seat, self.mine.alternative, self.context)

    def gain(self, text: Sequence[int]) -> int:
        """Gain of one text, hundredths of a point."""
        return int(self.gains(np.array([text], dtype=np.int64))[0])

    @cached_property
    def own(self) -> Options:
        """The text it stands for in public."""
        return stands(self.board, self.view, self.seat)

    @cached_property
    def stance(self) -> Options:
        """The same, with the other's word on clauses that do not need its consent."""
        return tuple(
            self.own[at] if self.needed(at, option) else option for at, option in enumerate(self.theirs)
        )

    def needed(self, at: int, option: int) -> bool:
        """Whether this seat must agree to an option."""
        return bool(self.board.clauses[at].consent[option] >> self.seat & 1)

    @cached_property
    def theirs(self) -> Options:
        """The text the other party stands for, by its newest word."""
        return offered(self.board, self.view, self.other)

    def final(self, text: Options) -> Options:
        """The text with a scope that a final text may have."""
        scope = self.board.roles.scope
        if self.finals >> text[scope] & 1:
            return text
        least = (self.finals & -self.finals).bit_length() - 1
        return (*text[:scope], least, *text[scope + 1 :])

    def changed(self, text: Options) -> Ints:
        """Every final text that differs from this one in one clause that can move."""
        rows = self.tables.singles(text, self.fixed)
        kept: Ints = rows[(self.finals >> rows[:, self.board.roles.scope] & 1) == 1]
        return kept

    @cached_property
    def elapsed(self) -> int:
        """How much of the time for talks is gone, hundredths."""
        talks, form = self.view.sight.talks, self.board.format
        done = (max(talks.round, 1) - 1) * form.sittings + max(talks.sitting - 1, 0)
        return min(STEPS, STEPS * done // max((form.rounds + talks.extra - 1) * form.sittings, 1))

    @property
    def floor(self) -> int:
        """The least gain it signs for; pressure lowers it."""
        leaned = self.view.sight.figures.leans[self.seat]
        return self.temper.floor - YIELDS_TO_PRESSURE * leaned // 100

    @property
    def top(self) -> int:
        """What the best text it can imagine is worth."""
        return self._ideal[1]

    @property
    def best(self) -> Options:
        """The best text it can imagine."""
        return self._ideal[0]

    @cached_property
    def _ideal(self) -> tuple[Options, int]:
        """The better of its own best texts in reach from where it and where the other opened, in calm times."""
        opened = self.view.sight.text.opening
        starts = tuple(self.final(self._whole(opened[seat])) for seat in (self.seat, self.other))
        calm = replace(
            self.context,
            trust=self.board.hazard.trust_zero,
            leans=0,
            audience=(0,) * len(self.board.seats),
            payments=(),
        )

        def search() -> tuple[Options, int]:
            return max((self.climb(start, calm) for start in starts), key=itemgetter(1))

        return self.shelf.ideal((starts, calm, self.mine.alternative, self.fixed), search)

    def _whole(self, positions: Sequence[int]) -> Options:
        """Positions made a whole text."""
        return tuple(
            fixed if at in self.fixed else max(option, 0)
            for at, (option, fixed) in enumerate(zip(positions, self.stance, strict=True))
        )

    @cached_property
    def hope(self) -> int:
        """What it aims for now: falls from its best to its floor with time, and answers the other's moves."""
        text = self.view.sight.text
        gone = self.temper.conceded(self.elapsed)
        hope = self.floor + min(max(self.top - self.floor, 0), AMBITION) * (10_000 - gone) // 10_000
        if text.conceded >> self.other & 1:
            hope -= MIRRORED
        else:
            hope += MIRRORED * min(text.still[self.other], 2)
        return max(hope, self.floor)

    @property
    def bridge_floor(self) -> int:
        """The least gain for which it says yes to a bridge."""
        return self.floor + (self.hope - self.floor) // 4

    def climb(self, text: Options, context: Context) -> tuple[Options, int]:
        """The best text in reach of single changes, and its gain."""
        best = -(10**9)
        for _ in range(CLIMBS):
            singles = self.changed(text)
            if not len(singles):
                break
            gains = self.tables.gains(singles, self.seat, self.mine.alternative, context)
            at = int(np.argmax(gains))
            if gains[at] <= best:
                break
            text, best = as_text(singles[at]), int(gains[at])
        return text, best

    def nearest(self, start: Options, level: int, dear: Sequence[int] = ()) -> tuple[Options, int]:
        """From `start`, usually the other's text, change as little as gives `level`; the text and its gain.

        `dear` says by clause how much a change is taken to hurt the other; equal when empty.
        """
        pain = np.array(dear or (100,) * len(start), dtype=np.int64)
        base = np.array(start, dtype=np.int64)
        text = self.final(start)
        now = self.gain(text)
        for _ in range(CLIMBS):
            if now >= level:
                break
            singles = self.changed(text)
            if not len(singles):
                break
            gains = self.gains(singles)
            if int(gains.max()) <= now:
                singles = self.tables.doubles(text, singles, gains)
                gains = self.gains(singles)
                if not len(gains) or int(gains.max()) <= now:
                    break
            cost = (np.abs(singles - base) * pain).sum(axis=1) - int(
                (np.abs(np.array(text) - base) * pain).sum()
            )
            enough = np.minimum(gains, level) - now
            score = np.where(enough > 0, enough * 1_000 // np.maximum(cost, 20), -1)
            at = int(np.argmax(score))
            text, now = as_text(singles[at]), int(gains[at])
        return text, now

    @cached_property
    def dear(self) -> tuple[int, ...]:
        """By clause: what a change is taken to cost the other, from how far it has moved there already."""
        text = self.view.sight.text
        return tuple(
            100 if text.positions[self.other][at] == text.opening[self.other][at] else 60
            for at in range(len(self.board.clauses))
        )

    @cached_property
    def aim(self) -> tuple[Options, int]:
        """The text it works for now: what it hopes for, nearest to what the other shows."""
        text, gain = self.nearest(self.theirs, self.hope, self.dear)
        return (text, gain) if gain >= self.hope else self.retreat(self.best, self.hope)

    def retreat(self, text: Options, level: int) -> tuple[Options, int]:
        """From `text` go towards the other's text, by the cheapest steps, while it still gives `level`."""
        goal, now = np.array(self.theirs, dtype=np.int64), self.gain(text)
        for _ in range(CLIMBS):
            singles = self.changed(text)
            if not len(singles):
                break
            closer = np.abs(singles - goal).sum(axis=1) < np.abs(np.array(text) - goal).sum()
            gains = np.where(closer, self.gains(singles), -(10**9))
            at = int(np.argmax(gains))
            if int(gains[at]) < level:
                break
            text, now = as_text(singles[at]), int(gains[at])
        return text, now

    def with_terms(self, terms: Sequence[tuple[str, int]], text_from: Options | None = None) -> Options:
        """Its stance, or another text, with some terms put in."""
        text = list(text_from or self.stance)
        for clause, option in terms:
            at = self.board.clause_at[clause]
            if option != SILENT:
                text[at] = option
        return tuple(text)

    def bridge_terms(self) -> tuple[int, tuple[tuple[str, int], ...]] | None:
        """The open bridge that waits for this seat: its notice's number and its terms."""
        me = self.board.seats[self.seat].id
        papers = self.view.sight.papers
        notice = next((paper for paper in papers if isinstance(paper, BridgeNotice) and me in paper.to), None)
        terms = next((paper for paper in papers if isinstance(paper, BridgePaper)), None)
        return (notice.id, terms.terms) if notice and terms else None


def as_text(row: Ints) -> Options:
    """A row of an array as a text."""
    return tuple(int(option) for option in row)
