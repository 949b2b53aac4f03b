"""Weighing a scenario, and a bar while it is being weighed."""

import sys

import click

from tabletop.balance.card import Card, weigh
from tabletop.balance.plan import plan
from tabletop.balance.robin import Robin, robin
from tabletop.command.host import draw_seed
from tabletop.players.roster import RIVALS


def weighed(scenario: str, matches: int, seed: int | None, jobs: int) -> Card:
    """Weigh a scenario; a bar shows how far it is when standard error is a terminal.

    Args:
        scenario: Its name or path.
        matches: Seeds for each door.
        seed: The first seed; None draws one and prints it.
        jobs: Processes that play beside each other.

    Raises:
        ScenarioError: There is no such scenario, or it cannot be used.
    """
    chosen = draw_seed() if seed is None else seed
    if seed is None:
        click.echo(f"seed {chosen}", err=True)
    planned = plan(scenario, matches, chosen)
    with click.progressbar(
        length=len(planned.tasks()), label="Matches", file=sys.stderr, hidden=not sys.stderr.isatty()
    ) as bar:
        return weigh(planned, jobs, lambda: bar.update(1))


def weighed_robin(scenario: str, matches: int, seed: int | None, jobs: int) -> Robin:
    """Play every pairing of tempers; a bar shows how far it is when standard error is a terminal.

    Args:
        scenario: Its name or path.
        matches: Seeds for each pairing.
        seed: The first seed; None draws one and prints it.
        jobs: Processes that play beside each other.

    Raises:
        ScenarioError: There is no such scenario, or it cannot be used.
    """
    chosen = draw_seed() if seed is None else seed
    if seed is None:
        click.echo(f"seed {chosen}", err=True)
    with click.progressbar(
        length=matches * len(RIVALS) ** 2, label="Matches", file=sys.stderr, hidden=not sys.stderr.isatty()
    ) as bar:
        return robin(scenario, matches, chosen, jobs, lambda: bar.update(1))
