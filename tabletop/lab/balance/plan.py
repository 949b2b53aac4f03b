"""Which matches a balance card is made of.

Doors first, then every party's tempers; inside each, seed by seed through all its arms, so that what has been played
can be compared whenever it is stopped. Then situations, one after another, each with every order in it.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from tabletop.errors import SeatError, unknown
from tabletop.lab.balance.situations import Order, Situation, Step, options, steps
from tabletop.lab.balance.trial import Arm
from tabletop.scenario.library import open_scenario
from tabletop.vocabulary import DEALT_TEMPERS, MIXED

FORMAT = "class"
"""The format that is weighed; a scenario without it is weighed in its first."""

DOOR = "standard"
"""The door at which orders and tempers are compared; a scenario without it is weighed at its first."""

SHARE = 3
"""Doors are played on so many times the seeds of a temper."""

SITUATIONS_SHARE = 6
"""Doors are played on so many seeds for each situation, where nothing else is said."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a card is made of.

    Attributes:
        scenario: The scenario's id.
        format_id: The format.
        seed: The first seed; the others are counted up. Situations are drawn by it.
        matches: Seeds for each door.
        doors: An arm for each door.
        tempers: By party: an arm for each temper.
        situations: The situations in which orders are compared.
        continuations: How often each situation is gone on with for each order.
        fortnights: For how many an order stands.
        levers: By seat and lever: its orders.
    """

    scenario: str
    format_id: str
    seed: int
    matches: int
    doors: tuple[Arm, ...]
    tempers: dict[str, tuple[Arm, ...]]
    situations: tuple[Situation, ...]
    continuations: int
    fortnights: int
    levers: dict[tuple[str, str], tuple[Order, ...]]

    @property
    def compared(self) -> int:
        """Seeds for each temper."""
        return -(-self.matches // SHARE)

    @property
    def count(self) -> int:
        """How many matches and continuations there are."""
        compared = self.compared * sum(map(len, self.tempers.values()))
        orders = sum(map(len, self.levers.values()))
        return self.matches * len(self.doors) + compared + len(self.situations) * self.continuations * orders

    def tasks(self) -> Iterator[tuple[Arm, int]]:
        """Every match, in the order they are played."""
        yield from ((arm, seed) for seed in self._seeds(self.matches) for arm in self.doors)
        for arms in self.tempers.values():
            yield from ((arm, seed) for seed in self._seeds(self.compared) for arm in arms)

    def steps(self) -> Iterator[Step]:
        """Every continuation of every situation, in the order they are played."""
        return steps(self.situations, self.continuations, chain.from_iterable(self.levers.values()))

    def _seeds(self, count: int) -> range:
        return range(self.seed, self.seed + count)


@dataclass(frozen=True, slots=True)
class Size:
    """How much is played.

    Attributes:
        matches: Seeds for each door; a third of them, rounded up, for each temper.
        situations: Situations in which orders are compared; None for a sixth of the matches, rounded up.
        continuations: How often each of them is gone on with for each order.
        fortnights: For how many fortnights an order stands in them.
    """

    matches: int
    situations: int | None = None
    continuations: int = 12
    fortnights: int = 3


def plan(name: str, size: Size, seed: int, only: Collection[str] = ()) -> Plan:
    """The matches of a card: doors and tempers over the same seeds, and situations.

    Args:
        name: Name or path of the scenario.
        size: How much is played.
        seed: The first seed.
        only: Levers, as `seat.lever`: then orders of these alone are compared, and nothing else is played.

    Raises:
        ScenarioError: There is no such scenario, or it is not valid.
        SeatError: There is no such lever.
    """
    scenario = open_scenario(name)
    frame = scenario.frame
    format_id = FORMAT if FORMAT in frame.formats else next(iter(frame.formats))
    door = DOOR if DOOR in frame.doors else next(iter(frame.doors))
    mixed = dict.fromkeys(frame.seats, MIXED)
    number = -(-size.matches // SITUATIONS_SHARE) if size.situations is None else size.situations
    levers = {
        f"{seat}.{lever}": (seat, lever, sheet)
        for seat, sheets in scenario.rules.levers.seats.items()
        for lever, sheet in sheets.items()
    }
    for each in only:
        if each not in levers:
            raise SeatError(unknown("lever", each, levers))

    def arm(at: str = door, named: tuple[str, str] | None = None) -> Arm:
        return Arm(name, format_id, at, tuple((mixed | dict([named] if named else [])).items()))

    return Plan(
        scenario=scenario.id,
        format_id=format_id,
        seed=seed,
        matches=size.matches,
        doors=() if only else tuple(replace(arm(each), searched=True) for each in frame.doors),
        tempers={
            seat: tuple(arm(named=(seat, temper)) for temper in DEALT_TEMPERS)
            for seat, sheet in frame.seats.items()
            if sheet.role == "party" and not only
        },
        situations=tuple(Situation(name, format_id, door, seed, at) for at in range(number)),
        continuations=size.continuations,
        fortnights=size.fortnights,
        levers={
            (seat, lever): tuple(
                Order(seat, lever, option, ways, size.fortnights) for option, ways in options(sheet).items()
            )
            for key, (seat, lever, sheet) in levers.items()
            if key in only or not only
        },
    )
