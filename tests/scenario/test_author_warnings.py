"""What an author is warned of: a scenario that can be played, and orders nobody would give."""

import re
import shutil
from pathlib import Path

import pytest

from tabletop.scenario.author_warnings import lint
from tabletop.scenario.library import open_scenario
from tests.lab.balance.rig import FLAGSHIP, MINIMAL

FOCUS = "levers.seats.harbour.focus.options"
STRIKES = "levers.seats.southland.strikes.options"


def warned(folder: Path, old: str, new: str) -> set[str]:
    """The orders that are warned of once a line of the small scenario's rules says something else."""
    copy = folder / "minimal"
    shutil.copytree(MINIMAL, copy)
    rules = copy / "rules.yaml"
    text, found = re.subn(re.escape(old), new, rules.read_text(encoding="utf-8"))
    assert found == 1
    rules.write_text(text, encoding="utf-8")
    return {
        f"{warning.key}: {warning.found}"
        for warning in lint(open_scenario(str(copy)))
        if warning.key.startswith("levers.")
    }


MIDDLE = "mid: {label: Middle, effects: {alliance.patience: 1}}"


@pytest.mark.parametrize(
    ("old", "new", "worse", "better"),
    [
        # as much patience, and it costs nothing
        (MIDDLE, "mid: {label: Middle, effects: {alliance.patience: 4}}", f"{FOCUS}.high", "mid"),
        (MIDDLE, "mid: {label: Middle, effects: {alliance.patience: 5}}", f"{FOCUS}.high", "mid"),
        # its own alternative gains by the other's grid that is hit, and a strike that is reported may go either way
        ("effects: {war.grid: -1200}, strike: {target: energy, chance: 28}",
         "effects: {home.audience.southland: -1}", f"{STRIKES}.some", "none"),
    ],
)  # fmt: skip
def test_an_order_that_another_beats_in_every_quantity_is_warned_of(
    tmp_path: Path, old: str, new: str, worse: str, better: str
) -> None:
    [found] = warned(tmp_path, old, new)
    assert found.startswith(f"{worse}: ")
    assert f"worse for its seat than {better} " in found


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (MIDDLE, MIDDLE),
        (MIDDLE, "mid: {label: Middle, effects: {alliance.patience: 4, alliance.capital.harbour: -2}}"),
        # what a mediator wants with a grid nobody can say
        (MIDDLE, "mid: {label: Middle, effects: {alliance.patience: 5, war.grid: 100}}"),
        ("some: {label: Some, effects: {war.grid: -1200}", "some: {label: Some, effects: {}"),
    ],
)
def test_a_trade_off_the_same_again_and_what_nobody_surely_wants_are_no_warning(
    tmp_path: Path, old: str, new: str
) -> None:
    assert warned(tmp_path, old, new) == set()


def test_the_flagship_has_no_order_that_another_beats() -> None:
    found = [warning.key for warning in lint(open_scenario(FLAGSHIP)) if warning.key.startswith("levers.")]
    assert found == []
