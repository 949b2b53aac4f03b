"""Orders held at what a file says: reading the file, and a player whose levers it holds.

The file is YAML: `orders: {2026-02-01: {russia: {tempo: press}, ukraine: {call-up: wider}}, 2026-04-01: {…}}`. A lever
is held from the first fortnight that begins on its day or after it, until a later day names another option; a lever
that the file does not name stays the player's own. Fortnights are halves of calendar months, from the month in which
the scenario starts; the rules know no other calendar (W2.6).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import cast

from tabletop.errors import Finding, ScenarioError
from tabletop.game.records.menu import Box, Levers
from tabletop.game.records.moves import Amend, KeepOrders, Orders
from tabletop.game.views import SeatView
from tabletop.scenario.board.board import Board
from tabletop.scenario.scenario import Scenario
from tabletop.scenario.source.findings import Findings
from tabletop.scenario.source.placed_data import Plain, Tree, shown
from tabletop.scenario.source.yaml_reader import MOST_BYTES, decode, read_tree
from tabletop.table.port import Chosen, Player

SECOND_HALF = 16
"""The day of a month on which its second fortnight begins."""

ByLever = Mapping[str, str]
"""By lever: the option it is held at."""


@dataclass(frozen=True, slots=True)
class HeldOrders:
    """What a file holds.

    Attributes:
        first: The day on which the first fortnight begins.
        dated: By day, earliest first: by seat, its levers and their options.
    """

    first: date
    dated: tuple[tuple[date, Mapping[str, ByLever]], ...]

    def in_round(self, round_: int, seat: str) -> dict[str, str]:
        """The levers of a seat that are held in the fortnight of a round (from 1), with their options."""
        return self.on(day_of(self.first, round_ - 1), seat)

    def on(self, day: date, seat: str) -> dict[str, str]:
        """The levers of a seat that are held in a fortnight that begins on a day, with their options."""
        held: dict[str, str] = {}
        for since, seats in self.dated:
            if since <= day:
                held |= seats.get(seat, {})
        return held


def first_day(scenario: Scenario) -> date:
    """The day on which the first fortnight of a scenario begins: the first of the month in which it starts."""
    year, month, *_ = (*scenario.frame.starts.split("-"), "1")
    return date(int(year), int(month), 1)


def day_of(first: date, passed: int) -> date:
    """The day on which a fortnight begins after `passed` of them: the 1st or the 16th of a month."""
    months = first.month - 1 + passed // 2
    return date(first.year + months // 12, months % 12 + 1, SECOND_HALF if passed % 2 else 1)


def read_orders(path: Path, scenario: Scenario, *, any_day: bool = False) -> HeldOrders:
    """The orders that a file holds, for a scenario's seats, levers and calendar.

    Args:
        path: The file.
        scenario: Whose orders they are.
        any_day: Whether days outside the scenario's longest format are taken, as where no match is played.

    Raises:
        ScenarioError: The file cannot be read, or names a day, seat, lever or option that is not there; every
            finding at once, each with its place.
    """
    tree = file_tree(path, "orders")
    findings = Findings(tree)
    held = _held(tree, findings, scenario, any_day=any_day)
    if findings.found:
        raise ScenarioError(tuple(findings.found))
    return held


def file_tree(path: Path, what: str) -> Tree:
    """The data of a YAML file that somebody named.

    Args:
        path: The file.
        what: What it should hold, for the finding where it cannot be read.

    Raises:
        ScenarioError: There is no such file, or it is no readable YAML.
    """
    try:
        with path.open("rb") as file:
            text = decode(str(path), file.read(MOST_BYTES + 1))
    except OSError as error:
        found = error.strerror or str(error)
        raise ScenarioError((Finding(str(path), 0, 0, "", found, f"a file with {what}"),)) from error
    return read_tree(str(path), text)


def held_by_day(first: date, choices: Mapping[str, Mapping[str, ByLever]]) -> HeldOrders:
    """Orders from days, YYYY-MM-DD, whose seats, levers and options were checked."""
    dated = {date.fromisoformat(day): found for day, found in choices.items()}
    return HeldOrders(first, tuple((day, dated[day]) for day in sorted(dated)))


def _held(tree: Tree, findings: Findings, scenario: Scenario, *, any_day: bool) -> HeldOrders:
    """What a tree holds; whatever is wrong with it is among the findings."""
    first = first_day(scenario)
    last = day_of(first, max(form.rounds for form in scenario.frame.formats.values()) - 1)
    root = _mapping(findings, (), tree.data, "the key orders")
    if isinstance(tree.data, dict):
        findings.check_keys((), root, ("orders",), "key", whole=True)
    days: dict[date, dict[str, dict[str, str]]] = {}
    for key, seats in _mapping(findings, ("orders",), root.get("orders", {}), "orders by day").items():
        day = _day(key)
        if day is None or not (any_day or first <= day <= last):
            expected = "a day, as YYYY-MM-DD" if any_day else f"a day from {first} to {last}, as YYYY-MM-DD"
            findings.found.append(tree.finding(("orders", key), f"the day {shown(key)}", expected))
            continue
        days[day] = _by_seat(findings, key, seats, scenario)
    return HeldOrders(first, tuple(sorted(days.items())))


def _by_seat(findings: Findings, day: str, seats: Plain, scenario: Scenario) -> dict[str, dict[str, str]]:
    """The levers that a day holds, by seat."""
    known = scenario.rules.levers.seats
    found: dict[str, dict[str, str]] = {}
    by_seat = _mapping(findings, ("orders", day), seats, "levers by seat")
    findings.check_keys(("orders", day), by_seat, known, "seat", whole=False)
    for seat, levers in by_seat.items():
        if seat not in known:
            continue
        path = ("orders", day, seat)
        named = _mapping(findings, path, levers, "an option for each lever")
        findings.check_keys(path, named, known[seat], "lever", whole=False)
        for lever, option in named.items():
            if lever not in known[seat]:
                continue
            if not isinstance(option, str):
                findings.add((*path, lever), shown(option), "the name of an option")
            elif findings.check_name((*path, lever), option, known[seat][lever].choices(), "option"):
                found.setdefault(seat, {})[lever] = option
    return found


def _mapping(findings: Findings, path: tuple[str, ...], value: Plain, expected: str) -> dict[str, Plain]:
    """A value that has to be a mapping; nothing, and a finding, when it is not."""
    if isinstance(value, dict):
        return value
    findings.add(path, shown(value), expected)
    return {}


def _day(text: str) -> date | None:
    """A day from YYYY-MM-DD."""
    try:
        return date.fromisoformat(text) if len(text) == len("YYYY-MM-DD") else None
    except ValueError:
        return None


class HeldPlayer:
    """A player whose levers a file holds; everything else is its own.

    Where the rules do not open what the file says, because the seat's capital does not reach (T2.4), as many levers as
    can be are held.
    """

    def __init__(self, player: Player, seat: str, held: HeldOrders) -> None:
        self._player, self._seat, self._held = player, seat, held

    def choose(self, board: Board, view: SeatView, key: str) -> Chosen:
        """What the player chooses, with its orders as the file has them."""
        chosen = self._player.choose(board, view, key)
        held = self._held.in_round(view.sight.talks.round, self._seat)
        move = chosen.move
        if isinstance(move, Orders) and held:
            return replace(chosen, move=Orders(_choices(view.legal.boxes, dict(move.choices), held)))
        if isinstance(move, Amend) and any(lever in held for lever, _ in move.choices):
            return Chosen(KeepOrders())
        return chosen


def _choices(boxes: Iterable[Box], own: ByLever, held: ByLever) -> tuple[tuple[str, str], ...]:
    """The orders that hold most of the levers among those that are open; elsewhere the player's own where it can be."""
    menus = [cast("Levers", box.slots[0]).levers for box in boxes if box.move == "orders"]
    fullest = max(menus, key=lambda menu: sum(held.get(lever) in options for lever, options in menu))
    return tuple(
        (
            lever,
            next((each for each in (held.get(lever), own[lever]) if each in options), options[0]),
        )
        for lever, options in fullest
    )
