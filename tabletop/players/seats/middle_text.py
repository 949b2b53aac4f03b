"""The mediator's middle text, by its models of both parties.

Each try takes one hypothesis for each party, drawn by belief, as if it were the truth, and seeks the text that does
best for the one it does worse for; a bridge that fails moves belief, and with it the next try.
"""

from collections.abc import Callable

import numpy as np

from tabletop.frontier.curve_arrays import Bools, Ints
from tabletop.game.views import SeatView
from tabletop.game.worth.value import context_of
from tabletop.players.choosing.lazy_attribute import lazy_attribute
from tabletop.players.choosing.random_stream import Stream
from tabletop.players.mind.learning import learnt
from tabletop.players.mind.opinion import as_text
from tabletop.players.mind.public_record import Options, finals, packages, settled
from tabletop.players.mind.seat_tables import SeatTables
from tabletop.scenario.board.board import Board

COMPLAINT, COMPLAINTS = 40, 120
"""How far a package more than the other put on the table leans a text to a party, and the most it leans."""

STRAIN = 600
"""What it counts to ask a seat that is no party for a step beyond the next from where it stood."""

CLIMBS = 30
"""The most steps a search takes."""


Score = Callable[[Ints, Ints, Ints], Ints]
"""Judges texts by themselves, their survival and their ratification."""

NONE = -(10**18)
"""Stands for the score of what may not be chosen."""


class MiddleText:
    """The search for a middle text at one turn of the mediator.

    Attributes:
        board: The mediator's board.
        fixed: Clauses no bridge can move.
    """

    def __init__(self, board: Board, view: SeatView, tables: SeatTables, stream: Stream) -> None:
        self.board, self.view = board, view
        self.context = context_of(board, view.sight)
        self.fixed = settled(board, view)
        self.finals = finals(board, self.fixed)
        one, other = (len(packages(board, view, party, unasked=True)) for party in board.parties)
        self.bias = min(max((other - one) * COMPLAINT, -COMPLAINTS), COMPLAINTS)
        self.public = tables
        self.models = learnt(board, view, tables, self.context)
        self.minds = {party: model.drawn(stream) for party, model in self.models.items()}

    def worst(self, texts: Ints, survives: Ints, ratified: Ints) -> Ints:
        """What texts are taken to be worth to the party they do worse for, with a little of the sum."""
        sides = [
            self.models[party].gains_if(texts, survives, ratified, mind) + bias
            for (party, mind), bias in zip(self.minds.items(), (self.bias, -self.bias), strict=True)
        ]
        least: Ints = np.minimum.reduce(sides)
        total: Ints = np.add.reduce(sides)
        return 8 * least + total - self.strain(texts)

    def strain(self, texts: Ints) -> Ints:
        """What texts ask of seats that are no party, where they need their consent, beyond where they stood."""
        asked: Ints = self._strains.take(self.public.space.first + texts).sum(axis=1)
        return asked

    @lazy_attribute
    def _strains(self) -> Ints:
        """By cell: the same."""
        board, opening = self.board, self.view.sight.text.opening
        others = [seat for seat in range(len(board.seats)) if seat not in board.parties]
        return np.array(
            [
                sum(
                    STRAIN * max(abs(option - opening[seat][at]) - 1, 0)
                    for seat in others
                    if opening[seat][at] >= 0 and mask >> seat & 1
                )
                for at, clause in enumerate(board.clauses)
                for option, mask in enumerate(clause.consent)
            ],
            dtype=np.int64,
        )

    @staticmethod
    def sound(texts: Ints, survives: Ints, ratified: Ints) -> Ints:
        """Chance that texts are ratified and hold, per hundred million; both are public knowledge."""
        del texts
        return survives * ratified

    def middle(self, start: Options) -> Options:
        """The text that is taken to do best for the party it does worse for.

        From `start` it first seeks a text that homes would carry and that would hold, then a fair one.
        """
        scope = self.board.roles.scope
        if scope not in self.fixed:
            start = (*start[:scope], len(self.board.clauses[scope].options) - 1, *start[scope + 1 :])
        return self._climb(self._climb(start, self.sound), self.worst)

    def with_two_changes(self, text: Options) -> Options:
        """The best text that changes two clauses of one that home refused; the same text when there is none."""
        singles = self.public.singles(text, self.fixed)
        doubles = self.public.doubles(text, singles, self._scored(singles, self.worst))
        found: Ints = doubles[self._good(doubles)]
        return as_text(found[int(np.argmax(self._scored(found, self.worst)))]) if len(found) else text

    def _good(self, texts: Ints) -> Bools:
        """Which of the texts could be final and were not refused at home already."""
        roles = self.board.roles
        good: Bools = (self.finals >> texts[:, roles.scope] & 1) == 1
        for refused in self.view.sight.text.barred:
            good &= (texts[:, [roles.territory, roles.guarantee, roles.status]] != refused).any(axis=1)
        return good

    def _scored(self, texts: Ints, score: Score) -> Ints:
        """Scores of texts."""
        survives, ratified = self.public.prospects(texts, self.context)
        return score(texts, survives, ratified)

    def _near(self, text: Options, score: Score) -> tuple[Bools, Ints]:
        """What becomes of a text by each cell put into it alone: which cells may change it, and scores of all."""
        space, rows = self.public.space, self.public.rows(text)
        open_ = self._movable & self._good(rows)
        open_[space.first + text] = False
        return open_, score(rows, *self.public.prospects_near(text, self.context))

    @lazy_attribute
    def _movable(self) -> Bools:
        """The cells of clauses that can move."""
        return self.public.space.choosable(self.fixed, self.board.roles.scope, self.finals)

    def _pairs(self, text: Options, open_: Bools, scores: Ints) -> Ints:
        """What two of the best changes at once make of a text, as far as it could be final."""
        found = self.public.doubles(text, self.public.rows(text)[open_], scores[open_])
        kept: Ints = found[self._good(found)]
        return kept

    def _climb(self, text: Options, score: Score) -> Options:
        """The best text in reach of single changes, and where those fail of double ones."""
        best = NONE
        for step in range(CLIMBS):
            open_, scores = self._near(text, score)
            if not step and self._good(np.array([text], dtype=np.int64))[0]:
                best = int(scores[text[0]])
            found = np.where(open_, scores, NONE)
            at = int(found.argmax())
            if found[at] > best:
                text, best = self.public.space.put(text, at), int(found[at])
                continue
            texts = self._pairs(text, open_, scores)
            found = self._scored(texts, score)
            if not len(texts) or int(found.max()) <= best:
                break
            at = int(found.argmax())
            text, best = as_text(texts[at]), int(found[at])
        return text
