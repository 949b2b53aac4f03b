"""A party that plays by itself: answers first, then its own ideas; the first that is open is made."""

from collections.abc import Callable

from tabletop.game.views import SeatView
from tabletop.game.worth.value import complete
from tabletop.players.boxes.random_player import Uniform
from tabletop.players.boxes.random_stream import Stream
from tabletop.players.ideas import answers, guest, initiative, interim, voices
from tabletop.players.ideas.closing import final, standing
from tabletop.players.ideas.moment import Moment
from tabletop.players.ideas.orders import HABIT, seal
from tabletop.players.ideas.strikes import name_side
from tabletop.players.mind.opinion import Opinion, Shelf
from tabletop.players.mind.temper import Temper
from tabletop.scenario.board.board import Board
from tabletop.table.port import Chosen
from tabletop.vocabulary import Phase

Idea = Callable[[Moment], Chosen | None]
"""Something a party may want to do at a moment; None when it does not or may not."""

OWED: tuple[Idea, ...] = (
    answers.strike,
    answers.draft,
    answers.bridge,
    answers.question,
    guest.answer,
    answers.confirm,
    answers.decision,
    answers.incident,
)
"""What a party answers before anything else."""


def signable(moment: Moment) -> Chosen | None:
    """Open the drafting table for a whole text that clears the own floor."""
    chosen = final(moment)
    if chosen is None:
        return None
    text = complete(moment.board, standing(moment.board, moment.view))
    return chosen if moment.opinion.gain(text) >= moment.opinion.floor else None


def ordered(board: Board, view: SeatView, temper: Temper, stream: Stream) -> Chosen | None:
    """Its orders for the fortnight; who reckons all of it has no habits."""
    habit = HABIT * (100 - temper.reckons) // 100
    return seal(board, view, temper.care, stream, temper.name, habit, faith(view, temper), temper.reckons)


def faith(view: SeatView, temper: Temper) -> int:
    """Chance that a seat keeps its word in its orders: half of it hangs on how much it wants a text at all."""
    mine = view.sight.mine
    sincerity = mine.sincerity if mine is not None and mine.sincerity else 10_000
    return temper.keeps * (5_000 + sincerity // 2) // 10_000


FLOOR: tuple[Idea, ...] = (
    name_side,
    answers.trade,
    answers.request,
    signable,
    voices.reopen,
    interim.draft,
    initiative.leave_for_good,
    initiative.walk_out,
    initiative.ask,
    initiative.vow,
    initiative.poll,
    voices.show,
    voices.press,
    initiative.promise,
    interim.propose,
    initiative.offer,
    initiative.position,
    initiative.caucus,
)
"""What a party does when the floor is its own."""

FALLBACK = Uniform(frozenset({"undo", "walk-out", "end-talks", "withdraw", "vow", "reopen", "leak", "brief"}))
"""Plays what is open when no idea fits, so that a table never waits for a player that plays by itself."""


class Party:
    """A party of some temper."""

    __slots__ = ("_mind", "_shelf", "temper")

    def __init__(self, temper: Temper, mind: type[Opinion] = Opinion) -> None:
        self.temper, self._mind = temper, mind
        self._shelf = Shelf()

    def choose(self, board: Board, view: SeatView, key: str) -> Chosen:
        """The first idea that is open, with its reason."""
        stream = Stream(key)
        if view.sight.talks.phase == Phase.SCHEDULED:
            orders = ordered(board, view, self.temper, stream)
            if orders is not None:
                return orders
        moment = Moment(board, view, self.temper, self._mind(board, view, self.temper, self._shelf), stream)
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
