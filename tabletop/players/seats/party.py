"""A party that plays by itself: answers first, then its own ideas."""

from tabletop.game.views import SeatView
from tabletop.game.worth.value import complete
from tabletop.players.ideas import answers, initiative, interim, invitations, public_words
from tabletop.players.ideas.closing import final, standing
from tabletop.players.ideas.orders import HABIT, seal
from tabletop.players.ideas.strikes import name_side
from tabletop.players.ideas.turn import Turn
from tabletop.players.mind.temper import Temper
from tabletop.players.seats.seat import Idea, Seat
from tabletop.table.port import Chosen
from tabletop.vocabulary import Phase

OWED: tuple[Idea, ...] = (
    answers.strike,
    answers.draft,
    answers.bridge,
    answers.question,
    invitations.answer,
    answers.confirm,
    answers.decision,
    answers.incident,
)
"""What a party answers before anything else."""


def signable(turn: Turn) -> Chosen | None:
    """Open the drafting table for a whole text that clears the own floor."""
    chosen = final(turn)
    if chosen is None:
        return None
    text = complete(turn.board, standing(turn.board, turn.view))
    return chosen if turn.opinion.gain(text) >= turn.opinion.floor else None


def ordered(turn: Turn) -> Chosen | None:
    """Its orders for the fortnight; who reckons all of it has no habits."""
    temper = turn.temper
    habit = HABIT * (100 - temper.reckons) // 100
    keeps = faith(turn.view, temper)
    return seal(turn.board, turn.view, temper.care, turn.stream, temper.name, habit, keeps, temper.reckons)


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
    public_words.reopen,
    interim.draft,
    initiative.leave_for_good,
    initiative.walk_out,
    initiative.ask,
    initiative.vow,
    initiative.poll,
    public_words.show,
    initiative.promise,
    interim.propose,
    initiative.offer,
    initiative.position,
    initiative.caucus,
)
"""What a party does when the floor is its own."""


class Party(Seat):
    """A party: it answers first, then has ideas of its own."""

    __slots__ = ()

    def ideas(self, view: SeatView) -> tuple[Idea, ...]:
        """What it may want to do now, in this order."""
        talks = view.sight.talks
        if talks.phase == Phase.SCHEDULED:
            return (public_words.press, ordered, initiative.convene, initiative.done)
        if not talks.room >> view.sight.seat & 1:
            return (*OWED, initiative.come_back, initiative.done)
        if talks.phase == Phase.PLENARY:
            return (*OWED, *FLOOR, initiative.done)
        return (*OWED, initiative.done)
