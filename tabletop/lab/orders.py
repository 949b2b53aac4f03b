"""Orders by day: which options stand from when on, and the file that says so."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tabletop.errors import Finding, ScenarioError
from tabletop.scenario.board.board import Board
from tabletop.scenario.checks.record import check_orders
from tabletop.scenario.loader import fitted
from tabletop.scenario.scenario import Scenario
from tabletop.scenario.sheets.record import Choices, OrdersSheet
from tabletop.scenario.source.findings import Findings
from tabletop.scenario.source.placed_data import Tree
from tabletop.scenario.source.yaml_reader import MOST_BYTES, decode, read_tree

Chosen = tuple[tuple[str, str], ...]
"""One option for every lever of a seat."""


@dataclass(frozen=True, slots=True)
class DatedOrders:
    """What each seat has ordered, by the day from which it stands; before the first of them, the defaults.

    Attributes:
        dated: Days and what is named, the earliest first. A lever that a day does not name has its default.
    """

    dated: tuple[tuple[date, Choices], ...] = ()

    def named(self, day: date) -> Choices:
        """By seat and lever, what is named on a day: all of the last entry that is not later, and nothing of others."""
        named: Choices = {}
        for since, choices in self.dated:
            if since <= day:
                named = choices
        return named

    def on(self, day: date, board: Board) -> tuple[Chosen, ...]:
        """By seat, the option of every lever on a day."""
        named = self.named(day)
        return tuple(
            tuple(
                (lever, named.get(seat.id, {}).get(lever, default)) for lever, default in seat.default_orders
            )
            for seat in board.seats
        )


def dated_orders(choices: Mapping[str, Choices]) -> DatedOrders:
    """Orders from choices by day, YYYY-MM-DD."""
    return DatedOrders(
        tuple(sorted(((date.fromisoformat(day), found) for day, found in choices.items()), key=_day))
    )


def read_orders(path: Path, scenario: Scenario) -> DatedOrders:
    """The orders of a file.

    Raises:
        ScenarioError: It cannot be read, or names a day, seat, lever or option that there is not; every finding.
    """
    tree = file_tree(path)
    sheet = fitted(tree, OrdersSheet)
    findings = Findings(tree)
    check_orders(findings, scenario.rules, sheet)
    if findings.found:
        raise ScenarioError(tuple(findings.found))
    return dated_orders(sheet.orders)


def file_tree(path: Path) -> Tree:
    """The data of a YAML file that somebody named.

    Raises:
        ScenarioError: There is no such file, or it is no readable YAML.
    """
    try:
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except OSError as error:
        found = error.strerror or "no file that can be read"
        raise ScenarioError(
            (Finding(str(path), 0, 0, "", found.lower(), "a file that can be read"),)
        ) from error
    return read_tree(str(path), decode(str(path), raw))


def _day(dated: tuple[date, Choices]) -> date:
    return dated[0]
