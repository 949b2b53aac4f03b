"""Where things stand on the board: seats, clauses and options by their place."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tabletop.scenario.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Places:
    """Places by slug: seats, clauses, and the options of each clause."""

    seat: Mapping[str, int]
    clause: Mapping[str, int]
    option: Mapping[str, Mapping[str, int]]

    @classmethod
    def of(cls, scenario: Scenario) -> "Places":
        """The places of a scenario, in the author's order."""
        clauses = scenario.clauses.clauses
        return cls(
            seat={slug: at for at, slug in enumerate(scenario.frame.seats)},
            clause={slug: at for at, slug in enumerate(clauses)},
            option={
                slug: {name: at for at, name in enumerate(clause.options)} for slug, clause in clauses.items()
            },
        )

    def seats(self, names: Iterable[str]) -> int:
        """The mask of some seats."""
        return sum(1 << self.seat[name] for name in set(names))

    def options(self, clause: str, names: Iterable[str]) -> int:
        """The mask of some options of a clause."""
        return sum(1 << self.option[clause][name] for name in set(names))
