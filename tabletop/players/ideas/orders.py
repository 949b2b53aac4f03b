"""What a player orders for a fortnight: by what it cares for, its needs in the war, its word, and some chance."""

from tabletop.game.records.menu import Levers
from tabletop.game.records.sentence import Sentence
from tabletop.game.views import SeatView
from tabletop.players.choosing.boxes import boxes, build
from tabletop.players.choosing.random_stream import Stream
from tabletop.players.choosing.remembered_answers import remembered
from tabletop.players.ideas.pledges import Spot, ruled_out
from tabletop.players.mind.stakes import stakes
from tabletop.players.mind.war import COUNTER, DRONES, TEMPO, Need, needs
from tabletop.scenario.board.board import Board, SeatBoard
from tabletop.table.port import Chosen, why
from tabletop.vocabulary import Effects

Care = tuple[tuple[str, int], ...]
"""What a player cares for: prefix of a path, and the weight of a point of it."""

HABIT = 6_000
"""Chance that a lever stays where it usually stands: a campaign does not turn about every fortnight."""

SPREAD = 220_00
"""How much chance weighs in the choice of an option."""

URGENT = 15_000
"""A need that is worth so much between the options of a lever breaks the habit."""

TELLS = 10_000
"""A need that is worth so much in the orders as they were chosen is named as their reason."""

KEEPS = 10_000
"""Chance that a seat keeps its word, where nothing else is said."""


def seal(
    board: Board,
    view: SeatView,
    care: Care,
    stream: Stream,
    name: str,
    habit: int = HABIT,
    keeps: int = KEEPS,
    reckons: int = 0,
) -> Chosen | None:
    """Orders for each lever that is offered, or None when none are.

    Args:
        board: The seat's board.
        view: Its view.
        care: What it cares for.
        stream: Its chance.
        name: What its sentence calls it.
        habit: Chance that a lever stays as usual, per ten thousand.
        keeps: Chance that it keeps interim texts and promises in these orders, per ten thousand.
        reckons: How much what orders do to its own alternative counts, per cent; chance counts so much less.
    """
    mine = view.sight.mine
    for box in boxes(view, "orders"):
        slot = next((slot for slot in box.slots if isinstance(slot, Levers)), None)
        if slot is None or (mine is not None and mine.orders):
            return None
        seat = board.seats[view.sight.seat]
        shut, pledge = ruled_out(board, view) if stream.chance(keeps) else (frozenset[Spot](), "")
        wants = (*needs(board, view), *stakes(board, view.sight.seat, reckons))
        pulls = tuple(pull for need in wants for pull in need.pulls)
        usual, spread = dict(seat.default_orders), SPREAD * max(100 - reckons, 0) // 100 + 1
        choices: list[Spot] = []
        for lever, options in slot.levers:
            free = tuple(option for option in options if (lever, option) not in shut) or options
            acts = [act(board, seat, lever, option) for option in free]
            worths = [one.worth(pulls) for one in acts]
            if usual.get(lever) in free and max(worths) - min(worths) < URGENT and stream.chance(habit):
                choices.append((lever, usual[lever]))
                continue
            scores = [
                one.cared(care) + worth + stream.below(spread)
                for one, worth in zip(acts, worths, strict=True)
            ]
            choices.append((lever, free[scores.index(max(scores))]))
        reason = because([act(board, seat, *choice) for choice in choices], wants, pledge, name)
        return Chosen(build(box, {slot.name: tuple(choices)}), reason)
    return None


class Act:
    """What an option of a lever does in a fortnight; no sum is made twice."""

    __slots__ = ("_along", "_care", "_effects", "_me")

    def __init__(self, effects: Effects, me: str) -> None:
        self._effects, self._me = effects, me
        self._along: dict[str, int] = {}
        self._care: dict[Care, int] = {}

    def along(self, start: str) -> int:
        """What it moves the quantities by whose paths begin so."""
        found = self._along.get(start)
        if found is None:
            found = self._along[start] = sum(size for path, size in self._effects if path.startswith(start))
        return found

    def worth(self, pulls: Care) -> int:
        """What it is worth to needs."""
        total = 0
        for start, weight in pulls:
            total += weight * self.along(start)
        return total

    def cared(self, care: Care) -> int:
        """What it does to what a seat cares for: its own mood at home, others' trust in it, and so on."""
        if care not in self._care:
            own = Act(tuple(one for one in self._effects if self._mine(one[0])), self._me)
            self._care[care] = own.worth(care)
        return self._care[care]

    def _mine(self, path: str) -> bool:
        """Whether a quantity is nobody else's own."""
        return not path.startswith(("home.audience", "alliance.capital")) or path.endswith(
            (f".{self._me}", ".own")
        )


@remembered
def act(board: Board, seat: SeatBoard, lever: str, option: str) -> Act:
    """What an option does in a fortnight, with the tempo it sets and what it adds as a campaign."""
    effects = seat.levers.get(lever, {}).get(option, ())
    war = board.war
    campaign = war.campaigns.get((lever, option)) if war is not None else None
    if war is not None and campaign is not None:
        gain = campaign.points * war.drones.point // 100
        effects = (*effects, ("war.grid", -campaign.hits), (DRONES, gain), (COUNTER, campaign.counter))
    if war is not None and lever == war.lever and seat.id == board.seats[war.attacker].id:
        effects = (*effects, (TEMPO, war.tempo[option].tempo - 10_000))
    return Act(effects, seat.id)


def because(acts: list[Act], wants: tuple[Need, ...], pledge: str, name: str) -> Sentence:
    """Why the orders are what they are: the need they serve most, a word that is kept, or the temper."""
    served = [sum(one.worth(need.pulls) for one in acts) for need in wants]
    most = max(served, default=0)
    if most >= TELLS:
        need = wants[served.index(most)]
        return why(need.slug, **dict(need.facts))
    return why(pledge) if pledge else why("orders", temper=name)
