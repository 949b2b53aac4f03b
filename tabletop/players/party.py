"""A party that plays by itself: answers first, then its own ideas; the first that is open is made."""

from collections.abc import Callable

from tabletop.game.value import complete
from tabletop.game.views import SeatView
from tabletop.players import answers, initiative
from tabletop.players.closing import final, standing
from tabletop.players.moment import Moment
from tabletop.players.opinion import Opinion, Shelf
from tabletop.players.orders import seal
from tabletop.players.stream import Stream
from tabletop.players.temper import Temper
from tabletop.players.uniform import Uniform
from tabletop.scenario.board import Board
from tabletop.table.port import Chosen
from tabletop.terms import Phase

Idea = Callable[[Moment], Chosen | None]
"""Something a party may want to do at a moment; None when it does not or may not."""

OWED: tuple[Idea, ...] = (
    answers.strike,
    answers.draft,
    answers.bridge,
    answers.question,
    answers.confirm,
    answers.decision,
    answers.incident,
)
"""What a party answers before anything else."""


def signable(moment: Moment) -> Chosen | None:
    """Open the drafting table for a whole text that clears the own floor."""
    text = complete(moment.board, standing(moment.board, moment.view))
    return final(moment) if moment.opinion.gain(text) >= moment.opinion.floor else None


FLOOR: tuple[Idea, ...] = (
    answers.trade,
    answers.request,
    signable,
    initiative.leave_for_good,
    initiative.walk_out,
    initiative.ask,
    initiative.vow,
    initiative.poll,
    initiative.promise,
    initiative.offer,
    initiative.position,
    initiative.caucus,
)
"""What a party does when the floor is its own."""

FALLBACK = Uniform(frozenset({"undo", "walk-out", "end-talks", "withdraw", "vow", "reopen", "leak", "brief"}))
"""Plays what is open when no idea fits, so that a table never waits for a player that plays by itself."""


class Party:
    """A party of some temper."""

    __slots__ = ("_shelf", "temper")

    def __init__(self, temper: Temper) -> None:
        self.temper = temper
        self._shelf = Shelf()

    def choose(self, board: Board, view: SeatView, key: str) -> Chosen:
        """The first idea that is open, with its reason."""
        stream = Stream(key)
        if view.sight.talks.phase == Phase.SCHEDULED:
            orders = seal(board, view, self.temper.care, stream, self.temper.name)
            if orders is not None:
                return orders
        moment = Moment(board, view, self.temper, Opinion(board, view, self.temper, self._shelf), stream)
        for idea in self._ideas(view):
            chosen = idea(moment)
            if chosen is not None:
                return chosen
        return FALLBACK.choose(board, view, key)

    def _ideas(self, view: SeatView) -> tuple[Idea, ...]:
        talks = view.sight.talks
        if talks.phase == Phase.SCHEDULED:
            return (initiative.convene, initiative.done)
        if not talks.room >> view.sight.seat & 1:
            return (*OWED, initiative.come_back, initiative.done)
        if talks.phase == Phase.PLENARY:
            return (*OWED, *FLOOR, initiative.done)
        return (*OWED, initiative.done)
