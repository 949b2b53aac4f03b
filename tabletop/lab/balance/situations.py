"""A situation of a played match, and how the match goes on from it with each order that a seat could give there.

A situation is a round of a match between bots in which every seat owes its orders and no initialled text stands. It is
drawn by its number: a seed and a round, and where that match does not come to that round another pair, so that every
fortnight of every match is as likely as any other. An order puts one option of one lever into one seat's sheet, where
it may stand for some fortnights; all other orders of the situation are what the bots chose. Continuation `n` has the
same dice whatever was ordered, and chance is keyed by name, so that two differ only by what the order touches.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from itertools import count

from tabletop.game.records.moves import Orders
from tabletop.lab.balance.held_lever import HeldLever, with_lever
from tabletop.lab.balance.trial import own_values, scenario_named
from tabletop.players.choosing.random_stream import Stream
from tabletop.players.roster import player
from tabletop.scenario.sheets.levers import LeverSheet
from tabletop.table.bots import bot_turns, make_bot_move
from tabletop.table.match import Match, new_match
from tabletop.table.port import Player
from tabletop.vocabulary import MIXED, Phase


@dataclass(frozen=True, slots=True)
class Situation:
    """Which situation: where it is drawn, and its number.

    Attributes:
        scenario: Name or path of the scenario.
        format_id: The format.
        door: The door.
        seed: What matches and rounds are drawn by.
        number: Its number, from 0.
    """

    scenario: str
    format_id: str
    door: str
    seed: int
    number: int


@dataclass(frozen=True, slots=True)
class Order:
    """An option of a lever, and how long it stands.

    Attributes:
        seat: Its owner.
        lever: The lever.
        option: The option.
        ways: The choices that lay it: several for a lever of points, one of which is drawn.
        fortnights: For how many fortnights it stands from the situation on.
    """

    seat: str
    lever: str
    option: str
    ways: tuple[str, ...]
    fortnights: int


@dataclass(frozen=True, slots=True)
class Fork:
    """A match at a situation.

    Attributes:
        match: The match before anybody has sealed orders.
        sheets: By seat: the orders its bot chose.
        players: By seat: its bot.
    """

    match: Match
    sheets: Mapping[str, Orders]
    players: Mapping[str, Player]


Step = tuple[Situation, int, Order]
"""A situation, the number of a continuation, and the order that is given there."""


@dataclass(frozen=True, slots=True)
class Ending:
    """What a continuation came to.

    Attributes:
        step: What was played.
        value: What its owner had at the end, hundredths of a point; None where the order could not be given.
        signed: Whether a text was initialled.
    """

    step: Step
    value: int | None = None
    signed: bool = False


def options(lever: LeverSheet) -> dict[str, tuple[str, ...]]:
    """The options of a lever, each with the choices that lay it.

    On a lever of points an option is a line with as many points on it as one line takes; the rest are drawn.
    """
    ways = lever.choices()
    most = {line: max(way.count(line) for way in ways.values()) for line in lever.options}
    return {
        line: tuple(name for name, way in ways.items() if way.count(line) == most[line])
        for line in lever.options
    }


@lru_cache(maxsize=2)
def fork(situation: Situation) -> Fork:
    """The match of a situation, drawn and played up to it; once in each process.

    Raises:
        ScenarioError: The scenario cannot be compiled for the format or door.
    """
    rounds = scenario_named(situation.scenario).frame.formats[situation.format_id].rounds
    attempts = (_drawn(situation, attempt) for attempt in count())
    found = (_played(situation, seed, 1 + round_ % rounds) for seed, round_ in attempts)
    return next(each for each in found if each is not None)


def _drawn(situation: Situation, attempt: int) -> tuple[int, int]:
    """A seed for a match and a number for its round."""
    name = f"{situation.seed}|situation/{situation.number}/{attempt}"
    digest = blake2b(name.encode(), digest_size=11).digest()
    return int.from_bytes(digest[:7], "big"), int.from_bytes(digest[7:], "big")


def _played(situation: Situation, seed: int, round_: int) -> Fork | None:
    """A match played up to a round, or None where it does not come to it without a text."""
    scenario = scenario_named(situation.scenario)
    match = new_match(
        scenario,
        seating=dict.fromkeys(scenario.frame.seats, MIXED),
        seed=seed,
        format_id=situation.format_id,
        door=situation.door,
    )
    players = {seat.id: player(MIXED, seat, str(seed)) for seat in match.board.seats}
    for ask in bot_turns(match, players):
        if match.state.text.signed:
            return None
        if match.state.talks.round == round_:
            break
        make_bot_move(match, ask, ask.player.choose(ask.board, ask.view, ask.key))
    if match.over:
        return None
    chosen = {seat: _choice(match, seat, players[seat]) for seat in match.awaited}
    return Fork(match, {seat: move for seat, move in chosen.items() if isinstance(move, Orders)}, players)


def _choice(match: Match, seat: str, bot: Player) -> object:
    return bot.choose(match.board_of(seat), match.view(seat), match.key(seat)).move


def go_on(step: Step) -> Ending:
    """Play one continuation of a situation until a text is initialled or the match is over.

    What a seat has from a text is counted as it is initialled; what comes of the text later is in it by its chances.

    Raises:
        ScenarioError: See `fork`.
    """
    situation, number, order = step
    here = fork(situation)
    way = Stream(f"{situation.seed}/{situation.number}/{number}").one_of(order.ways)
    own = here.sheets.get(order.seat)
    sheet = own and with_lever(here.match.view(order.seat), own, order.lever, way)
    if sheet is None:
        return Ending(step)
    match = here.match.branch(seed_of(here.match.store.header.seed, number), here.match.seating)
    for seat, orders in {**here.sheets, order.seat: sheet}.items():
        match.submit(seat, orders, match.turn(seat))
    last = here.match.state.talks.round + order.fortnights - 1
    held = HeldLever(here.players[order.seat], order.lever, way, last)
    text = _played_on(match, {**here.players, order.seat: held})
    return Ending(step, (text or own_values(match))[order.seat], signed=bool(text))


def _played_on(match: Match, players: Mapping[str, Player]) -> Mapping[str, int]:
    """Play on until a text is initialled; everybody's own value with it, or nothing where the match ended without."""
    found: dict[str, int] = {}

    def signing(entered: tuple[Phase, ...]) -> None:
        if Phase.INITIALLED in entered and not found:
            found.update(own_values(match))

    match.listen(signing)
    for ask in bot_turns(match, players):
        if found:
            break
        make_bot_move(match, ask, ask.player.choose(ask.board, ask.view, ask.key))
    return found


def seed_of(seed: int, number: int) -> int:
    """The seed of a continuation by its number."""
    return int.from_bytes(blake2b(f"{seed}|order/{number}".encode(), digest_size=7).digest(), "big")


def steps(situations: Iterable[Situation], continuations: int, orders: Iterable[Order]) -> Iterator[Step]:
    """Every continuation, situation by situation, so that what is whole counts whenever it is stopped."""
    every = tuple(orders)
    return ((one, number, order) for one in situations for number in range(continuations) for order in every)
