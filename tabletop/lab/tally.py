"""What is counted in a match that is over, from its entries: sessions, orders, losses, texts and how they ended.

Losses are those of the attacker, the side whose lever sets the tempo, as the other side claims them (W2.2). Months are
those of the rules' own calendar, two fortnights each (W2.6).
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from statistics import fmean
from typing import NotRequired, TypedDict

from tabletop.game.records.events import (
    BodyDecided,
    Convened,
    MatchEnded,
    OrdersOpened,
    PhaseChanged,
    TextInitialled,
)
from tabletop.game.war.model import month_of
from tabletop.journal.history import BookedEntry
from tabletop.lab.held_orders import HeldOrders
from tabletop.scenario.board.board import Board
from tabletop.vocabulary import Phase

WINTER = frozenset({11, 12, 1, 2, 3})
"""November to March."""

MANY_LOST = 50_000
"""Losses of a month that a batch counts matches above."""

RUNNING = 3
"""Fortnights running in which losses above those who joined are counted."""

ENDINGS = ("spiral", "decision", "term")
"""How a text in force may end: violations and incidents grew into fighting, somebody decided to end it, or a side let
its term run out (A5.7, A5.9)."""

OrderCounts = dict[str, dict[str, Counter[str]]]
"""By seat, by lever, by option: fortnights."""


class MostLost(TypedDict):
    """The highest losses of a calendar month: their mean over matches, and the share of matches above 50,000."""

    mean: float
    over_50000: float


class FileCounts(TypedDict):
    """Levers that a file of orders holds, one a fortnight: what took effect was what it says, or was something else.

    A lever is not held where its seat's capital does not reach (T2.4) or a truce forbids what the file says (T8.7).
    """

    held: int
    not_held: int


class Counts(TypedDict):
    """What was counted over the matches of a batch.

    Attributes:
        sessions: Sessions convened.
        sessions_interrupted: Those into which a strike broke.
        texts: Final texts as they were last initialled, by options on territory, guarantee and sanctions, joined by /.
        routes: The same, by their option on ratification.
        orders: Orders that took effect, by seat, lever and option: one a fortnight.
        orders_winter: The same, of fortnights in November to March.
        losses_most: The attacker's highest losses of a month.
        losses_over_recruits: Share of matches in which its losses exceeded those who joined three fortnights running.
        bodies_no: Refusals, by body.
        ended_by: Texts in force that ended before their time, by what ended them.
        orders_file: What became of the levers that a file of orders holds; there only where one was given.
    """

    sessions: int
    sessions_interrupted: int
    texts: dict[str, int]
    routes: dict[str, int]
    orders: dict[str, dict[str, dict[str, int]]]
    orders_winter: dict[str, dict[str, dict[str, int]]]
    losses_most: MostLost
    losses_over_recruits: float
    bodies_no: dict[str, int]
    ended_by: dict[str, int]
    orders_file: NotRequired[FileCounts]


@dataclass(slots=True)
class Tally:
    """What one match comes to.

    Attributes:
        text: Options on territory, guarantee and sanctions of the last text initialled, joined by /; else empty.
        route: Its option on ratification.
        most_lost: The attacker's highest losses of a month; None before a whole month.
        outlost: Whether its losses exceeded those who joined three fortnights running.
        ended_by: What ended the text in force before its time; else empty.
        held, not_held: Levers that a file of orders holds, one a fortnight: as it says, or otherwise.
    """

    sessions: int = 0
    interrupted: int = 0
    text: str = ""
    route: str = ""
    orders: OrderCounts = field(default_factory=OrderCounts)
    orders_winter: OrderCounts = field(default_factory=OrderCounts)
    most_lost: int | None = None
    outlost: bool = False
    bodies_no: Counter[str] = field(default_factory=Counter[str])
    ended_by: str = ""
    held: int = 0
    not_held: int = 0


def tally(board: Board, booked: Iterable[BookedEntry], orders: HeldOrders | None = None) -> Tally:
    """Count a match, entry by entry; `orders` are those that a file held in it."""
    found = Tally()
    broken_into = True
    lost: list[int] = []
    joined: list[int] = []
    for entry in booked:
        fortnight = False
        for event in entry.entry.events:
            match event:
                case Convened():
                    found.sessions += 1
                    broken_into = False
                case PhaseChanged(to=Phase.INTERRUPTED) if not broken_into:
                    found.interrupted += 1
                    broken_into = True
                case TextInitialled():
                    found.text, found.route = _text(board, event.options), _route(board, event.options)
                case OrdersOpened():
                    fortnight = True
                    _count_orders(board, found, event, entry.before.talks.round)
                    if orders is not None:
                        _count_held(found, event, orders.in_round(entry.before.talks.round, event.seat))
                case BodyDecided(answer="no"):
                    found.bodies_no[event.body] += 1
                case MatchEnded(how=Phase.RELAPSED):
                    found.ended_by = event.by if event.by in ENDINGS else "spiral"
                case _:
                    pass
        if fortnight and board.war is not None:
            lost.append(entry.after.war.lost[board.war.attacker])
            joined.append(entry.after.war.joined[board.war.attacker])
    found.most_lost = max((a + b for a, b in zip(lost[::2], lost[1::2], strict=False)), default=None)
    found.outlost = _running([gone > came for gone, came in zip(lost, joined, strict=True)]) >= RUNNING
    return found


def _text(board: Board, options: Sequence[int]) -> str:
    roles = board.roles
    return "/".join(
        board.clauses[at].options[options[at]].id
        for at in (roles.territory, roles.guarantee, roles.sanctions)
    )


def _route(board: Board, options: Sequence[int]) -> str:
    return board.clauses[board.roles.route].options[options[board.roles.route]].id


def _count_orders(board: Board, found: Tally, opened: OrdersOpened, round_: int) -> None:
    winter = board.war is not None and month_of(board.war.calendar, round_ - 1) in WINTER
    for counts in (found.orders, found.orders_winter) if winter else (found.orders,):
        for lever, option in opened.choices:
            counts.setdefault(opened.seat, {}).setdefault(lever, Counter())[option] += 1


def _count_held(found: Tally, opened: OrdersOpened, held: dict[str, str]) -> None:
    for lever, option in opened.choices:
        if lever in held:
            found.held += option == held[lever]
            found.not_held += option != held[lever]


def _running(signs: Iterable[bool]) -> int:
    """The longest run of yes."""
    longest = run = 0
    for sign in signs:
        run = run + 1 if sign else 0
        longest = max(longest, run)
    return longest


def counted(found: Sequence[Tally], *, from_file: bool = False) -> Counts:
    """The matches of a batch together; `from_file` where a file held orders in them."""
    most = [each.most_lost for each in found if each.most_lost is not None]
    ended = Counter(each.ended_by for each in found)
    counts = Counts(
        sessions=sum(each.sessions for each in found),
        sessions_interrupted=sum(each.interrupted for each in found),
        texts=_ranked(Counter(each.text for each in found if each.text)),
        routes=_ranked(Counter(each.route for each in found if each.route)),
        orders=_merged(each.orders for each in found),
        orders_winter=_merged(each.orders_winter for each in found),
        losses_most=MostLost(
            mean=round(fmean(most)) if most else 0,
            over_50000=_share([losses > MANY_LOST for losses in most]),
        ),
        losses_over_recruits=_share([each.outlost for each in found]),
        bodies_no=_ranked(sum((each.bodies_no for each in found), Counter[str]())),
        ended_by={how: ended[how] for how in ENDINGS},
    )
    if from_file:
        counts["orders_file"] = FileCounts(
            held=sum(each.held for each in found), not_held=sum(each.not_held for each in found)
        )
    return counts


def _merged(counts: Iterable[OrderCounts]) -> dict[str, dict[str, dict[str, int]]]:
    merged: OrderCounts = {}
    for each in counts:
        for seat, levers in each.items():
            for lever, options in levers.items():
                merged.setdefault(seat, {}).setdefault(lever, Counter()).update(options)
    return {
        seat: {lever: _ranked(options) for lever, options in levers.items()}
        for seat, levers in merged.items()
    }


def _ranked(counts: Counter[str]) -> dict[str, int]:
    """Counts, the highest first, and by name where they are equal, so that processes make no difference."""
    return dict(sorted(counts.items(), key=lambda each: (-each[1], each[0])))


def _share(signs: Sequence[bool]) -> float:
    return round(sum(signs) / len(signs), 3) if signs else 0.0
