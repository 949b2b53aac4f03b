"""Weighing a scenario, and a bar while it is being weighed."""

from collections.abc import Sequence

from tabletop.command.output import seed_or_drawn, with_bar
from tabletop.lab.balance.card import Card, weigh
from tabletop.lab.balance.plan import Size, plan
from tabletop.lab.balance.robin import Robin, robin
from tabletop.vocabulary import TEMPERS


def weigh_with_bar(scenario: str, size: Size, seed: int | None, jobs: int, only: Sequence[str] = ()) -> Card:
    """Weigh a scenario; a bar shows how far it is when standard error is a terminal.

    Args:
        scenario: Its name or path.
        size: How much is played.
        seed: The first seed; None draws one and prints it.
        jobs: Processes that play beside each other.
        only: Levers, as `seat.lever`: then only their orders are weighed.

    Raises:
        ScenarioError: There is no such scenario, or it cannot be used.
        SeatError: There is no such lever.
    """
    planned = plan(scenario, size, seed_or_drawn(seed), only)
    return with_bar("Matches", planned.count, lambda tick: weigh(planned, jobs, tick))


def robin_with_bar(scenario: str, matches: int, seed: int | None, jobs: int) -> Robin:
    """Play every pairing of tempers; a bar shows how far it is when standard error is a terminal.

    Args:
        scenario: Its name or path.
        matches: Seeds for each pairing.
        seed: The first seed; None draws one and prints it.
        jobs: Processes that play beside each other.

    Raises:
        ScenarioError: There is no such scenario, or it cannot be used.
    """
    first = seed_or_drawn(seed)
    return with_bar(
        "Matches", matches * len(TEMPERS) ** 2, lambda tick: robin(scenario, matches, first, jobs, tick)
    )
