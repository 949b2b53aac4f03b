"""What a party thinks of texts: its stance, its hope for now, and the nearest text that gives it that."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter
from typing import ClassVar

import numpy as np

from tabletop.frontier.curve_arrays import Bools, Ints
from tabletop.frontier.shared_tables import TextSpace
from tabletop.game.records.papers import BridgeNotice, BridgePaper
from tabletop.game.views import SeatView
from tabletop.game.worth.value import Context, context_of
from tabletop.players.choosing.lazy_attribute import lazy_attribute
from tabletop.players.mind.learning import learnt
from tabletop.players.mind.model import Model
from tabletop.players.mind.public_record import Options, finals, offered, settled, stands
from tabletop.players.mind.seat_tables import SeatTables, own_mind
from tabletop.players.mind.temper import STEPS, Temper
from tabletop.scenario.board.board import Board
from tabletop.vocabulary import SILENT

YIELDS_TO_PRESSURE = 150
"""How much lower a party accepts for each lean on it, hundredths of a point."""

AMBITION = 50
"""How far over its floor a party hopes at most, hundredths of a point."""

WORN = 30_00
"""Under this patience of the mediator, hundredths of a point, time is taken to run faster."""

CLIMBS = 40
"""The most steps a search takes."""

EXCLUDED = -(10**9)
"""Stands for the gain of what may not be chosen: less than any text gives."""


@dataclass(slots=True)
class Imagined:
    """What a seat can imagine, as far as it was asked.

    Attributes:
        starts: Where it searches from.
        calm: In which times.
        best: The best text; None while nobody asked.
        floor, top: What that text is worth, as far as it matters over this floor.
    """

    starts: tuple[Options, ...]
    calm: Context
    best: Options | None = None
    floor: int | None = None
    top: int = 0


class Memory:
    """What is kept from one choice to the next; a pure cache, nothing a choice depends on."""

    __slots__ = ("_board", "_imagined", "_key", "_tables")

    def __init__(self) -> None:
        self._board: Board | None = None
        self._key: tuple[int, tuple[int, ...], int] | None = None
        self._tables: SeatTables | None = None
        self._imagined: tuple[Hashable, Imagined] | None = None

    def tables(self, board: Board, seat: int, weights: tuple[int, ...], believed: int) -> SeatTables:
        """The tables of a seat at this credibility."""
        key = (seat, weights, believed)
        if self._tables is None or self._board is not board or self._key != key:
            self._tables = SeatTables(board, own_mind(board, seat, weights), believed)
            self._board, self._key, self._imagined = board, key, None
        return self._tables

    def imagined(self, key: Hashable, new: Imagined) -> Imagined:
        """What the seat can imagine: what was found under this key, or `new` where the key is new."""
        if self._imagined is None or self._imagined[0] != key:
            self._imagined = (key, new)
        return self._imagined[1]


class Opinion:
    """A party's opinion at one moment, from its board and its view alone.

    Attributes:
        looks: Whether it looks ahead.
    """

    looks: ClassVar[bool] = False

    def __init__(self, board: Board, view: SeatView, temper: Temper, memory: Memory) -> None:
        sight = view.sight
        if sight.mine is None:
            raise ValueError("an onlooker has no opinion")
        self.board, self.view, self.temper, self.memory = board, view, temper, memory
        self.seat = sight.seat
        self.mine = sight.mine
        self.alternative = sight.mine.alternative
        self.other = next((party for party in board.parties if party != sight.seat), sight.seat)

    @lazy_attribute
    def context(self) -> Context:
        """What outside the text counts for its worth."""
        return context_of(self.board, self.view.sight)

    @lazy_attribute
    def tables(self) -> SeatTables:
        """Its tables, at the credibility of this moment."""
        return self.memory.tables(self.board, self.seat, self.mine.weights, self.context.credibility)

    @lazy_attribute
    def space(self) -> TextSpace:
        """Where the cells of texts are."""
        return self.tables.space

    @lazy_attribute
    def fixed(self) -> frozenset[int]:
        """The clauses that nobody can move any more."""
        return settled(self.board, self.view)

    @lazy_attribute
    def finals(self) -> int:
        """Mask of the scope options of a final text."""
        return finals(self.board, self.fixed)

    def near(self, text: Options, context: Context | None = None) -> Ints:
        """Gains over no deal of what becomes of a text by each cell put into it alone, hundredths of a point."""
        return self.tables.near(text, self.seat, self.alternative, context or self.context)

    def gain(self, text: Options) -> int:
        """Gain of one text, hundredths of a point."""
        return self.tables.gain(text, self.seat, self.alternative, self.context)

    @lazy_attribute
    def own(self) -> Options:
        """The text it stands for in public."""
        return stands(self.board, self.view, self.seat)

    @lazy_attribute
    def stance(self) -> Options:
        """The same, with the other's word on clauses that do not need its consent."""
        return tuple(
            self.own[at] if self.needed(at, option) else option for at, option in enumerate(self.theirs)
        )

    def needed(self, at: int, option: int) -> bool:
        """Whether this seat must agree to an option."""
        return bool(self.board.clauses[at].consent[option] >> self.seat & 1)

    @lazy_attribute
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

    def changed(self, text: Options) -> Bools:
        """The cells that make another text of a final one, and again a final one."""
        cells = self.movable.copy()
        cells[self.space.first + text] = False
        return cells

    @lazy_attribute
    def movable(self) -> Bools:
        """The cells of clauses that can move, and of scope only what a final text may have."""
        return self.space.choosable(self.fixed, self.board.roles.scope, self.finals)

    @lazy_attribute
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
    def best(self) -> Options:
        """The best text it can imagine: the better of those in reach from where it and where the other opened."""
        imagined = self._imagined
        if imagined.best is None:
            imagined.best = max(
                (self.climb(start, imagined.calm) for start in imagined.starts), key=itemgetter(1)
            )[0]
        return imagined.best

    @property
    def reach(self) -> int:
        """How far over its floor the best text it can imagine lies, as far as its ambition goes."""
        imagined, enough = self._imagined, self.floor + AMBITION
        if imagined.floor != self.floor:
            imagined.floor, imagined.top = self.floor, EXCLUDED
            for start in imagined.starts:
                imagined.top = max(imagined.top, self.climb(start, imagined.calm, enough)[1])
                if imagined.top >= enough:
                    break
        return min(max(imagined.top - self.floor, 0), AMBITION)

    @lazy_attribute
    def _imagined(self) -> Imagined:
        """What it can imagine in calm times; kept for as long as it would imagine the same."""
        opened = self.view.sight.text.opening
        starts = tuple(self.final(self._whole(opened[seat])) for seat in (self.seat, self.other))
        calm = replace(
            self.context,
            trust=self.board.hazard.trust_zero,
            leans=0,
            audience=(0,) * len(self.board.seats),
            payments=(),
        )
        return self.memory.imagined((starts, calm, self.alternative, self.fixed), Imagined(starts, calm))

    def _whole(self, positions: Sequence[int]) -> Options:
        """Positions made a whole text."""
        return tuple(
            fixed if at in self.fixed else max(option, 0)
            for at, (option, fixed) in enumerate(zip(positions, self.stance, strict=True))
        )

    @lazy_attribute
    def hope(self) -> int:
        """What it aims for now: falls from its best to its floor with time, and answers the other's moves."""
        text, temper = self.view.sight.text, self.temper
        gone = temper.conceded(self.elapsed)
        worn = max(WORN - self.view.sight.figures.patience, 0)
        gone += temper.worn * worn // WORN * (10_000 - gone) // 10_000
        hope = self.floor + self.reach * (10_000 - gone) // 10_000
        if text.conceded >> self.other & 1:
            hope -= temper.mirrors
        else:
            hope += temper.mirrors * min(text.still[self.other], 2)
        return max(hope, self.floor)

    @property
    def bridge_floor(self) -> int:
        """The least gain for which it says yes to a bridge."""
        return self.floor + (self.hope - self.floor) // 4

    def climb(self, text: Options, context: Context, enough: int = -EXCLUDED) -> tuple[Options, int]:
        """The best text in reach of single changes, or the first on the way there that gives enough, and its gain."""
        best = EXCLUDED
        for _ in range(CLIMBS):
            if best >= enough:
                break
            cells = self.changed(text) if best == EXCLUDED else self.movable
            gains = np.where(cells, self.near(text, context), EXCLUDED)
            at = int(gains.argmax())
            if gains[at] <= best:
                break
            text, best = self.space.put(text, at), int(gains[at])
        return text, best

    def nearest(self, start: Options, level: int, dear: Sequence[int] = ()) -> tuple[Options, int]:
        """From `start`, usually the other's text, change as little as gives `level`; the text and its gain.

        `dear` says by clause how much a change is taken to hurt the other; equal when empty.
        """
        space, base = self.space, np.array(start, dtype=np.int64)
        pain = np.array(dear or (100,) * len(start), dtype=np.int64)
        away = np.abs(space.options - base[space.clauses]) * pain[space.clauses]
        text = self.final(start)
        now = int(self.near(text)[text[0]])
        for _ in range(CLIMBS):
            if now >= level:
                break
            gains = np.where(self.movable, self.near(text), EXCLUDED)
            if gains.max() <= now:
                found = self._two_steps(text, now, level, base, pain)
                if found is None:
                    break
                text, now = found
                continue
            at = best_step(gains, now, level, away - away[space.first + text][space.clauses])
            text, now = space.put(text, at), int(gains[at])
        return text, now

    def _two_steps(
        self, text: Options, now: int, level: int, base: Ints, pain: Ints
    ) -> tuple[Options, int] | None:
        """The best of two changes at once, where none alone gains anything; None when they do not either."""
        cells = self.changed(text)
        texts = self.tables.doubles(text, self.tables.rows(text)[cells], self.near(text)[cells])
        gains = self.tables.gains(texts, self.seat, self.alternative, self.context)
        if not len(gains) or gains.max() <= now:
            return None
        cost = (np.abs(texts - base) * pain).sum(axis=1) - int((np.abs(np.array(text) - base) * pain).sum())
        at = best_step(gains, now, level, cost)
        return as_text(texts[at]), int(gains[at])

    @lazy_attribute
    def model(self) -> Model:
        """What it takes the other party to want, after all it saw at the table."""
        return learnt(self.board, self.view, self.tables, self.context)[self.other]

    @lazy_attribute
    def dear(self) -> tuple[int, ...]:
        """By clause: what a change is taken to cost the other."""
        return self.model.pains

    @lazy_attribute
    def aim(self) -> tuple[Options, int]:
        """The text it works for now: what it hopes for, nearest to what the other shows."""
        text, gain = self.nearest(self.theirs, self.hope, self.dear)
        return (text, gain) if gain >= self.hope else self.retreat(self.best, self.hope)

    def retreat(self, text: Options, level: int) -> tuple[Options, int]:
        """From `text` go towards the other's text, by the cheapest steps, while it still gives `level`."""
        space, now = self.space, int(self.near(text)[text[0]])
        away = np.abs(space.options - np.array(self.theirs, dtype=np.int64)[space.clauses])
        for _ in range(CLIMBS):
            closer = away < away[space.first + text][space.clauses]
            gains = np.where(closer & self.movable, self.near(text), EXCLUDED)
            at = int(gains.argmax())
            if gains[at] < level or gains[at] == EXCLUDED:
                break
            text, now = space.put(text, at), int(gains[at])
        return text, now

    def with_terms(self, terms: Sequence[tuple[str, int]], text_from: Options | None = None) -> Options:
        """Its stance, or another text, with some terms put in."""
        text = list(text_from or self.stance)
        for clause, option in terms:
            at = self.board.clause_index[clause]
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


def best_step(gains: Ints, now: int, level: int, cost: Ints) -> int:
    """Where what is gained up to a level is most for what it costs; a step that costs little counts as 20."""
    enough = np.minimum(gains, level) - now
    score = np.where(enough > 0, enough * 1_000 // np.maximum(cost, 20), -1)
    return int(score.argmax())


def as_text(row: Ints) -> Options:
    """A row of an array as a text."""
    return tuple(int(option) for option in row)
