"""Weighing a scenario, and a bar while it is being weighed."""

import sys
from collections.abc import Callable
from typing import TypeVar

import click

from tabletop.command.output import seed_or_drawn
from tabletop.lab.balance.card import Card, weigh
from tabletop.lab.balance.plan import plan
from tabletop.lab.balance.robin import Robin, robin
from tabletop.vocabulary import TEMPERS

Played = TypeVar("Played", Card, Robin)


def weigh_with_bar(scenario: str, matches: int, seed: int | None, jobs: int) -> Card:
    """Weigh a scenario; a bar shows how far it is when standard error is a terminal.

    Args:
        scenario: Its name or path.
        matches: Seeds for each door.
        seed: The first seed; None draws one and prints it.
        jobs: Processes that play beside each other.

    Raises:
        ScenarioError: There is no such scenario, or it cannot be used.
    """
    planned = plan(scenario, matches, seed_or_drawn(seed))
    return with_bar(len(planned.tasks()), lambda tick: weigh(planned, jobs, tick))


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
    return with_bar(matches * len(TEMPERS) ** 2, lambda tick: robin(scenario, matches, first, jobs, tick))


def with_bar(length: int, play: Callable[[Callable[[], None]], Played]) -> Played:
    """Play so many matches, each of which ticks; a bar shows them when standard error is a terminal."""
    with click.progressbar(
        length=length, label="Matches", file=sys.stderr, hidden=not sys.stderr.isatty()
    ) as bar:
        return play(lambda: bar.update(1))
