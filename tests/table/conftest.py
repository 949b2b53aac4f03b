"""A real scenario, real players, real matches."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tabletop.players.uniform import Uniform
from tabletop.scenario.library import open_scenario
from tabletop.scenario.scenario import Scenario
from tabletop.table.match import Match, new_match
from tabletop.table.port import Player
from tabletop.table.seats import PERSON

SCENARIO = "abu-dhabi-2026"


@pytest.fixture(scope="session")
def scenario() -> Scenario:
    return open_scenario(SCENARIO)


@pytest.fixture
def players(scenario: Scenario) -> Mapping[str, Player]:
    """Players that make any legal move, in every seat."""
    return {seat: Uniform() for seat in scenario.frame.seats}


@pytest.fixture
def deal(scenario: Scenario) -> Callable[..., Match]:
    """Deals a pop-up match; `people` are the seats that persons keep."""

    def new(seed: int = 1, path: Path | None = None, *people: str, open_sittings: bool = False) -> Match:
        seating = {seat: PERSON if seat in people else "uniform" for seat in scenario.frame.seats}
        return new_match(
            scenario,
            seating=seating,
            seed=seed,
            format_id="pop-up",
            open_sittings=open_sittings,
            path=path,
        )

    return new
