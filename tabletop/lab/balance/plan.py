"""Which matches a balance card is made of.

Doors first, then every party's tempers, then every lever's options; inside each, seed by seed through all its arms,
so that what has been played can be compared whenever it is stopped.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tabletop.lab.balance.held_lever import options
from tabletop.lab.balance.trial import Arm, Held
from tabletop.scenario.library import open_scenario
from tabletop.scenario.scenario import Scenario
from tabletop.vocabulary import DEALT_TEMPERS, MIXED

FORMAT = "class"
"""The format that is weighed; a scenario without it is weighed in its first."""

DOOR = "standard"
"""The door at which orders and tempers are compared; a scenario without it is weighed at its first."""

SHARE = 3
"""Doors are played on so many times the seeds of an order or a temper."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a card is made of.

    Attributes:
        scenario: The scenario's id.
        format_id: The format.
        seed: The first seed; the others are counted up.
        matches: Seeds for each door.
        doors: An arm for each door.
        levers: By seat and lever: an arm for each option.
        tempers: By party: an arm for each temper.
    """

    scenario: str
    format_id: str
    seed: int
    matches: int
    doors: tuple[Arm, ...]
    levers: dict[tuple[str, str], tuple[Arm, ...]]
    tempers: dict[str, tuple[Arm, ...]]

    @property
    def compared(self) -> int:
        """Seeds for each option and each temper."""
        return -(-self.matches // SHARE)

    @property
    def count(self) -> int:
        """How many matches there are."""
        compared = sum(len(arms) for arms in (*self.tempers.values(), *self.levers.values()))
        return self.matches * len(self.doors) + self.compared * compared

    def tasks(self) -> Iterator[tuple[Arm, int]]:
        """Every match, in the order they are played."""
        yield from ((arm, seed) for seed in self._seeds(self.matches) for arm in self.doors)
        for arms in (*self.tempers.values(), *self.levers.values()):
            yield from ((arm, seed) for seed in self._seeds(self.compared) for arm in arms)

    def _seeds(self, count: int) -> range:
        return range(self.seed, self.seed + count)


def plan(name: str, matches: int, seed: int) -> Plan:
    """The matches of a card: three sorts of arms over the same seeds.

    Args:
        name: Name or path of the scenario.
        matches: Seeds for each door; a third of them, rounded up, for each option and temper.
        seed: The first seed.

    Raises:
        ScenarioError: There is no such scenario, or it is not valid.
    """
    scenario = open_scenario(name)
    frame = scenario.frame
    format_id = FORMAT if FORMAT in frame.formats else next(iter(frame.formats))
    door = DOOR if DOOR in frame.doors else next(iter(frame.doors))
    mixed = dict.fromkeys(frame.seats, MIXED)

    def arm(at: str = door, held: Held | None = None, named: tuple[str, str] | None = None) -> Arm:
        tempers = tuple((mixed | dict([named] if named else [])).items())
        return Arm(name, format_id, at, tempers, held)

    return Plan(
        scenario=scenario.id,
        format_id=format_id,
        seed=seed,
        matches=matches,
        doors=tuple(replace(arm(each), searched=True) for each in frame.doors),
        levers={
            (seat, lever): tuple(arm(held=held) for held in orders)
            for seat, lever, orders in _orders(scenario)
        },
        tempers={
            seat: tuple(arm(named=(seat, temper)) for temper in DEALT_TEMPERS)
            for seat, sheet in frame.seats.items()
            if sheet.role == "party"
        },
    )


def _orders(scenario: Scenario) -> Iterator[tuple[str, str, tuple[Held, ...]]]:
    """Seat, lever, and every option the lever can be held at."""
    for seat, levers in scenario.rules.levers.seats.items():
        for lever, sheet in levers.items():
            yield seat, lever, tuple(Held(seat, lever, name, ways) for name, ways in options(sheet).items())
