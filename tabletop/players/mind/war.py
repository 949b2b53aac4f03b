"""What a seat reads of the war in its own view, and what it needs of its orders for it.

A need pulls on quantities: orders that move them the way it wants are worth more. All of it is read from public
figures, the seat's own news of the war, the text, and strikes as they were reported; nobody sees sealed stocks.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from tabletop.game.core.sight import Mine
from tabletop.game.records.papers import StrikePaper
from tabletop.game.views import SeatView
from tabletop.game.war.news import expected
from tabletop.scenario.board.board import Board
from tabletop.scenario.board.war import WarRules
from tabletop.vocabulary import Role

FULL = 60_000
"""What a need at its full counts for in the choice of an option, for a usual step of its quantity."""

USUAL: dict[str, int] = {
    "war.grid": 700,
    "war.air_cover": 300,
    "war.momentum": 200,
    "war.force": 800,
    "war.headroom": 60,
    "war.recruiting": 200,
    "alliance.support": 300,
    "alliance.cohesion": 400,
    "alliance.attention": 350,
    "alliance.patience": 300,
    "alliance.force_step": 35,
    "home.trust": 200,
    "home.audience": 60,
    "order.tempo": 2_500,
}
"""A usual step of each quantity by one order, in its unit; `order.tempo` is the tempo on the ground itself."""

TEMPO = "order.tempo"
"""The tempo that an order sets, per ten thousand of the full one above it; no quantity, but a need can pull on it."""

DRONES = "order.drones"
"""What an order adds to the index of the defender's drones; no quantity, but a stake can pull on it."""

COUNTER = "order.counter"
"""What an order adds to the defender's counter-attacks, per ten thousand of the usual ones; likewise."""

SHORT = 400
"""Severity in per cent for each whole by which a stock falls short of what was expected: a quarter is all of it."""

LINE = 120
"""A line of news worth this many hundredths of a point against a seat is a need at its full."""

LOW: dict[str, tuple[int, int]] = {
    "patience": (30_00, 5),
    "attention": (55_00, 4),
    "cohesion": (52_00, 4),
}
"""By figure: under how much it is low, hundredths of a point, and severity in per cent for each point under it."""

STOPPED = 60
"""A share of reported missiles stopped under this, per cent, says that air cover is low."""

NEAR = 4
"""With so few clauses apart, quiet is worth something."""


@dataclass(frozen=True, slots=True)
class Need:
    """What a seat needs of its orders.

    Attributes:
        slug: Its reason's slug.
        pulls: Path of a quantity, or its beginning, and what a unit of it is worth in the choice of an option.
        facts: The facts of its sentence.
    """

    slug: str
    pulls: tuple[tuple[str, int], ...]
    facts: tuple[tuple[str, str], ...] = ()


def need(slug: str, severity: int, *paths: str, **facts: str) -> Iterator[Need]:
    """A need of a severity in per cent, pulling on paths; a path with a minus before it is pulled down."""
    if severity <= 0:
        return
    pulls: list[tuple[str, int]] = []
    for path in paths:
        name = path.removeprefix("-")
        usual = next(step for start, step in USUAL.items() if name.startswith(start))
        weight = FULL * min(severity, 100) // 100 // usual
        pulls.append((name, -weight if path.startswith("-") else weight))
    yield Need(slug, tuple(pulls), tuple(facts.items()))


def needs(board: Board, view: SeatView) -> tuple[Need, ...]:
    """What a seat needs of its orders now, by its role."""
    mine = view.sight.mine
    if mine is None:
        return ()
    role = board.seats[view.sight.seat].role
    if role is Role.PARTY:
        return (*shortages(board, view), *front_news(board, view, mine), *moods(board, view, mine))
    if role is Role.MEDIATOR:
        return (*alliances(view, "attention", "patience"), *shortages(board, view), *conduct(board, view))
    return (*alliances(view, "cohesion"), *shortages(board, view), *forces(board, view))


def shortages(board: Board, view: SeatView) -> Iterator[Need]:
    """Grid, air cover and support, for every seat but the one whose war they are not."""
    war, figures, seat = board.war, view.sight.figures, view.sight.seat
    if war is None or seat == war.attacker:
        return
    now = view.sight.talks.round
    grid = expected("grid", now, war.news) if "grid" in war.news.expected else 0
    if grid:
        yield from need(
            "orders.grid", int(SHORT * (grid - figures.grid) / grid), "war.grid", grid=str(figures.grid)
        )
    support = expected("support", now, war.news) if "support" in war.news.expected else 0
    if support:
        short = int(SHORT * (support - figures.support) / support)
        yield from need("orders.support", short, "alliance.support", support=str(figures.support // 100))
    yield from need("orders.cover", uncovered(view), "war.air_cover")


def uncovered(view: SeatView) -> int:
    """How low air cover is taken to be, per cent: by the seat's own news of it, or by the last strike on the grid."""
    mine = view.sight.mine
    news = dict(mine.news) if mine else {}
    if "air-cover" in news:
        return -100 * news["air-cover"] // (LINE // 2)
    for paper in reversed(view.sight.papers):
        if isinstance(paper, StrikePaper) and paper.missiles:
            return 2 * (STOPPED - 100 * paper.stopped_missiles // paper.missiles)
    return 0


def front_news(board: Board, view: SeatView, mine: Mine) -> Iterator[Need]:
    """What a party makes of its own news of the front."""
    war = board.war
    if war is None:
        return
    news, me = dict(mine.news), board.seats[view.sight.seat].id
    if view.sight.seat == war.defender:
        yield from need("orders.line", severity(news, "advance"), "-war.momentum", f"war.force.{me}")
        yield from need("orders.people", severity(news, "defender-outlook"), f"war.force.{me}")
        return
    yield from need("orders.spare", severity(news, "attacker-outlook") // 5, f"-{TEMPO}", "war.recruiting")
    yield from need("orders.budget", severity(news, "headroom"), "war.headroom")
    if news.get("attacker-outlook", 0) >= 0:
        yield from need("orders.press", -severity(news, "advance"), TEMPO)


def severity(news: dict[str, int], line: str) -> int:
    """How bad a line of news is, per cent; negative when it is good."""
    return -100 * news.get(line, 0) // LINE


def moods(board: Board, view: SeatView, mine: Mine) -> Iterator[Need]:
    """What a party's wish for a text makes of its orders: quiet when one is near, none of it when it can wait."""
    text = view.sight.text
    one, other = (text.positions[party] for party in board.parties)
    apart = sum(here != there for here, there in zip(one, other, strict=True))
    wish = mine.sincerity // 100
    if apart <= NEAR:
        yield from need("orders.goodwill", wish // 3, "home.trust", "alliance.patience", f"-{TEMPO}")
    elif wish < STOPPED:
        yield from need("orders.wait", (STOPPED - wish) // 2, *waiting(board.war, view.sight.seat))


def waiting(war: WarRules | None, seat: int) -> tuple[str, ...]:
    """What a party pulls on that can wait: the front, each from its side."""
    if war is None:
        return ()
    return (TEMPO,) if seat == war.attacker else ("-war.momentum",)


def alliances(view: SeatView, *names: str) -> Iterator[Need]:
    """Figures of the alliance that run low."""
    figures = view.sight.figures
    for name in names:
        value = {"patience": figures.patience, "attention": figures.attention, "cohesion": figures.cohesion}[
            name
        ]
        least, steep = LOW[name]
        yield from need(
            f"orders.{name}", (least - value) * steep // 100, f"alliance.{name}", **{name: str(value // 100)}
        )


def conduct(board: Board, view: SeatView) -> Iterator[Need]:
    """The mediator's pressure: a party that stands still feels it, one that moved is spared."""
    text = view.sight.text
    for party in board.parties:
        home = f"home.audience.{board.seats[party].id}"
        if text.still[party] >= board.numbers["idle.sessions"]:
            yield from need("orders.still", 60, f"-{home}", sessions=str(text.still[party]))
        elif text.conceded >> party & 1:
            yield from need("orders.moved", 30, home)


def forces(board: Board, view: SeatView) -> Iterator[Need]:
    """A force in the text has to be prepared to be believed."""
    guarantee = board.clauses[board.roles.guarantee]
    stood = view.sight.text.positions[view.sight.seat][board.roles.guarantee]
    drafted = max(view.draft[board.roles.guarantee], stood)
    if drafted >= len(guarantee.options) - 2:
        step = view.sight.figures.force_step
        yield from need("orders.force", 60 - step // 3, "alliance.force_step")
